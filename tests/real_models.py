"""Where the models are that the tests run for real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.models.catalogue import Catalogue
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from pathlib import Path

EMBEDDER = "all-MiniLM-L6-v2"
GENERATOR = "SmolLM2-135M-Instruct"

MODELS: Path = Settings.load().models
"""Read when the tests are collected, before a fixture puts another folder in its place."""


def path_of(name: str) -> Path:
    """The place of an installed model; the test fails if it is not there."""
    catalogue = Catalogue.load(data_folder("resources") / "models.toml", MODELS)
    if not catalogue.installed(name):
        pytest.fail(f"{name} is not in {MODELS}: run “pincite models get {name}”, or “installer/bootstrap.py test”")
    return catalogue.path(name)
