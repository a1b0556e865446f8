"""Folders whose PDFs are kept in the library as they come, change and move. Looks when it is asked to; runs no timer."""

from __future__ import annotations

import json
import os
import threading
from collections import Counter
from dataclasses import astuple, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.errors import LibraryError
from pincite.events import FileFinished, Notice
from pincite.feed import find_files
from pincite.reports import FileResult, FileStatus, FolderLook, WatchedFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from pincite.events import Event
    from pincite.imports import Imports
    from pincite.index import Index
    from pincite.organising import Organising

_NAMED = 3  # files that are gone, by name; of more the number is told


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file when it was last looked at: its size in bytes, when it was changed, and its document (empty: it failed)."""

    size: int
    changed: int  # nanoseconds
    document_id: str = ""


@dataclass
class _State:
    """The folders; and of each, by its path, the files seen in it, the last look, and the last one that found anything."""

    folders: list[WatchedFolder] = field(default_factory=list)
    seen: dict[str, dict[str, _Seen]] = field(default_factory=dict)
    looks: dict[str, tuple[FolderLook, FolderLook | None]] = field(default_factory=dict)


class Watched:
    """The watched folders of a library. It may be used from several threads.

    A folder follows its collection when that is renamed. One whose collection was deleted goes on without it, and is in it
    again when the deletion is taken back.

    Args:
        index: Where the documents are.
        imports: Brings new files in.
        organising: Has the collections.
        remove: Takes a document out of the library.
        file: Where the folders are written down.
    """

    def __init__(
        self, index: Index, imports: Imports, organising: Organising, remove: Callable[[str], None], file: Path
    ) -> None:
        self._index = index
        self._imports = imports
        self._organising = organising
        self._remove = remove
        self._file = file
        self._lock = threading.Lock()  # of the file: folders are chosen while others are looked into
        organising.renamed.append(self._on_renamed)

    def folders(self) -> list[WatchedFolder]:
        """The folders that are watched, in the order in which they were chosen, and what was found in them."""
        state = self._load()
        none: tuple[None, None] = (None, None)
        return [
            WatchedFolder(folder.path, self._existing(folder.collection), *state.looks.get(folder.path, none))
            for folder in state.folders
        ]

    def watch(self, folder: str, collection: str | None = None) -> None:
        """Watches a folder from now on; one that is watched already gets the collection. Imports nothing yet.

        Raises:
            LibraryError: there is no such folder, or the library cannot be written.
        """
        if not Path(folder).is_dir():
            raise LibraryError(f"{folder} is not a folder.", "Choose a folder that holds PDFs.")
        new = WatchedFolder(os.path.realpath(folder), self._made((collection or "").strip()))
        with self._lock:
            state = self._load()
            state.folders = [other for other in state.folders if other.path != new.path] + [new]
            state.seen.pop(new.path, None)  # all of it is put into the collection
            state.looks.pop(new.path, None)
            self._save(state)

    def unwatch(self, folder: str) -> None:
        """Watches a folder no longer. Its documents stay.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._lock:
            state = self._load()
            path = os.path.realpath(folder)
            state.folders = [other for other in state.folders if other.path != path]
            state.seen.pop(path, None)
            state.looks.pop(path, None)
            self._save(state)

    def update(self, folder: str | None = None) -> Iterator[Event]:
        """Imports what is new in the folders, replaces what has changed, and follows what was renamed, known by its bytes.

        Documents whose files are gone stay, since their copies are in the library; the user is told.

        Args:
            folder: Looks only into this one; None: into all.

        Raises:
            LibraryError: see :meth:`pincite.library.Library.add`.
        """
        wanted = None if folder is None else os.path.realpath(folder)
        for watched in self._load().folders:
            if wanted not in (None, watched.path):
                continue
            if Path(watched.path).is_dir():
                yield from self._update(watched)
            else:
                self._note(watched, FolderLook(_now(), there=False))
                yield Notice(f"The watched folder {watched.path} is not there.", "Connect its disk, or stop watching it.")

    def _update(self, folder: WatchedFolder) -> Iterator[Event]:
        before = self._with_documents(self._load().seen.get(folder.path, {}))
        now = {str(path): seen for path in find_files([Path(folder.path)]) if (seen := _look(path))}
        for path, seen in now.items():
            known = before.get(path)
            if known and (known.size, known.changed) == (seen.size, seen.changed):
                now[path] = known
        new = [path for path, seen in now.items() if seen is not before.get(path)]
        became: Counter[str] = Counter()
        if new:
            results = yield from self._add(new, self._existing(folder.collection))
            of_files = (result for result in results if result.path in now)  # others are attached to one of them
            now |= {result.path: replace(now[result.path], document_id=result.document_id) for result in of_files}
            became.update(_became(result, before) for result in results if result.status is not FileStatus.UNCHANGED)
        became["gone"] = yield from self._follow(before, now)
        self._note(folder, FolderLook(_now(), became["new"], became["changed"], became["gone"], became["failed"]), now)

    def _with_documents(self, seen: dict[str, _Seen]) -> dict[str, _Seen]:
        """What was seen, with the documents that came by other ways since: from a locked file, when its password was given."""
        if all(file.document_id for file in seen.values()):
            return seen
        of_path = {document.path: document.id for document in self._index.documents()}
        return {path: replace(file, document_id=file.document_id or of_path.get(path, "")) for path, file in seen.items()}

    def _note(self, folder: WatchedFolder, look: FolderLook, seen: dict[str, _Seen] | None = None) -> None:
        """Writes down what a look has found, unless the user has changed what is watched meanwhile."""
        with self._lock:
            state = self._load()
            if folder not in state.folders:
                return
            found = look if look.found_anything else state.looks.get(folder.path, (None, None))[1]
            state.looks[folder.path] = (look, found)
            if seen is not None:
                state.seen[folder.path] = seen
            self._save(state)

    def _add(self, paths: list[str], collection: str | None) -> Generator[Event, None, list[FileResult]]:
        """Imports files; returns what became of each."""
        results: list[FileResult] = []
        for event in self._imports.add(paths, collection, {}, link=False):
            if isinstance(event, FileFinished):
                results.append(event.result)
            yield event
        return results

    def _existing(self, name: str | None) -> str | None:
        """The name of a collection; None if it was deleted."""
        return name if name and any(other.name == name for other in self._organising.collections()) else None

    def _made(self, name: str) -> str | None:
        """The collection of a name, which is made if there is none; None for no name."""
        if not name:
            return None
        for collection in self._organising.collections():
            if collection.name.casefold() == name.casefold():
                return collection.name
        self._organising.create(name)
        return name

    def _on_renamed(self, old: str, new: str) -> None:
        with self._lock:
            state = self._load()
            if any(folder.collection == old for folder in state.folders):
                state.folders = [
                    replace(folder, collection=new) if folder.collection == old else folder for folder in state.folders
                ]
                self._save(state)

    def _follow(self, before: Mapping[str, _Seen], now: Mapping[str, _Seen]) -> Generator[Event, None, int]:
        """Lets the library follow what became of files that were there before; returns how many are gone."""
        places = {seen.document_id: path for path, seen in now.items() if seen.document_id}
        gone = []
        for path, old in before.items():
            if not old.document_id or (path in now and now[path].document_id == old.document_id):
                continue
            document = self._index.document(old.document_id)
            if document is None:
                continue
            if old.document_id in places:
                if document.path == path:
                    self._index.update(replace(document, path=places[old.document_id]))
            elif path not in now:
                gone.append(Path(path).name)
            elif now[path].document_id:  # not if the new version cannot be read
                self._remove(old.document_id)
        if gone:
            names = ", ".join(gone) if len(gone) <= _NAMED else f"{len(gone)} files"
            hint = "What was imported stays in the library until you remove it there."
            yield Notice(f"Gone from a watched folder: {names}.", hint)
        return len(gone)

    def _load(self) -> _State:
        try:
            read = json.loads(self._file.read_text(encoding="utf-8", errors="surrogateescape"))
        except FileNotFoundError:
            return _State()
        except (OSError, ValueError) as error:
            raise LibraryError(
                f"The list of watched folders in {self._file} cannot be read: {error}.", "Delete it, and choose them again."
            ) from error
        return _State(
            [WatchedFolder(*folder) for folder in read["folders"]],
            {folder: {path: _Seen(*seen) for path, seen in files.items()} for folder, files in read["seen"].items()},
            {
                folder: (FolderLook(*last), FolderLook(*found) if found else None)
                for folder, (last, found) in read.get("looks", {}).items()
            },
        )

    def _save(self, state: _State) -> None:
        written = {
            "folders": [[folder.path, folder.collection] for folder in state.folders],
            "seen": {
                folder: {path: [seen.size, seen.changed, seen.document_id] for path, seen in files.items()}
                for folder, files in state.seen.items()
            },
            "looks": {
                folder: [astuple(last), astuple(found) if found else None] for folder, (last, found) in state.looks.items()
            },
        }
        draft = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(written), encoding="utf-8")
            draft.replace(self._file)
        except OSError as error:
            raise LibraryError(
                f"The list of watched folders cannot be written: {error.strerror or error}.",
                "Check the disk and the permissions of the library.",
            ) from error


def _became(result: FileResult, before: Mapping[str, _Seen]) -> str:
    """The number of a :class:`FolderLook` that a file which was imported counts for."""
    if result.status is FileStatus.FAILED:
        return "failed"
    return "changed" if result.path in before else "new"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _look(path: Path) -> _Seen | None:
    """Size and time of a file; None if it is a folder without PDFs, or has gone meanwhile."""
    try:
        found = path.stat()
    except OSError:
        return None
    return None if path.is_dir() else _Seen(found.st_size, found.st_mtime_ns)
