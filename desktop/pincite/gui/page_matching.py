"""From what the bar has found to the marks on the pages. Searches nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from pincite.gui.page_marks import Ink
from pincite.gui.page_text import span_boxes

if TYPE_CHECKING:
    from pincite.domain import Span
    from pincite.gui.page_canvas import PageCanvas
    from pincite.gui.page_find import FindBar
    from pincite.gui.page_words import PageWords


class Matching(QObject):
    """Shows the matches of a document on its pages."""

    def __init__(self, bar: FindBar, canvas: PageCanvas, words: PageWords) -> None:
        super().__init__(canvas)
        self._bar = bar
        self._canvas = canvas
        self._words = words
        self._awaited = 0  # the page of a match that cannot be marked before its words have come
        bar.found.connect(self.show_in_sight)
        bar.went.connect(self._go)
        bar.closed.connect(canvas.setFocus)

    def show_in_sight(self) -> None:
        """Marks the matches of those pages in sight whose words have come."""
        matches = self._bar.matches
        for number in self._canvas.in_sight():
            if page := self._words.page(number):
                matches.locate(page)
        self._canvas.set_marks(Ink.MATCH, matches.boxes)
        if matches.at is None:
            self._canvas.set_marks(Ink.CURRENT, {})

    def on_words(self) -> None:
        """More words have come: those of the match that the reader waits for may be among them."""
        self.show_in_sight()
        here = self._bar.matches.current()
        if here is not None and here[0] == self._awaited and self._words.page(here[0]):
            self._go(*here)

    def _go(self, number: int, span: Span) -> None:
        page = self._words.page(number)
        boxes = span_boxes(page, span) if page else ()
        self._canvas.set_marks(Ink.CURRENT, {number: boxes})
        self._awaited = number if page is None else 0
        self._canvas.bring(number, boxes, gently=True)
        if page is None:
            self._words.want([number])
