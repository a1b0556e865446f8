"""An earlier question of the conversation with its answer: one line that opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from pincite.gui.answer_text import AnswerText
from pincite.gui.controls import Elided, column, label, row
from pincite.gui.icons import action_icon
from pincite.gui.theme import STEP
from pincite.gui.wording import searched_words, shortened

if TYPE_CHECKING:
    from pincite.domain import Turn
    from pincite.gui.theme import Theme

LETTERS = 90


class TurnCard(QFrame):
    """Shows the question; opened, the answer with its citations as well.

    Signals:
        citation_chosen(Citation): a chip of the answer was clicked.
    """

    citation_chosen = Signal(object)

    def __init__(self, turn: Turn, theme: Theme) -> None:
        super().__init__()
        self.turn = turn
        self._theme = theme
        self.setProperty("role", "card")
        self.head = QToolButton()
        self.head.setText(shortened(turn.question, LETTERS).replace("&", "&&"))
        self.head.setToolTip(turn.question)
        self.head.setProperty("role", "turn")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.head.setCursor(Qt.CursorShape.PointingHandCursor)
        self.head.toggled.connect(self._show)
        self.summary = Elided("muted")
        self.summary.show_text(turn.answer.text if turn.answer.found else self.tr("Not in these documents."))
        self.asked = label(self.tr("Asked as: {question}").format(question=turn.asked), "muted", selectable=True)
        self.searched = label(searched_words(turn.answer.searched), "muted")
        self.searched.setContentsMargins(STEP, 0, STEP, STEP // 2)
        self.text: AnswerText | None = None
        self._layout = column(self, STEP // 2, STEP // 2)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self.summary)
        self._layout.addWidget(self.asked)
        self.summary.setContentsMargins(STEP, 0, STEP, STEP // 2)
        self.asked.setContentsMargins(STEP, 0, STEP, 0)
        self._show(False)
        theme.changed.connect(self._draw)

    def _show(self, opened: bool) -> None:
        if opened and self.text is None:  # made when first wanted: a conversation may be long
            self.text = AnswerText(self._theme)
            self.text.citation_chosen.connect(self.citation_chosen)
            self.text.show_sentences(self.turn.answer.sentences)
            self._layout.addLayout(_indented(self.text))
            self._layout.addWidget(self.searched)
        if self.text is not None:
            self.text.setVisible(opened)
        self.searched.setVisible(opened)
        self.summary.setVisible(not opened)
        self.asked.setVisible(opened and self.turn.asked != self.turn.question)
        name = self.tr("{question} (open)") if opened else self.tr("{question} (closed)")
        self.head.setAccessibleName(name.format(question=self.turn.question))
        self._draw()

    def _draw(self) -> None:
        self.head.setIcon(action_icon("arrow-up" if self.head.isChecked() else "arrow-down", self._theme, "muted"))


def _indented(widget: QWidget) -> QHBoxLayout:
    """A widget below the words of the question, not below its arrow."""
    line = row(widget)
    line.setContentsMargins(STEP, 0, STEP, 0)
    return line
