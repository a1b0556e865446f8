"""The middle pane: the question, the switch between Answer and Search, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QWidget

from pincite.gui.answer_view import AnswerView
from pincite.gui.controls import IconButton, column, label, row
from pincite.gui.question_box import QuestionBox
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.domain import Scope
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.theme import Theme

LIMIT = 30
"""Passages listed in Search."""


class AskPane(QWidget):
    """Sends questions and shows their answers.

    Args:
        scope: Tells what the next question is answered from.

    Signals:
        busy_changed(bool): a question is on its way, or has ended.
    """

    busy_changed = Signal(bool)

    def __init__(self, bridge: Bridge, scope: Callable[[], Scope], theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._scope = scope
        self._handle: Handle | None = None
        self._last: tuple[str, str, Scope] | None = None  # verb, question, scope
        self.box = QuestionBox()
        self.box.asked.connect(self.ask)
        self.view = AnswerView(theme)
        self.view.retry_wanted.connect(self.retry)
        self.answer_switch = self._segment("Answer", "Answers in sentences, each with its source")
        self.search_switch = self._segment("Search", "Lists the passages, without an answer")
        self._switch = QButtonGroup(self)
        self._switch.addButton(self.answer_switch)
        self._switch.addButton(self.search_switch)
        self.answer_switch.setChecked(True)
        self.ask_button = IconButton("ask", "Ask", theme, self._ask_or_stop, "on_accent", "Enter")
        self.ask_button.setProperty("role", "go")
        self.scope_words = label(role="muted", wrap=False)
        self._switch.buttonToggled.connect(self._on_switch)
        self.box.textChanged.connect(self._show_state)
        self.idle = label("Answers appear here,\neach sentence with the words that prove it.", "muted")
        self.idle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._on_switch()

    @property
    def busy(self) -> bool:
        """Whether a question is on its way."""
        return self._handle is not None

    def show_scope(self, words: str) -> None:
        """Says what a question is answered from."""
        self.scope_words.setText(words)

    def focus(self) -> None:
        """Puts the keyboard into the question box, with its text selected."""
        self.box.setFocus()
        self.box.selectAll()

    def ask(self) -> None:
        """Asks what is typed. A question that is on its way is stopped first."""
        question = self.box.question()
        if question and self.search_switch.isChecked():
            self._send("search", question, self._scope())
        elif question:
            self._send("ask", question, self._scope())
            self.box.clear()

    def retry(self) -> None:
        """Asks the last question again, of the same documents."""
        if self._last is not None:
            self._send(*self._last)

    def stop(self) -> None:
        """Stops the question that is on its way; what has been written stays."""
        if self._handle is not None:
            self._handle.cancel()

    def _send(self, verb: str, question: str, scope: Scope) -> None:
        self.stop()
        self._last = (verb, question, scope)
        self.idle.hide()
        self.view.show()
        self.view.begin("" if verb == "search" else question)
        self.box.last = question
        handle: Handle | None = None

        # the callbacks of a question that was replaced come late, and must not touch the view of its successor
        def current() -> bool:
            return self._handle is handle

        def failed(failure: Failed) -> None:
            if current():
                self._end()
                self.view.show_failure(failure)

        def done(value: object) -> None:
            if current():
                self._end()
                if verb == "search":
                    self.view.show_search(value)  # type: ignore[arg-type]

        limit = {"limit": LIMIT} if verb == "search" else {}
        handle = self._bridge.request(
            verb,
            on_event=lambda event: self.view.show_event(event) if current() else None,
            on_done=done,
            on_failed=failed,
            question=question,
            scope=scope,
            **limit,
        )
        self._handle = handle
        self._show_state()
        self.busy_changed.emit(True)

    def _end(self) -> None:
        self._handle = None
        self._show_state()
        self.busy_changed.emit(False)

    def _ask_or_stop(self) -> None:
        if self.busy:
            self.stop()
        else:
            self.ask()

    def _show_state(self) -> None:
        if self.busy:
            self.ask_button.show_as("stop", "Stop (Esc)")
        elif self.search_switch.isChecked():
            self.ask_button.show_as("search", "Search (Enter)")
        else:
            self.ask_button.show_as("ask", "Ask (Enter)")
        self.ask_button.setEnabled(self.busy or bool(self.box.question()))

    def _on_switch(self) -> None:
        search = self.search_switch.isChecked()
        self.box.setPlaceholderText("Search for words or a meaning…" if search else "Ask your documents…")
        self._show_state()

    def _segment(self, text: str, tooltip: str) -> QToolButton:
        made = QToolButton()
        made.setText(text)
        made.setToolTip(tooltip)
        made.setCheckable(True)
        made.setProperty("role", "segment")
        return made

    def _lay_out(self) -> None:
        switch = QFrame()
        switch.setProperty("role", "switch")
        switch.setLayout(row(self.answer_switch, self.search_switch, spacing=0))
        switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        field = QFrame()
        field.setProperty("role", "field")
        inside = column(field, STEP // 2, 0)
        inside.setContentsMargins(STEP, STEP // 2, STEP // 2, STEP // 2)
        line = row(self.box, self.ask_button)
        line.setStretch(0, 1)
        inside.addLayout(line)

        def show_focus(focused: bool) -> None:
            field.setProperty("focused", focused)
            field.style().unpolish(field)
            field.style().polish(field)

        self.box.focused.connect(show_focus)
        top = QWidget()
        head = column(top, 2 * STEP, STEP)
        head.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, 0)
        head.addLayout(row(switch, None, self.scope_words))
        head.addWidget(field)
        layout = column(self, 0, 0)
        layout.addWidget(top)
        layout.addWidget(self.idle, 1)
        layout.addWidget(self.view, 1)
        self.view.hide()
