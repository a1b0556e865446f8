"""Asks for the name and the colour of a collection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QDialog, QLineEdit, QToolButton, QWidget

from pincite.domain import Collection, CollectionColour
from pincite.gui.controls import button, column, label, row
from pincite.gui.theme import STEP
from pincite.gui.translation import translate

if TYPE_CHECKING:
    from pincite.gui.theme import Theme

DOT = 20
WIDTH = 380


class CollectionDialog(QDialog):
    """A new collection, or one that is there already. The window behind it can not be used meanwhile, but goes on working.

    Signals:
        settled(str, CollectionColour): name and colour that were chosen.
    """

    settled = Signal(str, object)

    def __init__(self, theme: Theme, collection: Collection | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Collection") if collection else self.tr("New collection"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        self.name = QLineEdit(collection.name if collection else "")
        self.name.setAccessibleName(self.tr("Name of the collection"))
        self.name.setPlaceholderText(self.tr("Name"))
        self.name.selectAll()
        self.name.textChanged.connect(self._check)
        self._colours = QButtonGroup(self)
        self.swatches: dict[CollectionColour, QToolButton] = {}
        for colour in CollectionColour:
            self.swatches[colour] = self._swatch(theme, colour)
        self.swatches[collection.colour if collection else CollectionColour.BLUE].setChecked(True)
        self.save_button = button(self.tr("Save") if collection else self.tr("Create"), self._settle, "primary")
        self.save_button.setDefault(True)
        layout = column(self, 2 * STEP, STEP + 4)
        purpose = self.tr("A matter, a course, a ward. Its questions are answered from its own documents only.")
        layout.addWidget(label(purpose, "muted"))
        layout.addWidget(self.name)
        layout.addLayout(row(*self.swatches.values(), None, spacing=STEP // 2))
        layout.addLayout(row(None, button(self.tr("Cancel"), self.reject), self.save_button))
        self.name.setFocus()
        self._check()

    @property
    def colour(self) -> CollectionColour:
        """The colour that is chosen."""
        return next(colour for colour, swatch in self.swatches.items() if swatch.isChecked())

    def _swatch(self, theme: Theme, colour: CollectionColour) -> QToolButton:
        made = QToolButton()
        icon = QIcon()
        for state in (QIcon.State.Off, QIcon.State.On):
            drawn = QPixmap(2 * DOT, 2 * DOT)
            drawn.setDevicePixelRatio(2)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.collection_colour(colour))
            painter.drawEllipse(2, 2, DOT - 4, DOT - 4)
            if state is QIcon.State.On:  # told by its shape, too
                pen = QPen(theme.colour("surface"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawPolyline([_point(0.32, 0.52), _point(0.45, 0.64), _point(0.68, 0.38)])
            painter.end()
            icon.addPixmap(drawn, QIcon.Mode.Normal, state)
        made.setIcon(icon)
        made.setIconSize(QSize(DOT, DOT))
        made.setCheckable(True)
        name = _name(colour)
        made.setToolTip(name)
        made.setAccessibleName(self.tr("Colour: {name}").format(name=name.lower()))
        self._colours.addButton(made)
        return made

    def _check(self) -> None:
        self.save_button.setEnabled(bool(self.name.text().strip()))

    def _settle(self) -> None:
        self.settled.emit(" ".join(self.name.text().split()), self.colour)
        self.accept()


def _name(colour: CollectionColour) -> str:
    return {
        CollectionColour.BLUE: translate("collection_dialog", "Blue"),
        CollectionColour.GREEN: translate("collection_dialog", "Green"),
        CollectionColour.YELLOW: translate("collection_dialog", "Yellow"),
        CollectionColour.ORANGE: translate("collection_dialog", "Orange"),
        CollectionColour.RED: translate("collection_dialog", "Red"),
        CollectionColour.PURPLE: translate("collection_dialog", "Purple"),
        CollectionColour.GREY: translate("collection_dialog", "Grey"),
    }[colour]


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * DOT, y * DOT)
