"""The documents that are open, as tabs. One view shows them in turn: a tab keeps where its reader was, and no page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QTabBar

from pincite.gui.controls import IconButton
from pincite.gui.page_canvas import Fit
from pincite.gui.page_history import History
from pincite.gui.wording import shortened

if TYPE_CHECKING:
    from collections.abc import Container

    from PySide6.QtGui import QMouseEvent

    from pincite.gui.page_layout import Spot
    from pincite.gui.theme import Theme

NEXT, PREVIOUS, CLOSE = "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl+W"
CLOSE_SIZE = 12
"""Pixels of the cross in a tab."""
TITLE = 28
"""Letters of a title that a tab has room for."""


@dataclass(eq=False)
class Tab:
    """A document that is open, the way that led through it, and how it was left."""

    document_id: str
    title: str
    history: History = field(default_factory=History)
    spot: Spot | None = None
    zoom: float = 1.0
    fit: Fit = Fit.WIDTH
    quarters: int = 0


class TabStrip(QTabBar):
    """One tab for each document; out of sight while there are fewer than two.

    Signals:
        chosen(Tab): the user wants another document.
        closing(Tab): the user closes a tab. It is gone already.
    """

    chosen = Signal(object)
    closing = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tabs: list[Tab] = []
        self.setDocumentMode(True)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAutoHide(True)
        self.setAccessibleName(self.tr("Open documents"))
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)
        self.currentChanged.connect(self._on_current)
        self.tabMoved.connect(lambda start, end: self._tabs.insert(end, self._tabs.pop(start)))

    @property
    def tabs(self) -> list[Tab]:
        """All tabs from left to right."""
        return self._tabs

    @property
    def current(self) -> Tab | None:
        """The tab that is shown."""
        return self._tabs[self.currentIndex()] if 0 <= self.currentIndex() < len(self._tabs) else None

    def tab_of(self, document_id: str) -> Tab | None:
        """The tab of a document."""
        return next((tab for tab in self._tabs if tab.document_id == document_id), None)

    def open(self, document_id: str, title: str, zoom: float = 1.0, fit: Fit = Fit.WIDTH) -> Tab:
        """Shows the tab of a document, which is made beside the current one (with a zoom) if there is none. Tells nobody."""
        tab = self.tab_of(document_id)
        self.blockSignals(True)
        if tab is None:
            tab = Tab(document_id, title, zoom=zoom, fit=fit)
            place = self.currentIndex() + 1
            self._tabs.insert(place, tab)
            self.insertTab(place, shortened(title, TITLE).replace("&", "&&"))
            self.setTabToolTip(place, title)
            name = self.tr("Close “{title}”").format(title=title)
            close = IconButton("close", name, self._theme, partial(self._close, tab), "muted")
            close.setIconSize(QSize(CLOSE_SIZE, CLOSE_SIZE))
            close.setStyleSheet("QToolButton { padding: 2px; }")
            close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setTabButton(place, QTabBar.ButtonPosition.RightSide, close)
        self.setCurrentIndex(self._tabs.index(tab))
        self.blockSignals(False)
        return tab

    def step(self, by: int) -> None:
        """Goes to the next tab (1) or the one before (-1), around the ends."""
        if self._tabs:
            self.setCurrentIndex((self.currentIndex() + by) % len(self._tabs))

    def close_tab(self, place: int) -> None:
        """Closes a tab; if it is the one in sight, that which was shown before it is shown again."""
        if not 0 <= place < len(self._tabs):
            return
        before = self.current
        tab = self._tabs.pop(place)
        self.blockSignals(True)
        self.removeTab(place)
        self.blockSignals(False)
        self.closing.emit(tab)
        if tab is before and self.current is not None:
            self.chosen.emit(self.current)

    def keep(self, document_ids: Container[str]) -> None:
        """Closes the tabs of all other documents, and forgets the ways to them."""
        for tab in [tab for tab in self._tabs if tab.document_id not in document_ids]:
            for other in self._tabs:
                other.history.forget(tab.document_id)
            self.close_tab(self._tabs.index(tab))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """See Qt. The middle button closes."""
        if event.button() is Qt.MouseButton.MiddleButton:
            self.close_tab(self.tabAt(event.position().toPoint()))
        else:
            super().mouseReleaseEvent(event)

    def _close(self, tab: Tab) -> None:
        self.close_tab(self._tabs.index(tab))

    def _on_current(self, _place: int) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)
