"""Fetches the words of pages from the engine and keeps those of the last pages seen. Knows nothing of the mouse."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.domain import Page
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge

KEPT = 64
"""Pages; the words of one take about 100 KB. What is selected can be copied only from these."""


class PageWords(QObject):
    """The words of one document's pages.

    Signals:
        arrived: the words of more pages are there.
    """

    arrived = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._document_id = ""
        self._kept: OrderedDict[int, Page] = OrderedDict()
        self._asked: set[int] = set()

    def open(self, document_id: str) -> None:
        """Turns to another document; forgets the words of the last one."""
        self._document_id = document_id
        self._kept.clear()
        self._asked = set()

    def page(self, number: int) -> Page | None:
        """A page with its words, if they have come."""
        return self._kept.get(number)

    def pages(self) -> list[Page]:
        """All pages whose words are there, in order."""
        return [self._kept[number] for number in sorted(self._kept)]

    def want(self, numbers: Iterable[int]) -> None:
        """Asks for the words of pages, unless they are there or on their way."""
        missing = []
        for number in numbers:
            if number in self._kept:
                self._kept.move_to_end(number)
            elif number not in self._asked:
                missing.append(number)
        if not missing or not self._document_id:
            return
        asked = self._asked  # another set once another document is open
        asked.update(missing)

        def done(pages: list[Page]) -> None:
            if asked is not self._asked:
                return
            asked.difference_update(missing)
            self._kept.update((page.number, page) for page in pages)
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            self.arrived.emit()

        def failed(_failure: Failed) -> None:
            asked.difference_update(missing)  # a page that can be read but not selected needs no message

        self._bridge.request(
            "reading.words", on_done=done, on_failed=failed, document_id=self._document_id, numbers=tuple(missing)
        )
