"""The colours of highlights, to choose from. Marks nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from pincite.domain import MarkColour
from pincite.gui.controls import row
from pincite.gui.page_marks import COLOURS, OWN
from pincite.gui.translation import translate

SIZE = 18
_TICK = ((0.28, 0.52), (0.44, 0.68), (0.73, 0.34))
"""The points of the tick, as shares of the swatch."""


def colour_name(colour: MarkColour) -> str:
    """What a colour is called."""
    return {
        MarkColour.YELLOW: translate("swatches", "Yellow"),
        MarkColour.GREEN: translate("swatches", "Green"),
        MarkColour.BLUE: translate("swatches", "Blue"),
        MarkColour.PINK: translate("swatches", "Pink"),
    }[colour]


def swatch(colour: MarkColour, ticked: bool = False, size: int = SIZE, ratio: float = 2.0) -> QPixmap:
    """A round sample of a colour; the chosen one has a tick, so that it is not told by colour alone."""
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    fill: QColor = COLOURS[OWN[colour]]
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(fill.darker(160), 1))
    painter.setBrush(fill)
    painter.drawEllipse(QRectF(1, 1, size - 2, size - 2))
    if ticked:
        painter.setPen(QPen(QColor(30, 34, 38), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x * size, y * size) for x, y in _TICK]))
    painter.end()
    return drawn


class Swatches(QWidget):
    """A row of colours of which one is chosen.

    Signals:
        chosen(MarkColour): the user chose one.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[MarkColour, QToolButton] = {}
        for colour in MarkColour:
            made = QToolButton()
            icon = QIcon()
            icon.addPixmap(swatch(colour), state=QIcon.State.Off)
            icon.addPixmap(swatch(colour, ticked=True), state=QIcon.State.On)
            made.setIcon(icon)
            made.setIconSize(QSize(SIZE, SIZE))
            made.setCheckable(True)
            made.setToolTip(colour_name(colour))
            made.setAccessibleName(colour_name(colour))
            made.clicked.connect(lambda _checked=False, colour=colour: self.chosen.emit(colour))
            self._group.addButton(made)
            self.buttons[colour] = made
        self.setLayout(row(*self.buttons.values(), spacing=0))

    @property
    def colour(self) -> MarkColour:
        """The one that is chosen."""
        return next((colour for colour, button in self.buttons.items() if button.isChecked()), MarkColour.YELLOW)

    def choose(self, colour: MarkColour) -> None:
        """Shows another one as chosen."""
        self.buttons[colour].setChecked(True)
