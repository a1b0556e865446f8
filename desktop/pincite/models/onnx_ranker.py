"""An ONNX cross-encoder as a ranker of the rerankers library. Imports that library at once, so import it when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rerankers.models.ranker import BaseRanker
from rerankers.results import RankedResults, Result
from rerankers.utils import prep_docs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rerankers.documents import Document

    from pincite.models.encoder import Encoder


class OnnxRanker(BaseRanker):  # type: ignore[misc]
    """Ranks as the library's ``TransformerRanker`` does: a score for each document, the best first.

    Args:
        encoder: A cross-encoder whose rows are one number, or one for each label of which the last says "relevant".
    """

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def score(self, query: str, doc: str) -> float:
        """The score of one document."""
        return float(self._encoder.pairs(query, [doc])[0, -1])

    def rank(
        self,
        query: str,
        docs: str | Sequence[str] | Document | Sequence[Document],
        doc_ids: Sequence[str] | Sequence[int] | None = None,
        metadata: Sequence[dict[str, object]] | None = None,
    ) -> RankedResults:
        """The documents with scores and ranks, the best first."""
        prepared = prep_docs(docs, doc_ids, metadata)
        scores = self._encoder.pairs(query, [document.text for document in prepared])[:, -1]
        best = sorted(zip(prepared, scores.tolist(), strict=True), key=lambda pair: -pair[1])
        results = [Result(document=document, score=score, rank=rank) for rank, (document, score) in enumerate(best, start=1)]
        return RankedResults(results=results, query=query, has_scores=True)
