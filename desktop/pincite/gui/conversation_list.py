"""The conversations that are kept: searched, opened, renamed, deleted and brought back, saved. Shows no answer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QInputDialog,
    QLineEdit,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QWidget,
)

from pincite.gui.cards import Card
from pincite.gui.controls import IconButton, column, label, row
from pincite.gui.theme import STEP
from pincite.gui.two_lines import TwoLines
from pincite.gui.undo_strip import UndoStrip
from pincite.gui.wording import moment_words, question_count

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.domain import Conversation
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge
    from pincite.gui.theme import Theme

TYPING_MS = 200
"""After the last key; so that not every letter asks."""


class ConversationList(QWidget):
    """Asks the engine for the conversations of a collection.

    Signals:
        chosen(Conversation): shall be opened.
        gone(str): the conversation with this id was deleted.
        closed: the reader goes back to the question.
    """

    chosen = Signal(object)
    gone = Signal(str)
    closed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._collection: str | None = None
        self._deleted = ""
        self._asked = 0
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search conversations"))
        self.field.setAccessibleName(self.tr("Search conversations"))
        self.field.setClearButtonEnabled(True)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.refresh)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Conversations"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(TwoLines(self.list, theme))
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.hint = label(role="muted")
        self.error = Card(theme, "failure", "error")
        self.error.hide()
        self.strip = UndoStrip(theme, "")
        self.strip.undo_wanted.connect(self._restore)
        close = IconButton("close", self.tr("Close"), theme, self.closed.emit)
        head = row(label(self.tr("Conversations"), "heading", wrap=False), None, close)
        layout = column(self, 2 * STEP, STEP)
        layout.addLayout(head)
        for widget in (self.field, self.error, self.hint, self.list, self.strip):
            layout.addWidget(widget)
        layout.setStretchFactor(self.list, 1)
        layout.addStretch(0)

    def open(self, collection: str | None) -> None:
        """Shows the conversations about a collection (None: all)."""
        self._collection = collection
        self.error.hide()
        self.refresh()
        self.field.setFocus()

    def refresh(self) -> None:
        """Asks for them again."""
        self._asked += 1
        asked = self._asked

        def done(conversations: list[Conversation]) -> None:
            if asked == self._asked:
                self._show(conversations)

        self._request("listed", done, collection=self._collection, containing=self.field.text())

    def rename(self, conversation: Conversation, title: str) -> None:
        """Gives a conversation another title."""
        if title.strip():
            self._request("rename", lambda _value: self.refresh(), conversation_id=conversation.id, title=title)

    def delete(self, conversation: Conversation) -> None:
        """Takes a conversation away, and offers to bring it back."""

        def done(_value: object) -> None:
            self._deleted = conversation.id
            self.strip.say(self.tr("Conversation deleted"), undoable=True)
            self.gone.emit(conversation.id)
            self.refresh()

        self._request("delete", done, conversation_id=conversation.id)

    def save(self, conversation: Conversation, path: str) -> None:
        """Writes a conversation as Markdown."""

        def done(text: str) -> None:
            try:
                Path(path).write_text(text, encoding="utf-8")
            except OSError as error:
                words = self.tr("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror)
                self.error.say(words, self.tr("Choose another folder."))
            else:
                self.strip.say(self.tr("“{name}” was saved.").format(name=Path(path).name))

        self._request("markdown", done, conversation_id=conversation.id)

    def menu_of(self, conversation: Conversation) -> QMenu:
        """The context menu of a conversation."""
        menu = QMenu(self)
        for text, do in (
            (self.tr("Open"), lambda: self.chosen.emit(conversation)),
            (self.tr("Rename…"), lambda: self._ask_title(conversation)),
            (self.tr("Save as Markdown…"), lambda: self._ask_path(conversation)),
            (self.tr("Delete"), lambda: self.delete(conversation)),
        ):
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False, do=do: do())
            menu.addAction(action)
        return menu

    def _show(self, conversations: list[Conversation]) -> None:
        self.list.clear()
        for conversation in conversations:
            parts = (question_count(len(conversation.turns)), moment_words(conversation.started_at), conversation.collection)
            about = " · ".join(part for part in parts if part)
            item = QListWidgetItem(f"{' '.join(conversation.title.split())}\n{about}")
            item.setData(Qt.ItemDataRole.UserRole, conversation)
            item.setToolTip(conversation.title)
            self.list.addItem(item)
        self.list.setVisible(bool(conversations))
        self.hint.setVisible(not conversations)
        none, nothing = self.tr("No conversation has these words."), self.tr("Questions and their answers are kept here.")
        self.hint.setText(none if self.field.text().strip() else nothing)

    def _open(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

    def _show_menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        if item is not None:
            menu = self.menu_of(item.data(Qt.ItemDataRole.UserRole))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _ask_title(self, conversation: Conversation) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(self.tr("Rename the conversation"))
        dialog.setLabelText(self.tr("Title"))
        dialog.setTextValue(conversation.title)
        dialog.textValueSelected.connect(lambda title: self.rename(conversation, title))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_path(self, conversation: Conversation) -> None:
        dialog = QFileDialog(self, self.tr("Save the conversation"), "conversation.md", "Markdown (*.md)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("md")
        dialog.fileSelected.connect(lambda path: self.save(conversation, path))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _restore(self) -> None:
        self._request("restore", lambda _value: self.refresh(), conversation_id=self._deleted)

    def _request(self, verb: str, done: Callable[[Any], None], **arguments: Any) -> None:
        def failed(failure: Failed) -> None:
            if not failure.cancelled:
                self.error.say(failure.message, failure.hint)

        self._bridge.request(f"conversations.{verb}", on_done=done, on_failed=failed, **arguments)
