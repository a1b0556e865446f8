"""What a person reads: results on the output stream, progress and notices on the error stream."""

from __future__ import annotations

import contextlib
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.domain import Support
from pincite.events import Notice, Progress, Stage
from pincite.pinpoints import pinpoint
from pincite.reports import FileStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pincite.domain import Answer, SearchResult, Span
    from pincite.events import Event
    from pincite.reports import FileResult

_MARKS = {Support.SUPPORTED: "✓", Support.WEAK: "~", Support.UNSUPPORTED: "✗"}
_PACE_SECONDS = 3.0  # before that a pace says little


class Terminal:
    """Shows progress on one line of the error stream, if that is a terminal, and notices always.

    Args:
        clock: Gives the time in seconds; what is left of a stage is reckoned from its pace so far.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._live = sys.stderr.isatty()
        self._shown = False
        self._clock = clock
        self._at: Progress | None = None  # the first event of the stage at hand, and when it came
        self._since = 0.0

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def show(self, event: Event) -> None:
        """Shows progress or a notice; other events are for the caller."""
        if isinstance(event, Notice):
            self._clear()
            say(f"{event.message} {event.hint}".rstrip())
        elif isinstance(event, Progress) and self._live:
            line = _progress_text(event) + self._left(event)
            print(f"\r\x1b[K{line[: _width() - 1]}", end="", file=sys.stderr, flush=True)
            self._shown = True

    def print(self, line: str) -> None:
        """Prints a result, clear of the progress line."""
        self._clear()
        print(line, flush=True)

    def _left(self, event: Progress) -> str:
        if self._at is None or (event.stage, event.what) != (self._at.stage, self._at.what) or event.done < self._at.done:
            self._at, self._since = event, self._clock()
        done, passed = event.done - self._at.done, self._clock() - self._since
        if not done or passed < _PACE_SECONDS:
            return ""
        return f", {duration(passed / done * (event.total - event.done))} left"

    def _clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
            self._shown = False


def _progress_text(event: Progress) -> str:
    words = {
        Stage.READING: "Reading",
        Stage.EMBEDDING: "Making passages findable by meaning:",
        Stage.DOWNLOADING: "Fetching",
        Stage.LOADING: "Loading the language model",
        Stage.SEARCHING: "Searching",
        Stage.EXPORTING: "Exporting",
        Stage.RECOGNISING: "Recognising the text of",
        Stage.ANSWERING: "Answering",
        Stage.TUNING: "Tuning:",
    }[event.stage]
    amount = ""
    if event.total:
        unit = 1e6 if event.stage is Stage.DOWNLOADING else 1
        amount = f"{event.done / unit:,.0f} of {event.total / unit:,.0f}{' MB' if unit > 1 else ''}"
    return " ".join(part for part in (words, event.what, amount) if part)


def _width() -> int:
    with contextlib.suppress(OSError):
        return os.get_terminal_size(sys.stderr.fileno()).columns
    return 80


def say(text: str) -> None:
    """Tells the person at the terminal something that is not a result."""
    print(text, file=sys.stderr, flush=True)


def count(number: int, noun: str) -> str:
    """A number with its noun: 1 page, 2 pages."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def duration(seconds: float) -> str:
    """A time as one would say it: 40 seconds, 3 minutes, 2.5 hours."""
    if seconds < 90:
        return count(round(seconds), "second")
    return f"{seconds / 60:.0f} minutes" if seconds < 90 * 60 else f"{seconds / 3600:.1f} hours"


def ranges(numbers: Iterable[int]) -> str:
    """[1, 2, 3, 7] as "1-3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def _page(number: int, label: str, lines: Span | None) -> str:
    place = pinpoint(label, lines)
    return f"p. {place}" if label == str(number) else f"p. {place} (page {number} of the file)"


def file_text(result: FileResult) -> str:
    """What became of a file, on a line or two."""
    name = Path(result.path).name
    if result.status is FileStatus.FAILED:
        return f"✗ {result.reason} {result.hint}".rstrip()
    if result.status is FileStatus.UNCHANGED:
        return f"= {name}: is in the library already"
    line = f"✓ {name}: {count(result.pages, 'page')}, {count(result.passages, 'passage')}"
    if result.pages_ocr:
        line += f"; {count(result.pages_ocr, 'page')} read by OCR"
    if result.pages_waiting:
        line += f"; {count(len(result.pages_waiting), 'page')} to be read by OCR ({ranges(result.pages_waiting)})"
    if unread := [number for number in result.pages_unreadable if number not in result.pages_waiting]:
        pages = "pages" if len(unread) > 1 else "page"
        line += f"\n  ! {pages} {ranges(unread)} not read: {result.reason}. {result.hint}"
    return line


def print_hits(result: SearchResult) -> None:
    """Prints the hits of a search."""
    for hit in result.hits:
        passage = hit.passage
        print(f"{hit.rank}. {hit.title}, {_page(passage.page, passage.page_label, hit.lines)}")
        if passage.section:
            print(f"   {passage.section}")
        print(f"   {' '.join(passage.text.split())}\n")
    if not result.hits:
        print("Nothing matches.")


def print_answer(answer: Answer) -> None:
    """Prints an answer with its quotes, or what was searched for it."""
    searched = answer.searched
    if not answer.found:
        where = f" of the collection “{searched.collection}”" if searched.collection else ""
        print(
            f"Not in these documents. Searched {count(searched.documents, 'document')}{where}, {count(searched.pages, 'page')}."
        )
        if searched.unread_pages:
            print(f"{count(searched.unread_pages, 'page')} could not be read; “pincite list” names them.")
        print("\nNearest passages:")
        for hit in answer.hits[:3]:
            place = _page(hit.passage.page, hit.passage.page_label, hit.lines)
            print(f"  {hit.title}, {place}: {' '.join(hit.passage.text.split())[:160]}…")
        return
    for sentence in answer.sentences:
        print(f"{_MARKS[sentence.support]} {sentence.text}")
        if sentence.reason:
            print(f"    {sentence.reason}")
        for citation in sentence.citations:
            place = _page(citation.page, citation.page_label, citation.lines)
            print(f"    {citation.title}, {place}: “{citation.quote}”")
