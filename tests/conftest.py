"""What tests of all layers share: settings that keep to a temporary folder, small PDFs, and the samples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import pytest

from pdfs import write_pdf
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# the time that an example takes says nothing on a busy machine, least of all while the sentence splitter is loading
hypothesis.settings.register_profile("pincite", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("pincite")

MakePdf = Callable[..., Path]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings whose library, models, file and logs lie in a temporary folder; none of it exists yet."""
    monkeypatch.setenv("PINCITE_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("PINCITE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("PINCITE_CONFIG", str(tmp_path / "config" / "settings.toml"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return Settings.load()


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Writes a PDF from the texts of its pages; ``pdfs.write_pdf`` says what can be asked for."""

    def make(pages: Sequence[str], name: str = "file.pdf", **options: Any) -> Path:
        return write_pdf(tmp_path / name, pages, **options)

    return make


@pytest.fixture(scope="session")
def samples() -> Mapping[str, Path]:
    """The sample PDFs by file name without its ending."""
    return {path.stem: path for path in sorted((data_folder("resources") / "samples").glob("*.pdf"))}
