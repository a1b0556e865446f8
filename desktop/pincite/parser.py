"""Runs :mod:`pincite.pdf` in child processes, so that a crash, a hang or a bomb costs one page or one file and nothing else.

Some children read and draw, each another file. A further one reads the pictures of pages: slowly, on half of the cores, and
with a lower priority, so that it holds up neither the reading of other files nor the answer to a question.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import queue
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite.domain import FileHead, Page, PageImage, PageProblem
from pincite.errors import FileError, ModelError, ParserCrashed, PinciteError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from pincite.domain import Box, Mark
    from pincite.ocr import Ocr

    LoadOcr = Callable[[int], Ocr]

PAGE_SECONDS = 60.0
OCR_SECONDS = 300.0  # a full page takes 5 on an idle core, and much longer where all others go first
MEMORY_BYTES = 4 << 30
CRASHES_PER_FILE = 20
"""After so many crashed pages the rest of a file is given up: each costs a new process."""
FILE_SECONDS = 600.0
FILE_SECONDS_A_PAGE = 2.0
"""A file whose pages take longer than these together is read no further: a usual page takes a hundredth of a second."""
READERS = max(1, min(3, os.cpu_count() or 1))
"""Children that read the files of an import. With more of them they would wait for what is written."""
_LOOK_SECONDS = 1.0  # between two looks at a child that takes long
LOWER_PRIORITY = 10  # as in "nice": half of the way to the lowest


def _load_ocr(threads: int) -> Ocr:
    from pincite import ocr  # in the child that needs it: its libraries would be half of what another one takes to start

    return ocr.load(threads)


class Parser:
    """Reads and draws PDFs in child processes that it starts when needed. One call at a time for each; further threads wait.

    Args:
        page_seconds: Longest time for one page, or for opening a file; a child that takes longer is killed.
        ocr_seconds: Longest time for one page that is a picture, or for loading what reads it.
        load_ocr: Makes what reads pictures, on so many threads, in the child; it must be picklable.
        readers: How many children read and draw at the same time.
    """

    def __init__(
        self,
        page_seconds: float = PAGE_SECONDS,
        ocr_seconds: float = OCR_SECONDS,
        load_ocr: LoadOcr = _load_ocr,
        readers: int = 1,
    ) -> None:
        self.readers = readers
        self._children = [_Child("pincite-parser", page_seconds, None) for _ in range(readers)]
        self._idle: queue.LifoQueue[_Child] = queue.LifoQueue()  # what has just worked is running already
        for child in self._children:
            self._idle.put(child)
        self._recogniser = _Child("pincite-ocr", ocr_seconds, load_ocr)

    def head(self, path: Path, password: str = "") -> FileHead:
        """Title, number of pages and outline of a file.

        Raises:
            FileError: the file cannot be opened; its children say why.
        """
        with self._reader() as child:
            head: FileHead = child.call("head", path, password)
        return head

    def read(self, path: Path, password: str = "") -> Iterator[FileHead | Page]:
        """What a file says of itself, and then all its pages in order.

        A page at which the child dies or hangs comes with a problem instead of text.

        Raises:
            FileError: see :meth:`head`.
        """
        yield from self._read(path, password, 0, 0)

    def pages(self, path: Path, page_count: int, password: str = "") -> Iterator[Page]:
        """The pages that :meth:`read` gives, where their number is known."""
        for page in self._read(path, password, 1, page_count):
            assert isinstance(page, Page)
            yield page

    def _read(self, path: Path, password: str, number: int, page_count: int) -> Iterator[FileHead | Page]:
        """The pages from one number on; before them, if that is 0, what the file says of itself."""
        crashes = 0
        with self._reader() as child:
            began = child.waited
            while number <= page_count:
                problem, last = PageProblem.PROMISED, page_count  # if it ends early, the file has fewer pages than it says
                try:
                    for item in child.stream("read", path, password, number):
                        yield item
                        if isinstance(item, FileHead):
                            number, page_count = 1, item.page_count
                        else:
                            number = item.number + 1
                        last = page_count
                        if child.waited - began > FILE_SECONDS + FILE_SECONDS_A_PAGE * page_count:
                            problem = PageProblem.TOO_LONG
                            break
                except ParserCrashed:
                    if not number:  # it cannot even be opened
                        raise
                    crashes += 1
                    problem, last = PageProblem.CRASHED, page_count if crashes >= CRASHES_PER_FILE else number
                for lost in range(number, last + 1):
                    yield Page(lost, str(lost), "", problem=problem)
                number = last + 1

    def recognise(self, path: Path, numbers: Sequence[int], password: str = "") -> Iterator[Page]:
        """Some pages of a file, read from their pictures, in the order asked for.

        A page at which the child dies or hangs has the problem ``OCR_CRASHED``, and nothing else of it is known.

        Raises:
            FileError: the file cannot be opened.
            ModelError: there is nothing that could read pictures, or it cannot be started.
        """
        waiting = list(numbers)
        crashes = 0
        with self._recogniser.lock:
            while waiting:
                self._load_ocr()
                try:
                    for page in self._recogniser.stream("recognise", path, password, tuple(waiting)):
                        yield page
                        waiting.pop(0)
                except ParserCrashed:
                    crashes += 1
                    lost = waiting[:] if crashes >= CRASHES_PER_FILE else waiting[:1]
                    del waiting[: len(lost)]
                    for number in lost:
                        yield Page(number, str(number), "", problem=PageProblem.OCR_CRASHED)

    def end_recognition(self) -> None:
        """Ends the child that reads pictures, which holds much memory; it is started again when needed."""
        with self._recogniser.lock:
            self._recogniser.end()

    def attachment(self, path: Path, number: int, password: str = "") -> bytes:
        """The bytes of an attached file, by its place in :attr:`FileHead.attachments`.

        Raises:
            FileError: the file cannot be opened, or what is attached cannot be taken out.
        """
        with self._reader() as child:
            data: bytes = child.call("attachment", path, password, number)
        return data

    def render(self, path: Path, number: int, scale: float, password: str = "") -> PageImage:
        """A picture of page ``number`` (from 1) at ``scale`` pixels per point.

        Raises:
            FileError: the page cannot be drawn, or the child died over it.
        """
        with self._reader() as child:
            image: PageImage = child.call("render", path, password, number, scale)
        return image

    def annotate(self, path: Path, marks: Sequence[tuple[Mark, tuple[Box, ...]]], target: Path, password: str = "") -> None:
        """Saves a copy of a file with marks, each with its boxes in points.

        Raises:
            FileError: the file cannot be opened, the copy cannot be written, or the child died over it.
        """
        with self._reader() as child:
            child.call("annotate", path, password, tuple(marks), target)

    def start(self) -> None:
        """Starts the children that read, and does not wait for them: it takes each a quarter of a second."""
        for child in self._children:
            if child.lock.acquire(blocking=False):  # one that works is running
                try:
                    child.start()
                finally:
                    child.lock.release()

    def close(self) -> None:
        """Ends the child processes."""
        for child in (*self._children, self._recogniser):
            with child.lock:
                child.end()

    @property
    def pids(self) -> list[int]:
        """Process ids of the children that read and draw and have been started."""
        return [child.pid for child in self._children if child.pid]

    @property
    def ocr_pid(self) -> int | None:
        """Process id of the child that reads pictures, while there is one."""
        return self._recogniser.pid

    @contextmanager
    def _reader(self) -> Iterator[_Child]:
        """A child that reads and draws, for as long as this is entered; waits for one if all are busy."""
        child = self._idle.get()
        try:
            with child.lock:
                yield child
        finally:
            self._idle.put(child)

    def _load_ocr(self) -> None:
        if self._recogniser.runs:
            return
        try:
            self._recogniser.call("load", Path())
        except ParserCrashed as error:
            self._recogniser.end()
            message = "The text recognition crashed or hung as it was started."
            raise ModelError(message, "Install Pincite again, or recognise the text with an OCR program.") from error
        except ModelError:
            self._recogniser.end()
            raise


class _Child:
    """A process that runs :func:`serve`, and the lock that whoever talks to it must hold."""

    def __init__(self, name: str, seconds: float, load_ocr: LoadOcr | None) -> None:
        self.lock = threading.Lock()
        self.waited = 0.0  # seconds, for all its answers
        self._name = name
        self._seconds = seconds
        self._load_ocr = load_ocr
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def runs(self) -> bool:
        return self._process is not None and self._process.is_alive()

    def call(self, verb: str, path: Path, *arguments: object) -> Any:
        return next(iter(list(self.stream(verb, path, *arguments))))

    def stream(self, verb: str, path: Path, *arguments: object) -> Iterator[Any]:
        pipe = self.start()
        finished = False
        try:
            pipe.send((verb, str(path), *arguments))
            while True:
                kind, value = self._receive(pipe)
                if kind == "error":
                    finished = True
                    raise value
                if kind == "end":
                    finished = True
                    return
                yield value
        except (EOFError, OSError) as error:
            raise ParserCrashed(
                f"{path.name} crashed or hung the PDF reader.", "Open it in a PDF viewer and save it again."
            ) from error
        finally:
            if not finished:  # died, or the caller stopped in the middle: what is still in the pipe is of no use
                self.end()

    def _receive(self, pipe: Connection) -> Any:
        began = time.monotonic()
        try:
            while not pipe.poll(_LOOK_SECONDS):
                if time.monotonic() - began > self._seconds or self._is_too_large():
                    raise EOFError
            return pipe.recv()
        finally:
            self.waited += time.monotonic() - began

    def _is_too_large(self) -> bool:
        """Whether the child takes more memory than it may; Linux enforces that itself, and other systems do not."""
        import psutil

        try:
            return bool(psutil.Process(self.pid).memory_info().rss > MEMORY_BYTES)
        except psutil.Error:  # it has ended, or must not be looked at
            return False

    def start(self) -> Connection:
        if self._pipe is None or not self.runs:
            self.end()
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs, self._load_ocr), name=self._name, daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def serve(pipe: Connection, load_ocr: LoadOcr | None = None) -> None:
    """A child process: opens files and sends back what is asked for, until the pipe closes.

    With ``load_ocr`` it is the one that reads pictures; its first request must be "load".
    """
    from pincite.pdf import PdfFile

    _limit_memory()
    reader: Ocr | None = None
    if load_ocr and hasattr(os, "nice"):
        os.nice(LOWER_PRIORITY)
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            verb, name, *arguments = pipe.recv()
            try:
                if verb == "load":
                    assert load_ocr is not None
                    reader = load_ocr(max(1, (os.cpu_count() or 1) // 2))
                    pipe.send(("value", None))
                else:
                    password, *arguments = arguments
                    extra = (reader,) if verb == "recognise" else ()
                    with PdfFile(Path(name), password) as file:
                        answer = getattr(file, verb)(*arguments, *extra)
                        for value in answer if verb in ("read", "recognise") else (answer,):
                            pipe.send(("value", value))
            except MemoryError:
                pipe.send(("error", FileError(f"{Path(name).name} needs more memory than it is allowed to take.", "")))
            except PinciteError as error:
                pipe.send(("error", error))
            else:
                pipe.send(("end", None))


def _limit_memory() -> None:
    if sys.platform == "linux":  # elsewhere the system does not enforce it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
