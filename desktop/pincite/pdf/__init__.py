"""Reads a PDF: its head, its pages with the place of every word, and pictures of its pages. Sole importer of the PDF library.

Runs in a process of its own (see :mod:`pincite.parser`), since a hostile file can crash the library underneath.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pymupdf

from pincite.diagnostics import log
from pincite.domain import (
    FileHead,
    MarkColour,
    OutlineEntry,
    Page,
    PageImage,
    PageProblem,
)
from pincite.errors import FileError, PasswordNeeded
from pincite.pdf import extras, hidden, margins, quality, text_layer
from pincite.pdf.labels import Labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from pincite.domain import Box, Mark
    from pincite.ocr import Ocr
    from pincite.packed import PackedWords

# Ligatures are written out, so that "office" is found; images are left out, since only words are wanted.
_TEXT_FLAGS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP
_PLEASE_WAIT = re.compile(r"please wait\b.{0,400}\badobe\b", re.IGNORECASE | re.DOTALL)
_NO_TITLE = re.compile(r"^(untitled|document\d*|microsoft word - .*)?$|\.(docx?|pdf|indd|qxd|tex|rtf|odt|dvi)$", re.I)
_MAX_PIXELS = 25_000_000  # 75 MB of RGB; a larger picture of a page is made at a smaller scale
_STAMP_CHARS = 100  # on a page that is mostly pictures, less text than this is a stamp or a header over a scan
_PICTURE_SHARE = 0.5  # of its area that pictures cover on such a page
_OCR_DPI = 200
_OCR_PIXELS = (1600, 3000)  # least and most of the longer side: a scan may claim any size of paper
_OCR_MAX_DPI = 600
_SAME_TEXT_SHARE = 0.6  # of the words that OCR finds; if so many are in the text layer, that is right and says all
_MAX_ATTACHED = 1 << 30  # bytes of an attached file: it passes through memory
_HIGHLIGHTS = {
    MarkColour.YELLOW: (1.0, 0.84, 0.25),
    MarkColour.GREEN: (0.55, 0.87, 0.55),
    MarkColour.BLUE: (0.55, 0.78, 1.0),
    MarkColour.PINK: (1.0, 0.66, 0.8),
}

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
        return FileHead(title, self._file.page_count, tuple(outline), tuple(self._attachments()))

    def attachment(self, number: int) -> bytes:
        """The bytes of an attached file, by its place in :attr:`FileHead.attachments`.

        Raises:
            FileError: it cannot be taken out, or has more than 1 GiB.
        """
        try:
            if int(self._file.embfile_info(number).get("length") or 0) > _MAX_ATTACHED:
                raise FileError(f"What is attached to {self.path.name} is too large.", "Save it from a PDF viewer, and add it.")
            return bytes(self._file.embfile_get(number))
        except _DAMAGE as error:
            raise FileError(f"What is attached to {self.path.name} is damaged.", "Save it from a PDF viewer.") from error

    def _attachments(self) -> Iterator[str]:
        with contextlib.suppress(*_DAMAGE):
            for number in range(self._file.embfile_count()):
                info = self._file.embfile_info(number)
                yield _one_line(info.get("ufilename") or info.get("filename") or info.get("name") or f"{number + 1}")

    def read(self, first: int = 0) -> Iterator[FileHead | Page]:
        """What the file says of itself, and its pages; with ``first``, only the pages from that number on."""
        if not first:
            yield self.head()
        yield from self.pages(max(1, first))

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
        problem = self._problem(page) or page.problem
        if problem in (PageProblem.SCAN, PageProblem.UNKNOWN_CODE, PageProblem.XFA):
            return replace(page, text="", words=(), lines=(), problem=problem)
        return replace(page, problem=problem)

    def _layer(self, number: int) -> Page:
        """The text that a page has, whatever it is worth; what cannot be seen of it is left out, and told as its problem."""
        page = self._file[number - 1]
        textpage = page.get_textpage(flags=_TEXT_FLAGS)
        raw = textpage.extractWORDS()
        blocks = textpage.extractDICT()["blocks"]
        problem = ""
        with contextlib.suppress(*_DAMAGE):
            if unseen := hidden.unseen(page, raw, blocks):
                raw = [word for at, word in enumerate(raw) if at not in unseen]
                problem = PageProblem.hidden(len(unseen))
        printed = len(raw)
        if extras.has_extras(page):
            with contextlib.suppress(*_DAMAGE):
                raw = extras.with_fields(page, raw)
                raw += extras.notes(page, raw)
        text, words, spans = _assemble(_displayed(page, raw), printed)
        lines = tuple(text_layer.lines(blocks, spans))
        rect = page.rect
        return Page(number, self._labels.of(number), text, words, lines, rect.width, rect.height, problem=problem)

    @cached_property
    def _is_xfa(self) -> bool:
        """Whether its pages are made by a form that only Adobe's reader can run."""
        with contextlib.suppress(*_DAMAGE):
            kind, _ = self._file.xref_get_key(self._file.pdf_catalog(), "AcroForm/XFA")
            return bool(kind != "null")
        return False

    @cached_property
    def _labels(self) -> Labels:
        with contextlib.suppress(*_DAMAGE):
            return Labels(self._file.get_page_labels())
        return Labels()

    def _problem(self, read: Page) -> PageProblem | str:
        """Why the text layer of a page is not, or not all of, what the page says."""
        page = self._file[read.number - 1]
        if not read.words:
            return _why_no_text(page) or (PageProblem.LOST if self._file.is_repaired else "")
        if _PLEASE_WAIT.search(read.text) and self._is_xfa:
            return PageProblem.XFA
        letters = "".join(read.text.split())
        if quality.is_unreadable(letters) or quality.is_cipher(letters):
            return PageProblem.UNKNOWN_CODE
        if len(letters) < _STAMP_CHARS and _is_mostly_pictures(page):
            return PageProblem.SCAN
        if quality.is_soup(read.text) and _is_mostly_pictures(page):
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
        printed = len(raw)
        page = self._file[number - 1]
        if extras.has_extras(page):
            with contextlib.suppress(*_DAMAGE):
                raw += _displayed(page, extras.notes(page, raw))
        text, words, spans = _assemble(raw, printed)
        if not words:
            empty = replace(layer, text="", words=(), lines=(), ocr=reading.blank, problem="")
            return empty if reading.blank else replace(empty, problem=PageProblem.PICTURE)
        lines = tuple(text_layer.recognised_lines(reading.words, spans))
        letters = sum(len(word.text) for word in reading.words)
        confidence = sum(word.confidence * len(word.text) for word in reading.words) / letters
        return replace(layer, text=text, words=words, lines=lines, ocr=True, confidence=round(confidence, 3), problem="")

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

    def annotate(self, marks: Sequence[tuple[Mark, tuple[Box, ...]]], target: Path) -> None:
        """Saves a copy with marks as highlight annotations, each with its boxes in points and its note.

        Raises:
            FileError: the file has no such page or forbids it, or the copy cannot be written; then there is none.
        """
        part = target.with_name(f".{target.name}.part")
        try:
            for mark, boxes in marks:
                page = self._file[mark.page - 1]
                # annotations, too, know nothing of the rotation that the page is displayed with
                quads = [pymupdf.Rect(box).quad * page.derotation_matrix for box in boxes]
                highlight = page.add_highlight_annot(quads)
                highlight.set_colors(stroke=_HIGHLIGHTS[mark.colour])
                moment = "D:" + re.sub(r"\D", "", mark.made_at)[:14] + "Z"
                highlight.set_info(title="Pincite", content=mark.note, creationDate=moment, modDate=moment)
                highlight.update()
            with part.open("wb") as file:  # which says better than the library why a file cannot be written
                self._file.save(file, encryption=pymupdf.PDF_ENCRYPT_KEEP)
            part.replace(target)
        except OSError as error:
            raise FileError(f"{target} cannot be written: {error.strerror or error}.", "Choose another folder.") from error
        except _DAMAGE as error:
            raise FileError(f"The PDF could not be copied with its highlights: {error}.", "") from error
        finally:
            with contextlib.suppress(OSError):
                part.unlink(missing_ok=True)


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


def _assemble(raw: list[tuple[Any, ...]], printed: int) -> tuple[str, PackedWords, text_layer.Spans]:
    """The text, the words, and the (start, end) of each (block, line); line numbers, if the margin has some, come last."""
    numbered = margins.find(raw, printed)
    if numbered is None:
        return text_layer.assemble(raw)
    text, words, _ = text_layer.assemble(numbered.words)
    spans = text_layer.spans_of(numbered.places, words)
    return *text_layer.with_margin(text, words, numbered.numbers), spans


def _displayed(page: Any, raw: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Words where they are seen: the library knows nothing of the rotation that the page is displayed with."""
    if not page.rotation:
        return list(raw)
    return [(*(pymupdf.Rect(item[:4]) * page.rotation_matrix), *item[4:]) for item in raw]


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


def _words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
