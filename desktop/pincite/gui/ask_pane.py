"""The middle pane: the question, the switch between Answer, Quotes and Search, and what came of it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QFrame, QSizePolicy, QStackedWidget, QToolButton, QWidget

from pincite.domain import Turn
from pincite.events import AnswerReady
from pincite.gui.answer_export import markdown
from pincite.gui.answer_view import AnswerView
from pincite.gui.controls import IconButton, column, label, row
from pincite.gui.conversation_list import ConversationList
from pincite.gui.question_box import QuestionBox
from pincite.gui.question_history import QuestionHistory
from pincite.gui.question_menu import QuestionMenu
from pincite.gui.scope_button import ScopeButton
from pincite.gui.search_view import SearchView
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QSettings

    from pincite.domain import Answer, Conversation, Document, Scope
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.theme import Theme

NEW = "Ctrl+N"
LIMIT = 200
"""Passages listed in Search; more than that nobody reads."""


@dataclass(frozen=True)
class Asked:
    """A question as it was sent, to be sent again."""

    verb: str  # "ask" or "search"
    question: str
    scope: Scope
    quotes: bool = False
    as_typed: bool = False


class AskPane(QWidget):
    """Sends questions and shows their answers.

    Args:
        scope: Tells what the next question is answered from.
        documents: What is in the library.
        memory: Remembers the questions between runs; None: nothing does.

    Signals:
        busy_changed(bool): a question is on its way, or has ended.
        widen_wanted: the next question shall be answered from all documents.
    """

    busy_changed = Signal(bool)
    widen_wanted = Signal()

    def __init__(
        self,
        bridge: Bridge,
        scope: Callable[[], Scope],
        theme: Theme,
        documents: Callable[[], Sequence[Document]] = tuple,
        memory: QSettings | None = None,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._scope = scope
        self._documents = documents
        self._handle: Handle | None = None
        self._last: Asked | None = None
        self._answered: Turn | None = None  # what the view shows
        self._turns: list[Turn] = []  # what was asked before it in this conversation
        self._as_typed = False
        self._conversation = uuid.uuid4().hex
        self._collection: str | None = None
        self._moved = False  # to another collection, which no conversation spans
        self.box = QuestionBox(QuestionHistory(memory))
        self.view = AnswerView(theme, self._asked_documents)
        self.found = SearchView(theme, documents)
        self.conversations = ConversationList(bridge, theme)
        self.scope_button = ScopeButton(theme)
        self.answer_switch = self._segment(self.tr("Answer"), self.tr("Answers in sentences, each with its source"))
        self.quotes_switch = self._segment(
            self.tr("Quotes"), self.tr("Answers in the documents’ own words, without a language model")
        )
        self.search_switch = self._segment(self.tr("Search"), self.tr("Lists every match, without an answer"))
        self._switch = QButtonGroup(self)
        for segment in (self.answer_switch, self.quotes_switch, self.search_switch):
            self._switch.addButton(segment)
        self.answer_switch.setChecked(True)
        self.new_button = IconButton("add", self.tr("New conversation"), theme, self.begin_conversation, "muted", NEW)
        earlier = self.tr("Earlier conversations")
        self.history_button = IconButton("history", earlier, theme, self.toggle_conversations, "muted")
        self.question_menu = QuestionMenu(self.box, theme)
        self.ask_button = IconButton("ask", self.tr("Ask"), theme, self._ask_or_stop, "on_accent", "Enter")
        self.ask_button.setProperty("role", "go")
        self.idle = label(self.tr("Answers appear here,\neach sentence with the words that prove it."), "muted")
        self.idle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._connect()
        self._lay_out()
        self._on_switch()

    @property
    def busy(self) -> bool:
        """Whether a question is on its way."""
        return self._handle is not None

    def focus(self) -> None:
        """Puts the keyboard into the question box, with its text selected."""
        self.box.setFocus()
        self.box.selectAll()

    def ask(self) -> None:
        """Asks what is typed. A question that is on its way is stopped first."""
        question = self.box.question()
        if not question:
            return
        if self.search_switch.isChecked():
            self._send(Asked("search", question, self._scope()))
        else:
            self._send(Asked("ask", question, self._scope(), self.quotes_switch.isChecked(), self._as_typed))
            self.box.clear()

    def retry(self) -> None:
        """Asks the last question again, of the same documents."""
        if self._last is not None:
            self._answered = None  # it is replaced, and does not become an earlier turn
            self._send(self._last)

    def ask_suggested(self, question: str) -> None:
        """Asks a question that was not typed, for an answer in sentences."""
        self.answer_switch.setChecked(True)
        self.box.setPlainText(question)
        self.ask()

    def put_below_question(self, widget: QWidget) -> None:
        """Gives a widget the room between the question and the answer."""
        self._head.addWidget(widget)

    def stop(self) -> None:
        """Stops the question that is on its way; what has been written stays."""
        if self._handle is not None:
            self._handle.cancel()

    def begin_conversation(self) -> None:
        """Leaves the conversation: the next question does not follow from the last one."""
        self.stop()
        self._open(uuid.uuid4().hex, ())
        self._stack.setCurrentWidget(self.idle)
        self.focus()

    def open_conversation(self, conversation: Conversation) -> None:
        """Shows an earlier conversation, to be read and gone on with."""
        self.stop()
        if not conversation.turns:
            return
        *before, last = conversation.turns
        self._open(conversation.id, before)
        self._last = Asked("ask", last.question, self._scope())
        self._answered = last
        self.view.begin(last.question)
        self.view.show_event(AnswerReady(last.answer))
        self._switch.blockSignals(True)
        self.answer_switch.setChecked(True)
        self._switch.blockSignals(False)
        self._on_switch()

    def save_answer(self, answer: Answer, path: str) -> None:
        """Writes an answer with its citations as Markdown."""
        try:
            Path(path).write_text(markdown(answer), encoding="utf-8")
        except OSError as error:
            self.view.error.set_buttons()
            words = self.tr("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror)
            self.view.error.say(words, self.tr("Choose another folder."))

    def show_library(self, documents: Sequence[Document], collections: Sequence[str], collection: str | None) -> None:
        """Shows what can be asked, and which collection is (None: all documents)."""
        self._moved = self._moved or collection != self._collection
        self._collection = collection
        self.scope_button.show_library(documents, collections, collection)

    def _open(self, conversation: str, turns: Sequence[Turn]) -> None:
        self._conversation = conversation
        self._turns = list(turns)
        self._answered = None
        self._moved = False
        self.view.clear()
        self.view.show_turns(self._turns)

    def _send(self, asked: Asked) -> None:
        self.stop()
        self._last = asked
        self._as_typed = False
        self.box.history.add(asked.question)
        searching = asked.verb == "search"
        if searching:
            self.found.begin(asked.question)
        else:
            if self._moved:
                self._open(uuid.uuid4().hex, ())
            if self._answered is not None:
                self._turns.append(self._answered)
                self.view.show_turns(self._turns)
                self._answered = None
            self.view.begin(asked.question)
        self._stack.setCurrentWidget(self.found if searching else self.view)
        handle: Handle | None = None

        # the callbacks of a question that was replaced come late, and must not touch the view of its successor
        def current() -> bool:
            return self._handle is handle

        def happened(event: Event) -> None:
            if current():
                self._take(asked, event)

        def failed(failure: Failed) -> None:
            if current():
                self._end()
                (self.found if searching else self.view).show_failure(failure)

        def done(value: object) -> None:
            if current():
                self._end()
                if searching:
                    self.found.show_result(value)  # type: ignore[arg-type]

        arguments: dict[str, object] = {"limit": LIMIT}
        if not searching:
            arguments = {"quotes": asked.quotes, "conversation": self._conversation, "as_typed": asked.as_typed}
        handle = self._bridge.request(
            asked.verb,
            on_event=happened,
            on_done=done,
            on_failed=failed,
            question=asked.question,
            scope=asked.scope,
            **arguments,
        )
        self._handle = handle
        self._show_state()
        self.busy_changed.emit(True)

    def _take(self, asked: Asked, event: Event) -> None:
        if isinstance(event, AnswerReady):
            moment = datetime.now(UTC).isoformat(timespec="seconds")
            self._answered = Turn(asked.question, event.answer.question, event.answer, moment)
        self.view.show_event(event)

    def _end(self) -> None:
        self._handle = None
        self._show_state()
        self.busy_changed.emit(False)

    def _ask_or_stop(self) -> None:
        if self.busy:
            self.stop()
        else:
            self.ask()

    def _edit_rewritten(self, question: str) -> None:
        """The question is asked again as the user words it, instead of as it was rewritten."""
        self.box.begin_with(question)
        self._as_typed = True

    def _search_for_words(self) -> None:
        if self._last is not None:
            self.search_switch.setChecked(True)
            self.box.setPlainText(self._last.question)
            self.ask()

    def _widen(self) -> None:
        self.scope_button.choose(())
        self.widen_wanted.emit()
        if self._last is not None:
            self._answered = None
            self._send(Asked(self._last.verb, self._last.question, self._scope(), self._last.quotes))

    def toggle_conversations(self) -> None:
        """Shows the earlier conversations, or what was shown before them."""
        if self._stack.currentWidget() is self.conversations:
            self._on_switch()
            return
        self._stack.setCurrentWidget(self.conversations)
        self.conversations.open(self._scope().collection)

    def _asked_documents(self) -> list[Document]:
        scope = self._last.scope if self._last else self._scope()
        return [
            document
            for document in self._documents()
            if (scope.collection is None or scope.collection in document.collections)
            and (not scope.document_ids or document.id in scope.document_ids)
        ]

    def _on_gone(self, conversation: str) -> None:
        if conversation == self._conversation:
            self._open(uuid.uuid4().hex, ())

    def _ask_path(self, answer: Answer) -> None:
        dialog = QFileDialog(self, self.tr("Save the answer"), "answer.md", "Markdown (*.md)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("md")
        dialog.fileSelected.connect(lambda path: self.save_answer(answer, path))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _show_state(self) -> None:
        if self.busy:
            self.ask_button.show_as("stop", self.tr("Stop"), "Esc")
        elif self.search_switch.isChecked():
            self.ask_button.show_as("search", self.tr("Search"), "Enter")
        else:
            self.ask_button.show_as("ask", self.tr("Ask"), "Enter")
        self.ask_button.setEnabled(self.busy or bool(self.box.question()))

    def _on_switch(self) -> None:
        search = self.search_switch.isChecked()
        wanted = self.tr("Search for words or a meaning…") if search else self.tr("Ask your documents…")
        self.box.setPlaceholderText(wanted)
        if search:
            self._stack.setCurrentWidget(self.found)
        else:
            self._stack.setCurrentWidget(self.idle if self.view.empty else self.view)
        self._show_state()

    def _segment(self, text: str, tooltip: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setToolTip(tooltip)
        made.setCheckable(True)
        made.setProperty("role", "segment")
        return made

    def _connect(self) -> None:
        self.box.asked.connect(self.ask)
        self.box.textChanged.connect(self._show_state)
        self._switch.buttonToggled.connect(self._on_switch)
        self.view.retry_wanted.connect(self.retry)
        self.view.edit_wanted.connect(self._edit_rewritten)
        self.view.search_wanted.connect(self._search_for_words)
        self.view.widen_wanted.connect(self._widen)
        self.view.export_wanted.connect(self._ask_path)
        self.found.retry_wanted.connect(self.retry)
        self.found.hit_chosen.connect(self.view.hit_chosen)
        self.found.searched.connect(self.view.searched)
        self.conversations.chosen.connect(self.open_conversation)
        self.conversations.gone.connect(self._on_gone)
        self.conversations.closed.connect(self._on_switch)

    def _lay_out(self) -> None:
        switch = QFrame()
        switch.setProperty("role", "switch")
        switch.setLayout(row(self.answer_switch, self.quotes_switch, self.search_switch, spacing=0))
        switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field = QFrame()
        field.setProperty("role", "field")
        inside = column(field, STEP // 2, 0)
        inside.setContentsMargins(STEP, STEP // 2, STEP // 2, STEP // 2)
        inside.addWidget(self.box)
        below = row(self.question_menu, self.scope_button, None, self.ask_button, spacing=STEP // 2)
        inside.addLayout(below)

        def show_focus(focused: bool) -> None:
            field.setProperty("focused", focused)
            field.style().unpolish(field)
            field.style().polish(field)

        self.box.focused.connect(show_focus)
        top = QWidget()
        self._head = head = column(top, 2 * STEP, STEP)
        head.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, 0)
        head.addLayout(row(switch, None, self.new_button, self.history_button, spacing=0))
        head.addWidget(field)
        self._stack = QStackedWidget()
        for widget in (self.idle, self.view, self.found, self.conversations):
            self._stack.addWidget(widget)
        layout = column(self, 0, 0)
        layout.addWidget(top)
        layout.addWidget(self._stack, 1)
