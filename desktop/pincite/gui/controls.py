"""The small controls that the panes are made of. They know nothing of documents or answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from pincite.gui.icons import action_icon, pixmap
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from pincite.gui.theme import Theme

ICON = 18


def label(text: str = "", role: str = "", wrap: bool = True, selectable: bool = False) -> QLabel:
    """Plain text; ``role`` is one of the style sheet's."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(text: str, clicked: Callable[[], object], role: str = "") -> QPushButton:
    """A button with words on it; ``role`` is "primary", "link" or none."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.clicked.connect(lambda: clicked())
    return made


def keys_words(keys: str) -> str:
    """A shortcut such as “Ctrl+N”, as the platform and the language write it."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def clear(layout: QLayout) -> None:
    """Takes everything out of a layout and destroys it."""
    while item := layout.takeAt(0):
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()


class Elided(QLabel):
    """One line of plain text that is cut with “…” where it has no room, and is then whole in the tooltip."""

    def __init__(self, role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def show_text(self, text: str) -> None:
        """Shows another text."""
        self.setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """See Qt."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See Qt."""
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), self._mode, self.width())
        self.style().drawItemText(painter, self.rect(), self.alignment(), self.palette(), True, shown, self.foregroundRole())


class IconButton(QToolButton):
    """A button with a picture; its name is in the tooltip and told to screen readers."""

    def __init__(
        self, icon: str, name: str, theme: Theme, clicked: Callable[[], object], colour: str = "text", keys: str = ""
    ) -> None:
        super().__init__()
        self._icon_name = icon
        self._theme = theme
        self._colour = colour
        self.setIconSize(QSize(ICON, ICON))
        self.setAutoRaise(True)
        self.clicked.connect(lambda: clicked())
        self.show_as(icon, name, keys)
        theme.changed.connect(self._draw)

    def show_as(self, icon: str, name: str, keys: str = "") -> None:
        """Becomes another button: a different picture and name."""
        self._icon_name = icon
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({keys_words(keys)})" if keys else name)
        self._draw()

    def _draw(self) -> None:
        self.setIcon(action_icon(self._icon_name, self._theme, self._colour))


class Picture(QLabel):
    """An icon that is not a button."""

    def __init__(self, icon: str, theme: Theme, colour: str = "muted", size: int = ICON) -> None:
        super().__init__()
        self._icon_name = icon
        self._theme = theme
        self._colour = colour
        self._size = size
        self.setFixedSize(size, size)
        self._draw()
        theme.changed.connect(self._draw)

    def show_as(self, icon: str, colour: str) -> None:
        """Becomes another icon."""
        self._icon_name, self._colour = icon, colour
        self._draw()

    def _draw(self) -> None:
        colour = self._theme.colour(self._colour)
        self.setPixmap(pixmap(f"actions/{self._icon_name}", colour, self._size, self.devicePixelRatioF()))


class Bar(QProgressBar):
    """A thin bar without a number; the words beside it say how far."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setTextVisible(False)
        self.setRange(0, 1000)
        self.setAccessibleName(name)

    def show_fraction(self, fraction: float | None) -> None:
        """0 to 1, or None where it is not known how far."""
        self.setRange(0, 0 if fraction is None else 1000)
        if fraction is not None:
            self.setValue(round(1000 * fraction))


def column(parent: QWidget, margin: int = 0, spacing: int = STEP) -> QVBoxLayout:
    """A vertical layout for a widget."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(spacing)
    return layout


def row(*widgets: QWidget | None, spacing: int = STEP) -> QHBoxLayout:
    """Widgets beside each other; None is a space that grows."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return layout


class Paper(QWidget):
    """A pane in the colour of paper."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("role", "paper")
