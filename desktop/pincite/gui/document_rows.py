"""The rows of the document list: what is being imported, what failed, what is there. Paints nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from pincite.domain import DocumentStatus
from pincite.gui.translation import counted, translate
from pincite.gui.wording import number_words, page_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pincite.domain import Document
    from pincite.gui.imports import ImportingFile
    from pincite.reports import FileResult

AnyIndex = QModelIndex | QPersistentModelIndex

DOCUMENTS = "application/x-pincite-documents"
"""The type of what is dragged: ids of documents, separated by spaces."""


class RowState(StrEnum):
    """How a row looks; the value is the name of its icon."""

    WAITING = "waiting"
    READING = "reading"
    TEXT = "text"
    READY = "ready"
    INCOMPLETE = "warning"
    FAILED = "error"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a document, a file that is being read, or a file that failed. ``fraction`` is what is read of it."""

    key: str
    title: str
    words: str
    state: RowState
    fraction: float | None = None
    document: Document | None = None
    failure: FileResult | None = None


def rows_of(
    documents: list[Document], files: list[ImportingFile], failures: list[FileResult], collection: str | None
) -> list[Row]:
    """Files being read first, then failures, then the documents of the collection (None: all) in their order."""
    rows = [_importing(file) for file in files]
    rows += [_failed(failure) for failure in failures]
    busy = {file.name for file in files}
    for document in documents:
        unfinished = document.status is DocumentStatus.IMPORTING
        if (collection is None or collection in document.collections) and not (unfinished and Path(document.path).name in busy):
            rows.append(Row(document.id, document.title, document_words(document), _state(document), document=document))
    return rows


def document_words(document: Document) -> str:
    """The state of an imported document: “12 pages · ready”, “30 pages · text ready · 2 not read”."""
    parts = [page_count(document.page_count)]
    if document.status is DocumentStatus.IMPORTING:
        return " · ".join([*parts, translate("document_rows", "waiting to be read")])
    if document.status is DocumentStatus.TEXT:
        parts.append(translate("document_rows", "text ready"))
    if unread := document.unread_pages:
        parts.append(counted.tr("%Ln not read", None, len(unread)))
    elif document.problems:
        parts.append(translate("document_rows", "with problems"))
    elif document.status is DocumentStatus.READY:
        parts.append(translate("document_rows", "ready"))
    return " · ".join(parts)


def _importing(file: ImportingFile) -> Row:
    if not file.total:
        return Row(f"file:{file.name}", file.name, translate("document_rows", "waiting"), RowState.WAITING, 0.0)
    words = counted.tr("reading {done} of %Ln page(s)", None, file.total).format(done=number_words(file.done))
    return Row(f"file:{file.name}", file.name, words, RowState.READING, file.done / file.total)


def _failed(failure: FileResult) -> Row:
    words = translate("document_rows", "failed: {reason}").format(reason=failure.reason)
    return Row(f"failed:{failure.path}", Path(failure.path).name, words, RowState.FAILED, failure=failure)


def _state(document: Document) -> RowState:
    if document.status is DocumentStatus.IMPORTING:
        return RowState.WAITING
    if document.problems:
        return RowState.INCOMPLETE
    return RowState.READY if document.status is DocumentStatus.READY else RowState.TEXT


class DocumentRows(QAbstractListModel):
    """The rows as a Qt model. The row itself is at ``ROW``."""

    ROW = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []

    def set_rows(self, rows: list[Row]) -> bool:
        """Shows other rows. Returns whether they are other things, rather than the same in another state."""
        same = [row.key for row in rows] == [row.key for row in self._rows]
        if same:
            before, self._rows = self._rows, rows
            for number, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row(self, index: AnyIndex) -> Row | None:
        """The row at an index; None for no row."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """Where a row is; invalid if it is not there."""
        number = next((number for number, row in enumerate(self._rows) if row.key == key), -1)
        return self.index(number) if number >= 0 else QModelIndex()

    def documents(self, indexes: Iterable[AnyIndex]) -> list[Document]:
        """The documents at some indexes, in the order of the list."""
        numbers = sorted({index.row() for index in indexes if index.isValid()})
        return [document for number in numbers if (document := self._rows[number].document)]

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """See Qt. A document can be dragged into a collection once it has been read."""
        row = self.row(index)
        read = row is not None and row.document is not None and row.state is not RowState.WAITING
        return super().flags(index) | (Qt.ItemFlag.ItemIsDragEnabled if read else Qt.ItemFlag.NoItemFlags)

    def mimeTypes(self) -> list[str]:
        """See Qt."""
        return [DOCUMENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """See Qt."""
        data = QMimeData()
        data.setData(DOCUMENTS, " ".join(document.id for document in self.documents(indexes)).encode())
        return data

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (the signature is Qt's)
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt. The accessible text says what the icon and the bar show."""
        row = self.row(index)
        if row is None:
            return None
        if role == self.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.title}\n{row.words}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.words}"
        return None
