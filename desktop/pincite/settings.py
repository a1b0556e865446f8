"""What the user can choose, read from one TOML file; and where resources and data live. Opens no library, loads no model."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

import platformdirs
import tomli_w

from pincite.errors import PinciteError

APP = "pincite"


@dataclass(frozen=True)
class Settings:
    """All choices, with their defaults. Pass it in; nothing reads it from a global.

    ``generator``, ``embedder``, ``reranker`` and ``judge`` are names in the catalogue or of added files; empty means that
    Pincite chooses. The reranker or judge "none" is none at all.
    ``caution`` is when Pincite says that the documents hold no answer, see :mod:`pincite.answerable`.
    ``gpu`` False keeps everything on the CPU. ``threads`` 0 means one for each physical core.
    """

    library: Path = Path()
    models: Path = Path()
    generator: str = ""
    embedder: str = "all-MiniLM-L6-v2"
    reranker: str = ""
    judge: str = ""
    caution: str = "balanced"
    gpu: bool = True
    threads: int = 0

    @classmethod
    def load(cls, file: Path | None = None) -> Settings:
        """Reads the settings file (missing: the defaults), then lets the environment override where data lives.

        Raises:
            PinciteError: the file is not TOML, or holds a name or a type that is not a setting.
        """
        file = file or config_file()
        chosen: dict[str, object] = {}
        try:
            chosen = tomllib.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            pass
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise PinciteError(f"The settings file {file} cannot be read: {error}.", "Mend it, or delete it.") from error
        defaults = asdict(cls(library=default_library(), models=default_models()))
        for name, value in chosen.items():
            wanted = str if isinstance(defaults.get(name), Path) else type(defaults.get(name))
            if name not in defaults or not isinstance(value, wanted) or isinstance(value, bool) is not (wanted is bool):
                raise PinciteError(
                    f"{file}: “{name} = {value}” is not a setting.", f"Settings are: {', '.join(sorted(defaults))}."
                )
            defaults[name] = Path(value) if isinstance(defaults[name], Path) else value  # type: ignore[arg-type]
        for name, variable in (("library", "PINCITE_LIBRARY"), ("models", "PINCITE_MODELS")):
            if os.environ.get(variable):
                defaults[name] = Path(os.environ[variable])
        return cls(**defaults)

    def save(self, file: Path | None = None) -> None:
        """Writes what differs from the defaults. The file is replaced in one step, so that it is never half written."""
        file = file or config_file()
        plain = Settings(library=default_library(), models=default_models())
        changed = {
            item.name: str(value) if isinstance(value := getattr(self, item.name), Path) else value
            for item in fields(self)
            if getattr(self, item.name) != getattr(plain, item.name)
        }
        file.parent.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".new")
        draft.write_text(tomli_w.dumps(changed), encoding="utf-8")
        draft.replace(file)


def config_file() -> Path:
    """``$PINCITE_CONFIG``, or ``settings.toml`` in the platform's configuration folder."""
    return Path(os.environ.get("PINCITE_CONFIG") or platformdirs.user_config_path(APP, False) / "settings.toml")


def default_library() -> Path:
    """The library that is used when none is named."""
    return platformdirs.user_data_path(APP, False) / "library"


def default_models() -> Path:
    """The folder that models are kept in, shared by all libraries."""
    return platformdirs.user_data_path(APP, False) / "models"


def log_folder() -> Path:
    """Where the log and the crash reports go; they stay on this machine."""
    return platformdirs.user_log_path(APP, False)


def data_folder(name: str) -> Path:
    """The folder ``resources`` or ``icons``: beside the package in a wheel, at the top of the checkout otherwise."""
    here = Path(__file__).resolve()
    for candidate in (here.parent / name, here.parents[2] / name):
        if candidate.is_dir():
            return candidate
    raise PinciteError(f"The folder “{name}” that belongs to Pincite is missing.", "Install Pincite again.")
