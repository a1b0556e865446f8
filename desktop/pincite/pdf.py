"""Reads a PDF: its head, its pages with the place of every word, and pictures of its pages. Sole importer of the PDF library.

Runs in a process of its own (see :mod:`pincite.parser`), since a hostile file can crash the library underneath.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pymupdf

from pincite.diagnostics import log
from pincite.domain import (
    FileHead,
    Line,
    OutlineEntry,
    Page,
    PageImage,
    PageProblem,
    Word,
)
from pincite.errors import FileError, PasswordNeeded
from pincite.ocr import BODY_SIZE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pincite.ocr import Ocr, RecognisedWord

# Ligatures are written out, so that "office" is found; images are left out, since only words are wanted.
_TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_UNREADABLE_SHARE = 0.3  # above this a page's text is of no use to a reader
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")  # cannot be stored as UTF-8
_NO_TITLE = re.compile(r"^(untitled|document\d*|microsoft word - .*)?$|\.(docx?|pdf|indd|qxd|tex|rtf|odt|dvi)$", re.I)
_MAX_PIXELS = 25_000_000  # 75 MB of RGB; a larger picture of a page is made at a smaller scale
_STAMP_CHARS = 100  # on a page that is mostly pictures, less text than this is a stamp or a header over a scan
_PICTURE_SHARE = 0.5  # of its area that pictures cover on such a page
_VOWEL_SHARE = 0.2  # of Latin letters; below it they stand for others. The leanest of Europe's languages have 0.3
_WORD_SHARE = 0.3  # of the pieces under a scan that look like words; below it another program's OCR has failed
_LEAST_LETTERS, _LEAST_PIECES = 100, 30  # to judge by
_LIKE_A_WORD = re.compile(r"^[\W_]*(?:\d[\d.,:/%-]*|[^\W\d_]{2,}(?:['’.-][^\W\d_]+)*|[aAI])[\W_]*$")
_OCR_DPI = 200
_OCR_PIXELS = (1600, 3000)  # least and most of the longer side: a scan may claim any size of paper
_OCR_MAX_DPI = 600
_SAME_TEXT_SHARE = 0.6  # of the words that OCR finds; if so many are in the text layer, that is right and says all
_SMALLER, _LARGER = 0.75, 1.25  # heights of a line, relative to the usual one, that say nothing of its type

# what PyMuPDF raises for damage: its own errors, MuPDF's, and Python's for a structure that is not as promised
_DAMAGE = (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError, KeyError, TypeError, IndexError, AttributeError)

pymupdf.TOOLS.mupdf_display_errors(False)  # damage is told through errors and problems, not on the terminal
pymupdf.TOOLS.mupdf_display_warnings(False)


class PdfFile:
    """An open PDF. Use it as a context manager.

    Raises:
        PasswordNeeded: it is encrypted, and the password is missing or wrong.
        FileError: it is missing, empty, damaged beyond repair, not a PDF, or has no page.
    """

    def __init__(self, path: Path, password: str = "") -> None:
        _check(path)
        try:
            self._file = pymupdf.open(path, filetype="pdf")
        except _DAMAGE as error:
            raise _damaged(path) from error
        self.path = path
        if self._file.needs_pass and not self._file.authenticate(password):
            self._file.close()
            if password:
                raise PasswordNeeded(f"{path.name} is encrypted, and the password is wrong.", "Give the right password.")
            raise PasswordNeeded(f"{path.name} is encrypted.", "Give its password, or save a copy without one.")
        try:
            pages = self._file.page_count
        except _DAMAGE as error:
            raise _damaged(path) from error
        if not pages:
            self._file.close()
            raise FileError(f"{path.name} has no pages.", "Open it in a PDF viewer, and save or export it again.")

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def head(self) -> FileHead:
        """Title, number of pages, and outline. A title that says nothing is replaced by the file's name."""
        outline: list[OutlineEntry] = []
        with contextlib.suppress(*_DAMAGE):  # a broken outline is no reason to refuse a file
            for level, title, page, target in self._file.get_toc(simple=False):
                if page > 0 and title.strip():
                    point = target.get("to")
                    outline.append(OutlineEntry(level, _one_line(title), page, float(point.y) if point else 0.0))
        title = _one_line((self._file.metadata or {}).get("title") or "")
        if _NO_TITLE.search(title) or not re.search(r"\w{2}", title):
            title = _one_line(re.sub(r"[_\s]+", " ", self.path.stem))
        return FileHead(title, self._file.page_count, tuple(outline))

    def pages(self, first: int = 1) -> Iterator[Page]:
        """The pages from number ``first`` on. A page that cannot be read comes with a problem instead of text."""
        for number in range(first, self._file.page_count + 1):
            try:
                yield self._page(number)
            except _DAMAGE as error:
                log.info("page %d of a file cannot be read: %s", number, error)
                yield Page(number, str(number), "", problem=PageProblem.DAMAGED)

    def recognise(self, numbers: Sequence[int], ocr: Ocr) -> Iterator[Page]:
        """Some pages, read from their pictures. A page without any text has a problem, unless it is an empty sheet.

        Where the page has text of its own, and the picture says the same, it comes with that, since it is exact.
        """
        for number in numbers:
            try:
                yield self._recognise(number, ocr)
            except (*_DAMAGE, FileError) as error:
                log.info("page %d of a file cannot be recognised: %s", number, error)
                yield Page(number, str(number), "", problem=PageProblem.DAMAGED)

    def _page(self, number: int) -> Page:
        page = self._layer(number)
        problem = self._problem(page)
        if problem in (PageProblem.SCAN, PageProblem.UNKNOWN_CODE):
            return replace(page, text="", words=(), lines=(), problem=problem)
        return replace(page, problem=problem)

    def _layer(self, number: int) -> Page:
        """The text that a page has, whatever it is worth."""
        page = self._file[number - 1]
        textpage = page.get_textpage(flags=_TEXT_FLAGS)
        raw = textpage.extractWORDS()
        if page.rotation:  # a text page knows nothing of the rotation that the page is displayed with
            raw = [(*(pymupdf.Rect(item[:4]) * page.rotation_matrix), *item[4:]) for item in raw]
        text, words, starts = _assemble(raw)
        lines = tuple(_lines(textpage.extractDICT()["blocks"], starts, len(text)))
        label = str(number)
        with contextlib.suppress(*_DAMAGE):
            label = page.get_label() or label
        rect = page.rect
        return Page(number, label, text, tuple(words), lines, rect.width, rect.height)

    def _problem(self, read: Page) -> PageProblem | str:
        """Why the text layer of a page is not, or not all of, what the page says."""
        page = self._file[read.number - 1]
        if not read.words:
            return _why_no_text(page) or (PageProblem.LOST if self._file.is_repaired else "")
        letters = re.sub(r"\s", "", read.text)
        if len(_UNREADABLE.findall(letters)) > _UNREADABLE_SHARE * len(letters) or _is_cipher(letters):
            return PageProblem.UNKNOWN_CODE
        if len(letters) < _STAMP_CHARS and _is_mostly_pictures(page):
            return PageProblem.SCAN
        if _is_soup(read.text) and _is_mostly_pictures(page):
            return PageProblem.UNKNOWN_CODE
        if self._file.is_repaired and not all(self._file.xref_is_stream(xref) for xref in page.get_contents()):
            return PageProblem.PARTLY_LOST
        return ""

    def _recognise(self, number: int, ocr: Ocr) -> Page:
        layer = self._layer(number)
        longest = max(layer.width, layer.height, 1.0)
        least, most = _OCR_PIXELS
        scale = min(max(_OCR_DPI / 72, least / longest), most / longest, _OCR_MAX_DPI / 72)
        reading = ocr.read(self.render(number, scale))
        problem = self._problem(layer)
        seen = set(_words_of(" ".join(word.text for word in reading.words)))
        known = seen & set(_words_of(layer.text))
        if layer.words and (len(known) >= _SAME_TEXT_SHARE * len(seen) if seen else problem == PageProblem.SCAN):
            return layer
        raw = [(*word.box, word.text, word.block, word.line, 0) for word in reading.words]
        text, words, spans = _assemble(raw)
        if not words:
            empty = replace(layer, text="", words=(), lines=(), ocr=reading.blank)
            return empty if reading.blank else replace(empty, problem=PageProblem.PICTURE)
        lines = tuple(_ocr_lines(reading.words, spans))
        letters = sum(len(word.text) for word in reading.words)
        confidence = sum(word.confidence * len(word.text) for word in reading.words) / letters
        return replace(layer, text=text, words=tuple(words), lines=lines, ocr=True, confidence=round(confidence, 3))

    def render(self, number: int, scale: float) -> PageImage:
        """A picture of a page at ``scale`` pixels per point, less where that would be over 25 megapixels.

        Raises:
            FileError: there is no such page, or it cannot be drawn.
        """
        try:
            page = self._file[number - 1]
            area = page.rect.width * page.rect.height
            scale = min(scale, (_MAX_PIXELS / area) ** 0.5) if area else scale
            pixels = page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), colorspace=pymupdf.csRGB, alpha=False)
        except _DAMAGE as error:
            raise FileError(f"Page {number} of {self.path.name} cannot be drawn.", "") from error
        return PageImage("", number, scale, pixels.width, pixels.height, pixels.samples)


def _check(path: Path) -> None:
    try:
        if path.is_dir():
            raise FileError(f"{path.name} is a folder.", "Choose PDF files, or a folder that holds some.")
        with path.open("rb") as file:
            start = file.read(1024)
    except FileNotFoundError as error:
        raise FileError(f"{path} does not exist.", "Check the name and the folder.") from error
    except OSError as error:
        raise FileError(f"{path.name} cannot be read: {error.strerror}.", "Check its permissions and its disk.") from error
    if not start:
        raise FileError(f"{path.name} is empty (0 bytes).", "Fetch or export it again.")
    # the header may stand anywhere in the first 1,024 bytes (PDF 1.7, annex H, implementation note 13)
    if b"%PDF-" not in start and not _has_objects(path):
        raise FileError(f"{path.name} is not a PDF.", "Convert it to PDF first.")


def _has_objects(path: Path) -> bool:
    """Whether a file without a header still looks like a PDF, which can then be repaired."""
    with path.open("rb") as file:
        return re.search(rb"\d+ \d+ obj\b", file.read(1 << 16)) is not None


def _damaged(path: Path) -> FileError:
    return FileError(
        f"{path.name} is damaged and could not be repaired.",
        "Open it in a PDF viewer and save it again, or fetch a new copy.",
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _why_no_text(page: Any) -> PageProblem | str:
    kinds = {entry[0] for entry in page.get_bboxlog()}
    if any("image" in kind for kind in kinds):
        return PageProblem.SCAN
    if kinds:
        return PageProblem.DRAWING
    return ""  # a blank page hides nothing


def _is_mostly_pictures(page: Any) -> bool:
    sheet = page.rect * page.derotation_matrix
    covered = sum(abs(pymupdf.Rect(box) & sheet) for kind, box, *_ in page.get_bboxlog() if "image" in kind)
    return bool(covered >= _PICTURE_SHARE * abs(sheet))


def _is_cipher(letters: str) -> bool:
    """Whether Latin letters stand for others, as those of a font without a table of its characters do."""
    latin = re.findall("[A-Za-z]", letters)
    if len(latin) < max(_LEAST_LETTERS, 0.5 * len(letters)):
        return False
    return sum(letter in "aeiouyAEIOUY" for letter in latin) < _VOWEL_SHARE * len(latin)


def _is_soup(text: str) -> bool:
    """Whether hardly a piece of a text looks like a word or a number."""
    pieces = text.split()
    if len(pieces) < _LEAST_PIECES:
        return False
    return sum(1 for piece in pieces if _LIKE_A_WORD.match(piece)) < _WORD_SHARE * len(pieces)


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _ocr_lines(words: Sequence[RecognisedWord], spans: dict[tuple[int, int], tuple[int, int]]) -> Iterator[Line]:
    sizes: dict[tuple[int, int], float] = {}
    for word in words:
        sizes[word.block, word.line] = max(sizes.get((word.block, word.line), 0.0), word.size)
    for place, (start, end) in spans.items():
        # how high a line is found to be depends on its letters
        size = 1.0 if _SMALLER < sizes[place] < _LARGER else sizes[place]
        yield Line(start, end, round(BODY_SIZE * size, 1), False)


def _assemble(raw: list[tuple[Any, ...]]) -> tuple[str, list[Word], dict[tuple[int, int], tuple[int, int]]]:
    """Joins words to text: blank between words, line feed between lines, an empty line between blocks.

    Pieces that stand beside each other on one line (the cells of a table) are separated by a tab.
    Returns the text, the words, and the (start, end) of each (block, line).
    """
    parts: list[str] = []
    words: list[Word] = []
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    at = 0
    previous: tuple[Any, ...] | None = None
    for item in raw:
        x0, y0, x1, y1, word, block, line, _ = item
        if previous is not None:
            gap = " "
            if block != previous[5]:
                gap = "\n\n"
            elif line != previous[6]:
                beside = x0 >= previous[2] and min(y1, previous[3]) - max(y0, previous[1]) > 0.5 * (y1 - y0)
                gap = "\t" if beside else "\n"
            parts.append(gap)
            at += len(gap)
        parts.append(word)
        words.append(Word(at, at + len(word), (x0, y0, x1, y1)))
        start, _ = spans.get((block, line), (at, at))
        at += len(word)
        spans[(block, line)] = (start, at)
        previous = item
    return _NOT_TEXT.sub("\ufffd", "".join(parts)), words, spans


def _lines(blocks: list[dict[str, Any]], spans: dict[tuple[int, int], tuple[int, int]], length: int) -> Iterator[Line]:
    for block in blocks:
        for number, line in enumerate(block.get("lines", ())):
            start, end = spans.get((block["number"], number), (length, length))
            styles = [span for span in line["spans"] if span["text"].strip()]
            if start < end and styles:
                bold = all(span["flags"] & pymupdf.TEXT_FONT_BOLD for span in styles)
                yield Line(start, end, round(max(span["size"] for span in styles), 1), bold)
