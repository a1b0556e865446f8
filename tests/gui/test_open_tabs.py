"""The documents that were open at the last end are open again at the next start, each in its own library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from scenes import BOOK, DOCUMENTS, HITS, LEASE, NOTICE, SERVICES, STATUS, library
from scripted_engine import ScriptedEngine

from pincite.domain import SearchResult
from pincite.gui.page_canvas import Fit

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.domain import Document
    from pincite.gui.main_window import MainWindow


def show(window: MainWindow, qtbot: QtBot, document: Document, number: int) -> None:
    window.pages.open(document.id, document.title, number)
    qtbot.waitUntil(lambda: window.pages.document_id == document.id and window.pages.canvas.current == number)


def titles(window: MainWindow) -> list[str]:
    return [tab.title for tab in window.pages.tabs.tabs]


@pytest.fixture
def memory(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> Path:
    """Of a window that was closed with three documents open, the second of them in sight, at its ninth page."""
    memory = tmp_path / "tabs.ini"
    window = open_window(ScriptedEngine(library()), memory=memory)
    for document, number in ((LEASE, 4), (SERVICES, 9), (BOOK, 20)):
        show(window, qtbot, document, number)
    window.pages.zoom_to(1.5)
    window.pages.turn()
    window.pages.canvas.go_to(17)
    window.pages.tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: window.pages.document_id == SERVICES.id and window.pages.canvas.current == 9)
    window.close()
    return memory


def test_tabs_pages_and_the_one_in_sight_come_back(open_window: OpenWindow, memory: Path, qtbot: QtBot) -> None:
    window = open_window(ScriptedEngine(library()), memory=memory)
    pages = window.pages
    qtbot.waitUntil(lambda: pages.document_id == SERVICES.id and pages.canvas.current == 9)
    assert titles(window) == [LEASE.title, SERVICES.title, BOOK.title]
    pages.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: pages.document_id == BOOK.id and pages.canvas.current == 17)
    assert (pages.canvas.zoom, pages.canvas.fit, pages.canvas.quarters) == (1.5, Fit.NOTHING, 1)
    assert LEASE.title not in memory.read_text(encoding="utf-8")


def test_documents_that_are_gone_are_left_out(open_window: OpenWindow, memory: Path, qtbot: QtBot) -> None:
    window = open_window(ScriptedEngine(library([LEASE, replace(BOOK, page_count=5)])), memory=memory)
    qtbot.waitUntil(lambda: window.pages.document_id == BOOK.id and window.pages.canvas.current > 0)
    assert titles(window) == [LEASE.title, BOOK.title]
    assert not window.notice.isVisible()
    assert not window.pages.problem.isVisible()


def test_another_library_has_tabs_of_its_own(open_window: OpenWindow, memory: Path, qtbot: QtBot) -> None:
    elsewhere = replace(STATUS, location="/srv/library")
    window = open_window(ScriptedEngine(library(DOCUMENTS, elsewhere)), memory=memory)
    assert titles(window) == []
    show(window, qtbot, LEASE, 2)
    window.bridge.switch(ScriptedEngine(library()))
    qtbot.waitUntil(lambda: window.shelf.status == STATUS)
    window.pages.keep(())
    window.bridge.switch(ScriptedEngine(library(DOCUMENTS, elsewhere)))
    qtbot.waitUntil(lambda: titles(window) == [LEASE.title] and window.pages.canvas.current == 2)


@pytest.mark.parametrize("damaged", ["[", "[1]", '{"tabs": [{"document": "1ea5e"}]}', '{"tabs": 1}'])
def test_a_list_that_cannot_be_read_costs_nothing(open_window: OpenWindow, memory: Path, qtbot: QtBot, damaged: str) -> None:
    settings = QSettings(str(memory), QSettings.Format.IniFormat)
    (key,) = [key for key in settings.allKeys() if key.startswith("tabs/")]
    settings.setValue(key, damaged)
    settings.sync()
    window = open_window(ScriptedEngine(library()), memory=memory)
    show(window, qtbot, LEASE, 3)
    assert titles(window) == [LEASE.title]


def test_a_search_with_no_page_in_sight_shows_its_best_match(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    def search() -> None:
        window.ask.search_switch.setChecked(True)
        window.ask.box.setPlainText("notice period")
        window.ask.ask()
        engine.finish(engine.last("search"), SearchResult("notice period", HITS))

    search()
    qtbot.waitUntil(lambda: window.pages.canvas.marked == (NOTICE.page, NOTICE.boxes))
    assert window.pages.evidence_bar.count.text() == "Evidence 1 of 3"
    assert window.ask.found.total.text().startswith("1 of 3 matches")
    window.pages.close_tab()
    assert not window.pages.evidence_bar.isVisible()  # there is no page that it could lead through
    show(window, qtbot, BOOK, 2)
    assert window.pages.evidence_bar.isVisible()
    search()
    assert (window.pages.document_id, window.pages.canvas.current) == (BOOK.id, 2)  # a page that is read is left alone
