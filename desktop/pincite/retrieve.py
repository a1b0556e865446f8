"""A question becomes ranked hits: full text and vectors, fused, then reranked if there is a reranker. Answers nothing."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite import citations, passages, query, words
from pincite.domain import Hit, Passage, Scope, SearchResult

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.domain import Document
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.models.reranker import Reranker
    from pincite.query import Query

CANDIDATES = 60  # passages taken from each of text and vectors
RERANKED = 20  # passages that the reranker reads
TEXT_WEIGHT = 0.55  # measured: between 0.4 and 0.7 little changes; pure vectors and pure text each lose on some kind of text
RERANKER_WEIGHT = 0.4  # measured: from 0.3 to 0.6 little changes; alone it is worse than the fusion on some kinds of text
SAME_PAGE = 0.15  # this and the next: measured; twice or half as much does little, both help on every kind of text tried
SAME_DOCUMENT = 0.2
PER_PAGE = 2

_NO_PHRASE = "No passage has the words in quotation marks as they stand. These come nearest."
_ONLY_EXCLUDED = "Everything that was typed is to be left out. Type what is to be found as well."


@dataclass(frozen=True)
class Retriever:
    """Finds passages in an index.

    Without an embedder it searches by words alone, without a reranker it does not rerank, with ``text`` False by meaning alone.
    """

    index: Index
    embedder: Embedder | None = None
    reranker: Reranker | None = None
    text: bool = True

    def search(self, question: str, scope: Scope, limit: int, typed: bool = False) -> SearchResult:
        """The best passages for a question, at most ``limit``, within the scope.

        With ``typed`` the question is what was typed to search for: quotes and minus signs are taken as :mod:`query` says.
        ``seconds`` has "search" (both searches and the embedding of the question), and "rerank" if that was done.
        """
        started = time.monotonic()
        wanted = query.parse(question) if typed else query.question(question)
        if not wanted.text:
            return SearchResult(question, (), notes=(_ONLY_EXCLUDED,))
        notes: tuple[str, ...] = ()
        alone, found = self._candidates(wanted, scope, max(CANDIDATES, limit))
        if not found and wanted.required:
            notes = (_NO_PHRASE,)
            alone, found = self._candidates(wanted.without_required(), scope, max(CANDIDATES, limit))
        documents = self.index.documents_at({passage.document_id for passage in found.values()})
        alone = {key: score for key, score in alone.items() if found[key].document_id in documents}
        scores = in_context(alone, found)
        best = _ranked(scores)
        seconds = {"search": time.monotonic() - started}
        if self.reranker and best:
            texts = [_text(found[key], documents) for key in best[:RERANKED]]
            judged = self.reranker.scores(wanted.text, texts)  # fewer than asked for, if there is no time for more
            head, rest = best[: len(judged)], best[len(judged) :]
            merged = fuse(dict(zip(head, judged, strict=True)), {key: alone[key] for key in head}, RERANKER_WEIGHT)
            merged = in_context(merged, found)
            above = scores[rest[0]] if rest else 0.0  # so that scores fall from hit to hit
            scores |= {key: above + merged[key] for key in head}
            best = _ranked(merged) + rest
            seconds["rerank"] = time.monotonic() - started - seconds["search"]
        shown = diverse([found[key] for key in best])[:limit]
        return SearchResult(question, self._hits(shown, documents, scores), seconds, notes)

    def _candidates(self, wanted: Query, scope: Scope, depth: int) -> tuple[dict[str, float], dict[str, Passage]]:
        """The passages that are worth ranking, by id, with their scores by words and by meaning."""
        vector = self.embedder.question(wanted.text) if self.embedder else None
        for read in (depth, 10 * depth, 100 * depth):  # deeper, where what is found may not be shown
            by_words = self._by_words(wanted, scope, read) if self.text or vector is None else {}
            near = dict(self.index.search_vectors(vector, scope, read)) if vector is not None else {}
            scores = fuse(by_words, near, TEXT_WEIGHT) if vector is not None else by_words
            # those that were removed a moment ago are left out, too
            found = {key: passage for key, passage in self.index.passages(list(scores)).items() if wanted.allows(passage.text)}
            all_seen = len(scores) < read or (self.text and wanted.required and len(by_words) < read)
            if not wanted.strict or len(found) >= depth or all_seen:
                break
        return {key: scores[key] for key in found}, found

    def _by_words(self, wanted: Query, scope: Scope, limit: int) -> dict[str, float]:
        return dict(self.index.search_text(keywords(wanted.text), scope, limit, wanted.phrases, wanted.required))

    def unknown_words(self, question: str, scope: Scope) -> list[str]:
        """The content words of a question that occur nowhere in the scope, in any form."""
        asked = words.content_words(question)
        return [word for word in asked if len(word) > 1 and not self.index.search_text(word, scope, 1)]

    def _hits(
        self, found: Sequence[Passage], documents: Mapping[str, Document], scores: Mapping[str, float]
    ) -> tuple[Hit, ...]:
        pages = self.index.pages_at({(passage.document_id, passage.page) for passage in found})
        hits: list[Hit] = []
        for passage in found:
            if page := pages.get((passage.document_id, passage.page)):  # it may have been removed a moment ago
                document, boxes = documents[passage.document_id], citations.boxes(page, (passage.start, passage.end))
                hits.append(Hit(len(hits) + 1, passage, document.title, document.path, scores[passage.id], boxes))
        return tuple(hits)


def keywords(question: str) -> str:
    """A question without its stop words, for full-text search; the question itself if nothing else is left.

    What is written without spaces stays whole, since it may be a code: "7.3(b)".
    """
    chunks = re.findall(r"\w(?:\S*\w)?", question)
    kept = [chunk for chunk in chunks if chunk.lower() not in words.STOP_WORDS]
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


def _ranked(scores: Mapping[str, float]) -> list[str]:
    return sorted(scores, key=lambda key: -scores[key])


def _text(passage: Passage, documents: Mapping[str, Document]) -> str:
    """What the reranker reads of a passage: what it is found by."""
    document = documents[passage.document_id]
    names = passages.document_names(document.title, document.path)
    return passages.search_text(names, passage.section, passage.text)
