"""Trains a cross-encoder on groups of passages of which the first is the right one. Chooses no data, writes no model card."""

from __future__ import annotations

import math
import random
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from pincite.diagnostics import log
from pincite.errors import ModelError
from pincite.events import Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence
    from pathlib import Path

    import torch

    from pincite.events import Event
    from pincite.tuning.negatives import Group

CHECKPOINT = "checkpoint.pt"
KINDS = ("bert", "xlm-roberta")
"""Families of encoders that can be tuned: those that :mod:`pincite.models.quantized` can convert."""

_START_FROM = "Start from all-MiniLM-L6-v2, or from the folder of another BERT or XLM-RoBERTa encoder."

TOGETHER = 16  # texts of like length read in one forward pass: padding is waste


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train.

    Rates are AdamW's; ``tokens`` is the most that is read of a question and a passage together. The word embeddings and the
    first ``frozen`` layers stay as they are: what they know of words was learnt from more text than any pairs have, and
    it saves a quarter of the time. Each question is seen once or twice, so there is no dropout.
    """

    epochs: int = 1
    groups_a_step: int = 16
    learning_rate: float = 7e-5
    weight_decay: float = 0.01
    warmup: float = 0.08  # share of the steps over which the rate rises; it then falls to 0 on a straight line
    tokens: int = 256
    frozen: int = 1
    checks: int = 6  # times that the held-out groups are looked at
    patience: int = 3  # checks without a gain after which training stops
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Trained:
    """What came of it: the mean reciprocal rank over the held-out groups, before and at best, and the steps made."""

    before: float
    after: float
    steps: int
    seconds: float


class Trainer:
    """A cross-encoder in training.

    Args:
        base: Folder of the encoder to start from, or of a cross-encoder to go on with.
        output: Folder for the result and for checkpoints; training goes on from a checkpoint found there.
        plan: How to train.
        device: "cpu", "cuda" or "mps".

    Raises:
        ModelError: ``base`` holds no encoder, or one of a kind that cannot be tuned.
    """

    def __init__(self, base: Path, output: Path, plan: Plan, device: str) -> None:
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
                str(base), num_labels=1, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0, local_files_only=True
            )
        except (OSError, ValueError, RuntimeError, SafetensorError) as error:  # RuntimeError: it has several labels
            raise ModelError(f"There is no encoder to start from in {base}: {error}.", _START_FROM) from error
        self._model.to(device)
        self._freeze(plan.frozen)
        self._output = output
        self._plan = plan
        self._device = device

    def train(self, groups: Sequence[Group], held_out: Sequence[Group]) -> Generator[Event, None, Trained]:
        """Minimises the listwise softmax cross-entropy of each group's right passage against its others.

        The weights with the lowest loss on the held-out groups are kept, and written to the output folder at the end: over few
        groups the loss tells more than the ranks do.
        """
        import torch

        plan, started = self._plan, time.monotonic()
        steps = math.ceil(len(groups) / plan.groups_a_step) * plan.epochs
        every = max(1, steps // plan.checks)
        optimizer = torch.optim.AdamW(self._parameters(), lr=plan.learning_rate)
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, plan.warmup))
        state = self._resume(optimizer, schedule, len(groups))
        if state is None:
            least, before = yield from self._check(held_out)
            state = {"step": 0, "before": before, "after": before, "least": least, "best_weights": self._weights()}
            state |= {"without_gain": 0, "seconds": 0.0}
        for step, batch in enumerate(_batches(groups, plan), start=1):
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
                loss_now, ranks_now = yield from self._check(held_out)
                log.info("step %d of %d: held-out loss %.4f, reciprocal rank %.4f", step, steps, loss_now, ranks_now)
                gained = loss_now < state["least"]
                state["without_gain"] = 0 if gained else state["without_gain"] + 1
                if gained:
                    state |= {"least": loss_now, "after": ranks_now, "best_weights": self._weights()}
                self._save(state | {"seconds": state["seconds"] + time.monotonic() - started}, optimizer, schedule, len(groups))
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

    def _check(self, held_out: Sequence[Group]) -> Generator[Event, None, tuple[float, float]]:
        """Mean loss and mean reciprocal rank of the right passages; of equal scores the right one comes last."""
        loss = ranks = 0.0
        for done, group in enumerate(held_out):
            first, *others = self.scores(group.query, group.texts)
            loss += math.log1p(sum(math.exp(other - first) for other in others))
            ranks += 1 / (1 + sum(other >= first for other in others))
            if done % 20 == 0:
                yield Progress(Stage.TUNING, done, len(held_out), "checking on held-out questions")
        return loss / max(1, len(held_out)), ranks / max(1, len(held_out))

    def _loss(self, batch: Sequence[Group]) -> torch.Tensor:
        import torch

        scores = self._forward([(group.query, text) for group in batch for text in group.texts])
        each = torch.split(scores, [len(group.texts) for group in batch])
        return torch.stack([torch.logsumexp(part, 0) - part[0] for part in each]).mean()

    def _forward(self, pairs: Sequence[tuple[str, str]]) -> torch.Tensor:
        """One score a pair, of shape (len(pairs),), read in runs of like length."""
        import torch

        made = self._tokenizer(
            [query for query, _ in pairs],
            [text for _, text in pairs],
            truncation="only_second" if all(len(query) < 400 for query, _ in pairs) else "longest_first",
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

    def _save(self, state: dict[str, Any], optimizer: Any, schedule: Any, groups: int) -> None:
        import torch

        self._output.mkdir(parents=True, exist_ok=True)
        made = {
            "plan": asdict(self._plan),
            "groups": groups,
            "state": state,
            "weights": self._weights(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
        }
        partial = self._output / (CHECKPOINT + ".part")
        torch.save(made, partial)
        partial.replace(self._output / CHECKPOINT)  # a crash leaves the checkpoint before

    def _resume(self, optimizer: Any, schedule: Any, groups: int) -> dict[str, Any] | None:
        import torch

        file = self._output / CHECKPOINT
        if not file.exists():
            return None
        saved = torch.load(file, map_location=self._device, weights_only=True)
        if saved["plan"] != asdict(self._plan) or saved["groups"] != groups:
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


def _batches(groups: Sequence[Group], plan: Plan) -> Iterator[list[Group]]:
    for epoch in range(plan.epochs):
        order = random.Random(f"{plan.seed}/{epoch}").sample(list(groups), len(groups))
        for start in range(0, len(order), plan.groups_a_step):
            yield order[start : start + plan.groups_a_step]
