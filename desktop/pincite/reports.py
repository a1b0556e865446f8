"""What Pincite says of itself: imports, models, the machine, the disk, the network. Plain frozen data; does nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FileStatus(StrEnum):
    """What became of one file of an import."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FileResult:
    """The outcome of importing one file; ``document_id`` is empty if the file could not be read at all.

    ``pages_waiting`` are pictures whose text will be recognised when the text of all files can be searched; until then they
    are among ``pages_unreadable``.
    """

    path: str
    status: FileStatus
    document_id: str = ""
    pages: int = 0
    pages_ocr: int = 0
    pages_unreadable: tuple[int, ...] = ()
    passages: int = 0
    reason: str = ""
    hint: str = ""
    seconds: float = 0.0
    pages_waiting: tuple[int, ...] = ()
    code: str = ""  # of the error, for programs: "encrypted" where a password is missing or wrong


@dataclass(frozen=True, slots=True)
class FolderLook:
    """What a look into a watched folder found, as numbers of files: imported, replaced, no longer there, not readable.

    ``at`` is when (ISO 8601, UTC). ``there`` False: the folder itself is gone, as with a disk that is not connected.
    """

    at: str
    new: int = 0
    changed: int = 0
    gone: int = 0
    failed: int = 0
    there: bool = True

    @property
    def found_anything(self) -> bool:
        """Whether anything was not as before."""
        return bool(self.new or self.changed or self.gone or self.failed)


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder, with all below it, and the collection that its documents are put into (None: none).

    ``last`` is the last look into it, ``found`` the last one that found anything; None: there was none yet.
    """

    path: str
    collection: str | None = None
    last: FolderLook | None = None
    found: FolderLook | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault that ``check`` found in a library, and what mends it."""

    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """A library and the machine at a glance."""

    location: str
    documents: int
    pages: int
    unread_pages: int
    passages: int
    embedded: int
    collections: tuple[str, ...]
    embedder: str
    reranker: str  # empty: none installed
    generator: str  # empty: none installed
    device: str  # what runs the models, in words
    notes: tuple[str, ...] = ()
    waiting: int = 0  # files, or folders, that an import has not got to


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """A model that the catalogue offers or the user has added. ``chosen``: it is the one in use for its role."""

    name: str
    role: str  # "embedder", "reranker" or "generator"
    description: str
    licence: str
    size: int  # bytes
    installed: bool
    chosen: bool
    fetched: int = 0  # bytes that are here of one whose download was stopped


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """A model in memory: what runs it ("CPU", "GPU"), and how many tokens a second it reads and writes (0: not known)."""

    name: str
    role: str
    device: str
    reading_speed: float = 0.0
    writing_speed: float = 0.0


@dataclass(frozen=True, slots=True)
class Machine:
    """What runs the models: in words, memory in bytes (in all, free, and taken by the engine), and the models loaded."""

    device: str
    memory: int
    free: int
    taken: int
    loaded: tuple[LoadedModel, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkUse:
    """That the network was used, from when (ISO 8601, UTC). ``what`` is the purpose if it was wanted, else the other host."""

    at: str
    what: str
    wanted: bool


@dataclass(frozen=True, slots=True)
class NetworkReport:
    """Every use of the network by a process since it started (ISO 8601, UTC)."""

    since: str
    uses: tuple[NetworkUse, ...] = ()


@dataclass(frozen=True, slots=True)
class StorageUse:
    """Bytes on disk: copies of the documents, tables, the rest of the library, copies from before upgrades, models.

    ``waste`` is how much of it no document needs.
    """

    files: int
    tables: int
    other: int
    copies: int
    models: int
    waste: int
