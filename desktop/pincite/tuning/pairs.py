"""Training pairs: questions with the passages that answer them. Reads files, loads no model."""

from __future__ import annotations

import hashlib
import json
import lzma
import random
from collections import defaultdict
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any

from pincite.errors import FileError
from pincite.passages import PASSAGE_CHARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

HELD_OUT = 0.05
"""Share of the documents that training never sees, for early stopping and for the scores in the model card."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage that answers it.

    ``document`` groups the pairs of one document, within which other passages are the hardest negatives. ``title`` and
    ``section`` are put in front of the passage as in search; both may be empty. ``source`` names the data for the model card.
    """

    query: str
    positive: str
    document: str
    source: str
    title: str = ""
    section: str = ""


def read(paths: Sequence[Path]) -> list[Pair]:
    """The pairs of some files of JSON Lines, plain or ``.xz``, without repetitions.

    A line is ``{"query", "positive", "doc"?, "source"?, "title"?, "section"?}``, or a whole document with the questions that
    its sections answer: ``{"title", "source"?, "sections": [{"heading", "text", "questions": […]}]}``. Without ``doc`` each
    passage is a document of its own; without ``source`` the file's name stands for it. Passages longer than those of a
    library are cut to their size.

    Raises:
        FileError: a file cannot be read, or has a line that is not a pair.
    """
    found: dict[tuple[str, str], Pair] = {}
    for path in paths:
        for pair in _read_file(path):
            found.setdefault((pair.query, pair.positive), pair)
    return list(found.values())


def _read_file(path: Path) -> Iterator[Pair]:
    try:
        with _open(path) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield from _read_line(line, path, number)
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise FileError(f"{path.name} cannot be read: {error}.", "Check the path and the file.") from error


def _read_line(line: str, path: Path, number: int) -> list[Pair]:
    try:
        entry = json.loads(line)
        return [_pair(one, path) for one in (_of_document(entry) if "sections" in entry else [entry])]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileError(
            f"{path.name}, line {number} is not a training pair.",
            'Each line is an object like {"query": "…", "positive": "…", "doc": "…"}.',
        ) from error


def _open(path: Path) -> IO[str]:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _of_document(entry: dict[str, Any]) -> Iterator[dict[str, Any]]:
    common = {"title": entry["title"], "doc": entry["title"], "source": entry.get("source")}
    for section in entry["sections"]:
        for question in section["questions"]:
            yield common | {"query": question, "positive": section["text"], "section": section["heading"]}


def _pair(entry: dict[str, Any], path: Path) -> Pair:
    query, positive = entry["query"].strip(), _cut(entry["positive"].strip())
    if not query or not positive:
        raise ValueError("an empty question or passage")
    return Pair(
        query=query,
        positive=positive,
        document=str(entry.get("doc") or hashlib.sha256(positive.encode()).hexdigest()),
        source=str(entry.get("source") or path.stem),
        title=str(entry.get("title") or ""),
        section=str(entry.get("section") or ""),
    )


def _cut(text: str) -> str:
    if len(text) <= PASSAGE_CHARS:
        return text
    end = max(text.rfind(mark, 0, PASSAGE_CHARS) for mark in (". ", "? ", "! ", "\n"))
    if end <= PASSAGE_CHARS // 2:  # a list, or a script without spaces
        end = text.rfind(" ", 0, PASSAGE_CHARS)
    return text[: end + 1].rstrip() if end > 0 else text[:PASSAGE_CHARS]


def split(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair]]:
    """Pairs to train on and pairs held out; no document, and no question, is in both.

    The choice follows from the documents' names, so that a model tuned in several runs is not checked on what an earlier run
    has seen. Of few documents at least one is held out; of a single one, passages take the place of documents.
    """
    several = len({(pair.source, pair.document) for pair in pairs}) > 1

    def part(pair: Pair) -> str:
        return f"{pair.source}/{pair.document if several else pair.positive}"

    fractions = {name: fraction(name) for name in map(part, pairs)}
    out = {name for name, place in fractions.items() if place < HELD_OUT}
    if not out and len(fractions) > 1:
        out = {min(fractions, key=lambda name: fractions[name])}
    held = [pair for pair in pairs if part(pair) in out]
    asked = {pair.query for pair in held}
    return [pair for pair in pairs if part(pair) not in out and pair.query not in asked], held


def fraction(name: str) -> float:
    """A number from 0 to 1 that follows from a name, for choices that are to be the same in every run."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") / 2**64


def sample(pairs: Sequence[Pair], count: int, seed: int) -> list[Pair]:
    """At most ``count`` pairs, the same number from each source as far as it has them, and from many passages of each."""
    by_source: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        by_source[pair.source].append(pair)
    chosen: list[Pair] = []
    left = count
    for position, source in enumerate(sorted(by_source, key=lambda name: len(by_source[name]))):
        share = left // (len(by_source) - position)
        taken = _spread(by_source[source], random.Random(f"{seed}/{source}"))[:share]
        left -= len(taken)
        chosen += taken
    random.Random(seed).shuffle(chosen)
    return chosen


def _spread(pairs: list[Pair], random_: random.Random) -> list[Pair]:
    """The pairs in random order, but the second question of a passage only after the first of all others, and so on."""
    shuffled = random_.sample(pairs, len(pairs))
    turns: dict[str, int] = defaultdict(int)
    order = []
    for pair in shuffled:
        order.append((turns[pair.positive], pair))
        turns[pair.positive] += 1
    return [pair for _, pair in sorted(order, key=lambda item: item[0])]
