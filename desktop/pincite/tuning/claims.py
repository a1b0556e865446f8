"""Training data for a judge: claims with evidence that proves them, or does not. Reads files, loads no model."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite import words
from pincite.citations import claim
from pincite.errors import FileError
from pincite.passages import search_text
from pincite.tuning.pairs import fraction

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HELD_OUT = 0.15
"""Share of the documents that training never sees, for early stopping and for the scores in the model card."""

SAYS_THE_SAME = 0.6
"""Share of a claim's content words from which other evidence that has its figures, too, may prove it as well."""

_FORM = '{"title": "…", "evidence": "…", "question": "…", "true": ["…"], "false": ["…"]}'


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said in answer to a question, the evidence as the judge reads it, and whether the one proves the other."""

    said: str
    evidence: str
    proven: bool
    document: str
    source: str


@dataclass(frozen=True, slots=True)
class Item:
    """Words of a document, a question, and what can and cannot be said in answer to it by these words."""

    title: str
    section: str
    evidence: str
    question: str
    true: tuple[str, ...]
    false: tuple[str, ...]
    source: str


def read(paths: Sequence[Path]) -> list[Item]:
    """The items of some files of JSON Lines, without repetitions.

    A line is ``{"title", "evidence", "question", "true": […], "false": […], "section"?, "source"?}``. Without ``source`` the
    file's name stands for it.

    Raises:
        FileError: a file cannot be read, or has a line that is no such item.
    """
    found: dict[tuple[str, str], Item] = {}
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise FileError(f"{path.name} cannot be read: {error}.", "Check the path and the file.") from error
        for number, line in enumerate(lines, start=1):
            if line.strip():
                item = _item(line, path, number)
                found.setdefault((item.question, item.evidence), item)
    return list(found.values())


def _item(line: str, path: Path, number: int) -> Item:
    try:
        entry = json.loads(line)
        title, evidence, question = (str(entry[name]).strip() for name in ("title", "evidence", "question"))
        true, false = (tuple(one.strip() for one in entry[name]) for name in ("true", "false"))
        if not evidence or not question or not all((*true, *false)):
            raise ValueError("an empty text")
        return Item(title, entry.get("section", ""), evidence, question, true, false, entry.get("source") or path.stem)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise FileError(
            f"{path.name}, line {number} is not an item for a judge.", f"Each line is an object like {_FORM}."
        ) from error


def split(items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """Items to train on and items held out; no document is in both. The choice follows from the documents' titles."""
    held = {item.title for item in items if fraction(f"judge/{item.title}") < HELD_OUT}
    return [item for item in items if item.title not in held], [item for item in items if item.title in held]


def claims(items: Sequence[Item], seed: int) -> list[Claim]:
    """The claims of some items; and for each item two more that are not proven, from other items of its document.

    One is a true claim with evidence from elsewhere, as near in its words as there is; the other is a true claim, with its own
    evidence, given in answer to a question about something else.
    """
    of_document: dict[str, list[Item]] = {}
    for item in items:
        of_document.setdefault(item.title, []).append(item)
    made: list[Claim] = []
    for item in items:
        random_ = random.Random(f"{seed}/{item.question}/{item.evidence}")
        made += [_claim(item, item.question, said, item.evidence, True) for said in item.true]
        made += [_claim(item, item.question, said, item.evidence, False) for said in item.false]
        if item.true:
            said = random_.choice(item.true)
            others = [other for other in of_document[item.title] if other.evidence != item.evidence]
            elsewhere = [other for other in others if not _may_prove(other.evidence, said)]
            if elsewhere:
                near = max(elsewhere, key=lambda other: _shared(said, other.evidence))
                made.append(_claim(near, item.question, said, near.evidence, False))
            if others:
                asked = random_.choice(others).question
                made.append(_claim(item, asked, said, item.evidence, False))
    return made


def _claim(item: Item, question: str, said: str, evidence: str, proven: bool) -> Claim:
    return Claim(claim(question, said), search_text(item.title, item.section, evidence), proven, item.title, item.source)


def _may_prove(evidence: str, said: str) -> bool:
    return not words.missing_figures(said, evidence) and _shared(said, evidence) >= SAYS_THE_SAME


def _shared(said: str, evidence: str) -> float:
    stems = words.stems(said)
    return len(stems & words.stems(evidence)) / max(1, len(stems))
