"""What comes below the question: earlier turns, the answer or the card in its stead, and the evidence. Sends no request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from pincite.domain import Support
from pincite.events import (
    AnswerReady,
    HitsFound,
    Notice,
    Progress,
    QuestionRewritten,
    QuotesReady,
    SentenceReady,
    Stage,
    TextDelta,
)
from pincite.gui.answer_text import SPACE, AnswerText
from pincite.gui.cards import Card
from pincite.gui.controls import Bar, IconButton, button, column, label, row
from pincite.gui.hit_row import HitRow
from pincite.gui.theme import STEP
from pincite.gui.translation import counted
from pincite.gui.turn_card import TurnCard
from pincite.gui.wording import MARKS, decimal, searched_words, unread_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.domain import Answer, Document, Hit, Turn
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.theme import Theme

COPIED_MS = 2000
"""How long “Copied” is shown."""

NEAREST = 5
"""Passages listed where there is no answer; more would only look like one."""

UNREAD = 3
"""Documents whose unread pages are named where there is no answer."""


class AnswerView(QScrollArea):
    """Shows one question, below the earlier ones of its conversation.

    Args:
        documents: What a question is answered from at present.

    Signals:
        citation_chosen(Citation), hit_chosen(Hit): to be shown in the page view.
        answered(Answer): an answer is complete, and the documents hold it.
        searched(SearchResult): a search is done; passed on from where searches are shown.
        retry_wanted: the question shall be asked again.
        edit_wanted(str): the question as it was rewritten shall be changed by hand.
        search_wanted: the words of the question shall be searched for.
        widen_wanted: all documents shall be asked.
        export_wanted(Answer): the answer shall be saved.
    """

    citation_chosen = Signal(object)
    hit_chosen = Signal(object)
    answered = Signal(object)
    searched = Signal(object)
    retry_wanted = Signal()
    edit_wanted = Signal(str)
    search_wanted = Signal()
    widen_wanted = Signal()
    export_wanted = Signal(object)

    def __init__(self, theme: Theme, documents: Callable[[], Sequence[Document]]) -> None:
        super().__init__()
        self._theme = theme
        self._documents = documents
        self._answer: Answer | None = None
        self._asked_as = ""
        self.turn_cards: list[TurnCard] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.question = label(role="heading", selectable=True)
        self.rewritten = label(role="muted", selectable=True)
        self._rewritten_row = QWidget()
        line = row(self.rewritten, button(self.tr("Edit"), self._edit_rewritten, "link"))
        line.setStretch(0, 1)
        self._rewritten_row.setLayout(line)
        self.activity = label(role="muted")
        self.busy_bar = Bar(self.tr("Working on the question"))
        self.busy_bar.show_fraction(None)
        self.text = AnswerText(theme)
        self.text.citation_chosen.connect(self.citation_chosen)
        self.not_found = Card(theme, "card", "missing")
        self.error = Card(theme, "failure", "error")
        self.tally = label()
        self.made_by = label(role="muted")
        self.copy_button = IconButton("copy", self.tr("Copy with citations"), theme, self._copy, "muted")
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.setInterval(COPIED_MS)
        self._copied.timeout.connect(lambda: self.copy_button.show_as("copy", self.tr("Copy with citations")))
        self._foot = QWidget()
        foot = column(self._foot, 0, 2)
        self.retry_button = IconButton("retry", self.tr("Ask again"), theme, self.retry_wanted.emit, "muted")
        self.export_button = IconButton("save", self.tr("Save as Markdown, with citations…"), theme, self._export, "muted")
        tools = row(self.tally, self.retry_button, self.copy_button, self.export_button, spacing=0)
        tools.setStretch(0, 1)
        foot.addLayout(tools)
        foot.addWidget(self.made_by)
        self.notes = label(role="muted", selectable=True)
        self.hits_title = label(role="title")
        self.hit_rows: list[HitRow] = []
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._column = column(inner, 2 * STEP, STEP)
        turns = QWidget()
        self._turns = column(turns, 0, STEP)
        for widget in (
            turns, self.question, self._rewritten_row, self.busy_bar, self.activity, self.text, self._foot, self.not_found,
            self.error, self.notes,
        ):  # fmt: skip
            self._column.addWidget(widget)
        self._column.addSpacing(STEP)
        self._column.addWidget(self.hits_title)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.clear()

    @property
    def empty(self) -> bool:
        """Whether no question is shown."""
        return not self.question.text() and not self.turn_cards

    def begin(self, question: str) -> None:
        """Clears the view for a question that has just been asked."""
        self.clear()
        self.question.setText(question)
        self.question.show()
        self._say_busy(self.tr("Searching the documents…"))

    def show_turns(self, turns: Sequence[Turn]) -> None:
        """Shows the earlier questions of the conversation."""
        kept = 0
        for card, turn in zip(self.turn_cards, turns, strict=False):
            if card.turn is not turn:
                break
            kept += 1
        # a conversation grows by one turn: to make all cards anew took longer with each question
        for old in self.turn_cards[kept:]:
            self._turns.removeWidget(old)
            old.hide()
            old.deleteLater()
        del self.turn_cards[kept:]
        for turn in turns[kept:]:
            card = TurnCard(turn, self._theme)
            card.citation_chosen.connect(self.citation_chosen)
            self._turns.addWidget(card)
            self.turn_cards.append(card)

    def show_event(self, event: Event) -> None:
        """Shows what the engine says while it answers."""
        if isinstance(event, Progress):
            if event.stage is Stage.LOADING:
                words = self.tr("Loading {model}… The first question takes longer.")
                self._say_busy(words.format(model=event.what or self.tr("the model")))
            elif event.stage is Stage.SEARCHING:
                self._say_busy(self.tr("Searching the documents…"))
            elif event.stage is Stage.EMBEDDING:
                self._say_busy(self.tr("Learning the meaning of the question…"))
            else:
                self._say_busy(self.activity.text())
        elif isinstance(event, Notice):
            self._note(f"{event.message} {event.hint}".strip())
        elif isinstance(event, QuestionRewritten):
            self._asked_as = event.question
            self.rewritten.setText(self.tr("Asked as: {question}").format(question=event.question))
            self._rewritten_row.show()
        elif isinstance(event, HitsFound):
            self._show_hits(event.result.hits, self.tr("Evidence"))
            self._say_busy(self.tr("Reading the passages…"))
        elif isinstance(event, QuotesReady):
            self.text.show()
            self.text.show_quotes(event.quotes)
            self._say_busy(self.tr("In the documents' own words, until the answer is written…"))
        elif isinstance(event, TextDelta):
            self.text.show()
            self.text.add_draft(event.text)
            if event.text:
                self._say_busy(self.tr("Writing…"))
        elif isinstance(event, SentenceReady):
            self.text.show()
            self.text.add_sentence(event.sentence)
            self._show_tally(None)
        elif isinstance(event, AnswerReady):
            self._show_answer(event.answer)

    def show_failure(self, failure: Failed) -> None:
        """Shows why there is no answer, with what to do; a stopped question only says so."""
        self._end_busy()
        if failure.cancelled:
            self.activity.setText(self.tr("Stopped."))
            self.activity.show()
            return
        self.error.say(failure.message, failure.hint)
        buttons = [button(self.tr("Try again"), self.retry_wanted.emit)]
        if failure.details:
            buttons.append(button(self.tr("Copy details"), lambda: QGuiApplication.clipboard().setText(failure.details)))
        self.error.set_buttons(*buttons)

    def _show_answer(self, answer: Answer) -> None:
        self._end_busy()
        self._answer = answer
        self.text.show_sentences(answer.sentences)
        self.text.setVisible(bool(answer.sentences))
        for note in answer.notes:
            self._note(note)
        if answer.found:
            self._show_tally(answer)
            self._show_hits(answer.hits, self.tr("Evidence"))
            self.answered.emit(answer)
            return
        self._foot.hide()
        self._say_not_found(answer)
        self._show_hits(answer.hits[:NEAREST], self.tr("Nearest passages"))

    def _say_not_found(self, answer: Answer) -> None:
        said = [searched_words(answer.searched)]
        unread = unread_words(self._documents()) if answer.searched.unread_pages else []
        said += [self.tr("Not searched: {pages}.").format(pages=words) for words in unread[:UNREAD]]
        if (more := len(unread) - UNREAD) > 0:
            said.append(counted.tr("Pages of %Ln more documents could not be read; their details say why.", None, more))
        nearest = self.tr("Try other words, or look at the nearest passages below.")
        said.append(nearest if answer.hits else self.tr("Try other words."))
        self.not_found.say(self.tr("Not in these documents"), "\n".join(said))
        buttons = [button(self.tr("Search for the words"), self.search_wanted.emit)]
        if answer.searched.collection:
            buttons.append(button(self.tr("Ask all documents"), self.widen_wanted.emit))
        self.not_found.set_buttons(*buttons)

    def _show_tally(self, answer: Answer | None) -> None:
        verdicts = [sentence.support for sentence in self.text.sentences]
        said = "   ".join(
            f"{MARKS[support]} {_tallied(support, verdicts.count(support))}".replace(" ", SPACE)
            for support in Support
            if support in verdicts
        )
        self.tally.setText(said)
        self.made_by.setVisible(answer is not None)
        if answer is not None:
            self.made_by.setText(self._made_by(answer))
        self._foot.show()
        for tool in (self.copy_button, self.retry_button, self.export_button):
            tool.setEnabled(answer is not None)

    def _made_by(self, answer: Answer) -> str:
        if "total" not in answer.seconds:
            written, quoted = self.tr("Written by {model}"), self.tr("Quoted word for word")
        else:
            written, quoted = self.tr("Written by {model} in {seconds} s"), self.tr("Quoted word for word in {seconds} s")
        return (written if answer.model else quoted).format(
            model=answer.model, seconds=decimal(answer.seconds.get("total", 0.0))
        )

    def _show_hits(self, hits: tuple[Hit, ...], title: str) -> None:
        self._drop_hits()
        self.hits_title.setText(title)
        self.hits_title.setVisible(bool(hits))
        for hit in hits:
            made = HitRow(hit, self._theme)
            made.clicked.connect(lambda _checked=False, hit=hit: self.hit_chosen.emit(hit))
            self._column.insertWidget(self._column.count() - 1, made)
            self.hit_rows.append(made)

    def _drop_hits(self) -> None:
        for old in self.hit_rows:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.hit_rows.clear()
        self.hits_title.hide()

    def clear(self) -> None:
        """Shows no question; the earlier ones stay."""
        self.question.clear()
        self._drop_hits()
        self._answer = None
        self.text.start()
        self.notes.clear()
        for widget in (
            self.question, self.text, self._foot, self.not_found, self.error, self.notes, self.activity, self.busy_bar,
            self._rewritten_row,
        ):  # fmt: skip
            widget.hide()

    def _say_busy(self, words: str) -> None:
        self.activity.setText(words)
        self.activity.show()
        self.busy_bar.show()

    def _end_busy(self) -> None:
        self.activity.hide()
        self.busy_bar.hide()

    def _note(self, text: str) -> None:
        said = self.notes.text().split("\n") if self.notes.text() else []
        if text not in said:
            self.notes.setText("\n".join([*said, text]))
        self.notes.show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.copied_text())
        self.copy_button.show_as("ready", self.tr("Copied"))
        self._copied.start()

    def _export(self) -> None:
        if self._answer is not None:
            self.export_wanted.emit(self._answer)

    def _edit_rewritten(self) -> None:
        self.edit_wanted.emit(self._asked_as)


def _tallied(support: Support, number: int) -> str:
    """How many sentences are supported, weak or unsupported."""
    if support is Support.SUPPORTED:
        return counted.tr("%Ln supported", None, number)
    if support is Support.WEAK:
        return counted.tr("%Ln weak", None, number)
    return counted.tr("%Ln unsupported", None, number)
