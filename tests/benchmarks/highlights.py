"""Measures whether the boxes of a highlight cover the quoted words, and no others.

``python tests/benchmarks/highlights.py LIBRARY QUESTIONS.jsonl PDFS [QUOTES]`` takes so many quotes (default: 200) by chance
from the "evidence" of the questions, finds each in the text that the library has stored, and asks the PDF itself for the words
whose middle lies under the boxes. It prints the share of quotes of which every word is covered, the share under whose boxes no
other word lies, and what is wrong with the others. Words are compared without case, accents and marks; a word that is
broken at the end of a line is two. The library must hold the files of the folder PDFS.
"""

from __future__ import annotations

import json
import random
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf

from pincite import citations
from pincite.library import Library
from pincite.reading import matches, pattern
from pincite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.domain import Box

QUOTES = 200
SEED = 6
SHOWN = 10


@dataclass(frozen=True)
class Quote:
    """Words that a question file says stand in a document, on one of some pages."""

    text: str
    file: str
    pages: tuple[int, ...]


@dataclass(frozen=True)
class Outcome:
    """What lies under the boxes of a quote: words of it that do not, and words that are not of it."""

    quote: Quote
    found: bool
    uncovered: list[str]
    foreign: list[str]


def quotes(questions: Path) -> Iterator[Quote]:
    """All quotes of a question file, each once."""
    known = set()
    for line in questions.read_text(encoding="utf-8").splitlines():
        question = json.loads(line)
        for text in question.get("evidence", ()):
            quote = Quote(text, question["document"] or "", tuple(question["pages"]))
            if quote.file and quote not in known:
                known.add(quote)
                yield quote


def plain(text: str) -> list[str]:
    """The letters and digits of each word."""
    flat = unicodedata.normalize("NFKD", text).casefold()
    return [word for word in (re.sub(r"[\W_]", "", piece) for piece in flat.split()) if word]


def under(page: pymupdf.Page, boxes: tuple[Box, ...]) -> list[str]:
    """The words of a page as it is displayed whose middle lies in one of some boxes."""
    words = []
    for word in page.get_text("words", flags=pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP):
        rect = pymupdf.Rect(word[:4]) * page.rotation_matrix
        x, y = (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2
        if any(x0 <= x <= x1 and y0 <= y <= y1 for x0, y0, x1, y1 in boxes):
            words += plain(word[4])
    return words


def check(library: Library, folder: Path, quote: Quote) -> Outcome:
    """Looks for a quote in the library, and under its boxes in the file."""
    document = library.document(quote.file)
    wanted = pattern(quote.text)
    assert wanted is not None
    for page in library.reading.words(document.id, quote.pages):
        for start, end in matches(wanted, page.text):
            # a quote may begin or end within a word, which is then highlighted whole
            touched = [page.text[word.start : word.end] for word in page.words if word.end > start and word.start < end]
            said, boxes = Counter(plain(" ".join(touched))), citations.boxes(page, (start, end))
            with pymupdf.open(folder / quote.file) as file:
                seen = Counter(under(file[page.number - 1], boxes))
            return Outcome(quote, True, sorted((said - seen).elements()), sorted((seen - said).elements()))
    return Outcome(quote, False, [], [])


def main(location: Path, questions: Path, folder: Path, number: int) -> None:
    """Prints the shares, and the first few quotes with a fault."""
    chosen = list(quotes(questions))
    random.Random(SEED).shuffle(chosen)
    with Library.open(Settings(library=location)) as library:
        outcomes = [check(library, folder, quote) for quote in chosen[:number]]
    there = [outcome for outcome in outcomes if outcome.found]
    covered = sum(not outcome.uncovered for outcome in there)
    alone = sum(not outcome.foreign for outcome in there)
    print(f"{len(outcomes)} quotes, {len(there)} found in the stored text")
    total = max(1, len(there))
    print(f"{covered / total:.1%} covered whole, {alone / total:.1%} without other words under the boxes")
    faults = [outcome for outcome in outcomes if not outcome.found or outcome.uncovered or outcome.foreign]
    for outcome in faults[:SHOWN]:
        why = f"not covered {outcome.uncovered}, others {outcome.foreign}" if outcome.found else "not found in the stored text"
        print(f"  {outcome.quote.file} {outcome.quote.pages}: {why}: {outcome.quote.text[:80]!r}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else QUOTES)
