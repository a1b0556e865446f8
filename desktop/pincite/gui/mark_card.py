"""A small card beside a highlight: its colour and its note. What is changed is told when the card closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from pincite.gui.controls import IconButton, button, column, keys_words, label, row
from pincite.gui.swatches import Swatches
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent

    from pincite.domain import Mark
    from pincite.gui.theme import Theme

SIZE = QSize(288, 176)
KEEP = "Ctrl+Enter"


class MarkCard(QFrame):
    """Edits one mark at a time; a click elsewhere closes it.

    Signals:
        finished(Mark, MarkColour, str): it was closed: the mark as it was, its colour and its note.
        remove_wanted(Mark): the mark shall go.
    """

    finished = Signal(object, object, str)
    remove_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._mark: Mark | None = None
        self.setProperty("role", "card")
        self.setFixedSize(SIZE)
        self.setAccessibleName(self.tr("Highlight"))
        self.swatches = Swatches()
        self.remove = IconButton("delete", self.tr("Delete this highlight"), theme, self._remove, "muted")
        self.note = QPlainTextEdit()
        self.note.setPlaceholderText(self.tr("Add a note…"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setProperty("role", "note")
        self.place = label(role="muted", wrap=False)
        self.done = button(self.tr("Done"), self.close, "primary")
        self.done.setToolTip(self.tr("Keeps the note ({keys})").format(keys=keys_words(KEEP)))
        layout = column(self, STEP + 4, STEP)
        layout.addLayout(row(self.swatches, None, self.remove))
        layout.addWidget(self.note, 1)
        layout.addLayout(row(self.place, None, self.done))

    @property
    def mark(self) -> Mark | None:
        """The mark that is shown; None while the card is closed."""
        return self._mark

    def edit(self, mark: Mark, place: str, beside: QRect) -> None:
        """Shows a mark and the name of its page below (or above) its words, which lie at a rectangle of the screen."""
        self._mark = mark
        self.swatches.choose(mark.colour)
        self.note.setPlainText(mark.note)
        self.place.setText(place)
        screen = self.screen().availableGeometry()
        at = beside.bottomLeft() + QPoint(0, STEP // 2)
        if at.y() + self.height() > screen.bottom():
            at = beside.topLeft() - QPoint(0, self.height() + STEP // 2)
        at.setX(max(screen.left(), min(at.x(), screen.right() - self.width())))
        self.move(at)
        self.show()
        self.note.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt. Escape and Ctrl+Enter close it."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """See Qt. However it is closed, what was written is kept."""
        super().hideEvent(event)
        mark, self._mark = self._mark, None
        if mark is not None:
            self.finished.emit(mark, self.swatches.colour, self.note.toPlainText())

    def _remove(self) -> None:
        mark, self._mark = self._mark, None
        self.close()
        if mark is not None:
            self.remove_wanted.emit(mark)
