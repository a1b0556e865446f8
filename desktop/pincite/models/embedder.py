"""Turns texts into vectors with sentence-transformers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np

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
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()  # it would write to the terminal for every model that is loaded
        self.name = name
        self._query_prefix = query_prefix
        try:
            self._model = SentenceTransformer(str(folder), device=device, local_files_only=True)
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:
            raise ModelError(f"The embedder {name} cannot be loaded: {error}.", f"Run “pincite models get {name}”.") from error
        self.device = device
        self.dimension = int(cast("Any", self._model).get_embedding_dimension())

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`Embedder`."""
        vectors = self._model.encode(
            list(texts), batch_size=BATCH, normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    def question(self, text: str) -> np.ndarray:
        """See :class:`Embedder`."""
        return cast("np.ndarray", self.passages([self._query_prefix + text])[0])
