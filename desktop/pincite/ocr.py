"""Reads the words in the picture of a page, with RapidOCR and the models in its wheel. Opens no PDF, fetches nothing.

A page is read in three steps: where there are lines, which way they run, and what each says. The order of the lines is
that of :mod:`pincite.columns`.
"""

from __future__ import annotations

import importlib.util
import logging
import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

import numpy as np

from pincite.columns import arrange
from pincite.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.domain import Box, PageImage

DETECTION_PIXELS = 1280
"""Longer side of the picture in which lines are looked for. On 200 dpi pages, half of the time of full size, no line less."""

_SURE = 0.85  # mean score of lines that are read the right way round; upside down they stay below
_SAMPLE = 4  # lines that are tried to find out which way round a page is
_LEAST_SCORE = 0.5  # what the model is less sure of is a blot or a part of a picture
_LEAST_SCORE_OF_ONE = 0.9  # for a single letter, which many a shape looks like
_TALL = 1.5  # height by width above which a box is taken for a line that runs up or down
_INK = 60  # of 255: how far a pixel must be from the paper's shade to be ink
_BLANK_SHARE = 0.002  # of all pixels; specks and a faint edge stay below
_READ_ON_INK = 0.00001  # with less ink than this not even a full stop is on the page


class RecognisedWord(NamedTuple):
    """A word in a picture: its box in points, how sure the model is of it (0 to 1), and the block and line it stands in.

    ``size`` is that of its line relative to the usual line of the page, which is 1.
    """

    text: str
    box: Box
    confidence: float
    block: int
    line: int
    size: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What is on a picture: its words in reading order, and whether it is an empty sheet, which hides nothing."""

    words: tuple[RecognisedWord, ...] = ()
    blank: bool = False


class Ocr(Protocol):
    """What reads the picture of a page."""

    def read(self, image: PageImage) -> Reading:
        """The words of a picture. It may be turned by any multiple of 90 degrees, and skewed by some degrees."""
        ...


class RapidOcr:
    """Reads Latin, Chinese and Japanese script on the CPU.

    Args:
        threads: How many threads it may use.

    Raises:
        ModelError: the package or its models are missing, or cannot be loaded.
    """

    def __init__(self, threads: int = 1) -> None:
        models = _models()
        try:
            import cv2
            from rapidocr import RapidOCR

            cv2.setNumThreads(threads)
            self._cv2 = cv2
            self._engine: Any = RapidOCR(params=_parameters(models, threads))
            self._engine(np.full((64, 64, 3), 255, np.uint8), use_det=True, use_cls=False, use_rec=False)  # loads the model
            self._engine(np.full((48, 96, 3), 255, np.uint8), use_det=False, use_cls=False, use_rec=True)
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            raise ModelError(f"Text recognition cannot be started: {error}.", "Install Pincite again.") from error
        logging.getLogger("RapidOCR").disabled = True  # it tells of every empty page

    def read(self, image: PageImage) -> Reading:
        """See :class:`Ocr`."""
        pixels = np.frombuffer(image.samples, np.uint8).reshape(image.height, image.width, 3)
        ink = _ink_share(pixels)
        if ink < _READ_ON_INK:
            return Reading(blank=True)
        bgr = np.ascontiguousarray(pixels[:, :, ::-1])
        found = self._engine(bgr, use_det=True, use_cls=False, use_rec=False).boxes
        quads = [] if found is None else [np.asarray(quad, np.float32) for quad in found]
        lines = self._lines(bgr, quads)
        words = tuple(_words(lines, image))
        return Reading(words, blank=not words and ink < _BLANK_SHARE)

    def _lines(self, bgr: np.ndarray, quads: Sequence[np.ndarray]) -> list[_Text]:
        """What the lines say, each read in the direction that it runs in."""
        if not quads:
            return []
        cache: dict[tuple[int, int], _Text] = {}

        def text(index: int, turn: int) -> _Text:
            if (index, turn) not in cache:
                cache[index, turn] = self._text(bgr, np.roll(quads[index], -turn, axis=0))
            return cache[index, turn]

        def score(turn: int) -> float:
            return float(np.mean([text(index, turn).score for index in sample]))

        upright = sum(_area(quad) for quad in quads if not _is_tall(quad)) >= sum(
            _area(quad) for quad in quads if _is_tall(quad)
        )
        alike = [index for index, quad in enumerate(quads) if _is_tall(quad) is not upright]
        sample = sorted(alike, key=lambda index: _area(quads[index]))[-_SAMPLE:]
        first, second = (0, 2) if upright else (1, 3)
        page_turn = first if score(first) > _SURE or score(first) >= score(second) else second
        lines = []
        for index, quad in enumerate(quads):
            turns = [page_turn]
            if _is_tall(quad) is upright:  # a line across the others, or a single letter
                turns += [(page_turn + 1) % 4, (page_turn + 3) % 4]
            best = max((text(index, turn) for turn in turns), key=lambda line: line.score)
            if best.score >= (_LEAST_SCORE if best.letters > 1 else _LEAST_SCORE_OF_ONE):
                lines.append(best)
        return lines

    def _text(self, bgr: np.ndarray, quad: np.ndarray) -> _Text:
        """What a line says whose quad starts at the top left corner of its first letter."""
        width, height = (max(2, round(length)) for length in _size(quad))
        flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
        crop = self._cv2.warpPerspective(
            bgr,
            self._cv2.getPerspectiveTransform(quad, flat),
            (width, height),
            flags=self._cv2.INTER_CUBIC,
            borderMode=self._cv2.BORDER_REPLICATE,
        )
        return self._recognise(crop, quad)

    def _recognise(self, crop: np.ndarray, quad: np.ndarray) -> _Text:
        read = self._engine(crop, use_det=False, use_cls=False, use_rec=True, return_word_box=True)
        if not read.txts or not read.txts[0].strip():
            return _Text(quad, (), 0.0)
        info = read.word_results[0]
        letters = "".join(letter for word in info.words for letter in word)
        centres = [(column + 0.5) / info.line_txt_len for word in info.word_cols for column in word]
        starts, at = {0}, 0
        for piece in read.txts[0].split():
            starts.add(at)
            at += len(piece)
        return _Text(quad, tuple(_pieces(letters, centres, sorted(starts), crop)), float(read.scores[0]))


def load(threads: int) -> Ocr:
    """The OCR of this machine.

    Raises:
        ModelError: there is none that can be used.
    """
    return RapidOcr(threads)


class _Piece(NamedTuple):
    """A word of a line, and where it begins and ends, as shares of the line's length."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Text:
    """A line: its corners in pixels, shape (4, 2); its words; and how sure the model is of it (0 to 1).

    The corners are in the order of reading: the first is the top left one of the first letter.
    """

    quad: np.ndarray
    pieces: tuple[_Piece, ...]
    score: float

    @property
    def letters(self) -> int:
        """Number of its letters, blanks excepted."""
        return sum(len(piece.text) for piece in self.pieces)

    def corners(self, piece: _Piece) -> np.ndarray:
        """Corners of a word in pixels, shape (4, 2)."""
        top, bottom = self.quad[1] - self.quad[0], self.quad[2] - self.quad[3]
        first, last = self.quad[0], self.quad[3]
        left, right = piece.left, piece.right
        return np.array([first + left * top, first + right * top, last + right * bottom, last + left * bottom])


def _pieces(letters: str, centres: Sequence[float], starts: Sequence[int], crop: np.ndarray) -> Iterator[_Piece]:
    """The words of a line, of whose letters the model knows the middles: each ends at the ink next to the widest gap."""
    grey = crop.mean(axis=2)
    ink = (abs(grey - np.median(grey)) > _INK).any(axis=0)
    width = len(ink)
    edges = [(0, _first(ink))]
    for start in starts[1:]:
        left, right = int(centres[start - 1] * width), int(centres[start] * width)
        edges.append(_widest_gap(ink[left:right], left) or ((left + right) // 2, (left + right) // 2))
    edges.append((width - _first(ink[::-1]), width))
    ends = (*starts[1:], len(letters))
    for start, end, (before, after) in zip(starts, ends, pairwise(edges), strict=True):
        yield _Piece(letters[start:end], before[1] / width, after[0] / width)


def _first(ink: np.ndarray) -> int:
    return int(ink.argmax()) if ink.any() else 0


def _widest_gap(ink: np.ndarray, offset: int) -> tuple[int, int] | None:
    """Start and end of the longest run of columns without ink."""
    edges = np.flatnonzero(np.diff(np.concatenate(([True], ink, [True]))))
    runs = list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
    if not runs:
        return None
    start, end = max(runs, key=lambda run: run[1] - run[0])
    return offset + start, offset + end


def _words(lines: Sequence[_Text], image: PageImage) -> Iterator[RecognisedWord]:
    """The words of all lines in reading order."""
    if not lines:
        return
    angle = _angle(lines)
    turned = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    frames = [line.quad @ turned.T for line in lines]  # as if the page lay straight
    boxes: list[Box] = [(*frame.min(axis=0).tolist(), *frame.max(axis=0).tolist()) for frame in frames]
    usual = float(np.median([_size(line.quad)[1] for line in lines]))
    for place in arrange(boxes):
        line = lines[place.which]
        size = _size(line.quad)[1] / usual
        for piece in line.pieces:
            box = _box(line.corners(piece), image)
            yield RecognisedWord(piece.text, box, line.score, place.block, place.line, size)


def _box(corners: np.ndarray, image: PageImage) -> Box:
    inside = np.clip(corners, 0, (image.width, image.height)) / image.scale
    (x0, y0), (x1, y1) = inside.min(axis=0).tolist(), inside.max(axis=0).tolist()
    return (x0, y0, x1, y1)


def _angle(lines: Sequence[_Text]) -> float:
    """The direction that most of the text runs in, in radians clockwise from the right."""
    along = np.array([line.quad[1] - line.quad[0] for line in lines])
    angles = np.arctan2(along[:, 1], along[:, 0])
    order = np.argsort(angles)
    weights = np.cumsum(np.linalg.norm(along, axis=1)[order])
    return float(angles[order][np.searchsorted(weights, weights[-1] / 2)])


def _size(quad: np.ndarray) -> tuple[float, float]:
    """Length and height of a line in pixels."""
    return float(np.linalg.norm(quad[1] - quad[0])), float(np.linalg.norm(quad[3] - quad[0]))


def _area(quad: np.ndarray) -> float:
    width, height = _size(quad)
    return width * height


def _is_tall(quad: np.ndarray) -> bool:
    width, height = _size(quad)
    return height > _TALL * width


def _ink_share(pixels: np.ndarray) -> float:
    """Share of the pixels that are not of the paper's shade. Every third one is looked at."""
    grey = pixels[::3, ::3].mean(axis=2)
    return float((abs(grey - np.median(grey)) > _INK).mean())


def _models() -> dict[str, Path]:
    """The files of the models in RapidOCR's wheel, by what they do."""
    hint = "Install it with “pip install rapidocr onnxruntime”, or recognise the text with an OCR program."
    spec = importlib.util.find_spec("rapidocr")
    if spec is None or not spec.submodule_search_locations:
        raise ModelError("Text recognition is not installed.", hint)
    folder = Path(spec.submodule_search_locations[0]) / "models"
    found = {}
    for part in ("det", "rec"):
        files = sorted(folder.glob(f"*_{part}_*.onnx"))
        if not files:
            raise ModelError(f"The models of text recognition are missing from {folder}.", hint)
        found[part] = files[0]
    return found


def _parameters(models: dict[str, Path], threads: int) -> dict[str, Any]:
    """RapidOCR's settings. A model that is named by its file is never looked for in the network."""
    return {
        "Global.log_level": "critical",
        "Global.text_score": 0.0,
        "Global.max_side_len": 1 << 16,  # the picture comes in the size that it is to be read in
        "Global.use_cls": False,
        "EngineConfig.onnxruntime.intra_op_num_threads": threads,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        "EngineConfig.onnxruntime.enable_cpu_mem_arena": True,  # without it a third of the time goes to the system
        "Det.model_path": str(models["det"]),
        "Det.limit_type": "max",
        "Det.limit_side_len": DETECTION_PIXELS,
        "Rec.model_path": str(models["rec"]),
    }
