"""Where the question is typed: Enter asks, Shift+Enter starts a new line, Arrow Up brings earlier questions back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from pincite.gui.question_history import QuestionHistory
from pincite.gui.question_templates import blank

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

MAX_LINES = 6
MARGIN = 4


class QuestionBox(QPlainTextEdit):
    """A text field that grows with its text up to ``MAX_LINES``.

    Args:
        history: What was asked before.

    Signals:
        asked: Enter was pressed.
        focused(bool): the keyboard came or went.
    """

    asked = Signal()
    focused = Signal(bool)

    def __init__(self, history: QuestionHistory | None = None) -> None:
        super().__init__()
        self.history = history or QuestionHistory()
        self._recalled = ""  # what the box holds since it was brought back
        self.setProperty("role", "question")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(self.tr("Question"))
        self.document().setDocumentMargin(MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._fit()

    def question(self) -> str:
        """What is typed, without the space around it."""
        return self.toPlainText().strip()

    def begin_with(self, text: str) -> None:
        """Puts a text into the box, to be completed: what stands in brackets is selected."""
        self.setPlainText(text)
        self.setFocus()
        cursor = self.textCursor()
        start, end = blank(text) or (len(text), len(text))
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.asked.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain and self.toPlainText() in ("", self._recalled):
            self._recall(self.history.older() if event.key() == Qt.Key.Key_Up else self.history.newer())
        else:
            super().keyPressEvent(event)
            if self.toPlainText() not in ("", self._recalled):
                self.history.leave()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """See Qt."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """See Qt."""
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _recall(self, question: str | None) -> None:
        if question is not None:
            self._recalled = question
            self.setPlainText(question)
            self.moveCursor(QTextCursor.MoveOperation.End)

    def _fit(self) -> None:
        # the layout of a plain text document measures its height in lines
        lines = min(MAX_LINES, max(1, round(self.document().size().height())))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 2 * MARGIN + 2)
