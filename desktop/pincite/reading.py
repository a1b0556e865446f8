"""What somebody who reads a document needs of it: its pages, their words, its outline, and where a text stands in it.

Answers no question and draws no page.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from pincite.events import MatchesFound, Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.domain import OutlineEntry, Page, PageInfo, Span
    from pincite.events import Event
    from pincite.index import Index

BATCH = 32
"""Pages that are searched between two reports; few enough that a search stops at once when it is cancelled."""

_DROPPED = "\u00ad"
"""Stands for what one does not see: soft hyphens, joiners, and accents that are letters of their own."""
_ALIKE = dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("‘’‚ʼ′", "'") | dict.fromkeys("“”„«»″", '"')
_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_BREAK = rf"(?:-[^\S\n]*\n\s*|{_DROPPED}+(?:[^\S\n]*\n\s*)?)?"
"""What may stand within a word where it goes on in the next line."""


class Reading:
    """The documents of one library, to be read."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def pages(self, document_id: str) -> list[PageInfo]:
        """Label, size and problem of every page of a document."""
        return self._index.page_infos(document_id)

    def words(self, document_id: str, numbers: Sequence[int]) -> list[Page]:
        """The text of some pages with the places of its words, in order; pages that do not exist are left out."""
        found = self._index.pages_at({(document_id, number) for number in numbers})
        return sorted(found.values(), key=lambda page: page.number)

    def outline(self, document_id: str) -> list[OutlineEntry]:
        """The outline that the file of a document has; empty if it has none."""
        return self._index.outline(document_id)

    def find(self, document_id: str, text: str, first: int = 1) -> Iterator[Event]:
        """Where a text stands in a document, page by page from ``first`` to the end and then from the beginning.

        Neither case nor accents nor the kind of a dash or quotation mark matter; a match may go over the end of a line,
        also where a word is hyphenated there. Each page with matches is a ``MatchesFound``; ``Progress`` counts pages.
        """
        wanted = pattern(text)
        if wanted is None:
            return
        texts = self._index.texts(document_id)
        start = bisect_left(texts, (first, ""))
        texts = texts[start:] + texts[:start]
        for done in range(0, len(texts), BATCH):
            batch = texts[done : done + BATCH]
            for number, words in batch:
                if found := matches(wanted, words):
                    yield MatchesFound(number, tuple(found))
            yield Progress(Stage.SEARCHING, done + len(batch), len(texts))


def pattern(text: str) -> re.Pattern[str] | None:
    """What a text looks like where it is found in a folded one (see :func:`folded`); None if there is nothing to find."""
    letters = " ".join(folded(text)[0].replace(_DROPPED, "").split())
    if not letters:
        return None
    parts = [r"\s+" if letter == " " else r"-\s*" if letter == "-" else re.escape(letter) for letter in letters]
    return re.compile(_BREAK.join(parts) + f"{_DROPPED}*")


def matches(wanted: re.Pattern[str], text: str) -> list[Span]:
    """The spans of a text that a pattern finds, as offsets into the text as it is."""
    flat, offsets = folded(text)
    return [(offsets[found.start()], offsets[found.end() - 1] + 1) for found in wanted.finditer(flat)]


def folded(text: str) -> tuple[str, Sequence[int]]:
    """A text without case and accents, with plain dashes and quotation marks, and for each letter its offset in the text."""
    if text.isascii():
        return text.lower(), range(len(text))
    flat = text.translate(_FOLDS)
    if len(flat) == len(text):
        return flat, range(len(text))
    return flat, [offset for offset, letter in enumerate(text) for _ in _FOLDS[ord(letter)]]


class _Folds(dict[int, str]):
    """What each letter becomes, by its code; filled as letters are met. None becomes nothing, so that each keeps its place."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        if letter in _UNSEEN:
            plain = ""
        elif letter in _ALIKE:
            plain = _ALIKE[letter]
        else:
            parts = unicodedata.normalize("NFKD", letter)
            plain = "".join(part for part in parts if not unicodedata.combining(part)).casefold()
        self[code] = plain or _DROPPED
        return self[code]


_FOLDS = _Folds()
