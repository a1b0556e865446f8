"""What is read of a library: its documents and pages, and the passages that a question finds. Writes nothing, ranks nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite import languages, rows
from pincite.domain import Document, PageInfo, Scope
from pincite.errors import LibraryError
from pincite.index import fulltext
from pincite.index.conditions import one_of, quote, within
from pincite.index.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    import numpy as np

    from pincite.domain import OutlineEntry, Page, Passage


@dataclass(frozen=True, slots=True)
class _Known:
    """What has been read of the table of documents since it last changed."""

    version: int
    documents: dict[str, Document] = field(default_factory=dict)
    languages: dict[Scope, tuple[str, ...]] = field(default_factory=dict)


class Reading:
    """The tables of one library, to be read. It may be used from several threads.

    Args:
        location: A folder or a LanceDB URI.
    """

    def __init__(self, location: str) -> None:
        self._tables = Tables(location)
        self._known = _Known(0)
        self._has_terms = False

    @property
    def exists(self) -> bool:
        """Whether the library has been made. The meta table is written last."""
        return "meta" in self._tables.names()

    def meta(self) -> dict[str, str]:
        """Schema version, splitter version, and the embedder and dimension of the vectors, once there are any."""
        return {row["key"]: row["value"] for row in self._tables.rows("meta")}

    # --- documents -------------------------------------------------------------------------------------------------

    def documents(self, collection: str | None = None) -> list[Document]:
        """All documents, or those of a collection, in the order in which they were added."""
        if not self.exists:
            return []
        found = self._tables.rows("documents", within(Scope(collection)))
        return sorted((rows.to_document(row) for row in found), key=lambda document: (document.added_at, document.title))

    def document(self, document_id: str) -> Document | None:
        """The document with this id."""
        return self.documents_at([document_id]).get(document_id) if self.exists else None

    def documents_at(self, ids: Collection[str]) -> dict[str, Document]:
        """The documents with these ids; those that do not exist are left out. Each is read once until some document changes."""
        if not ids:
            return {}
        known = self._up_to_date().documents
        if missing := [document_id for document_id in ids if document_id not in known]:
            known.update({row["id"]: rows.to_document(row) for row in self._tables.rows("documents", one_of("id", missing))})
        return {document_id: known[document_id] for document_id in ids if document_id in known}

    def _up_to_date(self) -> _Known:
        version = self._tables.version("documents")
        if version != self._known.version:
            self._known = _Known(version)
        return self._known

    def documents_with_outlines(self, ids: Collection[str]) -> dict[str, tuple[Document, list[OutlineEntry]]]:
        """The documents with these ids, each with the outline of its file; those that do not exist are left out."""
        found = self._tables.rows("documents", one_of("id", ids)) if ids else []
        return {row["id"]: (rows.to_document(row), rows.to_outline(row)) for row in found}

    def outline(self, document_id: str) -> list[OutlineEntry]:
        """The outline that the file of a document has."""
        found = self._tables.rows("documents", f"id = {quote(document_id)}", ["outline"])
        return [entry for row in found for entry in rows.to_outline(row)]

    def count_passages(self, document_id: str | None = None) -> int:
        """Number of passages of a document, or of all."""
        where = f"document_id = {quote(document_id)}" if document_id else ""
        return self._tables.count("passages", where) if self.exists else 0

    def count_recognised(self, document_id: str) -> int:
        """Number of pages of a document that were read from their pictures."""
        return self._tables.count("pages", f"document_id = {quote(document_id)} AND ocr = true")

    def count_vectors(self) -> int:
        """Number of passages that can be found by their meaning."""
        return self._tables.count("vectors") if "vectors" in self._tables.names() else 0

    # --- pages -----------------------------------------------------------------------------------------------------

    def page(self, document_id: str, number: int) -> Page:
        """One page with its words.

        Raises:
            LibraryError: the library has no such page.
        """
        found = self.pages_at({(document_id, number)})
        if not found:
            raise LibraryError(f"The library has no page {number} of that document.", "Run “pincite check”.")
        return found[document_id, number]

    def pages_at(self, places: Collection[tuple[str, int]]) -> dict[tuple[str, int], Page]:
        """The pages at some (document id, number), with their words, in one query; those that do not exist are left out."""
        if not places:
            return {}
        return {(row["document_id"], row["number"]): rows.to_page(row) for row in self._tables.rows("pages", _at(places))}

    def excerpts(self, passages: Sequence[Passage]) -> dict[str, Page]:
        """The pages of some passages by the ids of these, each with the words of its passage only; in one query.

        A page has hundreds of words: to make them all took longer than the search. Pages that do not exist are left out.
        """
        if not passages:
            return {}
        found = self._tables.arrow("pages", _at({(one.document_id, one.page) for one in passages}), rows.OF_EXCERPT)
        places = zip(found["document_id"].to_pylist(), found["number"].to_pylist(), strict=True)
        row_at = {place: row for row, place in enumerate(places)}
        return {
            one.id: rows.to_excerpt(found, row, (one.start, one.end))
            for one in passages
            if (row := row_at.get((one.document_id, one.page))) is not None
        }

    def pages(self, document_id: str) -> list[Page]:
        """All pages of a document with their words, in order."""
        found = self._tables.rows("pages", f"document_id = {quote(document_id)}")
        return sorted((rows.to_page(row) for row in found), key=lambda page: page.number)

    def page_infos(self, document_id: str) -> list[PageInfo]:
        """Label, size and problem of every page of a document, in order."""
        columns = ["number", "label", "width", "height", "problem"]
        found = self._tables.rows("pages", f"document_id = {quote(document_id)}", columns)
        return sorted((PageInfo(**row) for row in found), key=lambda info: info.number)

    def texts(self, document_id: str) -> list[tuple[int, str]]:
        """(number, text) of every page of a document, in order; without the words, which are most of a page."""
        found = self._tables.rows("pages", f"document_id = {quote(document_id)}", ["number", "text"])
        return sorted((row["number"], row["text"]) for row in found)

    # --- search ----------------------------------------------------------------------------------------------------

    def search_text(
        self, query: str, scope: Scope, limit: int, phrases: Sequence[str] = (), required: Sequence[str] = ()
    ) -> list[tuple[str, float]]:
        """Passage ids with BM25 scores, best first. Any word may match; words are stemmed, also those of phrases.

        Args:
            query: Words of which at least one must match, if nothing is required.
            scope: What is searched.
            limit: The most ids that are given.
            phrases: Words that score again where they stand together.
            required: Words that must stand together.
        """
        # not so in format 1; once upgraded, always so
        self._has_terms = self._has_terms or "terms" in self._tables.indexed("passages")
        wanted = fulltext.query(query, phrases, required, self._languages(scope) if self._has_terms else ())
        if wanted is None:
            return []
        return [(id_, score) for id_, score in self._tables.matching(wanted, within(scope), limit) if score > 0]

    def _languages(self, scope: Scope) -> tuple[str, ...]:
        """The languages of the documents in the scope. Read again only when some document has changed."""
        known = self._up_to_date().languages
        if scope not in known:
            found = self._tables.rows("documents", within(scope, "id"), ["language"])
            known[scope] = tuple(sorted({row["language"] for row in found} | {languages.DEFAULT}))
        return known[scope]

    def search_vectors(self, vector: np.ndarray, scope: Scope, limit: int) -> list[tuple[str, float]]:
        """Passage ids with cosine similarities to a vector of shape (dimension,), best first.

        Exact in a library of ordinary size; in a large one the nearest few are approximate.
        """
        if "vectors" not in self._tables.names():
            return []
        return [(id_, 1.0 - distance) for id_, distance in self._tables.near(vector, within(scope), limit)]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids. Ids of passages that have been removed meanwhile are left out."""
        if not ids:
            return {}
        return {row["id"]: rows.to_passage(row) for row in self._tables.rows("passages", one_of("id", ids), rows.OF_PASSAGE)}

    def without_vectors(self, document_id: str) -> list[tuple[str, str]]:
        """(passage id, searched text) of the passages of a document that have no vector yet."""
        return [(passage_id, text) for _, passage_id, text in self.missing_vectors([document_id])]

    def missing_vectors(self, ids: Collection[str]) -> list[tuple[str, str, str]]:
        """(document id, passage id, searched text) of the passages of some documents that have no vector yet."""
        where = one_of("document_id", ids)
        have: set[str] = set()
        if "vectors" in self._tables.names():
            have = {row["passage_id"] for row in self._tables.rows("vectors", where, ["passage_id"])}
        found = self._tables.rows("passages", where, ["document_id", "id", "search_text"])
        return [(row["document_id"], row["id"], row["search_text"]) for row in found if row["id"] not in have]


def _at(places: Collection[tuple[str, int]]) -> str:
    """That a page is at one of some places, of which there is at least one."""
    numbers: dict[str, list[str]] = {}
    for document_id, number in places:
        numbers.setdefault(document_id, []).append(str(number))
    return " OR ".join(
        f"(document_id = {quote(document_id)} AND number IN ({', '.join(wanted)}))" for document_id, wanted in numbers.items()
    )
