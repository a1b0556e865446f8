"""Fills pages with strips; all rules about what must stay together are here. Sets no text and writes no PDF."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typesetting import Ink, Look, Strip


@dataclass(slots=True)
class Sheet:
    """A page being filled, the headings on it as (level, title, y), and whether it is to look scanned."""

    ink: list[Ink] = field(default_factory=list)
    headings: list[tuple[int, str, float]] = field(default_factory=list)
    scan: bool = False


def _chains(strips: list[Strip]) -> list[list[Strip]]:
    """Strips grouped so that each group must stand together."""
    groups: list[list[Strip]] = [[]]
    for strip in strips:
        groups[-1].append(strip)
        if not strip.keep:
            groups.append([])
    return [group for group in groups if group]


@dataclass(slots=True)
class _Filler:
    """Fills pages. ``segment`` is what stands on the page in the present number of columns."""

    look: Look
    sheets: list[Sheet] = field(default_factory=lambda: [Sheet()])
    scan: bool = False
    columns: int = 1
    column: int = 0
    top: float = 0.0
    y: float = 0.0
    segment: list[list[Strip]] = field(default_factory=list)
    before: tuple[int, int] = (0, 0)  # ink and headings on the sheet above the segment

    @property
    def floor(self) -> float:
        return self.look.paper[1] - self.look.bottom

    def begin(self, top: float, columns: int) -> None:
        """Begin a segment below ``top``."""
        self.top = self.y = top
        self.columns, self.column, self.segment = columns, 0, []
        self.before = (len(self.sheets[-1].ink), len(self.sheets[-1].headings))

    def open_page(self) -> None:
        if self.sheets[-1].ink:
            self.sheets.append(Sheet())
        self.sheets[-1].scan = self.scan
        self.begin(self.look.top, self.columns)

    def fits(self, group: list[Strip], floor: float) -> bool:
        height = sum(strip.height + strip.space for strip in group)
        return self.y == self.look.top or self.y + height <= floor

    def put(self, group: list[Strip]) -> None:
        """Ink a group where the column stands."""
        breadth = (self.look.measure - self.look.gutter * (self.columns - 1)) / self.columns
        x = self.look.side + self.column * (breadth + self.look.gutter)
        sheet = self.sheets[-1]
        for strip in group:
            self.y += strip.space if self.y > self.top else 0.0
            sheet.ink += [ink.moved(x, self.y) for ink in strip.ink]
            if strip.heading:
                sheet.headings.append((*strip.heading, self.y))
            self.y += strip.height

    def add(self, group: list[Strip]) -> None:
        """Put a group in this column, the next one, or on the next page."""
        fitted = self.fits(group, self.floor)
        while not self.fits(group, self.floor):
            if self.column + 1 < self.columns:
                self.column, self.y = self.column + 1, self.top
            else:
                self.open_page()
        if not fitted:
            group = [*group[0].header, *group]
        self.segment.append(group)
        self.put(group)

    def balance(self) -> float:
        """Set the segment again in columns of the least height that holds it; returns where the longest ends."""
        groups, low = self.segment, 0.0
        height = sum(strip.height + strip.space for group in groups for strip in group) / self.columns
        while groups:
            sheet = self.sheets[-1]
            del sheet.ink[self.before[0] :], sheet.headings[self.before[1] :]
            self.column, self.y, low = 0, self.top, self.top
            for group in groups:
                if not self.fits(group, self.top + height) and self.column + 1 < self.columns:
                    self.column, self.y = self.column + 1, self.top
                self.put(group)
                low = max(low, self.y)
            if low <= self.top + height or low >= self.floor:
                break
            height += 3.0
        return max(low, self.top)


def paginate(strips: list[Strip], look: Look) -> list[Sheet]:
    """Fill pages, column by column.

    Commands: ``page`` opens a page, ``columns N`` goes on in N columns below what is there (columns that end are made
    equally long), ``scan on`` and ``scan off`` open a page and mark what follows.
    """
    filler = _Filler(look)
    filler.begin(look.top, 1)
    for group in _chains(strips):
        command, _, argument = group[0].command.partition(" ")
        if command == "columns":
            low = filler.balance() if filler.columns > 1 else filler.y
            filler.begin(low + look.leading * 0.6 if low > look.top else low, int(argument))
        elif command:
            if command == "scan":
                filler.scan = argument == "on"
            filler.open_page()
        else:
            filler.add(group)
    return filler.sheets
