"""Several documents in tabs, each with its own way through it; and the small pages beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QTabBar
from scenes import BOOK, LEASE, NOTICE, SCAN, SERVICES

from pincite.gui.page_canvas import Fit
from pincite.gui.page_side import Side
from pincite.gui.thumbnails import KEPT_BYTES, WIDTH

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from scripted_engine import ScriptedEngine

    from pincite.domain import Document
    from pincite.gui.main_window import MainWindow
    from pincite.gui.page_view import PageView

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def show(pages: PageView, qtbot: QtBot, document: Document, number: int = 1) -> None:
    pages.open(document.id, document.title, number)
    qtbot.waitUntil(lambda: pages.document_id == document.id and pages.canvas.current == number)


def titles(pages: PageView) -> list[str]:
    return [tab.title for tab in pages.tabs.tabs]


@pytest.fixture
def pages(window: MainWindow, qtbot: QtBot) -> PageView:
    """Three documents, the last one in sight."""
    for document, number in ((LEASE, 4), (SERVICES, 9), (BOOK, 20)):
        show(window.pages, qtbot, document, number)
    return window.pages


# --- tabs ------------------------------------------------------------------------------------------------------------


def test_one_document_needs_no_tab_and_two_have_one_each(window: MainWindow, qtbot: QtBot) -> None:
    show(window.pages, qtbot, LEASE)
    assert not window.pages.tabs.isVisible()
    show(window.pages, qtbot, SERVICES)
    assert window.pages.tabs.isVisible()
    show(window.pages, qtbot, LEASE, 3)
    assert titles(window.pages) == [LEASE.title, SERVICES.title]
    assert window.pages.tabs.currentIndex() == 0


def test_a_tab_is_found_as_it_was_left(pages: PageView, qtbot: QtBot) -> None:
    pages.zoom_to(1.75)
    pages.turn()
    pages.canvas.go_to(17)
    left = pages.canvas.spot()
    pages.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id and pages.canvas.current == 4)
    assert (pages.canvas.fit, pages.canvas.quarters) == (Fit.WIDTH, 0)
    pages.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: pages.document_id == BOOK.id and pages.canvas.current == 17)
    assert (pages.canvas.zoom, pages.canvas.fit, pages.canvas.quarters) == (1.75, Fit.NOTHING, 1)
    spot = pages.canvas.spot()
    assert spot is not None
    assert left is not None
    assert spot.number == left.number


def test_each_tab_has_its_own_way_back(pages: PageView, qtbot: QtBot) -> None:
    pages.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id and pages.canvas.current == 4)
    assert not pages.tools.back.isEnabled()  # the lease was opened first, from nowhere
    show(pages, qtbot, LEASE, 12)
    pages.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: pages.document_id == BOOK.id and pages.canvas.current == 20)
    pages.back()  # to the services agreement, which the book was opened from
    qtbot.waitUntil(lambda: pages.document_id == SERVICES.id and pages.canvas.current == 9)
    pages.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: pages.canvas.current == 12)
    pages.back()
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id and pages.canvas.current == 4)
    assert titles(pages) == [LEASE.title, SERVICES.title, BOOK.title]


def test_keys_go_around_the_tabs_and_close_them(window: MainWindow, pages: PageView, qtbot: QtBot) -> None:
    for modifiers, document in ((CTRL, LEASE), (CTRL | SHIFT, BOOK), (CTRL | SHIFT, SERVICES)):
        qtbot.keyClick(window, Qt.Key.Key_Tab if modifiers == CTRL else Qt.Key.Key_Backtab, modifiers)
        qtbot.waitUntil(lambda document=document: pages.document_id == document.id)
    for left in (BOOK, LEASE):  # as they were shown before
        qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
        qtbot.waitUntil(lambda left=left: pages.document_id == left.id and pages.canvas.current > 0)
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)
    assert pages.document_id == ""
    assert pages.body.hint.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_W, CTRL)  # closes nothing more, least of all the window
    assert window.isVisible()


def test_the_middle_button_closes_a_tab_and_leaves_the_one_in_sight(pages: PageView, qtbot: QtBot) -> None:
    rect: QRect = pages.tabs.tabRect(0)
    qtbot.mouseClick(pages.tabs, Qt.MouseButton.MiddleButton, pos=rect.center())
    assert titles(pages) == [SERVICES.title, BOOK.title]
    assert (pages.document_id, pages.canvas.current) == (BOOK.id, 20)


def test_a_closed_document_can_be_gone_back_to(pages: PageView, qtbot: QtBot) -> None:
    qtbot.mouseClick(pages.tabs.tabButton(1, QTabBar.ButtonPosition.RightSide), Qt.MouseButton.LeftButton)
    assert titles(pages) == [LEASE.title, BOOK.title]
    pages.back()
    qtbot.waitUntil(lambda: pages.document_id == SERVICES.id and pages.canvas.current == 9)
    assert SERVICES.title in titles(pages)


def test_documents_that_left_the_library_are_closed(pages: PageView, qtbot: QtBot) -> None:
    pages.keep({LEASE.id, SCAN.id})
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id and pages.canvas.current == 4)
    assert titles(pages) == [LEASE.title]
    assert not pages.tools.forward.isEnabled()


def test_a_document_that_is_open_is_shown_where_it_was_left(window: MainWindow, pages: PageView, qtbot: QtBot) -> None:
    window.documents.document_chosen.emit(LEASE)
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id and pages.canvas.current == 4)
    window.documents.document_chosen.emit(SCAN)
    qtbot.waitUntil(lambda: pages.document_id == SCAN.id and pages.canvas.current == 1)


def test_tabs_keep_no_pages(pages: PageView, engine: ScriptedEngine, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: pages.images.image(20) is not None)
    of_one = pages.images.size
    for document in (LEASE, SERVICES, SCAN, BOOK):
        show(pages, qtbot, document, 9)
        qtbot.waitUntil(lambda: pages.images.image(9) is not None)
    assert pages.images.size < 2 * of_one
    assert all(request.arguments["document_id"] for request in engine.asked if request.verb == "render")


def test_evidence_in_another_document_opens_beside_and_leads_back(window: MainWindow, pages: PageView, qtbot: QtBot) -> None:
    pages.open(LEASE.id, LEASE.title, NOTICE.page, NOTICE.boxes)
    qtbot.waitUntil(lambda: pages.canvas.marked == (NOTICE.page, NOTICE.boxes))
    pages.back()
    qtbot.waitUntil(lambda: pages.document_id == BOOK.id and pages.canvas.current == 20)
    pages.forward()
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id and pages.canvas.current == 4)


# --- small pages -----------------------------------------------------------------------------------------------------


def test_small_pages_are_fetched_where_they_are_seen_and_lead_to_theirs(
    pages: PageView, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    small = pages.thumbnails
    assert not any(request.arguments["scale"] < 0.5 for request in engine.asked if request.verb == "render")
    pages.show_side(Side.PAGES)
    qtbot.waitUntil(lambda: bool(small.in_sight()) and all(small.images.image(number) for number in small.in_sight()))
    asked = [r.arguments["number"] for r in engine.asked if r.verb == "render" and r.arguments["scale"] < 0.5]
    assert 20 in asked  # the page that is read has been brought into sight
    assert len(asked) < BOOK.page_count
    qtbot.waitUntil(lambda: small.currentIndex().row() == 19)
    image = small.images.image(20)
    assert image is not None
    assert abs(image.width() - WIDTH * pages.devicePixelRatioF()) <= 2
    first = small.in_sight()[0]
    small.clicked.emit(small.model().index(first - 1, 0))
    assert pages.canvas.current == first
    pages.back()
    assert pages.canvas.current == 20
    assert small.images.size < KEPT_BYTES
