"""Whether the text layer of a page is what the page says. Pure: sees letters, opens no file."""

from __future__ import annotations

import re
import string

_UNREADABLE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]")
_UNREADABLE_SHARE = 0.3  # above this a page's text is of no use to a reader
_VOWEL_SHARE = 0.2  # of Latin letters; below it they stand for others. The leanest of Europe's languages have 0.3
_WORD_SHARE = 0.3  # of the pieces under a scan that look like words; below it another program's OCR has failed
_LEAST_LETTERS, _LEAST_PIECES = 100, 30  # to judge by
_LIKE_A_WORD = re.compile(r"^[\W_]*(?:\d[\d.,:/%-]*|[^\W\d_]{2,}(?:['’.-][^\W\d_]+)*|[aAI])[\W_]*$")
_VOWELS = b"aeiouyAEIOUY"
_NO_LETTERS = bytes(set(range(256)) - set(string.ascii_letters.encode()))
_NO_VOWELS = bytes(set(range(256)) - set(_VOWELS))


def is_unreadable(letters: str) -> bool:
    """Whether too many of the letters stand for nothing: private, control and replacement characters."""
    return len(_UNREADABLE.findall(letters)) > _UNREADABLE_SHARE * len(letters)


def is_cipher(letters: str) -> bool:
    """Whether Latin letters stand for others, as those of a font without a table of its characters do."""
    ascii_only = letters.encode("ascii", "ignore")
    latin = len(ascii_only.translate(None, _NO_LETTERS))
    if latin < max(_LEAST_LETTERS, 0.5 * len(letters)):
        return False
    return len(ascii_only.translate(None, _NO_VOWELS)) < _VOWEL_SHARE * latin


def is_soup(text: str) -> bool:
    """Whether hardly a piece of a text looks like a word or a number."""
    pieces = text.split()
    if len(pieces) < _LEAST_PIECES:
        return False
    needed = _WORD_SHARE * len(pieces)
    words = 0
    for piece in pieces:
        words += _LIKE_A_WORD.match(piece) is not None
        if words >= needed:  # on almost every page after a third of it
            return False
    return True
