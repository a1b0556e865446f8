"""Folders whose PDFs are kept in the library as they come, change and move. Looks when it is asked to; runs no timer."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.errors import LibraryError
from pincite.events import FileFinished, Notice
from pincite.feed import find_files

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from pincite.events import Event
    from pincite.imports import Imports
    from pincite.index import Index

_NAMED = 3  # files that are gone, by name; of more the number is told


@dataclass(frozen=True, slots=True)
class WatchedFolder:
    """A folder, with all below it, and the collection that its documents are put into (None: none)."""

    path: str
    collection: str | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file when it was last looked at: its size in bytes, when it was changed, and its document (empty: it failed)."""

    size: int
    changed: int  # nanoseconds
    document_id: str = ""


@dataclass
class _State:
    """What is kept: the folders, and the files seen in each of them by path."""

    folders: list[WatchedFolder] = field(default_factory=list)
    seen: dict[str, dict[str, _Seen]] = field(default_factory=dict)


class Watched:
    """The watched folders of a library.

    Args:
        index: Where the documents are.
        imports: Brings new files in.
        remove: Takes a document out of the library.
        file: Where the folders are written down.
    """

    def __init__(self, index: Index, imports: Imports, remove: Callable[[str], None], file: Path) -> None:
        self._index = index
        self._imports = imports
        self._remove = remove
        self._file = file

    def folders(self) -> list[WatchedFolder]:
        """The folders that are watched, in the order in which they were chosen."""
        return self._load().folders

    def watch(self, folder: str, collection: str | None = None) -> None:
        """Watches a folder from now on; one that is watched already gets the collection. Imports nothing yet.

        Raises:
            LibraryError: there is no such folder, or the library cannot be written.
        """
        if not Path(folder).is_dir():
            raise LibraryError(f"{folder} is not a folder.", "Choose a folder that holds PDFs.")
        new = WatchedFolder(os.path.realpath(folder), (collection or "").strip() or None)
        state = self._load()
        state.folders = [other for other in state.folders if other.path != new.path] + [new]
        state.seen.pop(new.path, None)  # all of it is put into the collection
        self._save(state)

    def unwatch(self, folder: str) -> None:
        """Watches a folder no longer. Its documents stay.

        Raises:
            LibraryError: the library cannot be written.
        """
        state = self._load()
        path = os.path.realpath(folder)
        state.folders = [other for other in state.folders if other.path != path]
        state.seen.pop(path, None)
        self._save(state)

    def update(self) -> Iterator[Event]:
        """Imports what is new in the folders, replaces what has changed, and follows what was renamed, known by its bytes.

        Documents whose files are gone stay, since their copies are in the library; the user is told.

        Raises:
            LibraryError: see :meth:`pincite.library.Library.add`.
        """
        for folder in self.folders():
            if not Path(folder.path).is_dir():
                yield Notice(f"The watched folder {folder.path} is not there.", "Connect its disk, or stop watching it.")
                continue
            yield from self._update(folder)

    def _update(self, folder: WatchedFolder) -> Iterator[Event]:
        before = self._load().seen.get(folder.path, {})
        now = {str(path): seen for path in find_files([Path(folder.path)]) if (seen := _look(path))}
        for path, seen in now.items():
            known = before.get(path)
            if known and (known.size, known.changed) == (seen.size, seen.changed):
                now[path] = known
        new = [path for path, seen in now.items() if seen is not before.get(path)]
        if new:
            added = yield from self._add(new, folder.collection)
            now |= {path: replace(now[path], document_id=document_id) for path, document_id in added.items()}
        yield from self._follow(before, now)
        state = self._load()  # the user may have changed the folders meanwhile
        if folder in state.folders:
            state.seen[folder.path] = now
            self._save(state)

    def _add(self, paths: list[str], collection: str | None) -> Generator[Event, None, dict[str, str]]:
        """Imports files; returns their documents, empty for those that failed."""
        added: dict[str, str] = {}
        for event in self._imports.add(paths, collection, {}, link=False):
            if isinstance(event, FileFinished):
                added[event.result.path] = event.result.document_id
            yield event
        return added

    def _follow(self, before: Mapping[str, _Seen], now: Mapping[str, _Seen]) -> Iterator[Event]:
        """Lets the library follow what became of files that were there before."""
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
        )

    def _save(self, state: _State) -> None:
        written = {
            "folders": [[folder.path, folder.collection] for folder in state.folders],
            "seen": {
                folder: {path: [seen.size, seen.changed, seen.document_id] for path, seen in files.items()}
                for folder, files in state.seen.items()
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


def _look(path: Path) -> _Seen | None:
    """Size and time of a file; None if it is a folder without PDFs, or has gone meanwhile."""
    try:
        found = path.stat()
    except OSError:
        return None
    return None if path.is_dir() else _Seen(found.st_size, found.st_mtime_ns)
