"""Documents that were removed and may still be wanted back. They are noted on disk: closing the window removes them."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

from pincite.diagnostics import log
from pincite.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path


class Removals:
    """What is to be removed from one library. Until then nothing is lost: neither vectors nor marks have to be made again.

    Args:
        file: Where the ids are noted; there only while something is to be removed.
        remove: Removes a document for good; it raises LibraryError if there is none.
    """

    def __init__(self, file: Path, remove: Callable[[str], None]) -> None:
        self._file = file
        self._remove = remove
        self._lock = threading.Lock()

    def note(self, document_ids: Sequence[str]) -> None:
        """Notes documents, to be removed by :meth:`finish`.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._lock:
            self._write([*self._noted(), *document_ids])

    def keep(self, document_ids: Sequence[str]) -> None:
        """Takes back what was noted.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._lock:
            self._write(noted for noted in self._noted() if noted not in document_ids)

    def finish(self) -> None:
        """Removes for good what was noted, also before the program started. What is gone already stays gone.

        Raises:
            LibraryError: the library cannot be written.
        """
        with self._lock:
            for document_id in self._noted():
                try:
                    self._remove(document_id)
                except LibraryError as error:
                    log.warning("not removed: %s", error)
            self._write(())

    def _noted(self) -> list[str]:
        try:
            noted: list[str] = json.loads(self._file.read_text(encoding="utf-8"))
        except (FileNotFoundError, ValueError):  # half written: what was to be removed is still there, and is seen
            return []
        return noted

    def _write(self, document_ids: Iterable[str]) -> None:
        ids = list(dict.fromkeys(document_ids))
        try:
            if ids:
                self._file.write_text(json.dumps(ids), encoding="utf-8")
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise LibraryError(
                f"The library cannot be written: {error.strerror or error}.", "Check its disk and its permissions."
            ) from error
