"""How a user orders a library: collections with their colours, what is in them, and the titles of documents. Reads no file.

Which documents are in a collection stands in their rows, so that a query can be kept within it. What a collection is besides
(its colour, and that it is there while it is empty) is kept in a file beside the tables.
"""

from __future__ import annotations

import json
import threading
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.domain import Collection, CollectionColour, DocumentStatus
from pincite.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from pincite.domain import Document
    from pincite.index import Index


class Organising:
    """The collections of one library. It may be used from several threads.

    Args:
        index: Has the documents.
        file: Where colours are kept; made with the first collection.

    Attributes:
        renamed: Who is told the old and the new name of a collection that was renamed.
    """

    def __init__(self, index: Index, file: Path) -> None:
        self._index = index
        self._file = file
        self._lock = threading.RLock()
        self.renamed: list[Callable[[str, str], None]] = []

    def collections(self) -> list[Collection]:
        """All collections, also those that are empty, in order of name."""
        sizes = Counter(name for document in self._index.documents() for name in document.collections)
        colours = self._colours()
        names = sorted(sizes.keys() | colours.keys(), key=lambda name: (name.casefold(), name))
        return [Collection(name, colours.get(name, CollectionColour.BLUE), sizes[name]) for name in names]

    def create(self, name: str, colour: str = CollectionColour.BLUE) -> None:
        """Makes a collection without documents.

        Raises:
            LibraryError: the name is empty or taken, or the library cannot be written.
        """
        with self._lock:
            self._write(self._colours() | {self._free(name): CollectionColour(colour)})

    def change(self, name: str, new_name: str, colour: str) -> None:
        """Gives a collection another name, another colour, or both.

        Raises:
            LibraryError: there is no such collection; or see :meth:`create`.
        """
        with self._lock:
            self._known(name)
            new_name = self._free(new_name, besides=name)
            if new_name != name:
                for document in self._index.documents(name):
                    self._set(document, (new_name if other == name else other for other in document.collections))
            colours = {other: kept for other, kept in self._colours().items() if other != name}
            self._write(colours | {new_name: CollectionColour(colour)})
            for tell in self.renamed if new_name != name else ():
                tell(name, new_name)

    def delete(self, name: str) -> list[str]:
        """Takes a collection away; its documents stay in the library. Returns their ids, for :meth:`bring_back`.

        Raises:
            LibraryError: there is no such collection, or the library cannot be written.
        """
        with self._lock:
            self._known(name)
            documents = self._index.documents(name)
            for document in documents:
                self._set(document, (other for other in document.collections if other != name))
            self._write({other: colour for other, colour in self._colours().items() if other != name})
            return [document.id for document in documents]

    def bring_back(self, name: str, colour: str, document_ids: Sequence[str]) -> None:
        """Makes a collection again, with the documents that were in it and are still in the library.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._lock:
            self._write(self._colours() | {name: CollectionColour(colour)})
            for document in self._index.documents_at(document_ids).values():
                self._set(document, (*document.collections, name))

    def arrange(self, document_ids: Sequence[str], into: str | None = None, out_of: str | None = None) -> None:
        """Puts documents into a collection, takes them out of one, or moves them from one to the other.

        Raises:
            LibraryError: there is no such collection, or a document is still being read.
        """
        with self._lock:
            for name in (into, out_of):
                if name:
                    self._known(name)
            found = self._index.documents_at(document_ids)
            if any(document.status is DocumentStatus.IMPORTING for document in found.values()):
                raise LibraryError("A document is still being read.", "Move it when it is done.")
            for document in found.values():
                kept = [name for name in document.collections if name != out_of]
                self._set(document, (*kept, into) if into else kept)

    def retitle(self, document_id: str, title: str) -> None:
        """Gives a document another title. Its file keeps its name.

        Raises:
            LibraryError: the title is empty, or there is no such document.
        """
        title = " ".join(title.split())
        if not title:
            raise LibraryError("A document needs a title.", "Type one.")
        document = self._index.document(document_id)
        if document is None:
            raise LibraryError("That document is no longer in the library.", "Add it again.")
        self._index.arrange(replace(document, title=title))

    def _set(self, document: Document, collections: Iterable[str]) -> None:
        names = tuple(dict.fromkeys(collections))
        if names != document.collections:
            self._index.arrange(replace(document, collections=names))

    def _known(self, name: str) -> None:
        if all(collection.name != name for collection in self.collections()):
            raise LibraryError(f"There is no collection “{name}” any more.", "Choose another one.")

    def _free(self, name: str, besides: str = "") -> str:
        """The name as it is kept, which no collection has; ``besides`` is the one that is being renamed."""
        name = " ".join(name.split())
        if not name:
            raise LibraryError("A collection needs a name.", "Type one.")
        taken = {other.name.casefold(): other.name for other in self.collections() if other.name != besides}
        if other := taken.get(name.casefold()):
            raise LibraryError(f"There is a collection “{other}” already.", "Choose another name.")
        return name

    def _colours(self) -> dict[str, CollectionColour]:
        try:
            kept = json.loads(self._file.read_text(encoding="utf-8"))
            return {name: CollectionColour(colour) for name, colour in kept.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, AttributeError) as error:
            raise LibraryError(
                f"The list of collections, {self._file}, cannot be read: {error}.",
                "Delete it: no document is lost, only the colours are.",
            ) from error

    def _write(self, colours: dict[str, CollectionColour]) -> None:
        """Replaces the file in one step, so that it is never half written."""
        draft = self._file.with_suffix(".new")
        try:
            draft.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(colours, ensure_ascii=False, indent=1), encoding="utf-8")
            draft.replace(self._file)
        except OSError as error:
            raise LibraryError(
                f"The library cannot be written: {error.strerror or error}.", "Check its disk and its permissions."
            ) from error
