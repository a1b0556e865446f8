"""Finds the files of an import, keeps copies of them, and reads their pages. Writes nothing to the index.

What is read comes as a row of items: a :class:`Draft`, its pages, :data:`END`; or :class:`Known` or :class:`Lost` for a file
that needs no reading or cannot be read. It runs in a thread of its own, beside the writing.
"""

from __future__ import annotations

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

_COPY = re.compile(r"\b[0-9a-f]{64}\.pdf\b")  # the name of a copy, which says nothing to the user

Item = Progress | Draft | Page | End | Known | Lost


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files that are meant: each path itself, and for a folder every PDF below it, in order of name.

    A folder that holds none is yielded itself, so that it is not passed over in silence.
    """
    for path in paths:
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
        for path in find_files(paths):
            yield Progress(Stage.READING, 0, 0, path.name)
            started = time.monotonic()
            password = password_for(path, passwords)
            document: Document | None = None
            try:
                if path.is_dir():
                    hint = "Choose another folder, or convert its files to PDF."
                    raise FileError(f"The folder {path.name} holds no PDFs.", hint)
                digest = _sha256(path)
                known = self._index.document(digest)
                if digest in met or (known and known.status is not DocumentStatus.IMPORTING):
                    yield Known(str(path), digest, collection, password, started)
                    continue
                met.add(digest)
                document = _new(digest, path, collection)
                head = yield from self._read(path, document, password, str(path), stale=known is not None, keep=not link)
            except PinciteError as error:
                yield Lost(failed(str(path), error, started), document)
            except OSError as error:
                yield Lost(not_stored(str(path), error, started), document)
            else:
                for number, name in enumerate(head.attachments):
                    if is_pdf(name):
                        yield from self._attached(path, password, number, name, collection, met)

    def _attached(
        self, path: Path, password: str, number: int, name: str, collection: str | None, met: set[str]
    ) -> Generator[Item, None, None]:
        """A PDF within a PDF, as a document of its own whose path goes on from that of the file that holds it."""
        shown = path / Path(name.replace("\\", "/")).name
        yield Progress(Stage.READING, 0, 0, shown.name)
        started = time.monotonic()
        document: Document | None = None
        try:
            data = self._parser.attachment(path, number, password)
            digest = hashlib.sha256(data).hexdigest()
            known = self._index.document(digest)
            if digest in met or (known and known.status is not DocumentStatus.IMPORTING):
                yield Known(str(shown), digest, collection, "", started)
                return
            met.add(digest)
            document = replace(_new(digest, path, collection), path=str(Path(os.path.realpath(path)) / shown.name))
            copy = self.copy_of(document)
            _write(io.BytesIO(data), copy)
            yield from self._read(copy, document, "", str(shown), stale=known is not None, keep=False)
        except PinciteError as error:
            yield Lost(failed(str(shown), error, started), document)
        except OSError as error:
            yield Lost(not_stored(str(shown), error, started), document)

    def of_documents(
        self, documents: Sequence[Document], password_of: Callable[[str], str], *, forget: bool
    ) -> Generator[Item, None, None]:
        """What the library keeps of documents, once more. With ``forget`` one that cannot be read any more is taken out."""
        for document in documents:
            started = time.monotonic()
            again = replace(document, status=DocumentStatus.IMPORTING)
            password = password_of(document.id)
            try:
                yield from self._read(self.stored(document), again, password, document.path, stale=True, keep=False)
            except PinciteError as error:
                yield Lost(failed(document.path, error, started), document if forget else None)

    def _read(
        self, path: Path, document: Document, password: str, told_as: str, *, stale: bool, keep: bool
    ) -> Generator[Item, None, FileHead]:
        head = FileHead("", 0)
        for item in self._parser.read(path, password):
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
