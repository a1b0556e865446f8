"""The menu bar, and with it the keyboard shortcuts that work wherever the keyboard is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

from pincite import __version__
from pincite.gui import command_palette, page_evidence, page_find, page_marking, page_tabs, page_tools
from pincite.gui.appearance import Contrast
from pincite.gui.ask_pane import NEW
from pincite.gui.command_palette import CommandPalette
from pincite.gui.documents_pane import FILTER_KEYS
from pincite.gui.page_canvas import Fit
from pincite.gui.page_side import Side

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from pincite.gui.main_window import MainWindow
    from pincite.gui.theme import Theme


class Menus(QObject):
    """Fills the menu bar of a window."""

    def __init__(self, window: MainWindow, theme: Theme, memory: QSettings) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._memory = memory
        pages = window.pages
        file = window.menuBar().addMenu(self.tr("&File"))
        self._add(file, self.tr("&Add PDFs…"), window.choose_files, "Ctrl+O")
        self._add(file, self.tr("Add a &folder…"), window.choose_folder, "Ctrl+Shift+O")
        self._add(file, self.tr("&Watch a folder…"), lambda: window.choose_watched(window.documents.collection))
        self._add(file, self.tr("&New collection…"), window.documents.new_collection, "Ctrl+Shift+N")
        file.addSeparator()
        self._add(file, self.tr("&Settings…"), window.open_settings, QKeySequence.StandardKey.Preferences)
        self._add(file, self.tr("&Back up or restore…"), lambda: window.open_settings("Storage"))
        file.addSeparator()
        self._add(file, self.tr("&Quit"), window.close, QKeySequence.StandardKey.Quit)
        ask = window.menuBar().addMenu(self.tr("&Ask"))
        self._add(ask, self.tr("&Question"), self._ask, "Ctrl+L")
        self._add(ask, self.tr("&Quotes only"), self._quote)
        self._add(ask, self.tr("&Search"), self._search, "Ctrl+Shift+F")
        self._add(ask, self.tr("&Documents to ask…"), window.ask.scope_button.open_card)
        ask.addSeparator()
        self._add(ask, self.tr("&New conversation"), window.ask.begin_conversation, NEW)
        self._add(ask, self.tr("&Earlier conversations"), window.ask.toggle_conversations)
        ask.addSeparator()
        self._add(ask, self.tr("S&top"), window.ask.stop, "Esc")
        view = window.menuBar().addMenu(self.tr("&View"))
        self._add(view, self.tr("Zoom &in"), lambda: pages.zoom_by(1), QKeySequence.StandardKey.ZoomIn)
        self._add(view, self.tr("Zoom &out"), lambda: pages.zoom_by(-1), QKeySequence.StandardKey.ZoomOut)
        self._add(view, self.tr("A&ctual size"), lambda: pages.zoom_to(1.0), page_tools.ACTUAL)
        self._add(view, self.tr("Fit &width"), lambda: pages.set_fit(Fit.WIDTH), page_tools.FIT_WIDTH)
        self._add(view, self.tr("Fit &page"), lambda: pages.set_fit(Fit.PAGE), page_tools.FIT_PAGE)
        self._add(view, self.tr("&Turn clockwise"), pages.turn, page_tools.TURN)
        self._add(view, self.tr("&Side panel"), pages.toggle_side, page_tools.SIDE)
        view.addSeparator()
        self._add(view, self.tr("F&ilter the documents"), window.documents.filter.setFocus, FILTER_KEYS)
        self._add_schemes(view.addMenu(self.tr("&Appearance")))
        self._add(view, self.tr("&Larger text"), lambda: self._scale(1), "Ctrl+Alt++")
        self._add(view, self.tr("&Smaller text"), lambda: self._scale(-1), "Ctrl+Alt+-")
        self._add_ways(window.menuBar().addMenu(self.tr("&Go")))
        self._add_marking(window.menuBar().addMenu(self.tr("&Highlight")))
        about = window.menuBar().addMenu(self.tr("&Help"))
        self.palette = CommandPalette(window.menuBar(), theme, window)
        self._add(about, self.tr("&All commands…"), self.palette.show_all, command_palette.KEYS)
        self._add(about, self.tr("&Privacy"), lambda: window.open_settings("Privacy"))
        self._add(about, self.tr("&Models"), lambda: window.open_settings("Models"))
        about.addSeparator()
        self._add(about, self.tr("&About Pincite"), self._about)

    def _add(
        self, menu: QMenu, text: str, do: Callable[[], object], keys: str | QKeySequence.StandardKey | None = None
    ) -> None:
        action = QAction(text, self._window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        menu.addAction(action)

    def _add_ways(self, menu: QMenu) -> None:
        pages = self._window.pages
        self._add(menu, self.tr("&Back"), pages.back, page_tools.BACK)
        self._add(menu, self.tr("&Forward"), pages.forward, page_tools.FORWARD)
        menu.addSeparator()
        self._add(menu, self.tr("Next &evidence"), lambda: pages.step_evidence(1), page_evidence.NEXT)
        self._add(menu, self.tr("Previous e&vidence"), lambda: pages.step_evidence(-1), page_evidence.PREVIOUS)
        menu.addSeparator()
        self._add(menu, self.tr("F&ind in document…"), self._find, page_find.FIND)
        self._add(menu, self.tr("Next &match"), lambda: pages.step_match(1), page_find.NEXT)
        self._add(menu, self.tr("Previous m&atch"), lambda: pages.step_match(-1), page_find.PREVIOUS)
        menu.addSeparator()
        self._add(menu, self.tr("&Go to page…"), pages.ask_for_page, page_tools.GO_TO)
        self._add(menu, self.tr("&Next page"), lambda: pages.turn_page(1), page_tools.NEXT_PAGE)
        self._add(menu, self.tr("&Previous page"), lambda: pages.turn_page(-1), page_tools.PREVIOUS_PAGE)

        menu.addSeparator()
        self._add(menu, self.tr("Next ta&b"), lambda: pages.tabs.step(1), page_tabs.NEXT)
        self._add(menu, self.tr("Previous tab"), lambda: pages.tabs.step(-1), page_tabs.PREVIOUS)
        self._add(menu, self.tr("&Close tab"), pages.close_tab, page_tabs.CLOSE)

    def _add_marking(self, menu: QMenu) -> None:
        pages = self._window.pages
        self._add(menu, self.tr("&Highlight the selection"), pages.highlight, page_marking.HIGHLIGHT)
        self._add(menu, self.tr("Highlight and add a &note…"), pages.marking.annotate, page_marking.NOTE)
        self._add(menu, self.tr("&List of highlights"), lambda: pages.show_side(Side.MARKS))
        menu.addSeparator()
        self._add(menu, self.tr("&Undo"), self._window.undo, QKeySequence.StandardKey.Undo)
        self._add(menu, self.tr("&Redo"), pages.marking.book.redo, QKeySequence.StandardKey.Redo)
        menu.addSeparator()
        self._add(menu, self.tr("Save a &copy with highlights…"), pages.marking.choose_copy)

    def _add_schemes(self, menu: QMenu) -> None:
        group = QActionGroup(self._window)
        self._schemes: dict[Qt.ColorScheme, QAction] = {}
        for text, scheme in (
            (self.tr("Follow the system"), Qt.ColorScheme.Unknown),
            (self.tr("Light"), Qt.ColorScheme.Light),
            (self.tr("Dark"), Qt.ColorScheme.Dark),
        ):
            action = self._schemes[scheme] = QAction(text, self._window, checkable=True)
            action.triggered.connect(lambda _checked=False, scheme=scheme: self._choose(scheme))
            group.addAction(action)
            menu.addAction(action)
        menu.addSeparator()
        self._contrast = QAction(self.tr("&High contrast"), self._window, checkable=True)
        self._contrast.triggered.connect(self._raise_contrast)
        menu.addAction(self._contrast)
        self._theme.changed.connect(self._tick)  # the settings change it, too
        self._tick()

    def _tick(self) -> None:
        """Ticks what was chosen of the appearance."""
        self._schemes[self._theme.chosen].setChecked(True)
        self._contrast.setChecked(self._theme.appearance.contrast is Contrast.HIGH)

    def _choose(self, scheme: Qt.ColorScheme) -> None:
        self._theme.choose(scheme)
        self._theme.appearance.remember(self._memory)

    def _raise_contrast(self, high: bool) -> None:
        self._theme.use(replace(self._theme.appearance, contrast=Contrast.HIGH if high else Contrast.SYSTEM))
        self._theme.appearance.remember(self._memory)

    def _scale(self, by: int) -> None:
        appearance = self._theme.appearance
        self._theme.use(replace(appearance, scale=appearance.step(by)))
        self._theme.appearance.remember(self._memory)

    def _quote(self) -> None:
        self._window.ask.quotes_switch.setChecked(True)
        self._window.ask.focus()

    def _ask(self) -> None:
        self._window.ask.answer_switch.setChecked(True)
        self._window.ask.focus()

    def _find(self) -> None:
        """Finds in the document that is open; without one, in all of them."""
        if self._window.pages.document_id:
            self._window.pages.show_find()
        else:
            self._search()

    def _search(self) -> None:
        self._window.ask.search_switch.setChecked(True)
        self._window.ask.focus()

    def _about(self) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("About Pincite"), f"Pincite {__version__}")
        box.setParent(self._window, Qt.WindowType.Dialog)
        box.setInformativeText(
            self.tr(
                "Answers questions about your PDFs, each sentence pinned to the words that prove it. "
                "Documents, questions and answers stay on this computer."
            )
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
