"""The questions that were asked, newest last, remembered between runs. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

KEPT = 50
_KEY = "ask/questions"


class QuestionHistory:
    """Goes through earlier questions as a shell goes through its commands.

    Args:
        memory: Where they are kept on this machine; None: nowhere.
    """

    def __init__(self, memory: QSettings | None = None) -> None:
        self._memory = memory
        self._questions: list[str] = []
        self._at: int | None = None
        kept = memory.value(_KEY) if memory is not None else None
        if isinstance(kept, str):  # a list of one comes back as a text
            kept = [kept]
        if isinstance(kept, list):
            self._questions = [str(question) for question in kept][-KEPT:]

    @property
    def newest_first(self) -> list[str]:
        """All questions."""
        return self._questions[::-1]

    def add(self, question: str) -> None:
        """Remembers a question as the newest."""
        self._questions = [*[old for old in self._questions if old != question], question][-KEPT:]
        self._at = None
        self._keep()

    def clear(self) -> None:
        """Forgets all of them."""
        self._questions, self._at = [], None
        self._keep()

    def older(self) -> str | None:
        """The question before; None at the oldest."""
        place = (len(self._questions) if self._at is None else self._at) - 1
        if place < 0:
            return None
        self._at = place
        return self._questions[place]

    def newer(self) -> str | None:
        """The question after; empty after the newest, None if one has not gone back."""
        if self._at is None:
            return None
        self._at += 1
        if self._at >= len(self._questions):
            self._at = None
            return ""
        return self._questions[self._at]

    def leave(self) -> None:
        """The reader types something else: going back begins at the newest again."""
        self._at = None

    def _keep(self) -> None:
        if self._memory is not None:
            self._memory.setValue(_KEY, self._questions)
