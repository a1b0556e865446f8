"""Selecting words on a page with the mouse and with keys, and copying them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from scenes import LEASE, NOTICE, page_with_words

from pincite.gui.page_marks import Ink

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from pincite.gui.main_window import MainWindow
    from pincite.gui.page_view import PageView

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
LINE = "giving the Landlord not less than sixty (60) days’ written notice. Notice is given"
QUOTE = "The Tenant may terminate this Agreement at the end of any calendar month by giving the Landlord"


@pytest.fixture
def pages(window: MainWindow, qtbot: QtBot) -> PageView:
    """The lease, open at the words about notice."""
    window.pages.open(LEASE.id, LEASE.title, 4, NOTICE.boxes)
    qtbot.waitUntil(lambda: window.pages.words.page(4) is not None)
    window.pages.zoom_to(1.0)
    window.pages.canvas.mark(4, NOTICE.boxes)
    return window.pages


def at(pages: PageView, text: str, word: int = 0) -> QPoint:
    """The middle of a word (from 0) of a text on page 4, in the viewport."""
    page = page_with_words(4)
    flat = page.text.replace("\n", " ")
    start = flat.index(text)
    places = [found for found in page.words if found.start >= start]
    return pages.canvas.rect_of(4, places[word].box).center().toPoint()


def view(pages: PageView) -> QWidget:
    return pages.canvas.viewport()


def drag(pages: PageView, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view(pages), LEFT, pos=start)
    qtbot.mouseMove(view(pages), (start + end) / 2)
    qtbot.mouseMove(view(pages), end)
    qtbot.mouseRelease(view(pages), LEFT, pos=end)


def clipboard() -> str:
    return QApplication.clipboard().text()


def test_dragging_selects_words_over_lines(pages: PageView, qtbot: QtBot) -> None:
    drag(pages, qtbot, at(pages, "The Tenant may terminate"), at(pages, "Landlord not less"))
    assert pages.selection.text == QUOTE
    assert len(pages.canvas.marks.of(Ink.SELECTION)[4]) == 2  # one box for each line


def test_dragging_backwards_selects_the_same(pages: PageView, qtbot: QtBot) -> None:
    drag(pages, qtbot, at(pages, "Landlord not less"), at(pages, "The Tenant may terminate"))
    assert pages.selection.text == QUOTE


def test_a_click_selects_nothing(pages: PageView, qtbot: QtBot) -> None:
    drag(pages, qtbot, at(pages, "The Tenant may terminate"), at(pages, "Landlord not less"))
    qtbot.mouseClick(view(pages), LEFT, pos=at(pages, "giving"))
    assert pages.selection.empty
    assert not pages.canvas.marks.of(Ink.SELECTION)


def test_two_clicks_select_the_word_and_three_the_line(pages: PageView, qtbot: QtBot) -> None:
    place = at(pages, "sixty (60)")
    qtbot.mouseDClick(view(pages), LEFT, pos=place)
    assert pages.selection.text == "sixty"
    qtbot.mouseClick(view(pages), LEFT, pos=place)
    assert pages.selection.text == LINE


def test_shift_and_a_click_extend_the_selection(pages: PageView, qtbot: QtBot) -> None:
    qtbot.mouseDClick(view(pages), LEFT, pos=at(pages, "The Tenant may terminate"))
    qtbot.mouseRelease(view(pages), LEFT, pos=at(pages, "The Tenant may terminate"))
    pages.selection._forget_double()
    qtbot.mouseClick(view(pages), LEFT, SHIFT, pos=at(pages, "Landlord not less"))
    assert pages.selection.text == QUOTE


def test_keys_select_from_the_cited_words_on(pages: PageView, qtbot: QtBot) -> None:
    pages.canvas.setFocus()
    qtbot.keyClick(pages.canvas, Qt.Key.Key_Right, SHIFT)
    assert pages.selection.text == "The"
    qtbot.keyClick(pages.canvas, Qt.Key.Key_Right, SHIFT)
    assert pages.selection.text == "The Tenant"
    qtbot.keyClick(pages.canvas, Qt.Key.Key_Down, SHIFT)
    assert pages.selection.text.endswith(("by giving the", "by giving"))
    qtbot.keyClick(pages.canvas, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(pages.canvas, Qt.Key.Key_Left, SHIFT)
    assert pages.selection.text == "The"


def test_all_of_the_page_can_be_selected(pages: PageView, qtbot: QtBot) -> None:
    qtbot.keyClick(pages.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert pages.selection.text.startswith("11. Termination by the Tenant")
    assert pages.selection.text.endswith("on the same terms.")


def test_copy_and_copy_with_citation(pages: PageView, qtbot: QtBot) -> None:
    drag(pages, qtbot, at(pages, "The Tenant may terminate"), at(pages, "Landlord not less"))
    qtbot.keyClick(pages.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == QUOTE
    qtbot.keyClick(pages.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | SHIFT)
    assert clipboard() == f"“{QUOTE}” (Residential Lease Agreement, p. iv (4))"


def test_nothing_selected_leaves_the_clipboard_alone(pages: PageView, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("mine")
    qtbot.keyClick(pages.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard() == "mine"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_copies_the_word_under_the_pointer(pages: PageView, qtbot: QtBot) -> None:
    place = at(pages, "sixty (60)")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view(pages).mapToGlobal(place))
    QApplication.sendEvent(view(pages), asked)
    [menu] = [menu for menu in pages.canvas.findChildren(QMenu) if menu.isVisible()]
    texts = [action.text().split("\t")[0] for action in menu.actions()]
    assert texts[:3] == ["Copy", "Copy with citation", "Select the page"]
    menu.actions()[1].trigger()
    assert clipboard() == "“sixty” (Residential Lease Agreement, p. iv (4))"
    menu.close()


def test_escape_selects_nothing(pages: PageView, qtbot: QtBot) -> None:
    qtbot.mouseDClick(view(pages), LEFT, pos=at(pages, "sixty (60)"))
    qtbot.keyClick(pages.canvas, Qt.Key.Key_Escape)
    assert pages.selection.empty


def test_the_pointer_shows_where_words_are(pages: PageView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view(pages), at(pages, "sixty (60)"))
    assert view(pages).cursor().shape() is Qt.CursorShape.IBeamCursor
    qtbot.mouseMove(view(pages), QPoint(2, 2))
    assert view(pages).cursor().shape() is Qt.CursorShape.ArrowCursor


def test_turned_words_can_be_selected(pages: PageView, qtbot: QtBot) -> None:
    pages.turn()
    pages.canvas.mark(4, NOTICE.boxes)
    qtbot.mouseDClick(view(pages), LEFT, pos=at(pages, "sixty (60)"))
    assert pages.selection.text == "sixty"
    assert pages.canvas.marks.of(Ink.SELECTION)[4]
