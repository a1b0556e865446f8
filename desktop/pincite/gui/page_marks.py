"""What is marked on the pages: evidence, matches, the selection; and the colours in which each is painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pincite.gui.theme import MARKER

if TYPE_CHECKING:
    from pincite.domain import Box

Boxes = tuple["Box", ...]
RectOf = Callable[[int, "Box"], QRectF]

GROWS = 1.5
"""Points by which a box is widened, so that the marker reaches around the letters."""
RULE_WIDTH, RULE_GAP = 3, 4
"""Pixels of the rule in the margin, and from the page's edge to it."""


class Ink(Enum):
    """Kinds of marks, in the order in which they are painted."""

    EVIDENCE = "evidence of the answer"
    CHOSEN = "the evidence that was opened"
    MATCH = "found words"
    CURRENT = "the found words that one is at"
    SELECTION = "words that were selected"


COLOURS = {
    Ink.EVIDENCE: QColor(255, 241, 181),
    Ink.CHOSEN: MARKER,
    Ink.MATCH: QColor(196, 230, 255),
    Ink.CURRENT: QColor(255, 176, 102),
    Ink.SELECTION: QColor(178, 205, 250),
}
"""Multiplied with the paper, so that the words stay black in every scheme: pages are white in all of them."""


_STRONGER = {Ink.EVIDENCE: Ink.CHOSEN, Ink.MATCH: Ink.CURRENT}
"""Where both mark the same words, only the stronger one is painted."""


class Marks:
    """The boxes of each kind of mark, by the number of their page."""

    def __init__(self) -> None:
        self._boxes: dict[Ink, Mapping[int, Boxes]] = {}

    def set(self, ink: Ink, boxes: Mapping[int, Boxes]) -> None:
        """Replaces all marks of a kind; the mapping may grow afterwards."""
        self._boxes[ink] = boxes

    def of(self, ink: Ink) -> Mapping[int, Boxes]:
        """The marks of a kind."""
        return self._boxes.get(ink, {})

    def clear(self) -> None:
        """Takes all marks away."""
        self._boxes.clear()

    def paint(self, painter: QPainter, number: int, page: QRectF, scale: float, rect_of: RectOf) -> None:
        """Paints the marks of a page.

        Args:
            painter: Paints in the viewport.
            number: The page.
            page: Where it lies in the viewport.
            scale: Pixels per point.
            rect_of: Where a box of a page lies in the viewport.
        """
        grow = GROWS * scale
        painter.save()
        for ink in Ink:
            stronger = self.of(_STRONGER[ink]).get(number, ()) if ink in _STRONGER else ()
            boxes = [box for box in self.of(ink).get(number, ()) if box not in stronger]
            if not boxes:
                continue
            sideways = 0.0 if ink is Ink.SELECTION else grow
            rects = [rect_of(number, box).adjusted(-sideways, -grow / 2, sideways, grow / 2) for box in boxes]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(COLOURS[ink])
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for rect in rects:
                painter.drawRoundedRect(rect, 2, 2)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            # both say without colour which of several marks it is
            if ink is Ink.CHOSEN:
                top, bottom = min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
                painter.setBrush(MARKER.darker(130))
                painter.drawRect(QRectF(page.left() + RULE_GAP, top, RULE_WIDTH, bottom - top))
            elif ink is Ink.CURRENT:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(COLOURS[ink].darker(170), 1.5))
                for rect in rects:
                    painter.drawRoundedRect(rect, 2, 2)
        painter.restore()
