"""The left pane: collections, the documents and files being imported, and the details of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QWidget

from pincite.gui.collection_dialog import CollectionDialog
from pincite.gui.collection_list import CollectionList
from pincite.gui.controls import IconButton, column, keys_words, label, row
from pincite.gui.details_card import DetailsCard
from pincite.gui.document_delegate import DocumentDelegate
from pincite.gui.document_menu import DocumentActions
from pincite.gui.document_order import arranged
from pincite.gui.document_rows import DocumentRows, Row, rows_of
from pincite.gui.import_progress import ImportProgress
from pincite.gui.list_options import ListOptions
from pincite.gui.theme import STEP
from pincite.gui.undo_strip import UndoStrip
from pincite.gui.watched_panel import WatchedPanel
from pincite.gui.wording import number_words, page_count

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QSettings
    from PySide6.QtGui import QKeyEvent

    from pincite.domain import Collection, Document
    from pincite.gui.imports import Imports
    from pincite.gui.organiser import Organiser
    from pincite.gui.shelf import Shelf
    from pincite.gui.theme import Theme
    from pincite.gui.watching import Watching

REDRAW_MS = 50
"""Progress that arrives within this time is drawn once."""

LEAST = 224
"""Pixels of width with text of the usual size."""

FILTER_KEYS = "Ctrl+Shift+L"


class DocumentList(QListView):
    """The documents. F2 renames one, Delete removes those that are selected.

    Signals:
        rename_wanted, remove_wanted: by key.
    """

    rename_wanted = Signal()
    remove_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class DocumentsPane(QWidget):
    """Shows the shelf and the imports.

    Signals:
        add_wanted: the user asked for the file dialog.
        document_chosen(Document): to be shown in the page view.
        password_wanted(FileResult): the user wants to give the password of a file that failed.
        scope_changed: another collection was chosen.
        watch_wanted(object): a folder shall be watched, for a collection or None.
    """

    add_wanted = Signal()
    document_chosen = Signal(object)
    password_wanted = Signal(object)
    scope_changed = Signal()
    watch_wanted = Signal(object)

    def __init__(
        self, shelf: Shelf, imports: Imports, organiser: Organiser, watching: Watching, theme: Theme, memory: QSettings
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._imports = imports
        self._organiser = organiser
        self._theme = theme
        self._key = ""
        self.collections = CollectionList(theme)
        self.watched = WatchedPanel(watching, theme)
        self.new_button = IconButton("add", self.tr("New collection"), theme, self.new_collection, "muted")
        self.add_button = IconButton("add", self.tr("Add PDFs"), theme, self.add_wanted.emit, keys="Ctrl+O")
        self.count = label(role="muted", wrap=False)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter the documents by words of their titles"))
        words = self.tr("Show only documents with these words in their titles or file names ({keys})")
        self.filter.setToolTip(words.format(keys=keys_words(FILTER_KEYS)))
        self.options = ListOptions(theme, memory)
        self._make_list()
        self.empty = label(role="muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.actions_of = DocumentActions(organiser, self)
        self.undo = UndoStrip(theme, "Ctrl+Z")
        self.progress = ImportProgress(imports)
        self.details = DetailsCard(theme)
        self._lay_out()
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAW_MS)
        self._redraw.timeout.connect(self._show)
        self._connect()
        self._on_look()

    @property
    def collection(self) -> str | None:
        """The collection chosen; None for all documents."""
        return self.collections.name

    @property
    def selected(self) -> list[Document]:
        """The documents that are selected."""
        return self.rows.documents(self.list.selectionModel().selectedIndexes())

    def choose_collection(self, name: str | None) -> None:
        """Chooses a collection; one that does not exist yet is made by the next import."""
        self.collections.choose(name)

    def new_collection(self, documents: list[Document] | None = None) -> None:
        """Asks for a new collection, and puts documents into it."""
        dialog = CollectionDialog(self._theme, parent=self)

        def settled(name: str, colour: object) -> None:
            self._organiser.create(name, colour, documents or ())  # type: ignore[arg-type]
            if not documents:
                self.choose_collection(name)

        dialog.settled.connect(settled)
        dialog.open()

    def edit_collection(self, collection: Collection) -> None:
        """Asks for another name or colour."""
        dialog = CollectionDialog(self._theme, collection, self)

        def settled(name: str, colour: object) -> None:
            self._organiser.change(collection, name, colour)  # type: ignore[arg-type]
            if self.collection == collection.name:
                self.choose_collection(name)

        dialog.settled.connect(settled)
        dialog.open()

    def delete_collection(self, collection: Collection) -> None:
        """Deletes a collection; it can be undone."""
        if self.collection == collection.name:
            self.choose_collection(None)
        self._organiser.delete(collection)

    def _make_list(self) -> None:
        self.rows = DocumentRows()
        self.list = DocumentList()
        self.list.setModel(self.rows)
        self._delegate = DocumentDelegate(self._theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setDragEnabled(True)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.setAccessibleName(self.tr("Documents"))

    def _connect(self) -> None:
        actions, collections, organiser = self.actions_of, self.collections, self._organiser
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_clicked)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.list.rename_wanted.connect(self._rename)
        self.list.remove_wanted.connect(lambda: organiser.remove(self.selected))
        actions.open_wanted.connect(self.document_chosen)
        actions.new_collection_wanted.connect(self.new_collection)
        actions.reread_wanted.connect(self._imports.reread)
        collections.chosen.connect(self._on_collection)
        collections.new_wanted.connect(self.new_collection)
        collections.watch_wanted.connect(self.watch_wanted)
        collections.edit_wanted.connect(self.edit_collection)
        collections.delete_wanted.connect(self.delete_collection)
        collections.rows.documents_dropped.connect(self._on_dropped)
        collections.rows.files_dropped.connect(lambda paths, name: self._imports.add(paths, name or None))
        self.filter.textChanged.connect(self._show)
        self.options.changed.connect(self._show)
        self.details.remove_wanted.connect(lambda document: organiser.remove([document]))
        self.details.dismiss_wanted.connect(self._imports.dismiss)
        self.details.password_wanted.connect(self.password_wanted)
        self.details.closed.connect(self._clear_selection)
        organiser.offered.connect(lambda words: self.undo.say(words, undoable=True))
        organiser.lapsed.connect(self.undo.hide)
        self.undo.undo_wanted.connect(organiser.undo)
        self._theme.changed.connect(self._on_look)
        self._shelf.documents_changed.connect(self._show)
        self._imports.changed.connect(self._show_soon)

    def _lay_out(self) -> None:
        layout = column(self, 0, 0)
        head = row(label(self.tr("Collections"), "heading", wrap=False), None, self.new_button)
        head.setContentsMargins(2 * STEP, STEP + 4, STEP, STEP // 2)
        documents = row(label(self.tr("Documents"), "heading", wrap=False), self.count, None, self.add_button)
        documents.setContentsMargins(2 * STEP, STEP + 4, STEP, STEP // 2)
        filters = row(self.filter, self.options, spacing=STEP // 2)
        filters.setContentsMargins(2 * STEP, 0, STEP, STEP)
        self._rule = _rule()
        undo = row(self.undo)
        undo.setContentsMargins(STEP, STEP // 2, STEP, STEP // 2)
        for part in (head, self.collections, self.watched, _rule(STEP), documents, filters):
            layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addLayout(undo)
        layout.addWidget(self._rule)
        layout.addWidget(self.details)
        layout.addWidget(self.progress)

    def _on_look(self) -> None:
        """Larger text needs a wider pane and higher rows."""
        self.setMinimumWidth(round(LEAST * min(self._theme.appearance.scale, 150) / 100))
        self.list.doItemsLayout()
        self._show()

    def _show_soon(self) -> None:
        if not self._redraw.isActive():
            self._redraw.start()

    def _show(self) -> None:
        everything = self._shelf.documents
        self.collections.show_collections(self._shelf.collections, len(everything))
        documents = arranged(everything, self.options.order, self.options.show_only, self.filter.text())
        rows = rows_of(documents, list(self._imports.files.values()), self._imports.failures, self.collection)
        if self.rows.set_rows(rows):
            self._select(self._key)
        self.details.show_row(self.rows.row(self.rows.index_of(self._key)))
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(self._why_empty(len(everything)))
        shown = [row.document for row in rows if row.document]
        self.count.setText(number_words(len(shown)) if shown else "")
        self.count.setToolTip(page_count(sum(document.page_count for document in shown)))
        self.progress.show_state()
        self._rule.setVisible(self._imports.busy or self.details.isVisibleTo(self))

    def _why_empty(self, documents: int) -> str:
        if documents and (self.filter.text().strip() or self.options.restricts):
            return self.tr("No document fits the filter.")
        if documents and self.collection:
            return self.tr("This collection is empty.\nDrag documents onto its name, or drop PDFs here.")
        return self.tr("Drop PDFs or folders here,\nor press + to choose them.")

    def _select(self, key: str) -> None:
        self.list.selectionModel().setCurrentIndex(self.rows.index_of(key), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _clear_selection(self) -> None:
        self._key = ""
        self.list.selectionModel().clear()
        self._show()

    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        row = self.rows.row(current)
        if row is not None:
            self._key = row.key

    def _on_clicked(self, index: QModelIndex) -> None:
        row: Row | None = self.rows.row(index)
        if row is None:
            return
        self._key = row.key
        self._show()
        if row.document is not None and len(self.selected) < 2:
            self.document_chosen.emit(row.document)

    def _on_collection(self) -> None:
        self._show()
        self.watched.show_collection(self.collection)
        self.scope_changed.emit()

    def _on_dropped(self, ids: list[str], name: str) -> None:
        documents = [document for document_id in ids if (document := self._shelf.document(document_id))]
        self._organiser.arrange(documents, name)

    def _rename(self) -> None:
        if len(self.selected) == 1:
            self.actions_of.rename(self.selected[0])

    def _open_menu(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid() and self.selected:
            menu = self.actions_of.menu(self.selected, self._shelf.collections, self.collection)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(at))


def _rule(margin: int = 0) -> QWidget:
    """A thin line, with room around it."""
    line = QFrame()
    line.setProperty("role", "rule")
    line.setFixedHeight(1)
    if not margin:
        return line
    room = QWidget()
    layout = column(room, 0, 0)
    layout.setContentsMargins(0, margin, 0, 0)
    layout.addWidget(line)
    return room
