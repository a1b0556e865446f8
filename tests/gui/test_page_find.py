"""Finding words in the document that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from scenes import LEASE, SCAN, SERVICES, library
from scripted_engine import ScriptedEngine

from pincite.events import MatchesFound, Progress, Stage
from pincite.gui.page_find import Matches
from pincite.gui.page_marks import Ink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow
    from pincite.gui.page_view import PageView

SPAN, OTHER = (0, 3), (5, 16)


@pytest.fixture
def lease(window: MainWindow, qtbot: QtBot) -> PageView:
    """The lease, open at page 4; each of its 14 pages has “notice” three times."""
    window.pages.open(LEASE.id, LEASE.title, 4)
    qtbot.waitUntil(lambda: window.pages.canvas.current == 4)
    return window.pages


@pytest.fixture
def waiting(open_window: OpenWindow, qtbot: QtBot) -> tuple[PageView, ScriptedEngine]:
    """The same, where the test tells what is found."""
    replies = library()
    del replies["reading.find"]
    engine = ScriptedEngine(replies)
    pages = open_window(engine).pages
    pages.open(LEASE.id, LEASE.title, 4)
    qtbot.waitUntil(lambda: pages.canvas.current == 4)
    return pages, engine


def look_for(pages: PageView, qtbot: QtBot, text: str) -> None:
    qtbot.keyClick(pages.window(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    pages.find_bar.field.clear()
    qtbot.keyClicks(pages.find_bar.field, text)


def test_it_starts_where_one_reads_and_counts_from_the_beginning(lease: PageView, qtbot: QtBot) -> None:
    look_for(lease, qtbot, "NOTICE")
    qtbot.waitUntil(lambda: lease.find_bar.said.text() == "10 of 42")
    assert lease.canvas.current == 4
    qtbot.waitUntil(lambda: bool(lease.canvas.marks.of(Ink.CURRENT).get(4)))
    boxes = lease.canvas.marks.of(Ink.CURRENT)[4]
    assert lease.canvas.viewport().rect().contains(lease.canvas.rect_of(4, boxes[0]).toRect())
    qtbot.waitUntil(lambda: len(lease.canvas.marks.of(Ink.MATCH).get(4, ())) == 3)


def test_a_match_on_a_page_whose_words_have_not_come_is_marked_when_they_do(lease: PageView, qtbot: QtBot) -> None:
    look_for(lease, qtbot, "notice")
    qtbot.waitUntil(lambda: lease.find_bar.said.text() == "10 of 42")
    for _ in range(3 * 8):
        lease.step_match(1)
    assert lease.canvas.current == 12
    qtbot.waitUntil(lambda: bool(lease.canvas.marks.of(Ink.CURRENT).get(12)))
    [box] = lease.canvas.marks.of(Ink.CURRENT)[12]
    assert lease.canvas.viewport().rect().contains(lease.canvas.rect_of(12, box).toRect())
    qtbot.waitUntil(lambda: len(lease.canvas.marks.of(Ink.MATCH).get(12, ())) == 3)


def test_keys_go_on_and_back_and_around(lease: PageView, qtbot: QtBot) -> None:
    look_for(lease, qtbot, "notice")
    qtbot.waitUntil(lambda: lease.find_bar.said.text() == "10 of 42")
    for key, modifier, said in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "11 of 42"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "12 of 42"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier, "13 of 42"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, "12 of 42"),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, "11 of 42"),
    ):
        qtbot.keyClick(lease.find_bar.field, key, modifier)
        assert lease.find_bar.said.text() == said
    for _ in range(32):
        lease.step_match(1)
    assert lease.find_bar.said.text() == "1 of 42"
    lease.step_match(-1)
    assert lease.find_bar.said.text() == "42 of 42"
    assert lease.canvas.current == 14


def test_escape_closes_the_bar_and_takes_the_marks_away(lease: PageView, qtbot: QtBot) -> None:
    look_for(lease, qtbot, "notice")
    qtbot.waitUntil(lambda: bool(lease.canvas.marks.of(Ink.MATCH)))
    qtbot.keyClick(lease.find_bar.field, Qt.Key.Key_Escape)
    assert not lease.find_bar.isVisible()
    assert not lease.canvas.marks.of(Ink.MATCH)
    assert not lease.canvas.marks.of(Ink.CURRENT)
    assert lease.window().focusWidget() is lease.canvas


def test_what_is_not_there_is_said_with_the_pages_that_have_no_text(window: MainWindow, qtbot: QtBot) -> None:
    window.pages.open(SCAN.id, SCAN.title)
    qtbot.waitUntil(lambda: window.pages.canvas.current == 1)
    look_for(window.pages, qtbot, "zebra")
    qtbot.waitUntil(lambda: window.pages.find_bar.said.text() == "No matches · 2 pages without text")


def test_matches_come_while_the_search_goes_on(waiting: tuple[PageView, ScriptedEngine], qtbot: QtBot) -> None:
    pages, engine = waiting
    look_for(pages, qtbot, "rent")
    qtbot.waitUntil(lambda: engine.count("reading.find") > 0 and engine.last("reading.find").arguments["text"] == "rent")
    request = engine.last("reading.find")
    assert request.arguments["first"] == 4
    engine.say(request, MatchesFound(9, (SPAN, OTHER)), Progress(Stage.SEARCHING, 7, 14))
    assert pages.find_bar.said.text() == "1 of 2… 50%"
    assert pages.canvas.current == 9  # the first match is shown at once
    engine.say(request, MatchesFound(2, (SPAN,)), Progress(Stage.SEARCHING, 14, 14))
    engine.finish(request)
    assert pages.find_bar.said.text() == "2 of 3"  # an earlier one has come; the reader stays
    assert pages.canvas.current == 9


def test_a_search_that_nobody_waits_for_is_cancelled(waiting: tuple[PageView, ScriptedEngine], qtbot: QtBot) -> None:
    pages, engine = waiting
    look_for(pages, qtbot, "re")
    qtbot.waitUntil(lambda: engine.count("reading.find") == 1)
    first = engine.last("reading.find")
    qtbot.keyClicks(pages.find_bar.field, "nt")
    qtbot.waitUntil(lambda: engine.count("reading.find") == 2)
    assert first.cancelled
    engine.say(first, MatchesFound(9, (SPAN,)))
    assert pages.find_bar.matches.total == 0
    pages.find_bar.end()
    assert engine.last("reading.find").cancelled


def test_another_document_is_searched_for_the_same(waiting: tuple[PageView, ScriptedEngine], qtbot: QtBot) -> None:
    pages, engine = waiting
    look_for(pages, qtbot, "rent")
    qtbot.waitUntil(lambda: engine.count("reading.find") == 1)
    pages.open(SERVICES.id, SERVICES.title)
    qtbot.waitUntil(lambda: engine.count("reading.find") == 2)
    assert engine.last("reading.find").arguments == {"document_id": SERVICES.id, "text": "rent", "first": 1}


def test_a_failure_is_said_in_the_bar(waiting: tuple[PageView, ScriptedEngine], qtbot: QtBot) -> None:
    pages, engine = waiting
    look_for(pages, qtbot, "rent")
    qtbot.waitUntil(lambda: engine.count("reading.find") == 1)
    engine.fail(engine.last("reading.find"), "The library is damaged.", "Run a check.")
    assert pages.find_bar.said.text() == "The library is damaged. Run a check."


def test_without_a_document_the_key_searches_the_library(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.ask.search_switch.isChecked()
    assert not window.pages.find_bar.isVisible()


# --- what has been found, without a window ---------------------------------------------------------------------------


@given(st.dictionaries(st.integers(1, 50), st.integers(1, 4), min_size=1), st.randoms(), st.integers(1, 60))
def test_stepping_goes_through_all_matches_in_the_order_of_pages(found: dict[int, int], order: object, first: int) -> None:
    matches = Matches()
    numbers = list(found)
    order.shuffle(numbers)  # type: ignore[attr-defined]
    for number in numbers:
        matches.add(number, tuple((place, place + 1) for place in range(found[number])))
    matches.first_from(first)
    assert matches.total == sum(found.values())
    assert matches.at is not None
    later = [number for number in found if number >= first]
    assert matches.at == (min(later or found), 0)
    ranks = []
    for _ in range(matches.total):
        ranks.append(matches.rank())
        matches.step(1)
    start = ranks[0]
    assert ranks == [(start - 1 + step) % matches.total + 1 for step in range(matches.total)]
    assert matches.rank() == start
    matches.step(-1)
    assert matches.rank() == ranks[-1]


def test_nothing_found_leads_nowhere() -> None:
    matches = Matches()
    matches.add(3, ())
    matches.first_from(1)
    matches.step(1)
    assert (matches.at, matches.current(), matches.rank(), matches.total) == (None, None, 0, 0)
