"""The model card of a tuned model: what it was made from, how, and how well it does. Trains nothing."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pincite.errors import FileError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from pincite.tuning.trainer import Plan, Trained

SOURCES = "sources.toml"
_UNKNOWN = ("", "not stated")


def origins(files: Sequence[Path]) -> dict[str, tuple[str, str]]:
    """By source, where its text is from and its licence, as some files say; those that do not exist say nothing.

    A file is TOML with a table for each source, with "from" and "licence".

    Raises:
        FileError: a file is there and cannot be used.
    """
    known: dict[str, tuple[str, str]] = {}
    for file in dict.fromkeys(files):
        if not file.exists():
            continue
        try:
            entries = tomllib.loads(file.read_text(encoding="utf-8"))
            known |= {name: (entry["from"], entry["licence"]) for name, entry in entries.items()}
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
            raise FileError(f"{file.name} cannot be used: {error}.", "Mend it, or take it away.") from error
    return known


@dataclass(frozen=True, slots=True)
class Words:
    """What a card says of a role: what the model is, its examples, the data, the loss, the measure, and the limits."""

    what: str
    command: str
    examples: str
    data: str
    loss: str
    measure: str
    limits: str


def write(
    words: Words,
    name: str,
    base: str,
    plan: Plan,
    counts: Mapping[str, int],
    known: Mapping[str, tuple[str, str]],
    trained: Trained,
) -> str:
    """The text of the card, in Markdown.

    Args:
        words: What is said of its role.
        name: Of the model.
        base: The encoder that training started from.
        plan: How it was trained.
        counts: How many examples of each source were trained on.
        known: By source, where it is from and its licence.
        trained: What came of it.
    """
    rows = "\n".join(
        f"| {source} | {count:,} | {origin or 'your own'} | {licence} |"
        for source, count in sorted(counts.items(), key=lambda item: -item[1])
        for origin, licence in [known.get(source, _UNKNOWN)]
    )
    return f"""# {name}

{words.what} It was tuned by Pincite from `{base}` on the machine of whoever ran `{words.command}`.

## Data

| source | {words.examples} | from | licence |
|---|---|---|---|
{rows}

{words.data} Documents for checking were set apart before, by their names.

## Training

{words.loss}; AdamW, rate {plan.learning_rate:g} after a warm-up of {plan.warmup:.0%} and falling to 0, weight decay
{plan.weight_decay:g}, dropout {plan.dropout:g}; {plan.examples_a_step} {words.examples} a step, {trained.steps:,} steps of \
{plan.epochs} × {sum(counts.values()):,} {words.examples}; {plan.tokens} tokens at most; seed {plan.seed}.
The weights with the lowest loss on the held-out {words.examples} were kept. It took {trained.seconds / 60:.0f} minutes.

## Scores

{words.measure}, on {words.examples} about documents that training never saw: {trained.before:.3f} before, \
{trained.after:.3f} after. The weights were chosen on these, so it flatters a little.

## Limits

{words.limits}
"""
