"""Heavy libraries are loaded where they are first used, not when a module is imported."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("PySide6", "torch", "llama_cpp", "lancedb", "sentence_transformers", "rerankers")
PROBE = "import importlib, sys; importlib.import_module(sys.argv[1]); print(*sorted(sys.modules))"


def loaded_by(module: str) -> set[str]:
    """The modules that a fresh interpreter holds after importing one."""
    done = subprocess.run([sys.executable, "-c", PROBE, module], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["pincite.library", "pincite.cli", "pincite.engine", "pincite.__main__"])
def test_import_loads_nothing_heavy(module: str) -> None:
    loaded = loaded_by(module)
    assert module in loaded
    assert not loaded.intersection(HEAVY)


def test_window_loads_neither_models_nor_database() -> None:
    loaded = loaded_by("pincite.gui.app")
    assert "PySide6" in loaded
    assert not loaded.intersection(set(HEAVY) - {"PySide6"})


@pytest.mark.parametrize("module", ["pincite.library", "pincite.engine", "pincite.parser"])
def test_pdf_library_stays_out_of_the_process_that_asks(module: str) -> None:
    assert "pymupdf" not in loaded_by(module)


def test_process_that_reads_files_starts_without_numpy() -> None:
    code = "import sys, pincite.parser, pincite.pdf; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert {"pymupdf", "pincite.pdf.hidden"} <= loaded
    assert "numpy" not in loaded
