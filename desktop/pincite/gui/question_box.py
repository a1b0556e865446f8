"""Where the question is typed: Enter asks, Shift+Enter starts a new line, Arrow Up brings the last question back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

MAX_LINES = 6


class QuestionBox(QPlainTextEdit):
    """A text field that grows with its text up to ``MAX_LINES``.

    Signals:
        asked: Enter was pressed.
        focused(bool): the keyboard came or went.
    """

    asked = Signal()
    focused = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.last = ""  # what was asked last; Arrow Up brings it back
        self.setProperty("role", "question")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName("Question")
        self.document().setDocumentMargin(4)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def question(self) -> str:
        """What is typed, without the space around it."""
        return self.toPlainText().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.asked.emit()
        elif event.key() == Qt.Key.Key_Up and not self.toPlainText():
            self.setPlainText(self.last)
            self.moveCursor(QTextCursor.MoveOperation.End)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """See Qt."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """See Qt."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _fit(self) -> None:
        # the layout of a plain text document measures its height in lines
        lines = min(MAX_LINES, max(1, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * 4 + 2)
