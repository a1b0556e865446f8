"""An ONNX cross-encoder as a ranker of the rerankers library. Imports that library at once, so import it when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.models.scored import ScoringRanker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.models.encoder import Encoder


class OnnxRanker(ScoringRanker):
    """Scores with an ONNX file on the CPU.

    Args:
        encoder: A cross-encoder whose rows are one number, or one for each label of which the last says "relevant".
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """See :class:`ScoringRanker`."""
        return [float(score) for score in self._encoder.pairs(query, texts)[:, -1]]
