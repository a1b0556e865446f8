"""Imports as a whole: what waits for them, one at a time, and the vectors and pictures that follow. Reads no file itself."""

from __future__ import annotations

import contextlib
import os
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import filelock

from pincite import faults, passages
from pincite.domain import DocumentStatus
from pincite.errors import LibraryError, ModelError
from pincite.events import FileFinished, Notice
from pincite.feed import find_files
from pincite.keys import password_for
from pincite.reports import FileStatus
from pincite.waiting import Waiting, WaitingFile

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from pincite.events import Event
    from pincite.index import Index
    from pincite.ingest import Ingest
    from pincite.keys import Keys
    from pincite.models.loader import Models
    from pincite.scans import Scans

T = TypeVar("T")


class Imports:
    """Brings files into a library, and finishes what an earlier import has left.

    Args:
        index: Where the rows go.
        folder: The folder of the library.
        ingest: The way of files into the index.
        keys: Remembers what opened the encrypted ones.
        models: The models in use.
    """

    def __init__(self, index: Index, folder: Path, ingest: Ingest, keys: Keys, models: Callable[[], Models]) -> None:
        self._index = index
        self._folder = folder
        self._ingest = ingest
        self._keys = keys
        self._models = models
        self._waiting = Waiting(folder / "waiting.jsonl")
        self._write_lock = threading.Lock()

    # --- what waits ------------------------------------------------------------------------------------------------

    def waiting(self) -> list[WaitingFile]:
        """The files that are still to be imported, also those that were left when the program ended.

        Raises:
            LibraryError: the list cannot be read.
        """
        with self._on_disk():
            return self._waiting.files()

    def announce(
        self,
        paths: Sequence[str],
        collection: str | None = None,
        passwords: Mapping[str, str] | None = None,
        link: bool = False,
    ) -> None:
        """Notes on disk what :meth:`add` will be asked for with the same arguments, passwords excepted.

        Raises:
            LibraryError: the library cannot be written.
        """
        del passwords  # never stored
        with self._on_disk():
            self._waiting.put(_wanted(paths, collection, link))

    def withdraw(
        self,
        paths: Sequence[str],
        collection: str | None = None,
        passwords: Mapping[str, str] | None = None,
        link: bool = False,
    ) -> None:
        """Takes back what was announced, since the user does not want it any more."""
        del passwords
        self._waiting.take_out(_wanted(paths, collection, link))
        if not self._write_lock.locked():
            self._waiting.tidy()

    def keep_waiting(self) -> None:
        """The program ends: imports that are stopped from now on go on at the next start."""
        self._waiting.keep()

    # --- imports ---------------------------------------------------------------------------------------------------

    def add(self, paths: Sequence[str], collection: str | None, passwords: Mapping[str, str], link: bool) -> Iterator[Event]:
        """See :meth:`pincite.library.Library.add`. To stop it also takes out what it has not got to."""
        with self._writing():
            self._ingest.start()
            self._index.create(passages.SPLITTER)
            scans = yield from self._bring(paths, collection, passwords, link)
            yield from self._embed()
            yield from self._recognise(scans)

    def resume(self) -> Iterator[Event]:
        """See :meth:`pincite.library.Library.resume`."""
        left = self.waiting()
        if not self._index.exists and not left:
            return
        with self._writing():
            self._index.create(passages.SPLITTER)
            told: set[str] = set()
            scans: list[Scans] = []
            for some in (self._ingest.finish_interrupted(), self._bring_waiting(left)):
                scans += yield from _once(some, told)
            yield from self._embed()
            yield from self._recognise(scans)

    def reread(self, document_ids: Sequence[str]) -> Iterator[Event]:
        """Reads documents anew, as after an improvement of Pincite; title, collections and marks stay.

        Raises:
            LibraryError: see :meth:`add`.
        """
        with self._writing():
            self._index.upgrade()
            documents = list(self._index.documents_at(document_ids).values())
            scans = yield from self._ingest.reread(documents, self._keys.of)
            yield from self._embed()
            yield from self._recognise(scans)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keeps imports out, of this process and of others, while it is entered.

        Raises:
            LibraryError: one is going on.
        """
        if self._write_lock.locked():
            raise LibraryError("Documents are being imported.", "Wait until that is done, and try again.")
        with self._writing():
            yield

    def rebuild_vectors(self) -> Iterator[Event]:
        """See :meth:`pincite.library.Library.rebuild_vectors`."""
        if self._index.exists:
            with self._writing():
                self._index.upgrade()
                self._index.drop_vectors()
                yield from self._embed()

    def _bring(
        self, paths: Sequence[str], collection: str | None, passwords: Mapping[str, str], link: bool
    ) -> Generator[Event, None, list[Scans]]:
        """Imports files until their text can be searched. They wait on disk until each of them is done."""
        files = list(find_files([Path(path) for path in paths]))
        single = _wanted(files, collection, link)
        self._waiting.put(single)
        self._waiting.take_out(set(_wanted(paths, collection, link)) - set(single))  # folders, now that they are known
        try:
            events = self._ingest.add(files, collection, passwords, link)
            return (yield from self._ticked_off(events, collection, passwords, link))
        except (GeneratorExit, KeyboardInterrupt):  # the user does not want the rest
            self._waiting.take_out(single)
            raise
        finally:
            self._waiting.tidy()

    def _bring_waiting(self, left: Sequence[WaitingFile]) -> Generator[Event, None, list[Scans]]:
        """Goes on with the files that another run of the program did not get to."""
        scans: list[Scans] = []
        if left:
            files = f"{len(left)} files" if len(left) > 1 else "one file"
            yield Notice(f"An import was interrupted; it goes on with {files}.")
        groups: dict[tuple[str | None, bool], list[str]] = {}
        for file in left:
            groups.setdefault((file.collection, file.link), []).append(file.path)
        for (collection, link), paths in groups.items():
            scans += yield from self._bring(paths, collection, {}, link)
        return scans

    def _ticked_off(
        self,
        events: Generator[Event, None, list[Scans]],
        collection: str | None,
        passwords: Mapping[str, str],
        link: bool,
    ) -> Generator[Event, None, list[Scans]]:
        """The same events; a file that has finished waits no longer, whatever became of it.

        It still waits until the next one has finished, which may be attached to it.
        """
        finished: list[WaitingFile] = []

        def tick_off(event: Event) -> bool:
            if isinstance(event, FileFinished):
                result = event.result
                self._keys.keep(result.document_id, password_for(Path(result.path), passwords))
                file = WaitingFile.at(result.path, collection, link)
                if finished and not Path(file.path).is_relative_to(finished[0].path):
                    self._waiting.take_out(finished)
                    finished.clear()
                finished.append(file)
            return True

        returned = yield from _looked_at(events, tick_off)
        self._waiting.take_out(finished)
        return returned

    def _embed(self) -> Iterator[Event]:
        if all(document.status is not DocumentStatus.TEXT for document in self._index.documents()):
            return  # and the embedder, which takes seconds to load, is not wanted
        made_by = self._index.meta().get("embedder", "")
        try:
            embedder = self._models().embedder()
        except ModelError as error:
            yield Notice(f"The documents can be found by their words, not by their meaning: {error.message}", error.hint)
            return
        if embedder is None:
            return
        if made_by and made_by != embedder.name:
            yield Notice(
                f"The vectors of this library were made by {made_by}, not by {embedder.name}.",
                "New documents are found by their words. Run “pincite check --rebuild-vectors”.",
            )
            return
        yield from self._ingest.embed(embedder)

    def _recognise(self, scans: Sequence[Scans]) -> Iterator[Event]:
        """Reads pictures of pages last, since they take longest, and then makes the vectors of what they say."""
        if scans:
            yield from self._ingest.recognise(scans)
            yield from self._embed()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time: among the threads of this process, and among processes."""
        with self._on_disk():
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                # not bound to a thread: the consumer may drop the generator in another one
                with self._write_lock, filelock.FileLock(self._folder / "writing.lock", timeout=0, thread_local=False):
                    yield
            except filelock.Timeout as error:
                raise LibraryError(
                    "Another Pincite is importing into this library.", "Wait until it is done, or close it, and try again."
                ) from error

    @contextmanager
    def _on_disk(self) -> Iterator[None]:
        """Says in plain words what the disk of the library does not take."""
        try:
            yield
        except (OSError, RuntimeError) as error:
            why = faults.of_storage(error)
            if not why:
                raise
            raise LibraryError(
                f"The library in {self._folder} cannot be written: {why}. What is in it is not lost.",
                "Check its disk and permissions, or choose another folder for it; then add the files again.",
            ) from error


def _wanted(paths: Iterable[str | Path], collection: str | None, link: bool) -> list[WaitingFile]:
    return [WaitingFile.at(path, collection, link) for path in paths]


def _once(events: Generator[Event, None, list[Scans]], told: set[str]) -> Generator[Event, None, list[Scans]]:
    """The same events; a file whose end was told is told of again only if there is more of it than before."""

    def is_new(event: Event) -> bool:
        if isinstance(event, FileFinished):
            place = os.path.realpath(event.result.path)
            if place in told and event.result.status is not FileStatus.ADDED:
                return False
            told.add(place)
        return True

    return _looked_at(events, is_new)


def _looked_at(events: Generator[Event, None, T], passes: Callable[[Event], bool]) -> Generator[Event, None, T]:
    """The events that pass, each looked at before it is told, and what the generator returns."""
    with contextlib.closing(events):
        while True:
            try:
                event = next(events)
            except StopIteration as end:
                returned: T = end.value
                return returned
            if passes(event):
                yield event
