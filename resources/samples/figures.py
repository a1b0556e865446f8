"""The line drawings of the textbook chapter and the guideline, as ink. Draws on no page."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from typesetting import BLACK, GREY, Colour, Ink, Look, Point, Shape, Text, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

WHITE: Colour = (1.0, 1.0, 1.0)
ORANGE: Colour = (0.8, 0.45, 0.1)
BLUE: Colour = (0.13, 0.32, 0.62)


@dataclass(slots=True)
class Drawing:
    """Ink within ``width`` by ``height`` points, origin top left."""

    look: Look
    width: float
    height: float
    ink: list[Ink] = field(default_factory=list)

    def label(self, x: float, y: float, text: str, *, size: float = 8.0, align: str = "centre", bold: bool = False) -> None:
        """Text with its baseline at y, around, after ("left") or before ("right") x."""
        face = self.look.plain_bold if bold else self.look.plain
        length = width_of(text, face) * size
        start = {"left": x, "centre": x - length / 2, "right": x - length}[align]
        self.ink.append(Text(start, y, text, face, size))

    def line(self, *points: Point, colour: Colour = BLACK, width: float = 0.7, dashes: str | None = None) -> None:
        """A line through points."""
        self.ink.append(Shape("line", points, colour, None, width, dashes))

    def arrow(self, start: Point, end: Point, colour: Colour = BLACK, width: float = 0.9) -> None:
        """A straight arrow."""
        angle = math.atan2(end[1] - start[1], end[0] - start[0])
        wings = [(end[0] - 6 * math.cos(angle + turn), end[1] - 6 * math.sin(angle + turn)) for turn in (0.4, -0.4)]
        self.line(start, end, colour=colour, width=width)
        self.ink.append(Shape("polygon", (end, *wings), colour, colour, 0.3))

    def oval(self, x: float, y: float, w: float, h: float, fill: Colour | None = None, width: float = 0.8) -> None:
        """An ellipse around (x, y), w wide and h high."""
        self.ink.append(Shape("oval", ((x - w / 2, y - h / 2), (x + w / 2, y + h / 2)), BLACK, fill, width))

    def rect(self, x: float, y: float, w: float, h: float, fill: Colour | None = None) -> None:
        """A rectangle from its top left corner."""
        self.ink.append(Shape("rect", ((x, y), (x + w, y + h)), BLACK, fill, 0.7))

    def axes(self, x: float, y: float, w: float, h: float, across: str, up: str) -> None:
        """Two axes from the corner (x, y), with their names."""
        self.arrow((x, y), (x + w, y))
        self.arrow((x, y), (x, y - h))
        self.label(x + w / 2, y + 26, across)
        self.label(x - 4, y - h - 7, up, align="left")


def _chloroplast(look: Look) -> Drawing:
    drawing = Drawing(look, 380, 190)
    drawing.oval(190, 88, 330, 160, look.tint, 1.2)
    drawing.oval(190, 88, 318, 148, WHITE, 0.7)
    for x, count in ((95, 4), (165, 6), (235, 5), (295, 3)):
        for level in range(count):
            drawing.oval(x, 88 + (level - (count - 1) / 2) * 11, 46, 9, (0.72, 0.86, 0.66))
    for x0, x1, y in ((118, 142, 93), (188, 212, 82), (258, 272, 88)):
        drawing.line((x0, y), (x1, y), width=1.6, colour=look.accent)
    for start, end, text in (
        ((48, 12), (70, 42), "outer membrane"),
        ((332, 12), (312, 49), "inner membrane"),
        ((165, 176), (165, 124), "granum"),
        ((266, 176), (266, 90), "stroma lamella"),
        ((66, 176), (88, 112), "thylakoid"),
    ):
        drawing.line(start, end, colour=GREY)
        drawing.label(start[0], start[1] + (10 if start[1] > 100 else -3), text)
    drawing.label(215, 46, "stroma", bold=True)
    return drawing


def _spectrum(look: Look) -> Drawing:
    drawing = Drawing(look, 340, 176)
    x0, y0, w, h = 40.0, 142.0, 280.0, 116.0
    drawing.axes(x0, y0, w, h, "Wavelength (nm)", "Absorbance (relative)")

    def curve(peaks: tuple[tuple[float, float, float], ...], colour: Colour, dashes: str | None) -> None:
        points = []
        for nm in range(400, 701, 4):
            value = sum(top * math.exp(-(((nm - middle) / spread) ** 2)) for middle, top, spread in peaks)
            points.append((x0 + (nm - 400) / 300 * (w - 14), y0 - 3 - value * 98))
        drawing.line(*points, colour=colour, width=1.3, dashes=dashes)

    curve(((430, 0.95, 20), (662, 0.72, 15), (615, 0.14, 24)), look.accent, None)
    curve(((453, 1.0, 20), (642, 0.42, 15), (595, 0.1, 22)), BLUE, "[4 2] 0")
    curve(((448, 0.55, 24), (478, 0.5, 18)), ORANGE, "[1.5 2] 0")
    for nm in (400, 450, 500, 550, 600, 650, 700):
        x = x0 + (nm - 400) / 300 * (w - 14)
        drawing.line((x, y0), (x, y0 + 3))
        drawing.label(x, y0 + 13, str(nm), size=7.5)
    for index, (text, colour, dashes) in enumerate(
        (("chlorophyll a", look.accent, None), ("chlorophyll b", BLUE, "[4 2] 0"), ("carotenoids", ORANGE, "[1.5 2] 0"))
    ):
        y = 40 + index * 13
        drawing.line((150, y), (172, y), colour=colour, width=1.3, dashes=dashes)
        drawing.label(178, y + 3, text, align="left")
    return drawing


def _zscheme(look: Look) -> Drawing:
    drawing = Drawing(look, 390, 196)
    drawing.arrow((26, 180), (26, 24))
    drawing.label(4, 14, "electron energy", align="left")
    for x, low, high, name in ((108, 160, 62, "P680"), (290, 136, 30, "P700")):
        drawing.rect(x - 24, low - 11, 48, 22, (0.8, 0.9, 0.75))
        drawing.label(x, low + 3, name, bold=True)
        drawing.rect(x - 24, high - 11, 48, 20, look.tint)
        drawing.label(x, high + 2, name + "*", bold=True)
        drawing.arrow((x, low - 12), (x, high + 11), look.accent, 1.8)
        drawing.label(x - 8, (low + high) / 2 + 12, "light", align="right")
    drawing.label(52, 192, "H2O")
    drawing.arrow((60, 184), (83, 166), BLUE)
    drawing.label(92, 190, "oxygen and protons are released", size=7.5, align="left")
    steps = ((160, 78, "Qa, Qb"), (188, 94, "PQ"), (216, 110, "cyt b6f"), (244, 126, "PC"))
    previous = (132.0, 62.0)
    for x, y, text in steps:
        drawing.arrow(previous, (x, y), BLUE)
        drawing.label(x - 8, y + 8, text, size=7.5, align="right")
        previous = (x, y)
    drawing.arrow(previous, (266, 138), BLUE)
    drawing.arrow((314, 30), (336, 46), BLUE)
    drawing.label(338, 52, "Fd", align="left")
    drawing.arrow((346, 56), (362, 74), BLUE)
    drawing.label(368, 86, "NADPH", bold=True)
    return drawing


def _calvin(look: Look) -> Drawing:
    drawing = Drawing(look, 350, 216)
    x0, y0, radius = 175.0, 108.0, 72.0
    stops = ((-90, "3 RuBP"), (-10, "6 3-PGA"), (70, "6 1,3-BPG"), (150, "6 G3P"))
    for index, (angle, _) in enumerate(stops):
        following = stops[(index + 1) % 4][0] + (360 if index == 3 else 0)
        turns = [math.radians(angle + 17 + step * (following - angle - 34) / 12) for step in range(13)]
        points = [(x0 + radius * math.cos(turn), y0 + radius * math.sin(turn)) for turn in turns]
        drawing.line(*points, colour=look.accent, width=1.6)
        drawing.arrow(points[-2], points[-1], look.accent, 1.6)
    for angle, text in stops:
        x, y = x0 + radius * math.cos(math.radians(angle)), y0 + radius * math.sin(math.radians(angle))
        drawing.rect(x - 29, y - 9, 58, 18, look.tint)
        drawing.label(x, y + 3, text, bold=True)
    drawing.arrow((300, 34), (242, 58))
    drawing.label(318, 32, "3 CO2", bold=True)
    drawing.label(176, 78, "1  carboxylation", size=7.5)
    drawing.label(192, 134, "2  reduction", size=7.5)
    drawing.label(148, 106, "3  regeneration", size=7.5)
    drawing.arrow((306, 158), (238, 148))
    drawing.label(314, 170, "6 ATP, 6 NADPH")
    drawing.arrow((88, 150), (46, 176))
    drawing.label(40, 188, "1 G3P leaves")
    drawing.arrow((44, 66), (104, 78))
    drawing.label(34, 62, "3 ATP")
    return drawing


def _response(look: Look) -> Drawing:
    drawing = Drawing(look, 350, 178)
    x0, y0 = 46.0, 116.0
    drawing.axes(x0, y0, 280, 88, "", "Net CO2 uptake")
    drawing.line((x0, y0), (x0, y0 + 32))
    drawing.label(326, y0 + 12, "Photon flux density", align="right")
    for top, rate, colour, dashes, name, start in (
        (92, 62, look.accent, None, "sun leaf", 24),
        (48, 22, BLUE, "[4 2] 0", "shade leaf", 9),
    ):
        points = [(x0 + step, y0 + start - (top + start * 0.2) * (1 - math.exp(-step / rate))) for step in range(0, 256, 4)]
        drawing.line(*points, colour=colour, width=1.4, dashes=dashes)
        drawing.label(points[-1][0] + 4, points[-1][1] - 5, name, align="right")
    drawing.arrow((104, 146), (69, 119))
    drawing.label(108, 149, "light compensation point of the sun leaf", align="left", size=7.5)
    return drawing


def _kranz(look: Look) -> Drawing:
    drawing = Drawing(look, 370, 150)
    drawing.rect(6, 14, 170, 120, (0.95, 0.98, 0.93))
    drawing.rect(200, 14, 164, 120, (0.84, 0.92, 0.79))
    drawing.label(91, 9, "mesophyll cell", bold=True)
    drawing.label(282, 9, "bundle-sheath cell", bold=True)
    drawing.label(30, 44, "CO2")
    drawing.arrow((44, 41), (76, 41))
    drawing.label(60, 34, "PEPC", size=7)
    drawing.label(112, 44, "oxaloacetate")
    drawing.arrow((112, 50), (112, 66))
    drawing.label(112, 78, "malate", bold=True)
    drawing.arrow((134, 75), (222, 75), look.accent, 1.4)
    drawing.label(246, 78, "malate", bold=True)
    drawing.arrow((262, 70), (290, 50))
    drawing.label(304, 46, "CO2")
    drawing.arrow((318, 50), (330, 66))
    drawing.label(328, 78, "Calvin")
    drawing.label(328, 88, "cycle")
    drawing.arrow((246, 84), (246, 106))
    drawing.label(246, 118, "pyruvate")
    drawing.arrow((224, 115), (136, 115), look.accent, 1.4)
    drawing.label(112, 118, "pyruvate")
    drawing.arrow((90, 115), (58, 100))
    drawing.label(44, 96, "PEP")
    drawing.arrow((46, 86), (80, 50))
    return drawing


def _pathway(look: Look) -> Drawing:
    drawing = Drawing(look, 400, 194)

    def step(x: float, y: float, w: float, lines: tuple[str, ...], fill: Colour | None = None) -> None:
        drawing.rect(x, y, w, 12 + 11 * len(lines), fill)
        for index, text in enumerate(lines):
            drawing.label(x + w / 2, y + 14 + index * 11, text, bold=index == 0 and len(lines) > 1)

    step(120, 0, 160, ("Clinic blood pressure", "140/90 mmHg or higher"), look.tint)
    step(120, 48, 160, ("Confirm out of clinic", "home or ambulatory readings"), look.tint)
    step(0, 106, 118, ("Below 135/85", "re-check within 12 months"))
    step(132, 106, 136, ("135/85 to 149/94", "assess cardiovascular risk"))
    step(282, 106, 118, ("150/95 or higher", "start medicine, Step 1"))
    step(132, 158, 136, ("10-year risk 10% or more", "start medicine, Step 1"))
    drawing.arrow((200, 34), (200, 47))
    drawing.arrow((160, 82), (60, 105))
    drawing.arrow((200, 82), (200, 105))
    drawing.arrow((240, 82), (340, 105))
    drawing.arrow((200, 140), (200, 157))
    return drawing


FIGURES: dict[str, Callable[[Look], Drawing]] = {
    "chloroplast": _chloroplast,
    "spectrum": _spectrum,
    "zscheme": _zscheme,
    "calvin": _calvin,
    "response": _response,
    "kranz": _kranz,
    "pathway": _pathway,
}
