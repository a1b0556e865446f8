"""Measures how long questions take while files are imported, beside the time that they take when nothing else goes on.

``python tests/benchmarks/interrupting.py [PAGES [QUESTIONS]]`` (default: 2000 pages, 8 questions) imports the samples, asks
their questions for quotes, starts an import of altered copies of the samples in another thread, as the engine does, and asks
the same questions while pages are read and then while vectors are made, each when the import has gone on since the one before
it. It prints the median times of both and their ratios to the time of an idle library. The models are those that are
installed; no language model is needed.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from importing import alter

from pincite.events import Progress, Stage
from pincite.library import Library
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

SAMPLE_COLLECTION = "Samples"
WAIT_SECONDS = 600.0


class Import:
    """An import in a thread of its own. ``reached`` tells which stages it has come to."""

    def __init__(self, library: Library, files: Path) -> None:
        self.reached = {stage: threading.Event() for stage in (Stage.READING, Stage.EMBEDDING)}
        self._events = library.add([str(files)])
        self._moved = threading.Event()
        self._unwanted = threading.Event()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def stop(self) -> None:
        """Ends it at its next event."""
        self._unwanted.set()
        self._thread.join()

    def wait(self) -> None:
        """Waits for its next event."""
        self._moved.clear()
        if not self._moved.wait(WAIT_SECONDS):
            raise TimeoutError("the import does not go on")

    def _run(self) -> None:
        for event in self._events:
            if isinstance(event, Progress) and event.done and event.stage in self.reached:
                self.reached[event.stage].set()
            self._moved.set()
            if self._unwanted.is_set():
                break
        self._events.close()  # type: ignore[attr-defined]


def median_seconds(library: Library, questions: Sequence[str], importing: Import | None = None) -> float:
    """Of asking each of the questions once, in the collection that does not change."""
    taken = []
    scope = library.scope(SAMPLE_COLLECTION)
    for question in questions:
        if importing:
            importing.wait()
        started = time.perf_counter()
        for _ in library.ask(question, scope, quotes=True):
            pass
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def main(pages: int, count: int) -> None:
    """Runs the measurement."""
    samples = data_folder("resources") / "samples"
    lines = (samples / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    questions = [json.loads(line)["question"] for line in lines[:: max(1, len(lines) // count)]][:count]
    with tempfile.TemporaryDirectory() as name:
        files = Path(name) / "files"
        files.mkdir()
        alter(sorted(samples.glob("*.pdf")), files, pages)
        settings = replace(Settings.load(), library=Path(name) / "library")
        with Library(settings) as library:
            for _ in library.add([str(path) for path in samples.glob("*.pdf")], SAMPLE_COLLECTION):
                pass
            median_seconds(library, questions[:2])  # loads the models
            idle = median_seconds(library, questions)
            print(f"idle: {idle:.2f} s a question", flush=True)
            importing = Import(library, files)
            for stage, reached in importing.reached.items():
                if not reached.wait(WAIT_SECONDS):
                    raise TimeoutError(f"the import has not come to {stage}")
                busy = median_seconds(library, questions, importing)
                print(f"{stage}: {busy:.2f} s a question, ratio {busy / idle:.2f}", flush=True)
            importing.stop()


if __name__ == "__main__":
    main(*[int(argument) for argument in sys.argv[1:]], *(2000, 8)[len(sys.argv) - 1 :])
