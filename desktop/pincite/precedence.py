"""Lets what somebody waits for go before what is done in the background. Knows neither of them."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Precedence:
    """Tells work in the background when to pause. It may be used from several threads."""

    def __init__(self) -> None:
        self._first = 0
        self._changed = threading.Condition()

    @contextmanager
    def first(self) -> Iterator[None]:
        """While this is entered, by whatever thread, work in the background is to pause."""
        with self._changed:
            self._first += 1
        try:
            yield
        finally:
            with self._changed:
                self._first -= 1
                self._changed.notify_all()

    def is_free(self, seconds: float) -> bool:
        """Whether work in the background may go on; waits for that, but no longer than some seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._first, seconds)
