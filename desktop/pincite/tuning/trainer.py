"""Trains a cross-encoder on examples, to an objective. Chooses no data, writes no model card."""

from __future__ import annotations

import math
import random
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from pincite.diagnostics import log
from pincite.errors import ModelError
from pincite.events import Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    import torch

    from pincite.events import Event

CHECKPOINT = "checkpoint.pt"
KINDS = ("bert", "xlm-roberta")
"""Families of encoders that can be tuned: those that :mod:`pincite.models.quantized` can convert."""

_START_FROM = "Start from all-MiniLM-L6-v2, or from the folder of another BERT or XLM-RoBERTa encoder."

TOGETHER = 16  # texts of like length read in one forward pass: padding is waste
CHECKED_TOGETHER = 20  # held-out examples between two signs of life

Example = TypeVar("Example")
Given = TypeVar("Given", contravariant=True)


class Objective(Protocol[Given]):
    """What is to be learnt from an example. ``label`` is what a high score says of a pair, in a word, for the model's files."""

    label: str

    def pairs(self, example: Given) -> Sequence[tuple[str, str]]:
        """The pairs of texts of which the model gives each a score."""
        ...

    def loss(self, example: Given, scores: torch.Tensor) -> torch.Tensor:
        """What the scores, of shape (pairs,), cost: a number to be made small."""
        ...

    def success(self, example: Given, scores: Sequence[float]) -> float:
        """How well the scores do, from 0 to 1, as the model card says it."""
        ...


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    Rates are AdamW's; ``tokens`` is the most that is read of a pair of texts. The word embeddings and the first ``frozen``
    layers stay as they are: what they know of words was learnt from more text than any examples have, and it saves a quarter
    of the time. Each example is seen a few times only, so ``dropout`` is mostly 0.
    """

    epochs: int = 1
    examples_a_step: int = 16
    learning_rate: float = 7e-5
    weight_decay: float = 0.01
    warmup: float = 0.08  # share of the steps over which the rate rises; it then falls to 0 on a straight line
    tokens: int = 256
    frozen: int = 1
    dropout: float = 0.0
    checks: int = 6  # times that the held-out examples are looked at
    patience: int = 3  # checks without a gain after which training stops
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of it: the objective's mean success on the held-out examples, before and at best, and the steps made."""

    before: float
    after: float
    steps: int
    seconds: float


class Trainer(Generic[Example]):
    """A cross-encoder in training.

    Args:
        base: Folder of the encoder to start from, or of a cross-encoder to go on with.
        output: Folder for the result and for checkpoints; training goes on from a checkpoint found there.
        plan: How to train.
        device: "cpu", "cuda" or "mps".
        objective: What is to be learnt.

    Raises:
        ModelError: ``base`` holds no encoder, or one of a kind that cannot be tuned.
    """

    def __init__(self, base: Path, output: Path, plan: Plan, device: str, objective: Objective[Example]) -> None:
        import torch
        from safetensors import SafetensorError
        from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer
        from transformers.utils import logging as transformers_logging

        transformers_logging.disable_progress_bar()
        transformers_logging.set_verbosity_error()  # that the new head is untrained is why we are here
        torch.manual_seed(plan.seed)
        try:
            kind = AutoConfig.from_pretrained(str(base), local_files_only=True).model_type
            if kind not in KINDS:  # said now, and not after hours, when the result could not be converted for the CPU
                raise ModelError(f"The model in {base} is of the kind “{kind}”, which cannot be tuned.", _START_FROM)
            self._tokenizer = AutoTokenizer.from_pretrained(str(base), local_files_only=True)
            self._model = AutoModelForSequenceClassification.from_pretrained(
                str(base),
                num_labels=1,
                id2label={0: objective.label},
                label2id={objective.label: 0},
                hidden_dropout_prob=plan.dropout,
                attention_probs_dropout_prob=plan.dropout,
                local_files_only=True,
            )
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:  # RuntimeError: it has several labels
            raise ModelError(f"There is no encoder to start from in {base}: {error}.", _START_FROM) from error
        self._model.to(device)
        self._freeze(plan.frozen)
        self._output = output
        self._plan = plan
        self._device = device
        self._objective = objective

    def train(self, examples: Sequence[Example], held_out: Sequence[Example]) -> Generator[Event, None, Trained]:
        """Minimises the objective's loss.

        The weights with the lowest loss on the held-out examples are kept, and written to the output folder at the end: over
        few examples the loss tells more than the success does.
        """
        import torch

        plan, started = self._plan, time.monotonic()
        steps = math.ceil(len(examples) / plan.examples_a_step) * plan.epochs
        every = max(1, steps // plan.checks)
        optimizer = torch.optim.AdamW(self._parameters(), lr=plan.learning_rate)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, plan.warmup))
        state = self._resume(optimizer, schedule, len(examples))
        if state is None:
            least, before = yield from self._check(held_out)
            state = {"step": 0, "before": before, "after": before, "least": least, "best_weights": self._weights()}
            state |= {"without_gain": 0, "seconds": 0.0}
        for step, batch in enumerate(_batches(examples, plan), start=1):
            if step <= state["step"]:
                continue
            self._model.train()
            loss = self._loss(batch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self._model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            state["step"] = step
            yield Progress(Stage.TUNING, step, steps, "training")
            if step % every == 0 or step == steps:
                loss_now, success_now = yield from self._check(held_out)
                log.info("step %d of %d: held-out loss %.4f, success %.4f", step, steps, loss_now, success_now)
                gained = loss_now < state["least"]
                state["without_gain"] = 0 if gained else state["without_gain"] + 1
                if gained:
                    state |= {"least": loss_now, "after": success_now, "best_weights": self._weights()}
                spent = state["seconds"] + time.monotonic() - started
                self._save(state | {"seconds": spent}, optimizer, schedule, len(examples))
                if state["without_gain"] >= plan.patience:
                    break
        self._model.load_state_dict(state["best_weights"])
        self._model.save_pretrained(str(self._output))
        self._tokenizer.save_pretrained(str(self._output))
        return Trained(state["before"], state["after"], state["step"], state["seconds"] + time.monotonic() - started)

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """The scores of some texts for a question, the higher the better."""
        import torch

        self._model.eval()
        with torch.inference_mode():
            return [float(score) for score in self._forward([(query, text) for text in texts])]

    def _check(self, held_out: Sequence[Example]) -> Generator[Event, None, tuple[float, float]]:
        """Mean loss and mean success."""
        import torch

        self._model.eval()
        loss = success = 0.0
        for start in range(0, len(held_out), CHECKED_TOGETHER):
            yield Progress(Stage.TUNING, start, len(held_out), "checking on held-out questions")
            examples = held_out[start : start + CHECKED_TOGETHER]
            with torch.inference_mode():
                for example, scores in zip(examples, self._scores(examples), strict=True):
                    loss += float(self._objective.loss(example, scores))
                    success += self._objective.success(example, scores.tolist())
        return loss / max(1, len(held_out)), success / max(1, len(held_out))

    def _loss(self, batch: Sequence[Example]) -> torch.Tensor:
        import torch

        losses = [self._objective.loss(*scored) for scored in zip(batch, self._scores(batch), strict=True)]
        return torch.stack(losses).mean()

    def _scores(self, examples: Sequence[Example]) -> Sequence[torch.Tensor]:
        """The scores of each example's pairs, computed together."""
        import torch

        pairs = [self._objective.pairs(example) for example in examples]
        scores = self._forward([pair for some in pairs for pair in some])
        each: Sequence[torch.Tensor] = torch.split(scores, [len(some) for some in pairs])
        return each

    def _forward(self, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
        """One score a pair, of shape (len(pairs),), read in runs of like length."""
        import torch

        made = self._tokenizer(
            [first for first, _ in pairs],
            [second for _, second in pairs],
            truncation="only_second" if all(len(first) < 400 for first, _ in pairs) else "longest_first",
            max_length=self._plan.tokens,
        )
        lengths = [len(ids) for ids in made["input_ids"]]
        order = sorted(range(len(pairs)), key=lengths.__getitem__)
        parts = []
        for start in range(0, len(order), TOGETHER):
            run = order[start : start + TOGETHER]
            inputs = self._tokenizer.pad(
                {name: [values[place] for place in run] for name, values in made.items()}, return_tensors="pt"
            ).to(self._device)
            with torch.autocast(self._device, torch.bfloat16, enabled=self._device == "cuda"):
                parts.append(self._model(**inputs).logits[:, 0].float())
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return torch.cat(parts)[back.to(self._device)]

    def _freeze(self, layers: int) -> None:
        encoder = self._model.base_model
        for part in (encoder.embeddings, *encoder.encoder.layer[:layers]):
            part.requires_grad_(False)

    def _parameters(self) -> list[dict[str, Any]]:
        """Biases and the scales of normalisation do not decay, as is usual."""
        decaying: list[torch.Tensor] = []
        others: list[torch.Tensor] = []
        for parameter in filter(lambda parameter: parameter.requires_grad, self._model.parameters()):
            (decaying if parameter.ndim > 1 else others).append(parameter)
        return [{"params": decaying, "weight_decay": self._plan.weight_decay}, {"params": others, "weight_decay": 0.0}]

    def _weights(self) -> dict[str, torch.Tensor]:
        return {name: value.detach().cpu().clone() for name, value in self._model.state_dict().items()}

    # --- checkpoints -----------------------------------------------------------------------------------------------

    def _save(self, state: dict[str, Any], optimizer: Any, schedule: Any, examples: int) -> None:
        import torch

        self._output.mkdir(parents=True, exist_ok=True)
        made = {
            "plan": asdict(self._plan),
            "examples": examples,
            "state": state,
            "weights": self._weights(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
        }
        partial = self._output / (CHECKPOINT + ".part")
        torch.save(made, partial)
        partial.replace(self._output / CHECKPOINT)  # a crash leaves the checkpoint before

    def _resume(self, optimizer: Any, schedule: Any, examples: int) -> dict[str, Any] | None:
        import torch

        file = self._output / CHECKPOINT
        if not file.exists():
            return None
        saved = torch.load(file, map_location=self._device, weights_only=True)
        if saved["plan"] != asdict(self._plan) or saved["examples"] != examples:
            log.warning("the checkpoint in %s belongs to other settings or data; training starts anew", self._output)
            return None
        self._model.load_state_dict(saved["weights"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        state: dict[str, Any] = saved["state"]
        return state


def _rate(step: int, steps: int, warmup: float) -> float:
    rising = max(1, int(steps * warmup))
    return (step + 1) / rising if step < rising else max(0.0, (steps - step) / max(1, steps - rising))


def _batches(examples: Sequence[Example], plan: Plan) -> Iterator[list[Example]]:
    for epoch in range(plan.epochs):
        order = random.Random(f"{plan.seed}/{epoch}").sample(list(examples), len(examples))
        for start in range(0, len(order), plan.examples_a_step):
            yield order[start : start + plan.examples_a_step]
