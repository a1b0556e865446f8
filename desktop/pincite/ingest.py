"""Brings files into the library: reads, splits, stores, embeds; yields events. Neither searches nor answers."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pincite import languages, passages
from pincite.domain import Document, DocumentStatus, FileResult, FileStatus, Page
from pincite.errors import FileError, PinciteError
from pincite.events import FileFinished, Progress, Stage
from pincite.scans import AGAIN, NEEDS_OCR, Recogniser, Scans, problems, result_of, search_texts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from pincite.events import Event
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.parser import Parser

PAGES_AT_ONCE = 64  # pages held with their words before they are written
PASSAGES_AT_ONCE = 128  # passages embedded between two commits: what a crash can cost
OPTIMIZE_EVERY = 50  # documents; what is not yet in the full-text index is searched by reading it


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are meant: each path itself, and for a folder every PDF below it, in order of name.

    A folder that holds none is yielded itself, so that it is not passed over in silence.
    """
    for path in paths:
        below = sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf" and p.is_file()) if path.is_dir() else []
        yield from below or [path]


class Ingest:
    """The way of files into an index.

    Args:
        index: Where the rows go.
        files: The folder that keeps a copy of each imported file, by its SHA-256.
        parser: Reads the PDFs.
    """

    def __init__(self, index: Index, files: Path, parser: Parser) -> None:
        self._index = index
        self._files = files
        self._parser = parser
        self._recogniser = Recogniser(index, parser, self.stored)

    def add(
        self, paths: Sequence[Path], collection: str | None, passwords: Mapping[str, str], link: bool
    ) -> Generator[Event, None, list[Scans]]:
        """Imports files one after the other until their text can be searched; each ends with a ``FileFinished``.

        Files with pages that are pictures can be searched by the text of the others, and end in :meth:`recognise`, which
        takes what is returned. So no file waits for the pictures of another one.

        Args:
            paths: Files and folders.
            collection: The collection that the documents are put into; None: none.
            passwords: By file name; the entry "" is tried on every encrypted file.
            link: Keep the files where they are instead of copying them into the library.
        """
        scans: list[Scans] = []
        for count, path in enumerate(find_files(paths), 1):
            started = time.monotonic()
            try:
                result = yield from self._add(path, collection, passwords, link)
            except PinciteError as error:
                result = FileResult(str(path), FileStatus.FAILED, reason=error.message, hint=error.hint)
            except OSError as error:
                reason = f"{path.name} could not be stored: {error.strerror or error}."
                result = FileResult(str(path), FileStatus.FAILED, reason=reason, hint="Check the disk of the library.")
            result = replace(result, seconds=round(time.monotonic() - started, 3))
            if waiting := self._recogniser.waiting(result, AGAIN):
                password = passwords.get(path.name, passwords.get("", ""))
                scans.append(Scans(result.document_id, waiting, password, result))
            else:
                yield FileFinished(result)
            if count % OPTIMIZE_EVERY == 0:
                self._index.optimize()
        self._index.optimize()
        return scans

    def finish_interrupted(self) -> Generator[Event, None, list[Scans]]:
        """Completes the documents that a crash left half imported, from the copies that the library keeps.

        Returns the pages of all documents that are still to be read from their pictures.
        """
        scans: list[Scans] = []
        for document in self._index.documents():
            result, asked = result_of(document.path, FileStatus.UNCHANGED, document), False
            if document.status is DocumentStatus.IMPORTING:
                try:
                    result, asked = (yield from self._read(self.stored(document), document, "")), True
                except PinciteError as error:
                    self._forget(document)
                    yield FileFinished(FileResult(document.path, FileStatus.FAILED, reason=error.message, hint=error.hint))
                    continue
            if waiting := self._recogniser.waiting(result, NEEDS_OCR):
                scans.append(Scans(document.id, waiting, "", result, asked))
            elif asked:
                yield FileFinished(result)
        return scans

    def recognise(self, scans: Sequence[Scans]) -> Iterator[Event]:
        """Reads the pages that :meth:`add` and :meth:`finish_interrupted` have left; see :class:`pincite.scans.Recogniser`."""
        yield from self._recogniser.recognise(scans)

    def embed(self, embedder: Embedder) -> Iterator[Event]:
        """Makes the vectors that are missing; after each document it can be found by its meaning as well."""
        waiting = [d for d in self._index.documents() if d.status is DocumentStatus.TEXT]
        total, done = sum(document.passages for document in waiting), 0
        for document in waiting:
            missing = self._index.without_vectors(document.id)
            done += document.passages - len(missing)
            # by length, so that the texts of a batch need little padding
            missing.sort(key=lambda item: len(item[1]))
            for at in range(0, len(missing), PASSAGES_AT_ONCE):
                yield Progress(Stage.EMBEDDING, done, total, document.title)
                batch = missing[at : at + PASSAGES_AT_ONCE]
                vectors = embedder.passages([text for _, text in batch])
                self._index.add_vectors(
                    document, {item[0]: vector for item, vector in zip(batch, vectors, strict=True)}, embedder.name
                )
                done += len(batch)
            self._index.update(replace(document, status=DocumentStatus.READY))
        if waiting:
            yield Progress(Stage.EMBEDDING, total, total)
            self._index.optimize()

    def stored(self, document: Document) -> Path:
        """Where the file of a document is: the library's copy, or the linked original."""
        copy = self._files / f"{document.id}.pdf"
        return copy if copy.exists() else Path(document.path)

    def _add(
        self, path: Path, collection: str | None, passwords: Mapping[str, str], link: bool
    ) -> Generator[Event, None, FileResult]:
        yield Progress(Stage.READING, 0, 0, path.name)
        if path.is_dir():
            raise FileError(f"The folder {path.name} holds no PDFs.", "Choose another folder, or convert its files to PDF.")
        password = passwords.get(path.name, passwords.get("", ""))
        digest = _sha256(path)
        known = self._index.document(digest)
        if known and known.status is not DocumentStatus.IMPORTING:
            if collection and collection not in known.collections:
                known = replace(known, collections=(*known.collections, collection))
                self._index.set_collections(known)
            return result_of(str(path), FileStatus.UNCHANGED, known)
        head = self._parser.head(path, password)
        document = Document(
            id=digest,
            title=head.title,
            path=str(path.resolve()),
            collections=(collection,) if collection else (),
            page_count=head.page_count,
            status=DocumentStatus.IMPORTING,
            added_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        )
        if not link:
            _copy(path, self._files / f"{digest}.pdf")
        try:
            return (yield from self._read(path, document, password))
        except PinciteError:
            self._forget(document)
            raise

    def _forget(self, document: Document) -> None:
        """Takes out what there is of a document that cannot be read to its end."""
        self._index.remove(document.id)
        (self._files / f"{document.id}.pdf").unlink(missing_ok=True)

    def _read(self, path: Path, document: Document, password: str) -> Generator[Event, None, FileResult]:
        head = self._parser.head(path, password)
        self._index.begin(document, head.outline)
        pages: list[Page] = []
        waiting: list[Page] = []
        for page in self._parser.pages(path, head.page_count, password):
            waiting.append(page)
            pages.append(replace(page, words=()))  # the words are many, and only the pages table needs them
            if len(waiting) == PAGES_AT_ONCE:
                self._index.add_pages(document.id, waiting)
                waiting = []
            yield Progress(Stage.READING, page.number, head.page_count, Path(document.path).name)
        self._index.add_pages(document.id, waiting)
        found = list(passages.split(document.id, pages, head.outline))
        document = replace(
            document,
            page_count=len(pages),
            passages=len(found),
            problems=problems(pages),
            status=DocumentStatus.TEXT if found else DocumentStatus.READY,
            language=languages.detect(page.text for page in pages),
        )
        self._index.publish(document, found, search_texts(document, found))
        return result_of(document.path, FileStatus.ADDED, document)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise FileError(f"{path} does not exist.", "Check the name and the folder.") from error
    except OSError as error:
        raise FileError(f"{path.name} cannot be read: {error.strerror}.", "Check its permissions and its disk.") from error


def _copy(source: Path, target: Path) -> None:
    """Copies a file so that the target is whole or absent; on one disk a hard link is not used, since originals change."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".part")
    try:
        with source.open("rb") as reader, draft.open("wb") as writer:
            shutil.copyfileobj(reader, writer, 1 << 20)
            writer.flush()
            os.fsync(writer.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
