"""Follow-up questions are made to stand alone: "And the landlord?" is asked with what it is about. Searches nothing."""

from __future__ import annotations

import re
import tomllib
from contextlib import closing
from typing import TYPE_CHECKING

from pincite import words
from pincite.errors import ModelError
from pincite.events import Progress, Stage
from pincite.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Generator as Events

    from pincite.domain import Turn
    from pincite.events import Event
    from pincite.models.generator import Generator

FEWEST = 3
"""Content words from which a question that points to nothing earlier is taken to stand alone."""

QUESTION_TOKENS = 60

_OPENINGS = re.compile(r"\s*(?:and|but|so|or|then|also|what about|how about|what if|why|why not|same)\b", re.IGNORECASE)
_POINTERS = frozenset(
    """
    it its they them their theirs he she him her his hers such same former latter ones otherwise instead else too
    """.split()
)
_BARE = re.compile(
    r"\b(?:this|that|these|those)\b(?=\s*(?:[?.,]|$|is|are|was|were|do|does|did|mean|apply|applies|work|happen))", re.IGNORECASE
)
"""A demonstrative without its noun: "Does that apply?", but not "this lease"."""


def stands_alone(question: str) -> bool:
    """Whether a question can be understood without what was asked before it, as far as its words tell."""
    if _OPENINGS.match(question) or _BARE.search(question):
        return False
    said = {word.lower() for word in re.findall(r"[^\W\d_]+", question)}
    return not said & _POINTERS and len(words.content_words(question)) >= FEWEST


def rewrite(question: str, earlier: Turn, writer: Generator | None) -> Events[Event, None, str]:
    """The question as it stands alone, after the ``earlier`` one; events of no meaning come while the language model writes it.

    The model's wording is used only if it invents nothing: all its content words were said before, and none of the question's
    own is missing. Otherwise, and without a model, the earlier question is put in front.
    """
    joined = f"{earlier.asked.rstrip()} {question.strip()}"
    if writer is None:
        return joined
    prompts = tomllib.loads((data_folder("resources") / "prompts" / "followup.toml").read_text(encoding="utf-8"))
    said = {"{earlier}": earlier.asked, "{answer}": earlier.answer.text, "{question}": question.strip()}
    user = re.sub(r"\{\w+\}", lambda match: said.get(match[0], match[0]), prompts["user"].strip())
    written = ""
    try:
        with closing(writer.stream(prompts["system"].strip(), user, prompts["grammar"], QUESTION_TOKENS)) as pieces:  # type: ignore[type-var]
            for piece in pieces:
                written += piece
                yield Progress(Stage.SEARCHING, 0, 0)
    except ModelError:  # the answer, which needs the same model, will say what is wrong with it
        return joined
    return written.strip() if _faithful(written, question, earlier) else joined


def _faithful(written: str, question: str, earlier: Turn) -> bool:
    new, own = words.stems(written), words.stems(question)
    known = own | words.stems(f"{earlier.asked} {earlier.answer.text}")
    figures = words.missing_figures(written, f"{earlier.asked} {earlier.answer.text} {question}")
    return bool(new) and new <= known and own <= new and new != words.stems(earlier.asked) and not figures
