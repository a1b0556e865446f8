"""The left pane: the collection, the documents and files being imported, and the details of the chosen one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QInputDialog, QListView, QMessageBox, QWidget

from pincite.gui.controls import Bar, Elided, IconButton, button, column, label, row
from pincite.gui.details_card import DetailsCard
from pincite.gui.document_delegate import DocumentDelegate
from pincite.gui.document_rows import DocumentRows, Row, rows_of
from pincite.gui.theme import STEP
from pincite.gui.wording import count

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from pincite.domain import Document
    from pincite.gui.imports import Imports
    from pincite.gui.shelf import Shelf
    from pincite.gui.theme import Theme

REDRAW_MS = 50
"""Progress that arrives within this time is drawn once."""

ALL = "All documents"
NEW = "New collection…"


class DocumentsPane(QWidget):
    """Shows the shelf and the imports.

    Signals:
        add_wanted: the user asked for the file dialog.
        document_chosen(Document): to be shown in the page view.
        remove_wanted(Document): confirmed by the user.
        scope_changed: another collection was chosen.
    """

    add_wanted = Signal()
    document_chosen = Signal(object)
    remove_wanted = Signal(object)
    scope_changed = Signal()

    def __init__(self, shelf: Shelf, imports: Imports, theme: Theme) -> None:
        super().__init__()
        self._shelf = shelf
        self._imports = imports
        self._new_collection = ""
        self._key = ""
        self.rows = DocumentRows()
        self.list = QListView()
        self.list.setModel(self.rows)
        self._delegate = DocumentDelegate(theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName("Documents")
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.clicked.connect(self._on_clicked)
        self.list.activated.connect(self._on_clicked)
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Collection to search and to add to")
        self.chooser.setToolTip("Questions are answered from this collection, and new files are added to it")
        self.chooser.activated.connect(self._on_collection)
        self.count = label(role="muted", wrap=False)
        self.add_button = IconButton("add", "Add PDFs", theme, self.add_wanted.emit, keys="Ctrl+O")
        self.empty = label("Drop PDFs or folders here,\nor press + to choose them.", "muted")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._make_progress()
        self.details = DetailsCard(theme)
        self.details.remove_wanted.connect(self.confirm_removal)
        self.details.dismiss_wanted.connect(imports.dismiss)
        self.details.closed.connect(self._clear_selection)
        self._lay_out()
        self._redraw = QTimer(self)
        self._redraw.setSingleShot(True)
        self._redraw.setInterval(REDRAW_MS)
        self._redraw.timeout.connect(self._show)
        shelf.documents_changed.connect(self._show)
        imports.changed.connect(self._show_soon)
        self._show()

    @property
    def collection(self) -> str | None:
        """The collection chosen; None for all documents."""
        chosen = self.chooser.currentData()
        return chosen if isinstance(chosen, str) and chosen else None

    def choose_collection(self, name: str | None) -> None:
        """Chooses a collection; one that does not exist yet begins with the next import."""
        if name and name not in self._shelf.collections:
            self._new_collection = name
        self._fill_chooser(name)
        self._show()
        self.scope_changed.emit()

    def confirm_removal(self, document: Document) -> None:
        """Asks whether to remove a document, without stopping the window."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Remove document", f"Remove “{document.title}” from the library?")
        box.setParent(self, Qt.WindowType.Dialog)
        box.setInformativeText("Answers will no longer use it. The file it was imported from stays where it is.")
        remove = box.addButton("Remove", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        remove.clicked.connect(lambda: self.remove_wanted.emit(document))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _make_progress(self) -> None:
        self.progress = QWidget()
        self.progress_words = Elided(mode=Qt.TextElideMode.ElideMiddle)
        self.progress_left = label(role="muted", wrap=False)
        self.progress_bar = Bar("Progress of the import")
        self.cancel_button = button("Cancel", self._imports.cancel, "link")
        self.cancel_button.setAccessibleName("Cancel the import")
        layout = column(self.progress, 0, STEP // 2)
        layout.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, STEP)
        layout.addWidget(self.progress_words)
        layout.addWidget(self.progress_bar)
        layout.addLayout(row(self.progress_left, None, self.cancel_button))

    def _lay_out(self) -> None:
        layout = column(self, 0, 0)
        head = row(label("Documents", "heading", wrap=False), self.count, None, self.add_button)
        head.setContentsMargins(2 * STEP, STEP + 4, STEP, STEP // 2)
        chooser = row(self.chooser)
        chooser.setContentsMargins(2 * STEP, 0, 2 * STEP, STEP)
        chooser.setStretch(0, 1)
        layout.addLayout(head)
        layout.addLayout(chooser)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        self._rule = QFrame()
        self._rule.setProperty("role", "rule")
        self._rule.setFixedHeight(1)
        layout.addWidget(self._rule)
        layout.addWidget(self.details)
        layout.addWidget(self.progress)

    def _show_soon(self) -> None:
        if not self._redraw.isActive():
            self._redraw.start()

    def _show(self) -> None:
        rows = rows_of(self._shelf.documents, list(self._imports.files.values()), self._imports.failures, self.collection)
        if self.rows.set_rows(rows):
            self._select(self._key)
        self._show_details()
        self._fill_chooser(self.collection)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        documents = [row.document for row in rows if row.document]
        self.count.setText(f"{len(documents):,}" if documents else "")
        self.count.setToolTip(count(sum(document.page_count for document in documents), "page"))
        self.progress.setVisible(self._imports.busy)
        if self._imports.busy:
            words, left = self._imports.words()
            self.progress_words.show_text(words)
            self.progress_left.setText(left)
            self.progress_bar.show_fraction(self._imports.fraction())
        self._rule.setVisible(self._imports.busy or self.details.isVisibleTo(self))

    def _fill_chooser(self, chosen: str | None) -> None:
        names = list(self._shelf.collections)
        if self._new_collection and self._new_collection not in names:
            names.append(self._new_collection)
        wanted = [ALL, *names, NEW]
        if wanted != [self.chooser.itemText(number) for number in range(self.chooser.count())]:
            self.chooser.clear()
            for text, name in zip(wanted, ["", *names, None], strict=True):
                self.chooser.addItem(text, name)
            self.chooser.insertSeparator(len(wanted) - 1)
        number = self.chooser.findData(chosen or "")
        self.chooser.setCurrentIndex(max(0, number))

    def _on_collection(self, _number: int) -> None:
        if self.chooser.currentText() != NEW:
            self._show()
            self.scope_changed.emit()
            return
        self.chooser.setCurrentIndex(0)
        dialog = QInputDialog(self)
        dialog.setWindowTitle("New collection")
        dialog.setLabelText("A matter, a course, a ward. Its questions are answered from its own documents only.\n\nName")
        dialog.setOkButtonText("Create")
        dialog.textValueSelected.connect(lambda name: self.choose_collection(name.strip() or None))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

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
        if row.document is not None:
            self.document_chosen.emit(row.document)

    def _show_details(self) -> None:
        row = self.rows.row(self.rows.index_of(self._key))
        self.details.show_row(row)
