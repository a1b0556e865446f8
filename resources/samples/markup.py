"""Turns the plain markup of ``content/*.md`` into strips. Draws no page and reads no file.

One block a line. ``#``, ``##`` and ``###`` are headings; ``1.2 text``, ``(a) text``, ``1. text``, ``- text`` and ``[3] text``
hang their label; ``> text`` is in a tinted box; ``| a | b`` is a row of the table announced by ``!table WIDTHS | CAPTION``,
its first row the head. Other lines that begin with ``!`` are the directives in ``_directive``. The rest are paragraphs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from figures import FIGURES
from typesetting import BLACK, GREY, Ink, Look, Shape, Strip, Text, set_lines, words_of

_LABEL = re.compile(r"^(\d+\.\d+|\d+\.|\([a-z]+\)|\[\d+\]|-)\s+(.*)$")


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets blocks for one look and one width."""

    look: Look
    width: float

    def heading(self, level: int, text: str) -> list[Strip]:
        """A heading; it stays with what follows. Levels 1 and 2 go to the outline."""
        look = self.look
        size = {1: look.size + 5, 2: look.size + 2, 3: look.size + 0.5}[level]
        space = {1: look.leading * 1.5, 2: look.leading * 1.05, 3: look.leading * 0.75}[level]
        words = words_of(text, look.head, look.head, look.head)
        strips = [replace(strip, keep=True) for strip in set_lines(words, self.width, size, size * 1.2, colour=look.accent)]
        plain = re.sub(r"[~^*]", "", text)
        strips[0] = replace(strips[0], space=space, heading=(level, plain) if level < 3 else None)
        after = Strip({1: 5.0, 2: 3.0, 3: 1.0}[level], keep=True)
        return [*strips, after]

    def paragraph(self, text: str) -> list[Strip]:
        """A paragraph, with its label hung out where it begins with one."""
        look = self.look
        label, left, body = "", 0.0, text
        space = look.leading * 0.45
        if match := _LABEL.match(text):
            label, body = match.groups()
            hang = 0.0
            if re.fullmatch(r"\d+\.\d+", label):
                left = look.clause
            elif label.startswith("("):
                hang, left = look.clause, look.clause + 20
            elif label == "-":
                hang, left, label, space = 5.0, 16.0, "•", look.leading * 0.2
            else:
                left, space = 22.0, look.leading * 0.25
        words = words_of(body, look.roman, look.bold, look.italic)
        align = "justify" if look.justify else "left"
        strips = set_lines(words, self.width - left, look.size, look.leading, x=left, align=align, hyphenate=look.justify)
        if label:
            ink = Text(hang, look.leading * 0.76, label, look.roman, look.size)
            strips[0] = replace(strips[0], ink=(ink, *strips[0].ink))
        strips[0] = replace(strips[0], space=space)
        return strips

    def display(self, text: str, face: str, size: float, *, align: str, space: float, keep: bool) -> list[Strip]:
        """Lines outside the running text: titles, captions, notes."""
        look = self.look
        colour = look.accent if face == look.head else BLACK
        words = words_of(text, face, look.plain_bold if face == look.plain else look.bold, look.italic)
        strips = set_lines(words, self.width, size, size * 1.28, align=align, colour=colour)
        strips = [replace(strip, keep=True) for strip in strips[:-1]] + [replace(strips[-1], keep=keep)]
        strips[0] = replace(strips[0], space=space)
        return strips

    def box(self, texts: list[str]) -> list[Strip]:
        """A tinted box with a bar at its left, never split."""
        look = self.look
        strips: list[Strip] = [Strip(7.0)]
        for index, text in enumerate(texts):
            words = words_of(text, look.plain, look.plain_bold, look.italic)
            lines = set_lines(words, self.width - 24, look.size - 0.7, look.leading - 0.8, x=14)
            strips += [*([Strip(3.0)] if index else []), *lines]
        strips.append(Strip(7.0))
        boxed = []
        for strip in strips:
            # a hair of overlap, or viewers show seams between the strips
            corner = (self.width, strip.height + 0.4)
            tint = Shape("rect", ((0, 0), corner), None, look.tint)
            bar = Shape("rect", ((0, 0), (3.0, corner[1])), None, look.accent)
            boxed.append(replace(strip, ink=(tint, bar, *strip.ink), keep=True))
        boxed[0] = replace(boxed[0], space=look.leading * 0.8)
        boxed[-1] = replace(boxed[-1], keep=False)
        return [*boxed, Strip(look.leading * 0.35)]

    def table(self, widths: list[float], caption: str, rows: list[list[str]]) -> list[Strip]:
        """A table with a shaded head, repeated where the table goes on to another page."""
        look = self.look
        unit = self.width / sum(widths)
        size = look.size - 1.2
        strips = self.display(caption, look.plain_bold, size, align="left", space=look.leading * 0.9, keep=True)
        strips.append(Strip(4.0, keep=True))
        body = [self._row(row, [width * unit for width in widths], size, head=not index) for index, row in enumerate(rows)]
        head = replace(body[0], keep=True)
        strips.append(head)
        strips += [replace(row, header=(head,), keep=number in (0, len(body) - 3)) for number, row in enumerate(body[1:])]
        return [*strips, Strip(look.leading * 0.5)]

    def _row(self, cells: list[str], widths: list[float], size: float, *, head: bool) -> Strip:
        look = self.look
        ink: list[Ink] = []
        x, height = 0.0, 0.0
        for cell, width in zip(cells, widths, strict=True):
            face = look.plain_bold if head else look.plain
            lines = set_lines(words_of(cell, face, look.plain_bold, look.italic), width - 9, size, size * 1.24, x=x + 4.5)
            y = 4.0
            for line in lines:
                ink += [part.moved(0, y) for part in line.ink]
                y += line.height
            height = max(height, y + 4.0)
            x += width
        lines_of_row: list[Ink] = [Shape("line", ((0, height), (self.width, height)), GREY, None, 0.4)]
        if head:
            lines_of_row = [
                Shape("rect", ((0, 0), (self.width, height)), None, look.tint),
                Shape("line", ((0, 0), (self.width, 0)), look.accent, None, 1.0),
                Shape("line", ((0, height), (self.width, height)), look.accent, None, 0.6),
            ]
        return Strip(height, (*lines_of_row, *ink))

    def figure(self, name: str, caption: str) -> list[Strip]:
        """A drawing from ``figures`` in the middle of the measure, with its caption."""
        look = self.look
        drawing = FIGURES[name](look)
        shift = (self.width - drawing.width) / 2
        ink = tuple(part.moved(shift, 0) for part in drawing.ink)
        note = self.display(caption, look.plain, look.size - 1.4, align="left", space=6, keep=False)
        return [Strip(drawing.height, ink, look.leading, keep=True), *note, Strip(look.leading * 0.6)]

    def signature(self, name: str, capacity: str) -> list[Strip]:
        """Rules to sign and date on, with the name below."""
        look = self.look
        y = 34.0
        ink: tuple[Ink, ...] = (
            Shape("line", ((0, y), (self.width * 0.58, y))),
            Shape("line", ((self.width * 0.66, y), (self.width, y))),
            Text(0, y + 12, name, look.bold, look.size),
            Text(0, y + 25, capacity, look.roman, look.size - 1),
            Text(self.width * 0.66, y + 12, "Date", look.roman, look.size - 1),
        )
        return [Strip(y + 34, ink, 6.0)]


def _directive(setter: Setter, name: str, argument: str) -> list[Strip]:
    look = setter.look
    if name in ("page", "columns", "scan"):
        return [Strip(0, command=f"{name} {argument}")]
    if name == "space":
        return [Strip(float(argument), keep=True)]
    if name == "title":
        return setter.display(argument, look.head, look.size + 15, align="left", space=0, keep=True)
    if name == "subtitle":
        return setter.display(argument, look.plain, look.size + 3, align="left", space=8, keep=True)
    if name == "kicker":
        return setter.display(argument, look.plain_bold, look.size, align="left", space=0, keep=True)
    if name == "front":  # a heading that is not in the outline
        return [replace(strip, heading=None) for strip in setter.heading(1, argument)]
    if name == "rule":
        return [Strip(12.0, (Shape("line", ((0, 6), (setter.width, 6)), look.accent, None, 1.2),), keep=True)]
    if name == "centre":
        return setter.display(argument, look.roman, look.size, align="centre", space=6, keep=False)
    if name == "note":
        return setter.display(argument, look.plain, look.size - 1.6, align="left", space=4, keep=False)
    first, _, second = (part.strip() for part in argument.partition("|"))
    if name == "figure":
        return setter.figure(first, second)
    if name == "sign":
        return setter.signature(first, second)
    raise ValueError(f"no such directive: !{name}")


def with_quotes(text: str) -> str:
    """The text with typographic quotation marks and apostrophes."""
    text = re.sub(r'(^|[\s(*\[])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(^|[\s(*\[“])'", r"\1‘", text).replace("'", "’")


def strips_of(lines: list[str], look: Look) -> list[Strip]:
    """All strips of a text. Raises ValueError for a directive that does not exist."""
    setter = Setter(look, look.measure)
    strips: list[Strip] = []
    waiting = [with_quotes(line.rstrip()) for line in lines if line.strip()]
    while waiting:
        line = waiting.pop(0)
        if line.startswith("> "):
            texts = [line[2:]]
            while waiting and waiting[0].startswith("> "):
                texts.append(waiting.pop(0)[2:])
            strips += setter.box(texts)
        elif line.startswith("!table"):
            widths, _, caption = line.removeprefix("!table").partition("|")
            rows = []
            while waiting and waiting[0].startswith("|"):
                rows.append([cell.strip() for cell in waiting.pop(0).removeprefix("|").split("|")])
            strips += setter.table([float(width) for width in widths.split()], caption.strip(), rows)
        elif line.startswith("!"):
            name, _, argument = line[1:].partition(" ")
            strips += _directive(setter, name, argument)
            if name == "columns":
                count = int(argument)
                setter = Setter(look, (look.measure - look.gutter * (count - 1)) / count)
        elif match := re.match(r"(#{1,3}) (.*)", line):
            strips += setter.heading(len(match[1]), match[2])
        else:
            strips += setter.paragraph(line)
    return strips
