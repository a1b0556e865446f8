"""Reading pictures with the real models: the words, their places, and every way that a sheet can lie on the glass."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pincite import ocr as ocr_module
from pincite.domain import PageImage
from pincite.errors import ModelError
from pincite.events import FileRecognised
from pincite.library import Library
from pincite.ocr import RapidOcr, Reading

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.domain import Box
    from pincite.settings import Settings

SCALE = 2.5  # pixels per point
WIDTH, HEIGHT = 420.0, 150.0
TEXT = [
    "The Tenant must give sixty (60) days' notice in writing.",
    "Rent of $1,845.00 is due on the 1st day each month,",
    "without demand, deduction or set-off.",
]
NEAR = 4.0  # points: less than a letter


@pytest.fixture(scope="module")
def ocr() -> RapidOcr:
    return RapidOcr()


def drawn(lines: list[str] | None = None, size: float = 12.0) -> np.ndarray:
    """A picture of lines of text, shape (height, width, 3)."""
    with pymupdf.open() as file:
        page = printed(file, lines)
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csRGB)
        return np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.width, 3)


def printed(file: pymupdf.Document, lines: list[str] | None = None) -> pymupdf.Page:
    page = file.new_page(width=WIDTH, height=HEIGHT)
    for row, line in enumerate(TEXT if lines is None else lines):
        page.insert_text((30, 40 + 20 * row), line, fontsize=12)
    return page


def image(pixels: np.ndarray) -> PageImage:
    height, width = pixels.shape[:2]
    return PageImage("", 1, SCALE, width, height, np.ascontiguousarray(pixels).tobytes())


def texts(reading: Reading) -> list[str]:
    return [word.text for word in reading.words]


def same(text: str) -> str:
    return text.replace("’", "'")


def true_boxes() -> dict[str, Box]:
    with pymupdf.open() as file:
        return {word[4]: word[:4] for word in printed(file).get_text("words")}


def test_words_lines_and_confidence(ocr: RapidOcr) -> None:
    reading = ocr.read(image(drawn()))
    assert same(" ".join(texts(reading))) == " ".join(TEXT)
    lines: dict[int, list[str]] = {}
    for word in reading.words:
        lines.setdefault(word.line, []).append(same(word.text))
    assert [" ".join(line) for line in lines.values()] == TEXT
    assert all(0.9 < word.confidence <= 1 for word in reading.words)
    assert not reading.blank


def turned(box: Box, turns: int) -> Box:
    """A box on a page that is turned left so many times by a right angle."""
    width, height = WIDTH, HEIGHT
    for _ in range(turns):
        x0, y0, x1, y1 = box
        box = (y0, width - x1, y1, width - x0)
        width, height = height, width
    return box


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_boxes_lie_on_their_words_however_the_sheet_is_turned(ocr: RapidOcr, turns: int) -> None:
    reading = ocr.read(image(np.rot90(drawn(), turns)))
    assert same(" ".join(texts(reading))) == " ".join(TEXT)
    places = true_boxes()
    for word in reading.words:
        true = turned(places[same(word.text)], turns)
        assert word.box == pytest.approx(true, abs=NEAR), word.text


def test_skewed_sheet_is_read_in_order(ocr: RapidOcr) -> None:
    import cv2

    pixels = drawn()
    height, width = pixels.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 2.0, 1.0)
    skewed = cv2.warpAffine(pixels, matrix, (width, height), borderValue=(255, 255, 255))
    assert same(" ".join(texts(ocr.read(image(skewed))))) == " ".join(TEXT)


def test_poor_copy_is_read_with_less_confidence(ocr: RapidOcr) -> None:
    random = np.random.default_rng(7)
    clean = drawn()
    noise = random.normal(0, 60, clean.shape[:2])[:, :, None]
    copy = np.clip(120 + 0.5 * clean.astype(float) + noise, 0, 255).astype(np.uint8)
    poor, good = ocr.read(image(copy)), ocr.read(image(clean))
    found = Counter(re.findall(r"\w+", same(" ".join(texts(poor)))))
    wanted = Counter(re.findall(r"\w+", " ".join(TEXT)))
    assert (found & wanted).total() >= 0.9 * wanted.total()
    assert np.mean([word.confidence for word in poor.words]) < np.mean([word.confidence for word in good.words])


@pytest.mark.parametrize("paper", [255, 225])
def test_empty_sheet_with_specks_is_blank(ocr: RapidOcr, paper: int) -> None:
    pixels = np.full((400, 300, 3), paper, np.uint8)
    pixels[50:53, 60:63] = pixels[300:302, 200:203] = 20
    assert ocr.read(image(pixels)) == Reading(blank=True)


def test_photograph_is_neither_blank_nor_text(ocr: RapidOcr) -> None:
    across, down = np.meshgrid(np.linspace(0, 9, 400), np.linspace(0, 7, 300))
    grey = 127 + 120 * np.sin(across) * np.cos(down)
    assert ocr.read(image(np.dstack([grey] * 3).astype(np.uint8))) == Reading()


def test_one_letter_is_not_made_of_a_blot(ocr: RapidOcr) -> None:
    pixels = np.full((400, 300, 3), 255, np.uint8)
    pixels[150:250, 100:200] = 0
    assert texts(ocr.read(image(pixels))) == []


def test_larger_line_is_told_by_its_size(ocr: RapidOcr) -> None:
    with pymupdf.open() as file:
        page = printed(file, TEXT)
        page.insert_text((30, 130), "House Rules", fontsize=24)
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE), colorspace=pymupdf.csRGB)
    words = ocr.read(PageImage("", 1, SCALE, pixels.width, pixels.height, pixels.samples)).words
    sizes = {word.text: word.size for word in words}
    assert sizes["House"] > 1.5
    assert sizes["demand,"] == pytest.approx(1.0, abs=0.2)


def test_missing_package_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ocr_module.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="not installed") as missing:
        ocr_module.load(1)
    assert "pip install rapidocr" in missing.value.hint


def test_missing_models_are_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "rapidocr").mkdir()
    (tmp_path / "rapidocr" / "__init__.py").touch()
    spec = ocr_module.importlib.util.spec_from_file_location(
        "rapidocr", tmp_path / "rapidocr" / "__init__.py", submodule_search_locations=[str(tmp_path / "rapidocr")]
    )
    monkeypatch.setattr(ocr_module.importlib.util, "find_spec", lambda name: spec)
    with pytest.raises(ModelError, match="models of text recognition are missing"):
        ocr_module.load(1)


def test_scanned_page_is_found_and_its_highlight_lies_on_the_words(
    ocr: RapidOcr, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pymupdf.open() as file:
        pixels = printed(file).get_pixmap(matrix=pymupdf.Matrix(SCALE, SCALE))
        file.delete_page(0)
        page = file.new_page(width=WIDTH, height=HEIGHT)
        page.insert_image(page.rect, pixmap=pixels)
        file.save(tmp_path / "scan.pdf")

    class Parser(DirectParser):
        pass

    Parser.ocr = ocr
    monkeypatch.setattr("pincite.library.Parser", Parser)
    with Library(settings, FakeModels()) as library:
        [result] = [event.result for event in library.add([str(tmp_path / "scan.pdf")]) if isinstance(event, FileRecognised)]
        assert (result.pages_ocr, result.pages_unreadable) == (1, ())
        [hit] = library.search("When is the rent due?").hits
    assert "$1,845.00" in hit.passage.text
    places = true_boxes()
    for number, box in enumerate(hit.boxes):
        words = [places[word] for word in TEXT[number].split()]
        line = (min(w[0] for w in words), min(w[1] for w in words), max(w[2] for w in words), max(w[3] for w in words))
        assert box == pytest.approx(line, abs=NEAR)
