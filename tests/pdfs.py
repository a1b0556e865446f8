"""Writes the small PDFs that the tests read. Knows nothing of Pincite."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pymupdf

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

WIDTH, HEIGHT = 612.0, 792.0
MARGIN = 72.0
BODY_SIZE, HEADING_SIZE = 11.0, 16.0
LEADING = 1.3

# a font whose codes stand for private characters: what a text layer without a usable encoding looks like
_PRIVATE_CODES = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Private def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <00> <ff> <e000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


def write_pdf(
    path: Path,
    pages: Sequence[str],
    *,
    title: str = "",
    outline: Sequence[tuple[int, str, int]] = (),
    labels: Sequence[tuple[int, str, str]] = (),
    rotation: int = 0,
    crop: tuple[float, float, float, float] | None = None,
    pictures: Collection[int] = (),
    garbled: Collection[int] = (),
    password: str = "",
) -> Path:
    """Writes a PDF with one page for each text, line for line, and returns its path.

    Args:
        path: The file to write.
        pages: Lines that start with "# " are set large and bold; an empty line parts blocks; an empty text is a blank page.
        title: The title in its metadata.
        outline: (level from 1, title, page from 1) of each entry.
        labels: (first page from 1, prefix, style as in PDF: "D", "r", "A") of each range.
        rotation: By how many degrees all pages are turned when displayed.
        crop: (x0, y0, x1, y1) of the part of each page that is displayed, in points from the top left.
        pictures: Numbers of the pages that are pictures of their text.
        garbled: Numbers of the pages whose letters are stored in a code that cannot be read.
        password: Encrypts the file.
    """
    with pymupdf.open() as file:
        for number, text in enumerate(pages, 1):
            page = file.new_page(width=WIDTH, height=HEIGHT)
            if number in garbled:
                _print(page, text, "cour")  # a font of its own, since pages share their fonts
                _garble(file, page)
            else:
                _print(page, text, "helv")
            if number in pictures:
                pixels = page.get_pixmap(dpi=60)
                file.delete_page(page.number)
                page = file.new_page(width=WIDTH, height=HEIGHT)
                page.insert_image(page.rect, pixmap=pixels)
            if crop:
                page.set_cropbox(pymupdf.Rect(crop))
            page.set_rotation(rotation)
        if outline:
            file.set_toc([list(entry) for entry in outline])
        if labels:
            file.set_page_labels(
                [{"startpage": first - 1, "prefix": prefix, "style": style} for first, prefix, style in labels]
            )
        file.set_metadata({"title": title})
        if password:
            file.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password, owner_pw=f"{password} of owner")
        else:
            file.save(path)
    return path


def _print(page: pymupdf.Page, text: str, font: str) -> None:
    y = MARGIN
    for line in text.split("\n"):
        heading = line.startswith("# ")
        size = HEADING_SIZE if heading else BODY_SIZE
        if line:
            page.insert_text((MARGIN, y), line.removeprefix("# "), fontsize=size, fontname="hebo" if heading else font)
        y += LEADING * size


def _garble(file: pymupdf.Document, page: pymupdf.Page) -> None:
    codes = file.get_new_xref()
    file.update_object(codes, "<<>>")
    file.update_stream(codes, _PRIVATE_CODES)
    for font in page.get_fonts():
        file.xref_set_key(font[0], "ToUnicode", f"{codes} 0 R")
