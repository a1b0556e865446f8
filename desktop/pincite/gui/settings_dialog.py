"""The settings: one page beside the list of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from pincite.gui.icons import action_icon
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pincite.gui.settings_page import SettingsPage
    from pincite.gui.theme import Theme

SIZE = (840, 600)
LIST = 190
LARGEST = 140
"""The percentage of the size of text up to which the dialog grows with it; then its pages scroll."""


class SettingsDialog(QDialog):
    """Stays where it is while the window behind it is used.

    Args:
        pages: Each with the name by which it is opened, which is in no language, and the name of its icon.
        theme: The colours.
        parent: The window.
    """

    def __init__(self, pages: list[tuple[str, SettingsPage, str]], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        larger = min(theme.appearance.scale, LARGEST) / 100
        self.resize(*(round(length * larger) for length in SIZE))
        self._theme = theme
        self.list = QListWidget()
        self.list.setProperty("role", "settings")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(18, 18))
        self.list.setAccessibleName(self.tr("Pages of the settings"))
        self.stack = QStackedWidget()
        self._pages = pages
        for _name, page, _icon in pages:
            self.list.addItem(QListWidgetItem(page.title))
            self.stack.addWidget(page)
        rule = QFrame()
        rule.setProperty("role", "rule")
        rule.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self.list, rule, self.stack):
            layout.addWidget(part)
        layout.setStretch(2, 1)
        self.list.currentRowChanged.connect(self._turn)
        theme.changed.connect(self._draw)
        self._draw()

    def open_at(self, name: str = "") -> None:
        """Shows a page, or the one that was shown last."""
        numbers = [number for number, (own, _page, _icon) in enumerate(self._pages) if own == name]
        self.list.setCurrentRow(numbers[0] if numbers else max(0, self.list.currentRow()))
        self._turn(self.list.currentRow())
        self.show()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, number: int) -> None:
        self.stack.setCurrentIndex(number)
        self._pages[number][1].refresh()

    def _draw(self) -> None:
        for number, (_name, _page, icon) in enumerate(self._pages):
            self.list.item(number).setIcon(action_icon(icon, self._theme))
        self.list.ensurePolished()
        self.list.setFixedWidth(max(LIST, self.list.sizeHintForColumn(0) + 4 * STEP))
