"""Collections and documents in the left pane: sorted, filtered, moved, renamed, removed, and each of it taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel, QMimeData, QModelIndex, Qt, QUrl
from PySide6.QtWidgets import QInputDialog, QLineEdit, QMenu
from scenes import BOOK, DOCUMENTS, LEASE, SCAN, SERVICES, library
from scripted_engine import ScriptedEngine

from pincite.domain import Collection, CollectionColour, Document, DocumentStatus, Scope
from pincite.gui.collection_dialog import CollectionDialog
from pincite.gui.document_order import Order, Show, arranged
from pincite.gui.document_rows import DOCUMENTS as DRAGGED
from pincite.gui.organiser import NO_DOCUMENT
from pincite.gui.reveal import revealed

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow

STREET = Collection("Harbour Street", CollectionColour.GREEN, 2)
WARD = Collection("Ward 7", CollectionColour.RED, 0)


@pytest.fixture
def window(open_window: OpenWindow, engine: ScriptedEngine) -> MainWindow:
    """A window on four documents and two collections."""
    engine.replies["organising.collections"] = lambda _arguments: [STREET, WARD]
    return open_window(engine)


def titles(window: MainWindow) -> list[str]:
    model = window.documents.rows
    return [str(model.index(number).data()) for number in range(model.rowCount())]


def select(window: MainWindow, *documents: Document) -> None:
    model = window.documents.list.selectionModel()
    model.clear()
    for document in documents:
        model.select(window.documents.rows.index_of(document.id), QItemSelectionModel.SelectionFlag.Select)


def trigger(menu: QMenu, *words: str) -> None:
    """Chooses an entry of a menu, or of one in it."""
    action: QAction = next(action for action in menu.actions() if action.text() == words[0])
    if words[1:]:
        inner = action.menu()
        assert isinstance(inner, QMenu)
        trigger(inner, *words[1:])
    else:
        assert action.isEnabled()
        action.trigger()


def menu_of(window: MainWindow, *documents: Document) -> QMenu:
    pane = window.documents
    return pane.actions_of.menu(documents, window.shelf.collections, pane.collection)


# --- sorting and filtering -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("order", "first"), [(Order.TITLE, SCAN), (Order.ADDED, BOOK), (Order.PAGES, SCAN), (Order.STATE, SCAN)]
)
def test_documents_are_sorted_by_what_was_chosen(order: Order, first: Document) -> None:
    assert arranged(DOCUMENTS, order, Show.ALL, "")[0] is first


def test_state_has_problems_first_and_what_is_ready_last() -> None:
    waiting = replace(LEASE, id="w", status=DocumentStatus.IMPORTING)
    text = replace(LEASE, id="t", status=DocumentStatus.TEXT)
    ids = [document.id for document in arranged([LEASE, text, SCAN, waiting], Order.STATE, Show.ALL, "")]
    assert ids == [SCAN.id, "w", "t", LEASE.id]


@pytest.mark.parametrize(
    ("show", "words", "left"),
    [
        (Show.ALL, "AGREEMENT residential", [LEASE]),
        (Show.ALL, "soil.pdf", [BOOK]),
        (Show.ALL, "harbour", [SERVICES, LEASE]),
        (Show.PROBLEMS, "", [SCAN]),
        (Show.UNREADY, "", [SCAN]),
        (Show.PROBLEMS, "lease", []),
    ],
)
def test_documents_are_filtered_by_words_and_state(show: Show, words: str, left: list[Document]) -> None:
    assert arranged(DOCUMENTS, Order.TITLE, show, words) == left


def test_the_filter_restricts_the_list_and_says_when_nothing_fits(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.documents.filter, "lease")
    assert titles(window) == [LEASE.title]
    qtbot.keyClicks(window.documents.filter, " horse")
    assert window.documents.empty.isVisible()
    assert window.documents.empty.text() == "No document fits the filter."
    window.documents.filter.clear()
    menu = window.documents.options.menu()
    assert menu is not None
    trigger(menu, Show.PROBLEMS.value)
    assert titles(window) == [SCAN.title]


def test_the_order_is_remembered(open_window: OpenWindow, tmp_path: Path) -> None:
    memory = tmp_path / "order.ini"
    menu = open_window(ScriptedEngine(library()), memory=memory).documents.options.menu()
    assert menu is not None
    trigger(menu, Order.ADDED.value)
    again = open_window(ScriptedEngine(library()), memory=memory)
    assert titles(again)[0] == BOOK.title


# --- collections -----------------------------------------------------------------------------------------------------


def test_collections_are_listed_with_the_number_of_their_documents(window: MainWindow) -> None:
    rows = window.documents.collections.rows
    shown = [rows.index(number).data(Qt.ItemDataRole.AccessibleTextRole) for number in range(rows.rowCount())]
    assert shown == ["All documents, 4 documents", "Harbour Street, 2 documents", "Ward 7, 0 documents"]


def test_a_click_on_a_collection_makes_it_the_scope(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    pane = window.documents
    place = pane.collections.visualRect(pane.collections.rows.index_of("Harbour Street")).center()
    with qtbot.waitSignal(pane.scope_changed):
        qtbot.mouseClick(pane.collections.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert titles(window) == [SERVICES.title, LEASE.title]
    window.ask.box.setPlainText("Who pays?")
    window.ask.ask()
    assert engine.last("ask").arguments["scope"].collection == "Harbour Street"


def test_a_collection_is_created_with_name_and_colour(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.documents.new_button.click()
    dialog = window.documents.findChild(CollectionDialog)
    assert dialog is not None
    assert not dialog.save_button.isEnabled()
    qtbot.keyClicks(dialog.name, " Course 4 ")
    dialog.swatches[CollectionColour.PURPLE].click()
    dialog.save_button.click()
    assert engine.last("organising.create").arguments == {"name": "Course 4", "colour": "purple"}
    assert window.documents.collection == "Course 4"
    assert window.documents.empty.text().startswith("This collection is empty.")


def test_a_collection_is_renamed_and_stays_chosen(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.documents.choose_collection(STREET.name)
    qtbot.keyClick(window.documents.collections, Qt.Key.Key_F2)
    dialog = window.documents.findChild(CollectionDialog)
    assert dialog is not None
    assert dialog.colour is CollectionColour.GREEN
    qtbot.keyClicks(dialog.name, "Canal Street")  # all of the old name is selected
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert engine.last("organising.change").arguments == {
        "name": "Harbour Street",
        "new_name": "Canal Street",
        "colour": "green",
    }
    assert window.documents.collection == "Canal Street"


def test_a_deleted_collection_can_be_brought_back(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.documents.choose_collection(STREET.name)
    qtbot.keyClick(window.documents.collections, Qt.Key.Key_Delete)
    assert window.documents.collection is None
    engine.finish(engine.last("organising.delete"), [LEASE.id, SERVICES.id])
    undo = window.documents.undo
    assert undo.isVisible()
    assert "Its documents are still in the library." in undo.said.text()
    undo.undo.click()
    assert engine.last("organising.bring_back").arguments == {
        "name": "Harbour Street",
        "colour": "green",
        "document_ids": [LEASE.id, SERVICES.id],
    }


def test_documents_are_dragged_into_a_collection_and_back(window: MainWindow, engine: ScriptedEngine) -> None:
    select(window, LEASE, BOOK)
    data = window.documents.rows.mimeData(window.documents.list.selectionModel().selectedIndexes())
    assert data.hasFormat(DRAGGED)
    rows = window.documents.collections.rows
    drop = Qt.DropAction.CopyAction
    assert not rows.canDropMimeData(data, drop, -1, 0, rows.index_of(None))  # all documents have them already
    assert rows.dropMimeData(data, drop, -1, 0, rows.index_of("Harbour Street"))
    assert engine.last("organising.arrange").arguments == {
        "document_ids": [BOOK.id],  # the lease is there
        "into": "Harbour Street",
        "out_of": None,
    }
    window.documents.undo.undo.click()
    assert engine.last("organising.arrange").arguments == {
        "document_ids": [BOOK.id],
        "into": None,
        "out_of": "Harbour Street",
    }


def test_files_dropped_on_a_collection_are_imported_into_it(window: MainWindow, engine: ScriptedEngine) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/docs/new.pdf")])
    rows = window.documents.collections.rows
    assert not rows.canDropMimeData(data, Qt.DropAction.CopyAction, 1, 0, QModelIndex())  # between two rows
    assert rows.dropMimeData(data, Qt.DropAction.CopyAction, -1, 0, rows.index_of("Ward 7"))
    assert engine.last("add").arguments["collection"] == "Ward 7"


def test_a_document_that_is_still_read_cannot_be_dragged(open_window: OpenWindow) -> None:
    waiting = replace(LEASE, status=DocumentStatus.IMPORTING)
    rows = open_window(ScriptedEngine(library([waiting, BOOK]))).documents.rows
    assert not rows.flags(rows.index_of(LEASE.id)) & Qt.ItemFlag.ItemIsDragEnabled
    assert rows.flags(rows.index_of(BOOK.id)) & Qt.ItemFlag.ItemIsDragEnabled


# --- the menu of documents -------------------------------------------------------------------------------------------


def test_documents_are_moved_by_menu(window: MainWindow, engine: ScriptedEngine) -> None:
    window.documents.choose_collection(STREET.name)
    trigger(menu_of(window, LEASE, SERVICES), "Move to collection", "Ward 7")
    sent = engine.last("organising.arrange").arguments
    assert sent == {"document_ids": [LEASE.id, SERVICES.id], "into": "Ward 7", "out_of": "Harbour Street"}
    assert window.documents.undo.said.text() == "Moved 2 documents to “Ward 7”."
    trigger(menu_of(window, LEASE), "Take out of “Harbour Street”")
    assert engine.last("organising.arrange").arguments["into"] is None


def test_documents_go_into_a_collection_that_is_made_for_them(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    trigger(menu_of(window, BOOK), "Add to collection", "New collection…")
    dialog = window.documents.findChild(CollectionDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.name, "Soil")
    dialog.save_button.click()
    engine.finish(engine.last("organising.create"))
    assert engine.last("organising.arrange").arguments == {"document_ids": [BOOK.id], "into": "Soil", "out_of": None}
    assert window.documents.collection is None  # what one looks at stays


def test_a_document_is_renamed_and_gets_its_title_back(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    select(window, LEASE)
    qtbot.keyClick(window.documents.list, Qt.Key.Key_F2)
    dialog = window.documents.findChild(QInputDialog)
    assert dialog is not None
    field = dialog.findChild(QLineEdit)
    assert field is not None
    assert field.text() == LEASE.title
    dialog.setTextValue("Lease 2026")
    dialog.accept()
    assert engine.last("organising.retitle").arguments == {"document_id": LEASE.id, "title": "Lease 2026"}
    window.organiser.undo()
    assert engine.last("organising.retitle").arguments == {"document_id": LEASE.id, "title": LEASE.title}


def test_documents_are_read_again(window: MainWindow, engine: ScriptedEngine) -> None:
    trigger(menu_of(window, LEASE), "Read again")
    assert engine.last("imports.reread").arguments == {"document_ids": [LEASE.id]}
    assert window.imports.busy


def test_a_file_that_moved_is_said_to_be_gone(window: MainWindow, tmp_path: Path) -> None:
    window.documents.actions_of.reveal_wanted.emit(tmp_path / "nowhere" / "gone.pdf")
    assert "is gone" in window.notice.said[0]
    assert revealed(tmp_path / "gone.pdf") == tmp_path
    (tmp_path / "here.pdf").touch()
    assert revealed(tmp_path / "here.pdf") == tmp_path / "here.pdf"


# --- removing --------------------------------------------------------------------------------------------------------


def test_a_removed_document_is_gone_at_once_and_can_be_brought_back(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    window.documents.document_chosen.emit(LEASE)
    qtbot.waitUntil(lambda: window.pages.canvas.current == 1)
    select(window, LEASE, BOOK)
    qtbot.keyClick(window.documents.list, Qt.Key.Key_Delete)
    assert titles(window) == [SCAN.title, SERVICES.title]
    assert window.pages.document_id == ""
    assert engine.last("removals.note").arguments == {"document_ids": [BOOK.id, LEASE.id]}
    assert window.documents.undo.said.text() == "Removed 2 documents."
    finished = engine.count("removals.finish")
    window.documents.undo.undo.click()
    assert engine.last("removals.keep").arguments == {"document_ids": [BOOK.id, LEASE.id]}
    assert len(titles(window)) == 4
    window.organiser.settle()
    assert engine.count("removals.finish") == finished


def test_a_removed_document_takes_no_part_in_answers_before_it_is_gone(window: MainWindow, engine: ScriptedEngine) -> None:
    window.organiser.remove([LEASE])
    window.ask.box.setPlainText("Who pays?")
    window.ask.ask()
    assert set(engine.last("ask").arguments["scope"].document_ids) == {SCAN.id, SERVICES.id, BOOK.id}
    window.organiser.remove([SCAN, SERVICES, BOOK])
    assert window.organiser.without_removed(Scope()).document_ids == (NO_DOCUMENT,)


def test_what_was_removed_is_gone_for_good_when_it_cannot_be_undone_any_more(open_window: OpenWindow, qtbot: QtBot) -> None:
    documents = list(DOCUMENTS)
    engine = ScriptedEngine(library() | {"documents": lambda _arguments: list(documents)})
    engine.replies["removals.finish"] = lambda _arguments: documents.remove(LEASE) if engine.count("removals.note") else None
    window = open_window(engine)
    window.organiser.remove([LEASE])
    assert LEASE in documents
    window.organiser.settle()
    qtbot.waitUntil(lambda: not window.shelf.hidden)
    assert LEASE.title not in titles(window)
    assert not window.documents.undo.isVisible()


def test_an_engine_that_dies_does_not_end_the_time_to_undo(window: MainWindow, engine: ScriptedEngine) -> None:
    window.organiser.remove([LEASE])
    engine.die()
    assert engine.count("removals.finish") == 0
    assert engine.last("removals.note").arguments == {"document_ids": [LEASE.id]}
