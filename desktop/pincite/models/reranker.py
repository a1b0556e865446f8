"""Orders passages by how well they answer a question, with a model behind the rerankers library."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Protocol

from pincite.diagnostics import log
from pincite.errors import ModelError
from pincite.models import cross_encoders, quantized
from pincite.models.encoder import Encoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LONGEST = 512
"""Tokens of a question with a passage that are read at most."""

GROUP = 8
"""Texts that are scored between two looks at the clock."""

FEW = 2
"""The same for a language model on the CPU, which takes a second or more for each text."""

BUDGET_SECONDS = 2.0
"""How long a question may wait for its passages to be put in order."""

ONNX_FILE = "model.onnx"


class Reranker(Protocol):
    """What retrieval needs of a reranking model."""

    name: str

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """Relevance scores of the first texts, in the order given; higher is better, the scale is the model's own.

        Give the most promising texts first: the list is shorter than ``texts`` if the time was used up before the rest. The
        first few have their scores in any case.
        """
        ...


class CrossEncoderReranker:
    """A model that reads question and text together, in a folder on this machine, run by a ranker of the rerankers library.

    On the CPU a cross-encoder is an ONNX file: the ``model.onnx`` of the folder, or one with 8-bit weights that is made of
    its weights. On a GPU, and where neither can be had, torch runs the weights as they are; so it does with a language model
    that answers yes or no, which is told by its ``config.json``.

    Args:
        name: Name in the catalogue.
        folder: Where the model's files are.
        device: "cpu", "cuda" or "mps".
        threads: Threads to compute with on the CPU.
        budget: Seconds after which no further texts are scored.

    Raises:
        ModelError: the files do not make a model.
    """

    def __init__(self, name: str, folder: Path, device: str, threads: int = 1, budget: float = BUDGET_SECONDS) -> None:
        self.name = name
        self._budget = budget
        speaks = cross_encoders.is_language_model(folder)
        self._group = FEW if speaks and device == "cpu" else GROUP
        weights = (folder / "model.safetensors").is_file()
        ranker = None
        if not speaks and (device == "cpu" or not weights):
            ranker = _onnx(name, folder, threads)
        if ranker is None and (weights or not (folder / ONNX_FILE).is_file()):
            ranker = _torch(folder, device, speaks)
        if ranker is None:
            raise ModelError(f"The reranker {name} cannot be loaded.", f"Run “pincite models get {name}”.")
        self._ranker = ranker

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """See :class:`Reranker`."""
        until = time.monotonic() + self._budget
        scores: list[float] = []
        while len(scores) < len(texts) and (not scores or time.monotonic() < until):
            group = list(texts[len(scores) : len(scores) + self._group])
            ranked = self._ranker.rank(question, group, doc_ids=list(range(len(group))))
            by_place = {int(result.doc_id): float(result.score) for result in ranked.results}
            scores += [by_place[place] for place in range(len(group))]
        return scores


def _onnx(name: str, folder: Path, threads: int) -> Any:
    """A ranker that runs an ONNX file; None if there is none and none can be made."""
    from pincite.models.onnx_ranker import OnnxRanker

    own = folder / ONNX_FILE
    try:
        file = own if own.is_file() else quantized.beside(folder)
        return OnnxRanker(Encoder(file, folder, LONGEST, threads))
    except (quantized.CannotConvert, ValueError) as error:
        log.warning("%s does not run in 8 bits: %s", name, error)
        return None


def _torch(folder: Path, device: str, speaks: bool) -> Any:
    """A ranker for a language model, or the library's own for cross-encoders; None if it cannot load the folder."""
    import rerankers
    from safetensors import SafetensorError
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    local = {"local_files_only": True}  # else a folder that is missing is looked for on the hub
    try:
        if speaks:
            from pincite.models.causal_ranker import CausalRanker

            return CausalRanker(folder, device, LONGEST)
        return rerankers.Reranker(
            str(folder), model_type="cross-encoder", device=device, verbose=0, model_kwargs=local, tokenizer_kwargs=local
        )
    except (OSError, ValueError, RuntimeError, SafetensorError) as error:
        log.warning("the reranker in %s cannot be loaded: %s", folder, error)
        return None
