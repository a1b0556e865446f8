"""The order of lines: columns one after the other, tables row by row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.columns import arrange

if TYPE_CHECKING:
    from pincite.domain import Box

HEIGHT, STEP = 10.0, 14.0


def line(x: float, row: float, width: float) -> Box:
    return (x, STEP * row, x + width, STEP * row + HEIGHT)


def order(boxes: list[Box]) -> list[int]:
    return [place.which for place in arrange(boxes)]


def test_lines_come_from_the_top() -> None:
    assert order([line(0, 2, 200), line(0, 0, 200), line(0, 1, 120)]) == [1, 2, 0]


def test_no_lines_have_no_order() -> None:
    assert order([]) == []


def test_columns_are_read_one_after_the_other() -> None:
    left = [line(0, row, 200) for row in range(5)]
    right = [line(220, row + 0.3, 200) for row in range(5)]
    assert order([*right, *left]) == [5, 6, 7, 8, 9, 0, 1, 2, 3, 4]


def test_title_across_columns_parts_what_is_above_from_below() -> None:
    upper = [line(x, row, 200) for x in (0, 220) for row in range(4)]
    lower = [line(x, row, 200) for x in (0, 220) for row in range(7, 11)]
    assert order([*upper, line(60, 5, 300), *lower]) == list(range(17))


def test_three_columns() -> None:
    boxes = [line(x, row, 150) for x in (0, 170, 340) for row in range(5)]
    assert order(boxes) == list(range(15))


def test_table_is_read_row_by_row() -> None:
    boxes = [line(x, row, 40) for row in range(6) for x in (0, 100, 200)]
    assert order(boxes) == list(range(18))


def test_cells_are_lines_of_their_own_and_pieces_of_a_line_are_not() -> None:
    boxes = [line(0, 0, 50), line(55, 0, 50), line(200, 0, 50)]
    assert [place.line for place in arrange(boxes)] == [0, 0, 1]


def test_lines_of_a_row_may_be_a_little_askew() -> None:
    assert order([line(100, 0.2, 50), line(0, 0, 50), line(0, 1, 50)]) == [1, 0, 2]


def test_wider_step_and_other_size_start_a_block() -> None:
    large = (0.0, 0.0, 200.0, 20.0)
    text = [(0.0, 24.0 + STEP * row, 200.0, 34.0 + STEP * row) for row in (0, 1, 2, 4, 5)]
    assert [place.block for place in arrange([large, *text])] == [0, 1, 1, 1, 2, 2]


def test_numbers_of_blocks_and_lines_rise() -> None:
    boxes = [line(x, row, 200) for x in (0, 220) for row in range(5)]
    places = list(arrange(boxes))
    assert [place.line for place in places] == list(range(10))
    assert [place.block for place in places] == [0] * 5 + [1] * 5
