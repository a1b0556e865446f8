"""The settings file and the environment: what is read, what is refused, what is written."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from pincite.errors import PinciteError
from pincite.settings import Settings, config_file, data_folder, default_library, default_models


@pytest.fixture
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment that says nothing of Pincite."""
    for variable in ("PINCITE_LIBRARY", "PINCITE_MODELS", "PINCITE_CONFIG"):
        monkeypatch.delenv(variable, raising=False)


def written(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.usefixtures("bare_environment")
def test_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path / "none.toml")
    assert settings == Settings(library=default_library(), models=default_models())
    assert settings.library != settings.models
    assert settings.gpu
    assert settings.threads == 0


@pytest.mark.usefixtures("bare_environment")
def test_file_is_read(tmp_path: Path) -> None:
    file = written(tmp_path, 'library = "/matters"\ngenerator = "small"\ngpu = false\nthreads = 3\n')
    settings = Settings.load(file)
    assert (settings.library, settings.generator, settings.gpu, settings.threads) == (Path("/matters"), "small", False, 3)
    assert settings.models == default_models()


def test_environment_overrides_the_file(settings: Settings, tmp_path: Path) -> None:
    file = written(tmp_path, 'library = "/matters"\nmodels = "/weights"\n')
    loaded = Settings.load(file)
    assert (loaded.library, loaded.models) == (settings.library, settings.models)
    assert loaded.library == tmp_path / "library"


def test_file_named_by_the_environment_is_used(settings: Settings, tmp_path: Path) -> None:
    assert config_file() == tmp_path / "config" / "settings.toml"
    replace(settings, threads=5).save()
    assert config_file().is_file()
    assert Settings.load().threads == 5


@pytest.mark.parametrize(
    "line",
    ['colour = "red"', 'threads = "many"', "gpu = 1", "threads = true", "library = 3", "generator = []", "threads = 1.5"],
)
def test_what_is_not_a_setting_is_refused_by_name(tmp_path: Path, line: str) -> None:
    with pytest.raises(PinciteError) as refused:
        Settings.load(written(tmp_path, line))
    assert line.split()[0] in refused.value.message
    assert "settings.toml" in refused.value.message
    assert "threads" in refused.value.hint  # the names that there are


@pytest.mark.parametrize("content", [b"library = ", b"\xff\xfe not text"])
def test_file_that_is_no_toml_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    with pytest.raises(PinciteError, match="cannot be read") as refused:
        Settings.load(file)
    assert refused.value.hint == "Mend it, or delete it."


@pytest.mark.usefixtures("bare_environment")
def test_saving_writes_what_differs_and_loading_gives_it_back(tmp_path: Path) -> None:
    file = tmp_path / "new" / "settings.toml"
    changed = replace(Settings.load(file), library=tmp_path / "wörks", gpu=False, reranker="fine")
    changed.save(file)
    assert Settings.load(file) == changed
    assert set(tomllib.loads(file.read_text(encoding="utf-8"))) == {"library", "gpu", "reranker"}
    assert [path.name for path in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.parametrize(("folder", "inside"), [("resources", "models.toml"), ("icons", "")])
def test_data_folder_is_found_from_the_checkout(folder: str, inside: str) -> None:
    assert (data_folder(folder) / inside).exists()


def test_missing_data_folder_is_said() -> None:
    with pytest.raises(PinciteError, match="“nowhere”") as missing:
        data_folder("nowhere")
    assert missing.value.hint == "Install Pincite again."
