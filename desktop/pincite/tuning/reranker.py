"""Tunes a reranker from beginning to end: pairs are read, negatives mined, a model trained and written. Puts none in use."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from pincite.errors import FileError
from pincite.models import quantized
from pincite.tuning import card, negatives, pairs
from pincite.tuning.negatives import Group
from pincite.tuning.objectives import Ranking
from pincite.tuning.trainer import CHECKPOINT, Plan, Trained, Trainer

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from pincite.events import Event
    from pincite.models.embedder import Embedder

CARD = card.Words(
    what="A cross-encoder that says how well a passage answers a question: one score a pair, the higher the better.",
    command="pincite tune reranker",
    examples="questions",
    data="""Each question came with its passage and up to {negatives} hard negatives, found by full text and by vectors among
the passages of the other pairs and in the passage's own document. Near-duplicates of the right passage, and what probably
answers the question as well, were left out.""",
    loss="Listwise softmax cross-entropy",
    measure="Mean reciprocal rank of the right passage among its hard negatives",
    limits="""Made to order passages that a search has found, in the language of its data; it does not say that a passage is
true, and its scores mean nothing across questions.""",
)

CHECKED = 120  # held-out questions at most: each check of them takes time from training
CHECKED_AGAINST = 7  # negatives of a held-out question
MINED = "groups.jsonl"
FEWEST = 20
"""Pairs below which nothing is learnt that would hold on other questions."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to tune on what.

    ``groups`` is how many questions are trained on, ``negatives`` how many passages beside the right one. ``sources`` says
    where data that is widely used comes from; a file of the same form may lie beside the data.
    """

    data: tuple[Path, ...]
    base: Path
    output: Path
    sources: Path
    groups: int = 8000
    negatives: int = 3
    plan: Plan = field(default_factory=Plan)


def tune(task: Task, embedder: Embedder, device: str) -> Generator[Event, None, Trained]:
    """Tunes a reranker and writes it to the output folder: safetensors, an int8 ONNX copy for the CPU, and a model card.

    Stopped at any moment and begun again with the same task, it goes on near where it was.

    Raises:
        FileError: a data file is unusable, or there are too few pairs, or too few passages that differ.
        ModelError: there is no encoder to start from, or it is of a kind that cannot be tuned.
    """
    found = pairs.read(task.data)
    kept, held = pairs.split(found)
    if len(kept) < FEWEST:
        raise FileError(
            f"{len(kept)} pairs are too few to tune on.", f"Give at least {FEWEST}; a thousand or more are worth the time."
        )
    task.output.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(task.base, task.output, task.plan, device, Ranking())
    groups, checked = yield from _groups(task, kept, held, embedder)
    if not groups or not checked:
        raise FileError(
            "Nothing can be learnt from these pairs: no passage was found that is near a question without answering it.",
            "Give pairs with several different passages from each of at least two documents.",
        )
    trained = yield from trainer.train(groups, checked)
    quantized.export(task.output, task.output / "model.onnx")
    origins = card.origins([task.sources, *(path.parent / card.SOURCES for path in task.data)])
    counts = Counter(group.source for group in groups)
    said = replace(CARD, data=CARD.data.format(negatives=task.negatives))
    text = card.write(said, task.output.name, task.base.name, task.plan, counts, origins, trained)
    (task.output / "README.md").write_text(text, encoding="utf-8")
    for left in (CHECKPOINT, MINED):
        (task.output / left).unlink(missing_ok=True)
    return trained


def _groups(
    task: Task, kept: Sequence[pairs.Pair], held: Sequence[pairs.Pair], embedder: Embedder
) -> Generator[Event, None, tuple[list[Group], list[Group]]]:
    """The groups to train on and to check with, from the file of an earlier try with the same data if there is one."""
    seed, file = task.plan.seed, task.output / MINED
    told = [[asdict(pair) for pair in (*kept, *held)], task.groups, task.negatives, seed, embedder.name]
    mark = hashlib.sha256(json.dumps(told).encode()).hexdigest()
    if file.exists():
        first, *lines = file.read_text(encoding="utf-8").splitlines()
        if first == mark:
            made: tuple[list[Group], list[Group]] = ([], [])
            for item in map(json.loads, lines):
                made[item["held_out"]].append(Group(item["query"], tuple(item["texts"]), item["source"]))
            return made
    training = yield from negatives.mine(pairs.sample(kept, task.groups, seed), embedder, task.negatives, seed)
    checked = yield from negatives.mine(pairs.sample(held, CHECKED, seed), embedder, CHECKED_AGAINST, seed)
    lines = [json.dumps(asdict(group) | {"held_out": False}) for group in training]
    lines += [json.dumps(asdict(group) | {"held_out": True}) for group in checked]
    partial = file.with_suffix(".part")
    partial.write_text("\n".join([mark, *lines]), encoding="utf-8")
    partial.replace(file)
    return training, checked
