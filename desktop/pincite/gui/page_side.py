"""The panel beside the pages: the outline, small pictures of the pages, or the reader's own highlights."""

from __future__ import annotations

from enum import IntEnum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from pincite.gui.controls import IconButton, column, label, row
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pincite.gui.theme import Theme


class Side(IntEnum):
    """What the panel shows."""

    OUTLINE = 0
    PAGES = 1
    MARKS = 2


ICONS = {Side.OUTLINE: "outline", Side.PAGES: "thumbnails", Side.MARKS: "highlight"}


class SidePanel(QWidget):
    """Three panels of which one is shown, and what changes between them."""

    def __init__(self, outline: QWidget, thumbnails: QWidget, marks: QWidget, theme: Theme) -> None:
        super().__init__()
        self._outline = outline
        self._titles = {
            Side.OUTLINE: self.tr("Outline"),
            Side.PAGES: self.tr("Pages"),
            Side.MARKS: self.tr("Highlights"),
        }
        self._stack = QStackedWidget()
        self._no_outline = label(self.tr("This document has no outline."), "muted")
        self._no_outline.setContentsMargins(STEP, STEP, STEP, STEP)
        holder = QWidget()
        inside = column(holder, 0, 0)
        inside.addWidget(self._no_outline)
        inside.addWidget(outline, 1)
        inside.addStretch(0)
        self.buttons: dict[Side, IconButton] = {}
        group = QButtonGroup(self)
        for side, panel in zip(Side, (holder, thumbnails, marks), strict=True):
            made = IconButton(ICONS[side], self._titles[side], theme, partial(self.turn_to, side))
            made.setCheckable(True)
            group.addButton(made)
            self.buttons[side] = made
            self._stack.addWidget(panel)
        self._title = label(role="muted", wrap=False)
        head = row(*self.buttons.values(), self._title, None, spacing=STEP // 2)
        head.setContentsMargins(STEP // 2, STEP // 2, STEP // 2, STEP // 2)
        layout = column(self, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)
        self.turn_to(Side.OUTLINE)

    @property
    def side(self) -> Side:
        """What is shown."""
        return Side(self._stack.currentIndex())

    def turn_to(self, side: Side) -> None:
        """Shows another panel."""
        self._stack.setCurrentIndex(side)
        self.buttons[side].setChecked(True)
        self._title.setText(self._titles[side])

    def show_outline(self, there: bool) -> None:
        """Shows the outline, or that there is none."""
        self._outline.setVisible(there)
        self._no_outline.setVisible(not there)
