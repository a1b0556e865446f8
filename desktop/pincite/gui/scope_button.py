"""What the next question is answered from: always in sight, and changed by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QToolButton, QWidget

from pincite.gui.controls import button, column, label, row
from pincite.gui.icons import action_icon
from pincite.gui.theme import STEP
from pincite.gui.translation import counted
from pincite.gui.wording import number_words, shortened
from pincite.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent

    from pincite.domain import Document
    from pincite.gui.theme import Theme

SIZE = QSize(320, 360)
TITLE = 26
"""Letters of a name that the button has room for."""


class ScopeButton(QToolButton):
    """Names the collection and the documents, and opens a card to change them.

    Signals:
        collection_wanted(object): another collection shall be chosen (None: all documents).
        changed: other documents are chosen.
    """

    collection_wanted = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._documents: Sequence[Document] = ()
        self._collections: Sequence[str] = ()
        self._collection: str | None = None
        self._chosen: frozenset[str] = frozenset()
        self.card = ScopeCard(self)
        self.card.collection_wanted.connect(self.collection_wanted)
        self.card.chosen.connect(self._choose)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the words
        self.setIconSize(QSize(12, 12))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.open_card)
        self._draw()
        theme.changed.connect(self._draw)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the documents that are chosen; empty: all of the collection."""
        return tuple(document.id for document in self._within() if document.id in self._chosen)

    def show_library(self, documents: Sequence[Document], collections: Sequence[str], collection: str | None) -> None:
        """Shows what there is and which collection is in force (None: all documents)."""
        self._documents, self._collections, self._collection = documents, collections, collection
        if self.card.isVisible():
            self.card.show_choice(self._within(), collections, collection, self._chosen)
        self._say()

    def choose(self, document_ids: Sequence[str]) -> None:
        """Chooses documents; none: all of the collection."""
        self._choose(frozenset(document_ids))

    def open_card(self) -> None:
        """Opens the card below the button."""
        self.card.show_choice(self._within(), self._collections, self._collection, self._chosen)
        self.card.open_at(self.mapToGlobal(self.rect().bottomRight()))

    def _within(self) -> list[Document]:
        return [d for d in self._documents if self._collection is None or self._collection in d.collections]

    def _choose(self, chosen: frozenset[str]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self._say()
            self.changed.emit()

    def _say(self) -> None:
        within, chosen = self._within(), self.chosen
        where = self._collection or self.tr("All documents")
        if len(chosen) == 1:
            words = shortened(next(document.title for document in within if document.id in chosen), TITLE)
        elif chosen:
            words = self.tr("{chosen} of {total} documents")
            words = words.format(chosen=number_words(len(chosen)), total=number_words(len(within)))
        else:
            words = f"{shortened(where, TITLE)} ({number_words(len(within))})"
        #: {documents} is a title, “2 of 12 documents”, or the name of a collection and how many documents it has
        self.setText(self.tr("in {documents}").format(documents=words))
        whole = ", ".join(document.title for document in within if document.id in chosen) or where
        self.setToolTip(self.tr("Questions are answered from: {documents}. Click to change it.").format(documents=whole))
        self.setAccessibleName(self.tr("Answered from {documents}").format(documents=words))

    def _draw(self) -> None:
        self.setIcon(QIcon(action_icon("arrow-down", self._theme, "muted")))
        colours = self._theme.colours
        tick = data_folder("icons") / "actions" / f"tick-{'dark' if self._theme.dark else 'light'}.svg"
        # the boxes that the style draws can hardly be seen on dark ground
        self.card.list.setStyleSheet(
            f"QListView {{ background: {colours.surface}; }} QListView::item {{ padding: 4px 2px; }}"
            f"QListView::indicator {{ width: 14px; height: 14px; border: 1px solid {colours.muted}; border-radius: 3px; }}"
            f"QListView::indicator:checked {{ background: {colours.accent}; border-color: {colours.accent};"
            f' image: url("{tick.as_posix()}"); }}'
        )


class ScopeCard(QFrame):
    """The choice of a collection and of documents in it. Takes effect at once.

    Signals:
        collection_wanted(object): another collection (None: all documents).
        chosen(frozenset): ids of the documents that are ticked.
    """

    collection_wanted = Signal(object)
    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setProperty("role", "card")
        self.setFixedSize(SIZE)
        self.setAccessibleName(self.tr("What questions are answered from"))
        self.collections = QComboBox()
        self.collections.setAccessibleName(self.tr("Collection"))
        self.collections.activated.connect(lambda at: self.collection_wanted.emit(self.collections.itemData(at)))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Filter documents"))
        self.filter.setAccessibleName(self.tr("Filter documents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._apply_filter)
        self.list = QListWidget()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Documents"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.said = label(role="muted")
        self.all = button(self.tr("All of them"), self._untick, "link")
        layout = column(self, STEP + 4, STEP)
        layout.addWidget(self.collections)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        foot = row(self.said, self.all)
        foot.setStretch(0, 1)
        layout.addLayout(foot)

    def show_choice(
        self, documents: Sequence[Document], collections: Sequence[str], collection: str | None, chosen: frozenset[str]
    ) -> None:
        """Shows the documents of a collection, and which of them are chosen."""
        self.collections.clear()
        self.collections.addItem(self.tr("All documents"), None)
        for name in collections:
            self.collections.addItem(name, name)
        self.collections.setCurrentIndex(max(0, self.collections.findData(collection)) if collection else 0)
        self.list.blockSignals(True)
        self.list.clear()
        for document in sorted(documents, key=lambda one: one.title.casefold()):
            item = QListWidgetItem(document.title)
            item.setData(Qt.ItemDataRole.UserRole, document.id)
            item.setToolTip(document.title)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if document.id in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._apply_filter()
        self._say()

    def open_at(self, corner: QPoint) -> None:
        """Shows the card with its upper right corner at a point of the screen."""
        screen = self.screen().availableGeometry()
        self.move(max(screen.left(), corner.x() - self.width()), min(corner.y() + 4, screen.bottom() - self.height()))
        self.show()
        self.filter.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """See Qt."""
        super().hideEvent(event)
        self.filter.clear()

    def ticked(self) -> frozenset[str]:
        """Ids of the documents that are ticked."""
        items = [self.list.item(place) for place in range(self.list.count())]
        return frozenset(i.data(Qt.ItemDataRole.UserRole) for i in items if i.checkState() is Qt.CheckState.Checked)

    def _tell(self) -> None:
        self._say()
        self.chosen.emit(self.ticked())

    def _untick(self) -> None:
        for place in range(self.list.count()):
            self.list.item(place).setCheckState(Qt.CheckState.Unchecked)

    def _say(self) -> None:
        number = len(self.ticked())
        chosen = counted.tr("%Ln document(s) chosen", None, number)
        self.said.setText(chosen if number else self.tr("None ticked: all are asked."))
        self.all.setVisible(number > 0)

    def _apply_filter(self) -> None:
        wanted = self.filter.text().casefold().split()
        for place in range(self.list.count()):
            item = self.list.item(place)
            item.setHidden(not all(word in item.text().casefold() for word in wanted))
