"""The command "eval": its table, its JSON, its exit status, and how progress is shown while it goes on."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from fakes import LEASE_NOTICE, DirectParser, FakeModels, ScriptedGenerator, ScriptedReranker, sample_library
from pincite.cli.terminal import Terminal as Screen
from pincite.cli.terminal import duration
from pincite.events import Progress, Stage
from pincite.library import Library
from pincite.settings import data_folder
from terminals import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.settings import Settings

SHIPPED = str(data_folder("resources") / "samples" / "questions.jsonl")
LEASE = "residential-lease.pdf"
NOTICE = {"id": "notice", "question": "How much written notice must the Tenant give?", "document": LEASE, "pages": [7]}
FEE = {"id": "fee", "question": "How much is the late fee?", "document": LEASE, "pages": [4]}
HIDDEN = {"id": "hidden", "question": "How much does a wash in the laundry room cost?", "document": LEASE, "pages": [12]}
MONGOLIA = {"id": "mongolia", "question": "What is the capital of Mongolia?", "answerable": False}
GONE = {"question": "Who is it?", "document": "gone.pdf", "pages": [1]}

MEASURES = ["page_recall@1", "page_recall@5", "page_recall@10", "MRR@10"]
ESTIMATE = {"value", "low", "high", "count"}


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> FakeModels:
    """What the library that a command opens has for models."""
    reply = f"{LEASE_NOTICE} [@sixty (60) days’ written notice]"
    fake = FakeModels(fake_reranker=ScriptedReranker({}), fake_generator=ScriptedGenerator(reply))
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    monkeypatch.setattr("pincite.library.Library.open", lambda settings: Library(settings, fake))
    return fake


@pytest.fixture
def terminal(
    capsys: pytest.CaptureFixture[str], settings: Settings, models: FakeModels, tmp_path_factory: pytest.TempPathFactory
) -> Terminal:
    """A terminal at the library of the samples."""
    terminal = Terminal(capsys, settings)
    terminal.library = sample_library(tmp_path_factory.getbasetemp())
    return terminal


def write(folder: Path, *rows: dict[str, Any]) -> str:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return str(file)


# --- JSON ------------------------------------------------------------------------------------------------------------


def test_json_has_the_scores_of_each_setting(terminal: Terminal, tmp_path: Path) -> None:
    (row,) = terminal.rows("eval", write(tmp_path, NOTICE, FEE, HIDDEN, MONGOLIA), "--json")
    assert set(row) == {"questions", "settings_left_out", "settings", "differences", "searches"}
    assert row["questions"] == {"answerable": 3, "unanswerable": 1, "left_out": 0}
    assert row["settings_left_out"] == []
    assert list(row["settings"]) == ["text", "vectors", "hybrid", "hybrid+rerank"]
    for scores in row["settings"].values():
        assert list(scores) == [*MEASURES, "seconds"]
        assert set(scores["seconds"]) == {"median", "p95"}
        for measure in MEASURES:
            assert set(scores[measure]) == ESTIMATE
            assert 0 <= scores[measure]["low"] <= scores[measure]["value"] <= scores[measure]["high"] <= 1
            assert scores[measure]["count"] == 3
    assert len(row["differences"]) == 6
    for pair in row["differences"]:
        assert list(pair) == ["setting", "over", *MEASURES]
        gain = row["settings"][pair["setting"]]["MRR@10"]["value"] - row["settings"][pair["over"]]["MRR@10"]["value"]
        assert pair["MRR@10"]["value"] == pytest.approx(gain, abs=2e-4)
    assert [search["id"] for search in row["searches"]] == ["notice", "fee", "hidden"]
    assert all(set(search["ranks"]) == set(row["settings"]) for search in row["searches"])
    assert set(row["searches"][2]["ranks"].values()) == {None}
    assert row["searches"][0]["ranks"]["hybrid"] >= 1


def test_json_has_the_answers(terminal: Terminal, tmp_path: Path) -> None:
    arguments = ("--compare", "text", "--answers", "--model", "scripted", "--json")
    (row,) = terminal.rows("eval", write(tmp_path, NOTICE, MONGOLIA), *arguments)
    assert row["differences"] == []
    answers = row["answers"]
    assert {name: score["value"] for name, score in answers.items() if isinstance(score, dict) and "value" in score} == {
        "found": 1.0,
        "false_found": 0.0,
        "citation_precision": 1.0,
        "citation_recall": 1.0,
        "verbatim_quotes": 1.0,
    }
    assert answers["support"] == {"supported": 1, "weak": 0, "unsupported": 0}
    assert set(answers["seconds"]) == {"median", "p95"}
    assert [(each["id"], each["answerable"], each["found"]) for each in answers["each"]] == [
        ("notice", True, True),
        ("mongolia", False, False),
    ]


def test_score_without_a_case_is_null(terminal: Terminal, tmp_path: Path) -> None:
    (row,) = terminal.rows("eval", write(tmp_path, MONGOLIA), "--answers", "--json")
    assert "settings" not in row
    assert row["answers"]["found"] is None
    assert row["answers"]["false_found"]["value"] == 0.0


def test_limit_is_how_many_passages_a_search_gives(terminal: Terminal, tmp_path: Path) -> None:
    file = write(tmp_path, NOTICE, FEE)
    (row,) = terminal.rows("eval", file, "--limit", "1", "--json")
    ranks = [rank for search in row["searches"] for rank in search["ranks"].values()]
    assert set(ranks) <= {1, None}
    assert 1 in ranks


def test_sample_is_drawn_by_its_seed(terminal: Terminal) -> None:
    def drawn(seed: str) -> list[str]:
        (row,) = terminal.rows("eval", SHIPPED, "--compare", "text", "--sample", "6", "--seed", seed, "--json")
        assert sum(row["questions"].values()) == 6
        return [search["id"] for search in row["searches"]]

    assert drawn("1") == drawn("1") != drawn("2")


# --- what a person reads ---------------------------------------------------------------------------------------------


def test_table_is_aligned_and_names_what_was_missed(terminal: Terminal, tmp_path: Path) -> None:
    status, out, err = terminal.run("eval", write(tmp_path, NOTICE, FEE, HIDDEN, MONGOLIA), "--compare", "text,hybrid")
    assert status == 0
    head, _, *lines = out.splitlines()
    assert head == "3 questions about 1 document, 1 without an answer in them. In brackets: 95% intervals."
    assert lines[0].split() == ["Search", "text", "hybrid"]
    assert [line.split("  ")[0] for line in lines[1:7]] == [
        "page recall@1",
        "page recall@5",
        "page recall@10",
        "MRR@10",
        "seconds, median",
        "seconds, 95th percentile",
    ]
    for column in ("text", "hybrid"):
        place = lines[0].index(column)
        assert all(line[place - 1] == " " and line[place : place + 2] in ("0.", "1.") for line in lines[1:7])
    assert lines[2].split("  ")[-1].count("[") == 1
    assert lines[8].split("  ")[0] == "Difference"
    assert lines[9].startswith("hybrid over text  ")
    assert "[-" in lines[9] or "[+" in lines[9]
    assert lines[-1] == "Not found by hybrid: hidden"
    assert err == "1 question is about pages without text in this library: no search finds those.\n"


def test_many_missed_questions_are_counted(terminal: Terminal, tmp_path: Path) -> None:
    rows = [HIDDEN | {"id": number} for number in range(12)]
    _, out, _ = terminal.run("eval", write(tmp_path, *rows), "--compare", "text")
    assert out.splitlines()[-1] == "Not found by text: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more"
    assert "Difference" not in out


def test_answers_are_a_table_of_their_own(terminal: Terminal, models: FakeModels, tmp_path: Path) -> None:
    models.fake_generator = None
    status, out, _ = terminal.run("eval", write(tmp_path, NOTICE), "--compare", "text", "--answers")
    assert status == 0
    answers = out[out.index("Answers") :].splitlines()
    assert answers[1].split() == ["found", "1.000", "[1.000,", "1.000]", "of", "1", "answerable", "questions"]
    assert answers[2].split() == ["false", "found", "-"]
    assert answers[8].startswith("Sentences: ")
    assert answers[9] == "With 1 answer: No language model is installed: the answer quotes the documents."


# --- exit status -----------------------------------------------------------------------------------------------------


def test_question_that_is_left_out_is_named_and_fails(terminal: Terminal, tmp_path: Path) -> None:
    status, out, err = terminal.run("eval", write(tmp_path, FEE, GONE), "--compare", "text", "--json")
    assert status == 1
    assert json.loads(out)["questions"] == {"answerable": 1, "unanswerable": 0, "left_out": 1}
    assert "There is no document “gone.pdf” in this library. 1 question is left out." in err


@pytest.mark.parametrize(("arguments", "expected"), [((), 0), (("--compare", "hybrid,hybrid+rerank"), 1)])
def test_setting_that_is_left_out_fails_only_if_it_was_asked_for(
    terminal: Terminal, models: FakeModels, tmp_path: Path, arguments: tuple[str, ...], expected: int
) -> None:
    models.fake_reranker = None
    status, out, err = terminal.run("eval", write(tmp_path, FEE), *arguments, "--json")
    assert status == expected
    assert json.loads(out)["settings_left_out"] == ["hybrid+rerank"]
    assert "“hybrid+rerank” is left out: no reranker is installed." in err


def test_bad_line_is_told_before_anything_is_done(terminal: Terminal, tmp_path: Path) -> None:
    status, out, err = terminal.run("eval", write(tmp_path, FEE, {"question": "Who?"}))
    assert (status, out) == (1, "")
    assert "questions.jsonl, line 2, does not say where its answer stands. Add " in err


# --- progress --------------------------------------------------------------------------------------------------------


def test_progress_says_what_is_left(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    times = iter([0.0, 0.0, 1.0, 60.0, 60.0, 60.0, 70.0])
    screen = Screen(lambda: next(times))
    shown = []
    for what, done in (("by text:", 0), ("by text:", 1), ("by text:", 20), ("by hybrid:", 0), ("by hybrid:", 10)):
        screen.show(Progress(Stage.SEARCHING, done, 40, what))
        shown.append(capsys.readouterr().err.removeprefix("\r\x1b[K"))
    assert shown == [
        "Searching by text: 0 of 40",
        "Searching by text: 1 of 40",  # a second tells nothing of the pace
        "Searching by text: 20 of 40, 60 seconds left",
        "Searching by hybrid: 0 of 40",
        "Searching by hybrid: 10 of 40, 30 seconds left",
    ]


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_words(stage: Stage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    Screen().show(Progress(stage, 1, 2, "a.pdf"))
    assert "a.pdf" in capsys.readouterr().err


def test_duration_is_said_in_fitting_units() -> None:
    assert [duration(seconds) for seconds in (0.6, 40, 200, 9000)] == ["1 second", "40 seconds", "3 minutes", "2.5 hours"]
