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

from pincite import passages, words
from pincite.domain import (
    Document,
    DocumentStatus,
    FileFinished,
    FileResult,
    FileStatus,
    Page,
    PageProblem,
    Passage,
    Problem,
    Progress,
    Stage,
)
from pincite.errors import FileError, PinciteError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from pincite.domain import Event
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.parser import Parser

PAGES_AT_ONCE = 64  # pages held with their words before they are written
PASSAGES_AT_ONCE = 128  # passages embedded between two commits: what a crash can cost
OPTIMIZE_EVERY = 50  # documents; what is not yet in the full-text index is searched by reading it

_NEEDS_OCR = (PageProblem.SCAN, PageProblem.DRAWING, PageProblem.UNKNOWN_CODE)
_OCR_HINT = "Recognise its text with an OCR program, then add the new file."
_DAMAGE_HINT = "Open the file in a PDF viewer and save it again, or look at the page yourself."


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

    def add(self, paths: Sequence[Path], collection: str | None, passwords: Mapping[str, str], link: bool) -> Iterator[Event]:
        """Imports files one after the other until their text can be searched; each ends with a ``FileFinished``.

        Args:
            paths: Files and folders.
            collection: The collection that the documents are put into; None: none.
            passwords: By file name; the entry "" is tried on every encrypted file.
            link: Keep the files where they are instead of copying them into the library.
        """
        for count, path in enumerate(find_files(paths), 1):
            started = time.monotonic()
            try:
                result = yield from self._add(path, collection, passwords, link)
            except PinciteError as error:
                result = FileResult(str(path), FileStatus.FAILED, reason=error.message, hint=error.hint)
            except OSError as error:
                reason = f"{path.name} could not be stored: {error.strerror or error}."
                result = FileResult(str(path), FileStatus.FAILED, reason=reason, hint="Check the disk of the library.")
            yield FileFinished(replace(result, seconds=round(time.monotonic() - started, 3)))
            if count % OPTIMIZE_EVERY == 0:
                self._index.optimize()
        self._index.optimize()

    def finish_interrupted(self) -> Iterator[Event]:
        """Completes the documents that a crash left half imported, from the copies that the library keeps."""
        for document in self._index.documents():
            if document.status is not DocumentStatus.IMPORTING:
                continue
            try:
                result = yield from self._read(self.stored(document), document, "")
                yield FileFinished(result)
            except PinciteError as error:
                self._forget(document)
                yield FileFinished(FileResult(document.path, FileStatus.FAILED, reason=error.message, hint=error.hint))

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
            return _result(str(path), FileStatus.UNCHANGED, known)
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
        ocr = 0
        for page in self._parser.pages(path, head.page_count, password):
            waiting.append(page)
            ocr += page.ocr
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
            problems=_problems(pages),
            status=DocumentStatus.TEXT if found else DocumentStatus.READY,
        )
        names = _names(document)
        self._index.publish(document, found, [search_text(names, passage) for passage in found])
        return replace(_result(document.path, FileStatus.ADDED, document), pages_ocr=ocr)


def search_text(names: str, passage: Passage) -> str:
    """What a passage is found by: the names of its document and its section in front of its text."""
    return "\n".join(part for part in (names, passage.section, words.clean(passage.text)) if part)


def _names(document: Document) -> str:
    """Title and file name, where the one does not say the other: parties often stand in the file's name alone."""
    stem = " ".join(Path(document.path).stem.replace("_", " ").replace("-", " ").split())
    same = "".join(filter(str.isalnum, stem)).lower() == "".join(filter(str.isalnum, document.title)).lower()
    return document.title if same else f"{document.title} ({stem})"


def _problems(pages: Sequence[Page]) -> tuple[Problem, ...]:
    by_reason: dict[str, list[int]] = {}
    for page in pages:
        if page.problem:
            by_reason.setdefault(page.problem, []).append(page.number)
    return tuple(
        Problem(reason, _OCR_HINT if reason in _NEEDS_OCR else _DAMAGE_HINT, tuple(numbers))
        for reason, numbers in by_reason.items()
    )


def _result(path: str, status: FileStatus, document: Document) -> FileResult:
    return FileResult(
        path=path,
        status=status,
        document_id=document.id,
        pages=document.page_count,
        pages_unreadable=document.unread_pages,
        passages=document.passages,
        reason="; ".join(problem.reason for problem in document.problems),
        hint=document.problems[0].hint if document.problems else "",
    )


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
