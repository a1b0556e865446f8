"""Asks the engine for what a document is made of: its pages, and its outline. Shows nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from pincite.domain import OutlineEntry, PageInfo
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge, Handle


class PageLoading(QObject):
    """Loads one document at a time; what comes late of another one is dropped.

    Signals:
        paged(list): the pages of the document.
        outlined(list): the entries of its outline.
        failed(str, str): its pages cannot be had: message and hint.
    """

    paged = Signal(object)
    outlined = Signal(object)
    failed = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._document_id = ""
        self._asked: list[Handle] = []

    def load(self, document_id: str) -> None:
        """Asks for a document, and no longer for another one; an empty id asks for none."""
        for handle in self._asked:
            handle.cancel()
        self._asked = []
        self._document_id = document_id
        if not document_id:
            return

        def current() -> bool:
            return self._document_id == document_id

        def paged(pages: list[PageInfo]) -> None:
            if current():
                self.paged.emit(pages)

        def outlined(entries: list[OutlineEntry]) -> None:
            if current():
                self.outlined.emit(entries)

        def failed(failure: Failed) -> None:
            if current() and not failure.cancelled:
                self.failed.emit(failure.message, failure.hint)

        self._asked = [
            self._bridge.request("reading.pages", on_done=paged, on_failed=failed, document_id=document_id),
            # without its outline a document can be read
            self._bridge.request("reading.outline", on_done=outlined, on_failed=_ignore, document_id=document_id),
        ]


def _ignore(_failure: Failed) -> None:
    """Says nothing."""
