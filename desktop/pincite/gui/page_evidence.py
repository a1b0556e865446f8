"""The evidence of the current answer: its places, which one is open, and the strip that leads from one to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from pincite.gui.controls import Elided, IconButton, label, row
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.domain import Answer, Box, Citation, Hit
    from pincite.gui.theme import Theme

NEXT, PREVIOUS = "F4", "Shift+F4"


@dataclass(frozen=True, slots=True)
class Place:
    """Words on a page of a document; their boxes are in points."""

    document_id: str
    title: str
    number: int
    boxes: tuple[Box, ...] = ()
    quote: str = ""


def place_of(citation: Citation) -> Place:
    """Where a citation points."""
    return Place(citation.document_id, citation.title, citation.page, citation.boxes, citation.quote)


def places_of(answer: Answer) -> list[Place]:
    """What an answer cites, in the order of its sentences."""
    return [place_of(citation) for sentence in answer.sentences for citation in sentence.citations]


def place_of_hit(hit: Hit) -> Place:
    """Where a passage stands."""
    return Place(hit.passage.document_id, hit.title, hit.passage.page, hit.boxes, " ".join(hit.passage.text.split()))


class Evidence:
    """Places, and at which of them the reader is. Each place counts once, however many sentences cite it."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._at: int | None = None

    @property
    def places(self) -> list[Place]:
        """All places in order."""
        return self._places

    @property
    def at(self) -> int | None:
        """Which place is open, from 0; None where the reader is elsewhere."""
        return self._at

    def set(self, places: Iterable[Place]) -> None:
        """Takes the places of another answer. The place that is open stays so if the answer has it, too."""
        here = self._places[self._at] if self._at is not None else None
        distinct: dict[tuple[str, int, tuple[Box, ...]], Place] = {}
        for place in places:
            if place.boxes:
                distinct.setdefault((place.document_id, place.number, place.boxes), place)
        self._places = list(distinct.values())
        self._at = None
        if here is not None:
            self.arrive(here.document_id, here.number, here.boxes)

    def arrive(self, document_id: str, number: int, boxes: tuple[Box, ...]) -> None:
        """The reader has come to a place, which may be one of these."""
        places = [(place.document_id, place.number, place.boxes) for place in self._places]
        here = (document_id, number, boxes)
        self._at = places.index(here) if here in places else None

    def step(self, by: int) -> Place | None:
        """The next place (1) or the one before (-1), around the ends; None without evidence."""
        if not self._places:
            return None
        if self._at is None:
            self._at = 0 if by > 0 else len(self._places) - 1
        else:
            self._at = (self._at + by) % len(self._places)
        return self._places[self._at]

    def on(self, document_id: str) -> dict[int, tuple[Box, ...]]:
        """The boxes of all places in a document, by page."""
        boxes: dict[int, tuple[Box, ...]] = {}
        for place in self._places:
            if place.document_id == document_id:
                boxes[place.number] = (*boxes.get(place.number, ()), *place.boxes)
        return boxes


class EvidenceBar(QFrame):
    """Says which piece of evidence is open, and goes to the others.

    Signals:
        step_wanted(int): to the next (1) or the one before (-1).
    """

    step_wanted = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.count = label(wrap=False)
        self.quote = Elided("muted")
        self.previous = IconButton(
            "previous", self.tr("Previous evidence"), theme, lambda: self.step_wanted.emit(-1), keys=PREVIOUS
        )
        self.next = IconButton("next", self.tr("Next evidence"), theme, lambda: self.step_wanted.emit(1), keys=NEXT)
        line = row(self.count, self.quote, self.previous, self.next, spacing=STEP // 2)
        line.setContentsMargins(2 * STEP, STEP // 2, STEP, STEP // 2)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_state(self, evidence: Evidence, reading: bool = True) -> None:
        """Shows the count and the quote that is open; hides itself where there is no evidence, or no document is read."""
        total, at = len(evidence.places), evidence.at
        self.setVisible(total > 0 and reading)
        words = self.tr("Evidence: {total}") if at is None else self.tr("Evidence {number} of {total}")
        self.count.setText(words.format(number=(at or 0) + 1, total=total))
        quote = evidence.places[at].quote if at is not None else ""
        self.quote.show_text(self.tr("“{quote}”").format(quote=quote) if quote else "")
        self.setAccessibleName(f"{self.count.text()} {self.quote.text()}".strip())
