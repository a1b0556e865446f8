"""Where the pages of a document lie below each other, at any zoom and turned by quarters. Pure geometry: paints nothing.

Three kinds of coordinates: *points* on a page as :mod:`pincite.domain` has them; the *strip*, in device-independent pixels from
the top left corner of the first page's margin; and the viewport, which is the strip less what is scrolled.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.domain import Box, PageInfo

MARGIN = 2 * STEP
"""Pixels around each page."""

ACTUAL_SIZE = 96 / 72
"""Device-independent pixels per point at 100 %."""

ZOOM_STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
"""What the buttons, the keys and the menu go through."""

LEAST_FITTING = 0.05
"""A page is fitted into however little room there is, down to this zoom."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on a page: its number, and x and y in points; beyond the edges they lie in the margin."""

    number: int
    x: float
    y: float


def clamped(zoom: float) -> float:
    """The zoom within what the steps reach from and to."""
    return min(ZOOM_STEPS[-1], max(ZOOM_STEPS[0], zoom))


def next_step(zoom: float, by: int) -> float:
    """The next step above (``by`` 1) or below (-1) a zoom, which may itself lie between two steps."""
    if by > 0:
        return next((step for step in ZOOM_STEPS if step > zoom + 0.005), ZOOM_STEPS[-1])
    return next((step for step in reversed(ZOOM_STEPS) if step < zoom - 0.005), ZOOM_STEPS[0])


def turned_size(width: float, height: float, quarters: int) -> tuple[float, float]:
    """Width and height of a page that is turned clockwise by quarters."""
    return (height, width) if quarters % 2 else (width, height)


def turned(x: float, y: float, width: float, height: float, quarters: int) -> tuple[float, float]:
    """Where a point of a page of this width and height comes to lie when the page is turned clockwise by quarters."""
    quarters %= 4
    if quarters == 1:
        return height - y, x
    if quarters == 2:
        return width - x, height - y
    if quarters == 3:
        return y, width - x
    return x, y


class PageLayout:
    """The strip of all pages, one below the other, each in the middle.

    Args:
        pages: Sizes in points.
        zoom: 1.0 is actual size.
        quarters: By how many quarters all pages are turned clockwise.
        room: Width of the viewport; the strip is at least so wide.
    """

    def __init__(self, pages: Sequence[PageInfo], zoom: float = 1.0, quarters: int = 0, room: float = 0.0) -> None:
        self._pages = pages
        self.scale = zoom * ACTUAL_SIZE
        self.quarters = quarters % 4
        # whole pixels, so that an image of the page is not smeared over two
        self._sizes = [
            (max(1, round(width * self.scale)), max(1, round(height * self.scale)))
            for width, height in (turned_size(page.width, page.height, quarters) for page in pages)
        ]
        self._tops = list(accumulate((height + MARGIN for _, height in self._sizes), initial=MARGIN))
        self.width = max(room, max((width for width, _ in self._sizes), default=0) + 2 * MARGIN)
        self.length = float(self._tops[-1]) if pages else 0.0

    def has(self, number: int) -> bool:
        """Whether there is a page of this number."""
        return 1 <= number <= len(self._pages)

    def top(self, number: int) -> float:
        """The upper edge of a page in the strip."""
        return float(self._tops[number - 1])

    def page_rect(self, number: int) -> QRectF:
        """A page in the strip."""
        width, height = self._sizes[number - 1]
        return QRectF(round((self.width - width) / 2), self._tops[number - 1], width, height)

    def rect(self, number: int, box: Box) -> QRectF:
        """A box (points) of a page in the strip."""
        page = self._pages[number - 1]
        x0, y0, x1, y1 = box
        corners = [turned(x, y, page.width, page.height, self.quarters) for x, y in ((x0, y0), (x1, y1))]
        origin = self.page_rect(number).topLeft()
        first, second = (QPointF(x, y) * self.scale + origin for x, y in corners)
        return QRectF(first, second).normalized()

    def place(self, spot: Spot) -> QPointF:
        """A spot in the strip."""
        page = self._pages[spot.number - 1]
        return (
            QPointF(*turned(spot.x, spot.y, page.width, page.height, self.quarters)) * self.scale
            + self.page_rect(spot.number).topLeft()
        )

    def spot(self, at: QPointF) -> Spot | None:
        """What lies at a point of the strip; a point between two pages belongs to the upper one. None without pages."""
        if not self._pages:
            return None
        number = self.at(at.y())
        page = self._pages[number - 1]
        inside = (at - self.page_rect(number).topLeft()) / self.scale
        width, height = turned_size(page.width, page.height, self.quarters)
        x, y = turned(inside.x(), inside.y(), width, height, -self.quarters)
        return Spot(number, x, y)

    def at(self, y: float) -> int:
        """Number of the page at a height of the strip; the first above all and the last below all. There must be pages."""
        return min(len(self._pages), max(1, bisect_right(self._tops, y)))

    def in_sight(self, top: float, height: float) -> range:
        """Numbers of the pages between two heights of the strip."""
        return range(self.at(top), self.at(top + height) + 1) if self._pages else range(0)


def width_zoom(pages: Sequence[PageInfo], quarters: int, width: float) -> float:
    """The zoom at which the widest page fills a viewport of this width."""
    widest = max((turned_size(page.width, page.height, quarters)[0] for page in pages), default=0.0)
    return max(LEAST_FITTING, (width - 2 * MARGIN) / (widest or 1.0) / ACTUAL_SIZE)


def page_zoom(page: PageInfo, quarters: int, width: float, height: float) -> float:
    """The zoom at which a page is whole in a viewport of this size."""
    wide, high = turned_size(page.width, page.height, quarters)
    fitting = min((width - 2 * MARGIN) / (wide or 1.0), (height - 2 * MARGIN) / (high or 1.0))
    return max(LEAST_FITTING, fitting / ACTUAL_SIZE)


def page_named(typed: str, pages: Sequence[PageInfo]) -> int:
    """The number of the page that somebody means by a label or a number; a label counts before a number. 0: there is none."""
    name = typed.strip().casefold()
    number = next((page.number for page in pages if page.label.casefold() == name), 0)
    if not number and name.isdecimal():
        number = int(name)
    return number if number <= len(pages) else 0
