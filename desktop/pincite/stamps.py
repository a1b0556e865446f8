"""Numbers that are printed on pages and count up: Bates stamps of a production, page numbers of a transcript. Pure.

A stamp is recognised by its neighbour: what stands alone in a line at the head or at the foot of a page, and is one more on the
page after it. No other line of a document is like that, and a form's number, which looks like one, stays the same. Page numbers
are looked for in transcripts alone, which are cited by them, and whose files hardly ever have labels.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pincite.pinpoints import body_end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pincite.domain import Page

EDGE_LINES = 3
"""Lines at the top and at the bottom of a page, in the order of its text, among which a stamp is looked for."""

BESIDE = " · "
"""Stands between the label that the file has for a page and its stamp."""

_STAMP = re.compile(r"(?P<prefix>[A-Z][\w&.]*(?:[ _.-][A-Z][\w&.]*){0,3}?[ _.-]{0,3}|)(?P<number>\d{4,10})")
_PAGE = re.compile(r"(?P<prefix>(?:page |pg\. |p\. )?)(?P<number>[1-9]\d{0,3})", re.IGNORECASE)
FARTHEST = 3
"""Pages from a stamp to the next; those between may be unread."""


class Stamp(NamedTuple):
    """A stamp on a page: the index of its line, what is printed before its number, the number, and all of it."""

    line: int
    prefix: str
    number: int
    text: str


def find(pages: Sequence[Page]) -> dict[int, Stamp]:
    """The stamps of pages that follow one another, by the number of the page."""
    return _counting(pages, _candidates)


def labelled(pages: Sequence[Page]) -> list[Page]:
    """The same pages with what is printed on them as labels, where the file has none but their number.

    A stamp stands beside the label that a page has otherwise.
    """
    numbers, found = _counting(pages, _page_numbers), find(pages)
    named = []
    for page in pages:
        if page.number in numbers and page.label == str(page.number):
            page = replace(page, label=str(numbers[page.number].number))
        named.append(_stamped(page, found[page.number].text) if page.number in found else page)
    return named


def _counting(pages: Sequence[Page], candidates: Callable[[Page], Iterator[Stamp]]) -> dict[int, Stamp]:
    found: dict[int, Stamp] = {}
    before: list[tuple[int, Stamp]] = []
    for page in pages:
        here = [(page.number, stamp) for stamp in candidates(page)]
        for number, stamp in here:
            for earlier, other in before:
                if stamp.prefix == other.prefix and stamp.number - other.number == number - earlier:
                    found.setdefault(earlier, other)
                    found[number] = stamp
        before = [entry for entry in before if page.number - entry[0] < FARTHEST] + here
    return found


def stamp_of(label: str) -> str:
    """The stamp in a page's label; empty if there is none."""
    last = label.rpartition(BESIDE)[2]
    return last if _is_stamp(_STAMP.fullmatch(last)) else ""


def _stamped(page: Page, stamp: str) -> Page:
    if stamp_of(page.label):
        return page
    return replace(page, label=stamp if page.label == str(page.number) else f"{page.label}{BESIDE}{stamp}")


def _candidates(page: Page) -> Iterator[Stamp]:
    for at, text in _edges(page):
        match = _STAMP.fullmatch(text)
        if match and _is_stamp(match):
            yield Stamp(at, match["prefix"], int(match["number"]), text)


def _page_numbers(page: Page) -> Iterator[Stamp]:
    if body_end(page.text) == len(page.text):
        return
    for at, text in _edges(page):
        if match := _PAGE.fullmatch(text):
            yield Stamp(at, match["prefix"], int(match["number"]), text)


def _edges(page: Page) -> Iterator[tuple[int, str]]:
    """The lines at the head and at the foot of a page, with their indexes."""
    lines = page.lines
    for at in sorted({*range(min(EDGE_LINES, len(lines))), *range(max(0, len(lines) - EDGE_LINES), len(lines))}):
        yield at, " ".join(page.text[lines[at].start : lines[at].end].split())


def _is_stamp(match: re.Match[str] | None) -> bool:
    """A number without letters before it is one only if it has zeros in front: "0001234", but neither a year nor a sum."""
    return match is not None and bool(match["prefix"] or (match["number"][0] == "0" and len(match["number"]) > 4))
