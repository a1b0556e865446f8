"""The model card of a tuned model: what it was made from, how, and how well it does. Trains nothing."""

from __future__ import annotations

import tomllib
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


def write(
    name: str,
    base: str,
    plan: Plan,
    negatives: int,
    groups: Mapping[str, int],
    known: Mapping[str, tuple[str, str]],
    trained: Trained,
) -> str:
    """The text of the card, in Markdown.

    Args:
        name: Of the model.
        base: The encoder that training started from.
        plan: How it was trained.
        negatives: Passages beside the right one in each group.
        groups: How many questions of each source were trained on.
        known: By source, where it is from and its licence.
        trained: What came of it.
    """
    rows = "\n".join(
        f"| {source} | {count:,} | {origin or 'your own'} | {licence} |"
        for source, count in sorted(groups.items(), key=lambda item: -item[1])
        for origin, licence in [known.get(source, _UNKNOWN)]
    )
    return f"""# {name}

A cross-encoder that says how well a passage answers a question: one score a pair, the higher the better. It was tuned by
Pincite from `{base}` on the machine of whoever ran `pincite tune reranker`.

## Data

| source | questions | from | licence |
|---|---|---|---|
{rows}

Each question came with its passage and up to {negatives} hard negatives, found by full text and by vectors among the
passages of the other pairs and in the passage's own document. Near-duplicates of the right passage, and what probably
answers the question as well, were left out. Documents for checking were set apart before, by their names.

## Training

Listwise softmax cross-entropy; AdamW, rate {plan.learning_rate:g} after a warm-up of {plan.warmup:.0%} and falling to 0,
weight decay {plan.weight_decay:g}; {plan.groups_a_step} questions a step, {trained.steps:,} steps of {plan.epochs} × \
{sum(groups.values()):,} questions;
{plan.tokens} tokens of question and passage; seed {plan.seed}.
The weights with the lowest loss on the held-out questions were kept. It took {trained.seconds / 60:.0f} minutes.

## Scores

Mean reciprocal rank of the right passage among its hard negatives, on questions about documents that training never saw:
{trained.before:.3f} before, {trained.after:.3f} after. The weights were chosen on these questions, so it flatters a little.

## Limits

Made to order passages that a search has found, in the language of its data; it does not say that a passage is true, and its
scores mean nothing across questions.
"""
