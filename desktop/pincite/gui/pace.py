"""Tells how long work will still take. Does not know what the work is."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from pincite.gui.wording import time_left

if TYPE_CHECKING:
    from collections.abc import Callable

TOLD_AFTER = 1.0
"""Seconds of work before which an estimate would be a guess."""


class Pace:
    """The rate of one piece of work since it began.

    Args:
        clock: Seconds that only go forward.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = clock()
        self._first: float | None = None

    def words(self, fraction: float) -> str:
        """The time left at a fraction done (0 to 1), in words; empty while too little is known.

        What was already done at the first call is not counted as our speed: resumed work starts half way.
        """
        if self._first is None or fraction < self._first:
            self._first, self._began = fraction, self._clock()
        elapsed = self._clock() - self._began
        gained = fraction - self._first
        if elapsed < TOLD_AFTER or gained <= 0 or fraction >= 1:
            return ""
        return time_left(elapsed * (1 - fraction) / gained)
