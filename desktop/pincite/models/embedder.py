"""Turns texts into vectors: with sentence-transformers, or on the CPU with the same model in 8 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np

from pincite.diagnostics import log
from pincite.errors import ModelError
from pincite.models import quantized
from pincite.models.encoder import Encoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BATCH = 32
LONGEST = 512
"""Tokens that are read of a text at most, whatever the model could: passages are shorter."""


class Embedder(Protocol):
    """What the library needs of an embedding model.

    ``name`` and ``dimension`` are stored with the vectors: those of different embedders must not be compared.
    """

    name: str
    dimension: int
    device: str
    note: str  # what the user should know of how it runs; mostly empty

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors, float32, of shape (len(texts), dimension), for texts to be found."""
        ...

    def question(self, text: str) -> np.ndarray:
        """A unit vector, float32, of shape (dimension,), for what is asked."""
        ...


class SentenceTransformerEmbedder:
    """A sentence-transformers model in a folder on this machine.

    Args:
        name: Name in the catalogue.
        folder: Where the model's files are.
        device: "cpu", "cuda" or "mps"; a GPU that fails is given up for the CPU.
        query_prefix: What the model wants in front of a question.
        passage_prefix: What it wants in front of a text to be found.

    Raises:
        ModelError: the files do not make a model.
    """

    def __init__(self, name: str, folder: Path, device: str, query_prefix: str = "", passage_prefix: str = "") -> None:
        from safetensors import SafetensorError
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # it would write to the terminal for every model that is loaded
        self.name = name
        self.note = ""
        self.device = device
        self._folder = folder
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        try:
            self._model = self._load()
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:
            raise ModelError(f"The embedder {name} cannot be loaded: {error}.", f"Run “pincite models get {name}”.") from error
        self.dimension = int(self._model.get_embedding_dimension())

    def _load(self) -> Any:
        from sentence_transformers import SentenceTransformer

        try:
            return SentenceTransformer(str(self._folder), device=self.device, local_files_only=True)
        except (RuntimeError, AssertionError) as error:  # torch asserts that it was built for the device
            if self.device == "cpu":
                raise
            self._give_up_gpu(error)
            return self._load()

    def _give_up_gpu(self, error: Exception) -> None:
        log.warning("the GPU (%s) could not take %s, using the CPU: %s", self.device, self.name, error)
        self.note = f"The GPU could not take {self.name}; it runs on the CPU."
        self.device = "cpu"

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`Embedder`."""
        return self._vectors([self._passage_prefix + text for text in texts])

    def question(self, text: str) -> np.ndarray:
        """See :class:`Embedder`."""
        return cast("np.ndarray", self._vectors([self._query_prefix + text])[0])

    def _vectors(self, texts: list[str]) -> np.ndarray:
        try:
            vectors = self._encode(texts)
        except RuntimeError as error:  # most often the GPU's memory, taken by another program
            if self.device == "cpu":
                raise
            self._give_up_gpu(error)
            self._model = self._load()
            vectors = self._encode(texts)
        return np.asarray(vectors, dtype=np.float32)

    def _encode(self, texts: list[str]) -> Any:
        return self._model.encode(
            texts, batch_size=BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )


class QuantizedEmbedder:
    """An encoder in a folder on this machine, on the CPU with 8-bit weights; near enough to the model itself to share its name.

    Args:
        name: Name in the catalogue.
        folder: Where the model's files are; the first time, the converted model is written beside them.
        threads: Threads to compute with.
        pooling: "mean" or "cls", as the model was trained.
        context: Tokens that the model reads; 0: not known.
        query_prefix: What the model wants in front of a question.
        passage_prefix: What it wants in front of a text to be found.

    Raises:
        CannotConvert: it is a model of another kind, its files are damaged, or the folder cannot be written.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        threads: int,
        pooling: str,
        context: int = 0,
        query_prefix: str = "",
        passage_prefix: str = "",
    ) -> None:
        self.name = name
        self.note = ""
        self.device = "cpu"
        self._query_prefix = query_prefix
        self._passage_prefix = passage_prefix
        longest = min(context or LONGEST, LONGEST)
        try:
            self._encoder = Encoder(quantized.beside(folder, pooling), folder, longest, threads)
        except ValueError as error:
            raise quantized.CannotConvert(str(error)) from error
        self.dimension = self._encoder.numbers

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`Embedder`."""
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        return self._encoder.texts([self._passage_prefix + text for text in texts])

    def question(self, text: str) -> np.ndarray:
        """See :class:`Embedder`."""
        return cast("np.ndarray", self._encoder.texts([self._query_prefix + text])[0])
