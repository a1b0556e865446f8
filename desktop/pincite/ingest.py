"""Brings files into the library: reads, splits, stores, embeds; yields events. Neither searches nor answers.

Files are read in one thread (see :mod:`pincite.feed`) while those before them are split and written in another.
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pincite import batches, embedding, faults
from pincite.batches import Draft
from pincite.diagnostics import log
from pincite.domain import Document, DocumentStatus, Page
from pincite.errors import FileError
from pincite.events import FileFinished, Progress, Stage
from pincite.feed import End, Feed, Known, Lost, failed, not_stored
from pincite.precedence import Precedence
from pincite.readahead import ReadAhead
from pincite.reports import FileResult, FileStatus
from pincite.scans import AGAIN, NEEDS_OCR, Recogniser, Scans, result_of, waiting_pages

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from pincite.domain import PageProblem
    from pincite.events import Event
    from pincite.feed import Item
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.parser import Parser

PAGES_AT_ONCE = 256
"""Pages written in one commit: of one long document, or of several short ones."""

PAGES_AHEAD = 256
"""Pages that are read before those in front of them are written; a page with its words takes about 15 KB."""

READY_SECONDS = 1.0
"""The longest that a file that was read waits for others to be written with it."""

OPTIMIZE_EVERY = 5_000
"""Passages; what is not yet in the full-text index is searched by reading it."""


class Ingest:
    """The way of files into an index.

    Args:
        index: Where the rows go.
        files: The folder that keeps a copy of each imported file, by its SHA-256.
        parser: Reads the PDFs.
        precedence: Says when to pause; None: never.
    """

    def __init__(self, index: Index, files: Path, parser: Parser, precedence: Precedence | None = None) -> None:
        self._index = index
        self._parser = parser
        self._precedence = precedence or Precedence()
        self._feed = Feed(index, files, parser)
        self._recogniser = Recogniser(index, parser, self._feed.stored)

    def start(self) -> None:
        """Starts the processes that read files, which are ready a quarter of a second later. Need not be called."""
        self._parser.start()

    def add(
        self, paths: Sequence[Path], collection: str | None, passwords: Mapping[str, str], link: bool
    ) -> Generator[Event, None, list[Scans]]:
        """Imports files until their text can be searched; each ends with a ``FileFinished``, in their order.

        What is returned are the pages that are pictures, for :meth:`recognise`: no file waits for the pictures of another one.

        Args:
            paths: Files and folders.
            collection: The collection that the documents are put into; None: none.
            passwords: By path or file name; the entry "" is tried on every encrypted file.
            link: Keep the files where they are instead of copying them into the library.
        """
        return self._import(self._feed.of_files(paths, collection, passwords, link), AGAIN)

    def reread(self, documents: Sequence[Document], password_of: Callable[[str], str]) -> Generator[Event, None, list[Scans]]:
        """Reads documents anew from the copies that the library keeps. One that cannot be opened stays as it is.

        Args:
            documents: Those to be read.
            password_of: That of a document by its id; empty if none is known.

        Returns the pages that are pictures, as :meth:`add` does.
        """
        return self._import(self._feed.of_documents(documents, password_of, forget=False), AGAIN)

    def finish_interrupted(self) -> Generator[Event, None, list[Scans]]:
        """Completes the documents that a crash left half imported, from the copies that the library keeps.

        Returns the pages of all documents that are still to be read from their pictures.
        """
        documents = self._index.documents()
        half = [document for document in documents if document.status is DocumentStatus.IMPORTING]
        scans: list[Scans] = []
        if half:
            scans += yield from self._import(self._feed.of_documents(half, lambda _: "", forget=True), NEEDS_OCR)
        for document in documents:
            waiting = waiting_pages(document, NEEDS_OCR)
            if waiting and document not in half:
                result = replace(result_of(document.path, FileStatus.UNCHANGED, document), pages_waiting=waiting)
                scans.append(Scans(document.id, waiting, "", result, asked=False))
        return scans

    def recognise(self, scans: Sequence[Scans]) -> Iterator[Event]:
        """Reads the pages that :meth:`add` and :meth:`finish_interrupted` have left; see :class:`pincite.scans.Recogniser`."""
        yield from self._recogniser.recognise(scans)

    def embed(self, embedder: Embedder) -> Iterator[Event]:
        """Makes the vectors that are missing; see :func:`pincite.embedding.embed`."""
        yield from embedding.embed(self._index, embedder, self._precedence)

    def stored(self, document: Document) -> Path:
        """Where the file of a document is: the library's copy, or the linked original."""
        return self._feed.stored(document)

    def _import(self, items: Generator[Item, None, None], again: Sequence[PageProblem]) -> Generator[Event, None, list[Scans]]:
        """Writes what is being read.

        Returns the pages with one of the problems ``again``, which are to be read from their pictures.
        """
        scans: list[Scans] = []
        ready: list[Draft | Known | Lost] = []
        draft: Draft | None = None
        pages, unindexed, since = 0, 0, 0.0
        progress = Progress(Stage.READING, 0, 0)
        with ReadAhead(items, PAGES_AHEAD) as ahead:
            for item in ahead.take(READY_SECONDS):
                while not self._precedence.is_free(embedding.PAUSE_SECONDS):
                    yield progress
                if isinstance(item, Progress):
                    progress = item
                    yield progress
                elif isinstance(item, Draft):
                    draft = item
                elif isinstance(item, Page) and draft:
                    draft.take(item)
                    pages += 1
                    if len(draft.unwritten) >= PAGES_AT_ONCE:
                        self._write_early(draft)
                    progress = Progress(Stage.READING, item.number, draft.head.page_count, Path(draft.document.path).name)
                    yield progress
                elif isinstance(item, End | Known | Lost):
                    since = since if ready else time.monotonic()
                    if not isinstance(item, End):
                        ready.append(item)
                    elif draft:
                        draft.finish()  # now, and not with the others: meanwhile the next file is being read
                        ready.append(draft)
                    draft = None
                if ready and (pages >= PAGES_AT_ONCE or item is None or time.monotonic() - since > READY_SECONDS):
                    unindexed += yield from self._finish(ready, again, scans)
                    ready, pages = [], 0
                    if unindexed > OPTIMIZE_EVERY:
                        self._index.optimize()
                        unindexed = 0
        yield from self._finish(ready, again, scans)
        self._index.optimize()
        return scans

    def _write_early(self, draft: Draft) -> None:
        """Writes the pages of a long document before its end. Of one that could not be written none are."""
        if draft.failure is None:
            try:
                draft.label()
                batches.write_pages(self._index, [draft])
            except (OSError, RuntimeError) as error:
                if not faults.of_storage(error):
                    raise
                draft.failure = error
        draft.unwritten = []

    def _finish(
        self, ready: Sequence[Draft | Known | Lost], again: Sequence[PageProblem], scans: list[Scans]
    ) -> Generator[Event, None, int]:
        """Writes documents to their end, and tells what became of their files; returns the number of passages."""
        documents = self._publish([item for item in ready if isinstance(item, Draft)])
        for item in ready:
            document: Document | None = None
            if isinstance(item, Lost):
                result = item.result
                if item.document:
                    self._forget(item.document)
            elif isinstance(item, Known):
                document, result = self._known(item)
            elif item.failure:
                result = not_stored(item.path, item.failure, item.started)
                self._forget(item.document)
            else:
                document = documents[item.document.id]
                result = result_of(item.path, FileStatus.ADDED, document)
            if document and not isinstance(item, Lost):
                seconds = round(time.monotonic() - item.started, 3)
                waiting = waiting_pages(document, again)
                result = replace(result, pages_waiting=waiting, seconds=seconds)
                if waiting:
                    scans.append(Scans(document.id, waiting, item.password, result))
            yield FileFinished(result)
        return sum(document.passages for document in documents.values())

    def _publish(self, drafts: Sequence[Draft]) -> dict[str, Document]:
        whole = [draft for draft in drafts if draft.failure is None]
        try:
            return {document.id: document for document in batches.publish(self._index, whole)}
        except (OSError, RuntimeError) as error:
            if not faults.of_storage(error):
                raise
            for draft in whole:
                draft.failure = error
            return {}

    def _known(self, item: Known) -> tuple[Document | None, FileResult]:
        """What is told of a file whose bytes are in the library; it only comes into another collection."""
        known = self._index.document(item.document_id)
        if known is None or known.status is DocumentStatus.IMPORTING:
            same = FileError(f"{Path(item.path).name} has the same contents as another file, which failed.", "See there.")
            return None, failed(item.path, same, item.started)
        if item.collection and item.collection not in known.collections:
            known = replace(known, collections=(*known.collections, item.collection))
            self._index.arrange(known)
        result = result_of(item.path, FileStatus.UNCHANGED, known)
        return known, replace(result, pages_ocr=self._index.count_recognised(known.id))

    def _forget(self, document: Document) -> None:
        """Takes out what there is of a document that cannot be read to its end."""
        try:
            self._index.remove(document.id)
            self._feed.copy_of(document).unlink(missing_ok=True)
        except (OSError, RuntimeError) as error:  # the full disk that it failed of; the next import takes it out
            log.warning("a document that failed could not be taken out: %s", error)
