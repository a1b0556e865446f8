"""Logging to a file that stays on this machine, a dump when the process dies, and the text of a crash report."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import platform
import traceback
from typing import TYPE_CHECKING

from pincite import __version__

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

log = logging.getLogger("pincite")
log.addHandler(logging.NullHandler())  # until start: to nowhere, not to the terminal

LOG_BYTES = 1_000_000
REPORTED = (
    "PySide6_Essentials",
    "lancedb",
    "PyMuPDF",
    "llama_cpp_python",
    "sentence-transformers",
    "rerankers",
    "torch",
)


def start(process: str, folder: Path) -> None:
    """Logs this process to ``<folder>/<process>.log``, native crashes included. Without a writable folder: to nowhere."""
    log.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / f"{process}.log", maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8"
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
        log.addHandler(handler)
        faulthandler.enable((folder / f"{process}-crash.log").open("a", encoding="utf-8"))
    except OSError as error:
        log.warning("nothing is logged in %s: %s", folder, error)


def crash_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None, where: str) -> str:
    """What a user can copy to us after a bug in ``where`` ("window", "engine"): versions and traceback."""
    versions = ", ".join(f"{name} {_version(name)}" for name in REPORTED)
    return (
        f"Pincite {__version__} ({where}), Python {platform.python_version()}, {platform.platform()}\n{versions}\n\n"
        + "".join(traceback.format_exception(kind, error, trace))
    )


def _version(name: str) -> str:
    from importlib import metadata  # the window opens sooner without it

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "absent"
