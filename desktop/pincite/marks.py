"""What a reader leaves in a document: marked words and notes, kept in the library, and written into a copy of the file.

Changes no imported file and takes no part in search.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pincite import citations
from pincite.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.domain import Box, Document, Mark
    from pincite.index import Index
    from pincite.index.marks import MarkTable


class Annotator(Protocol):
    """What writes marks into a copy of a PDF."""

    def annotate(self, path: Path, marks: Sequence[tuple[Mark, tuple[Box, ...]]], target: Path, password: str = "") -> None:
        """Saves a copy of a file with marks, each with its boxes in points."""


class Marks:
    """The marks in one library.

    Args:
        index: Has the documents and the words of their pages.
        table: Where marks are kept.
        annotator: Writes them into files.
        stored: Where the file of a document lies.
        password: That of a document by its id, as far as it is known.
    """

    def __init__(
        self,
        index: Index,
        table: MarkTable,
        annotator: Annotator,
        stored: Callable[[Document], Path],
        password: Callable[[str], str],
    ) -> None:
        self._index = index
        self._table = table
        self._annotator = annotator
        self._stored = stored
        self._password = password

    def of(self, document_id: str) -> list[Mark]:
        """The marks of a document in the order of its text."""
        return self._table.of(document_id)

    def save(self, mark: Mark) -> None:
        """Keeps a mark: a new one, or in the place of the one with the same id.

        Raises:
            LibraryError: the library has no such document or page, or the page has no such words.
        """
        page = self._index.page(self._document(mark.document_id).id, mark.page)
        if not 0 <= mark.start < mark.end <= len(page.text):
            raise LibraryError("The words to be marked are not on that page.", "Select them again.")
        self._table.save(mark)

    def remove(self, mark_id: str) -> None:
        """Takes a mark away; one that is not there stays away."""
        self._table.remove(mark_id)

    def forget(self, document_id: str) -> None:
        """Takes all marks of a document away, because it leaves the library."""
        self._table.forget(document_id)

    def export(self, document_id: str, path: str) -> int:
        """Saves a copy of a document's file with its marks as highlights that every PDF program shows, notes included.

        Returns how many marks the copy has. A file of that name is replaced.

        Raises:
            LibraryError: there is no such document.
            PasswordNeeded: it is encrypted, and its password is not known.
            FileError: its file is gone or cannot be read, or the copy cannot be written.
        """
        document = self._document(document_id)
        marks = self._table.of(document.id)
        pages = self._index.pages_at({(document.id, mark.page) for mark in marks})
        placed = [
            (mark, citations.boxes(page, (mark.start, mark.end)))
            for mark in marks
            if (page := pages.get((document.id, mark.page))) is not None
        ]
        placed = [(mark, boxes) for mark, boxes in placed if boxes]
        self._annotator.annotate(self._stored(document), placed, Path(path), self._password(document.id))
        return len(placed)

    def _document(self, document_id: str) -> Document:
        document = self._index.document(document_id)
        if document is None:
            raise LibraryError("That document is no longer in the library.", "Add it again.")
        return document
