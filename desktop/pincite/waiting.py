"""The files that wait for their import, kept on disk so that they survive the end of the program. Imports nothing itself."""

from __future__ import annotations

import contextlib
import json
import os
import threading
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from pincite.diagnostics import log

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class WaitingFile:
    """A file, or a folder that nobody has looked into yet, and how it is to be imported. ``path`` is absolute."""

    path: str
    collection: str | None = None
    link: bool = False

    @classmethod
    def at(cls, path: str | Path, collection: str | None, link: bool) -> WaitingFile:
        """One at a path, and for a collection, as the user gave them."""
        return cls(os.path.realpath(path), (collection or "").strip() or None, link)


class Waiting:
    """A journal with a line for each file that came and each that went: no import rewrites what a thousand others wait for.

    Safe to use from any thread. Passwords are never in it.

    Args:
        file: The journal. It is there only while something waits.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()
        self._kept = False

    def files(self) -> list[WaitingFile]:
        """What waits, in the order in which it came.

        Raises:
            OSError: the journal cannot be read.
        """
        waiting: dict[WaitingFile, None] = {}
        try:
            lines = self._file.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        except FileNotFoundError:
            lines = []
        for line in lines:
            with contextlib.suppress(ValueError, TypeError):  # the last line may be half written
                sign, *of_file = json.loads(line)
                if sign == "+":
                    waiting.setdefault(WaitingFile(*of_file))
                else:
                    waiting.pop(WaitingFile(*of_file), None)
        return list(waiting)

    def put(self, files: Iterable[WaitingFile]) -> None:
        """Adds files; those that wait already keep their place.

        Raises:
            OSError: the disk is full, or the folder cannot be written.
        """
        self._write("+", files)

    def take_out(self, files: Iterable[WaitingFile]) -> None:
        """Removes files that are done with. If that cannot be written, they are found to be imported the next time."""
        if self._kept:
            return
        try:
            self._write("-", files)
        except OSError as error:
            log.warning("the list of waiting files cannot be written: %s", error)

    def tidy(self) -> None:
        """Deletes the journal if nothing waits; to be called by whoever is the only one to import."""
        with contextlib.suppress(OSError):
            if not self._kept and not self.files():
                self._file.unlink(missing_ok=True)

    def keep(self) -> None:
        """From now on takes nothing out: the program ends, and what ends with it was not stopped by the user."""
        self._kept = True

    def _write(self, sign: str, files: Iterable[WaitingFile]) -> None:
        text = "".join(json.dumps([sign, *astuple(file)]) + "\n" for file in files)
        if not text:
            return
        with self._lock:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            # a line feed first: what a crash has cut short must not swallow the line after it
            with self._file.open("a", encoding="utf-8") as journal:
                journal.write("\n" + text)
