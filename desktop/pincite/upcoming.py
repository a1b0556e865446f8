"""The files of an import, looked up and begun to be read before it is their turn. Writes nothing, keeps nothing."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.domain import Document, DocumentStatus, FileHead, Page
from pincite.errors import FileError, PinciteError
from pincite.keys import password_for
from pincite.readahead import ReadAhead

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping
    from pathlib import Path

    from pincite.index import Index
    from pincite.parser import Parser

PAGES_AHEAD = 64
"""Pages that are read of a file before it is its turn; a page with its words takes about 15 KB."""


@dataclass(slots=True)
class Upcoming:
    """A file whose turn has come, or will come.

    ``digest`` is the SHA-256 of its bytes, ``known`` the document that has the same, ``reading`` gives its head and its pages.
    A file that cannot be read has a ``failure`` instead; one whose bytes are known, or come with a file before it, has neither.
    """

    path: Path
    password: str = field(repr=False)
    started: float
    digest: str = ""
    known: Document | None = None
    reading: ReadAhead[FileHead | Page] | None = None
    failure: PinciteError | OSError | None = None

    @property
    def complete(self) -> bool:
        """Whether the library has all of it."""
        return self.known is not None and self.known.status is not DocumentStatus.IMPORTING

    def items(self) -> Iterator[FileHead | Page]:
        """What :meth:`pincite.parser.Parser.read` gives.

        Raises:
            FileError: see there.
        """
        return iter(self.reading or ())

    def close(self) -> None:
        """Ends its reading."""
        if self.reading:
            self.reading.stop()


def look_ahead(
    paths: Iterable[Path], index: Index, parser: Parser, passwords: Mapping[str, str]
) -> Generator[Upcoming, None, None]:
    """The files in order. While one has its turn, as many are being read as the parser has children for.

    Each is closed when the next one is asked for.
    """
    waiting: deque[Upcoming] = deque()
    current: Upcoming | None = None
    met: set[str] = set()
    try:
        for path in paths:
            upcoming = _looked_up(path, index, password_for(path, passwords))
            if not (upcoming.failure or upcoming.complete or upcoming.digest in met):
                met.add(upcoming.digest)
                upcoming.reading = ReadAhead(_items(parser, path, upcoming.password), PAGES_AHEAD)
                upcoming.reading.start()
            waiting.append(upcoming)
            if len(waiting) == parser.readers:
                current = waiting.popleft()
                yield current
                current.close()
        while waiting:
            current = waiting.popleft()
            yield current
            current.close()
    finally:
        if current:
            waiting.append(current)
        for upcoming in waiting:
            upcoming.close()


def _looked_up(path: Path, index: Index, password: str) -> Upcoming:
    upcoming = Upcoming(path, password, time.monotonic())
    try:
        if path.is_dir():
            raise FileError(f"The folder {path.name} holds no PDFs.", "Choose another folder, or convert its files to PDF.")
        upcoming.digest = _sha256(path)
        upcoming.known = index.document(upcoming.digest)
    except (PinciteError, OSError) as error:
        upcoming.failure = error
    return upcoming


def _items(parser: Parser, path: Path, password: str) -> Generator[FileHead | Page, None, None]:
    yield from parser.read(path, password)


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError as error:
        raise FileError(f"{path} does not exist.", "Check the name and the folder.") from error
    except OSError as error:
        raise FileError(f"{path.name} cannot be read: {error.strerror}.", "Check its permissions and its disk.") from error
