"""Finding words in the document that is open: the bar, and what has been found so far. The search itself is the engine's."""

from __future__ import annotations

from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from pincite.events import MatchesFound, Progress
from pincite.gui.controls import IconButton, label, row
from pincite.gui.page_text import span_boxes
from pincite.gui.theme import STEP
from pincite.gui.translation import counted
from pincite.gui.wording import number_words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from pincite.domain import Box, Page, Span
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.theme import Theme

    Boxes = tuple[Box, ...]

FIND, NEXT, PREVIOUS = "Ctrl+F", "F3", "Shift+F3"
SAID_WIDTH = 88
"""Pixels for the count, so that the field does not change its width with every match."""
TYPING_MS = 150
"""After the last key; so that not every letter starts a search."""


class Matches:
    """What has been found so far, page by page, and at which match the reader is.

    Attributes:
        at: The page of that match, and which of the page's matches it is, from 0.
        boxes: Of all matches of those pages whose words have come; grows in place.
    """

    def __init__(self) -> None:
        self._numbers: list[int] = []
        self._spans: dict[int, tuple[Span, ...]] = {}
        self.boxes: dict[int, Boxes] = {}
        self.at: tuple[int, int] | None = None
        self.total = 0

    def add(self, number: int, spans: tuple[Span, ...]) -> None:
        """Takes the matches of one page."""
        if spans:
            insort(self._numbers, number)
            self._spans[number] = spans
            self.total += len(spans)

    def locate(self, page: Page) -> None:
        """Finds the boxes of a page's matches among its words."""
        if page.number in self._spans and page.number not in self.boxes:
            spans = self._spans[page.number]
            self.boxes[page.number] = tuple(box for span in spans for box in span_boxes(page, span))

    def rank(self) -> int:
        """Which of all matches the reader is at, from 1 in the order of pages; 0 if at none."""
        if self.at is None:
            return 0
        number, place = self.at
        before = self._numbers[: bisect_left(self._numbers, number)]
        return sum(len(self._spans[page]) for page in before) + place + 1

    def current(self) -> tuple[int, Span] | None:
        """Page of the match that the reader is at, and its span in the page's text."""
        if self.at is None:
            return None
        number, place = self.at
        return number, self._spans[number][place]

    def first_from(self, number: int) -> None:
        """Goes to the first match on this page or after it, or to the first of all."""
        if self._numbers:
            place = bisect_left(self._numbers, number) % len(self._numbers)
            self.at = (self._numbers[place], 0)

    def step(self, by: int) -> None:
        """Goes to the next match (1) or the one before (-1), around the ends of the document."""
        if self.at is None:
            return
        number, place = self.at
        place += by
        if not 0 <= place < len(self._spans[number]):
            page = (bisect_left(self._numbers, number) + by) % len(self._numbers)
            number = self._numbers[page]
            place = 0 if by > 0 else len(self._spans[number]) - 1
        self.at = (number, place)


class FindBar(QFrame):
    """Asks the engine for what is typed and shows how many matches there are.

    Attributes:
        matches: What has been found so far.

    Signals:
        found: there are other matches, or more of them.
        went(int, tuple): the reader goes to a match: its page and its span in the page's text.
        closed: the user closed the bar.
    """

    found = Signal()
    went = Signal(int, object)
    closed = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._document_id = ""
        self._unread = 0
        self._first = 1
        self._handle: Handle | None = None
        self._done = 0.0
        self.matches = Matches()
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this document"))
        self.field.setAccessibleName(self.tr("Find in this document"))
        self.field.setClearButtonEnabled(True)
        self.said = label(role="muted", wrap=False)
        self.said.setMinimumWidth(SAID_WIDTH)
        self.said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.previous = IconButton("previous", self.tr("Previous match"), theme, lambda: self.step(-1), keys=PREVIOUS)
        self.next = IconButton("next", self.tr("Next match"), theme, lambda: self.step(1), keys=NEXT)
        self.close_button = IconButton("close", self.tr("Close"), theme, self.end, keys="Esc")
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self._search)
        self.field.textChanged.connect(lambda _text: self._typing.start())
        line = row(self.field, self.said, self.previous, self.next, self.close_button, spacing=STEP // 2)
        line.setContentsMargins(2 * STEP, STEP // 2, STEP, STEP // 2)
        line.setStretch(0, 1)
        self.setLayout(line)
        self.hide()
        self._show_state()

    def open(self, document_id: str, unread: int = 0) -> None:
        """Turns to another document; what is typed is found in it, too, while the bar is shown.

        Args:
            document_id: Empty: none.
            unread: How many of its pages have no text.
        """
        self._document_id, self._unread, self._first = document_id, unread, 1
        self._forget()
        if self.isVisible() and document_id:
            self._search()

    def begin(self, text: str, number: int) -> None:
        """Shows the bar, with a text to find (empty: the last one), from a page on."""
        self._first = number
        self.show()
        if text:
            self.field.setText(text)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._typing.stop()
        self._search()

    def end(self) -> None:
        """Hides the bar and takes the marks away."""
        self._typing.stop()
        self._forget()
        self.hide()
        self.closed.emit()

    def step(self, by: int) -> None:
        """Goes to the next match (1) or the one before (-1)."""
        if self._typing.isActive():  # Enter came before the search of what was typed
            self._typing.stop()
            self._search()
            return
        self.matches.step(by)
        self._go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt. Enter goes on, Shift and Enter goes back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._forget()
        text = self.field.text()
        if not text.strip() or not self._document_id:
            return
        handle: Handle | None = None

        def happened(event: Event) -> None:
            if self._handle is handle:
                self._take(event)

        def ended(_value: object) -> None:
            if self._handle is handle:
                self._handle = None
                self._show_state()

        def failed(failure: Failed) -> None:
            if self._handle is handle and not failure.cancelled:
                self._handle = None
                self._say(f"{failure.message} {failure.hint}".strip(), "bad")

        handle = self._bridge.request(
            "reading.find", on_event=happened, on_done=ended, on_failed=failed,
            document_id=self._document_id, text=text, first=self._first,
        )  # fmt: skip
        self._handle = handle
        self._show_state()

    def _take(self, event: Event) -> None:
        if isinstance(event, MatchesFound):
            self.matches.add(event.number, event.spans)
            if self.matches.at is None:
                self.matches.first_from(self._first)
                self._go()
            self.found.emit()
        elif isinstance(event, Progress):
            self._done = event.done / max(1, event.total)
            self._show_state()  # and not for each page, of which there are thousands

    def _go(self) -> None:
        here = self.matches.current()
        if here is not None:
            self._first = here[0]  # what is typed next is found from here on
            self.went.emit(*here)
        self._show_state()

    def _forget(self) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            handle.cancel()
        self.matches = Matches()
        self._done = 0.0
        self.found.emit()
        self._show_state()

    def _show_state(self) -> None:
        total, rank = self.matches.total, number_words(self.matches.rank())
        for tool in (self.previous, self.next):
            tool.setEnabled(total > 0)
        if self._handle is not None:
            words = self.tr("{number} of {total}… {percent}") if total else "{percent}"
            words = words.format(number=rank, total=number_words(total), percent=f"{self._done:.0%}")
            self._say(words if self._done else "", "muted")
        elif total:
            self._say(self.tr("{number} of {total}").format(number=rank, total=number_words(total)), "muted")
        elif self.field.text().strip() and self._document_id:
            unread = counted.tr("No matches · %Ln page(s) without text", None, self._unread)
            self._say(unread if self._unread else self.tr("No matches"), "bad")
        else:
            self._say("", "muted")

    def _say(self, words: str, role: str) -> None:
        if self.said.property("role") != role:
            self.said.setProperty("role", role)
            self.said.style().unpolish(self.said)
            self.said.style().polish(self.said)
        self.said.setText(words)
        self.field.setAccessibleDescription(words)
