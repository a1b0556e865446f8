"""Scores of passages are combined into one order. Pure: searches nothing, loads no model."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.domain import Passage

Key = TypeVar("Key")

SAME_PAGE = 0.15  # this and the next: measured; twice or half as much does little, both help on every kind of text tried
SAME_DOCUMENT = 0.2
PER_PAGE = 2


def fuse(first: Mapping[str, float], second: Mapping[str, float], weight: float) -> dict[str, float]:
    """Combines two rankings: ``weight`` times the first's scores plus the rest times the second's, each scaled to 0..1.

    A passage that one ranking lacks has 0 there. This convex combination of min-max scaled scores keeps how far apart
    scores are, which reciprocal rank fusion forgets (Bruch, Gai and Ingber, ACM TOIS 42, 2023).
    """
    one, two = scaled(first), scaled(second)
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


def lifted_by_sentences(scores: Mapping[str, float], best_sentences: Mapping[str, float], weight: float) -> dict[str, float]:
    """Orders some passages anew by their best sentences, between the highest and the lowest of their scores.

    A passage can hold the answer in one sentence among many, which a score of the whole hardly shows. ``weight`` is what the
    best sentence counts against the score that there was, both scaled to 0..1.
    """
    low, high = min(scores.values()), max(scores.values())
    return {key: low + (high - low) * value for key, value in fuse(best_sentences, scores, weight).items()}


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


def best_first(scores: Mapping[str, float]) -> list[str]:
    """The keys, those with the highest scores first."""
    return sorted(scores, key=lambda key: -scores[key])


def scaled(scores: Mapping[Key, float]) -> dict[Key, float]:
    """The scores moved and stretched so that the least is 0 and the greatest 1; all 1 where they do not differ."""
    if not scores:
        return {}
    low, high = min(scores.values()), max(scores.values())
    return {key: (value - low) / (high - low) if high > low else 1.0 for key, value in scores.items()}
