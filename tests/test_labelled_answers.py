"""What a language model wrote about the samples, labelled by hand: of what is called proven, at least 95% must be so.

``claims/answers.jsonl`` has sentences that the default model wrote for a hundred questions about the samples, as far as they
were called supported when they were written. Label: would a careful reader, who knows only the cited words and their heading,
sign the sentence as an answer, or part of an answer, to the question? Ten of them are not proven; ``why`` says what is wrong.
The rules were made looking at them, so this guards what was reached, and does not measure what other documents would show.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pincite import citations
from pincite.domain import Support
from pincite.models.judge import CrossEncoderJudge
from pincite.passages import search_text
from pincite.settings import data_folder
from pincite.verdicts import judge_parts

ANSWERS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "claims" / "answers.jsonl").read_text(encoding="utf-8").splitlines()
]
PROVEN_SHARE = 0.95
LOST = 1
"""Of the proven sentences, how many may be called weak or unsupported."""


@pytest.fixture(scope="module")
def supported() -> list[dict[str, Any]]:
    """The sentences that are called supported now."""
    judge = CrossEncoderJudge("pincite-judge-small", data_folder("resources") / "models" / "pincite-judge-small")
    found = []
    for answer in ANSWERS:
        read = search_text(answer["title"], answer["section"], " ".join(answer["cited"]))
        (proof,) = judge.probabilities(citations.claim(answer["question"], answer["said"]), [read])
        known = f"{answer['question']} {answer['title']}"
        if judge_parts(answer["said"], answer["cited"], known, proof)[0] is Support.SUPPORTED:
            found.append(answer)
    return found


def test_what_is_called_supported_is_proven(supported: list[dict[str, Any]]) -> None:
    assert sum(answer["proven"] for answer in supported) >= PROVEN_SHARE * len(supported)


def test_what_is_proven_is_called_supported(supported: list[dict[str, Any]]) -> None:
    assert len(ANSWERS) >= 100
    assert sum(answer["proven"] for answer in supported) >= sum(answer["proven"] for answer in ANSWERS) - LOST
