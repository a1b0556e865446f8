"""``pincite tune`` from data to a model that can be put in use; and what it refuses before any training."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from fakes import HashEmbedder
from pincite.cli.tuning import UNFINISHED
from terminals import Terminal
from training import NOUNS

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.settings import Settings


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr("pincite.models.loader.InstalledModels.embedder", lambda _: HashEmbedder())
    return Terminal(capsys, settings)


@pytest.fixture
def pairs(tmp_path: Path) -> str:
    lines = [
        {"query": f"what is the {what} for the {noun}?", "positive": f"{noun}: the {what} of {number}.", "doc": noun}
        for number, noun in enumerate(NOUNS)
        for what in ("fee", "notice", "report")
    ]
    return written(tmp_path / "pairs.jsonl", lines)


@pytest.fixture
def claims(tmp_path: Path) -> str:
    lines = [
        {
            "title": f"{noun} {number} agreement",
            "evidence": f"the {noun} pays the fee of {number} in {number} days.",
            "question": f"what is the fee for the {noun}?",
            "true": [f"the fee is {number}."],
            "false": ["the fee is a notice.", f"the report is {number}."],
        }
        for noun in NOUNS
        for number in range(4)
    ]
    return written(tmp_path / "claims.jsonl", lines)


def written(file: Path, lines: list[dict[str, object]]) -> str:
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return str(file)


def test_a_tuned_reranker_can_be_put_in_use(terminal: Terminal, pairs: str, tiny_encoder: Path, settings: Settings) -> None:
    base = ["--from", str(tiny_encoder), "--name", "my-field"]
    status, _, err = terminal.run("tune", "reranker", "--data", pairs, *base, "--negatives", "1")
    assert status == 0, err
    assert "pincite models use my-field" in err
    assert not (settings.models / UNFINISHED / "my-field").exists()
    assert terminal.run("models", "use", "my-field")[0] == 0
    listed = terminal.run("models", "list")[1]
    assert any("my-field" in line and "in use" in line for line in listed.splitlines())
    status, _, err = terminal.run("tune", "reranker", "--data", pairs, *base)
    assert status == 1
    assert "There is a model “my-field” already" in err


def test_a_tuned_judge_is_known_as_one(terminal: Terminal, claims: str, tiny_encoder: Path, settings: Settings) -> None:
    status, _, err = terminal.run("tune", "judge", "--data", claims, "--from", str(tiny_encoder), "--epochs", "1")
    assert status == 0, err
    assert "tells proven claims from others" in err
    assert terminal.run("models", "use", "tuned-judge")[0] == 0
    assert type(settings).load().judge == "tuned-judge"


@pytest.mark.parametrize(
    ("name", "said"), [("../x", "cannot be the name"), (".hidden", "cannot be the name"), ("all-MiniLM-L6-v2", "already")]
)
def test_a_name_that_cannot_be_given_is_refused_at_once(terminal: Terminal, pairs: str, name: str, said: str) -> None:
    status, _, err = terminal.run("tune", "reranker", "--data", pairs, "--name", name)
    assert status == 1
    assert said in err


def test_a_base_that_is_no_model_is_refused_at_once(terminal: Terminal, claims: str, tmp_path: Path) -> None:
    status, _, err = terminal.run("tune", "judge", "--data", claims, "--from", str(tmp_path))
    assert status == 1
    assert "no encoder to start from" in err
