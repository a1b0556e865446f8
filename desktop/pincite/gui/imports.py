"""Files on their way into the library, and those that failed. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from pincite.events import FileFinished, FileRecognised, Notice, Progress, Stage
from pincite.gui.pace import Pace
from pincite.gui.translation import counted
from pincite.gui.wording import number_words
from pincite.reports import FileResult, FileStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pincite.domain import Document
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.bridge import Bridge, Handle
    from pincite.reports import WatchedFolder


@dataclass(frozen=True, slots=True)
class ImportingFile:
    """A file that is not done: pages read and in all. ``total`` 0: it still waits."""

    name: str
    collection: str | None
    done: int = 0
    total: int = 0


class Imports(QObject):
    """Sends what is to be imported and keeps the state of each file.

    Signals:
        changed: a file or the overall progress has moved.
        arrived(FileResult): a file has come to its end.
        settled: nothing is under way any more.
        noticed(message, hint): the user should know something.
    """

    changed = Signal()
    arrived = Signal(object)
    settled = Signal()
    noticed = Signal(str, str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._handles: list[Handle] = []
        self._finished = 0
        self._pace = Pace()
        self._later: Progress | None = None  # what follows the reading: pictures and meanings
        self._resume: Handle | None = None
        self._quiet: set[Handle] = set()  # what may turn out to have nothing to do
        self._told: set[str] = set()  # what looks that nobody asked for have said already
        self.files: dict[str, ImportingFile] = {}
        self.failures: list[FileResult] = []
        self._collections: dict[str, str | None] = {}  # of files that failed, to try again
        bridge.started.connect(self.resume)

    @property
    def busy(self) -> bool:
        """Whether anything visible is under way."""
        return bool(self.files) or self._later is not None or any(h not in self._quiet for h in self._handles)

    def add(self, paths: list[str], collection: str | None) -> None:
        """Imports files and folders into a collection (None: no particular one)."""
        self.failures = [failure for failure in self.failures if failure.path not in paths]
        if not self.busy:
            self._begin_count()
        for path in map(Path, paths):
            if not path.is_dir():  # a folder is named file by file as the engine gets to them
                self.files.setdefault(path.name, ImportingFile(path.name, collection))
        self._send("add", collection, paths=paths, collection=collection)
        self.changed.emit()

    def reread(self, documents: Sequence[Document]) -> None:
        """Reads documents anew from the copies that the library keeps."""
        if not self.busy:
            self._begin_count()
        self._send("imports.reread", None, document_ids=[document.id for document in documents])
        self.changed.emit()

    def give_password(self, failure: FileResult, password: str) -> None:
        """Imports a file again with its password, which is kept nowhere."""
        collection = self._collections.get(failure.path)
        self.dismiss(failure)
        if not self.busy:
            self._begin_count()
        name = Path(failure.path).name
        self.files.setdefault(name, ImportingFile(name, collection))
        passwords = {failure.path: password}
        self._send("add", collection, paths=[failure.path], collection=collection, passwords=passwords)
        self.changed.emit()

    def resume(self) -> None:
        """Finishes what an earlier run, or an engine that died, left unfinished."""
        if self._resume is None or self._resume not in self._handles:
            self._resume = self._send("resume", None, quiet=True)

    def look(self, folder: WatchedFolder, by_hand: bool, ended: Callable[[bool], None]) -> Handle:
        """Imports what has come into a watched folder.

        Args:
            folder: The folder.
            by_hand: The user asked for it, and is told also what was told before.
            ended: Is called at the end, with whether it was done and not stopped.
        """
        if by_hand:
            self._told.clear()
        handle = self._send("watched.update", folder.collection, quiet=not by_hand, ended=ended, folder=folder.path)
        self.changed.emit()
        return handle

    def cancel(self) -> None:
        """Stops all imports. Files that are done stay in the library."""
        for handle in list(self._handles):
            handle.cancel()

    def dismiss(self, failure: FileResult) -> None:
        """Forgets a file that failed."""
        self.failures = [other for other in self.failures if other is not failure]
        self.changed.emit()

    def fraction(self) -> float:
        """How much of the reading or, after it, of the embedding is done: 0 to 1."""
        if self.files or self._later is None:
            read = sum(file.done / file.total for file in self.files.values() if file.total)
            return (self._finished + read) / max(1, self._finished + len(self.files))
        return self._later.done / self._later.total if self._later.total else 0.0

    def words(self) -> tuple[str, str]:
        """What is being done and how long it will still take, each in words."""
        fraction = self.fraction()
        left = self._pace.words(fraction)
        if self.files:
            return self._reading_words(), left
        if self._later is not None and self._later.total:
            done, total = number_words(self._later.done), self._later.total
            if self._later.stage is Stage.RECOGNISING:
                words = counted.tr("Reading pictures of “{name}”: {done} of %Ln page(s)", None, total)
                return words.format(name=self._later.what, done=done), left
            return counted.tr("Learning meanings: {done} of %Ln passage(s)", None, total).format(done=done), left
        return self.tr("Preparing the import…"), ""

    def _reading_words(self) -> str:
        reading = next((file for file in self.files.values() if file.total), None)
        total = self._finished + len(self.files)
        if total > 1:
            named, unnamed = self.tr("Reading file {number} of {total}: {name}"), self.tr("Reading file {number} of {total}…")
        else:
            named, unnamed = self.tr("Reading: {name}"), self.tr("Reading…")
        number, name = min(self._finished + 1, total), reading.name if reading else ""
        return (named if name else unnamed).format(name=name, number=number_words(number), total=number_words(total))

    def _send(
        self,
        verb: str,
        files_of: str | None,
        quiet: bool = False,
        ended: Callable[[bool], None] = lambda _done: None,
        **arguments: object,
    ) -> Handle:
        handle: Handle | None = None

        def happened(event: Event) -> None:
            if isinstance(event, Progress) and handle is not None:
                self._quiet.discard(handle)  # there is something to do
            if isinstance(event, Notice):
                notice(event.message, event.hint)
            elif verb == "watched.update" and isinstance(event, FileFinished) and event.result.status is FileStatus.UNCHANGED:
                self.files.pop(Path(event.result.path).name, None)  # nobody has added it
            else:
                self._on_event(event, files_of)

        def notice(message: str, hint: str) -> None:
            if verb != "watched.update" or message not in self._told:
                self.noticed.emit(message, hint)
            if verb == "watched.update":
                self._told.add(message)

        def done(_value: object) -> None:
            self._end(handle)
            ended(True)

        def failed(failure: Failed) -> None:
            self._end(handle)
            ended(not failure.cancelled)
            if not failure.cancelled:
                notice(failure.message, failure.hint)
            elif verb == "add":
                stay = self.tr("Files that were done stay. Add the others again to go on.")
                self.noticed.emit(self.tr("The import was stopped."), stay)

        handle = self._bridge.request(verb, on_event=happened, on_done=done, on_failed=failed, **arguments)
        self._handles.append(handle)
        if quiet:
            self._quiet.add(handle)
        return handle

    def _begin_count(self) -> None:
        self._finished = 0
        self._later = None
        self._pace = Pace()

    def _on_event(self, event: Event, collection: str | None) -> None:
        if isinstance(event, Progress) and event.stage is Stage.READING:
            before = self.files.get(event.what)
            self.files[event.what] = ImportingFile(
                event.what, before.collection if before else collection, event.done, event.total
            )
        elif isinstance(event, Progress) and event.stage in (Stage.EMBEDDING, Stage.RECOGNISING):
            if self._later is None or self._later.stage is not event.stage:
                self._pace = Pace()
            self._later = event
        elif isinstance(event, FileFinished):
            self._finished += 1
            result = event.result
            self.files.pop(Path(result.path).name, None)
            if result.status is FileStatus.FAILED:
                self.failures = [other for other in self.failures if other.path != result.path] + [result]
                self._collections.setdefault(result.path, collection)
            self.arrived.emit(result)
        elif isinstance(event, FileRecognised) and event.result.status is not FileStatus.UNCHANGED:
            self.arrived.emit(event.result)
        self.changed.emit()

    def _end(self, handle: Handle | None) -> None:
        self._quiet = {other for other in self._quiet if other is not handle}
        self._handles = [other for other in self._handles if other is not handle]
        if not self._handles:
            self.files.clear()
            self._begin_count()
            self.settled.emit()
        self.changed.emit()
