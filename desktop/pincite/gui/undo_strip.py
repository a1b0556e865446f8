"""One line that says for a moment what was done, with a way to take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from pincite.gui.controls import IconButton, button, keys_words, label, row
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pincite.gui.theme import Theme

SHOWN_MS = 8000
"""Long enough to read it and reach for the button."""


class UndoStrip(QFrame):
    """Hides itself after a while; a new message replaces the last one.

    Signals:
        undo_wanted: what was said last shall be taken back.
    """

    undo_wanted = Signal()

    def __init__(self, theme: Theme, keys: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.said = label()
        self.undo = button(self.tr("Undo"), self._undo, "link")
        self.undo.setToolTip(self.tr("Undo ({keys})").format(keys=keys_words(keys)))
        close = IconButton("close", self.tr("Close this message"), theme, self.hide, "muted")
        line = row(self.said, self.undo, close)
        line.setContentsMargins(STEP + 4, 2, 4, 2)
        line.setStretch(0, 1)
        self.setLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, undoable: bool = False) -> None:
        """Shows a message, with the button if what it says can be taken back."""
        self.said.setText(text)
        self.undo.setVisible(undoable)
        self.setAccessibleName(text)
        self.show()
        self._timer.start()

    def _undo(self) -> None:
        self.hide()
        self.undo_wanted.emit()
