"""What is marked on the pages: the reader's own marks, evidence, matches, the selection; and the colours of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from pincite.domain import MarkColour
from pincite.gui.theme import MARKER

if TYPE_CHECKING:
    from pincite.domain import Box

Boxes = tuple["Box", ...]
RectOf = Callable[[int, "Box"], QRectF]

GROWS = 1.5
"""Points by which a box is widened, so that the marker reaches around the letters."""
RULE_WIDTH, RULE_GAP = 3, 4
"""Pixels of the rule in the margin, and from the page's edge to it."""
LINE, DOT = 2.0, 7.0
"""Pixels: the line under the reader's own marks, and the dot at the end of one that has a note."""


class Ink(Enum):
    """Kinds of marks, in the order in which they are painted."""

    OWN_YELLOW = "the reader's own, in yellow"
    OWN_GREEN = "the reader's own, in green"
    OWN_BLUE = "the reader's own, in blue"
    OWN_PINK = "the reader's own, in pink"
    NOTED = "the reader's own that have a note"
    EVIDENCE = "evidence of the answer"
    CHOSEN = "the evidence that was opened"
    MATCH = "found words"
    CURRENT = "the found words that one is at"
    SELECTION = "words that were selected"


OWN = {
    MarkColour.YELLOW: Ink.OWN_YELLOW,
    MarkColour.GREEN: Ink.OWN_GREEN,
    MarkColour.BLUE: Ink.OWN_BLUE,
    MarkColour.PINK: Ink.OWN_PINK,
}
COLOURS = {
    Ink.OWN_YELLOW: QColor(255, 233, 120),
    Ink.OWN_GREEN: QColor(186, 235, 176),
    Ink.OWN_BLUE: QColor(176, 217, 255),
    Ink.OWN_PINK: QColor(255, 198, 218),
    Ink.NOTED: QColor(90, 90, 90),
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
            if ink is Ink.NOTED:
                self._paint_dots(painter, [rect_of(number, box) for box in boxes])
                continue
            sideways = 0.0 if ink is Ink.SELECTION else grow
            rects = [rect_of(number, box).adjusted(-sideways, -grow / 2, sideways, grow / 2) for box in boxes]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(COLOURS[ink])
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
            for rect in rects:
                painter.drawRoundedRect(rect, 2, 2)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            # they say without colour which of several marks it is
            if ink in OWN.values():
                painter.setBrush(COLOURS[ink].darker(150))
                for rect in rects:
                    painter.drawRect(QRectF(rect.left(), rect.bottom() - LINE, rect.width(), LINE))
            elif ink is Ink.CHOSEN:
                top, bottom = min(rect.top() for rect in rects), max(rect.bottom() for rect in rects)
                painter.setBrush(MARKER.darker(130))
                painter.drawRect(QRectF(page.left() + RULE_GAP, top, RULE_WIDTH, bottom - top))
            elif ink is Ink.CURRENT:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(COLOURS[ink].darker(170), 1.5))
                for rect in rects:
                    painter.drawRoundedRect(rect, 2, 2)
        painter.restore()

    def _paint_dots(self, painter: QPainter, rects: list[QRectF]) -> None:
        painter.setPen(QPen(Qt.GlobalColor.white, 1))
        painter.setBrush(COLOURS[Ink.NOTED])
        for rect in rects:
            painter.drawEllipse(QRectF(rect.right() - DOT / 2 + 1, rect.top() - DOT / 2, DOT, DOT))
