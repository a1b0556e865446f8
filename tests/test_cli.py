"""The command line: the JSON that scripts read, what a person reads, exit statuses, and plain words for what fails."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from fakes import (
    LEASE_NOTICE,
    DirectParser,
    FakeModels,
    HashEmbedder,
    ScriptedGenerator,
    ScriptedOcr,
    ScriptedReranker,
    sample_library,
)
from pdfs import write_pdf
from pincite import __version__
from pincite.cli.terminal import ranges
from pincite.library import Library
from pincite.waiting import Waiting, WaitingFile
from terminals import Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    import numpy as np

    from pincite.settings import Settings

QUESTION = "By giving how much written notice may the Tenant end this tenancy?"
NONE = "What is the capital of Mongolia?"

HIT = {
    "rank": int,
    "document": str,
    "title": str,
    "path": str,
    "page": int,
    "page_label": str,
    "section": str,
    "text": str,
    "score": float,
    "boxes": list,
}
CITATION = {
    "document": str,
    "title": str,
    "page": int,
    "page_label": str,
    "section": str,
    "quote": str,
    "boxes": list,
}
ANSWER = {"question": str, "found": bool, "answer": str, "sentences": list, "hits": list, "model": str, "seconds": dict}
FILE = {
    "path": str,
    "document": str,
    "status": str,
    "pages": int,
    "pages_ocr": int,
    "pages_unreadable": list,
    "passages": int,
    "seconds": float,
}


def assert_has(row: dict[str, Any], keys: Mapping[str, type]) -> None:
    """The row has each of these keys with a value of the type."""
    for key, kind in keys.items():
        assert type(row[key]) is kind, (key, row.get(key))


@pytest.fixture
def models(monkeypatch: pytest.MonkeyPatch) -> FakeModels:
    """What the library that a command opens has for models."""
    fake = FakeModels(fake_generator=ScriptedGenerator(f"{LEASE_NOTICE} [@sixty (60) days’ written notice]"))
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    monkeypatch.setattr("pincite.library.Library.open", lambda settings: Library(settings, fake))
    return fake


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], settings: Settings, models: FakeModels) -> Terminal:
    return Terminal(capsys, settings)


@pytest.fixture
def of_samples(terminal: Terminal, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal at the library of the samples."""
    terminal.library = sample_library(tmp_path_factory.getbasetemp())
    return terminal


# --- the contract ----------------------------------------------------------------------------------------------------


def test_add_prints_a_line_for_each_file(terminal: Terminal, samples: Mapping[str, Path], tmp_path: Path) -> None:
    (tmp_path / "letter.pdf").write_text("Dear Madam", encoding="utf-8")
    lease = str(samples["residential-lease"])
    failed, added = terminal.rows("add", lease, str(tmp_path / "letter.pdf"), "--json", status=1)  # scans are read last
    (again,) = terminal.rows("add", lease, "--json")
    assert_has(added, FILE)
    assert (added["path"], added["status"], added["pages"]) == (lease, "added", 13)
    assert (added["pages_ocr"], added["pages_unreadable"]) == (0, [12, 13])  # the parser of these tests reads no pictures
    assert added["reason"]
    assert added["hint"]
    assert len(added["document"]) == 64
    assert_has(failed, FILE | {"reason": str, "hint": str})
    assert (failed["status"], failed["document"], failed["passages"]) == ("failed", "", 0)
    assert failed["reason"] == "letter.pdf is not a PDF."
    assert_has(again, FILE)
    assert (again["status"], again["document"], again["passages"]) == ("unchanged", added["document"], added["passages"])


def test_scan_that_is_read_has_one_line_which_counts_its_pages(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(DirectParser, "ocr", ScriptedOcr("The badger lives in the forest."))
    path = str(write_pdf(tmp_path / "scan.pdf", ["One.", "Two."], pictures=[2]))
    (added,) = terminal.rows("add", path, "--json")
    assert (added["status"], added["pages_ocr"], added["pages_unreadable"]) == ("added", 1, [])
    (again,) = terminal.rows("add", path, "--json")
    assert (again["status"], again["pages_ocr"], again["pages_unreadable"]) == ("unchanged", 1, [])


def test_locked_file_has_a_code(terminal: Terminal, tmp_path: Path) -> None:
    path = str(write_pdf(tmp_path / "locked.pdf", ["One."], password="sesame"))
    (row,) = terminal.rows("add", path, "--json", status=1)
    assert row["code"] == "encrypted"
    (row,) = terminal.rows("add", path, "--password", "sesame", "--json")
    assert (row["status"], "code" in row) == ("added", False)


def test_interrupted_import_goes_on_when_asked(terminal: Terminal, tmp_path: Path, settings: Settings) -> None:
    path = str(write_pdf(tmp_path / "a.pdf", ["All is well."]))
    Waiting(settings.library / "waiting.jsonl").put([WaitingFile.at(path, "Zoo", False)])
    assert "1 file; “pincite add --resume” goes on" in terminal.run("status")[1]
    (row,) = terminal.rows("add", "--resume", "--json")
    assert (row["path"], row["status"]) == (path, "added")
    assert "Waiting" not in terminal.run("status")[1]


@pytest.mark.parametrize("arguments", [["add"], ["add", "--resume", "a.pdf"]])
def test_add_needs_files_or_a_wish_to_resume(terminal: Terminal, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        terminal.run(*arguments)
    assert ended.value.code == 2


def test_file_without_a_problem_has_no_reason(terminal: Terminal, tmp_path: Path) -> None:
    path = write_pdf(tmp_path / "a.pdf", ["All is well."])
    (row,) = terminal.rows("add", str(path), "--collection", "Zoo", "--json")
    assert set(row) == set(FILE)
    (listed,) = terminal.rows("list", "--collection", "Zoo", "--json")
    assert (listed["id"], listed["collections"]) == (row["document"], ["Zoo"])


def test_search_prints_the_contract(of_samples: Terminal) -> None:
    (row,) = of_samples.rows("search", QUESTION, "--limit", "3", "--json")
    assert set(row) == {"question", "hits", "seconds"}
    assert row["question"] == QUESTION
    assert [hit["rank"] for hit in row["hits"]] == [1, 2, 3]
    for hit in row["hits"]:
        assert set(hit) == set(HIT)
        assert_has(hit, HIT)
        assert hit["page"] >= 1
        assert all(len(box) == 4 and box[0] < box[2] and box[1] < box[3] for box in hit["boxes"])
    assert row["seconds"]["search"] > 0


def test_search_says_how_long_reranking_took(of_samples: Terminal, models: FakeModels) -> None:
    models.fake_reranker = ScriptedReranker({"sixty (60) days": 1.0})
    (row,) = of_samples.rows("search", QUESTION, "--json")
    assert set(row["seconds"]) == {"search", "rerank"}
    assert len(row["hits"]) == 10


def test_ask_prints_the_contract(of_samples: Terminal) -> None:
    (row,) = of_samples.rows("ask", QUESTION, "--json")
    assert_has(row, ANSWER)
    assert "id" not in row
    assert (row["found"], row["answer"], row["model"]) == (True, LEASE_NOTICE, "scripted")
    (sentence,) = row["sentences"]
    assert (sentence["text"], sentence["support"]) == (LEASE_NOTICE, "supported")
    (citation,) = sentence["citations"]
    assert set(citation) == set(CITATION)
    assert_has(citation, CITATION)
    assert (citation["page"], citation["page_label"]) == (7, "5")
    assert "sixty (60) days’ written notice" in citation["quote"]
    assert all(len(box) == 4 for box in citation["boxes"])
    assert row["hits"]
    for hit in row["hits"]:
        assert_has(hit, HIT)
    assert {"search", "first_token", "total"} <= set(row["seconds"])


def test_ask_says_that_nothing_was_found(of_samples: Terminal) -> None:
    (row,) = of_samples.rows("ask", NONE, "--json")
    assert_has(row, ANSWER)
    assert (row["found"], row["answer"], row["sentences"]) == (False, "", [])


def test_collection_and_document_narrow_the_question(of_samples: Terminal) -> None:
    (row,) = of_samples.rows("search", "pressure", "--collection", "Law", "--json")
    assert {hit["title"] for hit in row["hits"]} & {"Hypertension"} == set()
    (lease,) = [item for item in of_samples.rows("list", "--json") if "lease" in item["path"]]
    for name in ("residential-lease.pdf", lease["id"], lease["id"][:12]):
        (row,) = of_samples.rows("search", "What is due?", "--document", name, "--json")
        assert {hit["document"] for hit in row["hits"]} == {lease["id"]}


# --- batches ---------------------------------------------------------------------------------------------------------


def batch(tmp_path: Path, *lines: object) -> str:
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("command", ["search", "ask"])
def test_batch_answers_every_line_in_order_with_its_id(of_samples: Terminal, tmp_path: Path, command: str) -> None:
    file = batch(
        tmp_path,
        {"id": "a", "question": QUESTION},
        {"id": 2, "question": NONE, "extra": [1]},
        "",
        {"question": QUESTION, "collection": "Science", "document": None},
        {"id": "d", "question": QUESTION, "document": "residential-lease.pdf"},
    )
    rows = of_samples.rows(command, "--batch", file, "--json")
    assert [row.get("id") for row in rows] == ["a", 2, None, "d"]
    assert [row["question"] for row in rows] == [QUESTION, NONE, QUESTION, QUESTION]
    assert "id" not in rows[2]
    documents = {hit["title"] for hit in rows[3]["hits"]}
    assert len(documents) == 1
    assert not {hit["document"] for hit in rows[2]["hits"]} & {hit["document"] for hit in rows[3]["hits"]}


def test_line_that_cannot_be_done_is_named_and_the_others_are_done(of_samples: Terminal, tmp_path: Path) -> None:
    file = batch(
        tmp_path,
        {"id": "a", "question": QUESTION},
        {"id": "b", "question": QUESTION, "collection": "Nobody's"},
        {"id": "c", "question": " "},
        {"id": "d", "question": QUESTION},
    )
    status, out, err = of_samples.run("search", "--batch", file, "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert [row["id"] for row in rows] == ["a", "b", "c", "d"]
    assert [bool(row.get("hits")) for row in rows] == [True, False, False, True]
    assert "no collection “Nobody's”" in rows[1]["error"]
    assert rows[1]["hint"]
    assert "line 2: " in err
    assert "line 3: " in err


@pytest.mark.parametrize(
    ("line", "words"),
    [("{not json", "line 2, is not JSON"), ('{"id": 1}', "line 2, has no “question”"), ("[1]", "line 2, has no “question”")],
)
def test_bad_line_is_named_before_anything_is_done(of_samples: Terminal, tmp_path: Path, line: str, words: str) -> None:
    status, out, err = of_samples.run("ask", "--batch", batch(tmp_path, {"question": QUESTION}, line), "--json")
    assert (status, out) == (1, "")
    assert words in err


@pytest.mark.parametrize("value", [["a"], 5])
def test_scope_of_the_wrong_type_is_named(of_samples: Terminal, tmp_path: Path, value: object) -> None:
    file = batch(tmp_path, {"question": QUESTION, "collection": value}, {"question": QUESTION})
    status, _, err = of_samples.run("search", "--batch", file, "--json")
    assert status == 1
    assert "line 1" in err


def test_batch_comes_from_standard_input_too(of_samples: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps({"id": "x", "question": QUESTION}) + "\n"))
    (row,) = of_samples.rows("search", "--batch", "-", "--json")
    assert row["id"] == "x"


def test_batch_that_is_not_there_is_told(of_samples: Terminal, tmp_path: Path) -> None:
    status, out, err = of_samples.run("search", "--batch", str(tmp_path / "none.jsonl"), "--json")
    assert (status, out) == (1, "")
    assert "cannot be read" in err


# --- what a person reads ---------------------------------------------------------------------------------------------


def test_answer_shows_its_proof_with_page_and_label(of_samples: Terminal) -> None:
    status, out, err = of_samples.run("ask", QUESTION)
    assert status == 0
    assert f"✓ {LEASE_NOTICE}" in out
    assert "p. 5 (page 7 of the file)" in out
    assert "“11.1 The Tenant may end this tenancy" in out
    assert "sixty (60)" not in err


def test_no_answer_shows_what_was_searched(of_samples: Terminal) -> None:
    status, out, _ = of_samples.run("ask", NONE, "--collection", "Law")
    assert status == 0
    assert "Not in these documents. Searched 2 documents of the collection “Law”, 29 pages." in out
    assert "2 pages could not be read" in out


def test_search_list_and_status_are_readable(of_samples: Terminal) -> None:
    status, out, _ = of_samples.run("search", "INV-77341", "--limit", "1")
    assert status == 0
    assert out.startswith("1. ")
    assert "INV-77341" in out
    assert of_samples.run("search", "zyzzyva", "--document", "residential-lease.pdf")[0] == 0
    status, out, _ = of_samples.run("list")
    assert status == 0
    assert len(out.splitlines()) == 4
    assert "13 pages; ready; 2 pages not read (12-13); in Law" in out
    status, out, _ = of_samples.run("status")
    assert status == 0
    assert "4 (60 pages, 2 not read)" in out
    assert "Collections: Law, Science" in out
    assert "Generator:   none" in out
    assert of_samples.run("check")[:2] == (0, "The library is in order.\n")
    assert of_samples.run("check", "--json")[:2] == (0, "")


def test_status_json_has_all_facts(of_samples: Terminal) -> None:
    (row,) = of_samples.rows("status", "--json")
    assert (row["documents"], row["pages"], row["unread_pages"]) == (4, 60, 2)
    assert row["passages"] == row["embedded"] > 100
    assert row["reranker"] == "pincite-reranker-small"


def test_add_and_remove_are_readable(terminal: Terminal, samples: Mapping[str, Path], tmp_path: Path) -> None:
    status, out, _ = terminal.run("add", str(samples["residential-lease"]), str(tmp_path / "none.pdf"))
    assert status == 1
    assert "✓ residential-lease.pdf: 13 pages, " in out
    assert "! pages 12-13 not read: " in out
    assert f"✗ {tmp_path / 'none.pdf'} does not exist. " in out
    assert terminal.run("add", str(samples["residential-lease"]))[:2] == (
        0,
        "= residential-lease.pdf: is in the library already\n",
    )
    status, out, err = terminal.run("remove", "residential-lease.pdf")
    assert (status, out) == (0, "")
    assert "The original file is untouched." in err
    assert samples["residential-lease"].exists()
    status, out, err = terminal.run("list")
    assert (status, out) == (0, "")
    assert "Nothing here yet" in err


def test_password_and_link_are_passed_on(terminal: Terminal, tmp_path: Path) -> None:
    secret = write_pdf(tmp_path / "secret.pdf", ["The code is 4711."], password="sesame")
    assert terminal.run("add", str(secret))[0] == 1
    status, out, err = terminal.run("add", str(secret), "--password", "sesame", "--link")
    assert status == 0
    assert "sesame" not in out + err
    assert not (terminal.library / "files").exists()


def test_interrupted_import_is_a_finding(
    terminal: Terminal, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pincite.ingest.PAGES_AT_ONCE", 1)
    path = write_pdf(tmp_path / "a.pdf", ["One.", "Two."])
    with Library(settings, FakeModels()) as library:
        events = library.add([str(path)])
        for event in events:
            if getattr(event, "done", 0) == 1:
                break
        events.close()  # type: ignore[attr-defined]
    (row,) = terminal.rows("check", "--json", status=1)
    assert set(row) == {"message", "hint"}
    assert "interrupted" in row["message"]
    assert terminal.run("add", str(path))[0] == 0
    assert terminal.run("check")[0] == 0


def test_ranges() -> None:
    assert ranges([1, 2, 3, 7, 9, 10]) == "1-3, 7, 9-10"
    assert ranges([]) == ""


# --- what goes wrong -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["search", "rent"], "There is nothing in this library yet. Add some PDFs"),
        (["ask", "rent"], "There is nothing in this library yet. Add some PDFs"),
        (["ask", "rent", "--collection", "Law"], "There is no collection “Law” in this library."),
        (["list", "--collection", "Law"], "There is no collection “Law” in this library."),
        (["search", "rent", "--document", "x.pdf"], "There is no document “x.pdf” in this library."),
        (["remove", "x.pdf"], "There is no document “x.pdf” in this library."),
        (["models", "use", "gpt"], "There is no model “gpt”."),
        (["models", "use", "SmolLM2-135M-Instruct"], "“SmolLM2-135M-Instruct” is not installed. Fetch it: pincite models get"),
        (["models", "add", "none.gguf"], "none.gguf cannot be read"),
    ],
)
def test_failure_is_said_in_plain_words(terminal: Terminal, arguments: list[str], words: str) -> None:
    status, out, err = terminal.run(*arguments)
    assert (status, out) == (1, "")
    assert words in err
    assert not terminal.library.exists()


def test_unknown_model_is_told(of_samples: Terminal) -> None:
    status, out, err = of_samples.run("ask", QUESTION, "--model", "gpt")
    assert (status, out) == (1, "")
    assert "There is no model “gpt”." in err


def test_library_that_is_a_file_is_told(terminal: Terminal, tmp_path: Path) -> None:
    terminal.library = tmp_path / "notes.txt"
    terminal.library.write_text("not a library", encoding="utf-8")
    for command in (["status"], ["list"], ["add", "x.pdf"], ["ask", "rent"]):
        status, _, err = terminal.run(*command)
        assert status == 1
        assert "is a file, not a library" in err


def test_settings_that_cannot_be_read_are_told(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("library = ", encoding="utf-8")
    monkeypatch.setenv("PINCITE_CONFIG", str(tmp_path / "broken.toml"))
    status, _, err = terminal.run("status")
    assert status == 1
    assert "broken.toml cannot be read" in err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nonsense"],
        ["search"],
        ["ask", "a question", "--batch", "file"],
        ["ask", "--batch", "file"],
        ["search", "rent", "--limit", "0"],
        ["search", "rent", "--limit", "many"],
        ["add"],
        ["models"],
        ["models", "get"],
        ["eval"],
        ["eval", "questions.jsonl", "--compare", "text,magic"],
        ["eval", "questions.jsonl", "--sample", "0"],
        ["remove"],
    ],
)
def test_wrong_usage_ends_with_two(terminal: Terminal, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        terminal.run(*arguments)
    assert caught.value.code == 2
    assert "usage: pincite" in capsys.readouterr().err


def test_version_and_help(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, words in ((["--version"], f"pincite {__version__}"), (["ask", "--help"], "--collection NAME")):
        with pytest.raises(SystemExit) as caught:
            terminal.run(*arguments)
        assert caught.value.code == 0
        assert words in capsys.readouterr().out


def test_gui_opens_the_window_with_the_settings(terminal: Terminal) -> None:
    assert terminal.run("gui")[0] == 7
    assert [settings.library for settings in terminal.windows] == [terminal.library]


def test_keyboard_interrupt_stops_plainly(terminal: Terminal, models: FakeModels, samples: Mapping[str, Path]) -> None:
    models.fake_embedder = InterruptedEmbedder()
    status, out, err = terminal.run("add", str(samples["photosynthesis-chapter"]), "--json")
    assert status == 1
    assert err.strip() == "Stopped."
    assert [json.loads(line)["status"] for line in out.splitlines()] == ["added"]


class InterruptedEmbedder(HashEmbedder):
    """The user presses Ctrl+C while vectors are made."""

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """Never ends."""
        raise KeyboardInterrupt


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["list", "--json"], ["status"], ["search", "rent", "--json"]])
def test_reader_that_goes_away_is_no_failure_to_speak_of(of_samples: Terminal, arguments: list[str]) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    environment.pop("PYTHONUNBUFFERED", None)
    command = [sys.executable, "-m", "pincite", "--library", str(of_samples.library), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert "Traceback" not in said
    assert "BrokenPipe" not in said
    assert process.returncode == 1
