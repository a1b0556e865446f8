"""Training: that it learns, can be stopped and gone on with, and starts only from what it can use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch
from safetensors.torch import load_file

from pincite.errors import ModelError
from pincite.events import Progress
from pincite.tuning.negatives import Group
from pincite.tuning.objectives import Ranking
from pincite.tuning.trainer import CHECKPOINT, Plan, Trainer
from training import NOUNS, finish

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan(epochs=12, examples_a_step=8, learning_rate=3e-3, tokens=48, checks=6, patience=6)


def groups(nouns: list[str]) -> list[Group]:
    """The right passage is the one that speaks of a fee."""
    others = ["a notice period of days.", "the report on months.", "what is in the section?"]
    return [
        Group(f"what is the fee for the {noun}?", (f"{noun} pays the fee.", *(f"{noun} {rest}" for rest in others)), "animals")
        for noun in nouns
    ]


def test_it_learns_to_put_the_right_passage_first(tiny_encoder: Path, tmp_path: Path) -> None:
    trainer = Trainer(tiny_encoder, tmp_path / "out", PLAN, "cpu", Ranking())
    trained = finish(trainer.train(groups(NOUNS), groups(NOUNS)))
    assert trained.after > trained.before
    assert trained.after > 0.95
    notice, fee, report = trainer.scores("fee for the lynx?", ["a notice of days.", "lynx pays the fee.", "report on months."])
    assert fee > max(notice, report)


def test_the_result_can_be_gone_on_with(tiny_encoder: Path, tmp_path: Path) -> None:
    finish(Trainer(tiny_encoder, tmp_path / "one", PLAN, "cpu", Ranking()).train(groups(NOUNS), groups(NOUNS)))
    again = Trainer(tmp_path / "one", tmp_path / "two", PLAN, "cpu", Ranking())
    assert finish(again.train(groups(NOUNS[:2]), groups(NOUNS))).before > 0.95


def test_a_training_that_was_stopped_ends_as_one_that_was_not(tiny_encoder: Path, tmp_path: Path) -> None:
    whole = finish(Trainer(tiny_encoder, tmp_path / "whole", PLAN, "cpu", Ranking()).train(groups(NOUNS), groups(NOUNS)))
    stopped = Trainer(tiny_encoder, tmp_path / "stopped", PLAN, "cpu", Ranking()).train(groups(NOUNS), groups(NOUNS))
    for event in stopped:
        if (tmp_path / "stopped" / CHECKPOINT).exists() and isinstance(event, Progress) and event.what == "training":
            break  # a step or more after the first checkpoint
    steps_before = event.done
    stopped.close()
    resumed = Trainer(tiny_encoder, tmp_path / "stopped", PLAN, "cpu", Ranking()).train(groups(NOUNS), groups(NOUNS))
    first = next(resumed)
    assert isinstance(first, Progress)
    assert first.what == "training"
    assert 1 < first.done <= steps_before
    ended = finish(resumed)
    assert (ended.before, ended.after, ended.steps) == (whole.before, whole.after, whole.steps)
    one, two = (load_file(tmp_path / name / "model.safetensors") for name in ("whole", "stopped"))
    assert all(torch.allclose(one[name], two[name], atol=1e-5) for name in one)


def test_a_checkpoint_of_other_settings_is_not_used(
    tiny_encoder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    earlier = Trainer(tiny_encoder, tmp_path, PLAN, "cpu", Ranking()).train(groups(NOUNS), groups(NOUNS))
    while not (tmp_path / CHECKPOINT).exists():
        next(earlier)
    earlier.close()
    other = Plan(**{name: getattr(PLAN, name) for name in ("epochs", "examples_a_step", "tokens")}, seed=2)
    first = next(Trainer(tiny_encoder, tmp_path, other, "cpu", Ranking()).train(groups(NOUNS), groups(NOUNS)))
    assert isinstance(first, Progress)
    assert first.what != "training"
    assert "starts anew" in caplog.text


def test_it_stops_when_nothing_is_gained(tiny_encoder: Path, tmp_path: Path) -> None:
    plan = Plan(epochs=40, examples_a_step=8, learning_rate=0.0, tokens=48, checks=20, patience=2)
    trained = finish(Trainer(tiny_encoder, tmp_path, plan, "cpu", Ranking()).train(groups(NOUNS), groups(NOUNS)))
    assert trained.steps < 10
    assert trained.before == trained.after


def test_scores_keep_the_order_of_the_texts(tiny_encoder: Path, tmp_path: Path) -> None:
    trainer = Trainer(tiny_encoder, tmp_path, PLAN, "cpu", Ranking())
    texts = [f"the {noun} " * (1 + number % 5) for number, noun in enumerate(NOUNS * 3)]
    together = trainer.scores("what is the fee?", texts)
    assert together == pytest.approx([trainer.scores("what is the fee?", [text])[0] for text in texts], abs=1e-5)


def test_a_question_longer_than_all_that_is_read_does_no_harm(tiny_encoder: Path, tmp_path: Path) -> None:
    trainer = Trainer(tiny_encoder, tmp_path, PLAN, "cpu", Ranking())
    assert len(trainer.scores("the otter " * 200, ["the fee", "the heron " * 200])) == 2


def test_a_folder_without_an_encoder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no encoder"):
        Trainer(tmp_path, tmp_path / "out", PLAN, "cpu", Ranking())


def test_an_encoder_of_a_kind_that_cannot_be_converted_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"model_type": "distilbert"}', encoding="utf-8")
    with pytest.raises(ModelError, match="“distilbert”, which cannot be tuned"):
        Trainer(tmp_path, tmp_path / "out", PLAN, "cpu", Ranking())
