"""Says how likely words of a document prove a sentence of an answer, with a cross-encoder. Knows no rules of citing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

from pincite.errors import ModelError
from pincite.models.encoder import Encoder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

LONGEST = 320
"""Tokens of a claim with its evidence that are read at most; it was trained with fewer."""

ONNX_FILE = "model.onnx"


class Judge(Protocol):
    """What answering needs of a judging model."""

    name: str

    def probabilities(self, claim: str, evidence: Sequence[str]) -> list[float]:
        """How likely each of some pieces of evidence, at least one, proves a claim; from 0 to 1, in their order."""
        ...


class CrossEncoderJudge:
    """A cross-encoder in an ONNX file whose one number is a logit. It runs on the CPU: what it reads is a few sentences.

    Args:
        name: Name in the catalogue.
        folder: Where the model's files are.
        threads: Threads to compute with.

    Raises:
        ModelError: the files do not make a model.
    """

    def __init__(self, name: str, folder: Path, threads: int = 1) -> None:
        self.name = name
        try:
            self._encoder = Encoder(folder / ONNX_FILE, folder, LONGEST, threads)
        except ValueError as error:
            raise ModelError(f"The judge {name} cannot be loaded: {error}.", f"Run “pincite models get {name}”.") from error

    def probabilities(self, claim: str, evidence: Sequence[str]) -> list[float]:
        """See :class:`Judge`."""
        logits = self._encoder.pairs(claim, evidence)[:, -1].astype(np.float64)
        probabilities: list[float] = (1 / (1 + np.exp(-logits))).tolist()
        return probabilities
