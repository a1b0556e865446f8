"""Which words can be seen on a page: asks in what order it is painted, and looks at a picture of what that leaves open.

White letters on a dark heading can be seen, under a white box none can. The text that OCR programs put behind or over the
picture of a page cannot be seen either, but says what can.

Coordinates are those of the library's words: points on the page as it is before it is turned for display.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pymupdf

from pincite.pdf.hidden import COVER, FAINT, LIGHT, PAINTED, SMALLEST, covers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Raw = tuple[Any, ...]

_CONTRAST = 24  # of 255, in the colour that differs most: less cannot be told from the ground
_INKED = 0.3  # of the way from the ground to the letters' colour; thin letters are drawn in shades between them
_INKED_SHARE = 0.005  # of the pixels of a word's box
_ALONG, _ACROSS = 0.5, 0.3  # of a word's length and height, in which letters leave ink
_COVER_WIDTH = 6.0  # points
_SCALE = 2.0  # pixels a point
_SHADES = np.array([256, 16, 1], np.int16)
_VECTORS = pymupdf.TEXT_PRESERVE_WHITESPACE | pymupdf.TEXT_MEDIABOX_CLIP | pymupdf.TEXT_COLLECT_VECTORS


class _Piece(NamedTuple):
    """Text of one style: where it stands, what it says, its colour (RGB, 0 to 255), and whether it is painted at all."""

    box: Any
    text: str
    colour: tuple[int, int, int]
    painted: bool
    tiny: bool

    @property
    def plain(self) -> bool:
        """Whether it is seen on white paper, unless something covers it."""
        return self.painted and not self.tiny and min(self.colour) < LIGHT


def unseen(page: Any, raw: Sequence[Raw], blocks: Sequence[Mapping[str, Any]]) -> set[int]:
    """See :func:`pincite.pdf.hidden.unseen`."""
    words = _Words(raw, blocks)
    gone: set[int] = set()
    doubtful: dict[int, _Piece] = {}  # words that the picture of the page must tell about
    layer: list[int] = []
    painted: list[tuple[_Piece, list[int]]] = []
    fills: list[tuple[Any, tuple[int, int, int], bool]] = []
    for block in page.get_textpage(flags=_VECTORS).extractDICT()["blocks"]:
        if "color" in block:  # a shape
            box = block["bbox"]
            width, height = box[2] - box[0], box[3] - box[1]
            if block["stroked"] or block["alpha"] < 255 or height < COVER or width < _COVER_WIDTH:
                continue
            fills.append((box, _rgb(block["color"]), block["isrect"]))
            for piece, places in painted:
                if _touch(box, piece.box):
                    doubtful.update((place, piece) for place in places if words.within(place, box))
            continue
        for piece in _pieces(block):
            places = words.of(piece)
            if piece.tiny:
                gone.update(places)
            elif not piece.painted:
                layer += places
            else:
                painted.append((piece, places))
                if not piece.plain and not _on_dark(piece, fills):
                    doubtful.update(dict.fromkeys(places, piece))
    for cover in covers(page):
        for piece, places in painted:
            if _touch(cover, piece.box):
                doubtful.update((place, piece) for place in places if words.within(place, cover))
    visible = [place for _, places in painted for place in places]
    gone.update(_without_picture(page, words, layer, visible))
    gone.update(_not_drawn(page, words, doubtful, visible))
    return gone


class _Words:
    """The words of a page by the pieces of text that they belong to."""

    def __init__(self, raw: Sequence[Raw], blocks: Sequence[Mapping[str, Any]]) -> None:
        self.raw = raw
        self._of_piece = _words_of_pieces(raw, blocks)
        self._boxes = np.array([word[:4] for word in raw], np.float32).reshape(-1, 4)
        self._centres = (self._boxes[:, :2] + self._boxes[:, 2:]) / 2

    def of(self, piece: _Piece) -> list[int]:
        """The words that begin in a piece of text; others may be printed over it."""
        return self._of_piece.get(_key(piece), [])

    def overlap(self, place: int, others: Sequence[int]) -> bool:
        """Whether a word's box touches that of any of some others."""
        x0, y0, x1, y1 = self._boxes[place]
        boxes = self._boxes[list(others)]
        return bool(((boxes[:, 0] < x1) & (boxes[:, 2] > x0) & (boxes[:, 1] < y1) & (boxes[:, 3] > y0)).any())

    def within(self, place: int, box: Any) -> bool:
        """Whether the middle of a word lies in a box."""
        x, y = self._centres[place].tolist()
        return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _key(piece: _Piece) -> tuple[str, int, int]:
    return piece.text, round(piece.box[0]), round(piece.box[1])


def _words_of_pieces(raw: Sequence[Raw], blocks: Sequence[Mapping[str, Any]]) -> dict[tuple[str, int, int], list[int]]:
    """The words that begin in each piece of text: the letters of a line's pieces are those of its words, in the same order."""
    of_line: dict[tuple[int, int], list[int]] = {}
    for place, word in enumerate(raw):
        of_line.setdefault((word[5], word[6]), []).append(place)
    found: dict[tuple[str, int, int], list[int]] = {}
    for block in blocks:
        for number, line in enumerate(block.get("lines", ())):
            waiting = of_line.get((block["number"], number), [])[::-1]
            letters = begun = 0  # letters of the pieces so far, and of the words that have begun in them
            for piece in _pieces({"lines": [line]}):
                letters += len("".join(piece.text.split()))
                while waiting and begun < letters:
                    begun += len(raw[waiting[-1]][4])
                    found.setdefault(_key(piece), []).append(waiting.pop())
    return found


def _pieces(block: Mapping[str, Any]) -> Iterator[_Piece]:
    for line in block.get("lines", ()):
        for style in line["spans"]:
            text = style["text"].strip()
            if text:
                box = style["bbox"]
                painted = style["char_flags"] & PAINTED != 0 and style["alpha"] > FAINT
                tiny = style["size"] < SMALLEST and min(box[2] - box[0], box[3] - box[1]) < 2 * SMALLEST
                yield _Piece(box, text, _rgb(style["color"]), painted, tiny)


def _rgb(colour: int) -> tuple[int, int, int]:
    return colour >> 16 & 255, colour >> 8 & 255, colour & 255


def _on_dark(piece: _Piece, fills: Sequence[tuple[Any, tuple[int, int, int], bool]]) -> bool:
    """Whether light text stands on a box of another colour, so that no picture is needed to know that it is seen."""
    x, y = (piece.box[0] + piece.box[2]) / 2, (piece.box[1] + piece.box[3]) / 2
    under = [(colour, is_box) for box, colour, is_box in fills if box[0] <= x <= box[2] and box[1] <= y <= box[3]]
    return bool(under) and under[-1][1] and _differ(under[-1][0], piece.colour)


def _touch(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _differ(one: Sequence[int], other: Sequence[int]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) >= _CONTRAST


def _without_picture(page: Any, words: _Words, layer: Sequence[int], visible: Sequence[int]) -> Iterator[int]:
    """Those of some unpainted words that say nothing of what is drawn: neither a picture nor drawn letters stand there."""
    if not layer:
        return
    pictures = [box for kind, box, *_ in page.get_bboxlog() if "image" in kind]
    alone = [place for place in layer if not any(words.within(place, box) for box in pictures)]
    picture = _Picture(page, [words.raw[place] for place in alone])
    for place in alone:
        if words.overlap(place, visible) or not picture.has_letters(words.raw[place]):
            yield place


def _not_drawn(page: Any, words: _Words, doubtful: Mapping[int, _Piece], visible: Sequence[int]) -> Iterator[int]:
    """Those of some words whose letters are not in the picture. Of white letters with an outline only that can be seen."""
    plain = [place for place in visible if place not in doubtful]
    picture = _Picture(page, [words.raw[place] for place in doubtful])
    for place, piece in doubtful.items():
        word = words.raw[place]
        if picture.shows(word, piece.colour):
            continue
        if piece.plain or words.overlap(place, plain) or not picture.has_letters(word):
            yield place


class _Picture:
    """A picture of the part of a page in which some words stand."""

    def __init__(self, page: Any, words: Sequence[Raw]) -> None:
        self._turn = page.rotation_matrix
        area = pymupdf.Rect()
        for word in words:
            area |= self._seen(word)
        area &= page.rect
        self._empty = not words or area.is_empty
        if self._empty:
            return
        pixels = page.get_pixmap(matrix=pymupdf.Matrix(_SCALE, _SCALE), clip=area, colorspace=pymupdf.csRGB, alpha=False)
        self._pixels = np.frombuffer(pixels.samples, np.uint8).reshape(pixels.height, pixels.width, 3).astype(np.int16)
        self._left, self._top = pixels.x, pixels.y

    def has_letters(self, word: Raw) -> bool:
        """Whether something like letters is drawn where a word stands, more than a rule, whatever its colour."""
        part = self._part(word)
        if not part.size:
            return False
        ink = (abs(part - _ground(part.reshape(-1, 3))) >= _CONTRAST).any(axis=2)
        less, more = sorted((ink.any(axis=0).mean(), ink.any(axis=1).mean()))  # the page may be turned
        return bool(more >= _ALONG and less >= _ACROSS)

    def shows(self, word: Raw, colour: tuple[int, int, int]) -> bool:
        """Whether letters of a colour are drawn where a word stands, on a ground of another one."""
        part = self._part(word).reshape(-1, 3)
        if not len(part):
            return False
        ground = _ground(part)
        way = np.array(colour) - ground
        if abs(way).max() < _CONTRAST:
            return False
        inked = (part - ground) @ way / (way @ way) >= _INKED
        return bool(inked.mean() >= _INKED_SHARE)

    def _seen(self, word: Raw) -> Any:
        return pymupdf.Rect(word[:4]) * self._turn

    def _part(self, word: Raw) -> np.ndarray:
        """The pixels of a word's box, shape (rows, columns, 3)."""
        if self._empty:
            return np.empty((0, 0, 3), np.int16)
        box = self._seen(word) * pymupdf.Matrix(_SCALE, _SCALE)
        rows = slice(max(0, int(box.y0) - self._top), max(0, int(box.y1) + 1 - self._top))
        columns = slice(max(0, int(box.x0) - self._left), max(0, int(box.x1) + 1 - self._left))
        return self._pixels[rows, columns]


def _ground(pixels: np.ndarray) -> np.ndarray:
    """The colour that most of some pixels have, shape (3,)."""
    shades = (pixels >> 4) @ _SHADES  # 16 steps a colour
    found: np.ndarray = pixels[shades == np.bincount(shades).argmax()].mean(axis=0)
    return found
