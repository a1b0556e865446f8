"""Panels that tell something: a notice, a failure, or that there is no answer."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from pincite.gui.controls import IconButton, Picture, clear, column, label, row
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pincite.gui.theme import Theme


COLOURS = {"failure": "bad", "warning": "weak"}


class Card(QFrame):
    """A panel with an icon, a title, a text and buttons.

    Args:
        theme: The colours.
        role: "card", "warning" or "failure".
        icon: Its name; none without.
        wide: Has all of it beside each other, and can be closed.

    Attributes:
        said: The title and the text.

    Signals:
        dismissed: the user closed it. It is hidden, not destroyed.
    """

    dismissed = Signal()

    def __init__(self, theme: Theme, role: str = "card", icon: str = "", wide: bool = False) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.said = ("", "")
        self._wide = wide
        self._title = label(role="" if wide else "title", selectable=True)
        self._text = label(role="muted" if role == "card" else "", selectable=True)
        self._buttons = row()
        self._button_row = QWidget()
        self._button_row.setLayout(self._buttons)
        self._button_row.hide()
        self.body = QVBoxLayout()
        self.body.setSpacing(STEP)
        self.body.addWidget(self._title)
        self.body.addWidget(self._text)
        margin = STEP // 2 if wide else STEP + 4
        outer = QHBoxLayout(self)
        outer.setContentsMargins(2 * STEP, margin, margin, margin)
        outer.setSpacing(STEP + 4)
        if icon:
            middle = Qt.AlignmentFlag.AlignVCenter if wide else Qt.AlignmentFlag.AlignTop
            outer.addWidget(Picture(icon, theme, COLOURS.get(role, "accent")), 0, middle)
        outer.addLayout(self.body, 1)
        if wide:
            self._title.setTextFormat(Qt.TextFormat.RichText)
            outer.addWidget(self._button_row)
            outer.addWidget(IconButton("close", self.tr("Close this message"), theme, self._dismiss, "muted"))
        else:
            self.body.addWidget(self._button_row)

    def say(self, title: str, text: str = "") -> None:
        """Shows a title and a text; an empty one takes no room."""
        self.said = (title, text)
        if self._wide:
            self._title.setText(f"<b>{html.escape(title)}</b> {html.escape(text)}")
        else:
            self._title.setText(title)
            self._text.setText(text)
        self._title.setVisible(bool(title) or self._wide)
        self._text.setVisible(bool(text) and not self._wide)
        self.setAccessibleName(f"{title} {text}".strip())
        self.show()

    def set_buttons(self, *buttons: QPushButton) -> None:
        """Replaces the buttons."""
        clear(self._buttons)
        for made in buttons:
            self._buttons.addWidget(made)
        self._buttons.addStretch(1)
        self._button_row.setVisible(bool(buttons))

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()


class NoticeArea(QWidget):
    """Cards below each other; takes no room while all of them are hidden."""

    def __init__(self, *cards: Card) -> None:
        super().__init__()
        self._cards = cards
        self._layout = column(self, 0, STEP)
        for card in cards:
            card.hide()
            self._layout.addWidget(card)

    def event(self, event: QEvent) -> bool:
        """See Qt."""
        if event.type() == QEvent.Type.LayoutRequest:
            margin = 0 if all(card.isHidden() for card in self._cards) else STEP
            self._layout.setContentsMargins(margin, margin, margin, margin)
        return super().event(event)
