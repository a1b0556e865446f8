"""The LanceDB tables of a library: what is stored, and how it is found. Sole importer of lancedb. Ranks nothing.

Five tables: ``meta`` (versions), ``documents``, ``pages`` (text, word boxes, lines), ``passages`` (with a full-text index) and
``vectors``. Vectors stand apart from passages so that text can be searched before they exist, and so that another embedder
replaces one table and rewrites no text.

A document comes in by four commits: its row as "importing", its pages, all its passages at once, its row as "text". The
third is the moment it becomes visible; a crash before it leaves rows that no search sees and the next import removes.
"""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from pincite import rows
from pincite.domain import DocumentStatus
from pincite.errors import LibraryError
from pincite.index import indexes, migrations
from pincite.index.conditions import one_of, quote, texts
from pincite.index.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    import numpy as np

    from pincite.domain import Document, OutlineEntry, Page, Passage

SCHEMA = "2"
"""Version of the tables. A library with a higher one was made by a newer Pincite and is refused.

One with a lower one is searched as it is, and upgraded before anything is written to it; see :mod:`migrations`.
"""

_OLD_VERSIONS = timedelta(minutes=10)  # longer than any read lasts; older versions of the tables only take space


class Index(Reading):
    """The tables of one library. Opening writes nothing; ``create`` makes missing tables and upgrades old ones.

    Args:
        location: A folder or a LanceDB URI.

    Raises:
        LibraryError: the library was made by a newer Pincite, or is damaged.
    """

    def __init__(self, location: str) -> None:
        super().__init__(location)
        self._arranging = threading.Lock()
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
                f"The library in {self._tables.location} was made by a newer Pincite ({formats}).",
                "Install the newer Pincite, or use another library.",
            )

    # --- tables ----------------------------------------------------------------------------------------------------

    def create(self, splitter: str) -> None:
        """Makes the tables that are missing, and upgrades a library of an older format.

        Raises:
            LibraryError: see :meth:`upgrade`.
        """
        if self.exists:
            self.upgrade()
            return
        for name in ("documents", "pages", "passages"):
            self._tables.database.create_table(name, schema=rows.schema(name), exist_ok=True)
        indexes.of_terms(self._tables.to_write("passages"))
        versions = [{"key": "schema", "value": SCHEMA}, {"key": "splitter", "value": splitter}]
        self._tables.database.create_table("meta", data=versions, schema=rows.schema("meta"))

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
        copy = migrations.upgrade(self._tables.database, self._tables.location, schema)
        self._tables.forget("documents", "passages")
        indexes.of_terms(self._tables.to_write("passages"))
        self._upsert("meta", "key", [{"key": "schema", "value": SCHEMA}])
        return copy

    def optimize(self) -> None:
        """Brings the indexes up to date, makes those that a large table needs, and merges small files.

        Searches go on meanwhile; what is not yet in an index is found all the same.
        """
        for name in ("documents", "pages", "passages", "vectors"):
            if name in self._tables.names():
                indexes.of_large(name, self._tables.to_write(name))
                self._tables.to_write(name).optimize(cleanup_older_than=_OLD_VERSIONS)

    def _upsert(self, table: str, key: str, new: list[dict[str, Any]]) -> None:
        self._tables.to_write(table).merge_insert(key).when_matched_update_all().when_not_matched_insert_all().execute(
            rows.arrow(table, new)
        )

    def begin(self, document: Document, outline: Sequence[OutlineEntry]) -> None:
        """Writes the row of a document that is about to be imported, and removes what an earlier try left."""
        self.begin_all([(document, outline)], [document.id])

    def begin_all(self, documents: Sequence[tuple[Document, Sequence[OutlineEntry]]], stale: Collection[str]) -> None:
        """Writes the rows of documents that are about to be imported, in one commit.

        Before that it removes what an earlier try left of those with the ids ``stale``.
        """
        if stale:
            for name in ("vectors", "passages", "pages"):
                self._delete(name, one_of("document_id", stale))
        if documents:
            self._upsert("documents", "id", [rows.from_document(document, outline) for document, outline in documents])

    def add_pages(self, document_id: str, pages: Sequence[Page]) -> None:
        """Writes some pages of a document; they are not searched, only shown and cited."""
        self.add_pages_of([(document_id, page) for page in pages])

    def add_pages_of(self, pages: Sequence[tuple[str, Page]]) -> None:
        """Writes pages of several documents, each behind the id of its own, in one commit."""
        if pages:
            self._tables.to_write("pages").add(rows.arrow("pages", [rows.from_page(*of_document) for of_document in pages]))

    def replace_pages(self, document_id: str, pages: Sequence[Page]) -> None:
        """Writes some pages of a document again, in one commit."""
        new = rows.arrow("pages", [rows.from_page(document_id, page) for page in pages])
        merge = self._tables.to_write("pages").merge_insert(["document_id", "number"])
        merge.when_matched_update_all().when_not_matched_insert_all().execute(new)

    def publish(self, document: Document, passages: Sequence[Passage], search_texts: Sequence[str]) -> None:
        """Writes all passages of a document in one commit, which makes it visible, and then its row.

        ``search_texts`` has what is searched for each passage: its text with what it must also be found by.
        """
        self.publish_all([(document, passages, search_texts)])

    def publish_all(self, documents: Sequence[tuple[Document, Sequence[Passage], Sequence[str]]]) -> None:
        """What :meth:`publish` does, for several documents at once."""
        new = [
            rows.from_passage(passage, document.collections, search_text, document.language)
            for document, passages, search_texts in documents
            for passage, search_text in zip(passages, search_texts, strict=True)
        ]
        if new:
            self._tables.to_write("passages").add(rows.arrow("passages", new))
        self.update_all([document for document, *_ in documents])

    def update(self, document: Document) -> None:
        """Writes the row of a document again; outline, title and collections stay, which the user may have changed meanwhile.

        If it was removed meanwhile it stays removed, with all that was written for it since.
        """
        self.update_all([document])

    def update_all(self, documents: Sequence[Document]) -> None:
        """What :meth:`update` does, for several documents in one commit."""
        with self._arranging:
            now = self.documents_with_outlines([document.id for document in documents])
            kept = []
            for document in documents:
                if document.id not in now:
                    self.remove(document.id)
                    continue
                old, outline = now[document.id]
                kept.append(rows.from_document(replace(document, title=old.title, collections=old.collections), outline))
            if kept:
                self._upsert("documents", "id", kept)

    def arrange(self, document: Document) -> None:
        """Writes the title and the collections of a document; these into all its rows, so that queries can filter by them."""
        facts = {"title": quote(document.title), "collections": texts(document.collections)}
        with self._arranging:
            for name in {"passages", "vectors"} & set(self._tables.names()):
                where = f"document_id = {quote(document.id)}"
                self._tables.to_write(name).update(where=where, values_sql={"collections": facts["collections"]})
            self._tables.to_write("documents").update(where=f"id = {quote(document.id)}", values_sql=facts)

    def remove(self, document_id: str) -> None:
        """Takes a document out: its passages first, so that no answer cites a document that is half gone."""
        for name in ("passages", "vectors", "pages"):
            self._delete(name, f"document_id = {quote(document_id)}")
        self._delete("documents", f"id = {quote(document_id)}")

    def _delete(self, table: str, where: str) -> None:
        if table in self._tables.names() and self._tables.to_write(table).count_rows(where):
            self._tables.to_write(table).delete(where)

    def add_vectors(self, document: Document, vectors: Mapping[str, np.ndarray], embedder: str) -> None:
        """Writes vectors of shape (dimension,) by passage id, all made by the same embedder."""
        self.add_vectors_of({document.id: vectors}, embedder)

    def add_vectors_of(self, vectors: Mapping[str, Mapping[str, np.ndarray]], embedder: str) -> None:
        """What :meth:`add_vectors` does, for several documents, by their ids, in one commit.

        A document that was removed meanwhile gets none.
        """
        dimension = len(next(vector for of_document in vectors.values() for vector in of_document.values()))
        if "vectors" not in self._tables.names():
            made = {"embedder": embedder, "dimension": str(dimension)}
            self._upsert("meta", "key", [{"key": key, "value": value} for key, value in made.items()])
            self._tables.database.create_table("vectors", schema=rows.schema("vectors", dimension))
        with self._arranging:  # a document may have changed its collection while its vectors were made
            new = [
                {"passage_id": passage_id, "document_id": now.id, "collections": list(now.collections), "vector": vector}
                for now in self.documents_at(list(vectors)).values()
                for passage_id, vector in vectors[now.id].items()
            ]
            if new:
                self._tables.to_write("vectors").add(rows.arrow("vectors", new, dimension))

    def drop_vectors(self) -> None:
        """Forgets all vectors, so that another embedder can make its own."""
        # documents first, so that after a crash vectors are made for all again
        self._tables.to_write("documents").update(
            where=f"status = {quote(DocumentStatus.READY)}", values={"status": str(DocumentStatus.TEXT)}
        )
        if "vectors" in self._tables.names():
            self._tables.forget("vectors")
            self._tables.database.drop_table("vectors")
        self._delete("meta", "key IN ('embedder', 'dimension')")
