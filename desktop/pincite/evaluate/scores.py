"""Turns ranks and counts into scores with intervals. Pure; knows no library.

Intervals are 95% percentile bootstrap intervals over the questions (Efron and Tibshirani, An Introduction to the Bootstrap,
1993, chapter 13): what other questions of the same kind would have changed. With few questions, and for shares near 0 or 1,
they are too narrow.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from pincite.domain import Answer, Citation, Hit

ROUNDS = 2000  # the ends of the intervals then move by about 0.001 from one seed to the next
SEED = 0
_BLOCK = 1_000_000  # draws made at once, which bounds the memory


@dataclass(frozen=True, slots=True)
class Estimate:
    """A score with the ends of its 95% interval, and of how many cases (questions, citations, sentences) it is the mean."""

    value: float
    low: float
    high: float
    count: int


def estimate(sums: Sequence[float], counts: Sequence[int] | None = None) -> Estimate | None:
    """The mean over all cases of all questions, with its interval; None if there are no cases.

    Whole questions are drawn, since the citations of one answer are right or wrong together. The same number of questions is
    always drawn in the same way, so the estimate of differences is that of the paired bootstrap.

    Args:
        sums: For each question the sum over its cases.
        counts: For each question the number of its cases; None: one each.
    """
    import numpy as np

    top = np.asarray(sums, dtype=float)
    bottom = np.ones(len(top)) if counts is None else np.asarray(counts, dtype=float)
    if not bottom.sum():
        return None
    generator = np.random.default_rng(SEED)
    means: list[float] = []
    block = max(1, _BLOCK // len(top))
    for done in range(0, ROUNDS, block):
        drawn = generator.integers(len(top), size=(min(block, ROUNDS - done), len(top)))
        earned, cases = top[drawn].sum(axis=1), bottom[drawn].sum(axis=1)
        means.extend(earned[cases > 0] / cases[cases > 0])
    low, high = np.quantile(means, (0.025, 0.975))
    return Estimate(float(top.sum() / bottom.sum()), float(low), float(high), int(bottom.sum()))


def page_rank(hits: Sequence[Hit], gold: AbstractSet[tuple[str, int]]) -> int | None:
    """The place, from 1, of the first gold (document id, page) among the distinct pages of the hits; None if none is there."""
    pages = dict.fromkeys((hit.passage.document_id, hit.passage.page) for hit in hits)
    return next((rank for rank, page in enumerate(pages, 1) if page in gold), None)


def recall(rank: int | None, depth: int) -> float:
    """1 if a gold page is among the first ``depth`` pages, otherwise 0."""
    return float(rank is not None and rank <= depth)


def reciprocal_rank(rank: int | None, depth: int) -> float:
    """1 divided by the rank; 0 beyond ``depth``."""
    return 1 / rank if rank is not None and rank <= depth else 0.0


MEASURES: Mapping[str, Callable[[int | None], float]] = {
    "page recall@1": lambda rank: recall(rank, 1),
    "page recall@5": lambda rank: recall(rank, 5),
    "page recall@10": lambda rank: recall(rank, 10),
    "MRR@10": lambda rank: reciprocal_rank(rank, 10),
}
"""What a search is scored by: each turns the rank of the first gold page into a score of 0 to 1."""


def search_scores(ranks: Sequence[int | None]) -> dict[str, Estimate | None]:
    """The measures over the ranks of some questions."""
    return {name: estimate([measure(rank) for rank in ranks]) for name, measure in MEASURES.items()}


def differences(ranks: Sequence[int | None], over: Sequence[int | None]) -> dict[str, Estimate | None]:
    """By how much the first ranks score higher than the second, which are of the same questions in the same order."""
    return {
        name: estimate([measure(one) - measure(other) for one, other in zip(ranks, over, strict=True)])
        for name, measure in MEASURES.items()
    }


def citations(answer: Answer) -> list[Citation]:
    """What the sentences of an answer cite; nothing if no answer was found."""
    return [citation for sentence in answer.sentences for citation in sentence.citations] if answer.found else []


def tally(
    answer: Answer, gold: AbstractSet[tuple[str, int]], page_texts: Mapping[tuple[str, int], str]
) -> dict[str, tuple[int, int]]:
    """What one answer earns for each score, and out of how much.

    "found": it was found, of answerable questions; "false found": the same, of the others; "citation precision": citations of a
    gold page, of all in answers to answerable questions; "citation recall": a gold page is cited, of answerable questions;
    "verbatim quotes": quotes that stand on the stored page, of all quotes.

    Args:
        answer: The answer.
        gold: The (document id, page) that answer the question; empty: it cannot be answered.
        page_texts: The stored text of the cited pages, by (document id, page).
    """
    cited = citations(answer)
    answerable = bool(gold)
    right = sum((citation.document_id, citation.page) in gold for citation in cited)
    stored = [_letters(page_texts.get((citation.document_id, citation.page), "")) for citation in cited]
    verbatim = sum(_letters(citation.quote) in text for citation, text in zip(cited, stored, strict=True))
    return {
        "found": (answer.found and answerable, answerable),
        "false found": (answer.found and not answerable, not answerable),
        "citation precision": (right, len(cited) if answerable else 0),
        "citation recall": (right > 0, answerable),
        "verbatim quotes": (verbatim, len(cited)),
    }


def answer_scores(tallies: Sequence[Mapping[str, tuple[int, int]]]) -> dict[str, Estimate | None]:
    """The scores over the tallies of all answers, of which there is at least one."""
    return {
        name: estimate([earned[name][0] for earned in tallies], [earned[name][1] for earned in tallies]) for name in tallies[0]
    }


def _letters(text: str) -> str:
    """A text without white space and hyphens, which differ between a quote and the lines of its page."""
    return re.sub(r"[\s\-\u00ad\u2010]+", "", unicodedata.normalize("NFKC", text))


def spread(seconds: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile of some times."""
    import numpy as np

    median, p95 = np.quantile(seconds, (0.5, 0.95))
    return float(median), float(p95)
