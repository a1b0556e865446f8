"""The menu of one or several documents."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from pincite.gui.translation import counted, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pincite.domain import Collection, Document
    from pincite.gui.organiser import Organiser


class DocumentActions(QObject):
    """Builds the menu, and passes on what is chosen in it.

    Args:
        organiser: Does what changes the library.
        parent: The widget over which dialogs open.

    Signals:
        open_wanted(Document), reveal_wanted(Path): from the menu.
        reread_wanted(list[Document]): they are to be read anew.
        new_collection_wanted(list[Document]): they are to be put into a collection that does not exist yet.
    """

    open_wanted = Signal(object)
    reveal_wanted = Signal(object)
    reread_wanted = Signal(list)
    new_collection_wanted = Signal(list)

    def __init__(self, organiser: Organiser, parent: QWidget) -> None:
        super().__init__(parent)
        self._organiser = organiser
        self._parent = parent

    def menu(self, documents: Sequence[Document], collections: Sequence[Collection], within: str | None) -> QMenu:
        """What can be done with documents; ``within`` is the collection in which they are shown, None for all documents."""
        chosen = list(documents)
        menu = QMenu(self._parent)
        if len(chosen) == 1:
            document = chosen[0]
            menu.addAction(self.tr("Open"), lambda: self.open_wanted.emit(document))
            menu.addAction(_reveal(), lambda: self.reveal_wanted.emit(Path(document.path)))
            menu.addSeparator()
            menu.addAction(self.tr("Rename…"), lambda: self.rename(document)).setShortcut("F2")
        self._add_collections(menu.addMenu(self.tr("Add to collection")), chosen, collections, None)
        if within:
            self._add_collections(menu.addMenu(self.tr("Move to collection")), chosen, collections, within)
            words = self.tr("Take out of “{name}”").format(name=within)
            menu.addAction(words, lambda: self._organiser.arrange(chosen, out_of=within))
        menu.addSeparator()
        menu.addAction(self.tr("Read again"), lambda: self.reread_wanted.emit(chosen))
        menu.addSeparator()
        many = counted.tr("Remove %Ln document(s)", None, len(chosen))
        words = self.tr("Remove") if len(chosen) == 1 else many
        menu.addAction(words, lambda: self._organiser.remove(chosen)).setShortcut("Del")
        return menu

    def rename(self, document: Document) -> None:
        """Asks for another title, without stopping the window."""
        dialog = QInputDialog(self._parent)
        dialog.setWindowTitle(self.tr("Rename"))
        dialog.setLabelText(self.tr("Title of the document, as answers cite it"))
        dialog.setTextValue(document.title)
        dialog.setOkButtonText(self.tr("Rename"))
        dialog.resize(420, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda title: self._organiser.retitle(document, title))
        dialog.open()

    def _add_collections(
        self, menu: QMenu, documents: list[Document], collections: Sequence[Collection], out_of: str | None
    ) -> None:
        for collection in collections:
            inside = all(collection.name in document.collections for document in documents)
            if collection.name == out_of:
                continue
            arrange = partial(self._organiser.arrange, documents, collection.name, out_of)
            action = menu.addAction(collection.name.replace("&", "&&"), arrange)
            action.setEnabled(not inside or out_of is not None)
        if menu.actions():
            menu.addSeparator()
        menu.addAction(self.tr("New collection…"), lambda: self.new_collection_wanted.emit(documents))


def _reveal() -> str:
    """What the platform calls it to show a file in its folder."""
    if sys.platform == "darwin":
        return translate("document_menu", "Show in Finder")
    if sys.platform == "win32":
        return translate("document_menu", "Show in Explorer")
    return translate("document_menu", "Show in the file manager")
