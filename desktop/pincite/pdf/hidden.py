"""Finds words that a reader of the page cannot see: they must not become evidence. A quick look; :mod:`painting` decides.

The colour, opacity and size of text come with it, and on almost every page show at once that all of it can be seen. Only where
text is light, or something is filled after it, must more be known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pymupdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Raw = tuple[Any, ...]

PAINTED = pymupdf.mupdf.FZ_STEXT_FILLED | pymupdf.mupdf.FZ_STEXT_STROKED
FAINT = 26
"""Of 255: opacity up to which letters are not seen."""
SMALLEST = 1.0
"""Points; smaller letters are specks."""
LIGHT = 224
"""Of 255: with all three colours from here on, letters are not seen on white paper."""
COVER = 3.0
"""Points; a filled shape that is narrower is a rule."""

_LIGHT_BITS = 0xE0E0E0  # are set in a colour whose parts are all that light
_FILLED_BOX = re.compile(  # between the box and the order to fill it, its colours may be set
    rb"re\s+(?:[^A-Za-z]*(?:h|g|G|rg|RG|k|K|w)\s+)*[fFbB]"
)
_SIZE = re.compile(rb"(?<![\d.])(-?\d*\.?\d+)\s+(-?\d*\.?\d+)\s+$")  # of the box, in front of it
_SIZE_BYTES = 64
_COVERING = (  # annotations that a reader sees in front of the page
    pymupdf.PDF_ANNOT_SQUARE,
    pymupdf.PDF_ANNOT_CIRCLE,
    pymupdf.PDF_ANNOT_POLYGON,
    pymupdf.PDF_ANNOT_FREE_TEXT,
    pymupdf.PDF_ANNOT_STAMP,
)


def unseen(page: Any, raw: Sequence[Raw], blocks: Sequence[Mapping[str, Any]]) -> set[int]:
    """Which of the words of a page cannot be seen, as indexes.

    Args:
        page: The page.
        raw: (x0, y0, x1, y1, word, block, line, …) of each word.
        blocks: The library's dictionaries of the same text.
    """
    if not raw or not (_has_suspects(blocks) or _paints_over(page) or any(covers(page))):
        return set()
    from pincite.pdf import painting  # needs NumPy, which takes as long to load as to read a hundred pages

    return painting.unseen(page, raw, blocks)


def covers(page: Any) -> Iterator[Any]:
    """The boxes of the annotations that may hide what is under them."""
    if any(kind in _COVERING for _, kind, *_ in page.annot_xrefs()):
        yield from (annotation.rect for annotation in page.annots(types=_COVERING))


def _has_suspects(blocks: Sequence[Mapping[str, Any]]) -> bool:
    """Whether any piece of text is not plain; what :mod:`painting` says of one, but on every page and therefore in a hurry."""
    return any(
        style["color"] & _LIGHT_BITS == _LIGHT_BITS
        or style["size"] < SMALLEST
        or style["alpha"] <= FAINT
        or not style["char_flags"] & PAINTED
        for block in blocks
        for line in block.get("lines", ())
        for style in line["spans"]
    )


def _paints_over(page: Any) -> bool:
    """Whether the page fills a box, larger than a rule, after it has begun to print text. A quick look, no proof."""
    code = page.read_contents()
    begun = code.find(b"BT")
    if begun >= 0 and code.find(b" re", begun) >= 0 and _fills_box(code, begun):
        return True
    # what is drawn by another stream: the text, the box, or both
    if code.find(b" Do", max(begun, 0)) < 0:
        return False
    forms = [page.parent.xref_stream(xref) for xref in dict.fromkeys(form[0] for form in page.get_xobjects())]
    return any(_fills_box(form, 0 if begun >= 0 else form.find(b"BT")) for form in forms if begun >= 0 or b"BT" in form)


def _fills_box(code: bytes, start: int) -> bool:
    for match in _FILLED_BOX.finditer(code, start):
        size = _SIZE.search(code, max(start, match.start() - _SIZE_BYTES), match.start())
        if size is None:
            continue
        width, height = abs(float(size[1])), abs(float(size[2]))
        if min(width, height) >= COVER or width == height:  # a square may be drawn at any scale
            return True
    return False
