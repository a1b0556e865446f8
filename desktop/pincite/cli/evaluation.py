"""The command ``eval``: tests a library on a question file. Holds no measure."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite.cli import contract, terminal
from pincite.cli.arguments import positive
from pincite.evaluate import PASSAGES, AnswersTested, Prepared, SearchTested, Setting, evaluate
from pincite.evaluate.questions import read_questions, sample
from pincite.events import Notice, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pincite.evaluate.scores import Estimate
    from pincite.settings import Settings

    Row = tuple[str, ...]

NAMED = 10  # missed questions that are named; all of them are in the JSON
COMPARED = ("page recall@5", "MRR@10")  # the differences that are printed; those of all measures are in the JSON


def register(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds the command to the parser; ``command`` takes its name, what runs it, and a sentence about it."""
    made = command("eval", _eval, "Test on my documents: score search and answers on questions whose answers are known.")
    made.add_argument("questions", metavar="QUESTIONS.jsonl", help='{"question", "document", "pages"} on each line')
    made.add_argument(
        "--compare",
        type=_settings,
        default=tuple(Setting),
        metavar="LIST",
        help=f"the kinds of search to test, with commas between them (all: {','.join(Setting)})",
    )
    made.add_argument("--answers", action="store_true", help="ask every question, too (slow)")
    made.add_argument("--model", metavar="NAME", default="", help="the language model that answers")
    made.add_argument("--limit", type=positive, default=PASSAGES, metavar="N", help=f"passages of each search ({PASSAGES})")
    made.add_argument("--sample", type=positive, metavar="N", help="only so many of the questions, drawn by chance")
    made.add_argument("--seed", type=int, default=0, metavar="S", help="draw others (0)")
    made.add_argument("--json", action="store_true", help="one JSON object with all scores and the rank of every question")


def _eval(options: argparse.Namespace, settings: Settings) -> int:
    from pincite.library import Library

    questions = read_questions(Path(options.questions))
    if options.sample:
        questions = sample(questions, options.sample, options.seed)
    report: dict[str, Any] = {}
    left_out = False
    with Library.open(settings) as library, terminal.Terminal() as screen:
        for event in evaluate(library, questions, options.compare, options.answers, options.limit, options.model):
            if isinstance(event, Progress | Notice):
                screen.show(event)
                continue
            if isinstance(event, Prepared):
                asked_for = options.compare != tuple(Setting)
                left_out = bool(event.questions_left_out or (asked_for and event.settings_left_out))
            if options.json:
                report |= contract.evaluation_json(event)
            else:
                for line in _lines(event):
                    screen.print(line)
    if options.json:
        screen.print(json.dumps(report, ensure_ascii=False))
    return contract.FAILED if left_out else contract.DONE


# --- what a person reads ---------------------------------------------------------------------------------------------


def _lines(event: Prepared | SearchTested | AnswersTested) -> list[str]:
    if isinstance(event, Prepared):
        answerable = sum(bool(case.gold) for case in event.cases)
        documents = len({document for case in event.cases for document, _ in case.gold})
        others = len(event.cases) - answerable
        return [
            f"{terminal.count(answerable, 'question')} about {terminal.count(documents, 'document')}, "
            f"{others} without an answer in them. In brackets: 95% intervals."
        ]
    return _search_lines(event) if isinstance(event, SearchTested) else _answer_lines(event)


def _search_lines(event: SearchTested) -> list[str]:
    measures = list(event.settings[0].scores)
    rows: list[Row] = [("Search", *(tested.setting.value for tested in event.settings))]
    rows += [(name, *(_score(tested.scores[name]) for tested in event.settings)) for name in measures]
    rows.append(("seconds, median", *(f"{tested.median_seconds:.3f}" for tested in event.settings)))
    rows.append(("seconds, 95th percentile", *(f"{tested.p95_seconds:.3f}" for tested in event.settings)))
    lines = ["", *_table(rows)]
    if event.differences:
        rows = [("Difference", *COMPARED)]
        for pair in event.differences:
            rows.append((f"{pair.setting} over {pair.over}", *(_score(pair.scores[name], "+") for name in COMPARED)))
        lines += ["", *_table(rows)]
    last = event.settings[-1]
    missed = [case.question.id for case, rank in zip(event.cases, last.ranks, strict=True) if rank is None]
    if missed:
        more = f" and {len(missed) - NAMED} more" if len(missed) > NAMED else ""
        lines += ["", f"Not found by {last.setting}: {', '.join(missed[:NAMED])}{more}"]
    return lines


def _answer_lines(event: AnswersTested) -> list[str]:
    of = {"found": "answerable questions", "false found": "other questions", "citation precision": "citations"}
    of |= {"citation recall": "answerable questions", "verbatim quotes": "quotes"}
    rows: list[Row] = [("Answers", "", "")]
    for name, score in event.scores.items():
        rows.append((name, _score(score), f"of {score.count} {of[name]}" if score else ""))
    rows.append(("seconds, median", f"{event.median_seconds:.1f}", ""))
    rows.append(("seconds, 95th percentile", f"{event.p95_seconds:.1f}", ""))
    support = ", ".join(f"{number} {kind}" for kind, number in event.support.items())
    notes = [f"With {terminal.count(number, 'answer')}: {note}" for note, number in event.notes.items()]
    return ["", *_table(rows), f"Sentences: {support}", *notes]


def _score(score: Estimate | None, sign: str = "") -> str:
    return f"{score.value:{sign}.3f} [{score.low:{sign}.3f}, {score.high:{sign}.3f}]" if score else "-"


def _table(rows: Sequence[Row]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


# --- arguments -------------------------------------------------------------------------------------------------------


def _settings(text: str) -> tuple[Setting, ...]:
    known: Mapping[str, Setting] = {setting.value: setting for setting in Setting}
    names = [name.strip() for name in text.split(",")]
    for name in names:
        if name not in known:
            raise argparse.ArgumentTypeError(f"“{name}” is none of {', '.join(known)}")
    return tuple(dict.fromkeys(known[name] for name in names))
