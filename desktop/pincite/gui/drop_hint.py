"""Covers the window while files are dragged over it, and says what dropping them does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from pincite.gui.theme import Theme


class DropHint(QWidget):
    """A translucent sheet with a dashed frame; takes no clicks."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._under = parent
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_over(self, words: str) -> None:
        """Covers the parent and shows the words."""
        self._words = words
        self.setAccessibleName(words)
        self.setGeometry(self._under.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See Qt."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = self._theme.colour("window")
        sheet.setAlphaF(0.94)
        painter.fillRect(self.rect(), sheet)
        painter.setPen(QPen(self._theme.colour("accent"), 2, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2 * STEP, 2 * STEP, -2 * STEP, -2 * STEP), 12, 12)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent"))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
