"""The list of files that wait for their import: whole after a crash, and never with a password in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.waiting import Waiting, WaitingFile

if TYPE_CHECKING:
    from pathlib import Path

A, B, C = (WaitingFile(f"/docs/{name}.pdf", "Law", name == "c") for name in "abc")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "library" / "waiting.jsonl"


def test_what_came_and_has_not_gone_waits_in_its_order(journal: Path) -> None:
    waiting = Waiting(journal)
    assert waiting.files() == []
    assert not journal.exists()  # to ask writes nothing
    waiting.put([A, B])
    waiting.put([C, A])
    waiting.take_out([B])
    assert Waiting(journal).files() == [A, C]


def test_same_file_waits_once_for_each_collection(journal: Path) -> None:
    waiting = Waiting(journal)
    other = WaitingFile(A.path, "Science")
    waiting.put([A, other])
    waiting.take_out([A])
    assert waiting.files() == [other]


def test_line_that_a_crash_has_cut_short_costs_nothing_else(journal: Path) -> None:
    Waiting(journal).put([A, B])
    journal.write_text(journal.read_text("utf-8") + '["-", "/docs/a.pd', encoding="utf-8")
    Waiting(journal).put([C])
    assert Waiting(journal).files() == [A, B, C]


def test_list_is_deleted_only_when_nothing_waits(journal: Path) -> None:
    waiting = Waiting(journal)
    waiting.put([A])
    waiting.tidy()
    assert waiting.files() == [A]
    waiting.take_out([A])
    waiting.tidy()
    assert not journal.exists()


def test_nothing_is_taken_out_while_the_program_ends(journal: Path) -> None:
    waiting = Waiting(journal)
    waiting.put([A])
    waiting.keep()
    waiting.take_out([A])
    waiting.tidy()
    assert Waiting(journal).files() == [A]


def test_names_that_are_no_unicode_survive(journal: Path) -> None:
    odd = WaitingFile("/docs/\udcff 'quoted' “so”\n.pdf")
    Waiting(journal).put([odd])
    assert Waiting(journal).files() == [odd]


def test_full_disk_is_told_when_files_come_and_not_when_they_go(journal: Path) -> None:
    journal.parent.write_text("in the way")
    with pytest.raises(OSError, match=r"File exists|Not a directory"):
        Waiting(journal).put([A])
    Waiting(journal).take_out([A])


def test_paths_are_absolute_and_collections_trimmed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert WaitingFile.at("a.pdf", " Law ", False) == WaitingFile(str(tmp_path.resolve() / "a.pdf"), "Law", False)
    assert WaitingFile.at("a.pdf", "  ", True).collection is None
