"""The list of the reader's own marks in the document that is open. Keeps none itself; says what is wanted of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QWidget,
)

from pincite.gui.controls import button, column, keys_words, label
from pincite.gui.swatches import colour_name, swatch
from pincite.gui.theme import STEP
from pincite.gui.two_lines import SAMPLE, TwoLines
from pincite.gui.wording import highlight_count, page_words, shortened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent

    from pincite.domain import Mark
    from pincite.gui.theme import Theme
    from pincite.gui.two_lines import AnyIndex

QUOTED, NOTED = 90, 140
"""Letters of the marked words and of the note that are listed."""


class MarksPanel(QWidget):
    """Marks in the order of the text.

    Signals:
        went(Mark), edit_wanted(Mark), copy_wanted(Mark), remove_wanted(Mark): what the reader does with a mark.
        export_wanted: a copy of the file with all marks.
    """

    went = Signal(object)
    edit_wanted = Signal(object)
    copy_wanted = Signal(object)
    remove_wanted = Signal(object)
    export_wanted = Signal()

    def __init__(self, keys: str, theme: Theme) -> None:
        super().__init__()
        self.list = _List(theme)
        self.list.activated_mark.connect(self.went)
        self.list.removed.connect(self.remove_wanted)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)
        hint = self.tr("Select words on a page and press {keys} to highlight them.")
        self.hint = label(hint.format(keys=keys_words(keys)), "muted")
        self.hint.setContentsMargins(STEP, STEP, STEP, STEP)
        self.export = button(self.tr("Save a copy with highlights…"), self.export_wanted.emit)
        foot = QWidget()
        column(foot, STEP, 0).addWidget(self.export)
        self._foot = foot
        layout = column(self, 0, 0)
        layout.addWidget(self.hint)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        layout.addWidget(foot)
        self.show_marks((), [])

    def show_marks(self, marks: Sequence[Mark], labels: Sequence[str]) -> None:
        """Shows other marks.

        Args:
            marks: In the order in which they are listed.
            labels: The printed labels of the document's pages in order.
        """
        row = self.list.currentRow()
        self.list.clear()
        for mark in marks:
            place = page_words(labels[mark.page - 1] if mark.page <= len(labels) else "", mark.page)
            said = f"{place}  ·  {shortened(mark.note, NOTED)}" if mark.note else place
            item = QListWidgetItem(f"{shortened(mark.quote, QUOTED)}\n{said}")
            item.setData(Qt.ItemDataRole.UserRole, mark)
            item.setToolTip(f"{mark.quote}\n\n{mark.note}".strip())
            #: {colour} is the name of a colour: Yellow, Green, Blue or Pink
            described = self.tr("{colour} highlight, {place}: {quote}. {note}")
            described = described.format(colour=colour_name(mark.colour), place=place, quote=mark.quote, note=mark.note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, described)
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, self.list.count() - 1))
        self.list.setVisible(bool(marks))
        self.hint.setVisible(not marks)
        self._foot.setVisible(bool(marks))
        self.list.setAccessibleDescription(highlight_count(len(marks)))

    def choose(self, mark: Mark) -> None:
        """Shows a mark as the current one."""
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole).id == mark.id:
                self.list.setCurrentRow(number)
                self.list.scrollToItem(self.list.item(number))

    def menu_of(self, mark: Mark) -> QMenu:
        """The context menu of a mark."""
        menu = QMenu(self)
        delete = QKeySequence(QKeySequence.StandardKey.Delete).toString(QKeySequence.SequenceFormat.NativeText)

        def add(text: str, do: Callable[[], object]) -> None:
            action = QAction(text, menu)
            action.triggered.connect(lambda _checked=False: do())
            menu.addAction(action)

        add(self.tr("Go to highlight"), lambda: self.went.emit(mark))
        add(self.tr("Edit note…"), lambda: self.edit_wanted.emit(mark))
        add(self.tr("Copy with citation"), lambda: self.copy_wanted.emit(mark))
        menu.addSeparator()
        add(self.tr("Delete highlight") + f"\t{delete}", lambda: self.remove_wanted.emit(mark))
        return menu

    def _show_menu(self, at: QPoint) -> None:
        item = self.list.itemAt(at)
        if item is not None:
            menu = self.menu_of(item.data(Qt.ItemDataRole.UserRole))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))


class _List(QListWidget):
    """Enter and a click go to a mark, Delete takes it away."""

    activated_mark = Signal(object)
    removed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setItemDelegate(TwoLines(self, theme, _sample))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Highlights and notes"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.itemClicked.connect(self._tell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        item = self.currentItem()
        if item is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._tell(item)
        elif item is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(item.data(Qt.ItemDataRole.UserRole))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt. Words are broken anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, item: QListWidgetItem) -> None:
        self.activated_mark.emit(item.data(Qt.ItemDataRole.UserRole))


def _sample(index: AnyIndex) -> QPixmap:
    mark: Mark = index.data(Qt.ItemDataRole.UserRole)
    return swatch(mark.colour, size=SAMPLE)
