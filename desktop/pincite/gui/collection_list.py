"""The list of collections: which one is asked, and what is dropped where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pincite.gui.collection_rows import CollectionRows
from pincite.gui.icons import action_icon
from pincite.gui.theme import STEP
from pincite.gui.wording import number_words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QDragMoveEvent

    from pincite.domain import Collection
    from pincite.gui.document_rows import AnyIndex
    from pincite.gui.theme import Theme

DOT = 10
ICON = 16
ROWS = 7
"""More collections than this scroll."""


class CollectionDelegate(QStyledItemDelegate):
    """Paints a dot in the colour of the collection, its name, and how many documents it has."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """See Qt."""
        return QSize(160, option.fontMetrics.height() + STEP + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """See Qt."""
        collection: Collection | None = index.data(CollectionRows.COLLECTION)
        metrics = option.fontMetrics
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel = option.rect.adjusted(STEP, 1, -STEP, -1)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected" if selected else "desk"))
            painter.drawRoundedRect(panel, 6, 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(panel).adjusted(1, 1, -1, -1), 6, 6)
        left = panel.left() + STEP
        if collection is None:
            place = QRect(left, panel.center().y() - ICON // 2 + 1, ICON, ICON)
            action_icon("side", self._theme, "muted").paint(painter, place)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.collection_colour(collection.colour))
            painter.drawEllipse(QRectF(left + (ICON - DOT) / 2, panel.center().y() - DOT / 2 + 0.5, DOT, DOT))
        left += ICON + STEP
        number = number_words(index.data(CollectionRows.NUMBER))
        room = metrics.horizontalAdvance(number)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("muted"))
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRect(panel.right() - STEP - room, panel.top(), room + 1, panel.height()), middle, number)
        painter.setPen(self._theme.colour("text"))
        width = panel.right() - 2 * STEP - room - left
        name = metrics.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, panel.top(), width, panel.height()), middle, name)
        painter.restore()


class CollectionList(QListView):
    """All documents and the collections, of which one is chosen.

    Signals:
        chosen: another one was chosen.
        edit_wanted(Collection), delete_wanted(Collection): from the menu or by key.
        new_wanted: from the menu.
        watch_wanted(object): from the menu; the name of the collection, or None for all documents.
    """

    chosen = Signal()
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    new_wanted = Signal()
    watch_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name: str | None = None
        self.rows = CollectionRows()
        self.setModel(self.rows)
        self._delegate = CollectionDelegate(theme)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DropOnly)
        self.setDropIndicatorShown(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Collections"))
        self.customContextMenuRequested.connect(self._open_menu)
        self.doubleClicked.connect(self._edit)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.show_collections([], 0)

    @property
    def name(self) -> str | None:
        """The collection chosen; None for all documents."""
        return self._name

    def choose(self, name: str | None) -> None:
        """Chooses a collection, or all documents. One that does not exist yet is chosen as soon as it does."""
        changed = name != self._name
        self._name = name
        self._select()
        if changed:
            self.chosen.emit()

    def show_collections(self, collections: list[Collection], documents: int) -> None:
        """Shows other collections; the choice stays. ``documents`` is the number of all."""
        self.rows.set_collections(collections, documents)
        self._select()
        height = self._delegate.sizeHint(self._option(), self.rows.index(0)).height()
        self.setFixedHeight(height * min(ROWS, self.rows.rowCount()) + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt. F2 edits a collection, Delete deletes it."""
        collection = self.rows.collection(self.currentIndex())
        if collection and event.key() == Qt.Key.Key_F2:
            self.edit_wanted.emit(collection)
        elif collection and event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit(collection)
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """See Qt. Shows where the drop would go."""
        super().dragMoveEvent(event)
        if event.isAccepted():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def menu_for(self, collection: Collection | None) -> QMenu:
        """What can be done with a collection, or with all documents (None)."""
        menu = QMenu(self)
        menu.addAction(self.tr("New collection…"), self.new_wanted.emit)
        name = collection.name if collection else None
        menu.addAction(self.tr("Watch a folder…"), lambda: self.watch_wanted.emit(name))
        if collection:
            menu.addSeparator()
            menu.addAction(self.tr("Name and colour…"), lambda: self.edit_wanted.emit(collection)).setShortcut("F2")
            menu.addAction(self.tr("Delete collection"), lambda: self.delete_wanted.emit(collection)).setShortcut("Del")
        return menu

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if index.isValid():
            menu = self.menu_for(self.rows.collection(index))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(at))

    def _edit(self, index: QModelIndex) -> None:
        if collection := self.rows.collection(index):
            self.edit_wanted.emit(collection)

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        collection = self.rows.collection(current)
        name = collection.name if collection else None
        if current.isValid() and name != self._name:
            self._name = name
            self.chosen.emit()

    def _select(self) -> None:
        model = self.selectionModel()
        blocked = model.blockSignals(True)  # the choice stays, also while the rows are not there
        model.setCurrentIndex(self.rows.index_of(self._name), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.blockSignals(blocked)
        self.viewport().update()

    def _option(self) -> QStyleOptionViewItem:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return option
