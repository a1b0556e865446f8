"""Copies documents out of a library, so that nothing is locked in. Changes nothing in it."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.errors import LibraryError
from pincite.events import Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from pincite.domain import Document
    from pincite.index import Index


def export(index: Index, documents: Sequence[Document], stored: Callable[[Document], Path], folder: Path) -> Iterator[Progress]:
    """Writes documents into a folder: each file under its own name, and ``documents.jsonl`` with what is known of them.

    A line has the fields of :class:`~pincite.domain.Document`, the name of the exported file as "file" (empty: the file is
    gone), and the pages with number, label and text. Files that the folder holds are not overwritten.

    Raises:
        LibraryError: the folder cannot be written, or holds an export already.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / "documents.jsonl").open("x", encoding="utf-8") as lines:
            for done, document in enumerate(documents):
                yield Progress(Stage.EXPORTING, done, len(documents), document.title)
                source = stored(document)
                name = _copy(source, folder, Path(document.path).name) if source.exists() else ""
                pages = [{"number": page.number, "label": page.label, "text": page.text} for page in index.pages(document.id)]
                lines.write(json.dumps(asdict(document) | {"file": name, "pages": pages}, ensure_ascii=False) + "\n")
    except FileExistsError as error:
        raise LibraryError(f"{folder} holds an export, or is a file.", "Name a new folder.") from error
    except OSError as error:
        raise LibraryError(f"{folder} cannot be written: {error.strerror or error}.", "Name another folder.") from error


def _copy(source: Path, folder: Path, name: str) -> str:
    """Copies a file under its name or, where that is taken, under the name with a number; returns what it became."""
    target, number = folder / name, 1
    while target.exists():
        number += 1
        target = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    shutil.copyfile(source, target)
    return target.name
