"""The order in which the lines of a page are read: columns, rows, blocks. Pure geometry, in any unit, origin top left."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.domain import Box

_LEAST_LINES = 3  # on each side of a gutter
_LEAST_WIDTH = 8.0  # of the lines on each side, in heights: narrower ones are the cells of a table, read row by row
_CROSSING_SHARE = 0.4  # of the lines may run across a gutter: titles, figures' captions
_ONE_LINE = 1.2  # heights between two pieces of a row: less is a blank, more parts them
_OTHER_SIZE = 1.3  # times as high as the row before it, or as low: a heading, or what follows it, is a block
_BLOCK_STEP = 1.4  # of the usual step from row to row: more starts a block


class Placed(NamedTuple):
    """A line of the page in its place: which one it is, and the numbers of its block and of its printed line, both rising."""

    which: int
    block: int
    line: int


def arrange(boxes: Sequence[Box]) -> Iterator[Placed]:
    """The lines with these boxes in reading order.

    Pieces that stand close together in one row have the same line number, the cells of a table do not.
    """
    block = line = -1
    for group in _columns(boxes, list(range(len(boxes)))):
        rows = list(_rows(boxes, group))
        tops = [min(boxes[index][1] for index in row) for row in rows]
        steps = [below - above for above, below in pairwise(tops)]
        usual = median(steps) if steps else 0.0
        height = median(_height(boxes[index]) for index in group)
        usual = min(usual, 2 * height)  # lines that all stand apart are blocks of their own
        heights = [max(_height(boxes[index]) for index in row) for row in rows]
        for number, row in enumerate(rows):
            far = number == 0 or steps[number - 1] > _BLOCK_STEP * usual
            if far or not 1 / _OTHER_SIZE < heights[number] / heights[number - 1] < _OTHER_SIZE:
                block += 1
            previous: Box | None = None
            for index in row:
                box = boxes[index]
                if previous is None or box[0] - previous[2] > _ONE_LINE * _height(box):
                    line += 1
                yield Placed(index, block, line)
                previous = box


def _columns(boxes: Sequence[Box], group: list[int]) -> Iterator[list[int]]:
    """A group of lines, parted where a gutter runs through it; lines that cross the gutter part what is above from below."""
    gutter = _gutter(boxes, group)
    if gutter is None:
        if group:
            yield group
        return
    crossing = sorted((i for i in group if boxes[i][0] < gutter < boxes[i][2]), key=lambda i: boxes[i][1])
    rest = [i for i in group if i not in set(crossing)]
    edges = [_middle(boxes[i]) for i in crossing]
    for number in range(len(crossing) + 1):
        above = edges[number - 1] if number else float("-inf")
        below = edges[number] if number < len(edges) else float("inf")
        between = [i for i in rest if above <= _middle(boxes[i]) < below]
        yield from _columns(boxes, [i for i in between if boxes[i][2] <= gutter])
        yield from _columns(boxes, [i for i in between if boxes[i][0] >= gutter])
        if number < len(crossing):
            yield [crossing[number]]


def _gutter(boxes: Sequence[Box], group: list[int]) -> float | None:
    """Where a group of lines falls into two columns of running text; None if it does not."""
    best: tuple[int, int] | None = None
    place = None
    for x in sorted({boxes[i][0] for i in group}):
        left = [i for i in group if boxes[i][2] <= x]
        right = [i for i in group if boxes[i][0] >= x]
        crossing = len(group) - len(left) - len(right)
        if min(len(left), len(right)) < _LEAST_LINES or crossing > _CROSSING_SHARE * len(group):
            continue
        if not (_is_text(boxes, left) and _is_text(boxes, right)) or not _overlap(boxes, left, right):
            continue
        merit = (-crossing, min(len(left), len(right)))
        if best is None or merit > best:
            best, place = merit, (max(boxes[i][2] for i in left) + x) / 2
    return place


def _is_text(boxes: Sequence[Box], side: list[int]) -> bool:
    return median((boxes[i][2] - boxes[i][0]) / _height(boxes[i]) for i in side) >= _LEAST_WIDTH


def _overlap(boxes: Sequence[Box], left: list[int], right: list[int]) -> bool:
    """Whether two groups of lines stand beside each other rather than one above the other."""
    top = max(min(boxes[i][1] for i in left), min(boxes[i][1] for i in right))
    bottom = min(max(boxes[i][3] for i in left), max(boxes[i][3] for i in right))
    return all(sum(top <= _middle(boxes[i]) <= bottom for i in side) >= _LEAST_LINES for side in (left, right))


def _rows(boxes: Sequence[Box], group: list[int]) -> Iterator[list[int]]:
    """The lines of a group by rows, from the top; a row from the left."""
    row: list[int] = []
    for index in sorted(group, key=lambda i: _middle(boxes[i])):
        if row and _middle(boxes[index]) > min(boxes[row[0]][3], _middle(boxes[row[0]]) + _height(boxes[index]) / 2):
            yield sorted(row, key=lambda i: boxes[i][0])
            row = []
        row.append(index)
    if row:
        yield sorted(row, key=lambda i: boxes[i][0])


def _height(box: Box) -> float:
    return max(box[3] - box[1], 1e-6)


def _middle(box: Box) -> float:
    return (box[1] + box[3]) / 2
