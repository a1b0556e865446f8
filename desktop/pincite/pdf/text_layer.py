"""Joins the words of a page to its text, and finds its lines. Opens no file, imports no PDF library."""

from __future__ import annotations

import re
from array import array
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from pincite.domain import RECOGNISED_SIZE, Line
from pincite.packed import PackedWords
from pincite.pinpoints import MARGIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pincite.ocr import RecognisedWord

    Spans = Mapping[tuple[int, int], tuple[int, int]]

BOLD = 16
"""The bit of a span's flags that says so, in the library's dictionaries."""

_BOX, _PLACE = itemgetter(0, 1, 2, 3), itemgetter(5, 6)  # of a word as the library gives it
_NOT_TEXT = re.compile(f"[\x00{MARGIN}\ud800-\udfff]")  # cannot be stored as UTF-8, or means something else
_SMALLER, _LARGER = 0.75, 1.25  # heights of a line, relative to the usual one, that say nothing of its type


def assemble(raw: Sequence[tuple[Any, ...]]) -> tuple[str, PackedWords, dict[tuple[int, int], tuple[int, int]]]:
    """Joins words to text: blank between words, line feed between lines, an empty line between blocks.

    Pieces that stand beside each other on one line (the cells of a table) are separated by a tab.

    Args:
        raw: (x0, y0, x1, y1, word, block, line, …) of each word in order, in points.

    Returns the text, the words, and the (start, end) of each (block, line).
    """
    parts: list[str] = []
    offsets = array("i")
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    at = 0
    before: tuple[Any, ...] | None = None  # the word before, in another line
    for place, of_line in groupby(raw, _PLACE):
        line = list(of_line)
        if before is not None:
            gap = "\n\n"
            if place[0] == before[5]:
                x0, y0, _, y1 = line[0][:4]
                beside = x0 >= before[2] and min(y1, before[3]) - max(y0, before[1]) > 0.5 * (y1 - y0)
                gap = "\t" if beside else "\n"
            parts.append(gap)
            at += len(gap)
        start = at
        texts = [word[4] for word in line]
        parts.append(" ".join(texts))
        for text in texts:
            offsets.append(at)
            at += len(text)
            offsets.append(at)
            at += 1
        at -= 1
        spans[place] = (spans.get(place, (start,))[0], at)
        before = line[-1]
    boxes = array("f", chain.from_iterable(map(_BOX, raw)))
    return _NOT_TEXT.sub("\ufffd", "".join(parts)), PackedWords(offsets, boxes), spans


def with_margin(text: str, words: PackedWords, numbers: Sequence[tuple[Any, ...]]) -> tuple[str, PackedWords]:
    """Adds the numbers that a margin counts its lines with, each like a word of :func:`assemble`, behind a page's text."""
    offsets, boxes = array("i", words.offsets), array("f", words.boxes)
    pieces, at = [text, MARGIN], len(text) + len(MARGIN)
    for x0, y0, x1, y1, number, *_ in numbers:
        offsets.extend((at, at + len(number)))
        boxes.extend((x0, y0, x1, y1))
        pieces += [number, "\n"]
        at += len(number) + 1
    return "".join(pieces[:-1]), PackedWords(offsets, boxes)


def spans_of(places: Sequence[tuple[int, int]], words: PackedWords) -> dict[tuple[int, int], tuple[int, int]]:
    """The (start, end) of each (block, line) that some words come from, which may have been put into another order."""
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for place, start, end in zip(places, words.offsets[::2], words.offsets[1::2], strict=True):
        first, last = spans.get(place, (start, end))
        spans[place] = (min(first, start), max(last, end))
    return spans


def lines(blocks: Sequence[Mapping[str, Any]], spans: Spans) -> Iterator[Line]:
    """The lines of a page with their type, from the library's dictionary of its blocks."""
    for block in blocks:
        block_number = block["number"]
        for number, line in enumerate(block.get("lines", ())):
            span = spans.get((block_number, number))
            if span is None:
                continue
            size, bold = 0.0, True
            for style in line["spans"]:
                if style["text"].strip():
                    size = max(size, style["size"])
                    bold = bold and style["flags"] & BOLD != 0
            if size:
                yield Line(*span, round(size, 1), bold)


def recognised_lines(words: Sequence[RecognisedWord], spans: Spans) -> Iterator[Line]:
    """The lines of a page that was read from its picture; none is known to be bold."""
    sizes: dict[tuple[int, int], float] = {}
    for word in words:
        sizes[word.block, word.line] = max(sizes.get((word.block, word.line), 0.0), word.size)
    for place, (start, end) in spans.items():
        # how high a line is found to be depends on its letters
        size = 1.0 if _SMALLER < sizes[place] < _LARGER else sizes[place]
        yield Line(start, end, round(RECOGNISED_SIZE * size, 1), False)
