"""Whether the evidence found for a question holds an answer: a probability, from figures that need no language model. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING

from pincite import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.domain import Hit


class Caution(StrEnum):
    """When Pincite says that the documents hold no answer: the user's choice."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    EAGER = "eager"

    @property
    def threshold(self) -> float:
        """The probability below which there is said to be no answer."""
        return {Caution.CAUTIOUS: 0.7, Caution.BALANCED: 0.4, Caution.EAGER: 0.25}[self]

    @property
    def one_missed_in(self) -> int:
        """Of so many answerable questions about one is said to have no answer; measured on the questions of the fit."""
        return {Caution.CAUTIOUS: 9, Caution.BALANCED: 17, Caution.EAGER: 28}[self]

    @property
    def one_wrong_in(self) -> int | None:
        """Of so many unanswerable questions about one is answered; measured likewise. None: hardly any."""
        return {Caution.CAUTIOUS: None, Caution.BALANCED: 16, Caution.EAGER: 5}[self]


CALIBRATED_ON = "pincite-reranker-small"
"""The reranker whose scores are understood here; those of another are on another scale."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """Weights of a logistic regression."""

    nearest: float
    covered: float
    unknown: float
    name_missing: float
    relevance: float
    bias: float


# Fitted to 350 answerable and 155 unanswerable questions over health plans, contracts, textbooks and medical articles; classes
# balanced, each set with the same weight. Fitted on three sets and tried on the fourth, at 0.6 it let 89 to 94% of the
# answerable questions through, and of the unanswerable 1 of 10, 2 of 50 (medicine), 4 of 60 (contracts), 0 of 35 (textbooks);
# at 0.5 92 to 96%, but 17 of 60 on contracts.
_WITH_RERANKER = _Fit(nearest=8.00, covered=2.51, unknown=-5.18, name_missing=-3.03, relevance=0.440, bias=-7.06)
_WITHOUT = _Fit(nearest=9.37, covered=3.23, unknown=-8.25, name_missing=-2.77, relevance=0.0, bias=-6.78)


def probability(
    question: str, hits: Sequence[Hit], nearest: float, unknown: Sequence[str], relevance: float | None = None
) -> float:
    """How likely the hits hold the answer, from 0 to 1.

    Args:
        question: What is asked.
        hits: The passages that evidence is taken from.
        nearest: Similarity of question and nearest sentence of the evidence, from 0 to 1.
        unknown: Content words of the question that occur nowhere in what was searched.
        relevance: The highest score that the reranker ``CALIBRATED_ON`` gave a passage; None: it was not asked.
    """
    if not hits:
        return 0.0
    asked = words.stems(question)
    found = [_stems(hit) for hit in hits]
    covered = max(len(asked & stems) for stems in found) / max(1, len(asked))
    unknown_share = len(unknown) / max(1, len(words.content_words(question)))
    missing = {words.stem(name) for name in words.names(question)} - set().union(*found)
    fit = _WITHOUT if relevance is None else _WITH_RERANKER
    score = fit.nearest * nearest + fit.covered * covered + fit.unknown * unknown_share + fit.name_missing * bool(missing)
    return 1 / (1 + math.exp(-(score + fit.relevance * (relevance or 0.0) + fit.bias)))


def _stems(hit: Hit) -> set[str]:
    name = PurePath(hit.path).stem.replace("-", " ").replace("_", " ")
    return words.stems(f"{hit.title} {name} {hit.passage.section} {hit.passage.text}")
