"""Where on a page words stand, as lawyers cite transcripts: page and line. Pure; reads what :mod:`pincite.pdf` has set apart.

The numbers that a margin counts its lines with stand at the end of the page's text, behind :data:`MARGIN`, where they
break no sentence. They are words with boxes like all others, and a line is found by the height that it stands at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.domain import Page, Span, Word

MARGIN = "\f"
"""Stands once in the text of a page whose margin counts its lines, between the page's own words and the numbers."""

_NEAREST = 0.75  # of the step from number to number: what stands farther from all of them is a header or a footer


def body_end(text: str) -> int:
    """Offset at which the words of a page end, and the numbers in its margin begin, if it has any."""
    at = text.rfind(MARGIN)
    return len(text) if at < 0 else at


def line_numbers(page: Page, span: Span) -> Span | None:
    """The first and the last of the printed lines that a span stands on; None if the page does not count its lines."""
    end = body_end(page.text)
    if end == len(page.text):
        return None
    numbers = [(_middle(word), int(page.text[word.start : word.end])) for word in page.words if word.start > end]
    touched = [word for word in page.words if word.end > span[0] and word.start < min(span[1], end)]
    if len(numbers) < 2 or not touched:
        return None
    step = (numbers[-1][0] - numbers[0][0]) / (len(numbers) - 1)
    found = []
    for word in (touched[0], touched[-1]):
        height, number = min(numbers, key=lambda one, word=word: abs(one[0] - _middle(word)))  # type: ignore[misc]
        if abs(height - _middle(word)) > _NEAREST * step:
            return None
        found.append(number)
    return min(found), max(found)


def pinpoint(label: str, lines: Span | None) -> str:
    """A place as it is cited: "45", "45:12", or "45:12–15"."""
    if lines is None:
        return label
    first, last = lines
    return f"{label}:{first}" if first == last else f"{label}:{first}–{last}"


def _middle(word: Word) -> float:
    return (word.box[1] + word.box[3]) / 2
