"""The command ``tune``: fine-tunes a reranker or a judge and puts it among the models. Holds nothing of the training."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pincite.cli import terminal
from pincite.cli.arguments import positive
from pincite.cli.contract import DONE
from pincite.errors import ModelError
from pincite.settings import data_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Generator

    from pincite.events import Event
    from pincite.models.catalogue import Catalogue
    from pincite.settings import Settings
    from pincite.tuning.trainer import Trained

SUCCESS = {
    "reranker": "puts the right passage first with a mean reciprocal rank",
    "judge": "tells proven claims from others with a share",
}
"""What the one number says that a tuning ends with."""

UNFINISHED = ".tuning"
"""Folder below that of the models where a model lies while it is made; a run that was stopped goes on from there."""


def register(command: Callable[..., argparse.ArgumentParser]) -> None:
    """Adds the command to the parser; ``command`` takes its name, what runs it, and a sentence about it."""
    made = command("tune", _tune, "Fine-tune a model to your own field, on this machine.")
    made.add_argument("role", choices=["reranker", "judge"], help="what to tune")
    made.add_argument(
        "--data",
        nargs="+",
        required=True,
        type=Path,
        metavar="FILE",
        help='JSON Lines; for a reranker, plain or .xz: {"query", "positive", "doc"} on each line; '
        'for a judge: {"title", "evidence", "question", "true": […], "false": […]}',
    )
    made.add_argument("--name", metavar="NAME", help="what to call the model (tuned-reranker, tuned-judge)")
    made.add_argument("--from", dest="base", metavar="MODEL", help="the model, or folder, to start from (the embedder in use)")
    made.add_argument("--groups", type=positive, default=8000, metavar="N", help="reranker: questions, at most (8000)")
    made.add_argument("--negatives", type=positive, default=3, metavar="N", help="reranker: misleading passages for each (3)")
    made.add_argument("--epochs", type=positive, metavar="N", help="times to go over the data (reranker 1, judge 2)")
    made.add_argument("--seed", type=int, default=1, metavar="S", help="of every choice by chance (1)")


def _tune(options: argparse.Namespace, settings: Settings) -> int:
    from pincite.models import hardware
    from pincite.models.catalogue import Catalogue

    resources = data_folder("resources")
    catalogue = Catalogue.load(resources / "models.toml", settings.models)
    name = options.name or f"tuned-{options.role}"
    _check_name(name, catalogue, settings)
    output = settings.models / UNFINISHED / name
    device = hardware.torch_device(settings.gpu)
    make = {"reranker": _reranker, "judge": _judge}[options.role]
    run = make(options, settings, catalogue, output, device)
    terminal.say(f"Tuning on the {'CPU' if device == 'cpu' else 'GPU'}. Stop at any time; the same command goes on from there.")
    with terminal.Terminal() as screen:
        while True:
            try:
                screen.show(next(run))
            except StopIteration as end:
                trained = end.value
                break
    model = catalogue.add(output)
    shutil.rmtree(output)
    terminal.say(
        f"{model.name} {SUCCESS[options.role]} of {trained.after:.3f} on what it has not seen ({trained.before:.3f} before).\n"
        f"Use it with “pincite models use {model.name}”, and test it with “pincite eval”."
    )
    return DONE


def _reranker(
    options: argparse.Namespace, settings: Settings, catalogue: Catalogue, output: Path, device: str
) -> Generator[Event, None, Trained]:
    from pincite.models.loader import InstalledModels
    from pincite.tuning import reranker
    from pincite.tuning.trainer import Plan

    embedder = InstalledModels(catalogue, settings).embedder()
    if embedder is None:
        raise ModelError("Misleading passages are found with an embedder, and none is in use.", "See pincite models list.")
    task = reranker.Task(
        data=tuple(options.data),
        base=_base(options.base or embedder.name, catalogue),
        output=output,
        sources=data_folder("resources") / "pairs" / "sources.toml",
        groups=options.groups,
        negatives=options.negatives,
        plan=replace(Plan(), epochs=options.epochs or Plan().epochs, seed=options.seed),
    )
    return reranker.tune(task, embedder, device)


def _judge(
    options: argparse.Namespace, settings: Settings, catalogue: Catalogue, output: Path, device: str
) -> Generator[Event, None, Trained]:
    from pincite.tuning import judge

    task = judge.Task(
        data=tuple(options.data),
        base=_base(options.base or settings.embedder, catalogue),
        output=output,
        sources=data_folder("resources") / "claims" / "sources.toml",
        plan=replace(judge.PLAN, epochs=options.epochs or judge.PLAN.epochs, seed=options.seed),
    )
    return judge.tune(task, device)


def _check_name(name: str, catalogue: Catalogue, settings: Settings) -> None:
    """Refuses a name now that could not be given when hours of training are over."""
    if name.startswith(".") or Path(name).name != name:
        raise ModelError(f"“{name}” cannot be the name of a model.", "Give a name without “/” that does not begin with a dot.")
    if name.casefold() in {info.name.casefold() for info in catalogue.info(settings)}:
        raise ModelError(
            f"There is a model “{name}” already.", f"Give another --name, or delete {settings.models / name} first."
        )


def _base(name: str, catalogue: Catalogue) -> Path:
    folder = Path(name).expanduser()
    return folder if folder.is_dir() else catalogue.path(name)
