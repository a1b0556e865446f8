"""Whether the evidence found for a question holds an answer: a probability, from figures that need no language model. Pure."""

from __future__ import annotations

import math
from pathlib import PurePath
from typing import TYPE_CHECKING

from pincite import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.domain import Hit

FOUND = 0.5
"""Below this probability Pincite says that the documents hold no answer."""

# Logistic regression, balanced classes, on 290 answerable and 145 unanswerable questions over health plans, contracts,
# textbooks and medical articles. Fitted on three of these and tried on the fourth, it let 94 to 96% of the answerable through,
# and of the unanswerable none of 35 (textbooks), 5 of 50 (medicine), 15 of 50 (contracts), 4 of 10 (health plans). The figures
# below are fitted on all four. Without an embedder "nearest" is a share of words, for which they are no more than a guide.
_NEAREST = 10.39
_COVERED = 4.62
_UNKNOWN = -8.75
_NAME_MISSING = -4.12
_BIAS = -7.83


def probability(question: str, hits: Sequence[Hit], nearest: float, unknown: Sequence[str]) -> float:
    """How likely the hits hold the answer, from 0 to 1.

    Args:
        question: What is asked.
        hits: The passages that evidence is taken from.
        nearest: Similarity of question and nearest sentence of the evidence, from 0 to 1.
        unknown: Content words of the question that occur nowhere in what was searched.
    """
    if not hits:
        return 0.0
    asked = words.stems(question)
    found = [_stems(hit) for hit in hits]
    covered = max(len(asked & stems) for stems in found) / max(1, len(asked))
    unknown_share = len(unknown) / max(1, len(words.content_words(question)))
    missing = {words.stem(name) for name in words.names(question)} - set().union(*found)
    score = _NEAREST * nearest + _COVERED * covered + _UNKNOWN * unknown_share + _NAME_MISSING * bool(missing) + _BIAS
    return 1 / (1 + math.exp(-score))


def _stems(hit: Hit) -> set[str]:
    name = PurePath(hit.path).stem.replace("-", " ").replace("_", " ")
    return words.stems(f"{hit.title} {name} {hit.passage.section} {hit.passage.text}")
