"""Loads the models in use, each once and when first needed. The one place that says which class runs which role."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol

from pincite.diagnostics import log
from pincite.models import hardware
from pincite.models.quantized import CannotConvert
from pincite.reports import LoadedModel

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.models.catalogue import Catalogue
    from pincite.models.embedder import Embedder
    from pincite.models.entries import Model
    from pincite.models.generator import Generator
    from pincite.models.judge import Judge
    from pincite.models.reranker import Reranker
    from pincite.settings import Settings


class Models(Protocol):
    """Where the library gets its models from. None: none is installed for that role."""

    def embedder(self) -> Embedder | None:
        """The embedder in use."""
        ...

    def reranker(self) -> Reranker | None:
        """The reranker in use."""
        ...

    def judge(self) -> Judge | None:
        """The judge in use."""
        ...

    def generator(self, name: str = "") -> Generator | None:
        """The generator of that name, or the one in use.

        Raises:
            ModelError: there is none of that name, or it is not installed.
        """
        ...

    def loaded(self) -> tuple[LoadedModel, ...]:
        """Those that are in memory now."""
        ...


class InstalledModels:
    """The models of the catalogue that are on this machine.

    A generator that is asked for by name takes the place of the one before it: two would not fit into most laptops.
    """

    def __init__(self, catalogue: Catalogue, settings: Settings) -> None:
        self._catalogue = catalogue
        self._settings = settings
        self._threads = settings.threads or hardware.physical_cores()
        self._lock = threading.RLock()  # the import lane and the ask lane may want a model at the same time
        self._embedder: Embedder | None = None
        self._reranker: Reranker | None = None
        self._judge: Judge | None = None
        self._generator: Generator | None = None

    def embedder(self) -> Embedder | None:
        """See :class:`Models`."""
        with self._lock:
            model = self._catalogue.in_use(self._settings, "embedder")
            if model and (self._embedder is None or self._embedder.name != model.name):
                device = hardware.torch_device(self._settings.gpu)
                self._embedder = embedder(model, self._catalogue.path(model.name), device, self._threads)
            return self._embedder if model else None

    def reranker(self) -> Reranker | None:
        """See :class:`Models`."""
        from pincite.models.reranker import CrossEncoderReranker

        with self._lock:
            model = self._catalogue.in_use(self._settings, "reranker")
            if model and (self._reranker is None or self._reranker.name != model.name):
                device = hardware.torch_device(self._settings.gpu)
                folder = self._catalogue.path(model.name)
                self._reranker = CrossEncoderReranker(model.name, folder, device, self._threads)
            return self._reranker if model else None

    def judge(self) -> Judge | None:
        """See :class:`Models`."""
        from pincite.models.judge import CrossEncoderJudge

        with self._lock:
            model = self._catalogue.in_use(self._settings, "judge")
            if model and (self._judge is None or self._judge.name != model.name):
                self._judge = CrossEncoderJudge(model.name, self._catalogue.path(model.name), self._threads)
            return self._judge if model else None

    def generator(self, name: str = "") -> Generator | None:
        """See :class:`Models`."""
        from pincite.models.generator import LlamaGenerator

        with self._lock:
            model = self._catalogue.model(name) if name else self._catalogue.in_use(self._settings, "generator")
            if model and (self._generator is None or self._generator.name != model.name):
                file = self._catalogue.path(model.name)
                self._generator = None
                self._generator = LlamaGenerator(model.name, file, self._settings.gpu, self._threads)
            return self._generator if model else None

    def loaded(self) -> tuple[LoadedModel, ...]:
        """See :class:`Models`."""
        models = [LoadedModel(self._embedder.name, "embedder", self._embedder.device)] if self._embedder else []
        if generator := self._generator:
            speeds = generator.reading_speed, generator.writing_speed
            models.append(LoadedModel(generator.name, "generator", generator.device, *speeds))
        return tuple(models)


def embedder(model: Model, folder: Path, device: str, threads: int) -> Embedder:
    """The embedder of the catalogue whose files are in a folder: on the CPU in 8 bits if it can be converted, else by torch.

    Raises:
        ModelError: the files do not make a model.
    """
    from pincite.models.embedder import QuantizedEmbedder, SentenceTransformerEmbedder

    prefixes = {"query_prefix": model.query_prefix, "passage_prefix": model.passage_prefix}
    reason = ""
    if device == "cpu":
        try:
            return QuantizedEmbedder(model.name, folder, threads, model.pooling, model.context, **prefixes)
        except CannotConvert as error:
            reason = str(error)
            log.warning("%s does not run in 8 bits: %s", model.name, reason)
    plain = SentenceTransformerEmbedder(model.name, folder, device, **prefixes)
    if reason:
        plain.note = f"{model.name} could not be converted for the CPU and runs about three times slower; the log says why."
    return plain
