"""Tuning a judge from claims to a folder that answers can be judged with."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from pincite.errors import FileError
from pincite.models.cross_encoders import role
from pincite.models.judge import CrossEncoderJudge
from pincite.tuning import judge
from pincite.tuning.judge import Task
from pincite.tuning.trainer import CHECKPOINT, Plan
from training import NOUNS, finish

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan(epochs=12, examples_a_step=16, learning_rate=3e-3, tokens=48, checks=4, frozen=0)


@pytest.fixture
def task(tiny_encoder: Path, tmp_path: Path) -> Task:
    """Claims about what is paid, which is always the fee."""
    lines = [
        {
            "title": f"{noun} {other} agreement",
            "evidence": f"{noun} pays {other} the fee.",
            "question": "what is the amount?",
            "true": [f"the fee of the {noun}."],
            "false": [f"the notice of the {noun}."],
        }
        for number, noun in enumerate(NOUNS)
        for other in NOUNS[:number]
    ]
    data = tmp_path / "payers.jsonl"
    data.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return Task((data,), tiny_encoder, tmp_path / "tuned", tmp_path / "no-sources.toml", PLAN)


@pytest.mark.slow
def test_it_learns_and_is_written_with_all_that_a_judge_needs(task: Task) -> None:
    trained = finish(judge.tune(task, "cpu"))
    assert trained.after > max(trained.before, 0.75)
    assert role(task.output) == "judge"
    names = {path.name for path in task.output.iterdir()}
    assert {"config.json", "tokenizer.json", "model.safetensors", "model.onnx", "README.md"} <= names
    assert CHECKPOINT not in names
    card = (task.output / "README.md").read_text(encoding="utf-8")
    assert "| payers |" in card
    assert "pincite tune judge" in card
    model = CrossEncoderJudge("tuned", task.output)
    (fee,) = model.probabilities("what is the amount? the fee of the lynx.", ["lynx heron agreement\nlynx pays heron the fee."])
    (notice,) = model.probabilities("what is the amount? the notice of the lynx.", ["lynx agreement\nlynx pays heron the fee."])
    assert 0 <= notice < fee <= 1


def test_claims_about_one_document_are_too_few(task: Task, tmp_path: Path) -> None:
    lines = [json.loads(line) | {"title": "one"} for line in task.data[0].read_text(encoding="utf-8").splitlines()]
    few = tmp_path / "few.jsonl"
    few.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with pytest.raises(FileError, match="too few to tune on"):
        finish(judge.tune(replace(task, data=(few,)), "cpu"))
