"""Where pages lie: the way from points to pixels and back, at any zoom and turned either way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from pincite.domain import PageInfo
from pincite.gui.page_layout import (
    ACTUAL_SIZE,
    MARGIN,
    ZOOM_STEPS,
    PageLayout,
    Spot,
    clamped,
    next_step,
    page_zoom,
    turned,
    turned_size,
    width_zoom,
)

SIDES = st.floats(50, 2000)
SIZES = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=30)
ZOOMS = st.floats(0.1, 5)
QUARTERS = st.integers(0, 3)


def pages(sizes: list[tuple[float, float]]) -> list[PageInfo]:
    return [PageInfo(number, str(number), width, height) for number, (width, height) in enumerate(sizes, 1)]


@given(SIDES, SIDES, st.floats(0, 1), st.floats(0, 1), QUARTERS)
def test_turning_back_leads_to_the_same_point(width: float, height: float, x: float, y: float, quarters: int) -> None:
    there = turned(x * width, y * height, width, height, quarters)
    wide, high = turned_size(width, height, quarters)
    assert 0 <= there[0] <= wide
    assert 0 <= there[1] <= high
    assert turned(*there, wide, high, -quarters) == pytest.approx((x * width, y * height), abs=1e-6)


@pytest.mark.parametrize(("quarters", "corner"), [(0, (0, 0)), (1, (80, 0)), (2, (60, 80)), (3, (0, 60))])
def test_the_first_corner_goes_clockwise(quarters: int, corner: tuple[float, float]) -> None:
    assert turned(0, 0, 60, 80, quarters) == corner


@given(SIZES, ZOOMS, QUARTERS, st.floats(0, 3000))
def test_pages_lie_in_order_within_the_strip_and_apart(
    sizes: list[tuple[float, float]], zoom: float, quarters: int, room: float
) -> None:
    layout = PageLayout(pages(sizes), zoom, quarters, room)
    assert layout.width >= room
    below = 0.0
    for number in range(1, len(sizes) + 1):
        rect = layout.page_rect(number)
        assert rect.top() == below + MARGIN
        assert rect.left() >= MARGIN - 1
        assert rect.right() <= layout.width - MARGIN + 1
        below = rect.bottom()
    assert layout.length == below + MARGIN


@given(SIZES, ZOOMS, QUARTERS, st.floats(0, 1), st.floats(0.01, 0.99), st.data())
def test_a_spot_on_a_page_is_found_again(
    sizes: list[tuple[float, float]], zoom: float, quarters: int, x: float, y: float, data: st.DataObject
) -> None:
    layout = PageLayout(pages(sizes), zoom, quarters)
    number = data.draw(st.integers(1, len(sizes)))
    width, height = sizes[number - 1]
    spot = Spot(number, x * width, y * height)
    place = layout.place(spot)
    if layout.page_rect(number).adjusted(1, 1, -1, -1).contains(place):  # pages begin and end at whole pixels
        again = layout.spot(place)
        assert again is not None
        assert again.number == number
        assert (again.x, again.y) == pytest.approx((spot.x, spot.y), abs=1e-6)


@given(SIZES, ZOOMS, QUARTERS, st.data())
def test_a_box_of_all_of_the_page_covers_it(
    sizes: list[tuple[float, float]], zoom: float, quarters: int, data: st.DataObject
) -> None:
    layout = PageLayout(pages(sizes), zoom, quarters)
    number = data.draw(st.integers(1, len(sizes)))
    box, page = layout.rect(number, (0.0, 0.0, *sizes[number - 1])), layout.page_rect(number)
    assert (box.left(), box.top()) == pytest.approx((page.left(), page.top()), abs=0.51)
    assert (box.width(), box.height()) == pytest.approx((page.width(), page.height()), abs=1.01)


@given(SIZES, ZOOMS, st.floats(-500, 50_000), st.floats(1, 3000))
def test_what_is_in_sight_is_what_the_view_touches(
    sizes: list[tuple[float, float]], zoom: float, top: float, height: float
) -> None:
    layout = PageLayout(pages(sizes), zoom)
    seen = layout.in_sight(top, height)
    touched = [
        number
        for number in range(1, len(sizes) + 1)
        if layout.page_rect(number).bottom() > top and layout.page_rect(number).top() < top + height
    ]
    assert set(touched) <= set(seen)
    assert len(seen) <= len(touched) + 1  # and the one whose lower margin is in sight


def test_a_box_is_placed_by_points_from_the_top_left() -> None:
    layout = PageLayout(pages([(600, 800), (600, 800)]), 1.0)
    rect = layout.rect(2, (100, 200, 300, 212))
    page = layout.page_rect(2)
    assert rect.left() - page.left() == pytest.approx(100 * ACTUAL_SIZE)
    assert rect.top() - page.top() == pytest.approx(200 * ACTUAL_SIZE)
    assert (rect.width(), rect.height()) == pytest.approx((200 * ACTUAL_SIZE, 12 * ACTUAL_SIZE))


def test_without_pages_there_is_nothing() -> None:
    layout = PageLayout([])
    assert layout.spot(QPointF(0, 0)) is None
    assert list(layout.in_sight(0, 100)) == []
    assert layout.length == 0
    assert not layout.has(1)


@given(SIZES, QUARTERS, st.floats(100, 4000))
def test_fitting_the_width_fills_it_with_the_widest_page(sizes: list[tuple[float, float]], quarters: int, room: float) -> None:
    layout = PageLayout(pages(sizes), width_zoom(pages(sizes), quarters, room), quarters, room)
    widest = max(layout.page_rect(number).width() for number in range(1, len(sizes) + 1))
    assert widest + 2 * MARGIN == pytest.approx(room, abs=1) or widest * 3 > room  # or there is no room at all


@given(SIDES, SIDES, QUARTERS, st.floats(300, 4000), st.floats(300, 4000))
def test_fitting_the_page_shows_all_of_it(width: float, height: float, quarters: int, room: float, tall: float) -> None:
    [page] = pages([(width, height)])
    rect = PageLayout([page], page_zoom(page, quarters, room, tall), quarters, room).page_rect(1)
    assert rect.width() + 2 * MARGIN <= room + 1
    assert rect.height() + 2 * MARGIN <= tall + 1


@given(st.floats(0.01, 10))
def test_steps_go_up_and_down_within_their_ends(zoom: float) -> None:
    up, down = next_step(zoom, 1), next_step(zoom, -1)
    assert {up, down} <= set(ZOOM_STEPS)
    assert up > zoom or up == ZOOM_STEPS[-1]
    assert down < zoom or down == ZOOM_STEPS[0]
    assert ZOOM_STEPS[0] <= clamped(zoom) <= ZOOM_STEPS[-1]
    assert next_step(1.0, 1) == 1.1
    assert next_step(1.0, -1) == 0.9
