"""Reads question files: what was asked, and the places where its answer stands. Knows no library."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from pincite.errors import PinciteError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Place(NamedTuple):
    """Pages of a document, by its file name (or id, or title), that hold an answer; physical numbers from 1."""

    document: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question with the places that answer it, any of which will do; none: the documents do not hold the answer.

    ``where`` names its line for messages. ``collection`` (empty: all) is where it is asked.
    """

    where: str
    id: str
    text: str
    places: tuple[Place, ...]
    collection: str = ""


def read_questions(file: Path) -> list[Question]:
    """The questions of a file with one JSON object on each line.

    ``question`` is required, and so are ``document`` (a file name) and ``pages``, unless ``answerable`` is false. Optional are
    ``id`` (else the line's number), ``also`` (further {"document", "pages"} as right as the first) and ``collection``. Other
    keys, such as ``answers`` and ``evidence``, are for people.

    Raises:
        PinciteError: the file cannot be read, or has no question, or a line is wrong; the message has the line's number.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise PinciteError(f"{file} cannot be read: {error}.", "Give a file with one JSON object on each line.") from error
    lines = enumerate(text.split("\n"), 1)  # not splitlines(), which also parts at characters that JSON strings may hold
    questions = [_question(f"{file}, line {number}", number, line) for number, line in lines if line.strip()]
    if not questions:
        raise PinciteError(f"{file} holds no question.", 'Write {"question": "…", "document": "…", "pages": […]} on each line.')
    return questions


def sample(questions: Sequence[Question], count: int, seed: int) -> list[Question]:
    """At most ``count`` of the questions, drawn by chance and in their order; the same for the same seed."""
    if count >= len(questions):
        return list(questions)
    return [questions[place] for place in sorted(random.Random(seed).sample(range(len(questions)), count))]


def _question(where: str, number: int, line: str) -> Question:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise PinciteError(f"{where}, is not JSON: {error.msg}.", "Mend the line.") from error
    if not isinstance(row, dict) or not isinstance(row.get("question"), str) or not row["question"].strip():
        raise PinciteError(f"{where}, has no “question”.", 'Write {"question": "…", …} on each line.')
    answerable = row.get("answerable", True)
    if not isinstance(answerable, bool):
        raise PinciteError(f"{where}: “answerable” is not true or false.", "Write it without quotes.")
    collection = row.get("collection") or ""
    if not isinstance(collection, str):
        raise PinciteError(f"{where}: “collection” is not a name.", "Write it in quotes.")
    stated = row.get("document") is not None or bool(row.get("pages"))
    also = row.get("also", [])
    if not isinstance(also, list):
        raise PinciteError(f"{where}: “also” is not a list.", 'Write [{"document": "…", "pages": […]}].')
    if not answerable and (stated or also):
        raise PinciteError(f"{where}, has “answerable” false, and yet pages that answer it.", "Leave out one or the other.")
    if answerable and not stated:
        raise PinciteError(
            f"{where}, does not say where its answer stands.",
            'Add "document" and "pages", or "answerable": false if the documents do not hold it.',
        )
    places = tuple(_place(where, item) for item in ([row, *also] if answerable else []))
    return Question(where, str(row.get("id", number)), row["question"], places, collection.strip())


def _place(where: str, row: Any) -> Place:
    document = row.get("document") if isinstance(row, dict) else None
    if not isinstance(document, str) or not document.strip():
        raise PinciteError(f"{where}, has no “document”.", 'Write the name of its file: "document": "lease.pdf".')
    pages = row.get("pages")
    if not isinstance(pages, list) or not pages or not all(type(page) is int and page >= 1 for page in pages):
        raise PinciteError(
            f"{where}: “pages” is not a list of page numbers.", 'Count from 1 at the first page of the file: "pages": [7].'
        )
    return Place(document.strip(), tuple(pages))
