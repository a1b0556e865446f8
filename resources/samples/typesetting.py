"""Sets marked-up text into lines: the look of a document, inline marks, hyphenation, line breaking. Knows no pages.

Lengths are PDF points with the origin at the top left. A text is cut into *strips* (a line of a paragraph, a row of a
table, a figure), each with its own ink; ``pagination`` fills pages with them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pymupdf

if TYPE_CHECKING:
    from collections.abc import Iterator

Point = tuple[float, float]
Colour = tuple[float, float, float]

BLACK: Colour = (0.0, 0.0, 0.0)
GREY: Colour = (0.4, 0.4, 0.4)

_FACES = re.compile(r"(\*\*.+?\*\*|\*.+?\*)")
_SHIFTS = re.compile(r"(~[^~]+~|\^[^^]+\^)")
_VOWELS = "aeiouy"
_TOGETHER = ("ch", "sh", "th", "ph", "wh", "ck", "gh", "qu", "gn", "ng")


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text in one face; ``y`` is its baseline."""

    x: float
    y: float
    text: str
    face: str
    size: float
    colour: Colour = BLACK

    def moved(self, dx: float, dy: float) -> Text:
        """The same run elsewhere."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Shape:
    """A drawing of one ``kind``: line (also of many points), rect, oval (both by two corners), polygon or curve (Bézier)."""

    kind: str
    points: tuple[Point, ...]
    stroke: Colour | None = BLACK
    fill: Colour | None = None
    width: float = 0.6
    dashes: str | None = None

    def moved(self, dx: float, dy: float) -> Shape:
        """The same drawing elsewhere."""
        return replace(self, points=tuple((x + dx, y + dy) for x, y in self.points))


Ink = Text | Shape


@dataclass(frozen=True, slots=True)
class Strip:
    """A horizontal band that is never split. ``keep`` ties it to the next strip, ``space`` is left above it."""

    height: float
    ink: tuple[Ink, ...] = ()
    space: float = 0.0
    keep: bool = False
    heading: tuple[int, str] | None = None
    header: tuple[Strip, ...] = ()  # repeated above this strip when it opens a page: the head of a table
    command: str = ""  # "page", "columns 2", "scan on": see pagination


@dataclass(frozen=True, slots=True)
class Look:
    """The typography of one document: paper, faces (base-14 names as PyMuPDF knows them), sizes and colours."""

    paper: tuple[float, float]
    side: float  # left and right margin
    size: float
    leading: float
    accent: Colour
    tint: Colour
    justify: bool
    roman: str = "tiro"
    bold: str = "tibo"
    italic: str = "tiit"
    head: str = "hebo"  # the face of headings
    plain: str = "helv"  # the face of running heads, captions and table cells
    plain_bold: str = "hebo"
    top: float = 84.0
    bottom: float = 78.0
    gutter: float = 20.0
    clause: float = 30.0  # indent of the text of a numbered clause

    @property
    def measure(self) -> float:
        """Width of the text on a one-column page."""
        return self.paper[0] - 2 * self.side


class Fragment(NamedTuple):
    """A piece of a word in one face; ``scale`` and ``rise`` (down is positive, in ems) make sub- and superscripts."""

    text: str
    face: str
    scale: float = 1.0
    rise: float = 0.0


Word = tuple[Fragment, ...]


@cache
def font(face: str) -> pymupdf.Font:
    """The font of that name, loaded once."""
    return pymupdf.Font(face)


@cache
def width_of(text: str, face: str) -> float:
    """Width of a text at size 1."""
    return float(font(face).text_length(text, fontsize=1))


def word_width(word: Word, size: float) -> float:
    """Width of a word at that size."""
    return sum(width_of(part.text, part.face) * part.scale for part in word) * size


def _runs(text: str, roman: str, bold: str, italic: str) -> Iterator[Fragment]:
    for part in _FACES.split(text):
        face, inner = roman, part
        if part.startswith("**"):
            face, inner = bold, part[2:-2]
        elif part.startswith("*"):
            face, inner = italic, part[1:-1]
        for piece in _SHIFTS.split(inner):
            if piece.startswith("~"):
                yield Fragment(piece[1:-1], face, 0.7, 0.16)
            elif piece.startswith("^"):
                yield Fragment(piece[1:-1], face, 0.7, -0.33)
            else:
                yield Fragment(piece, face)


def words_of(text: str, roman: str, bold: str, italic: str) -> list[Word]:
    """Words of a text with ``**bold**``, ``*italic*``, ``~sub~`` and ``^super^`` marks."""
    words: list[list[Fragment]] = [[]]
    for run in _runs(text, roman, bold, italic):
        for index, piece in enumerate(run.text.split(" ")):
            if index:
                words.append([])
            if piece:
                words[-1].append(run._replace(text=piece))
    return [tuple(word) for word in words if word]


def hyphen_points(word: str) -> list[int]:
    """Places where an English word may be broken: between consonants that stand between vowels (hyper-ten-sion).

    Fewer places than a dictionary knows, but hardly a wrong one.
    """
    points = []
    lower = word.lower()
    for match in re.finditer(rf"(?<=[{_VOWELS}])([b-df-hj-np-tv-xz]{{2,3}})(?=[{_VOWELS}])", lower):
        start, cluster = match.start(), match.group()
        cut = start + 1
        if len(cluster) == 3 and cluster[2] not in "lr" and cluster[1:] not in ("st", "sp", "sc"):
            cut = start + 2
        pair = lower[cut - 1 : cut + 1]
        blended = pair[1] in "lr" and pair[0] in "bcdfgkpt" and len(cluster) == 2
        rest = re.match(r"[A-Za-z]*", lower[cut:])
        length = len(rest.group()) if rest else 0
        too_short = cut < 3 or length < 4 or (length < 6 and lower.rstrip(".,;:").endswith("ing"))
        if pair not in _TOGETHER and not blended and not too_short and lower[:cut].isalpha():
            points.append(cut)
    return points


def break_lines(words: list[Word], width: float, size: float, *, hyphenate: bool) -> list[list[Word]]:
    """Fill lines greedily; a word that does not fit is hyphenated where that is asked for and possible."""
    lines: list[list[Word]] = [[]]
    used = 0.0
    waiting = list(reversed(words))
    while waiting:
        word = waiting.pop()
        gap = width_of(" ", word[0].face) * size if lines[-1] else 0.0
        length = word_width(word, size)
        if used + gap + length <= width + 0.01:
            lines[-1].append(word)
            used += gap + length
            continue
        room = width - used - gap
        if hyphenate and lines[-1] and len(word) == 1:
            for cut in reversed(hyphen_points(word[0].text)):
                left = (word[0]._replace(text=word[0].text[:cut] + "-"),)
                if word_width(left, size) <= room:
                    lines[-1].append(left)
                    word = (word[0]._replace(text=word[0].text[cut:]),)
                    break
        lines.append([])
        used = 0.0
        # the rest goes through the loop again unless it is wider than the line can ever be
        if word_width(word, size) > width:
            lines[-1].append(word)
            used = width
        else:
            waiting.append(word)
    return [line for line in lines if line]


def line_ink(line: list[Word], x: float, y: float, size: float, stretch: float, colour: Colour) -> list[Ink]:
    """The ink of one line; ``stretch`` is added to each space. Runs of one face stay one run where nothing is stretched."""
    ink: list[Ink] = []
    for index, word in enumerate(line):
        last = index == len(line) - 1
        for number, part in enumerate(word):
            text = part.text
            if number == len(word) - 1 and not last:
                text += " "
            scaled = size * part.scale
            run = Text(x, y + part.rise * size, text, part.face, scaled, colour)
            before = ink[-1] if ink and stretch == 0.0 else None
            if isinstance(before, Text) and (before.face, before.size, before.y) == (run.face, run.size, run.y):
                ink[-1] = replace(before, text=before.text + text)
            else:
                ink.append(run)
            x += width_of(text, part.face) * scaled
        x += stretch
    return ink


def set_lines(
    words: list[Word],
    width: float,
    size: float,
    leading: float,
    *,
    x: float = 0.0,
    align: str = "left",
    hyphenate: bool = False,
    colour: Colour = BLACK,
) -> list[Strip]:
    """One strip a line. ``align`` is left, centre, right or justify; no line of a paragraph is left alone on a page."""
    lines = break_lines(words, width, size, hyphenate=hyphenate)
    strips = []
    for index, line in enumerate(lines):
        natural = sum(word_width(word, size) for word in line)
        natural += sum(width_of(" ", word[-1].face) * size for word in line[:-1])
        slack = width - natural
        stretch, shift = 0.0, 0.0
        if align == "justify" and index < len(lines) - 1 and len(line) > 1:
            stretch = slack / (len(line) - 1)
            # a ragged line is less ugly than one with holes in it
            stretch = stretch if stretch < size * 0.6 else 0.0
        elif align in ("centre", "right"):
            shift = slack / 2 if align == "centre" else slack
        ink = line_ink(line, x + shift, leading * 0.76, size, stretch, colour)
        keep = len(lines) > 1 and index in (0, len(lines) - 2)
        strips.append(Strip(leading, tuple(ink), keep=keep))
    return strips
