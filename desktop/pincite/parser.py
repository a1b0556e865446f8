"""Runs :mod:`pincite.pdf` in a child process, so that a crash, a hang or a bomb costs one page or one file and nothing else."""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite.domain import FileHead, Page, PageImage, PageProblem
from pincite.errors import FileError, ParserCrashed, PinciteError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

OPEN_SECONDS = 60.0
PAGE_SECONDS = 60.0
MEMORY_BYTES = 4 << 30
CRASHES_PER_FILE = 20
"""After so many crashed pages the rest of a file is given up: each costs a new process."""


class Parser:
    """Reads and draws PDFs in a child process that it starts when needed. One call at a time; further threads wait.

    Args:
        page_seconds: Longest time for one page, or for opening a file; a child that takes longer is killed.
    """

    def __init__(self, page_seconds: float = PAGE_SECONDS) -> None:
        self._page_seconds = page_seconds
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def head(self, path: Path, password: str = "") -> FileHead:
        """Title, number of pages and outline of a file.

        Raises:
            FileError: the file cannot be opened; its children say why.
        """
        with self._lock:
            head: FileHead = self._call("head", path, password)
        return head

    def pages(self, path: Path, page_count: int, password: str = "") -> Iterator[Page]:
        """All pages of a file in order. A page at which the child dies or hangs comes with a problem instead of text."""
        number = 1
        crashes = 0
        with self._lock:
            while number <= page_count:
                try:
                    for page in self._stream("pages", path, password, number):
                        yield page
                        number = page.number + 1
                except ParserCrashed:
                    crashes += 1
                    last = page_count if crashes >= CRASHES_PER_FILE else number
                    for lost in range(number, last + 1):
                        yield Page(lost, str(lost), "", problem=PageProblem.CRASHED)
                    number = last + 1
                    continue
                if number <= page_count:  # the file has fewer pages than it says
                    for lost in range(number, page_count + 1):
                        yield Page(lost, str(lost), "", problem=PageProblem.PROMISED)
                    return

    def render(self, path: Path, number: int, scale: float, password: str = "") -> PageImage:
        """A picture of page ``number`` (from 1) at ``scale`` pixels per point.

        Raises:
            FileError: the page cannot be drawn, or the child died over it.
        """
        with self._lock:
            image: PageImage = self._call("render", path, password, number, scale)
        return image

    def close(self) -> None:
        """Ends the child process."""
        with self._lock:
            self._end()

    @property
    def pid(self) -> int | None:
        """Process id of the child, while there is one."""
        return self._process.pid if self._process else None

    def _call(self, verb: str, path: Path, *arguments: object) -> Any:
        return next(iter(list(self._stream(verb, path, *arguments))))

    def _stream(self, verb: str, path: Path, *arguments: object) -> Iterator[Any]:
        pipe = self._start()
        finished = False
        try:
            pipe.send((verb, str(path), *arguments))
            while True:
                if not pipe.poll(self._page_seconds):
                    raise EOFError
                kind, value = pipe.recv()
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
                self._end()

    def _start(self) -> Connection:
        if self._pipe is None or self._process is None or not self._process.is_alive():
            self._end()
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs,), name="pincite-parser", daemon=True)
            self._process.start()
            theirs.close()
        return self._pipe

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def serve(pipe: Connection) -> None:
    """The child process: opens files and sends back what is asked for, until the pipe closes."""
    from pincite.pdf import PdfFile

    _limit_memory()
    with contextlib.suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            verb, name, password, *arguments = pipe.recv()
            try:
                with PdfFile(Path(name), password) as file:
                    answer = getattr(file, verb)(*arguments)
                    for value in answer if verb == "pages" else (answer,):
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
