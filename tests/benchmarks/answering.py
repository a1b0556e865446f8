"""Measures answers and what they are made of, in one run.

``python tests/benchmarks/answering.py [LIBRARY]`` (default: a new one of the samples) prints the median seconds of search,
of the first word and of the whole answer over five questions; then the speed of bare prefill, and how long a stop in it takes.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from pincite.events import AnswerReady
from pincite.library import Library
from pincite.models.catalogue import Catalogue
from pincite.models.loader import InstalledModels
from pincite.settings import Settings, data_folder

QUESTIONS = (
    "How much notice must the tenant give?",
    "Within how many days must invoices be paid?",
    "What is the starting dose of amlodipine?",
    "At which wavelengths does chlorophyll a absorb most strongly?",
    "What is the late fee?",
)
GRAMMAR = 'root ::= "Yes."'


def main(names: list[str]) -> None:
    """Runs the measurement."""
    with tempfile.TemporaryDirectory() as folder:
        settings = replace(Settings.load(), library=Path(names[0]) if names else Path(folder) / "library")
        models = InstalledModels(Catalogue.load(data_folder("resources") / "models.toml", settings.models), settings)
        with Library(settings, models) as library:
            if not names:
                for _ in library.add([str(data_folder("resources") / "samples")]):
                    pass
            for _ in library.ask(QUESTIONS[0]):  # loads the models
                pass
            answers = [
                event.answer for question in QUESTIONS for event in library.ask(question) if isinstance(event, AnswerReady)
            ]
            for stage in ("search", "first_token", "total"):
                print(f"{stage:12} {statistics.median(answer.seconds.get(stage, 0.0) for answer in answers):6.2f} s (median)")
            generator = models.generator()
            if generator is None:
                return
            prompt = "The tenant pays the rent on the first day of each month. " * 40
            started = time.perf_counter()
            "".join(generator.stream("", prompt, GRAMMAR, 8))
            print(f"bare prefill {generator.count(prompt) / (time.perf_counter() - started):6.1f} tokens/s")
            with closing(generator.stream("", prompt[::-1], GRAMMAR, 8)) as pieces:  # type: ignore[type-var]
                next(pieces)
                started = time.perf_counter()
            print(f"stop         {time.perf_counter() - started:6.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
