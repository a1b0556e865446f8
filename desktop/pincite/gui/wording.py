"""Numbers and states in the words of the window. Pure: knows neither Qt nor the engine."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from pincite.domain import Support

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.domain import AnswerSentence, Citation, Document, Hit, Searched

CHIP_TITLE = 30
"""Letters of a title that a citation chip has room for."""

MARKS = {Support.SUPPORTED: "✓", Support.WEAK: "~", Support.UNSUPPORTED: "✗"}
VERDICTS = {
    Support.SUPPORTED: "Supported by the cited words",
    Support.WEAK: "Only weakly supported by the cited words",
    Support.UNSUPPORTED: "Not supported by the cited words",
}


def count(number: int, noun: str) -> str:
    """“1 page”, “1,200 pages”."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def match_count(number: int) -> str:
    """“1 match”, “1,200 matches”."""
    return f"{number:,} match" if number == 1 else f"{number:,} matches"


def page_words(label: str, number: int) -> str:
    """“p. 4”, or “p. iv (4)” where the printed label differs from the physical page."""
    return f"p. {number}" if label in ("", str(number)) else f"p. {label} ({number})"


def page_list(pages: tuple[int, ...]) -> str:
    """“page 3”, “pages 3, 5–9”; runs are joined."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    named = ", ".join("–".join(str(page) for page in run) for run in runs)
    return f"page {named}" if len(pages) == 1 else f"pages {named}"


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut at a word if it is longer than ``limit`` letters."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    whole = cut.rsplit(" ", 1)[0]
    return f"{(whole if len(whole) > limit // 2 else cut).rstrip(' ,;:')}…"


def with_words_bold(text: str, question: str, limit: int) -> str:
    """The part of a text, as HTML, in which the words of a question begin to stand, with these in bold.

    A word counts if it begins like one of the question, since languages bend the ends of words.
    """
    stems = {word[: max(4, len(word) - 2)] for word in re.findall(r"\w{3,}", question.casefold())}
    flat = " ".join(text.split())
    found = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(stems, reverse=True)))})\w*", re.IGNORECASE) if stems else None
    first = found.search(flat) if found else None
    if first and first.start() > limit // 2:
        start = flat.rfind(" ", 0, first.start() - limit // 4) + 1
        flat = f"…{flat[start:]}"
    cut = shortened(flat, limit)
    if found is None:
        return html.escape(cut)
    pieces, at = [], 0
    for match in found.finditer(cut):
        pieces += [html.escape(cut[at : match.start()]), f"<b>{html.escape(match[0])}</b>"]
        at = match.end()
    return "".join([*pieces, html.escape(cut[at:])])


def citation_words(citation: Citation) -> str:
    """The text of a citation chip: “Lease, p. iv (4)”."""
    return f"{shortened(citation.title, CHIP_TITLE)}, {page_words(citation.page_label, citation.page)}"


def citation_place(citation: Citation) -> str:
    """Where a citation points, in full: title, section and page."""
    return " · ".join(
        part for part in (citation.title, citation.section, page_words(citation.page_label, citation.page)) if part
    )


def hit_place(hit: Hit) -> str:
    """The title and page of a passage that was found."""
    return f"{hit.title}, {page_words(hit.passage.page_label, hit.passage.page)}"


def sentence_copied(sentence: AnswerSentence) -> str:
    """A sentence with its verdict (unless supported) and its citations, as it is copied to elsewhere."""
    places = "; ".join(f"{c.title}, {page_words(c.page_label, c.page)}" for c in sentence.citations)
    verdict = "" if sentence.support is Support.SUPPORTED else f" [{VERDICTS[sentence.support].lower()}]"
    return f"{sentence.text}{verdict}{f' ({places})' if places else ''}"


def searched_words(searched: Searched) -> str:
    """What an answer was looked for in."""
    where = f"“{searched.collection}”: " if searched.collection else ""
    read = f"{where}{count(searched.documents, 'document')}, {count(searched.pages, 'page')}"
    if not searched.unread_pages:
        return f"Searched {read}."
    verb = "has" if searched.unread_pages == 1 else "have"
    return f"Searched {read}, of which {searched.unread_pages:,} {verb} no readable text."


def unread_words(documents: Iterable[Document]) -> list[str]:
    """For each document with pages whose text is missing: which, and why."""
    said = []
    for document in documents:
        reasons = [f"{page_list(p.pages)}: {p.reason}" for p in document.problems if p.unread and p.pages]
        if reasons:
            said.append(f"{shortened(document.title, CHIP_TITLE)}, {'; '.join(reasons)}")
    return said


def size_words(size: int) -> str:
    """Bytes as people say them: “1.1 GB”, “87 MB”."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(1, round(size / 1e6))} MB"


def time_left(seconds: float) -> str:
    """“about 40 s left”, in steps that do not flicker."""
    if seconds < 60:
        return f"about {max(5, 5 * round(seconds / 5))} s left"
    if seconds < 5400:
        return f"about {round(seconds / 60)} min left"
    return f"about {seconds / 3600:.1f} h left"
