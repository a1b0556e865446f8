"""The words of a page in two arrays instead of hundreds of objects: quick to send, to keep and to store. Knows no page."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING, overload

from pincite.domain import Word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class PackedWords(Sequence[Word]):
    """A sequence of words that makes each of them when it is asked for. Equal to any sequence of the same words.

    Args:
        offsets: Start and end of each word in turn, 32-bit integers; shape (2 * words,).
        boxes: The four edges of each word's box in turn, 32-bit floats; shape (4 * words,).
    """

    __slots__ = ("boxes", "offsets")

    def __init__(self, offsets: array[int], boxes: array[float]) -> None:
        self.offsets = offsets
        self.boxes = boxes

    @classmethod
    def of(cls, words: Sequence[Word]) -> PackedWords:
        """The same words, packed."""
        if isinstance(words, PackedWords):
            return words
        starts_and_ends: Iterable[int] = chain.from_iterable((word.start, word.end) for word in words)
        return cls(array("i", starts_and_ends), array("f", chain.from_iterable(word.box for word in words)))

    def __len__(self) -> int:
        return len(self.offsets) // 2

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(*index.indices(len(self))))
        at = range(len(self))[index]
        x0, y0, x1, y1 = self.boxes[4 * at : 4 * at + 4]
        return Word(self.offsets[2 * at], self.offsets[2 * at + 1], (x0, y0, x1, y1))

    def __iter__(self) -> Iterator[Word]:
        boxes = zip(*(iter(self.boxes),) * 4, strict=True)
        starts = iter(self.offsets)
        for start, end, box in zip(starts, starts, boxes, strict=False):
            yield Word(start, end, box)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PackedWords):
            return self.offsets == other.offsets and self.boxes == other.boxes
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"PackedWords({list(self)!r})"
