"""The text of an answer with its support marks and citation chips. Asks nothing; shows what it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QPainter, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from pincite.domain import Support
from pincite.gui.wording import MARKS, citation_place, citation_words, sentence_copied, verdict_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QTextBlock

    from pincite.domain import AnswerSentence, Citation
    from pincite.gui.theme import Theme

SPACE = "\u00a0"
"""Does not break, so that a chip stays whole."""

LARGER = 1.1
"""The answer is read, the rest is glanced at."""

CHIP = 0.85
"""Size of the words in a chip, of the size of the answer."""

LINE_HEIGHT = 150.0
"""Per cent; leaves room for chips in neighbouring lines."""

COLOURS = {Support.SUPPORTED: "good", Support.WEAK: "weak", Support.UNSUPPORTED: "bad"}


class AnswerText(QTextBrowser):
    """Sentences, each followed by its mark and its chips; as tall as its text, so that the pane around it scrolls.

    Signals:
        citation_chosen(Citation): a chip was clicked, or activated with the keyboard.
    """

    citation_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.sentences: list[AnswerSentence] = []
        self._draft = ""
        self._quoted = False
        self._chips: dict[str, tuple[int, int]] = {}
        self.setProperty("role", "answer")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(self.tr("Answer"))
        self.document().setDocumentMargin(0)
        larger = self.font()
        larger.setPointSizeF(larger.pointSizeF() * LARGER)
        self.setFont(larger)
        self.anchorClicked.connect(self._on_anchor)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        theme.changed.connect(self._write)

    def start(self) -> None:
        """Empties it for the next answer."""
        self.sentences, self._draft, self._quoted = [], "", False
        self._write()

    def show_quotes(self, quotes: tuple[AnswerSentence, ...]) -> None:
        """Shows the documents' own words until the first sentence of the answer has been judged."""
        self.sentences, self._draft, self._quoted = list(quotes), "", True
        self._write()

    def add_draft(self, text: str) -> None:
        """Appends what the generator writes; it stays pale until its sentence has been judged."""
        self._draft += text
        self._write()

    def add_sentence(self, sentence: AnswerSentence) -> None:
        """Puts a judged sentence in the place of its draft, and the first one in the place of the quotes."""
        if self._quoted:
            self.sentences, self._quoted = [], False
        self.sentences.append(sentence)
        rest = self._draft.lstrip()
        self._draft = rest[len(sentence.text) :] if rest.startswith(sentence.text) else ""
        self._write()

    def show_sentences(self, sentences: tuple[AnswerSentence, ...]) -> None:
        """Shows the complete answer."""
        self.sentences, self._draft, self._quoted = list(sentences), "", False
        self._write()

    def copied_text(self) -> str:
        """The answer with its citations in words."""
        return " ".join(sentence_copied(sentence) for sentence in self.sentences) or self._draft.strip()

    def chip_rect(self, sentence: int, citation: int) -> QRect:
        """Where a chip is, in the coordinates of the viewport.

        Raises:
            KeyError: there is no such chip.
        """
        return self._rect(*self._chips[f"{sentence}:{citation}"]).toAlignedRect()

    def sizeHint(self) -> QSize:
        """See Qt."""
        return QSize(360, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """See Qt. The shape of a chip is painted below its words, so that these stay text: selectable, searchable, read."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("chip"))
        for start, end in self._chips.values():
            rect = self._rect(start, end)
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(1, round(self.document().size().height()) + 2))

    def _write(self) -> None:
        self._chips.clear()
        document = self.document()
        document.clear()
        cursor = QTextCursor(document)
        block = QTextBlockFormat()
        block.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for number, sentence in enumerate(self.sentences):
            if number:
                cursor.insertText(" ", self._plain())
            self._write_sentence(cursor, number, sentence)
        if self._draft:
            draft = self._plain()
            draft.setForeground(self._theme.colour("muted"))
            cursor.insertText(f" {self._draft.lstrip()}" if self.sentences else self._draft.lstrip(), draft)
        self._fit()
        self.viewport().update()

    def _write_sentence(self, cursor: QTextCursor, number: int, sentence: AnswerSentence) -> None:
        told = verdict_words(sentence.support) + (f": {sentence.reason}" if sentence.reason else "")
        words = self._plain()
        words.setToolTip(told)
        if sentence.support is Support.WEAK:
            words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            words.setUnderlineColor(self._theme.colour("weak"))
        elif sentence.support is Support.UNSUPPORTED:
            words.setFontStrikeOut(True)
            words.setForeground(self._theme.colour("muted"))
        cursor.insertText(sentence.text, words)
        mark = self._plain()
        mark.setToolTip(told)
        mark.setForeground(self._theme.colour(COLOURS[sentence.support]))
        mark.setFontWeight(QFont.Weight.Bold)
        cursor.insertText(f"{SPACE}{MARKS[sentence.support]}", mark)
        for which, citation in enumerate(sentence.citations):
            cursor.insertText(" ", self._plain())
            self._write_chip(cursor, f"{number}:{which}", citation)

    def _write_chip(self, cursor: QTextCursor, key: str, citation: Citation) -> None:
        chip = self._plain()
        chip.setAnchor(True)
        chip.setAnchorHref(f"cite:{key}")
        chip.setForeground(self._theme.colour("on_chip"))
        chip.setFontPointSize(self.font().pointSizeF() * CHIP)
        chip.setToolTip(f"{citation_place(citation)}\n“{citation.quote}”")
        start = cursor.position()
        words = citation_words(citation).replace(" ", SPACE)
        cursor.insertText(f"{SPACE}{words}{SPACE}", chip)
        self._chips[key] = (start, cursor.position())

    def _plain(self) -> QTextCharFormat:
        plain = QTextCharFormat()
        plain.setFont(self.font())
        plain.setForeground(self._theme.colour("text"))
        return plain

    def _rect(self, start: int, end: int) -> QRectF:
        block: QTextBlock = self.document().findBlock(start)
        layout = block.layout()
        line = layout.lineForTextPosition(start - block.position())
        if not line.isValid():
            return QRectF()
        origin = QPointF(layout.position())
        left = _x(line.cursorToX(start - block.position()))
        right = _x(line.cursorToX(min(end - block.position(), line.textStart() + line.textLength())))
        metrics = self.fontMetrics()
        base = line.y() + line.ascent()
        return QRectF(left, base - metrics.ascent(), right - left, metrics.height()).translated(origin)

    def _on_anchor(self, url: QUrl) -> None:
        sentence, _, citation = url.path().partition(":")
        self.citation_chosen.emit(self.sentences[int(sentence)].citations[int(citation)])


def _x(found: object) -> float:
    """The binding returns the position alone or together with the cursor."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]
