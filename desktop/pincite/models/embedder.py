"""Turns texts into vectors with sentence-transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np

from pincite.diagnostics import log
from pincite.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BATCH = 32


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

    Raises:
        ModelError: the files do not make a model.
    """

    def __init__(self, name: str, folder: Path, device: str, query_prefix: str = "") -> None:
        from safetensors import SafetensorError
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # it would write to the terminal for every model that is loaded
        self.name = name
        self.note = ""
        self.device = device
        self._folder = folder
        self._query_prefix = query_prefix
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
        try:
            vectors = self._encode(texts)
        except RuntimeError as error:  # most often the GPU's memory, taken by another program
            if self.device == "cpu":
                raise
            self._give_up_gpu(error)
            self._model = self._load()
            vectors = self._encode(texts)
        return np.asarray(vectors, dtype=np.float32)

    def _encode(self, texts: Sequence[str]) -> Any:
        return self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )

    def question(self, text: str) -> np.ndarray:
        """See :class:`Embedder`."""
        return cast("np.ndarray", self.passages([self._query_prefix + text])[0])
