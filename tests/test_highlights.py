"""The boxes of a highlight cover the quoted words and no others, asked of the PDF itself, on every kind of page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pdfs import HEIGHT, WIDTH, write_pdf
from pincite import citations
from pincite.library import Library
from pincite.ocr import RapidOcr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pincite.domain import Box, Passage
    from pincite.settings import Settings

SENTENCES = """The tenant shall give sixty days of notice in writing. Notice is given when it
reaches the landlord at the address in schedule A. It ends the lease at the
end of a month.

The deposit is repaid after thirty days without interest. The landlord may keep
what is needed for repairs, and shall give the tenant a list of them within a week."""
DPI = 200


def plain(path: Path) -> Path:
    return write_pdf(path, [SENTENCES])


def turned(path: Path) -> Path:
    return write_pdf(path, [SENTENCES], rotation=90)


def cropped(path: Path) -> Path:
    return write_pdf(path, [SENTENCES], crop=(40.0, 50.0, WIDTH - 20.0, HEIGHT - 300.0))


def in_columns(path: Path) -> Path:
    """Two columns beside each other, of which one line is as high as another."""
    with pymupdf.open() as file:
        page = file.new_page(width=WIDTH, height=HEIGHT)
        for left, part in zip((60.0, 320.0), SENTENCES.split("\n\n"), strict=True):
            page.insert_textbox(pymupdf.Rect(left, 80, left + 230, 400), " ".join(part.split()), fontsize=10)
        file.save(path)
    return path


def in_large_and_small_print(path: Path) -> Path:
    """Lines that nearly touch, the second one in print that is twice as large."""
    with pymupdf.open() as file:
        page = file.new_page(width=WIDTH, height=HEIGHT)
        y = 80.0
        for row, line in enumerate(SENTENCES.split("\n")):
            size = 14.0 if row == 1 else 7.0
            y += 1.1 * size
            page.insert_text((50, y), line, fontsize=size)
        file.save(path)
    return path


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)


def under(page: pymupdf.Page, boxes: tuple[Box, ...]) -> list[str]:
    """The words of a page as it is displayed whose middle lies in one of some boxes, in the order of the text."""
    found = []
    for word in page.get_text("words"):
        rect = pymupdf.Rect(word[:4]) * page.rotation_matrix
        x, y = (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2
        if any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes):
            found.append(word[4])
    return found


def quotes(library: Library) -> Iterator[tuple[Passage, str, tuple[Box, ...]]]:
    """Every sentence of what a search finds, with the boxes that its citation has."""
    for hit in library.search("tenant landlord deposit notice", limit=50).hits:
        passage = hit.passage
        (page,) = library.reading.words(passage.document_id, [passage.page])
        for span in passage.sentences:
            yield passage, page.text[slice(*span)], citations.boxes(page, span)


@pytest.mark.parametrize("make", [plain, turned, cropped, in_columns, in_large_and_small_print], ids=lambda make: make.__name__)
def test_the_words_under_the_boxes_are_those_of_the_quote(
    settings: Settings, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path / "page.pdf")
    quoted: list[str] = []
    with Library(settings, FakeModels()) as library, pymupdf.open(path) as file:
        list(library.add([str(path)]))
        for passage, quote, boxes in quotes(library):
            assert under(file[passage.page - 1], boxes) == quote.split()
            quoted += quote.split()
    assert sorted(quoted) == sorted(SENTENCES.split())


@pytest.mark.slow
def test_on_a_picture_of_a_page_the_boxes_lie_where_its_words_were_printed(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class ReadingPictures(DirectParser):
        ocr = RapidOcr()

    monkeypatch.setattr("pincite.library.Parser", ReadingPictures)
    printed, scanned = write_pdf(tmp_path / "printed.pdf", [SENTENCES]), tmp_path / "scanned.pdf"
    with pymupdf.open(printed) as file, pymupdf.open() as pictures:
        page = pictures.new_page(width=WIDTH, height=HEIGHT)
        page.insert_image(page.rect, pixmap=file[0].get_pixmap(dpi=DPI))
        pictures.save(scanned)
    quoted: list[str] = []
    with Library(settings, FakeModels()) as library, pymupdf.open(printed) as file:
        list(library.add([str(scanned)]))
        for _passage, quote, boxes in quotes(library):
            assert under(file[0], boxes) == quote.split()
            quoted += quote.split()
    assert sorted(quoted) == sorted(SENTENCES.split())
