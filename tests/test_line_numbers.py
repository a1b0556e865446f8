"""Pages whose margin counts their lines: the numbers break no sentence, and a citation names the lines."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pincite import citations, passages
from pincite.domain import Page, Word
from pincite.events import FileFinished
from pincite.library import Library
from pincite.ocr import load
from pincite.pdf import PdfFile
from pincite.pinpoints import MARGIN, body_end, line_numbers, pinpoint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pincite.settings import Settings

STEP, TOP, MARGIN_AT, TEXT_AT = 24.0, 100.0, 72.0, 110.0
TESTIMONY = [
    "Q.   Did you go to the warehouse on the evening of",
    "Tuesday, and did you meet Dr. Harlow there before",
    "the doors were locked?",
    "A.   I met him at the gate. He gave me the grey",
    "Badger folder, which I signed for.",
    "MR. SMITH:  Objection, leading.",
    "THE WITNESS:  I never opened it.",
]


def transcript(path: Path, pages: Sequence[Sequence[str]], *, at: float = MARGIN_AT, pictures: bool = False) -> Path:
    """A deposition: numbers from 1 in the margin, a line of text beside each, the page's number above."""
    with pymupdf.open() as file:
        for number, lines in enumerate(pages, 45):
            page = file.new_page(width=612, height=792)
            page.insert_text((500, 60), f"Page {number}", fontname="cour")
            for line in range(25):
                y = TOP + line * STEP
                page.insert_text((at - 7 * (line > 8), y), str(line + 1), fontname="cour", fontsize=11)
                if line < len(lines):
                    page.insert_text((TEXT_AT, y), lines[line], fontname="cour", fontsize=11)
            page.insert_text((200, 750), "Harlow Court Reporters, Inc.", fontname="cour")
            if pictures:
                pixels = page.get_pixmap(dpi=100)
                file.delete_page(page.number)
                page = file.new_page(width=612, height=792)
                page.insert_image(page.rect, pixmap=pixels)
        file.save(path)
    return path


def read(path: Path) -> list[Page]:
    with PdfFile(path) as file:
        return list(file.pages())


def sentences(page: Page) -> list[str]:
    found = passages.split("d", [page])
    return [" ".join(page.text[start:end].split()) for passage in found for start, end in passage.sentences]


@pytest.mark.parametrize("at", [MARGIN_AT, 570.0])
def test_numbers_break_no_sentence_and_are_kept(tmp_path: Path, at: float) -> None:
    (page,) = read(transcript(tmp_path / "t.pdf", [TESTIMONY], at=at))
    body, margin = page.text.split(MARGIN)
    assert margin.split("\n") == [str(number) for number in range(1, 26)]
    assert body_end(page.text) == len(body)
    said = sentences(page)
    assert "He gave me the grey Badger folder, which I signed for." in said
    whole = " ".join(" ".join(TESTIMONY[:3]).split())
    assert [one for one in said if "locked?" in one] == [whole]
    assert not any(one.split()[0].isdigit() for one in said)
    words = {page.text[word.start : word.end]: word.box for word in page.words}
    assert words["4"][1] == pytest.approx(words["gate."][1], abs=2)


def test_place_of_words_is_page_and_lines(tmp_path: Path) -> None:
    (page,) = read(transcript(tmp_path / "t.pdf", [TESTIMONY]))
    first, last = page.text.index("He gave"), page.text.index("signed for.") + len("signed for.")
    assert line_numbers(page, (first, last)) == (4, 5)
    assert len(citations.boxes(page, (first, last))) == 2
    at = page.text.index("Objection")
    assert line_numbers(page, (at, at + 9)) == (6, 6)
    at = page.text.index("Harlow Court")
    assert line_numbers(page, (at, at + 6)) is None  # the footer stands on no line
    assert (pinpoint("45", (4, 5)), pinpoint("45", (6, 6)), pinpoint("45", None)) == ("45:4–5", "45:6", "45")


def test_lines_are_counted_on_a_scan(tmp_path: Path) -> None:
    pytest.importorskip("rapidocr")
    with PdfFile(transcript(tmp_path / "scan.pdf", [TESTIMONY], pictures=True)) as file:
        (page,) = file.recognise([1], load(1))
    assert "He gave me the grey Badger folder, which I signed for." in sentences(page)
    at = page.text.index("He gave")
    assert line_numbers(page, (at, page.text.index("signed for"))) == (4, 5)


def test_page_without_numbers_has_no_lines() -> None:
    page = Page(1, "1", "Twelve words", words=(Word(0, 6, (0, 0, 9, 9)),))
    assert line_numbers(page, (0, 6)) is None


def test_rows_of_a_table_are_no_lines(tmp_path: Path) -> None:
    rows = [f"Deposit no. {number}             EUR {number * 100}              paid in May" for number in range(1, 26)]
    (page,) = read(transcript(tmp_path / "table.pdf", [rows]))
    assert MARGIN not in page.text


def test_numbered_paragraphs_of_uneven_height_are_no_lines(tmp_path: Path) -> None:
    with pymupdf.open() as file:
        page = file.new_page()
        y = 80.0
        for number in range(1, 13):
            page.insert_text((72, y), str(number))
            for line in range(1 + number % 3):
                page.insert_text((100, y + 12 * line), "The tenant keeps the garden as it was handed over.")
            y += 12 * (1 + number % 3) + 8
        file.save(tmp_path / "list.pdf")
    assert MARGIN not in read(tmp_path / "list.pdf")[0].text


def test_sheet_with_two_pages_keeps_its_numbers_in_the_text(tmp_path: Path) -> None:
    with pymupdf.open() as file:
        page = file.new_page(width=792, height=612)
        for line in range(20):
            for left in (40, 430):
                page.insert_text((left, 60 + 24 * line), f"{line + 1}   The witness said so again.", fontsize=9)
        file.save(tmp_path / "two.pdf")
    assert MARGIN not in read(tmp_path / "two.pdf")[0].text


def test_search_and_answer_cite_the_lines(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    filler = [f"Witness {letter} said nothing of note." for letter in string.ascii_uppercase[:25]]
    path = transcript(tmp_path / "t.pdf", [filler, TESTIMONY, filler])
    with Library(settings, FakeModels()) as opened:
        assert [e.result.status for e in opened.add([str(path)]) if isinstance(e, FileFinished)] == ["added"]
        hit = opened.search("Badger folder").hits[0]
        assert (hit.passage.page, hit.passage.page_label, hit.lines) == (2, "46", (1, 7))
        assert "25" not in hit.passage.text
        assert len(hit.boxes) == 7
