"""The right pane: the documents that are open, the pages of one of them, and what leads through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QWidget

from pincite.domain import is_unread
from pincite.gui.cards import Card, NoticeArea
from pincite.gui.controls import column
from pincite.gui.outline_panel import OutlinePanel
from pincite.gui.page_body import PageBody
from pincite.gui.page_canvas import Fit, PageCanvas
from pincite.gui.page_evidence import Evidence, EvidenceBar, Place
from pincite.gui.page_find import FindBar
from pincite.gui.page_history import History, Visit
from pincite.gui.page_images import PageImages
from pincite.gui.page_layout import Spot, page_named
from pincite.gui.page_loading import PageLoading
from pincite.gui.page_marking import Marking
from pincite.gui.page_marks import Ink
from pincite.gui.page_matching import Matching
from pincite.gui.page_selection import PageSelection
from pincite.gui.page_side import Side, SidePanel
from pincite.gui.page_tabs import Tab, TabStrip
from pincite.gui.page_tools import PageTools
from pincite.gui.page_words import PageWords
from pincite.gui.thumbnails import ThumbnailPanel
from pincite.gui.undo_strip import UndoStrip

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable

    from pincite.domain import Box, OutlineEntry, PageInfo
    from pincite.gui.bridge import Bridge
    from pincite.gui.theme import Theme

FIND_LETTERS = 80
"""A selection up to so long is taken over when one begins to find."""


class PageView(QWidget):
    """Opens documents at a page, with words marked. The old page stays in sight until the new one has come."""

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._document_id = ""
        self._pages: list[PageInfo] = []
        self._target: Spot | Place = Place("", "", 1)
        self._loading = PageLoading(bridge, self)
        self._evidence = Evidence()
        self.tabs = TabStrip(theme)
        self.images = PageImages(bridge, self)
        self.words = PageWords(bridge, self)
        self.canvas = PageCanvas(self.images, theme)
        self.selection = PageSelection(self.canvas, self.words)
        self.marking = Marking(bridge, self.canvas, self.words, self.selection, theme)
        self.outline = OutlinePanel(theme)
        self.thumbnails = ThumbnailPanel(bridge, theme)
        self.side = SidePanel(self.outline, self.thumbnails, self.marking.panel, theme)
        self.find_bar = FindBar(bridge, theme)
        self.matching = Matching(self.find_bar, self.canvas, self.words)
        self.strip = UndoStrip(theme, QKeySequence(QKeySequence.StandardKey.Undo).toString())
        self.evidence_bar = EvidenceBar(theme)
        self.tools = PageTools(self, theme)
        self.problem = Card(theme, "warning", "warning")
        self.body = PageBody(bridge, self.images, self.canvas, self.thumbnails, self.side, theme)
        self._connect()
        self._lay_out()
        self.side.hide()
        self._show_evidence()
        self._show_page(0)
        self._show_zoom()
        self._show_ways()

    @property
    def document_id(self) -> str:
        """The document that is open; empty if none is."""
        return self._document_id

    def open(self, document_id: str, title: str, number: int = 1, boxes: tuple[Box, ...] = ()) -> None:
        """Opens a document at a page, with words (boxes in points) marked; one can go back from there."""
        here = self._here()
        self._evidence.arrive(document_id, number, boxes)
        self._show_evidence()
        self._visit(document_id, title, Place(document_id, title, number, boxes))
        if here is not None:
            self._history.leave(here)
            self._show_ways()

    def show_document(self, document_id: str, title: str) -> None:
        """Opens a document; one that is open is shown where its reader left it."""
        tab = self.tabs.tab_of(document_id)
        if tab is None:
            self.open(document_id, title)
        elif document_id != self._document_id:
            self._turn_to(tab)

    def show_evidence(self, places: Iterable[Place]) -> None:
        """Marks all that an answer cites, wherever the reader is; an empty one takes the marks away."""
        self._evidence.set(places)
        self._show_evidence()

    def close_tab(self) -> None:
        """Closes the tab that is shown; one can still go back to its document."""
        self.tabs.close_tab(self.tabs.currentIndex())

    def keep(self, document_ids: Container[str]) -> None:
        """Closes all other documents, which are gone."""
        self.tabs.keep(document_ids)

    def step_evidence(self, by: int) -> None:
        """Goes to the next evidence (1) or the one before (-1), in whichever document it is."""
        place = self._evidence.step(by)
        if place is not None:
            self.open(place.document_id, place.title, place.number, place.boxes)

    def back(self) -> None:
        """Goes to where the reader was before the last jump, also in another document."""
        self._revisit(self._history.back(None), lambda here: self._history.came_back(here))

    def forward(self) -> None:
        """Undoes going back."""
        self._revisit(self._history.forward(None), lambda here: self._history.came_forward(here))

    def turn_page(self, by: int) -> None:
        """Goes some pages on (above 0) or back."""
        self.canvas.go_to(self.canvas.current + by)

    def ask_for_page(self) -> None:
        """Puts the keyboard where a page can be typed."""
        self.tools.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.field.selectAll()

    def go_to_typed(self) -> None:
        """Goes to the page whose label or number is in the field."""
        if number := page_named(self.tools.field.text(), self._pages):
            self._leave()
            self.canvas.go_to(number)
        self.tools.field.setModified(False)
        self._show_page(self.canvas.current)
        self.canvas.setFocus()

    def zoom_by(self, steps: int) -> None:
        """Goes to the next zoom step above (1) or below (-1)."""
        self.canvas.step_zoom(steps)

    def zoom_to(self, zoom: float) -> None:
        """Zooms; 1.0 is actual size."""
        self.canvas.set_zoom(zoom)

    def set_fit(self, fit: Fit) -> None:
        """Lets the zoom follow the view."""
        self.canvas.set_fit(fit)

    def turn(self) -> None:
        """Turns the view clockwise by a quarter."""
        self.canvas.turn()

    def show_find(self) -> None:
        """Shows the bar to find words, with what is selected."""
        if self._pages:
            text = self.selection.text
            self.find_bar.begin(text if len(text) <= FIND_LETTERS else "", self.canvas.current)

    def step_match(self, by: int) -> None:
        """Goes to the next match (1) or the one before (-1); opens the bar if nothing is being looked for."""
        if self.find_bar.isVisible():
            self.find_bar.step(by)
        else:
            self.show_find()

    def toggle_side(self) -> None:
        """Shows or hides the panel beside the pages."""
        self.side.setVisible(self.side.isHidden() and bool(self._pages))
        self.tools.side.setChecked(not self.side.isHidden())
        self._follow()

    def show_side(self, side: Side) -> None:
        """Shows the outline, the small pages or the highlights beside the pages."""
        self.side.turn_to(side)
        if self.side.isHidden():
            self.toggle_side()
        self._follow()

    def highlight(self) -> None:
        """Highlights the selected words in the last colour."""
        self.marking.highlight()

    def park(self) -> None:
        """Remembers in its tab how the document was left."""
        tab = self.tabs.tab_of(self._document_id)
        if tab is not None and self._pages:
            tab.spot, tab.zoom, tab.fit, tab.quarters = (
                self.canvas.spot(), self.canvas.zoom, self.canvas.fit, self.canvas.quarters
            )  # fmt: skip

    def event(self, event: QEvent) -> bool:
        """See Qt. Takes Escape before the window's menu does, where there is something to close."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            wanted = self.find_bar.isVisible() or not self.selection.empty
            if event.key() == Qt.Key.Key_Escape and wanted:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt. Escape closes the bar to find words, then takes the selection away."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.find_bar.isVisible():
            self.find_bar.end()
        else:
            self.selection.clear()

    @property
    def _history(self) -> History:
        return self.tabs.current.history if self.tabs.current else History()

    def _visit(self, document_id: str, title: str, target: Spot | Place) -> None:
        self.park()
        self.tabs.open(document_id, title, self.canvas.zoom, self.canvas.fit)
        self._show_ways()
        self._target = target
        if document_id == self._document_id:
            self._reach_target()
            return
        self._set_document(document_id, title)
        self._loading.load(document_id)

    def _on_outline(self, entries: list[OutlineEntry]) -> None:
        self.outline.show_entries(entries, [page.label for page in self._pages])
        self.side.show_outline(bool(entries))
        self._follow()

    def _on_failed(self, message: str, hint: str) -> None:
        self._document_id = ""
        self.problem.say(message, hint)

    def _turn_to(self, tab: Tab) -> None:
        self._visit(tab.document_id, tab.title, tab.spot or Place(tab.document_id, tab.title, 1))

    def _on_closing(self, tab: Tab) -> None:
        if tab.document_id == self._document_id:
            self._set_document("", "")
            if not self.tabs.tabs:
                self._take_pages([])
        self._show_ways()

    def _set_document(self, document_id: str, title: str) -> None:
        self._loading.load("")
        self._document_id = document_id
        self._pages = []  # the canvas shows the old pages until the new ones have come
        self.selection.clear()
        self.selection.title = title
        self.body.open(document_id, title)
        self._show_evidence()
        self.outline.show_entries((), ())
        self.side.show_outline(False)
        self.tools.title.show_text(title)
        self._show_page(0)

    def _take_pages(self, pages: list[PageInfo]) -> None:
        tab = self.tabs.current or Tab("", "")
        self._pages = pages
        self.images.open(self._document_id)
        self.words.open(self._document_id)
        self.canvas.set_pages(pages, tab.zoom, tab.fit, tab.quarters)
        self.canvas.set_marks(Ink.EVIDENCE, self._evidence.on(self._document_id))
        self.marking.open(self._document_id, [page.label for page in pages])
        self.thumbnails.open(self._document_id, pages)
        self.find_bar.open(self._document_id, sum(is_unread(page.problem) for page in pages))
        self._reach_target()

    def _reach_target(self) -> None:
        if not self._pages:
            return
        if isinstance(self._target, Spot):
            self.canvas.go_to_spot(self._target)
        else:
            self.canvas.mark(self._target.number, self._target.boxes)
        self._show_page(self.canvas.current)
        self._show_ways()

    def _here(self) -> Visit | None:
        spot = self.canvas.spot() if self._pages else None
        return Visit(self._document_id, self.selection.title, spot) if spot else None

    def _leave(self) -> None:
        if (here := self._here()) is not None:
            self._history.leave(here)
            self._show_ways()

    def _revisit(self, visit: Visit | None, note: Callable[[Visit], None]) -> None:
        """Goes to a place of the history; its tab notes where one was."""
        here = self._here()
        if visit is not None:
            self._visit(visit.document_id, visit.title, visit.spot)
            if here is not None:
                note(here)
            self._show_ways()

    def _go_to_entry(self, number: int, top: float) -> None:
        self._leave()
        self.canvas.go_to(number)
        if top > 0:
            self.canvas.go_to_spot(Spot(number, 0.0, top))

    def _go_to_mark(self, number: int, boxes: tuple[Box, ...]) -> None:
        self._leave()
        self.canvas.bring(number, boxes)

    def _on_words(self) -> None:
        self.matching.on_words()
        self.marking.show()

    def _show_evidence(self) -> None:
        self.evidence_bar.show_state(self._evidence, bool(self._document_id))
        if self._pages:
            self.canvas.set_marks(Ink.EVIDENCE, self._evidence.on(self._document_id))

    def _show_ways(self) -> None:
        self.tools.back.setEnabled(self._history.can_go_back)
        self.tools.forward.setEnabled(self._history.can_go_forward)

    def _show_page(self, number: int) -> None:
        page = self._pages[number - 1] if 0 < number <= len(self._pages) else None
        self.tools.setVisible(bool(self._document_id))
        self._rule.setVisible(bool(self._document_id))
        self.tools.show_page(page, len(self._pages))
        where = ""
        if page is not None:
            words = self.tr("Page {label}, {number} of {total}")
            where = words.format(label=page.label or number, number=number, total=len(self._pages))
        self.canvas.setAccessibleDescription(where)
        if page is not None and page.problem:
            said = self.tr("This page is not searched: {reason}") if is_unread(page.problem) else self.tr("This page: {reason}")
            self.problem.say("", said.format(reason=page.problem))
        else:
            self.problem.hide()

    def _show_zoom(self) -> None:
        self.tools.show_zoom(self.canvas.zoom, self.canvas.fit)

    def _follow(self) -> None:
        upper, lower = self.canvas.spot(), self.canvas.eye()
        if self.side.isVisible() and upper is not None and lower is not None:
            self.outline.follow(upper, lower)
            self.thumbnails.follow(self.canvas.current)

    def _on_settled(self) -> None:
        self.words.want(self.canvas.in_sight())
        self.matching.show_in_sight()
        self._follow()

    def _on_render_failed(self, number: int, reason: str) -> None:
        if number == self.canvas.current:
            self.problem.say("", self.tr("This page cannot be shown: {reason}").format(reason=reason))

    def _connect(self) -> None:
        self.images.failed.connect(self._on_render_failed)
        self.words.arrived.connect(self._on_words)
        self.canvas.page_changed.connect(self._show_page)
        self.canvas.zoom_changed.connect(self._show_zoom)
        self.canvas.settled.connect(self._on_settled)
        self.outline.went.connect(self._go_to_entry)
        self.evidence_bar.step_wanted.connect(self.step_evidence)
        self.tabs.chosen.connect(self._turn_to)
        self.tabs.closing.connect(self._on_closing)
        self.thumbnails.went.connect(lambda number: self._go_to_entry(number, 0.0))
        self.marking.went.connect(self._go_to_mark)
        self.marking.said.connect(self.strip.say)
        self.marking.failed.connect(self.problem.say)
        self.strip.undo_wanted.connect(self.marking.book.undo)
        self._loading.paged.connect(self._take_pages)
        self._loading.outlined.connect(self._on_outline)
        self._loading.failed.connect(self._on_failed)

    def _lay_out(self) -> None:
        layout = column(self, 0, 0)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        for widget in (self.tabs, self.tools, self.evidence_bar, self.find_bar, self._rule, NoticeArea(self.problem)):
            layout.addWidget(widget)
        layout.addWidget(self.body, 1)
        layout.addWidget(self.strip)
