"""Mines hard negatives: passages that search would rank high for a question although they do not answer it. Trains nothing."""

from __future__ import annotations

import random
import tempfile
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pincite import passages, words
from pincite.domain import Document, DocumentStatus, Passage, Scope
from pincite.events import Progress, Stage
from pincite.index import Index
from pincite.passages import search_text
from pincite.retrieve import keywords

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

    from pincite.events import Event
    from pincite.models.embedder import Embedder
    from pincite.tuning.pairs import Pair

DEPTH = 30  # candidates taken from full text and from vectors
NEAR_DUPLICATE = 0.95  # cosine similarity to the positive from which a passage says the same
AT_MOST = 0.95
"""A passage of another document may be as similar to the question as this share of the positive's similarity, no more: beyond
it, it probably answers the question as well (the positive-aware "TopK-PercPos" of Moreira et al., NV-Retriever, 2024)."""
NAMED = 0.25  # share of the questions that are made to name their document, if it has a title
UNTITLED = 0.3  # share of the groups whose passages have neither title nor section in front, as in documents without
_NAMINGS = ("{title}: {query}", "In the {title}, {lower}", "{bare} according to the {title}?", "{bare} ({title})?")
_EMBEDDED_AT_ONCE = 256


@dataclass(frozen=True, slots=True)
class Group:
    """A question with passages as the reranker sees them: the first answers it, the others do not."""

    query: str
    texts: tuple[str, ...]
    source: str


def mine(pairs: Sequence[Pair], embedder: Embedder, count: int, seed: int) -> Generator[Event, None, list[Group]]:
    """Groups of each pair's question, its passage and up to ``count`` negatives, found among the passages of all the pairs.

    Negatives come from full text, from vectors and from the pair's own document. Left out are other positives of the same
    question, near-duplicates of the positive, and what in another document probably answers the question too; that last
    filter is off where the question names its document. Pairs for which no negative is found are left out.
    """
    corpus = list({pair.positive: pair for pair in pairs}.values())
    texts = [search_text(pair.title, pair.section, pair.positive) for pair in corpus]
    places = {pair.positive: place for place, pair in enumerate(corpus)}
    vectors = yield from _embed(texts, embedder, "embedding passages")
    queries = yield from _embed([pair.query for pair in pairs], embedder, "embedding questions")
    answers: dict[str, set[int]] = defaultdict(set)
    of_document: dict[tuple[str, str], list[int]] = defaultdict(list)
    for pair in pairs:
        answers[pair.query.casefold()].add(places[pair.positive])
    for place, pair in enumerate(corpus):
        of_document[pair.source, pair.document].append(place)
    telling = _telling_words([pair.title for pair in corpus])
    groups = []
    with tempfile.TemporaryDirectory() as folder:
        index = _index(texts, folder)
        for number, (pair, query) in enumerate(zip(pairs, queries, strict=True)):
            random_ = random.Random(f"{seed}/{pair.query}/{pair.positive}")
            place = places[pair.positive]
            named = bool(telling[pair.title] & set(words.stems(pair.query)))
            to_query, to_positive = vectors @ query, vectors @ vectors[place]
            limit = AT_MOST * to_query[place]

            def usable(
                other: int,
                pair: Pair = pair,
                named: bool = named,
                to_query: np.ndarray = to_query,
                to_positive: np.ndarray = to_positive,
                limit: float = limit,
            ) -> bool:
                if other in answers[pair.query.casefold()] or to_positive[other] >= NEAR_DUPLICATE:
                    return False
                same = corpus[other].source == pair.source and corpus[other].document == pair.document
                return same or named or bool(to_query[other] <= limit)

            by_words = [int(found) for found, _ in index.search_text(keywords(pair.query), Scope(), DEPTH)]
            by_meaning = [int(other) for other in np.argsort(-to_query)[:DEPTH]]
            beside = of_document[pair.source, pair.document]
            siblings = sorted(beside, key=lambda other: -to_query[other])[:DEPTH] if len(beside) > 1 else []
            pools = [[other for other in pool if usable(other)] for pool in (by_words, by_meaning, siblings)]
            if negatives := _choose(pools, count, random_):
                groups.append(_group(pair, [corpus[other] for other in negatives], named, random_))
            if number % 50 == 0:
                yield Progress(Stage.TUNING, number, len(pairs), "finding passages that mislead")
    return groups


def _embed(texts: Sequence[str], embedder: Embedder, what: str) -> Generator[Event, None, np.ndarray]:
    made = []
    for start in range(0, len(texts), _EMBEDDED_AT_ONCE):
        yield Progress(Stage.TUNING, start, len(texts), what)
        made.append(embedder.passages(texts[start : start + _EMBEDDED_AT_ONCE]))
    return np.concatenate(made) if made else np.empty((0, embedder.dimension), np.float32)


def _index(texts: Sequence[str], folder: str) -> Index:
    """An index of its own whose passage ids are the places of the texts."""
    index = Index(folder)
    index.create(passages.SPLITTER)
    found = [
        Passage(str(place), "pairs", 1, "1", "", 0, len(text), ((0, len(text)),), text) for place, text in enumerate(texts)
    ]
    document = Document("pairs", "Pairs", "", (), 1, DocumentStatus.TEXT, "1970-01-01T00:00:00+00:00", len(found))
    index.begin(document, ())
    index.publish(document, found, texts)
    index.optimize()
    return index


def _telling_words(titles: Sequence[str]) -> Mapping[str, set[str]]:
    """The stems in each title that tell it from most others: "Halvorsen" rather than "agreement"."""
    stems = {title: set(words.stems(title)) for title in {*titles}}
    used = Counter(stem for title in stems for stem in stems[title])
    return {title: {stem for stem in stems[title] if used[stem] <= max(2, len(stems) // 20)} for title in stems}


def _choose(pools: Sequence[Sequence[int]], count: int, random_: random.Random) -> list[int]:
    """Takes from the pools in turn, mostly near their heads, until there are enough or none is left."""
    left = [list(pool) for pool in pools]
    chosen: list[int] = []
    while len(chosen) < count and any(left):
        for pool in left:
            pool[:] = [other for other in pool if other not in chosen]
            if pool and len(chosen) < count:
                chosen.append(pool.pop(min(int(random_.expovariate(0.25)), len(pool) - 1)))
    return chosen


def _group(pair: Pair, negatives: Sequence[Pair], named: bool, random_: random.Random) -> Group:
    query, titled = pair.query, True
    if not named:
        if pair.title and random_.random() < NAMED:
            bare = query.rstrip(" ?.")
            form = random_.choice(_NAMINGS)
            query = form.format(title=pair.title, query=query, lower=query[:1].lower() + query[1:], bare=bare)
        else:
            titled = random_.random() >= UNTITLED
    texts = [
        search_text(one.title if titled else "", one.section if titled else "", one.positive) for one in (pair, *negatives)
    ]
    return Group(query, tuple(texts), pair.source)
