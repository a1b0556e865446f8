"""One passage that was found: its place and its first words. A click opens its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from pincite.gui.controls import Elided, column, label, row
from pincite.gui.theme import STEP
from pincite.gui.wording import hit_place, page_words, shortened, with_words_bold

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from pincite.domain import Hit
    from pincite.gui.theme import Theme

SNIPPET = 190
"""Letters of a passage that are shown."""


class HitRow(QAbstractButton):
    """A passage as a button; checked: it is the one that is open.

    Args:
        question: Its words are bold in the passage; empty: none are.
        titled: The title of the document is part of it; otherwise it stands above.
    """

    def __init__(self, hit: Hit, theme: Theme, question: str = "", titled: bool = True) -> None:
        super().__init__()
        self.hit = hit
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(f"{hit_place(hit)}: {shortened(hit.passage.text, SNIPPET)}")
        self.setToolTip(" · ".join(part for part in (hit.title, hit.passage.section) if part))
        title = Elided("title")
        title.setText(hit.title)
        if not titled:
            title.hide()
        place = page_words(hit.passage.page_label, hit.passage.page, hit.lines)
        page = label(place, "muted" if titled else "title", wrap=False)
        layout = column(self, 0, STEP // 2)
        layout.setContentsMargins(STEP + 4, STEP, STEP + 4, STEP)
        section = Elided("muted")
        section.setText(hit.passage.section)
        section.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        # it takes what title and page leave
        section.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        head = row(title, page, section)
        head.setStretch(2, 1)
        layout.addLayout(head)
        words = label()
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setText(with_words_bold(hit.passage.text, question, SNIPPET))
        layout.addWidget(words)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def minimumSizeHint(self) -> QSize:
        """See Qt. The height follows from the width; that of the narrowest row would leave room below the last one."""
        return QSize(0, 3 * STEP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt. Enter opens it, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See Qt."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marked = self.underMouse() or self.isDown() or self.isChecked()
        painter.setBrush(self._theme.colour("selected" if marked else "surface"))
        painter.setPen(QPen(self._theme.colour("accent" if self.hasFocus() or self.isChecked() else "border"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
