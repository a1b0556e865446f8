"""The details of one document or failed file: every problem with its remedy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from pincite.errors import PasswordNeeded
from pincite.gui.controls import IconButton, button, clear, column, label, row
from pincite.gui.theme import STEP
from pincite.gui.wording import day_words, page_count, page_list, passage_count

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QLabel

    from pincite.domain import Document
    from pincite.gui.document_rows import Row
    from pincite.gui.theme import Theme
    from pincite.reports import FileResult

HEIGHT = 264
"""Pixels; longer lists of problems scroll."""
SHARE = 0.16
"""Of the height of the window: with large text, the list above needs its room as well."""


class DetailsCard(QWidget):
    """What is known of the chosen row.

    Signals:
        remove_wanted(Document), dismiss_wanted(FileResult): a button was pressed.
        password_wanted(FileResult): the user wants to give the password of a file that failed.
        closed: the user wants the room back.
    """

    remove_wanted = Signal(object)
    dismiss_wanted = Signal(object)
    password_wanted = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._shown: Row | None = None
        self._said: list[QLabel] = []
        self.title = label(role="title", selectable=True)
        self._close = IconButton("close", self.tr("Close details"), theme, self.closed.emit, "muted")
        self.remove_button = button(self.tr("Remove"), self._on_remove)
        self.dismiss_button = button(self.tr("Dismiss"), self._on_dismiss)
        self.password_button = button(self.tr("Enter password…"), self._on_password, "primary")
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._lines = column(inner, 0, STEP // 2)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(inner)
        layout: QVBoxLayout = column(self)
        layout.setContentsMargins(2 * STEP, STEP, STEP, STEP + 4)
        head = row(self.title, self._close)
        head.setStretch(0, 1)
        layout.addLayout(head)
        layout.addWidget(self._area)
        layout.addLayout(row(self.password_button, self.remove_button, self.dismiss_button, None))
        self.hide()

    def show_row(self, shown: Row | None) -> None:
        """Shows a document or a failed file; anything else hides the card."""
        if shown is not None and shown.document is None and shown.failure is None:
            shown = None
        if shown == self._shown:
            return
        self._shown = shown
        self.setVisible(shown is not None)
        clear(self._lines)
        self._said.clear()
        if shown is None:
            return
        self.title.setText(shown.title)
        self.remove_button.setVisible(shown.document is not None)
        self.dismiss_button.setVisible(shown.failure is not None)
        self.password_button.setVisible(shown.failure is not None and shown.failure.code == PasswordNeeded.code)
        if shown.document is not None:
            self._show_document(shown.document)
        elif shown.failure is not None:
            self._show_failure(shown.failure)
        self._lines.addStretch(1)
        self._fit()

    def lines(self) -> list[str]:
        """What is said below the title."""
        return [line.text() for line in self._said]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt. A wider card needs less height."""
        super().resizeEvent(event)
        self._fit()

    def _show_document(self, document: Document) -> None:
        pages, passages, day = page_count(document.page_count), passage_count(document.passages), day_words(document.added_at)
        about = self.tr("{pages}, {passages}, added {day}").format(pages=pages, passages=passages, day=day)
        self._add(about, "muted")
        if document.collections:
            self._add(self.tr("In {collections}").format(collections=", ".join(document.collections)), "muted")
        self._add(self.tr("From {path}").format(path=_short(document.path)), "muted", document.path)
        for problem in document.problems:
            words = problem.reason
            if problem.pages:
                where = self.tr("{pages} not read: {reason}") if problem.unread else self.tr("{pages}: {reason}")
                words = where.format(pages=page_list(problem.pages), reason=problem.reason)
            self._add(f"{words[:1].upper()}{words[1:]}", "bad")
            if problem.hint:
                self._add(problem.hint)

    def _show_failure(self, failure: FileResult) -> None:
        self._add(self.tr("Not imported: {reason}").format(reason=failure.reason), "bad")
        if failure.hint:
            self._add(failure.hint)
        self._add(self.tr("From {path}").format(path=_short(failure.path)), "muted", failure.path)

    def _add(self, text: str, role: str = "", tooltip: str = "") -> None:
        line = label(text, role, selectable=True)
        line.setToolTip(tooltip)
        self._said.append(line)
        self._lines.addWidget(line)
        line.show()  # the layout does so later, and does not measure what is hidden

    def _fit(self) -> None:
        width = self.width() - 3 * STEP
        needed = max(0, self._lines.totalHeightForWidth(width)) + STEP // 2
        self._area.setFixedHeight(min(HEIGHT, needed, round(SHARE * self.window().height())))

    def _on_remove(self) -> None:
        if self._shown is not None and self._shown.document is not None:
            self.remove_wanted.emit(self._shown.document)

    def _on_password(self) -> None:
        if self._shown is not None and self._shown.failure is not None:
            self.password_wanted.emit(self._shown.failure)

    def _on_dismiss(self) -> None:
        if self._shown is not None and self._shown.failure is not None:
            self.dismiss_wanted.emit(self._shown.failure)


def _short(path: str) -> str:
    """The folder and file, without the rest of a long path."""
    parts = Path(path).parts
    return path if len(parts) <= 3 else str(Path("…", *parts[-2:]))
