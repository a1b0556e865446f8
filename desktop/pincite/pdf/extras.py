"""What stands on a page beside its text: ticked boxes, values of fields that are not drawn, notes of reviewers.

Coordinates are those of the library's words: points on the page as it is before it is turned for display.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pymupdf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Raw = tuple[Any, ...]

TICK = "☑"
"""Stands for a box or a button that is ticked: drawn with a symbol font, its own letter would be a figure or nothing."""

_WRITTEN = (pymupdf.PDF_WIDGET_TYPE_TEXT, pymupdf.PDF_WIDGET_TYPE_COMBOBOX, pymupdf.PDF_WIDGET_TYPE_LISTBOX)
_TICKED = (pymupdf.PDF_WIDGET_TYPE_CHECKBOX, pymupdf.PDF_WIDGET_TYPE_RADIOBUTTON)
_NO_NOTES = (  # links say nothing, popups repeat their note, and what FreeText and fields say is drawn on the page
    pymupdf.PDF_ANNOT_LINK,
    pymupdf.PDF_ANNOT_POPUP,
    pymupdf.PDF_ANNOT_FREE_TEXT,
    pymupdf.PDF_ANNOT_WIDGET,
)


def has_extras(page: Any) -> bool:
    """Whether a page has fields or notes at all. Quick, for most have none."""
    kinds = {kind for _, kind, *_ in page.annot_xrefs()}
    return bool(kinds - {pymupdf.PDF_ANNOT_LINK, pymupdf.PDF_ANNOT_POPUP})


def with_fields(page: Any, raw: Sequence[Raw]) -> list[Raw]:
    """The words of a page, (x0, y0, x1, y1, word, block, line, number), with what its fields hold."""
    words = list(raw)
    block = _next_block(words)
    for widget in page.widgets():
        value = str(widget.field_value or "").strip()
        if not value:
            continue
        inside = [at for at, word in enumerate(words) if _within(word, widget.rect)]
        if widget.field_type in _TICKED and value != "Off":
            if inside:
                words[inside[0]] = (*words[inside[0]][:4], TICK, *words[inside[0]][5:])
            else:
                words += _block(TICK, widget.rect, block)
                block += 1
        elif widget.field_type in _WRITTEN and not inside:
            words += _block(value, widget.rect, block)
            block += 1
    return words


def notes(page: Any, raw: Sequence[Raw]) -> Iterator[Raw]:
    """The words of a page's notes, each as a block of its own behind the words ``raw``, with the place of its mark as box."""
    block = _next_block(raw)
    for annotation in page.annots():
        content = str(annotation.info.get("content") or "").strip()
        if content and annotation.type[0] not in _NO_NOTES:
            yield from _block(content, annotation.rect, block)
            block += 1


def _next_block(raw: Sequence[Raw]) -> int:
    return max((word[5] for word in raw), default=-1) + 1


def _block(text: str, rect: Any, block: int) -> Iterator[Raw]:
    for number, line in enumerate(text.splitlines()):
        for at, word in enumerate(line.split()):
            yield (rect.x0, rect.y0, rect.x1, rect.y1, word, block, number, at)


def _within(word: Raw, rect: Any) -> bool:
    x, y = (word[0] + word[2]) / 2, (word[1] + word[3]) / 2
    return bool(rect.x0 <= x <= rect.x1 and rect.y0 <= y <= rect.y1)
