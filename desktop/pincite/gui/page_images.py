"""Fetches page images from the engine and keeps the latest, up to a number of bytes. Lays out and paints nothing."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from pincite.errors import PasswordNeeded

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.domain import PageImage
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge, Handle

KEPT_BYTES = 128 << 20
"""What all images together may take, except that those which are wanted now stay; at 200 dpi a page takes about 15 MB."""

MAX_SIDE = 4000
"""Pixels; larger renderings cost more memory than a screen can show."""


class PageImages(QObject):
    """The images of one document's pages.

    Args:
        kept_bytes: What they may take together; None: ``KEPT_BYTES``.

    Signals:
        arrived(int): the image of this page is there, or is there in a better scale.
        failed(int, str): this page cannot be rendered, and why.
        locked(str): the document with this id is encrypted, and its password is not known, or no longer.
    """

    arrived = Signal(int)
    failed = Signal(int, str)
    locked = Signal(str)

    def __init__(self, bridge: Bridge, parent: QObject | None = None, kept_bytes: int | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._kept_bytes = kept_bytes
        self._document_id = ""
        self._kept: OrderedDict[int, tuple[float, QPixmap]] = OrderedDict()
        self._asked: dict[int, tuple[float, Handle]] = {}
        self._refused: set[tuple[int, float]] = set()
        self._wanted: frozenset[int] = frozenset()

    @property
    def size(self) -> int:
        """Bytes of all images that are kept."""
        return sum(_bytes(image) for _, image in self._kept.values())

    def open(self, document_id: str) -> None:
        """Turns to another document; forgets the images of the last one."""
        self._drop(lambda _number: True)
        self._document_id = document_id
        self._kept.clear()
        self._refused.clear()
        self._wanted = frozenset()

    def image(self, number: int) -> QPixmap | None:
        """The best image of a page that there is, in whatever scale."""
        found = self._kept.get(number)
        return found[1] if found else None

    def want(self, sizes: dict[int, tuple[float, float]], scale: float) -> None:
        """Asks for these pages, and no longer for others.

        Args:
            sizes: Width and height in points by page number, the most urgent first.
            scale: Pixels per point.
        """
        self._drop(lambda number: number not in sizes)
        self._wanted = frozenset(sizes)
        for number in reversed(sizes):
            if number in self._kept:
                self._kept.move_to_end(number)
        for number, (width, height) in sizes.items():
            fitting = min(scale, MAX_SIDE / max(width, height, 1.0))
            kept = self._kept.get(number)
            asked = self._asked.get(number)
            if (kept and kept[0] == fitting) or (asked and asked[0] == fitting) or (number, fitting) in self._refused:
                continue
            if asked:
                asked[1].cancel()
            self._ask(number, fitting)

    def _ask(self, number: int, scale: float) -> None:
        handle: Handle | None = None

        def ours() -> bool:
            return number in self._asked and self._asked[number][1] is handle

        def done(image: PageImage) -> None:
            if ours():
                del self._asked[number]
                self._keep(number, scale, image)
                self.arrived.emit(number)

        def failed(failure: Failed) -> None:
            if ours():
                del self._asked[number]
                if failure.code == PasswordNeeded.code:
                    self.locked.emit(self._document_id)
                elif not failure.cancelled:
                    self._refused.add((number, scale))
                    self.failed.emit(number, f"{failure.message} {failure.hint}".strip())

        handle = self._bridge.request(
            "render", on_done=done, on_failed=failed, document_id=self._document_id, number=number, scale=scale
        )
        self._asked[number] = (scale, handle)

    def _keep(self, number: int, scale: float, image: PageImage) -> None:
        drawn = QImage(image.samples, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888)
        self._kept[number] = (scale, QPixmap.fromImage(drawn))
        self._kept.move_to_end(number)
        room = (KEPT_BYTES if self._kept_bytes is None else self._kept_bytes) - self.size
        for old in [old for old in self._kept if old not in self._wanted]:
            if room >= 0:
                break
            room += _bytes(self._kept.pop(old)[1])

    def _drop(self, unwanted: Callable[[int], bool]) -> None:
        for number in [number for number in self._asked if unwanted(number)]:
            _, handle = self._asked.pop(number)
            handle.cancel()


def _bytes(image: QPixmap) -> int:
    return image.width() * image.height() * image.depth() // 8
