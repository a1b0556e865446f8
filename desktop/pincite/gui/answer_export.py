"""An answer as Markdown, with its citations in full. Writes no file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pincite.domain import Support
from pincite.gui.translation import translate
from pincite.gui.wording import citation_place, searched_words, verdict_words

if TYPE_CHECKING:
    from pincite.domain import Answer, Citation

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown(answer: Answer) -> str:
    """The question, each sentence with numbers of what it cites, and below them the quotes with their places.

    A sentence that is not fully supported says so in words.
    """
    numbers: dict[tuple[str, int, str], int] = {}
    sources: list[str] = []

    def number(citation: Citation) -> int:
        key = (citation.document_id, citation.page, citation.quote)
        if key not in numbers:
            numbers[key] = len(numbers) + 1
            sources.append(f"{numbers[key]}. {_plain(citation_place(citation))}\n   > {_plain(citation.quote)}")
        return numbers[key]

    sentences = []
    for sentence in answer.sentences:
        marks = "".join(f"[{number(citation)}]" for citation in sentence.citations)
        why = f": {sentence.reason}" if sentence.reason else ""
        verdict = "" if sentence.support is Support.SUPPORTED else f" _({verdict_words(sentence.support)}{why})_"
        sentences.append(f"{_plain(sentence.text)}{' ' + marks if marks else ''}{verdict}")
    parts = [f"# {_plain(answer.question)}"]
    missing = translate("answer_export", "Not in these documents.")
    parts.append("\n\n".join(sentences) if answer.found else f"**{missing}**")
    if sources:
        title = translate("answer_export", "Sources")
        parts.append(f"## {title}\n\n" + "\n".join(sources))
    if answer.model:
        by = translate("answer_export", "Written by {model}, on this computer.").format(model=answer.model)
    else:
        by = translate("answer_export", "Quoted word for word.")
    parts.append(f"{by} {searched_words(answer.searched)}" if answer.found else searched_words(answer.searched))
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A text on one line in which no letter means anything to Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
