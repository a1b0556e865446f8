"""Words under the pointer, and the text between two of them. Pure: knows pages as they are stored, and nothing of a window."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from pincite import citations
from pincite.gui.wording import page_words
from pincite.words import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.domain import Box, Page, Span

Caret = tuple[int, int]
"""A word: the number of its page, and which word of it, from 0."""

ACROSS_LINES = 3.0
"""How much farther a word in another line counts than one in the line at the height of the pointer."""


def word_at(page: Page, x: float, y: float) -> int | None:
    """The word whose box holds a point (in points)."""
    for place, word in enumerate(page.words):
        x0, y0, x1, y1 = word.box
        if x0 <= x <= x1 and y0 <= y <= y1:
            return place
    return None


def nearest_word(page: Page, x: float, y: float) -> int | None:
    """The word that is meant by a point which may lie between words; None on a page without words."""

    def distance(place: int) -> float:
        x0, y0, x1, y1 = page.words[place].box
        return max(x0 - x, x - x1, 0.0) + ACROSS_LINES * max(y0 - y, y - y1, 0.0)

    return min(range(len(page.words)), key=distance, default=None)


def line_of(page: Page, place: int) -> tuple[int, int]:
    """First and last word of the printed line that a word stands in."""
    word = page.words[place]
    start = page.text.rfind("\n", 0, word.start) + 1
    end = page.text.find("\n", word.end)
    return words_in(page, (start, end if end >= 0 else len(page.text)))


def words_in(page: Page, span: Span) -> tuple[int, int]:
    """First and last word that begin within a span, which must hold one."""
    first = bisect_left(page.words, span[0], key=lambda word: word.start)
    return first, bisect_left(page.words, span[1], key=lambda word: word.start) - 1


def word_beside(page: Page, place: int, lines: int) -> int | None:
    """The word of another line (-1: the one above, 1: below) that is nearest to a word; None if there is no such line."""
    first, last = line_of(page, place)
    beyond = first - 1 if lines < 0 else last + 1
    if not 0 <= beyond < len(page.words):
        return None
    x0, _, x1, _ = page.words[place].box
    start, end = line_of(page, beyond)
    return min(range(start, end + 1), key=lambda other: abs(sum(page.words[other].box[::2]) - x0 - x1))


def between(pages: Sequence[Page], one: Caret, other: Caret) -> list[tuple[Page, int, int]]:
    """The words from one caret to another, whichever comes first: for each page that has some, the first and the last."""
    (from_page, from_word), (to_page, to_word) = sorted((one, other))
    chosen = []
    for page in pages:
        if from_page <= page.number <= to_page and page.words:
            first = from_word if page.number == from_page else 0
            last = to_word if page.number == to_page else len(page.words) - 1
            chosen.append((page, first, last))
    return chosen


def span_of(page: Page, first: int, last: int) -> Span:
    """Where some words stand in the text of their page."""
    return page.words[first].start, page.words[last].end


def line_boxes(page: Page, first: int, last: int) -> tuple[Box, ...]:
    """One box for each line of some words, without gaps between the words."""
    return citations.boxes(page, span_of(page, first, last))


def span_boxes(page: Page, span: Span) -> tuple[Box, ...]:
    """One box for each line that a span touches. A page may hold hundreds, so that only the words around it are looked at."""
    first = bisect_right(page.words, span[0], key=lambda word: word.start)
    last = bisect_left(page.words, span[1], key=lambda word: word.start)
    return citations.boxes(replace(page, words=page.words[max(0, first - 1) : last]), span)


def plain(chosen: Sequence[tuple[Page, int, int]]) -> str:
    """Chosen words as text: lines joined, also within hyphenated words; paragraphs and pages kept apart."""
    parts = []
    for page, first, last in chosen:
        start, end = span_of(page, first, last)
        parts += [clean(block) for block in re.split(r"\n{2,}", page.text[start:end])]
    return "\n\n".join(part for part in parts if part)


def cited(chosen: Sequence[tuple[Page, int, int]], title: str) -> str:
    """Chosen words as a quotation with its source: “…” (Title, p. iv (4))."""
    if not chosen:
        return ""
    places = [page_words(page.label, page.number) for page, _, _ in chosen]
    where = places[0] if len(places) == 1 else f"{places[0]} – {places[-1]}"
    return quotation(" ".join(plain(chosen).split()), title, where)


def quotation(text: str, title: str, where: str) -> str:
    """A text in quotation marks, with those within it made single, and its source."""
    inner = text.translate(str.maketrans("“”", "‘’"))
    return f"“{inner}” ({title}, {where})"
