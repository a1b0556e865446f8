"""Paints the items of a list in two colours: what they are, and below it, paler, what is to be known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPainter, QPixmap

    from pincite.gui.theme import Theme

    AnyIndex = QModelIndex | QPersistentModelIndex

SAMPLE = 12
"""Pixels of the picture before an item."""


class TwoLines(QStyledItemDelegate):
    """The text of an item is broken where it has no room; its first line is the one, the rest the other.

    Args:
        view: The list, whose width the items have.
        theme: The colours.
        picture: Gives the picture of an item, of ``SAMPLE`` pixels; None: items have none.
    """

    def __init__(self, view: QListWidget, theme: Theme, picture: Callable[[AnyIndex], QPixmap] | None = None) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._picture = picture

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """See Qt."""
        width = self._view.viewport().width()
        return QSize(width, sum(rect.height() for rect in self._rects(index, width)) + 2 * STEP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """See Qt."""
        painter.save()
        painter.translate(option.rect.topLeft())
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(QRect(QPoint(0, 0), option.rect.size()), self._theme.colour("selected"))
        if self._picture is not None:
            painter.drawPixmap(STEP, STEP + 2, self._picture(index))
        rects = self._rects(index, option.rect.width())
        for rect, text, colour in zip(rects, _texts(index), ("text", "muted"), strict=True):
            painter.setPen(self._theme.colour(colour))
            painter.drawText(rect, Qt.TextFlag.TextWordWrap, text)
        painter.restore()

    def _rects(self, index: AnyIndex, width: int) -> list[QRect]:
        """Where the two texts stand in an item of this width."""
        metrics = self._view.fontMetrics()
        left = STEP if self._picture is None else SAMPLE + 2 * STEP
        top, rects = STEP, []
        for text in _texts(index):
            room = QRect(left, top, width - left - STEP, 10_000)
            rects.append(metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, text))
            rects[-1].setWidth(room.width())
            top = rects[-1].bottom() + 1
        return rects


def _texts(index: AnyIndex) -> list[str]:
    first, _, rest = str(index.data()).partition("\n")
    return [first, rest]
