"""What the user changes in the library: collections, titles, documents that go. Most of it can be taken back for a while."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from pincite.gui.undo_strip import SHOWN_MS
from pincite.gui.wording import document_count, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.domain import Collection, CollectionColour, Document, Scope
    from pincite.gui.bridge import Bridge
    from pincite.gui.shelf import Shelf

NO_DOCUMENT = "none"
"""An id that no document has: to name no id would ask all of them."""

TITLE = 40
"""Letters of a title that a message has room for."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that was done: in words, what takes it back, and what makes it final."""

    words: str
    revert: Callable[[], object]
    settle: Callable[[], object] = lambda: None


class Organiser(QObject):
    """Sends changes to the engine, and keeps the latest step so that it can be taken back. Knows no widget.

    Documents that are removed disappear at once, but leave the library only when that can no longer be undone; until then
    :meth:`without_removed` keeps them out of every question.

    Signals:
        offered(str): a step that can be taken back; its words.
        lapsed: there is nothing to take back any more.
    """

    offered = Signal(str)
    lapsed = Signal()

    def __init__(self, bridge: Bridge, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shelf = shelf
        self._step: Step | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.settle)
        bridge.started.connect(self._on_started)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._step is not None

    def undo(self) -> None:
        """Takes the latest step back."""
        step, self._step = self._step, None
        self._timer.stop()
        if step:
            step.revert()
            self.lapsed.emit()

    def settle(self) -> None:
        """Makes the latest step final."""
        step, self._step = self._step, None
        self._timer.stop()
        if step:
            step.settle()
            self.lapsed.emit()

    # --- collections -----------------------------------------------------------------------------------------------

    def create(self, name: str, colour: CollectionColour, documents: Sequence[Document] = ()) -> None:
        """Makes a collection, and puts documents into it."""

        def done(_value: object) -> None:
            self._shelf.refresh()
            self.arrange(documents, name)

        self._bridge.request("organising.create", on_done=done, name=name, colour=str(colour))

    def change(self, collection: Collection, name: str, colour: CollectionColour) -> None:
        """Gives a collection another name or colour."""
        if (name, colour) != (collection.name, collection.colour):
            self._send("change", name=collection.name, new_name=name, colour=str(colour))

    def delete(self, collection: Collection) -> None:
        """Deletes a collection. Its documents stay."""

        def done(ids: Sequence[str]) -> None:
            self._shelf.refresh()
            what = {"name": collection.name, "colour": str(collection.colour), "document_ids": list(ids)}
            words = self.tr("Deleted the collection “{collection}”. Its documents are still in the library.")
            self._offer(Step(words.format(collection=collection.name), lambda: self._send("bring_back", **what)))

        self._bridge.request("organising.delete", on_done=done, name=collection.name)

    def arrange(self, documents: Sequence[Document], into: str | None = None, out_of: str | None = None) -> None:
        """Puts documents into a collection, takes them out of one, or moves them."""
        concerned = [d for d in documents if (into and into not in d.collections) or (out_of and out_of in d.collections)]
        if not concerned:
            return
        ids = [document.id for document in concerned]
        self._send("arrange", document_ids=ids, into=into, out_of=out_of)
        #: {documents} is the title of one in quotation marks, or “3 documents”, here and where they are added or removed
        moved = self.tr("Moved {documents} to “{collection}”.")
        added = self.tr("Added {documents} to “{collection}”.")
        taken = self.tr("Took {documents} out of “{collection}”.")
        words = (moved if out_of else added) if into else taken
        words = words.format(documents=self._named(concerned), collection=into or out_of)
        self._offer(Step(words, lambda: self._send("arrange", document_ids=ids, into=out_of, out_of=into)))

    # --- documents -------------------------------------------------------------------------------------------------

    def retitle(self, document: Document, title: str) -> None:
        """Gives a document another title."""
        if title.strip() and title.strip() != document.title:
            self._send("retitle", document_id=document.id, title=title)
            back = {"document_id": document.id, "title": document.title}
            words = self.tr("Renamed to “{title}”.").format(title=shortened(title, TITLE))
            self._offer(Step(words, lambda: self._send("retitle", **back)))

    def remove(self, documents: Sequence[Document]) -> None:
        """Takes documents out of the library; they are gone for good when it can no longer be undone."""
        if not documents:
            return
        ids = [document.id for document in documents]
        self.settle()
        self._shelf.hide(ids)
        self._bridge.request("removals.note", document_ids=ids)

        def revert() -> None:
            self._bridge.request("removals.keep", document_ids=ids)
            self._shelf.unhide(ids)

        words = self.tr("Removed {documents}.").format(documents=self._named(documents))
        self._offer(Step(words, revert, self._finish))

    def without_removed(self, scope: Scope) -> Scope:
        """The scope without documents that were removed, but are not gone yet."""
        hidden = self._shelf.hidden
        if not hidden:
            return scope
        chosen = scope.document_ids or tuple(document.id for document in self._shelf.documents)
        left = tuple(document_id for document_id in chosen if document_id not in hidden)
        return replace(scope, document_ids=left or (NO_DOCUMENT,))

    def _finish(self) -> None:
        self._bridge.request("removals.finish", on_done=lambda _value: self._shelf.refresh())

    def _on_started(self) -> None:
        if not self._shelf.hidden:  # what an earlier run has removed, and did not come to
            self._finish()

    def _named(self, documents: Sequence[Document]) -> str:
        if len(documents) == 1:
            return self.tr("“{title}”").format(title=shortened(documents[0].title, TITLE))
        return document_count(len(documents))

    def _send(self, verb: str, **arguments: Any) -> None:
        self._bridge.request(f"organising.{verb}", on_done=lambda _value: self._shelf.refresh(), **arguments)

    def _offer(self, step: Step) -> None:
        self.settle()
        self._step = step
        self._timer.start()
        self.offered.emit(step.words)
