"""The menu bar, and with it every keyboard shortcut of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

from pincite import __version__
from pincite.gui import page_evidence, page_find, page_tools
from pincite.gui.page_canvas import Fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from pincite.gui.main_window import MainWindow
    from pincite.gui.theme import Theme

SCHEMES = {
    "Follow the system": Qt.ColorScheme.Unknown,
    "Light": Qt.ColorScheme.Light,
    "Dark": Qt.ColorScheme.Dark,
}
APPEARANCE = "window/appearance"
"""Where the chosen scheme is remembered, as its number."""


def chosen_scheme(memory: QSettings) -> Qt.ColorScheme:
    """The scheme that was chosen in an earlier run; ``Unknown`` follows the system."""
    try:
        return Qt.ColorScheme(int(str(memory.value(APPEARANCE, Qt.ColorScheme.Unknown.value))))
    except ValueError:  # somebody edited the file
        return Qt.ColorScheme.Unknown


class Menus:
    """Fills the menu bar of a window."""

    def __init__(self, window: MainWindow, theme: Theme, memory: QSettings) -> None:
        self._window = window
        self._theme = theme
        self._memory = memory
        pages = window.pages
        file = window.menuBar().addMenu("&File")
        self._add(file, "&Add PDFs…", window.choose_files, "Ctrl+O")
        self._add(file, "Add a &folder…", window.choose_folder, "Ctrl+Shift+O")
        file.addSeparator()
        self._add(file, "&Quit", window.close, QKeySequence.StandardKey.Quit)
        ask = window.menuBar().addMenu("&Ask")
        self._add(ask, "&Question", self._ask, "Ctrl+L")
        self._add(ask, "&Search", self._search, "Ctrl+Shift+F")
        self._add(ask, "S&top", window.ask.stop, "Esc")
        view = window.menuBar().addMenu("&View")
        self._add(view, "Zoom &in", lambda: pages.zoom_by(1), QKeySequence.StandardKey.ZoomIn)
        self._add(view, "Zoom &out", lambda: pages.zoom_by(-1), QKeySequence.StandardKey.ZoomOut)
        self._add(view, "A&ctual size", lambda: pages.zoom_to(1.0), page_tools.ACTUAL)
        self._add(view, "Fit &width", lambda: pages.set_fit(Fit.WIDTH), page_tools.FIT_WIDTH)
        self._add(view, "Fit &page", lambda: pages.set_fit(Fit.PAGE), page_tools.FIT_PAGE)
        self._add(view, "&Turn clockwise", pages.turn, page_tools.TURN)
        self._add(view, "&Outline", pages.toggle_outline, page_tools.OUTLINE)
        view.addSeparator()
        self._add_schemes(view.addMenu("&Appearance"))
        self._add_ways(window.menuBar().addMenu("&Go"))
        about = window.menuBar().addMenu("&Help")
        self._add(about, "&About Pincite", self._about)

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
        self._add(menu, "&Back", pages.back, page_tools.BACK)
        self._add(menu, "&Forward", pages.forward, page_tools.FORWARD)
        menu.addSeparator()
        self._add(menu, "Next &evidence", lambda: pages.step_evidence(1), page_evidence.NEXT)
        self._add(menu, "Previous e&vidence", lambda: pages.step_evidence(-1), page_evidence.PREVIOUS)
        menu.addSeparator()
        self._add(menu, "F&ind in document…", self._find, page_find.FIND)
        self._add(menu, "Next &match", lambda: pages.step_match(1), page_find.NEXT)
        self._add(menu, "Previous m&atch", lambda: pages.step_match(-1), page_find.PREVIOUS)
        menu.addSeparator()
        self._add(menu, "&Go to page…", pages.ask_for_page, page_tools.GO_TO)
        self._add(menu, "&Next page", lambda: pages.turn_page(1), page_tools.NEXT_PAGE)
        self._add(menu, "&Previous page", lambda: pages.turn_page(-1), page_tools.PREVIOUS_PAGE)

    def _add_schemes(self, menu: QMenu) -> None:
        group = QActionGroup(self._window)
        for text, scheme in SCHEMES.items():
            action = QAction(text, self._window, checkable=True)
            action.setChecked(scheme is self._theme.chosen)
            action.triggered.connect(lambda _checked=False, scheme=scheme: self._choose(scheme))
            group.addAction(action)
            menu.addAction(action)

    def _choose(self, scheme: Qt.ColorScheme) -> None:
        self._memory.setValue(APPEARANCE, scheme.value)
        self._theme.choose(scheme)

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
        box = QMessageBox(QMessageBox.Icon.NoIcon, "About Pincite", f"Pincite {__version__}")
        box.setParent(self._window, Qt.WindowType.Dialog)
        box.setInformativeText(
            "Answers questions about your PDFs, each sentence pinned to the words that prove it. "
            "Documents, questions and answers stay on this computer."
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
