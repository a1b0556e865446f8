"""Orders passages by how well they answer a question, with a cross-encoder behind the rerankers library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from pincite.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Reranker(Protocol):
    """What retrieval needs of a reranking model."""

    name: str

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """A relevance score for each text, in the order given; higher is better, the scale is the model's own."""
        ...


class CrossEncoderReranker:
    """A sequence-classification cross-encoder in a folder on this machine.

    Args:
        name: Name in the catalogue.
        folder: Where the model's files are.
        device: "cpu", "cuda" or "mps".

    Raises:
        ModelError: the files do not make a model.
    """

    def __init__(self, name: str, folder: Path, device: str) -> None:
        import rerankers
        from safetensors import SafetensorError
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()
        self.name = name
        unusable = ModelError(f"The reranker {name} cannot be loaded.", f"Run “pincite models get {name}”.")
        local = {"local_files_only": True}  # else a folder that is missing is looked for on the hub
        try:
            ranker = rerankers.Reranker(
                str(folder), model_type="cross-encoder", device=device, verbose=0, model_kwargs=local, tokenizer_kwargs=local
            )
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:
            raise unusable from error
        if ranker is None:  # how the library says that it could not load a model
            raise unusable
        self._ranker = ranker

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """See :class:`Reranker`."""
        if not texts:
            return []
        ranked = self._ranker.rank(question, list(texts), doc_ids=list(range(len(texts))))
        scores = {int(result.doc_id): float(result.score) for result in ranked.results}
        return [scores[index] for index in range(len(texts))]
