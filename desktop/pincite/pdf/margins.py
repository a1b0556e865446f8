"""Pages whose margin counts their lines: transcripts, pleadings, bills. Takes the numbers out of the text. Opens no file.

The numbers stand beside the lines at even steps, whatever is printed on these; the rows of a table, which are counted as well,
have columns. Without the numbers the lines are joined anew, since transcripts are spaced so widely that each line
would be a block: a block then ends where a line is left free, or where another person speaks.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Raw = tuple[Any, ...]

_FEWEST = 8  # numbers, from 1 on
_ALIGNED = 12.0  # points between the middles of numbers above each other, which may be set flush left or right
_EVEN = 0.25  # of the usual step, by which four steps in five may differ from it
_EVEN_SHARE = 0.8
_COVERED = 0.6  # of the page's words stand beside the numbers
_BEYOND = 0.1  # of these words may stand outside the column of numbers: the name of the firm, set upright
_CELL_GAP = 4.0  # heights of a word between it and the next: a cell ends there
_TABLE_SHARE = 0.5  # of the rows that have cells in a table
_BLOCK_STEP = 1.6  # of the usual step from line to line: more starts a block
_SPEAKER = re.compile(r"(?:[QA][.:]?|(?:BY |THE |M[RS]{1,2}\.? )*[A-Z][A-Z'.-]+(?: [A-Z'.-]+){0,2}:)(?:\s|$)")


class Numbered(NamedTuple):
    """A page's words without the numbers of its lines, these numbers, and the place (block, line) that each word had.

    Words are as :func:`pincite.pdf.text_layer.assemble` takes them, in order of their reading.
    """

    words: list[Raw]
    numbers: list[Raw]
    places: list[tuple[int, int]]


def find(raw: Sequence[Raw], printed: int) -> Numbered | None:
    """Takes the numbers of its lines out of a page; None if its margin counts none.

    Args:
        raw: (x0, y0, x1, y1, word, block, line, …) of each word, in points, as the page is displayed.
        printed: How many of them are printed on the page; notes follow, and stay behind what is printed.
    """
    figures = [word for word in raw[:printed] if len(word[4]) <= 2 and word[4].isascii() and word[4].isdigit()]
    if len(figures) < _FEWEST:  # most pages
        return None
    columns = [column for first in figures if first[4] == "1" and len(column := _column(first, figures)) >= _FEWEST]
    if len(columns) != 1:  # several pages on one sheet: which number is whose cannot be told
        return None
    numbers = columns[0]
    taken = set(map(id, numbers))
    others = [word for word in raw[:printed] if id(word) not in taken]
    half = (_middle(numbers[-1]) - _middle(numbers[0])) / (len(numbers) - 1) / 2
    top, bottom = _middle(numbers[0]) - half, _middle(numbers[-1]) + half
    beside = [word for word in others if top < _middle(word) < bottom]
    if not beside or len(beside) < _COVERED * len(others) or not _is_margin(numbers, beside):
        return None
    rows = list(_rows(beside))
    if _is_table(rows):
        return None
    above = [word for word in others if _middle(word) <= top]
    below = [word for word in others if _middle(word) >= bottom]
    block = max(word[5] for word in raw) + 1
    words = [*above, *_joined(rows, block), *below, *raw[printed:]]
    in_order = (*above, *(word for row in rows for word in row), *below, *raw[printed:])
    return Numbered(words, numbers, [(word[5], word[6]) for word in in_order])


def _column(first: Raw, figures: Sequence[Raw]) -> list[Raw]:
    """The figures that count on from one, below each other; empty if their steps are not even."""
    column = [first]
    while True:
        last = column[-1]
        following = [
            word
            for word in figures
            if int(word[4]) == len(column) + 1 and word[1] > last[1] and abs(_centre(word) - _centre(first)) < _ALIGNED
        ]
        if not following:
            break
        column.append(min(following, key=_middle))
    steps = [_middle(below) - _middle(above) for above, below in pairwise(column)]
    if not steps:
        return []
    usual = median(steps)
    even = sum(abs(step - usual) <= _EVEN * usual for step in steps)
    return column if even >= _EVEN_SHARE * len(steps) else []


def _is_margin(numbers: Sequence[Raw], beside: Sequence[Raw]) -> bool:
    """Whether all that stands beside the numbers stands on one side of them."""
    left, right = min(word[0] for word in numbers), max(word[2] for word in numbers)
    before = sum(_centre(word) < left for word in beside)
    after = sum(_centre(word) > right for word in beside)
    return bool(before + after == len(beside) and min(before, after) <= _BEYOND * len(beside))


def _rows(words: Sequence[Raw]) -> Iterator[list[Raw]]:
    """Words by their printed lines, from the top; a line from the left. Pieces keep together that the file has as one."""
    pieces = [list(piece) for _, piece in groupby(words, lambda word: (word[5], word[6]))]
    row: list[list[Raw]] = []
    for piece in sorted(pieces, key=lambda piece: _middle(piece[0])):
        if row and _middle(piece[0]) - _middle(row[0][0]) > _height(piece[0]) / 2:
            yield [word for one in sorted(row, key=lambda one: one[0][0]) for word in one]
            row = []
        row.append(piece)
    if row:
        yield [word for one in sorted(row, key=lambda one: one[0][0]) for word in one]


def _is_table(rows: Sequence[Sequence[Raw]]) -> bool:
    """Whether most rows fall into cells. What stands first, as the "Q." of a question, may stand apart."""
    parted = sum(any(after[0] - word[2] > _CELL_GAP * _height(word) for word, after in pairwise(row[1:])) for row in rows)
    return parted > _TABLE_SHARE * len(rows)


def _joined(rows: Sequence[Sequence[Raw]], block: int) -> Iterator[Raw]:
    """The words of lines with the numbers of the blocks and lines that they now stand in."""
    tops = [_middle(row[0]) for row in rows]
    steps = [below - above for above, below in pairwise(tops)]
    usual = median(steps) if steps else 0.0
    for line, row in enumerate(rows):
        far = line > 0 and steps[line - 1] > _BLOCK_STEP * usual
        if far or _SPEAKER.match(" ".join(word[4] for word in row)):
            block += 1
        for word in row:
            yield (*word[:5], block, line)


def _middle(word: Raw) -> float:
    return float(word[1] + word[3]) / 2


def _centre(word: Raw) -> float:
    return float(word[0] + word[2]) / 2


def _height(word: Raw) -> float:
    return max(float(word[3] - word[1]), 1e-6)
