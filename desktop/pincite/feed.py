"""Finds the files of an import, keeps copies of them, and reads their pages. Writes nothing to the index.

What is read comes as a row of items: a :class:`Draft`, its pages, :data:`END`; or :class:`Known` or :class:`Lost` for a file
that needs no reading or cannot be read. It runs in a thread of its own, beside the writing.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import re
import shutil
import time
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from pincite import faults
from pincite.batches import Draft, is_pdf
from pincite.domain import Document, DocumentStatus, FileHead, Page
from pincite.errors import FileError, PinciteError
from pincite.events import Progress, Stage
from pincite.keys import password_for
from pincite.reports import FileResult, FileStatus
from pincite.upcoming import Upcoming, look_ahead

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from pincite.index import Index
    from pincite.parser import Parser


@dataclass(frozen=True, slots=True)
class Known:
    """A file whose bytes are in the library, or come into it with another file of the same import."""

    path: str
    document_id: str
    collection: str | None
    password: str = field(repr=False)
    started: float


@dataclass(frozen=True, slots=True)
class Lost:
    """A file that cannot be read. What there is of ``document`` must be taken out."""

    result: FileResult
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class End:
    """The document at hand was read to its end."""


END = End()

ATTACHED_DEPTH = 5
"""How far down files are read that are attached to attached files."""

ATTACHED_FILES, ATTACHED_BYTES = 2_000, 4 << 30
"""How many files are read that are attached to one file, at any depth, and how many bytes they may have in all."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """A PDF that others may be attached to.

    ``shown`` is its path as it is told, ``real`` as it is kept; both go on from those of the file that holds it. ``passwords``
    are those that the user gave.
    """

    path: Path
    password: str = field(repr=False)
    shown: Path
    real: Path
    passwords: Mapping[str, str] = field(repr=False)
    depth: int = 0

    def inner(self, name: str) -> _Holder:
        """A file attached to it; where its own copy will be is not known yet."""
        name = Path(name.replace("\\", "/")).name
        shown = self.shown / name
        password = password_for(shown, self.passwords)
        return _Holder(self.path, password, shown, self.real / name, self.passwords, self.depth + 1)


def _outermost(file: Upcoming, passwords: Mapping[str, str]) -> _Holder:
    """A file that the user named."""
    return _Holder(file.path, file.password, file.path, Path(os.path.realpath(file.path)), passwords)


@dataclass(slots=True)
class _Room:
    """What is left of the limits for what is attached to one file: files made of files could fill any disk."""

    files: int = ATTACHED_FILES
    size: int = ATTACHED_BYTES

    def take(self, size: int) -> None:
        """Counts a file of this many bytes."""
        self.files -= 1
        self.size -= size

    def why_not(self, depth: int) -> str:
        """Why a file attached at this depth is not read; empty if it is."""
        if depth > ATTACHED_DEPTH:
            return f"it lies more than {ATTACHED_DEPTH} files deep within another"
        if self.files <= 0 or self.size <= 0:
            return "too much is attached to one file"
        return ""


_COPY = re.compile(r"\b[0-9a-f]{64}\.pdf\b")  # the name of a copy, which says nothing to the user

Item = Progress | Draft | Page | End | Known | Lost


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are meant: each path itself, and for a folder every PDF below it, in order of name.

    A folder that holds none is yielded itself, so that it is not passed over in silence. The path of an attached file, as
    results tell it, means the file that holds it.
    """
    for path in paths:
        if not path.exists():
            path = next((parent for parent in path.parents if parent.is_file()), path)
        below = sorted(p for p in path.rglob("*") if p.suffix.lower() == ".pdf" and p.is_file()) if path.is_dir() else []
        yield from below or [path]


class Feed:
    """Where the items of an import come from.

    Args:
        index: Knows which files are in the library.
        files: The folder that keeps a copy of each imported file, by its SHA-256.
        parser: Reads the PDFs.
    """

    def __init__(self, index: Index, files: Path, parser: Parser) -> None:
        self._index = index
        self._files = files
        self._parser = parser

    def stored(self, document: Document) -> Path:
        """Where the file of a document is: the library's copy, or the linked original."""
        copy = self.copy_of(document)
        return copy if copy.exists() else Path(document.path)

    def copy_of(self, document: Document) -> Path:
        """Where the library keeps its copy, if it has one."""
        return self._files / f"{document.id}.pdf"

    def of_files(
        self, paths: Sequence[Path], collection: str | None, passwords: Mapping[str, str], link: bool
    ) -> Generator[Item, None, None]:
        """Files and folders; see :meth:`pincite.ingest.Ingest.add`."""
        met: set[str] = set()
        with contextlib.closing(look_ahead(find_files(paths), self._index, self._parser, passwords)) as files:
            for file in files:
                yield from self._of_file(file, collection, passwords, link, met)

    def _of_file(
        self, file: Upcoming, collection: str | None, passwords: Mapping[str, str], link: bool, met: set[str]
    ) -> Generator[Item, None, None]:
        path = file.path
        yield Progress(Stage.READING, 0, 0, path.name)
        document: Document | None = None
        try:
            if file.failure:
                raise file.failure
            met_before = file.digest in met
            met.add(file.digest)
            if file.complete or met_before:
                yield Known(str(path), file.digest, collection, file.password, file.started)
                if not met_before:
                    yield from self._left_within(_outermost(file, passwords), collection, met)
                return
            document = _new(file.digest, path, collection)
            stale = file.known is not None
            head = yield from self._read(file.items(), path, document, file.password, str(path), stale=stale, keep=not link)
        except PinciteError as error:
            yield Lost(failed(str(path), error, file.started), document)
        except OSError as error:
            yield Lost(not_stored(str(path), error, file.started), document)
        else:
            yield from self._within(_outermost(file, passwords), head, collection, met, _Room())

    def _left_within(self, holder: _Holder, collection: str | None, met: set[str]) -> Generator[Item, None, None]:
        """The PDFs attached to a file that the library has; an import that was cut off may have left them out."""
        with contextlib.suppress(PinciteError):  # what cannot be opened any more is in the library all the same
            head = self._parser.head(holder.path, holder.password)
            yield from self._within(holder, head, collection, met, _Room())

    def _within(
        self, holder: _Holder, head: FileHead, collection: str | None, met: set[str], room: _Room
    ) -> Generator[Item, None, None]:
        """The PDFs attached to a file, and those attached to them, as far as there is room."""
        for number, name in enumerate(head.attachments):
            if not is_pdf(name):
                continue
            inner = holder.inner(name)
            if why := room.why_not(inner.depth):
                error = FileError(f"{inner.shown.name} was not read: {why}.", "Save it from a PDF viewer, and add it.")
                yield Lost(failed(str(inner.shown), error, time.monotonic()))
                continue
            found = yield from self._attached(holder, number, inner, collection, met, room)
            if found:
                copy, inner_head = found
                yield from self._within(replace(inner, path=copy), inner_head, collection, met, room)

    def _attached(
        self, holder: _Holder, number: int, inner: _Holder, collection: str | None, met: set[str], room: _Room
    ) -> Generator[Item, None, tuple[Path, FileHead] | None]:
        """A PDF within a PDF, as a document of its own whose path goes on from that of the file that holds it.

        Returns where its copy is, and its head; None if there is nothing new to read in it.
        """
        shown = inner.shown
        yield Progress(Stage.READING, 0, 0, shown.name)
        started = time.monotonic()
        document: Document | None = None
        try:
            data = self._parser.attachment(holder.path, number, holder.password)
            room.take(len(data))
            digest = hashlib.sha256(data).hexdigest()
            known = self._index.document(digest)
            if digest in met or (known and known.status is not DocumentStatus.IMPORTING):
                yield Known(str(shown), digest, collection, inner.password, started)
                return None
            met.add(digest)
            document = replace(_new(digest, holder.path, collection), path=str(inner.real))
            copy = self.copy_of(document)
            _write(io.BytesIO(data), copy)
            items = self._parser.read(copy, inner.password)
            stale = known is not None
            return copy, (yield from self._read(items, copy, document, inner.password, str(shown), stale=stale, keep=False))
        except PinciteError as error:
            yield Lost(failed(str(shown), error, started), document)
        except OSError as error:
            yield Lost(not_stored(str(shown), error, started), document)
        return None

    def of_documents(
        self, documents: Sequence[Document], password_of: Callable[[str], str], *, forget: bool
    ) -> Generator[Item, None, None]:
        """What the library keeps of documents, once more. With ``forget`` one that cannot be read any more is taken out."""
        for document in documents:
            started = time.monotonic()
            again = replace(document, status=DocumentStatus.IMPORTING)
            password = password_of(document.id)
            try:
                path = self.stored(document)
                items = self._parser.read(path, password)
                yield from self._read(items, path, again, password, document.path, stale=True, keep=False)
            except PinciteError as error:
                yield Lost(failed(document.path, error, started), document if forget else None)

    def _read(
        self,
        items: Iterator[FileHead | Page],
        path: Path,
        document: Document,
        password: str,
        told_as: str,
        *,
        stale: bool,
        keep: bool,
    ) -> Generator[Item, None, FileHead]:
        head = FileHead("", 0)
        for item in items:
            if isinstance(item, FileHead):
                head = item
                if keep:  # the parser reads on meanwhile
                    _copy(path, self.copy_of(document))
                document = replace(document, title=document.title or _title(item, path, told_as), page_count=item.page_count)
                yield Draft(document, item, told_as, password, stale)
            else:
                yield item
        yield END
        return head


def failed(path: str, error: PinciteError, started: float) -> FileResult:
    """The result of a file that cannot be imported. ``started`` is a time of the monotonic clock, in seconds."""
    seconds = round(time.monotonic() - started, 3)
    reason = _COPY.sub(lambda _: Path(path).name, error.message)
    return FileResult(path, FileStatus.FAILED, reason=reason, hint=error.hint, code=error.code, seconds=seconds)


def not_stored(path: str, error: Exception, started: float) -> FileResult:
    """The result of a file that the library has no room for, or may not write."""
    why = faults.of_storage(error)
    hint = "Check the disk of the library, and add the file again."
    return failed(path, FileError(f"{Path(path).name} could not be stored: {why}.", hint), started)


def _title(head: FileHead, path: Path, told_as: str) -> str:
    """The title of a document; one that has none of its own has the name of its file, which for a copy is a checksum."""
    return Path(told_as).stem if head.title == path.stem else head.title


def _new(digest: str, path: Path, collection: str | None) -> Document:
    return Document(
        id=digest,
        title="",
        path=str(path.resolve()),
        collections=(collection,) if collection else (),
        page_count=0,
        status=DocumentStatus.IMPORTING,
        added_at=datetime.now(UTC).isoformat(timespec="milliseconds"),
    )


def _copy(source: Path, target: Path) -> None:
    """Copies a file so that the target is whole or absent; on one disk a hard link is not used, since originals change."""
    if not target.exists():
        with source.open("rb") as reader:
            _write(reader, target)


def _write(reader: BinaryIO, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_suffix(".part")
    try:
        with draft.open("wb") as writer:
            shutil.copyfileobj(reader, writer, 1 << 20)
            writer.flush()
            os.fsync(writer.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
