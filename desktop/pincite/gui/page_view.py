"""The right pane: one document, its pages, and the tools to move in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout, QWidget

from pincite.gui.cards import Card, NoticeArea
from pincite.gui.controls import Elided, IconButton, column, label, row
from pincite.gui.page_canvas import ZOOM_STEP, PageCanvas
from pincite.gui.page_images import PageImages
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pincite.domain import Box, PageInfo
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.theme import Theme

FIELD_WIDTH = 56


class PageView(QWidget):
    """Opens documents at a page, with words marked. The old page stays in sight until the new one has come."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._document_id = ""
        self._pages: list[PageInfo] = []
        self._target: tuple[int, tuple[Box, ...]] = (1, ())
        self._asked: Handle | None = None
        self.images = PageImages(bridge, self)
        self.images.failed.connect(self._on_render_failed)
        self.canvas = PageCanvas(self.images, theme)
        self.canvas.page_changed.connect(self._show_page)
        self.canvas.zoom_changed.connect(self._show_zoom)
        self.title = Elided("title")
        self.previous = IconButton("previous", "Previous page", theme, lambda: self._turn(-1), keys="PgUp")
        self.next = IconButton("next", "Next page", theme, lambda: self._turn(1), keys="PgDown")
        self.field = QLineEdit()
        self.field.setFixedWidth(FIELD_WIDTH)
        self.field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.field.setAccessibleName("Page")
        self.field.setToolTip("The printed page label. Type a label or a number and press Enter")
        self.field.returnPressed.connect(self._go_to_typed)
        self.of = label(role="muted", wrap=False)
        self.zoom_words = label(role="muted", wrap=False)
        self.zoom_words.setMinimumWidth(40)
        self.zoom_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        out, into = "Zoom out", "Zoom in"
        self.zoom_out = IconButton("zoom-out", out, theme, lambda: self._zoom(1 / ZOOM_STEP), keys="Ctrl+-")
        self.zoom_in = IconButton("zoom-in", into, theme, lambda: self._zoom(ZOOM_STEP), keys="Ctrl++")
        self.fit = IconButton("fit-width", "Fit width", theme, self.canvas.fit_width, keys="Ctrl+0")
        self.problem = Card(theme, "warning", "warning")
        self.hint = label("The page that proves an answer\nopens here, with its words marked.", "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._show_page(0)
        self._show_zoom()

    @property
    def document_id(self) -> str:
        """The document that is open; empty if none is."""
        return self._document_id

    def open(self, document_id: str, title: str, number: int = 1, boxes: tuple[Box, ...] = ()) -> None:
        """Opens a document at a page, with words (boxes in points) marked."""
        self._target = (number, boxes)
        if document_id == self._document_id and self._pages:
            self._reach_target()
            return
        if self._asked is not None:
            self._asked.cancel()
        self._document_id = document_id
        self._pages = []  # the canvas shows the old pages until the new ones have come
        self.title.show_text(title)
        self._show_page(0)

        def done(pages: list[PageInfo]) -> None:
            if self._document_id == document_id:
                self._show_pages(pages)

        def failed(failure: Failed) -> None:
            if self._document_id == document_id and not failure.cancelled:
                self._document_id = ""
                self.problem.say(failure.message, failure.hint)

        self._asked = self._bridge.request("pages", on_done=done, on_failed=failed, document_id=document_id)

    def close_document(self) -> None:
        """Shows nothing, because the document is gone."""
        self._document_id = ""
        self._pages = []
        self.title.clear()
        self.images.open("")
        self.canvas.set_pages([])
        self._show_page(0)

    def zoom_by(self, factor: float) -> None:
        """Zooms in (above 1) or out."""
        self._zoom(factor)

    def _show_pages(self, pages: list[PageInfo]) -> None:
        self._asked = None
        self._pages = pages
        self.images.open(self._document_id)
        self.canvas.set_pages(pages)
        if self.canvas.fitting:
            self.canvas.fit_width()
        self._reach_target()

    def _reach_target(self) -> None:
        self.canvas.mark(*self._target)
        self._show_page(self.canvas.current)

    def _turn(self, by: int) -> None:
        self.canvas.go_to(self.canvas.current + by)

    def _zoom(self, factor: float) -> None:
        self.canvas.set_zoom(self.canvas.zoom * factor)

    def _go_to_typed(self) -> None:
        typed = self.field.text().strip()
        number = next((page.number for page in self._pages if page.label == typed), 0)
        if not number and typed.isdecimal():
            number = int(typed)
        self.canvas.go_to(number)
        self._show_page(self.canvas.current)
        self.canvas.setFocus()

    def _show_page(self, number: int) -> None:
        page = self._pages[number - 1] if 0 < number <= len(self._pages) else None
        self._stack.setCurrentWidget(self.canvas if self._document_id else self.hint)
        self.field.setText((page.label or str(page.number)) if page else "")
        self.of.setText(f"{number:,} of {len(self._pages):,}" if page else "")
        self._head.setVisible(bool(self._document_id))
        self._rule.setVisible(bool(self._document_id))
        for tool in (self.field, self.zoom_in, self.zoom_out, self.fit):
            tool.setEnabled(page is not None)
        self.previous.setEnabled(page is not None and number > 1)
        self.next.setEnabled(page is not None and number < len(self._pages))
        if page is not None and page.problem:
            self.problem.say("", f"This page is not searched: {page.problem}")
        else:
            self.problem.hide()

    def _show_zoom(self) -> None:
        self.zoom_words.setText(f"{round(100 * self.canvas.zoom)} %")

    def _on_render_failed(self, number: int, reason: str) -> None:
        if number == self.canvas.current:
            self.problem.say("", f"This page cannot be shown: {reason}")

    def _lay_out(self) -> None:
        layout = column(self, 0, 0)
        tools = row(
            self.previous, self.next, self.field, self.of, None, self.zoom_out, self.zoom_words, self.zoom_in, self.fit,
            spacing=STEP // 2,
        )  # fmt: skip
        self._head = QWidget()
        head = column(self._head, 0, STEP // 2)
        head.setContentsMargins(2 * STEP, STEP + 4, STEP, STEP)
        head.addWidget(self.title)
        head.addLayout(tools)
        layout.addWidget(self._head)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        layout.addWidget(self._rule)
        layout.addWidget(NoticeArea(self.problem))
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.hint)
        self._stack.addWidget(self.canvas)
        layout.addWidget(holder, 1)
