"""The reader's own marks in the document that is open: made, changed, taken away, and each of it undone. Shows nothing."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pincite.domain import Mark

if TYPE_CHECKING:
    from pincite.domain import MarkColour, Page, Span
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge

Change = tuple[Mark | None, Mark | None]
"""A mark before and after; None: there was none, or is none any more."""

KEPT = 200
"""Changes that can be undone."""


class MarkBook(QObject):
    """Marks are shown at once and kept by the engine a moment later; what it refuses is taken back.

    Signals:
        changed: there are other marks.
        removed(Mark): the reader took a mark away, which can be undone.
        failed(str, str): a mark could not be kept: message and hint.
    """

    changed = Signal()
    removed = Signal(object)
    failed = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._document_id = ""
        self._marks: dict[str, Mark] = {}
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def marks(self) -> list[Mark]:
        """The marks of the document in the order of its text."""
        return sorted(self._marks.values(), key=lambda mark: (mark.page, mark.start, mark.end))

    def open(self, document_id: str) -> None:
        """Turns to another document (empty: none). Its changes can still be undone."""
        self._document_id = document_id
        self._marks = {}
        self.changed.emit()
        if document_id:
            self._fetch()

    def at(self, number: int, offset: int) -> Mark | None:
        """The mark of a letter (offset in a page's text); of several the shortest, which could not be reached otherwise."""
        over = [mark for mark in self._marks.values() if mark.page == number and mark.start <= offset < mark.end]
        return min(over, key=lambda mark: mark.end - mark.start, default=None)

    def add(self, page: Page, span: Span, quote: str, colour: MarkColour) -> Mark:
        """Marks words of a page of this document."""
        made_at = datetime.now(UTC).isoformat(timespec="seconds")
        mark = Mark(uuid.uuid4().hex, self._document_id, page.number, *span, quote, made_at, colour)
        self._change((None, mark))
        return mark

    def edit(self, mark: Mark, colour: MarkColour, note: str) -> None:
        """Gives a mark another colour or note."""
        edited = replace(mark, colour=colour, note=note.strip())
        if edited != mark and mark.id in self._marks:
            self._change((mark, edited))

    def remove(self, mark: Mark) -> None:
        """Takes a mark away."""
        if mark.id in self._marks:
            self._change((mark, None))
            self.removed.emit(mark)

    def undo(self) -> None:
        """Takes the last change in this document back."""
        if (change := self._last_of(self._done)) is not None:
            self._undone.append(change)
            self._apply((change[1], change[0]))

    def redo(self) -> None:
        """Makes the last change that was undone again."""
        if (change := self._last_of(self._undone)) is not None:
            self._done.append(change)
            self._apply(change)

    def _last_of(self, changes: list[Change]) -> Change | None:
        for place in reversed(range(len(changes))):
            if _document(changes[place]) == self._document_id:
                return changes.pop(place)
        return None

    def _change(self, change: Change) -> None:
        self._undone.clear()
        self._done = [*self._done[1 - KEPT :], change]
        self._apply(change)

    def _apply(self, change: Change) -> None:
        before, after = change
        if after is not None:
            self._marks[after.id] = after
            self._bridge.request("marks.save", on_failed=self._on_failed, mark=after)
        elif before is not None:
            self._marks.pop(before.id, None)
            self._bridge.request("marks.remove", on_failed=self._on_failed, mark_id=before.id)
        self.changed.emit()

    def _on_failed(self, failure: Failed) -> None:
        if not failure.cancelled:
            self.failed.emit(failure.message, failure.hint)
            self._fetch()

    def _fetch(self) -> None:
        document_id = self._document_id

        def done(marks: list[Mark]) -> None:
            if document_id == self._document_id:
                self._marks = {mark.id: mark for mark in marks}
                self.changed.emit()

        # without its marks a document can be read
        self._bridge.request("marks.of", on_done=done, on_failed=lambda _failure: None, document_id=document_id)


def _document(change: Change) -> str:
    mark = change[0] or change[1]
    return mark.document_id if mark else ""
