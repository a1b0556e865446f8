"""The tools above the pages: title, way back, page number, zoom. They say what they are asked to and do nothing themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QToolButton, QWidget

from pincite.gui import page_find
from pincite.gui.controls import Elided, IconButton, column, keys_words, label, row
from pincite.gui.page_canvas import Fit
from pincite.gui.page_layout import ZOOM_STEPS
from pincite.gui.page_marking import HIGHLIGHT
from pincite.gui.theme import STEP
from pincite.gui.wording import number_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from pincite.domain import PageInfo
    from pincite.gui.theme import Theme

FIELD_WIDTH = 52
ZOOM_WIDTH = 56
WIDE = 480
"""Pixels that all tools need beside the numbers of a long book."""

SIDE, BACK, FORWARD, TURN = "F9", "Alt+Left", "Alt+Right", "Ctrl+R"
NEXT_PAGE, PREVIOUS_PAGE, GO_TO = "Ctrl+PgDown", "Ctrl+PgUp", "Ctrl+G"
ZOOM_IN, ZOOM_OUT, FIT_WIDTH, FIT_PAGE, ACTUAL = "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+9", "Ctrl+1"


class Reader(Protocol):
    """What the tools can do to the pages."""

    def back(self) -> None:
        """Goes to where the reader was before the last jump."""

    def forward(self) -> None:
        """Undoes going back."""

    def turn_page(self, by: int) -> None:
        """Goes some pages on (above 0) or back."""

    def go_to_typed(self) -> None:
        """Goes to the page whose label or number is in the field."""

    def zoom_by(self, steps: int) -> None:
        """Goes to the next zoom step above (1) or below (-1)."""

    def zoom_to(self, zoom: float) -> None:
        """Zooms; 1.0 is actual size."""

    def set_fit(self, fit: Fit) -> None:
        """Lets the zoom follow the view."""

    def turn(self) -> None:
        """Turns the view clockwise by a quarter."""

    def show_find(self) -> None:
        """Shows the bar to find words."""

    def highlight(self) -> None:
        """Highlights the selected words."""

    def toggle_side(self) -> None:
        """Shows or hides the panel beside the pages."""


class PageTools(QWidget):
    """Two rows: where one is in the library, and where one is in the document."""

    def __init__(self, reader: Reader, theme: Theme) -> None:
        super().__init__()
        self.side = IconButton("side", self.tr("Outline, pages and highlights"), theme, reader.toggle_side, keys=SIDE)
        self.side.setCheckable(True)
        self.back = IconButton("back", self.tr("Back"), theme, reader.back, keys=BACK)
        self.forward = IconButton("forward", self.tr("Forward"), theme, reader.forward, keys=FORWARD)
        self.title = Elided("title")
        self.highlight = IconButton(
            "highlight", self.tr("Highlight the selected words"), theme, reader.highlight, keys=HIGHLIGHT
        )
        self.find_tool = IconButton("search", self.tr("Find in this document"), theme, reader.show_find, keys=page_find.FIND)
        self.previous = IconButton(
            "previous", self.tr("Previous page"), theme, lambda: reader.turn_page(-1), keys=PREVIOUS_PAGE
        )
        self.next = IconButton("next", self.tr("Next page"), theme, lambda: reader.turn_page(1), keys=NEXT_PAGE)
        self.page = label(self.tr("p."), role="muted", wrap=False)
        self.field = QLineEdit()
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setAccessibleName(self.tr("Page"))
        hint = self.tr("The printed page label. Type a label or a number and press Enter ({keys})")
        self.field.setToolTip(hint.format(keys=keys_words(GO_TO)))
        self.field.returnPressed.connect(reader.go_to_typed)
        self.of = label(role="muted", wrap=False)
        self.zoom_out = IconButton("zoom-out", self.tr("Zoom out"), theme, lambda: reader.zoom_by(-1), keys=ZOOM_OUT)
        self.zoom_in = IconButton("zoom-in", self.tr("Zoom in"), theme, lambda: reader.zoom_by(1), keys=ZOOM_IN)
        self.zoom = QToolButton()
        self.zoom.setMinimumWidth(ZOOM_WIDTH)
        self.zoom.setAutoRaise(True)
        self.zoom.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom.setToolTip(self.tr("Zoom"))
        self.zoom.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.zoom.setMenu(self._zoom_menu(reader))
        self.fit = IconButton("fit-page", self.tr("Fit page"), theme, lambda: reader.set_fit(self._other_fit), keys=FIT_PAGE)
        self._other_fit = Fit.PAGE
        self.turn = IconButton("turn", self.tr("Turn clockwise"), theme, reader.turn, keys=TURN)
        self._head = row(self.side, self.back, self.forward, self.title, self.highlight, self.find_tool, spacing=STEP // 2)
        self._head.setStretch(3, 1)
        tools = row(
            self.previous, self.next, self.page, self.field, self.of, None,
            self.zoom_out, self.zoom, self.zoom_in, self.fit, self.turn, spacing=STEP // 2,
        )  # fmt: skip
        layout = column(self, 0, STEP // 2)
        layout.setContentsMargins(STEP, STEP, STEP, STEP)
        layout.addLayout(self._head)
        layout.addLayout(tools)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt. Where there is little room, what the menus have as well makes way."""
        super().resizeEvent(event)
        for tool in (self.fit, self.turn):
            tool.setVisible(event.size().width() >= WIDE)

    def show_page(self, page: PageInfo | None, total: int) -> None:
        """Shows which page is under the eye; None: there is none yet, and nothing to turn or zoom."""
        printed = page.label or str(page.number) if page else ""
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(printed)
        if page is None:
            self.of.setText("")
        elif printed == str(page.number):
            self.of.setText(self.tr("of {total}").format(total=number_words(total)))
        else:
            words = self.tr("· {number} of {total}")
            self.of.setText(words.format(number=number_words(page.number), total=number_words(total)))
        for tool in (
            self.field, self.zoom, self.zoom_in, self.zoom_out, self.fit, self.turn, self.find_tool, self.highlight, self.side
        ):  # fmt: skip
            tool.setEnabled(page is not None)
        self.previous.setEnabled(page is not None and page.number > 1)
        self.next.setEnabled(page is not None and page.number < total)

    def show_zoom(self, zoom: float, fit: Fit) -> None:
        """Shows the zoom, and offers to fit what is not fitted yet."""
        percent = f"{round(100 * zoom)} %"
        self.zoom.setText(percent)
        self.zoom.setAccessibleName(self.tr("Zoom, {percent}").format(percent=percent))
        self._other_fit = Fit.PAGE if fit is Fit.WIDTH else Fit.WIDTH
        if self._other_fit is Fit.PAGE:
            self.fit.show_as("fit-page", self.tr("Fit page"), FIT_PAGE)
        else:
            self.fit.show_as("fit-width", self.tr("Fit width"), FIT_WIDTH)

    def _zoom_menu(self, reader: Reader) -> QMenu:
        menu = QMenu(self)

        def add(text: str, keys: str, do: Callable[[bool], object]) -> None:
            action = QAction(f"{text}\t{keys_words(keys)}" if keys else text, menu)
            action.triggered.connect(do)
            menu.addAction(action)

        add(self.tr("Fit width"), FIT_WIDTH, lambda _checked: reader.set_fit(Fit.WIDTH))
        add(self.tr("Fit page"), FIT_PAGE, lambda _checked: reader.set_fit(Fit.PAGE))
        menu.addSeparator()
        for step in ZOOM_STEPS:
            add(f"{round(100 * step)} %", ACTUAL if step == 1.0 else "", partial(_zoom_to, reader, step))
        return menu


def _zoom_to(reader: Reader, zoom: float, _checked: bool) -> None:
    reader.zoom_to(zoom)
