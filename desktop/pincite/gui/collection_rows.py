"""The collections as a Qt model, and what is dropped on one of them. Paints nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, Qt, Signal

from pincite.gui.document_rows import DOCUMENTS, AnyIndex
from pincite.gui.translation import counted
from pincite.gui.wording import document_count

if TYPE_CHECKING:
    from pincite.domain import Collection


class CollectionRows(QAbstractListModel):
    """All documents first, then each collection. The collection itself (None: all) is at ``COLLECTION``.

    Signals:
        documents_dropped(list, str): ids of documents, and the collection that they were dropped on.
        files_dropped(list, str): paths of files and folders, and the collection; empty for all documents.
    """

    documents_dropped = Signal(list, str)
    files_dropped = Signal(list, str)

    COLLECTION = Qt.ItemDataRole.UserRole
    NUMBER = Qt.ItemDataRole.UserRole + 1

    def __init__(self) -> None:
        super().__init__()
        self._collections: list[Collection] = []
        self._documents = 0

    def set_collections(self, collections: list[Collection], documents: int) -> None:
        """Shows other collections; ``documents`` is the number of all."""
        if [collection.name for collection in collections] == [collection.name for collection in self._collections]:
            self._collections, self._documents = list(collections), documents
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))
            return
        self.beginResetModel()
        self._collections, self._documents = list(collections), documents
        self.endResetModel()

    def collection(self, index: AnyIndex) -> Collection | None:
        """The collection at an index; None for all documents, and for no row."""
        return self._collections[index.row() - 1] if index.isValid() and index.row() else None

    def index_of(self, name: str | None) -> QModelIndex:
        """Where a collection is; the first row for None, and for one that is not there."""
        names = [collection.name for collection in self._collections]
        return self.index(names.index(name) + 1 if name in names else 0)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (the signature is Qt's)
        """See Qt."""
        return 0 if parent.isValid() else 1 + len(self._collections)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        collection = self.collection(index)
        name = collection.name if collection else self.tr("All documents")
        number = collection.documents if collection else self._documents
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == self.COLLECTION:
            return collection
        if role == self.NUMBER:
            return number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {document_count(number)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            told = counted.tr("{name}: questions are answered from %Ln document(s)", None, number)
            return told.format(name=name)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """See Qt."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """See Qt."""
        return [DOCUMENTS, "text/uri-list"]

    def supportedDropActions(self) -> Qt.DropAction:
        """See Qt."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: AnyIndex) -> bool:
        """See Qt. Documents are dropped on a collection, files also on all documents; neither between two rows."""
        if row != -1 or not parent.isValid():
            return False
        return data.hasUrls() or (data.hasFormat(DOCUMENTS) and self.collection(parent) is not None)

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex) -> bool:
        """See Qt."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        collection = self.collection(parent)
        name = collection.name if collection else ""
        if data.hasFormat(DOCUMENTS):
            self.documents_dropped.emit(data.data(DOCUMENTS).toStdString().split(), name)
        else:
            self.files_dropped.emit([url.toLocalFile() for url in data.urls() if url.isLocalFile()], name)
        return True
