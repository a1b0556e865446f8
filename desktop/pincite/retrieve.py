"""A question becomes ranked hits: full text and vectors, fused, then reranked if there is a reranker. Answers nothing."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite import citations, words
from pincite.domain import Hit, Passage, Scope, SearchResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.models.reranker import Reranker

CANDIDATES = 60  # passages taken from each of text and vectors
RERANKED = 20  # passages that the reranker reads
TEXT_WEIGHT = 0.55  # measured: between 0.4 and 0.7 little changes; pure vectors and pure text each lose on some kind of text
RERANKER_WEIGHT = 0.5
SAME_PAGE = 0.15  # this and the next: measured; twice or half as much does little, both help on every kind of text tried
SAME_DOCUMENT = 0.2
PER_PAGE = 2


@dataclass(frozen=True)
class Retriever:
    """Finds passages in an index. Without an embedder it searches by words alone, without a reranker it does not rerank."""

    index: Index
    embedder: Embedder | None = None
    reranker: Reranker | None = None

    def search(self, question: str, scope: Scope, limit: int) -> SearchResult:
        """The best passages for a question, at most ``limit``, within the scope.

        ``seconds`` has "search" (both searches and the embedding of the question), and "rerank" if that was done.
        """
        started = time.monotonic()
        candidates = max(CANDIDATES, limit)
        scores = dict(self.index.search_text(keywords(question), scope, candidates))
        if self.embedder:
            near = dict(self.index.search_vectors(self.embedder.question(question), scope, candidates))
            scores = fuse(scores, near, TEXT_WEIGHT)
        found = self.index.passages(list(scores))  # those that were removed a moment ago are left out
        scores = in_context({passage_id: scores[passage_id] for passage_id in found}, found)
        best = sorted(scores, key=lambda passage_id: -scores[passage_id])
        seconds = {"search": time.monotonic() - started}
        if self.reranker and best:
            head = best[:RERANKED]
            judged = self.reranker.scores(question, [_with_section(found[passage_id]) for passage_id in head])
            merged = fuse(
                dict(zip(head, judged, strict=True)), {passage_id: scores[passage_id] for passage_id in head}, RERANKER_WEIGHT
            )
            scores |= merged
            best = sorted(head, key=lambda passage_id: -merged[passage_id]) + best[RERANKED:]
            seconds["rerank"] = time.monotonic() - started - seconds["search"]
        shown = diverse([found[passage_id] for passage_id in best])[:limit]
        return SearchResult(question, self._hits(shown, scores), seconds)

    def unknown_words(self, question: str, scope: Scope) -> list[str]:
        """The content words of a question that occur nowhere in the scope, in any form."""
        asked = words.content_words(question)
        return [word for word in asked if len(word) > 1 and not self.index.search_text(word, scope, 1)]

    def _hits(self, found: Sequence[Passage], scores: Mapping[str, float]) -> tuple[Hit, ...]:
        documents = {document.id: document for document in self.index.documents()}
        pages = self.index.pages_at({(passage.document_id, passage.page) for passage in found})
        hits: list[Hit] = []
        for passage in found:
            document, page = documents.get(passage.document_id), pages.get((passage.document_id, passage.page))
            if document and page:  # it may have been removed a moment ago
                boxes = citations.boxes(page, (passage.start, passage.end))
                hits.append(Hit(len(hits) + 1, passage, document.title, document.path, scores[passage.id], boxes))
        return tuple(hits)


def keywords(question: str) -> str:
    """A question without its stop words, for full-text search; the question itself if nothing else is left."""
    kept = [word for word in re.findall(r"\w[\w'’.-]*", question) if word.lower() not in words.STOP_WORDS]
    return " ".join(kept) or question


def fuse(first: Mapping[str, float], second: Mapping[str, float], weight: float) -> dict[str, float]:
    """Combines two rankings: ``weight`` times the first's scores plus the rest times the second's, each scaled to 0..1.

    A passage that one ranking lacks has 0 there. This convex combination of min-max scaled scores keeps how far apart
    scores are, which reciprocal rank fusion forgets (Bruch, Gai and Ingber, ACM TOIS 42, 2023).
    """
    one, two = _scaled(first), _scaled(second)
    return {key: weight * one.get(key, 0.0) + (1 - weight) * two.get(key, 0.0) for key in {**one, **two}}


def in_context(scores: Mapping[str, float], found: Mapping[str, Passage]) -> dict[str, float]:
    """Lifts the score of a passage by what else was found on its page and in its document.

    To the score come ``SAME_PAGE`` times that of the best other passage of the page, and ``SAME_DOCUMENT`` times the mean of
    the document's best five (absent ones count 0): who asks about one contract among many names it in words that stand on few
    of its pages.
    """
    on_page: dict[tuple[str, int], list[float]] = {}
    in_document: dict[str, list[float]] = {}
    for passage_id, score in sorted(scores.items(), key=lambda item: -item[1]):
        passage = found[passage_id]
        on_page.setdefault((passage.document_id, passage.page), []).append(score)
        in_document.setdefault(passage.document_id, []).append(score)
    lifted = {}
    for passage_id, score in scores.items():
        passage = found[passage_id]
        page = on_page[passage.document_id, passage.page]
        beside = page[0] if page[0] != score else (page[1] if len(page) > 1 else 0.0)
        document = sum(in_document[passage.document_id][:5]) / 5
        lifted[passage_id] = score + SAME_PAGE * beside + SAME_DOCUMENT * document
    return lifted


def diverse(ranked: Sequence[Passage]) -> list[Passage]:
    """The passages in order, but those beyond the second of a page after all others: ten hits are not to be one paragraph."""
    seen: dict[tuple[str, int], int] = {}
    first: list[Passage] = []
    later: list[Passage] = []
    for passage in ranked:
        page = passage.document_id, passage.page
        seen[page] = seen.get(page, 0) + 1
        (first if seen[page] <= PER_PAGE else later).append(passage)
    return first + later


def _scaled(scores: Mapping[str, float]) -> dict[str, float]:
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    return {key: (value - low) / (high - low) if high > low else 1.0 for key, value in scores.items()}


def _with_section(passage: Passage) -> str:
    text = words.clean(passage.text)
    return f"{passage.section}\n{text}" if passage.section else text
