"""Numbers and states in the words and the language of the window. Knows no widget and asks nothing."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt

from pincite.domain import Support
from pincite.gui.translation import counted, translate
from pincite.pinpoints import pinpoint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.domain import AnswerSentence, Citation, Document, Hit, Searched, Span

CHIP_TITLE = 30
"""Letters of a title that a citation chip has room for."""

MARKS = {Support.SUPPORTED: "✓", Support.WEAK: "~", Support.UNSUPPORTED: "✗"}


def verdict_words(support: Support) -> str:
    """How far a sentence is supported."""
    return {
        Support.SUPPORTED: translate("wording", "Supported by the cited words"),
        Support.WEAK: translate("wording", "Only weakly supported by the cited words"),
        Support.UNSUPPORTED: translate("wording", "Not supported by the cited words"),
    }[support]


def number_words(number: int) -> str:
    """“1,200”."""
    return QLocale().toString(number)


def decimal(number: float) -> str:
    """A number with one decimal: “1.5”."""
    return QLocale().toString(float(number), "f", 1)


def page_count(number: int) -> str:
    """“1 page”, “1,200 pages”."""
    return counted.tr("%Ln page(s)", None, number)


def document_count(number: int) -> str:
    """“1 document”, “1,200 documents”."""
    return counted.tr("%Ln document(s)", None, number)


def passage_count(number: int) -> str:
    """“1 passage”, “1,200 passages”."""
    return counted.tr("%Ln passage(s)", None, number)


def question_count(number: int) -> str:
    """“1 question”, “1,200 questions”."""
    return counted.tr("%Ln question(s)", None, number)


def highlight_count(number: int) -> str:
    """“1 highlight”, “1,200 highlights”."""
    return counted.tr("%Ln highlight(s)", None, number)


def match_count(number: int) -> str:
    """“1 match”, “1,200 matches”."""
    return counted.tr("%Ln match(es)", None, number)


def page_words(label: str, number: int, lines: Span | None = None) -> str:
    """“p. 4”, or “p. iv (4)” where the printed label differs from the physical page; with lines “p. 4:12–15”."""
    if label in ("", str(number)):
        return translate("wording", "p. {number}").format(number=pinpoint(str(number), lines))
    return translate("wording", "p. {label} ({number})").format(label=pinpoint(label, lines), number=number)


def page_list(pages: tuple[int, ...]) -> str:
    """“page 3”, “pages 3, 5–9”; runs are joined."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], page]
        else:
            runs.append([page])
    named = ", ".join("–".join(str(page) for page in run) for run in runs)
    return counted.tr("page(s) {pages}", None, len(pages)).format(pages=named)


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
    return f"{shortened(citation.title, CHIP_TITLE)}, {page_words(citation.page_label, citation.page, citation.lines)}"


def citation_place(citation: Citation) -> str:
    """Where a citation points, in full: title, section and page."""
    place = page_words(citation.page_label, citation.page, citation.lines)
    return " · ".join(part for part in (citation.title, citation.section, place) if part)


def hit_place(hit: Hit) -> str:
    """The title and page of a passage that was found."""
    return f"{hit.title}, {page_words(hit.passage.page_label, hit.passage.page, hit.lines)}"


def sentence_copied(sentence: AnswerSentence) -> str:
    """A sentence with its verdict (unless supported) and its citations, as it is copied to elsewhere."""
    places = "; ".join(f"{c.title}, {page_words(c.page_label, c.page, c.lines)}" for c in sentence.citations)
    told = verdict_words(sentence.support)
    verdict = "" if sentence.support is Support.SUPPORTED else f" [{told[:1].lower()}{told[1:]}]"
    return f"{sentence.text}{verdict}{f' ({places})' if places else ''}"


def searched_words(searched: Searched) -> str:
    """What an answer was looked for in."""
    where = f"“{searched.collection}”: " if searched.collection else ""
    read = f"{where}{document_count(searched.documents)}, {page_count(searched.pages)}"
    if not searched.unread_pages:
        return translate("wording", "Searched {documents}.").format(documents=read)
    words = counted.tr("Searched {documents}, of which %Ln have no readable text.", None, searched.unread_pages)
    return words.format(documents=read)


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
    if size >= 1e9:
        return translate("wording", "{size} GB").format(size=decimal(size / 1e9))
    return translate("wording", "{size} MB").format(size=max(1, round(size / 1e6)))


def time_left(seconds: float) -> str:
    """“about 40 s left”, in steps that do not flicker."""
    if seconds < 60:
        return translate("wording", "about {seconds} s left").format(seconds=max(5, 5 * round(seconds / 5)))
    if seconds < 5400:
        return translate("wording", "about {minutes} min left").format(minutes=round(seconds / 60))
    return translate("wording", "about {hours} h left").format(hours=decimal(seconds / 3600))


def day_words(moment: str) -> str:
    """The day of a moment in ISO 8601: “2026-11-22”."""
    #: A date as QLocale writes it; put its parts in the usual order
    return QLocale().toString(_local(moment).date(), translate("wording", "yyyy-MM-dd"))


def moment_words(moment: str) -> str:
    """A moment in ISO 8601, in local time: “22 Nov 2026, 14:03”."""
    #: A date and time as QLocale writes it; put its parts in the usual order
    return QLocale().toString(_local(moment), translate("wording", "dd MMM yyyy, HH:mm"))


def _local(moment: str) -> QDateTime:
    return QDateTime.fromString(moment, Qt.DateFormat.ISODateWithMs).toLocalTime()
