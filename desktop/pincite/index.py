"""The LanceDB tables of a library: what is stored, and how it is found. Sole importer of lancedb. Ranks nothing.

Five tables: ``meta`` (versions), ``documents``, ``pages`` (text, word boxes, lines), ``passages`` (with a full-text index) and
``vectors``. Vectors stand apart from passages so that text can be searched before they exist, and so that another embedder
replaces one table and rewrites no text.

A document comes in by four commits: its row as "importing", its pages, all its passages at once, its row as "text". The
third is the moment it becomes visible; a crash before it leaves rows that no search sees and the next import removes.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite import rows
from pincite.domain import Document, DocumentStatus, PageInfo, Scope
from pincite.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import numpy as np

    from pincite.domain import OutlineEntry, Page, Passage

SCHEMA = "1"
"""Version of the tables. A library with a higher one was made by a newer Pincite and is refused."""

_OLD_VERSIONS = timedelta(minutes=10)  # longer than any read lasts; older versions of the tables only take space


class Index:
    """The tables of one library. Opening writes nothing; ``create`` makes missing tables.

    Args:
        location: A folder or a LanceDB URI.

    Raises:
        LibraryError: the library was made by a newer Pincite, or is damaged.
    """

    def __init__(self, location: str) -> None:
        self._location = location
        self._tables: dict[str, Any] = {}
        try:
            schema = self.meta().get("schema", "") if self.exists else SCHEMA
        except (OSError, RuntimeError, ValueError) as error:
            raise LibraryError(
                f"The library in {location} cannot be read: {error}.", "Check its disk, or bring it back from a backup."
            ) from error
        if not schema.isdigit() or int(schema) > int(SCHEMA):
            raise LibraryError(
                f"The library in {location} was made by a newer Pincite (format {schema or '?'}, this one reads {SCHEMA}).",
                "Install the newer Pincite, or use another library.",
            )

    # --- tables ----------------------------------------------------------------------------------------------------

    @property
    def exists(self) -> bool:
        """Whether the library has been made. The meta table is written last."""
        return "meta" in self._names()

    def create(self, splitter: str) -> None:
        """Makes the tables that are missing; does nothing if the library exists."""
        if self.exists:
            return
        from lancedb.index import FTS

        for name in ("documents", "pages", "passages"):
            self._db.create_table(name, schema=rows.schema(name), exist_ok=True)
        # positions are what phrase queries need; stop words stay, since clauses are made of them ("shall not", "no less than")
        self._table("passages").create_index(
            "search_text", config=FTS(with_position=True, stem=True, remove_stop_words=False), replace=True
        )
        versions = [{"key": "schema", "value": SCHEMA}, {"key": "splitter", "value": splitter}]
        self._db.create_table("meta", data=versions, schema=rows.schema("meta"))

    def meta(self) -> dict[str, str]:
        """Schema version, splitter version, and the embedder and dimension of the vectors, once there are any."""
        return {row["key"]: row["value"] for row in self._table("meta").search().to_list()}

    def optimize(self) -> None:
        """Brings the full-text index up to date and merges small files; searches go on meanwhile."""
        for name in ("documents", "pages", "passages", "vectors"):
            if name in self._names():
                self._table(name).optimize(cleanup_older_than=_OLD_VERSIONS)

    @cached_property
    def _db(self) -> Any:
        import lancedb

        # an interval of zero: every query sees what another thread or process has committed
        return lancedb.connect(self._location, read_consistency_interval=timedelta(0))

    def _names(self) -> list[str]:
        # to connect to a folder that is not there would make it
        if "://" not in self._location and not Path(self._location).is_dir():
            return []
        names: list[str] = self._db.list_tables().tables
        return names

    def _table(self, name: str) -> Any:
        if name not in self._tables:
            self._tables[name] = self._db.open_table(name)
        return self._tables[name]

    def _upsert(self, table: str, key: str, new: list[dict[str, Any]]) -> None:
        self._table(table).merge_insert(key).when_matched_update_all().when_not_matched_insert_all().execute(
            rows.arrow(table, new)
        )

    # --- documents -------------------------------------------------------------------------------------------------

    def documents(self, collection: str | None = None) -> list[Document]:
        """All documents, or those of a collection, in the order in which they were added."""
        if not self.exists:
            return []
        where = _where(Scope(collection))
        query = self._table("documents").search()
        found = (query.where(where) if where else query).to_list()
        return sorted((rows.to_document(row) for row in found), key=lambda document: (document.added_at, document.title))

    def document(self, document_id: str) -> Document | None:
        """The document with this id."""
        if not self.exists:
            return None
        found = self._table("documents").search().where(f"id = {_quote(document_id)}").to_list()
        return rows.to_document(found[0]) if found else None

    def outline(self, document_id: str) -> list[OutlineEntry]:
        """The outline that the file of a document has."""
        found = self._table("documents").search().where(f"id = {_quote(document_id)}").select(["outline"]).to_list()
        return [entry for row in found for entry in rows.to_outline(row)]

    def begin(self, document: Document, outline: Sequence[OutlineEntry]) -> None:
        """Writes the row of a document that is about to be imported, and removes what an earlier try left."""
        for name in ("vectors", "passages", "pages"):
            self._delete(name, f"document_id = {_quote(document.id)}")
        self._upsert("documents", "id", [rows.from_document(document, outline)])

    def add_pages(self, document_id: str, pages: Sequence[Page]) -> None:
        """Writes some pages of a document; they are not searched, only shown and cited."""
        self._table("pages").add(rows.arrow("pages", [rows.from_page(document_id, page) for page in pages]))

    def publish(self, document: Document, passages: Sequence[Passage], search_texts: Sequence[str]) -> None:
        """Writes all passages of a document in one commit, which makes it visible, and then its row.

        ``search_texts`` has what is searched for each passage: its text with what it must also be found by.
        """
        new = [
            rows.from_passage(passage, document.collections, search_text)
            for passage, search_text in zip(passages, search_texts, strict=True)
        ]
        if new:
            self._table("passages").add(rows.arrow("passages", new))
        self.update(document)

    def update(self, document: Document) -> None:
        """Writes the row of a document again, outline excepted.

        If it was removed meanwhile it stays removed, with all that was written for it since.
        """
        if self.document(document.id) is None:
            self.remove(document.id)
        else:
            self._upsert("documents", "id", [rows.from_document(document, self.outline(document.id))])

    def set_collections(self, document: Document) -> None:
        """Carries the collections of a document into all its rows, so that queries can filter by them."""
        for name in ("passages", "vectors"):
            if name in self._names():
                self._table(name).update(
                    where=f"document_id = {_quote(document.id)}", values={"collections": list(document.collections)}
                )
        self.update(document)

    def remove(self, document_id: str) -> None:
        """Takes a document out: its passages first, so that no answer cites a document that is half gone."""
        for name in ("passages", "vectors", "pages"):
            self._delete(name, f"document_id = {_quote(document_id)}")
        self._delete("documents", f"id = {_quote(document_id)}")

    def _delete(self, table: str, where: str) -> None:
        if table in self._names() and self._table(table).count_rows(where):
            self._table(table).delete(where)

    def count_passages(self, document_id: str | None = None) -> int:
        """Number of passages of a document, or of all."""
        where = f"document_id = {_quote(document_id)}" if document_id else None
        return int(self._table("passages").count_rows(where)) if self.exists else 0

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
        numbers: dict[str, list[str]] = {}
        for document_id, number in places:
            numbers.setdefault(document_id, []).append(str(number))
        where = " OR ".join(
            f"(document_id = {_quote(document_id)} AND number IN ({', '.join(wanted)}))"
            for document_id, wanted in numbers.items()
        )
        found = self._table("pages").search().where(where).to_list()
        return {(row["document_id"], row["number"]): rows.to_page(row) for row in found}

    def pages(self, document_id: str) -> list[Page]:
        """All pages of a document with their words, in order."""
        found = self._table("pages").search().where(f"document_id = {_quote(document_id)}").to_list()
        return sorted((rows.to_page(row) for row in found), key=lambda page: page.number)

    def page_infos(self, document_id: str) -> list[PageInfo]:
        """Label, size and problem of every page of a document, in order."""
        columns = ["number", "label", "width", "height", "problem"]
        query = self._table("pages").search().where(f"document_id = {_quote(document_id)}").select(columns)
        return sorted((PageInfo(**row) for row in query.to_list()), key=lambda info: info.number)

    # --- search ----------------------------------------------------------------------------------------------------

    def search_text(self, query: str, scope: Scope, limit: int) -> list[tuple[str, float]]:
        """Passage ids with BM25 scores, best first. Any word may match; words are stemmed."""
        from lancedb.query import MatchQuery

        found = self._table("passages").search(MatchQuery(query, "search_text"), query_type="fts").select(["id", "_score"])
        return [(row["id"], float(row["_score"])) for row in _limited(found, scope, limit) if row["_score"] > 0]

    def search_vectors(self, vector: np.ndarray, scope: Scope, limit: int) -> list[tuple[str, float]]:
        """Passage ids with cosine similarities to a vector of shape (dimension,), best first."""
        if "vectors" not in self._names():
            return []
        found = self._table("vectors").search(vector).distance_type("cosine").select(["passage_id", "_distance"])
        return [(row["passage_id"], 1.0 - float(row["_distance"])) for row in _limited(found, scope, limit)]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids. Ids of passages that have been removed meanwhile are left out."""
        if not ids:
            return {}
        where = f"id IN ({', '.join(map(_quote, ids))})"
        found = self._table("passages").search().where(where).limit(len(ids)).to_list()
        return {row["id"]: rows.to_passage(row) for row in found}

    # --- vectors ---------------------------------------------------------------------------------------------------

    def count_vectors(self) -> int:
        """Number of passages that can be found by their meaning."""
        return int(self._table("vectors").count_rows()) if "vectors" in self._names() else 0

    def without_vectors(self, document_id: str) -> list[tuple[str, str]]:
        """(passage id, searched text) of the passages of a document that have no vector yet."""
        where = f"document_id = {_quote(document_id)}"
        have: set[str] = set()
        if "vectors" in self._names():
            made = self._table("vectors").search().where(where).select(["passage_id"]).to_list()
            have = {row["passage_id"] for row in made}
        found = self._table("passages").search().where(where).select(["id", "search_text"]).to_list()
        return [(row["id"], row["search_text"]) for row in found if row["id"] not in have]

    def add_vectors(self, document: Document, vectors: Mapping[str, np.ndarray], embedder: str) -> None:
        """Writes vectors of shape (dimension,) by passage id, all made by the same embedder."""
        dimension = len(next(iter(vectors.values())))
        if "vectors" not in self._names():
            made = {"embedder": embedder, "dimension": str(dimension)}
            self._upsert("meta", "key", [{"key": key, "value": value} for key, value in made.items()])
            self._db.create_table("vectors", schema=rows.schema("vectors", dimension))
        new = [
            {
                "passage_id": passage_id,
                "document_id": document.id,
                "collections": list(document.collections),
                "vector": vector,
            }
            for passage_id, vector in vectors.items()
        ]
        self._table("vectors").add(rows.arrow("vectors", new, dimension))

    def drop_vectors(self) -> None:
        """Forgets all vectors, so that another embedder can make its own."""
        # first, so that after a crash they are made for all documents again
        self._table("documents").update(
            where=f"status = {_quote(DocumentStatus.READY)}", values={"status": str(DocumentStatus.TEXT)}
        )
        if "vectors" in self._names():
            self._tables.pop("vectors", None)
            self._db.drop_table("vectors")
        self._delete("meta", "key IN ('embedder', 'dimension')")


def _limited(query: Any, scope: Scope, limit: int) -> Iterator[Any]:
    where = _where(scope)
    return iter((query.where(where, prefilter=True) if where else query).limit(limit).to_list())


def _quote(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _where(scope: Scope) -> str:
    parts = []
    if scope.collection is not None:
        parts.append(f"array_has(collections, {_quote(scope.collection)})")
    if scope.document_ids:
        parts.append(f"document_id IN ({', '.join(map(_quote, scope.document_ids))})")
    return " AND ".join(parts)
