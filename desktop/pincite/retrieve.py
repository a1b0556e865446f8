"""A question becomes ranked hits: full text and vectors, fused, then reranked if there is a reranker. Answers nothing."""

from __future__ import annotations

import re
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pincite import citations, passages, query, words
from pincite.domain import Hit, Passage, Scope, SearchResult, Span
from pincite.pinpoints import line_numbers
from pincite.ranking import best_first, diverse, fuse, in_context, lifted_by_sentences
from pincite.stamps import stamp_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from concurrent.futures import Future

    import numpy as np

    from pincite.domain import Document
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.models.reranker import Reranker
    from pincite.query import Query

CANDIDATES = 60  # passages taken from each of text and vectors
RERANKED = 20  # passages that the reranker reads
TEXT_WEIGHT = 0.55  # measured: between 0.4 and 0.7 little changes; pure vectors and pure text each lose on some kind of text
RERANKER_WEIGHT = 0.4  # measured: from 0.3 to 0.6 little changes; alone it is worse than the fusion on some kinds of text
READ_CLOSELY = 10  # passages of which the reranker reads each sentence by itself: those that are shown
SENTENCE_WEIGHT = 0.5  # measured: from 0.3 to 0.5 little changes; most is gained where questions ask for one fact

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
        best = best_first(scores)
        seconds = {"search": time.monotonic() - started}
        relevance: float | None = None
        sentences: dict[str, tuple[tuple[Span, float], ...]] = {}
        if self.reranker and best:
            texts = [_text(found[key], documents) for key in best[:RERANKED]]
            judged = self.reranker.scores(wanted.text, texts)  # fewer than asked for, if there is no time for more
            relevance = max(judged)
            head, rest = best[: len(judged)], best[len(judged) :]
            merged = fuse(dict(zip(head, judged, strict=True)), {key: alone[key] for key in head}, RERANKER_WEIGHT)
            merged = in_context(merged, found)
            closely = best_first(merged)[:READ_CLOSELY]
            if sentences := self._sentences(wanted.text, [found[key] for key in closely], documents):
                best_of = {key: max(score for _, score in sentences[key]) for key in sentences}
                merged |= lifted_by_sentences({key: merged[key] for key in sentences}, best_of, SENTENCE_WEIGHT)
            above = scores[rest[0]] if rest else 0.0  # so that scores fall from hit to hit
            scores |= {key: above + merged[key] for key in head}
            best = best_first(merged) + rest
            seconds["rerank"] = time.monotonic() - started - seconds["search"]
        shown = diverse([found[key] for key in best])[:limit]
        hits = tuple(replace(hit, sentences=sentences.get(hit.passage.id, ())) for hit in self._hits(shown, documents, scores))
        return SearchResult(question, hits, seconds, notes, relevance)

    def _sentences(
        self, question: str, closely: Sequence[Passage], documents: Mapping[str, Document]
    ) -> dict[str, tuple[tuple[Span, float], ...]]:
        """The reranker's score of each sentence of some passages, by passage id; without those that there was no time for."""
        assert self.reranker is not None
        numbered = citations.number_sentences((passage, "") for passage in closely)
        texts = [_text(replace(item.passage, text=item.text), documents) for item in numbered]
        judged = self.reranker.scores(question, texts) if texts else []
        found: dict[str, tuple[tuple[Span, float], ...]] = {}
        for item, score in zip(numbered, judged, strict=False):
            found[item.passage.id] = (*found.get(item.passage.id, ()), (item.span, score))
        if len(judged) < len(numbered):
            found.pop(numbered[len(judged)].passage.id, None)  # half read
        return found

    def _candidates(self, wanted: Query, scope: Scope, depth: int) -> tuple[dict[str, float], dict[str, Passage]]:
        """The passages that are worth ranking, by id, with their scores by words and by meaning."""
        with ThreadPoolExecutor(1) as beside:  # the question is embedded and its neighbours are found while words are searched
            vector = beside.submit(self.embedder.question, wanted.text) if self.embedder else None
            for read in (depth, 10 * depth, 100 * depth):  # deeper, where what is found may not be shown
                neighbours = beside.submit(self._by_meaning, vector, scope, read) if vector else None
                by_words = self._by_words(wanted, scope, read) if self.text or not neighbours else {}
                scores = fuse(by_words, neighbours.result(), TEXT_WEIGHT) if neighbours else by_words
                # those that were removed a moment ago are left out, too
                found = {key: one for key, one in self.index.passages(list(scores)).items() if wanted.allows(_whole(one))}
                all_seen = len(scores) < read or (self.text and wanted.required and len(by_words) < read)
                if not wanted.strict or len(found) >= depth or all_seen:
                    break
        return {key: scores[key] for key in found}, found

    def _by_meaning(self, vector: Future[np.ndarray], scope: Scope, limit: int) -> dict[str, float]:
        return dict(self.index.search_vectors(vector.result(), scope, limit))

    def _by_words(self, wanted: Query, scope: Scope, limit: int) -> dict[str, float]:
        return dict(self.index.search_text(keywords(wanted.text), scope, limit, wanted.phrases, wanted.required))

    def unknown_words(self, question: str, scope: Scope) -> list[str]:
        """The content words of a question that occur nowhere in the scope, in any form."""
        asked = words.content_words(question)
        return [word for word in asked if len(word) > 1 and not self.index.search_text(word, scope, 1)]

    def _hits(
        self, found: Sequence[Passage], documents: Mapping[str, Document], scores: Mapping[str, float]
    ) -> tuple[Hit, ...]:
        pages = self.index.excerpts(found)
        hits: list[Hit] = []
        for passage in found:
            if page := pages.get(passage.id):  # it may have been removed a moment ago
                document, boxes = documents[passage.document_id], citations.boxes(page, (passage.start, passage.end))
                lines = line_numbers(page, (passage.start, passage.end))
                score = scores[passage.id]
                hits.append(Hit(len(hits) + 1, passage, document.title, document.path, score, boxes, lines=lines))
        return tuple(hits)


def keywords(question: str) -> str:
    """A question without its stop words, for full-text search; the question itself if nothing else is left.

    What is written without spaces stays whole, since it may be a code: "7.3(b)".
    """
    chunks = re.findall(r"\w(?:\S*\w)?", question)
    kept = [chunk for chunk in chunks if chunk.lower() not in words.STOP_WORDS]
    return " ".join(kept) or question


def _whole(passage: Passage) -> str:
    """What words that must, or must not, occur are looked for in: a passage with the stamp of its page."""
    return f"{passage.text}\n{stamp_of(passage.page_label)}"


def _text(passage: Passage, documents: Mapping[str, Document]) -> str:
    """What the reranker reads of a passage: what it is found by."""
    document = documents[passage.document_id]
    names = passages.document_names(document.title, document.path)
    return passages.search_text(names, passage.section, passage.text)
