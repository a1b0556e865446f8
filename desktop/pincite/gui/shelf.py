"""What the window knows of the library: its documents, collections, status and models. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pincite.domain import Collection, Document
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge
    from pincite.reports import LibraryStatus, ModelInfo

REFRESH_MS = 150
"""Requests to refresh within this time become one."""


class Shelf(QObject):
    """The latest answers of the engine to “what is in the library?”.

    Attributes:
        collections, models, status: As the engine told them last.
        hidden: Ids of the documents that are shown nowhere, because they are to be removed.
        known: Whether the engine has told the documents.

    Signals:
        documents_changed, status_changed, models_changed: what they say.
    """

    documents_changed = Signal()
    status_changed = Signal()
    models_changed = Signal()

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._all: list[Document] = []
        self.collections: list[Collection] = []
        self.hidden: set[str] = set()
        self.models: list[ModelInfo] = []
        self.status: LibraryStatus | None = None
        self.known = False
        self._waiting: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        bridge.started.connect(self.refresh)

    def refresh_soon(self) -> None:
        """Asks the engine again after a moment, once for many calls."""
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Asks the engine again; what is still being asked is not asked twice."""
        self._ask("documents", self._set_documents)
        self._ask("organising.collections", self._set_collections)
        self._ask("status", self._set_status)
        self._ask("models", self._set_models)

    @property
    def documents(self) -> list[Document]:
        """The documents in order of title, without those that are hidden."""
        return [document for document in self._all if document.id not in self.hidden]

    def hide(self, document_ids: Iterable[str]) -> None:
        """Does as if documents were not in the library: they are to be removed."""
        self.hidden.update(document_ids)
        self.documents_changed.emit()

    def unhide(self, document_ids: Iterable[str]) -> None:
        """Shows documents again: they stay."""
        self.hidden.difference_update(document_ids)
        self.documents_changed.emit()

    def document(self, document_id: str) -> Document | None:
        """The document with this id."""
        return next((document for document in self.documents if document.id == document_id), None)

    def model_to_get(self) -> ModelInfo | None:
        """The model to offer: for a role that has none installed, meanings before sentences. None: nothing is missing."""
        for role in ("embedder", "generator"):
            models = [model for model in self.models if model.role == role]
            if models and not any(model.installed for model in models):
                return next((model for model in models if model.chosen), models[0])
        return None

    def _ask(self, verb: str, take: Callable[[Any], None]) -> None:
        if verb in self._waiting:
            return

        def done(value: Any) -> None:
            self._waiting.discard(verb)
            take(value)

        def failed(failure: Failed) -> None:
            self._waiting.discard(verb)
            if not failure.cancelled:
                self._bridge.failed.emit(failure)

        self._waiting.add(verb)
        self._bridge.request(verb, on_done=done, on_failed=failed)

    def _set_documents(self, documents: list[Document]) -> None:
        self._all = sorted(documents, key=lambda document: (document.title.casefold(), document.id))
        self.hidden &= {document.id for document in documents}  # what is gone need not be hidden any more
        self.known = True
        self.documents_changed.emit()

    def _set_collections(self, collections: list[Collection]) -> None:
        self.collections = list(collections)
        self.documents_changed.emit()

    def _set_status(self, status: LibraryStatus) -> None:
        self.status = status
        self.status_changed.emit()

    def _set_models(self, models: list[ModelInfo]) -> None:
        self.models = list(models)
        self.models_changed.emit()
