"""The models on offer and those on this machine, and which of them is used for what. Loads none, fetches only when told."""

from __future__ import annotations

import difflib
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from filelock import FileLock

from pincite.errors import ModelError
from pincite.models import cross_encoders, download, hardware, pins, verified
from pincite.models.entries import ROLES, Model, ModelFile, read
from pincite.reports import ModelInfo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.events import Notice, Progress
    from pincite.settings import Settings

NONE = "none"
"""What the settings name in the place of a reranker where the user wants none."""

GGUF_MAGIC = b"GGUF"
GGUF_HEADER_BYTES = 24
"""Magic, version, and the counts of tensors and of facts: a file that is shorter holds no model."""


def recommended(offered: tuple[Model, ...], memory: int, cores: int) -> Model:
    """The generator for a machine with so many bytes of memory and physical cores: the first that it has enough for.

    If it has enough for none, the least demanding one.
    """
    generators = [model for model in offered if model.role == "generator" and model.automatic]
    fits = [model for model in generators if model.needs_memory <= memory and model.needs_cores <= cores]
    return fits[0] if fits else min(generators, key=lambda model: (model.needs_memory, model.size))


class Catalogue:
    """What is offered, and the folder that models are kept in, one folder for each.

    Args:
        offered: The models of ``models.toml``.
        folder: Where models are kept; need not exist.
        memory: Main memory of the machine in bytes.
        cores: Its physical cores.
        shipped: Where the models lie that come with Pincite, one folder for each; None: there are none.
    """

    def __init__(self, offered: tuple[Model, ...], folder: Path, memory: int, cores: int, shipped: Path | None = None) -> None:
        self._offered = offered
        self._folder = folder
        self._shipped = shipped
        self._memory = memory
        self._cores = cores

    @classmethod
    def load(cls, file: Path, folder: Path) -> Catalogue:
        """Reads ``models.toml`` for this machine and a folder of models.

        Raises:
            ModelError: the file cannot be used.
        """
        return cls(read(file), folder, hardware.memory_bytes(), hardware.physical_cores(), file.parent / "models")

    def model(self, name: str) -> Model:
        """The model with a name; upper and lower case are the same.

        Raises:
            ModelError: there is none; the hint has the names that come close.
        """
        known = {model.name.casefold(): model for model in self._models()}
        if found := known.get(name.casefold()):
            return found
        close = difflib.get_close_matches(name.casefold(), known, n=3)
        meant = f"Did you mean {' or '.join(known[key].name for key in close)}? " if close else ""
        raise ModelError(f"There is no model “{name}”.", f"{meant}All models: pincite models list.")

    def installed(self, name: str) -> bool:
        """Whether all files of a model are there, by a quick look that reads none of them."""
        model = self.model(name)
        return verified.complete(self._home(model), model.files)

    def info(self, settings: Settings) -> list[ModelInfo]:
        """All models, offered and added, with which are installed and which is in use for its role."""
        chosen = {self._chosen(settings, role) for role in ROLES}
        return [
            ModelInfo(
                name=model.name,
                role=model.role,
                description=model.description,
                licence=model.licence,
                size=model.size,
                installed=self.installed(model.name),
                chosen=model.name in chosen,
                fetched=self._fetched(model),
            )
            for model in self._models()
        ]

    def in_use(self, settings: Settings, role: str) -> Model | None:
        """The model to use for a role, or None if there is none to use.

        The one named in the settings, whether installed or not. For the generator, if none is named: the one recommended
        for this machine, else another that is installed, one that is meant for tests last. For reranker and judge: the first
        of the catalogue that is installed, which is the one that comes with Pincite; none if the settings say "none".

        Raises:
            ModelError: the settings name a model that does not exist.
        """
        name = self._chosen(settings, role)
        return self.model(name) if name else None

    def defaults(self, settings: Settings) -> tuple[str, ...]:
        """Names of the models that Pincite needs with these settings, installed or not."""
        generator = settings.generator or recommended(self._offered, self._memory, self._cores).name
        return tuple(
            name for name in (settings.embedder, settings.reranker, settings.judge, generator) if name not in ("", NONE)
        )

    def choose(self, settings: Settings, name: str) -> Settings:
        """The settings with a model put in use for its role. The name "none" puts the reranker out of use.

        Raises:
            ModelError: there is no such model, or it is not installed.
        """
        if name.casefold() == NONE:
            return replace(settings, reranker=NONE)
        model = self.model(name)
        if not self.installed(model.name):
            raise _not_installed(model)
        changed: dict[str, Any] = {model.role: model.name}
        return replace(settings, **changed)

    def path(self, name: str) -> Path:
        """Where an installed model is: the file of a generator, the folder of the others.

        Files that have changed since they were last checked are read in full.

        Raises:
            ModelError: it does not exist, is not installed, or a file is not the one that it must be.
        """
        model = self.model(name)
        home = self._home(model)
        if not verified.complete(home, model.files):
            raise _not_installed(model)
        for file in model.files:
            # No record is kept among the resources: they are the installation's, which may be read-only or shared.
            if not (verified.digest(home / file.path) == file.sha256 if model.shipped else verified.holds(home, file)):
                raise ModelError(
                    f"The file {file.path} of the model “{model.name}” was changed or damaged; it is not used.",
                    _how_to_mend(model),
                )
        return home / model.files[0].path if model.role == "generator" else home

    def get(self, name: str) -> Iterator[Progress | Notice]:
        """Fetches what is missing of a model. Stop iterating to cancel; a later call goes on where this one was.

        Raises:
            ModelError: there is no such model, or it could not be fetched.
        """
        model = self.model(name)
        home = self._home(model)
        if model.shipped:
            self.path(name)
        elif not all(verified.holds(home, file) for file in model.files):
            if not model.sources:
                raise ModelError(f"“{name}” was added by you; there is nowhere to fetch it from.", "Add its file again.")
            yield from download.get(model, home)

    def add(self, path: Path) -> Model:
        """Takes a model of the user's in: a GGUF file, or a folder with the files of a model on offer or of a cross-encoder.

        A file that is one of the catalogue's becomes that model; another GGUF becomes a generator under its own name, another
        cross-encoder a reranker or a judge under that of its folder.
        Where the disk allows, the file is linked and takes no space twice.

        Raises:
            ModelError: it is missing, is no model, or its name is taken by another.
        """
        try:
            if path.is_dir():
                return self._add_folder(path)
            with path.open("rb") as stream:
                header = stream.read(GGUF_HEADER_BYTES)
        except OSError as error:
            raise ModelError(f"{path} cannot be read: {error.strerror or error}.", "Check the path.") from error
        sha256 = verified.digest(path)
        for model in self._offered:
            if len(model.files) == 1 and model.files[0].sha256 == sha256:
                return self._take(model, {model.files[0]: path})
        if not header.startswith(GGUF_MAGIC) or len(header) < GGUF_HEADER_BYTES:
            raise ModelError(f"{path.name} is not a model in the GGUF format.", "Add a file that ends in .gguf.")
        model = _added_model(path.stem, "generator", (ModelFile(path.name, path.stat().st_size, sha256),))
        self._refuse_if_taken(model, path)
        return self._take(model, {model.files[0]: path})

    def _refuse_if_taken(self, model: Model, path: Path) -> None:
        for other in self._models():
            if other.name.casefold() == model.name.casefold() and other.files != model.files:
                raise ModelError(
                    f"There is another model “{other.name}”, and {path.name} is not its file or folder.",
                    "Rename it and add it again.",
                )

    def _add_folder(self, folder: Path) -> Model:
        for model in self._offered:
            if model.pinned and verified.complete(folder, model.files):
                wrong = [f.path for f in model.files if verified.digest(folder / f.path) != f.sha256]
                if not wrong:
                    return self._take(model, {file: folder / file.path for file in model.files})
                raise ModelError(
                    f"{folder} is not {model.name}: {', '.join(wrong)} differs from the catalogue's.",
                    "Fetch the files again.",
                )
        paths = {path: folder / path for path in cross_encoders.files(folder)}
        origins = {ModelFile(path, origin.stat().st_size, verified.digest(origin)): origin for path, origin in paths.items()}
        model = _added_model(folder.resolve().name, cross_encoders.role(folder), tuple(origins))
        self._refuse_if_taken(model, folder)
        return self._take(model, origins)

    def _take(self, model: Model, files: dict[ModelFile, Path]) -> Model:
        home = self._home(model)
        try:
            home.mkdir(parents=True, exist_ok=True)
            with FileLock(home / ".lock"):
                for file, origin in files.items():
                    part = download.part_of(home, file)
                    part.parent.mkdir(parents=True, exist_ok=True)
                    part.unlink(missing_ok=True)
                    _link_or_copy(origin, part)
                    part.replace(home / file.path)
                    part.unlink(missing_ok=True)  # still there if both names were links to one file
                    verified.remember(home, file)
        except OSError as error:
            raise ModelError(
                f"The model cannot be kept in {home}: {error.strerror or error}.",
                "Free some space, or choose another folder for models ($PINCITE_MODELS).",
            ) from error
        return model

    def _models(self) -> tuple[Model, ...]:
        """Those on offer, with the checksums that were kept for some, and those that the user has added."""
        return (*(pins.applied(model, self._home(model)) for model in self._offered), *self._added())

    def _added(self) -> tuple[Model, ...]:
        """The models that the user has added, as they were then."""
        taken = {model.name for model in self._offered}
        added = []
        for home in sorted(self._folder.iterdir()) if self._folder.is_dir() else ():
            files = tuple(ModelFile(name, *facts[:2]) for name, facts in verified.entries(home).items())
            if home.name not in taken and files:
                encodes = cross_encoders.CONFIG in {file.path for file in files}
                added.append(_added_model(home.name, cross_encoders.role(home) if encodes else "generator", files))
        return tuple(added)

    def _chosen(self, settings: Settings, role: str) -> str:
        named: str = getattr(settings, role)
        if role in ("reranker", "judge") and named.casefold() == NONE:
            return ""
        if named or role == "embedder":
            return named
        first = recommended(self._offered, self._memory, self._cores) if role == "generator" else None
        models = [model for model in self._models() if model.role == role]
        # The sort keeps the catalogue's order among equals.
        for model in sorted(models, key=lambda model: (model != first, not model.automatic)):
            if verified.complete(self._home(model), model.files):
                return model.name
        return ""

    def _fetched(self, model: Model) -> int:
        parts = [download.part_of(self._home(model), file) for file in model.files]
        return sum(part.stat().st_size for part in parts if part.exists())

    def _home(self, model: Model) -> Path:
        return (self._shipped if model.shipped and self._shipped else self._folder) / model.name


def _added_model(name: str, role: str, files: tuple[ModelFile, ...]) -> Model:
    return Model(name, role, "Added by you", "see where you have it from", files)


def _how_to_mend(model: Model) -> str:
    if model.shipped:
        return "Install Pincite again."
    again = f"pincite models get {model.name}" if model.sources else "pincite models add, with its file or folder"
    return f"Put the right one in its place: {again}."


def _not_installed(model: Model) -> ModelError:
    if model.shipped:
        return ModelError(f"The model “{model.name}” that belongs to Pincite is missing.", "Install Pincite again.")
    return ModelError(f"The model “{model.name}” is not installed.", f"Fetch it: pincite models get {model.name}.")


def _link_or_copy(origin: Path, target: Path) -> None:
    try:
        target.hardlink_to(origin.resolve())
    except OSError:  # another disk, or one that has no links
        shutil.copyfile(origin, target)
