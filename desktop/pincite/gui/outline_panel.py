"""The outline that a document brings: a tree beside the pages, which follows them. Sends no request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.domain import OutlineEntry
    from pincite.gui.page_layout import Spot
    from pincite.gui.theme import Theme

OPEN_LEVELS = 1
"""Levels whose entries are shown at once, if the outline is long."""
SHORT = 40
"""Entries of an outline that is shown whole."""
SLACK = 12.0
"""Points by which an entry's target may lie above what is read and still be the heading of it."""


def entry_at(entries: Sequence[OutlineEntry], upper: Spot, lower: Spot) -> int | None:
    """Which entry a reader is at: the first that begins between two spots, otherwise the last that begins before them.

    Entries may come in any order; of several that begin at the same place the last one counts, which is the deepest.
    """
    begin, end = (upper.number, upper.y - SLACK), (lower.number, lower.y)
    targets = [(entry.page, entry.top) for entry in entries]
    chosen = min((target for target in targets if begin <= target <= end), default=None)
    chosen = chosen or max((target for target in targets if target < begin), default=None)
    return None if chosen is None else len(targets) - 1 - targets[::-1].index(chosen)


class OutlinePanel(QTreeWidget):
    """Shows the outline of one document.

    Signals:
        went(int, float): the user chose an entry: its page, and the top of its target in points.
    """

    went = Signal(int, float)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries: Sequence[OutlineEntry] = ()
        self._items: list[QTreeWidgetItem] = []
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Outline"))
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._on_chosen)
        self.itemActivated.connect(self._on_chosen)
        self._colour()
        theme.changed.connect(self._colour)

    def show_entries(self, entries: Sequence[OutlineEntry], labels: Sequence[str]) -> None:
        """Shows another outline.

        Args:
            entries: In the order of the file.
            labels: The printed labels of the pages in order, for the tooltips.
        """
        self.clear()
        self._entries = entries
        self._items = []
        above: list[QTreeWidgetItem] = []  # the item that the next one of each level hangs from
        for place, entry in enumerate(entries):
            del above[max(0, entry.level - 1) :]
            item = QTreeWidgetItem([entry.title])
            item.setData(0, Qt.ItemDataRole.UserRole, place)
            label = labels[entry.page - 1] if 0 < entry.page <= len(labels) else ""
            item.setToolTip(0, self.tr("{title}, p. {page}").format(title=entry.title, page=label or entry.page))
            if above:
                above[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append(item)
            self._items.append(item)
        if len(entries) <= SHORT:
            self.expandAll()
        else:
            self.expandToDepth(OPEN_LEVELS - 1)

    def follow(self, upper: Spot, lower: Spot) -> None:
        """Marks the entry of what lies between two spots of the document."""
        place = entry_at(self._entries, upper, lower)
        if place is None:
            self.setCurrentIndex(QModelIndex())
        elif self._items[place] is not self.currentItem():
            self.setCurrentItem(self._items[place])
            self.scrollToItem(self._items[place])

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        entry = self._entries[item.data(0, Qt.ItemDataRole.UserRole)]
        self.went.emit(entry.page, entry.top)

    def _colour(self) -> None:
        colours = self._theme.colours
        self.setStyleSheet(
            f"QTreeView {{ background: {colours.window}; color: {colours.text}; padding: 4px; border: none; }}"
            f"QTreeView::item {{ padding: 4px 2px; }}"
            f"QTreeView::item:hover, QTreeView::item:selected {{ background: {colours.selected}; color: {colours.text}; }}"
        )
