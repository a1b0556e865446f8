"""What the tests of tuning share: running a training to its end, and words that the tiny encoder knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.events import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.events import Event
    from pincite.tuning.trainer import Trained

NOUNS = "otter badger heron falcon lynx marten stoat weasel plover curlew gannet petrel".split()


def finish(run: Iterator[Event]) -> Trained:
    """Runs a training, which says nothing but how far it is, and returns what came of it."""
    while True:
        try:
            assert isinstance(next(run), Progress)
        except StopIteration as end:
            trained: Trained = end.value
            return trained
