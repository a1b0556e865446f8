"""The first steps with Pincite: one sentence at each of them, once in the life of an installation."""

from __future__ import annotations

import html
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from pincite.gui.controls import IconButton, Picture, button, column, label, row
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings

    from pincite.domain import Answer, Document
    from pincite.gui.theme import Theme

KEY = "guide/step"

SUGGESTED = {
    "residential-lease.pdf": "How much notice must the tenant give?",
    "hypertension-guideline.pdf": "What is the starting dose of ramipril?",
    "photosynthesis-chapter.pdf": "Where does the oxygen released by photosynthesis come from?",
}
"""A question that a sample answers, by the name of its file; not translated, since the samples are not."""


class Step(StrEnum):
    """What the user is to do next."""

    BEGIN = "begin"  # the library is empty; the welcome page says what to do
    ASK = "ask"
    CITE = "cite"  # to follow a citation
    ADD = "add"  # documents besides the samples
    DONE = "done"


class Guide(QFrame):
    """Goes on as the user does what it says, and never comes back once it was closed or followed to its end.

    Who has documents already when it is first seen needs no guide.

    Args:
        samples: The names of the sample files.
        memory: Remembers the step between runs.

    Signals:
        question_chosen(str): a suggested question shall be asked.
        add_wanted: the user wants to add documents.
    """

    question_chosen = Signal(str)
    add_wanted = Signal()

    def __init__(self, samples: Sequence[str], theme: Theme, memory: QSettings) -> None:
        super().__init__()
        self._samples = frozenset(samples)
        self._memory = memory
        self._offered: list[str] = []
        self._only_samples = False
        kept = str(memory.value(KEY, ""))
        self.step: Step | None = Step(kept) if kept in set(Step) else None
        self.setProperty("role", "card")
        self.said = label()
        self.questions = QLabel()
        self.questions.setTextFormat(Qt.TextFormat.RichText)
        self.questions.setWordWrap(True)
        self.questions.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.questions.linkActivated.connect(self._on_link)
        self.add_button = button(self.tr("Add your own…"), self.add_wanted.emit, "primary")
        self.close_button = IconButton("close", self.tr("Close the first steps"), theme, self.finish, "muted")
        words = column(holder := QWidget(), 0, STEP // 2)
        for widget in (self.said, self.questions):
            words.addWidget(widget)
        words.addLayout(row(self.add_button, None))
        words.addStretch(1)  # the text stands beside the top of the icon, whatever height the card is given
        picture = Picture("info", theme, "accent")
        line = row(picture, holder, self.close_button)
        line.setContentsMargins(STEP + 4, STEP, STEP // 2, STEP)
        line.setStretch(1, 1)
        for part in (picture, self.close_button):
            line.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        theme.changed.connect(self._show)  # links are written in the colour that was in force
        self._show()

    def show_library(self, documents: Sequence[Document]) -> None:
        """Takes note of what is in the library."""
        names = [Path(document.path).name for document in documents]
        self._offered = [question for name, question in SUGGESTED.items() if name in names]
        self._only_samples = bool(names) and self._samples.issuperset(names)
        if self.step is None:
            self._go_to(Step.DONE if names else Step.BEGIN)
        elif (self.step is Step.BEGIN and names) or (self.step is Step.ADD and names and not self._only_samples):
            self._go_to(Step.ASK if self.step is Step.BEGIN else Step.DONE)
        else:
            self._show()

    def take_answer(self, answer: Answer) -> None:
        """A question was answered."""
        if self.step is Step.ASK and any(sentence.citations for sentence in answer.sentences):
            self._go_to(Step.CITE)

    def take_citation(self) -> None:
        """A citation was followed."""
        if self.step is Step.CITE:
            self._go_to(Step.ADD if self._only_samples else Step.DONE)

    def finish(self) -> None:
        """Is not shown any more."""
        self._go_to(Step.DONE)

    def _go_to(self, step: Step) -> None:
        self.step = step
        self._memory.setValue(KEY, step.value)
        self._show()

    def _show(self) -> None:
        said = {
            Step.ASK: self.tr("Ask in your own words, or try one of these questions:")
            if self._offered
            else self.tr("Ask in your own words: each sentence of the answer names the page that proves it."),
            Step.CITE: self.tr("Click the source after a sentence: its page opens, with the words that prove it marked."),
            Step.ADD: self.tr("Every answer can be checked like this. Now add your own PDFs, and ask them."),
        }.get(self.step or Step.DONE, "")
        self.said.setText(said)
        links = [
            f'<p style="margin: 0 0 4px 0"><a href="{number}">{html.escape(question)}</a></p>'
            for number, question in enumerate(self._offered)
        ]
        self.questions.setText("".join(links))
        self.questions.setVisible(self.step is Step.ASK and bool(links))
        self.add_button.setVisible(self.step is Step.ADD)
        self.setAccessibleName(said)
        self.setVisible(bool(said))

    def _on_link(self, number: str) -> None:
        self.question_chosen.emit(self._offered[int(number)])
