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

from pincite import languages, rows
from pincite.domain import Document, DocumentStatus, PageInfo, Scope
from pincite.errors import LibraryError
from pincite.index import fulltext, indexes, migrations
from pincite.index.conditions import one_of, quote, within

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    import numpy as np

    from pincite.domain import OutlineEntry, Page, Passage

SCHEMA = "2"
"""Version of the tables. A library with a higher one was made by a newer Pincite and is refused.

One with a lower one is searched as it is, and upgraded before anything is written to it; see :mod:`migrations`.
"""

_PROBES = 48  # parts of the index that are read for a question, of about 140 in 20,000 vectors and 1,000 in a million
_REFINED = 2  # times as many are compared in full as are wanted, since the index keeps vectors in 8 bits

_OLD_VERSIONS = timedelta(minutes=10)  # longer than any read lasts; older versions of the tables only take space


class Index:
    """The tables of one library. Opening writes nothing; ``create`` makes missing tables and upgrades old ones.

    Args:
        location: A folder or a LanceDB URI.

    Raises:
        LibraryError: the library was made by a newer Pincite, or is damaged.
    """

    def __init__(self, location: str) -> None:
        self._location = location
        self._tables: dict[str, Any] = {}
        self._spoken: dict[Scope, tuple[str, ...]] = {}
        self._spoken_version = 0
        try:
            schema = self.meta().get("schema", "") if self.exists else SCHEMA
        except (OSError, RuntimeError, ValueError) as error:
            raise LibraryError(
                f"The library in {location} cannot be read: {error}.", "Check its disk, or bring it back from a backup."
            ) from error
        self._refuse_newer(schema)

    def _refuse_newer(self, schema: str) -> None:
        if not schema.isdigit() or int(schema) > int(SCHEMA):
            formats = f"format {schema or '?'}, this one reads {SCHEMA}"
            raise LibraryError(
                f"The library in {self._location} was made by a newer Pincite ({formats}).",
                "Install the newer Pincite, or use another library.",
            )

    # --- tables ----------------------------------------------------------------------------------------------------

    @property
    def exists(self) -> bool:
        """Whether the library has been made. The meta table is written last."""
        return "meta" in self._names()

    def create(self, splitter: str) -> None:
        """Makes the tables that are missing, and upgrades a library of an older format.

        Raises:
            LibraryError: see :meth:`upgrade`.
        """
        if self.exists:
            self.upgrade()
            return
        for name in ("documents", "pages", "passages"):
            self._db.create_table(name, schema=rows.schema(name), exist_ok=True)
        indexes.of_terms(self._table("passages"))
        versions = [{"key": "schema", "value": SCHEMA}, {"key": "splitter", "value": splitter}]
        self._db.create_table("meta", data=versions, schema=rows.schema("meta"))

    def upgrade(self) -> str:
        """Brings the tables of an older Pincite to the format of this one, after a copy of them has been made.

        Returns where the copy is; empty if there was nothing to do.

        Raises:
            LibraryError: the library is not in a folder, where it could be copied; or a newer Pincite has upgraded it.
            OSError: there is no room for the copy, or it cannot be written.
        """
        schema = self.meta()["schema"] if self.exists else SCHEMA
        if schema == SCHEMA:
            return ""
        self._refuse_newer(schema)
        copy = migrations.upgrade(self._db, self._location, schema)
        self._tables.clear()
        indexes.of_terms(self._table("passages"))
        self._upsert("meta", "key", [{"key": "schema", "value": SCHEMA}])
        return copy

    def meta(self) -> dict[str, str]:
        """Schema version, splitter version, and the embedder and dimension of the vectors, once there are any."""
        return {row["key"]: row["value"] for row in self._table("meta").search().to_list()}

    def optimize(self) -> None:
        """Brings the indexes up to date, makes those that a large table needs, and merges small files.

        Searches go on meanwhile; what is not yet in an index is found all the same.
        """
        for name in ("documents", "pages", "passages", "vectors"):
            if name in self._names():
                indexes.of_large(name, self._table(name))
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
        where = within(Scope(collection))
        query = self._table("documents").search()
        found = (query.where(where) if where else query).to_list()
        return sorted((rows.to_document(row) for row in found), key=lambda document: (document.added_at, document.title))

    def document(self, document_id: str) -> Document | None:
        """The document with this id."""
        return self.documents_at([document_id]).get(document_id) if self.exists else None

    def documents_at(self, ids: Collection[str]) -> dict[str, Document]:
        """The documents with these ids; those that do not exist are left out."""
        if not ids:
            return {}
        found = self._table("documents").search().where(one_of("id", ids)).to_list()
        return {row["id"]: rows.to_document(row) for row in found}

    def outline(self, document_id: str) -> list[OutlineEntry]:
        """The outline that the file of a document has."""
        found = self._table("documents").search().where(f"id = {quote(document_id)}").select(["outline"]).to_list()
        return [entry for row in found for entry in rows.to_outline(row)]

    def begin(self, document: Document, outline: Sequence[OutlineEntry]) -> None:
        """Writes the row of a document that is about to be imported, and removes what an earlier try left."""
        for name in ("vectors", "passages", "pages"):
            self._delete(name, f"document_id = {quote(document.id)}")
        self._upsert("documents", "id", [rows.from_document(document, outline)])

    def add_pages(self, document_id: str, pages: Sequence[Page]) -> None:
        """Writes some pages of a document; they are not searched, only shown and cited."""
        self._table("pages").add(rows.arrow("pages", [rows.from_page(document_id, page) for page in pages]))

    def replace_pages(self, document_id: str, pages: Sequence[Page]) -> None:
        """Writes some pages of a document again, in one commit."""
        new = rows.arrow("pages", [rows.from_page(document_id, page) for page in pages])
        merge = self._table("pages").merge_insert(["document_id", "number"])
        merge.when_matched_update_all().when_not_matched_insert_all().execute(new)

    def publish(self, document: Document, passages: Sequence[Passage], search_texts: Sequence[str]) -> None:
        """Writes all passages of a document in one commit, which makes it visible, and then its row.

        ``search_texts`` has what is searched for each passage: its text with what it must also be found by.
        """
        new = [
            rows.from_passage(passage, document.collections, search_text, document.language)
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
                    where=f"document_id = {quote(document.id)}", values={"collections": list(document.collections)}
                )
        self.update(document)

    def remove(self, document_id: str) -> None:
        """Takes a document out: its passages first, so that no answer cites a document that is half gone."""
        for name in ("passages", "vectors", "pages"):
            self._delete(name, f"document_id = {quote(document_id)}")
        self._delete("documents", f"id = {quote(document_id)}")

    def _delete(self, table: str, where: str) -> None:
        if table in self._names() and self._table(table).count_rows(where):
            self._table(table).delete(where)

    def count_passages(self, document_id: str | None = None) -> int:
        """Number of passages of a document, or of all."""
        where = f"document_id = {quote(document_id)}" if document_id else None
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
            f"(document_id = {quote(document_id)} AND number IN ({', '.join(wanted)}))"
            for document_id, wanted in numbers.items()
        )
        found = self._table("pages").search().where(where).to_list()
        return {(row["document_id"], row["number"]): rows.to_page(row) for row in found}

    def pages(self, document_id: str) -> list[Page]:
        """All pages of a document with their words, in order."""
        found = self._table("pages").search().where(f"document_id = {quote(document_id)}").to_list()
        return sorted((rows.to_page(row) for row in found), key=lambda page: page.number)

    def page_infos(self, document_id: str) -> list[PageInfo]:
        """Label, size and problem of every page of a document, in order."""
        columns = ["number", "label", "width", "height", "problem"]
        query = self._table("pages").search().where(f"document_id = {quote(document_id)}").select(columns)
        return sorted((PageInfo(**row) for row in query.to_list()), key=lambda info: info.number)

    def texts(self, document_id: str) -> list[tuple[int, str]]:
        """(number, text) of every page of a document, in order; without the words, which are most of a page."""
        query = self._table("pages").search().where(f"document_id = {quote(document_id)}").select(["number", "text"])
        return sorted((row["number"], row["text"]) for row in query.to_list())

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
        made_here = "terms" in indexes.indexed(self._table("passages"))  # not so in format 1
        wanted = fulltext.query(query, phrases, required, self._languages(scope) if made_here else ())
        if wanted is None:
            return []
        found = self._table("passages").search(wanted, query_type="fts").select(["id", "_score"])
        return [(row["id"], float(row["_score"])) for row in _limited(found, scope, limit) if row["_score"] > 0]

    def _languages(self, scope: Scope) -> tuple[str, ...]:
        """The languages of the documents in the scope. Read again only when some document has changed."""
        version = self._table("documents").version
        if version != self._spoken_version:
            self._spoken, self._spoken_version = {}, version
        if scope not in self._spoken:
            query = self._table("documents").search().select(["language"])
            where = within(scope, "id")
            found = (query.where(where) if where else query).to_list()
            self._spoken[scope] = tuple(sorted({row["language"] for row in found} | {languages.DEFAULT}))
        return self._spoken[scope]

    def search_vectors(self, vector: np.ndarray, scope: Scope, limit: int) -> list[tuple[str, float]]:
        """Passage ids with cosine similarities to a vector of shape (dimension,), best first.

        Exact in a library of ordinary size; in a large one the nearest few are approximate.
        """
        if "vectors" not in self._names():
            return []
        near = self._table("vectors").search(vector).distance_type("cosine").nprobes(_PROBES).refine_factor(_REFINED)
        found = _limited(near.select(["passage_id", "_distance"]), scope, limit)
        return [(row["passage_id"], 1.0 - float(row["_distance"])) for row in found]

    def passages(self, ids: Sequence[str]) -> dict[str, Passage]:
        """The passages with these ids. Ids of passages that have been removed meanwhile are left out."""
        if not ids:
            return {}
        where = one_of("id", ids)
        found = self._table("passages").search().where(where).select(rows.OF_PASSAGE).limit(len(ids)).to_list()
        return {row["id"]: rows.to_passage(row) for row in found}

    # --- vectors ---------------------------------------------------------------------------------------------------

    def count_vectors(self) -> int:
        """Number of passages that can be found by their meaning."""
        return int(self._table("vectors").count_rows()) if "vectors" in self._names() else 0

    def without_vectors(self, document_id: str) -> list[tuple[str, str]]:
        """(passage id, searched text) of the passages of a document that have no vector yet."""
        where = f"document_id = {quote(document_id)}"
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
        # documents first, so that after a crash vectors are made for all again
        self._table("documents").update(
            where=f"status = {quote(DocumentStatus.READY)}", values={"status": str(DocumentStatus.TEXT)}
        )
        if "vectors" in self._names():
            self._tables.pop("vectors", None)
            self._db.drop_table("vectors")
        self._delete("meta", "key IN ('embedder', 'dimension')")


def _limited(query: Any, scope: Scope, limit: int) -> Iterator[Any]:
    where = within(scope)
    return iter((query.where(where, prefilter=True) if where else query).limit(limit).to_list())
