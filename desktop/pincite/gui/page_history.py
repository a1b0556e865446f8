"""Where the reader has been, to go back and forward. Pure: knows no page and no window."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.gui.page_layout import Spot

KEPT = 100
"""Places that one can go back to."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A place in a document that was on screen: what lay at the upper edge."""

    document_id: str
    title: str
    spot: Spot


class History:
    """The places before and after the present one, as in a browser."""

    def __init__(self) -> None:
        self._before: deque[Visit] = deque(maxlen=KEPT)
        self._after: list[Visit] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        """Whether one has gone back."""
        return bool(self._after)

    def leave(self, here: Visit) -> None:
        """Remembers the present place, because the reader jumps to another one."""
        self._after.clear()
        if not self._before or self._before[-1] != here:
            self._before.append(here)

    def back(self, here: Visit | None) -> Visit | None:
        """The place before; the present one becomes the one after it. None if there is no place before."""
        if not self._before:
            return None
        if here is not None:
            self._after.append(here)
        return self._before.pop()

    def forward(self, here: Visit | None) -> Visit | None:
        """The place that was left by going back. None if there is none."""
        if not self._after:
            return None
        if here is not None:
            self._before.append(here)
        return self._after.pop()

    def came_back(self, there: Visit) -> None:
        """Somebody has gone back to here from a place in another tab, and can go forward to it."""
        self._after.append(there)

    def came_forward(self, there: Visit) -> None:
        """Somebody has gone forward to here from a place in another tab, and can go back to it."""
        self._before.append(there)

    def forget(self, document_id: str) -> None:
        """Leaves out a document that is gone."""
        self._before = deque((visit for visit in self._before if visit.document_id != document_id), KEPT)
        self._after = [visit for visit in self._after if visit.document_id != document_id]
