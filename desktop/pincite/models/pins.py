"""Checksums of models that the catalogue knows by commit alone: taken from the hub once, kept, and held to from then on.

``pinned.json`` in the model's folder has them. Fetches no file of a model.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from pincite.models import hub
from pincite.models.entries import HubSource, Model, ModelFile

if TYPE_CHECKING:
    from pathlib import Path

RECORD = "pinned.json"


def pin(model: Model, source: HubSource, home: Path) -> Model:
    """The model with sizes and SHA-256 of its files as the hub states them; they are written to its folder.

    Raises:
        SourceFailed: the hub does not state them.
        OSError: they cannot be written.
    """
    files = tuple(hub.look_up(source, file.path) for file in model.files)
    draft = home / f"{RECORD}.new"
    kept = {"repo": source.repo, "revision": source.revision, "files": [asdict(file) for file in files]}
    draft.write_text(json.dumps(kept, indent=1), encoding="utf-8")
    draft.replace(home / RECORD)
    return replace(model, files=files)


def applied(model: Model, home: Path) -> Model:
    """The model with the checksums that were kept in its folder; unchanged if it has its own, or none were kept."""
    if model.pinned:
        return model
    try:
        kept = json.loads((home / RECORD).read_text(encoding="utf-8"))
        source = HubSource(kept["repo"], kept["revision"])
        files = tuple(ModelFile(str(it["path"]), int(it["size"]), str(it["sha256"])) for it in kept["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return model
    same = [file.path for file in files] == [file.path for file in model.files]
    return replace(model, files=files) if same and source in model.sources else model
