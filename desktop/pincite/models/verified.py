"""Whether a model's files are the ones they must be, without reading gigabytes each time. Fetches nothing.

``verified.json`` beside the files remembers size, modification time and SHA-256 of each file that was read in full. A file
that has changed since then is read again; one that then has other bytes is refused.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.models.entries import ModelFile

RECORD = "verified.json"
FACTS = ("size", "sha256", "mtime_ns")
Facts = tuple[int, str, int]


def digest(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def complete(folder: Path, files: tuple[ModelFile, ...]) -> bool:
    """Whether all files are there with their sizes; a quick look that reads none of them."""
    return all((folder / file.path).is_file() and (folder / file.path).stat().st_size == file.size for file in files)


def holds(folder: Path, file: ModelFile) -> bool:
    """Whether the folder has this very file: by the record if it has not been touched since, by its bytes otherwise."""
    path = folder / file.path
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    if entries(folder).get(file.path) == _facts(path, file.sha256):
        return True
    if digest(path) != file.sha256:
        return False
    # A folder that several users share may be read-only for this one: then the file is read each time.
    with contextlib.suppress(OSError):
        remember(folder, file)
    return True


def remember(folder: Path, file: ModelFile) -> None:
    """Notes that a file in the folder was read in full and has its SHA-256."""
    known = entries(folder) | {file.path: _facts(folder / file.path, file.sha256)}
    plain = {path: dict(zip(FACTS, facts, strict=True)) for path, facts in known.items()}
    draft = folder / f"{RECORD}.new"
    draft.write_text(json.dumps({"files": plain}, indent=1), encoding="utf-8")
    draft.replace(folder / RECORD)


def entries(folder: Path) -> dict[str, Facts]:
    """The record by path: size in bytes, SHA-256, and modification time in ns. A record that is damaged counts as none."""
    try:
        files = json.loads((folder / RECORD).read_text(encoding="utf-8"))["files"]
        return {path: (int(it["size"]), str(it["sha256"]), int(it["mtime_ns"])) for path, it in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _facts(path: Path, sha256: str) -> Facts:
    found = path.stat()
    return found.st_size, sha256, found.st_mtime_ns
