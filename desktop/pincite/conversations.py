"""Conversations: questions with their answers, kept in the library until the user deletes them. Asks nothing itself."""

from __future__ import annotations

import os
import re
import uuid
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from pincite.diagnostics import log
from pincite.domain import Conversation, Turn
from pincite.errors import LibraryError
from pincite.pinpoints import pinpoint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.domain import Answer, AnswerSentence

DELETED = ".deleted"
"""Ending of the file of the conversation that was deleted last, which can still be had back."""

Kind = TypeVar("Kind", Conversation, Turn)

_ID = re.compile(r"[0-9a-f]{32}")


class Conversations:
    """The conversations of a library: a file of JSON Lines for each, its head first, then one line for each turn.

    Turns are only ever appended, so that a crash costs no more than the turn that was being written.

    Args:
        folder: Where they are kept; it is made with the first turn.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @staticmethod
    def new_id() -> str:
        """An id for a conversation that is about to begin."""
        return uuid.uuid4().hex

    def listed(self, collection: str | None = None, containing: str = "") -> list[Conversation]:
        """Those of a collection (None: all), the newest first, in which some words stand: in title, questions or answers."""
        found = []
        for file in self._folder.glob("*.jsonl") if self._folder.is_dir() else ():
            conversation = self._load(file)
            if conversation and (collection is None or conversation.collection == collection):
                said = " ".join([conversation.title, *(f"{t.question} {t.answer.text}" for t in conversation.turns)])
                if all(word in said.casefold() for word in containing.casefold().split()):
                    found.append(conversation)
        return sorted(found, key=lambda one: one.turns[-1].asked_at if one.turns else one.started_at, reverse=True)

    def read(self, conversation_id: str) -> Conversation:
        """One of them.

        Raises:
            LibraryError: there is none with this id, or its file is damaged.
        """
        if conversation := self._load(self._file(conversation_id)):
            return conversation
        raise LibraryError("This conversation is not there any more.", "It may have been deleted in another window.")

    def turns(self, conversation_id: str) -> tuple[Turn, ...]:
        """What has been asked and answered so far; empty for one that is only about to begin."""
        file = self._file(conversation_id)
        return self.read(conversation_id).turns if file.exists() else ()

    def record(self, conversation_id: str, collection: str, turn: Turn) -> None:
        """Adds a turn; the first one begins the conversation and gives it its title.

        Raises:
            LibraryError: it cannot be written.
        """
        file = self._file(conversation_id)
        lines = "" if file.exists() else _line(Conversation(conversation_id, turn.question, collection, turn.asked_at))
        with _writing():
            self._folder.mkdir(parents=True, exist_ok=True)
            with file.open("ab+") as stream:
                if lines == "":
                    stream.seek(-1, os.SEEK_END)
                    lines = "" if stream.read() == b"\n" else "\n"  # after a line that a crash has cut off
                stream.write(f"{lines}{_line(turn)}".encode())

    def rename(self, conversation_id: str, title: str) -> None:
        """Gives a conversation another title.

        Raises:
            LibraryError: there is no such conversation, the title is empty, or it cannot be written.
        """
        if not title.strip():
            raise LibraryError("A conversation needs a title.", "Type one.")
        conversation = replace(self.read(conversation_id), title=title.strip())
        lines = [_line(replace(conversation, turns=())), *map(_line, conversation.turns)]
        draft = self._file(conversation_id).with_suffix(".new")
        with _writing():
            draft.write_text("".join(lines), encoding="utf-8")
            draft.replace(self._file(conversation_id))

    def delete(self, conversation_id: str) -> None:
        """Takes a conversation away; :meth:`restore` brings it back. What was deleted before it is gone for good then.

        Raises:
            LibraryError: there is no such conversation, or the folder cannot be written.
        """
        self.read(conversation_id)
        file = self._file(conversation_id)
        with _writing():
            for deleted in self._folder.glob(f"*{DELETED}"):
                deleted.unlink()
            file.replace(file.with_suffix(DELETED))

    def restore(self, conversation_id: str) -> None:
        """Brings back the conversation that was deleted last.

        Raises:
            LibraryError: it is gone for good, or the folder cannot be written.
        """
        deleted = self._file(conversation_id).with_suffix(DELETED)
        if not deleted.exists():
            raise LibraryError("This conversation cannot be brought back.", "Only the one that was deleted last can be.")
        with _writing():
            deleted.replace(self._file(conversation_id))

    def markdown(self, conversation_id: str) -> str:
        """A conversation as Markdown: each sentence with its citations, and the quotes below the answer.

        Raises:
            LibraryError: there is no such conversation.
        """
        conversation = self.read(conversation_id)
        parts = [f"# {conversation.title}"]
        for turn in conversation.turns:
            parts += [f"## {turn.question}", *_answer(turn.answer)]
        return "\n\n".join(parts) + "\n"

    def _file(self, conversation_id: str) -> Path:
        if not _ID.fullmatch(conversation_id):  # it becomes part of a path
            raise LibraryError(f"“{conversation_id}” is no conversation.", "Choose one from the list.")
        return self._folder / f"{conversation_id}.jsonl"

    @staticmethod
    def _load(file: Path) -> Conversation | None:
        """What a file holds; a turn that was cut off by a crash is left out. None if there is nothing to be had from it."""
        try:
            head, *lines = file.read_bytes().splitlines() or [b""]
        except OSError as error:
            log.warning("the conversation %s cannot be read: %s", file.name, error)
            return None
        conversation = _read(head, Conversation, file)
        turns = [turn for line in lines if (turn := _read(line, Turn, file))]
        return replace(conversation, turns=tuple(turns)) if conversation else None


@contextmanager
def _writing() -> Iterator[None]:
    """Tells of a disk that is full or closed as what it is for the user."""
    try:
        yield
    except OSError as error:
        raise LibraryError(
            f"The conversation cannot be kept: {error.strerror or error}.", "Check the library's disk and its permissions."
        ) from error


def now() -> str:
    """The time in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@cache
def _converter() -> Any:
    from cattrs.preconf.json import make_converter

    return make_converter()


def _read(line: bytes, kind: type[Kind], file: Path) -> Kind | None:
    """What a line holds; None, and a line in the log, if it is not what it should be."""
    from cattrs.errors import BaseValidationError

    try:
        found: Kind = _converter().loads(line, kind)
    except (BaseValidationError, KeyError, TypeError, ValueError) as error:
        log.warning("a line of the conversation %s cannot be read: %s", file.name, error)
        return None
    return found


def _line(what: Conversation | Turn) -> str:
    return f"{_converter().dumps(what, ensure_ascii=False)}\n"


def _answer(answer: Answer) -> list[str]:
    if not answer.found:
        return ["*Not found in these documents.*"]
    quotes: dict[str, int] = {}
    text = " ".join(_sentence(sentence, quotes) for sentence in answer.sentences)
    return [text, "\n".join(f"{number}. {quote}" for quote, number in quotes.items())] if quotes else [text]


def _sentence(sentence: AnswerSentence, quotes: dict[str, int]) -> str:
    """A sentence with the numbers of its quotes, which are added to those that there are."""
    marks = []
    for cited in sentence.citations:
        place = pinpoint(cited.page_label or str(cited.page), cited.lines)
        quote = f"“{cited.quote}” ({cited.title}, p. {place})"
        marks.append(f"[{quotes.setdefault(quote, len(quotes) + 1)}]")
    text = {"unsupported": f"~~{sentence.text}~~", "weak": f"{sentence.text} (weakly supported)"}.get(
        sentence.support, sentence.text
    )
    return " ".join([text, *marks])
