"""Tuning a reranker from pairs to a folder that a search can use."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fakes import HashEmbedder
from pincite.errors import FileError
from pincite.events import Progress
from pincite.tuning import reranker
from pincite.tuning.reranker import MINED, Task
from pincite.tuning.trainer import CHECKPOINT, Plan
from training import NOUNS, finish

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan(examples_a_step=8, learning_rate=3e-3, tokens=48, checks=2, frozen=0)


@pytest.fixture
def task(tiny_encoder: Path, tmp_path: Path) -> Task:
    """Pairs of 60 documents with a fee and a notice each, in a file."""
    lines = []
    for number in range(60):
        noun = NOUNS[number % 12]
        for what, text in (
            ("fee", f"{noun} pays the fee of {number}."),
            ("notice", f"a notice of {number} days for the {noun}."),
        ):
            lines.append({"query": f"what is the {what} {number} for the {noun}?", "positive": text, "doc": str(number)})
    data = tmp_path / "animals.jsonl"
    data.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return Task((data,), tiny_encoder, tmp_path / "tuned", tmp_path / "no-sources.toml", groups=200, negatives=2, plan=PLAN)


def test_a_folder_with_all_that_a_reranker_needs_is_written(task: Task) -> None:
    trained = finish(reranker.tune(task, HashEmbedder(), "cpu"))
    assert trained.after > 0
    names = {path.name for path in task.output.iterdir()}
    assert {"config.json", "tokenizer.json", "model.safetensors", "model.onnx", "README.md"} <= names
    assert not {CHECKPOINT, MINED} & names
    assert json.loads((task.output / "config.json").read_text())["architectures"] == ["BertForSequenceClassification"]
    assert "| animals |" in (task.output / "README.md").read_text(encoding="utf-8")


def test_a_run_that_was_stopped_does_not_mine_again(task: Task) -> None:
    run = reranker.tune(task, HashEmbedder(), "cpu")
    seen = []
    for event in run:
        assert isinstance(event, Progress)
        seen.append(event.what)
        if event.what == "training":
            break
    run.close()
    assert "embedding passages" in seen
    again = {event.what for event in reranker.tune(task, HashEmbedder(), "cpu") if isinstance(event, Progress)}
    assert "embedding passages" not in again
    assert "training" in again


def test_other_data_is_mined_anew(task: Task) -> None:
    first = reranker.tune(task, HashEmbedder(), "cpu")
    while not (task.output / MINED).exists():
        next(first)
    first.close()
    other = reranker.tune(replace(task, negatives=1), HashEmbedder(), "cpu")
    assert "embedding passages" in {event.what for event in other if isinstance(event, Progress)}


def test_a_handful_of_pairs_is_refused(task: Task, tmp_path: Path) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text('{"query": "Who pays?", "positive": "The tenant."}', encoding="utf-8")
    with pytest.raises(FileError, match="too few"):
        finish(reranker.tune(replace(task, data=(few,)), HashEmbedder(), "cpu"))


def test_pairs_whose_passages_are_all_the_same_are_refused(task: Task, tmp_path: Path) -> None:
    same = tmp_path / "same.jsonl"
    lines = [json.dumps({"query": f"Who pays {number}?", "positive": "The tenant.", "doc": "d"}) for number in range(40)]
    same.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(FileError, match="Nothing can be learnt"):
        finish(reranker.tune(replace(task, data=(same,)), HashEmbedder(), "cpu"))
