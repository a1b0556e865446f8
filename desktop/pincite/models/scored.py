"""What rankers of the rerankers library have in common here. Imports that library at once, so import it when it is needed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from rerankers.models.ranker import BaseRanker
from rerankers.results import RankedResults, Result
from rerankers.utils import prep_docs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rerankers.documents import Document


class ScoringRanker(BaseRanker):  # type: ignore[misc]
    """Ranks as the library's ``TransformerRanker`` does: a score for each document, the best first."""

    @abstractmethod
    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """The scores of some texts, of which there is at least one, in their order; higher is better."""

    def score(self, query: str, doc: str) -> float:
        """The score of one document."""
        return self.scores(query, [doc])[0]

    def rank(
        self,
        query: str,
        docs: str | Sequence[str] | Document | Sequence[Document],
        doc_ids: Sequence[str] | Sequence[int] | None = None,
        metadata: Sequence[dict[str, object]] | None = None,
    ) -> RankedResults:
        """The documents with scores and ranks, the best first."""
        prepared = prep_docs(docs, doc_ids, metadata)
        scores = self.scores(query, [document.text for document in prepared])
        best = sorted(zip(prepared, scores, strict=True), key=lambda pair: -pair[1])
        results = [Result(document=document, score=score, rank=rank) for rank, (document, score) in enumerate(best, start=1)]
        return RankedResults(results=results, query=query, has_scores=True)
