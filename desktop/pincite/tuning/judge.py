"""Tunes a judge from beginning to end: claims are read, a model trained and written. Puts none in use."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pincite.errors import FileError
from pincite.models import quantized
from pincite.tuning import card, claims
from pincite.tuning.objectives import Judging
from pincite.tuning.trainer import CHECKPOINT, Plan, Trained, Trainer

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from pincite.events import Event

CARD = card.Words(
    what="A cross-encoder that says whether words of a document prove what is said in answer to a question: one logit a pair.",
    command="pincite tune judge",
    examples="claims",
    data="""Each claim was written with its question and the words that prove it, or do not: figures, parties, conditions,
negations and quantifiers changed, exceptions told as the rule, true sentences that answer something else. To these come true
claims with the words of a neighbouring clause, and in answer to the question about another.""",
    loss="Binary cross-entropy",
    measure="Share of the claims judged rightly at the probability 0.5",
    limits="""Made for single sentences and the few that they cite, in the language of its data. It is used beside rules for
figures and names, and is not trusted alone.""",
)

PLAN = Plan(epochs=2, examples_a_step=32, learning_rate=8e-5, tokens=192, dropout=0.1, checks=6, patience=3)
"""A judge sees each claim twice: to tell one sentence from another with the same words takes longer than to rank."""

CHECKED = 500  # held-out claims at most: each check of them takes time from training

FEWEST = 20
"""Items below which nothing is learnt that would hold on other claims."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to tune on what; ``sources`` as for a reranker."""

    data: tuple[Path, ...]
    base: Path
    output: Path
    sources: Path
    plan: Plan = field(default_factory=lambda: PLAN)


def tune(task: Task, device: str) -> Generator[Event, None, Trained]:
    """Tunes a judge and writes it to the output folder: safetensors, an int8 ONNX copy, and a model card.

    Stopped at any moment and begun again with the same task, it goes on near where it was.

    Raises:
        FileError: a data file is unusable, or there are too few items, or all are of one document.
        ModelError: there is no encoder to start from, or it is of a kind that cannot be tuned.
    """
    kept, held = claims.split(claims.read(task.data))
    if len(kept) < FEWEST or not held:
        raise FileError(
            f"{len(kept)} items to train on and {len(held)} to check with are too few to tune on.",
            f"Give at least {FEWEST}, from ten documents or more; a thousand are worth the time.",
        )
    trainer = Trainer(task.base, task.output, task.plan, device, Judging())
    made = claims.claims(kept, task.plan.seed)
    checked = claims.claims(held, task.plan.seed)
    checked = random.Random(task.plan.seed).sample(checked, min(CHECKED, len(checked)))
    trained = yield from trainer.train(made, checked)
    quantized.export(task.output, task.output / "model.onnx")
    origins = card.origins([task.sources, *(path.parent / card.SOURCES for path in task.data)])
    counts = Counter(claim.source for claim in made)
    text = card.write(CARD, task.output.name, task.base.name, task.plan, counts, origins, trained)
    (task.output / "README.md").write_text(text, encoding="utf-8")
    (task.output / CHECKPOINT).unlink(missing_ok=True)
    return trained
