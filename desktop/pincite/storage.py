"""What a library takes on disk, what of it can go, and copies of it that can be brought back. Knows no table."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from pincite.errors import LibraryError
from pincite.events import Progress, Stage
from pincite.index import Index
from pincite.reports import StorageUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager

ABOUT = "pincite-backup.json"
"""The member of a backup that says what it is."""

_NOT_KEPT = {"writing.lock", "waiting.jsonl", "removing.json"}
_BLOCK = 1 << 20
_FINAL = {".pdf"}  # compressed already


class Storage:
    """The files of one library.

    Args:
        folder: The library.
        models: The folder that models are kept in.
        index: Its tables.
        writing: Keeps imports out while it is entered; it raises LibraryError while one goes on.
    """

    def __init__(self, folder: Path, models: Path, index: Index, writing: Callable[[], AbstractContextManager[None]]) -> None:
        self._folder = folder
        self._models = models
        self._index = index
        self._writing = writing

    def use(self) -> StorageUse:
        """What is on disk, in bytes."""
        parts = {"files": _size(self._folder / "files"), "tables": _size(self._folder / "index")}
        copies = sum(_size(copy) for copy in self._copies())
        waste = sum(file.stat().st_size for file in self._orphans()) + copies
        other = _size(self._folder) - sum(parts.values()) - copies
        return StorageUse(**parts, other=max(0, other), copies=copies, models=_size(self._models), waste=waste)

    def clean_up(self) -> int:
        """Merges small files of the tables, and deletes what no document needs. Returns how many bytes that has freed.

        Raises:
            LibraryError: an import is going on.
        """
        before = _size(self._folder)
        with self._writing():
            for file in self._orphans():
                file.unlink(missing_ok=True)
            for copy in self._copies():
                shutil.rmtree(copy, ignore_errors=True)
            if self._index.exists:
                self._index.optimize()
        return max(0, before - _size(self._folder))

    def back_up(self, path: str) -> Iterator[Progress]:
        """Writes the whole library into a ZIP file. A file of that name is replaced when the new one is whole.

        Raises:
            LibraryError: an import is going on, the library is empty, or the file cannot be written.
        """
        target = Path(path)
        draft = target.with_name(f"{target.name}.part")
        if not self._index.exists:
            raise LibraryError("There is nothing in this library yet.", "Add some PDFs first.")
        try:
            with self._writing():
                members = self._members()
                total, done = sum(file.stat().st_size for file in members), 0
                with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
                    about = {"made_at": datetime.now(UTC).isoformat(timespec="seconds"), "library": self._folder.name}
                    archive.writestr(ABOUT, json.dumps(about))
                    for file in members:
                        yield Progress(Stage.EXPORTING, done, total, target.name)
                        packed = zipfile.ZIP_STORED if file.suffix in _FINAL else None
                        archive.write(file, file.relative_to(self._folder).as_posix(), packed)
                        done += file.stat().st_size
            draft.replace(target)
            yield Progress(Stage.EXPORTING, total, total, target.name)
        except OSError as error:
            raise LibraryError(
                f"The backup cannot be written to {target.parent}: {error.strerror or error}.",
                "Free some space, or choose another folder.",
            ) from error
        finally:
            draft.unlink(missing_ok=True)

    def restore(self, path: str, folder: str) -> Iterator[Progress]:
        """Makes a library from a backup, in a folder that is empty or not there yet. This library is left as it is.

        Raises:
            LibraryError: the file is no backup or is damaged, the folder holds something, or a newer Pincite has made it.
        """
        source, target = Path(path), Path(folder)
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise LibraryError(f"The folder {target} is not empty.", "Choose an empty folder, or a new one.")
        draft = target.with_name(f"{target.name}.part")
        try:
            with zipfile.ZipFile(source) as archive:
                members = [member for member in archive.infolist() if not member.is_dir()]
                if ABOUT not in archive.namelist() or not all(_is_within(member.filename) for member in members):
                    raise LibraryError(f"{source.name} is not a backup of a Pincite library.", "Choose another file.")
                total, done = sum(member.file_size for member in members), 0
                for member in members:
                    with archive.open(member) as reader:
                        file = draft / member.filename
                        file.parent.mkdir(parents=True, exist_ok=True)
                        with file.open("wb") as writer:
                            while block := reader.read(_BLOCK):  # a wrong checksum is an error at the last block
                                writer.write(block)
                                done += len(block)
                                yield Progress(Stage.EXPORTING, done, total, source.name)
            (draft / ABOUT).unlink()
            Index(str(draft / "index"))  # refuses the tables of a newer Pincite
            if target.exists():
                target.rmdir()
            draft.rename(target)
        # NotImplementedError: it is packed in a way that Python does not know
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise LibraryError(
                f"{source.name} is damaged, or another program packed it: {error}.", "Choose another backup."
            ) from error
        except OSError as error:
            raise LibraryError(f"The library cannot be brought back: {error.strerror or error}.", "Check the disk.") from error
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _members(self) -> list[Path]:
        """The files of the library. Lists of versions come first: a file that they name is there when the others are listed."""
        left_out = {self._folder / name for name in _NOT_KEPT} | set(self._copies())
        versions = [file for file in _files(self._folder) if "_versions" in file.parts]
        others = [file for file in _files(self._folder) if "_versions" not in file.parts]
        return [file for file in versions + others if not left_out & {file, *file.parents} and file.suffix != ".part"]

    def _copies(self) -> list[Path]:
        """The tables as they were before an upgrade."""
        return sorted(self._folder.glob("index-format-*"))

    def _orphans(self) -> list[Path]:
        """Copies of documents that have left the library, or whose import was broken off."""
        known = {f"{document.id}.pdf" for document in self._index.documents()}
        return [file for file in _files(self._folder / "files") if file.name not in known]


def _files(folder: Path) -> list[Path]:
    return [Path(root, name) for root, _, names in os.walk(folder) for name in sorted(names)]


def _size(folder: Path) -> int:
    return _total(_files(folder))


def _total(files: Iterable[Path]) -> int:
    total = 0
    for file in files:
        try:
            total += file.stat().st_size
        except FileNotFoundError:  # the tables are being tidied
            continue
    return total


def _is_within(name: str) -> bool:
    """Whether a member of an archive lies in the folder that it is unpacked to."""
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and ":" not in name and "\\" not in name
