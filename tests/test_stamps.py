"""Bates stamps: recognised by counting up, left out of passages, shown as labels, and found as they are typed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pdfs import write_pdf
from pincite import passages, stamps
from pincite.domain import Line, Page
from pincite.events import FileFinished
from pincite.library import Library
from pincite.pinpoints import MARGIN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pincite.settings import Settings

TEXTS = [
    "The invoice of May was paid in full.",
    "The auditor asked for the ledger twice.",
    "Nobody kept the shipping notes of June.",
    "",
    "The warehouse closed in the autumn.",
]


def made(number: int, *lines: str, label: str = "") -> Page:
    text = "\n".join(lines)
    at, found = 0, []
    for line in lines:
        found.append(Line(at, at + len(line), 10.0, False))
        at += len(line) + 1
    return Page(number, label or str(number), text, lines=tuple(found))


def labels(pages: Sequence[Page]) -> list[str]:
    return [page.label for page in stamps.labelled(pages)]


@pytest.mark.parametrize("stamp", ["ABC-{:07d}", "DEF {:06d}", "Smith_Co.{:06d}", "{:08d}", "CONFIDENTIAL DEF {:06d}"])
def test_stamps_count_up_and_become_labels(stamp: str) -> None:
    pages = [made(number, f"Text of page {number}.", stamp.format(1230 + number)) for number in (1, 2, 3)]
    assert labels(pages) == [stamp.format(1230 + number) for number in (1, 2, 3)]
    assert labels(stamps.labelled(pages)) == labels(pages)


@pytest.mark.parametrize(
    "lines",
    [
        ["Form 1040", "Form 1040", "Form 1040"],  # the same on every page
        ["Invoice 4711", "Invoice 4801", "Invoice 4950"],  # does not count the pages
        ["1999", "2000", "2001"],  # years of chapters
        ["Page 1", "Page 2", "Page 3"],
        ["See ABC-0001 in full.", "See ABC-0002 in full.", "See ABC-0003 in full."],
    ],
)
def test_other_lines_are_no_stamps(lines: list[str]) -> None:
    assert labels([made(number, f"Text {number}.", line) for number, line in enumerate(lines, 1)]) == ["1", "2", "3"]


def test_stamp_within_the_text_is_none() -> None:
    pages = [made(number, *"abcd", f"ABC-000{number}", *"efgh") for number in (1, 2)]
    assert labels(pages) == ["1", "2"]


def test_unread_pages_between_and_productions_one_behind_another() -> None:
    pages = [made(1, "One.", "AB 0001"), made(2, ""), made(3, "Three.", "AB 0003"), made(4, "XY 9000"), made(5, "XY 9001")]
    assert labels(pages) == ["AB 0001", "2", "AB 0003", "XY 9000", "XY 9001"]


def test_label_of_the_file_stays_beside_the_stamp() -> None:
    pages = [made(number, "Text.", f"AB 000{number}", label=label) for number, label in enumerate(["i", "ii"], 1)]
    assert labels(pages) == ["i · AB 0001", "ii · AB 0002"]
    assert [stamps.stamp_of(label) for label in labels(pages)] == ["AB 0001", "AB 0002"]
    assert not any(map(stamps.stamp_of, ["45", "A-3", "iv", ""]))


def test_printed_page_numbers_are_labels_of_transcripts_alone() -> None:
    pages = [made(number, f"Page {number + 44}", f"Q. Is this page {number}?") for number in (1, 2)]
    assert labels(pages) == ["1", "2"]
    numbered = [replace(page, text=f"{page.text}{MARGIN}1\n2\n3") for page in pages]
    assert labels(numbered) == ["45", "46"]
    stamped = [made(number, f"{number + 44}", "Yes.", f"AB 000{number}") for number in (1, 2)]
    assert labels([replace(page, text=f"{page.text}{MARGIN}1\n2") for page in stamped]) == ["45 · AB 0001", "46 · AB 0002"]


def test_stamp_is_in_no_passage_unless_nothing_else_is_there() -> None:
    pages = [made(1, "One is here.", "AB 0001"), made(2, "AB 0002")]
    assert [passage.text for passage in passages.split("d", pages)] == ["One is here.", "AB 0002"]


def production(path: Path, long: int = 0) -> Path:
    write_pdf(path, [*TEXTS, *(f"Note {number} of the file." for number in range(long))])
    with pymupdf.open(path) as file:
        for page in file:
            page.insert_text((480, 770), f"ABC-{1234 + page.number:07d}", fontsize=9)
        file.saveIncr()
    return path


def add(opened: Library, path: Path) -> str:
    (result,) = [event.result for event in opened.add([str(path)]) if isinstance(event, FileFinished)]
    return result.document_id


@pytest.fixture
def opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    return Library(settings, FakeModels())


def test_page_is_found_by_its_stamp(opened: Library, tmp_path: Path) -> None:
    with opened:
        add(opened, production(tmp_path / "production.pdf"))
        for typed in ("ABC-0001235", '"ABC-0001235"'):
            hit = opened.search(typed).hits[0]
            assert (hit.passage.page, hit.passage.page_label) == (2, "ABC-0001235")
        assert "ABC" not in hit.passage.text
        assert [hit.passage.page for hit in opened.search('"ABC-0001237"').hits] == [4]  # nothing else stands on it
        assert 2 not in [hit.passage.page for hit in opened.search('the -"ABC-0001235"').hits]


def test_pages_of_a_long_file_have_their_labels_before_its_end(opened: Library, tmp_path: Path) -> None:
    with opened:
        document = add(opened, production(tmp_path / "long.pdf", long=290))
        infos = opened.reading.pages(document)
        assert [info.label for info in infos] == [f"ABC-{1234 + at:07d}" for at in range(295)]
