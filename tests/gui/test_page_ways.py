"""Ways through documents: from one piece of evidence to the next, by the outline, and back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from scenes import ANSWER, CLAUSE, DELIVERY, LEASE, NOTICE, OUTLINE, QUESTION, RELEASE, SERVICES, answering, library
from scripted_engine import ScriptedEngine

from pincite.domain import OutlineEntry, SearchResult
from pincite.gui.outline_panel import entry_at
from pincite.gui.page_evidence import Evidence, place_of, place_of_hit, places_of
from pincite.gui.page_history import History, Visit
from pincite.gui.page_layout import Spot
from pincite.gui.page_marks import Ink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def answered(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> MainWindow:
    """An answer with four citations, three of them on page 4 of the lease, where the first is open."""
    window.ask.box.setPlainText(QUESTION)
    window.ask.ask()
    engine.say(engine.last("ask"), *answering(ANSWER))
    engine.finish(engine.last("ask"))
    qtbot.waitUntil(lambda: window.pages.canvas.current == 4)
    return window


# --- evidence --------------------------------------------------------------------------------------------------------


def test_all_evidence_is_marked_and_the_open_one_stronger(answered: MainWindow, qtbot: QtBot) -> None:
    pages = answered.pages
    assert pages.canvas.marks.of(Ink.EVIDENCE) == {4: (*NOTICE.boxes, *DELIVERY.boxes, *RELEASE.boxes)}
    assert pages.canvas.marked == (4, NOTICE.boxes)
    assert pages.evidence_bar.count.text() == "Evidence 1 of 4"
    assert NOTICE.quote in pages.evidence_bar.quote.text()
    qtbot.waitUntil(lambda: pages.images.image(4) is not None)
    image = pages.canvas.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    blue = []
    for citation in (NOTICE, DELIVERY):
        corner = pages.canvas.rect_of(4, citation.boxes[0]).topLeft()
        colour = image.pixelColor(round((corner.x() + 2) * ratio), round(corner.y() * ratio))
        assert colour.red() > 230
        blue.append(colour.blue())
    assert blue[0] < 120 < blue[1] < 220


def test_keys_lead_from_one_to_the_next_also_into_another_document(answered: MainWindow, qtbot: QtBot) -> None:
    pages = answered.pages
    for citation in (DELIVERY, RELEASE):
        qtbot.keyClick(answered, Qt.Key.Key_F4)
        assert pages.canvas.marked == (4, citation.boxes)
    qtbot.keyClick(answered, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: pages.canvas.marked == (9, CLAUSE.boxes))
    assert pages.document_id == SERVICES.id
    assert pages.canvas.marks.of(Ink.EVIDENCE) == {9: CLAUSE.boxes}
    assert pages.evidence_bar.count.text() == "Evidence 4 of 4"
    qtbot.keyClick(answered, Qt.Key.Key_F4, SHIFT)
    qtbot.waitUntil(lambda: pages.canvas.marked == (4, RELEASE.boxes))
    assert pages.canvas.viewport().rect().contains(pages.canvas.rect_of(4, RELEASE.boxes[0]).toRect())


def test_another_question_takes_the_marks_away(answered: MainWindow) -> None:
    answered.ask.retry()
    assert not answered.pages.canvas.marks.of(Ink.EVIDENCE)
    assert not answered.pages.evidence_bar.isVisible()


def test_passages_of_a_search_are_evidence_too(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.ask.search_switch.setChecked(True)
    window.ask.box.setPlainText("notice")
    window.ask.ask()
    engine.finish(engine.last("search"), SearchResult("notice", ANSWER.hits))
    qtbot.waitUntil(lambda: window.pages.canvas.marked == (4, NOTICE.boxes))
    assert window.pages.evidence_bar.count.text() == "Evidence 1 of 3"
    qtbot.keyClick(window, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: window.pages.canvas.marked == (4, RELEASE.boxes))


def test_words_that_are_cited_twice_are_one_place() -> None:
    evidence = Evidence()
    evidence.set([place_of(NOTICE), place_of(RELEASE), place_of(NOTICE)])
    assert evidence.places == [place_of(NOTICE), place_of(RELEASE)]
    evidence.set([])
    assert evidence.step(1) is None


def test_evidence_goes_around_and_knows_where_the_reader_is() -> None:
    evidence = Evidence()
    evidence.set(places_of(ANSWER))
    assert evidence.step(-1) == place_of(CLAUSE)
    assert evidence.step(1) == place_of(NOTICE)
    evidence.arrive(LEASE.id, 4, RELEASE.boxes)
    assert evidence.at == 2
    evidence.arrive(LEASE.id, 5, RELEASE.boxes)
    assert evidence.at is None
    evidence.arrive(LEASE.id, 4, RELEASE.boxes)
    evidence.set([place_of(RELEASE), place_of_hit(ANSWER.hits[2])])
    assert evidence.at == 0


# --- outline ---------------------------------------------------------------------------------------------------------


def test_the_outline_leads_to_its_places_and_follows_the_reader(answered: MainWindow, qtbot: QtBot) -> None:
    pages = answered.pages
    qtbot.waitUntil(lambda: pages.outline.topLevelItemCount() > 0)
    qtbot.keyClick(answered, Qt.Key.Key_F9)
    assert pages.outline.isVisible()
    assert pages.tools.side.isChecked()
    part = pages.outline.topLevelItem(2)
    assert part is not None
    assert part.text(0) == "Part II: Schedules"
    schedule = part.child(1)
    pages.outline.itemActivated.emit(schedule, 0)
    assert pages.canvas.current == 10
    qtbot.waitUntil(lambda: pages.outline.currentItem() is schedule)
    pages.canvas.go_to(7)
    qtbot.waitUntil(lambda: pages.outline.currentItem() is part)
    qtbot.keyClick(answered, Qt.Key.Key_F9)
    assert not pages.outline.isVisible()


def test_a_document_without_an_outline_has_none_to_show(window: MainWindow, qtbot: QtBot) -> None:
    window.pages.open(SERVICES.id, SERVICES.title)
    qtbot.waitUntil(lambda: window.pages.canvas.current == 1)
    window.pages.toggle_side()
    assert window.pages.side.isVisible()
    assert not window.pages.outline.isVisible()


def test_a_document_whose_outline_cannot_be_read_is_shown(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    del replies["reading.outline"]
    engine = ScriptedEngine(replies)
    window = open_window(engine)
    window.pages.open(LEASE.id, LEASE.title, 4)
    engine.fail(engine.last("reading.outline"), "Damaged.", "")
    qtbot.waitUntil(lambda: window.pages.canvas.current == 4)
    assert not window.pages.problem.isVisible()


@pytest.mark.parametrize(
    ("upper", "lower", "place"),
    [
        ((1, 0.0), (1, 200.0), 0),
        ((2, 800.0), (3, 20.0), 2),  # the next heading has come up
        ((3, 600.0), (4, 100.0), 2),
        ((4, 118.0), (4, 400.0), 3),  # one has gone to its heading; those below it do not count
        ((4, 232.0), (4, 500.0), 4),
        ((4, 130.0), (4, 220.0), 3),
        ((6, 0.0), (6, 300.0), 5),
        ((99, 0.0), (99, 300.0), 8),
    ],
)
def test_the_entry_of_what_is_read(upper: tuple[int, float], lower: tuple[int, float], place: int) -> None:
    assert entry_at(OUTLINE, Spot(upper[0], 0.0, upper[1]), Spot(lower[0], 0.0, lower[1])) == place


def test_before_the_first_entry_there_is_none() -> None:
    late = [OutlineEntry(1, "Late", 3)]
    assert entry_at(late, Spot(2, 0.0, 500.0), Spot(2, 0.0, 700.0)) is None
    assert entry_at([], Spot(2, 0.0, 0.0), Spot(2, 0.0, 700.0)) is None


def test_of_entries_at_one_place_the_deepest_counts() -> None:
    both = [OutlineEntry(1, "Part", 3), OutlineEntry(2, "Chapter", 3), OutlineEntry(1, "Next", 9)]
    assert entry_at(both, Spot(3, 0.0, 0.0), Spot(3, 0.0, 300.0)) == 1


# --- back and forward ------------------------------------------------------------------------------------------------


def test_keys_lead_back_from_a_citation_and_forward_again(answered: MainWindow, qtbot: QtBot) -> None:
    pages = answered.pages
    assert not pages.tools.back.isEnabled()
    pages.open(SERVICES.id, SERVICES.title, 9, CLAUSE.boxes)
    qtbot.waitUntil(lambda: pages.canvas.current == 9)
    qtbot.keyClick(answered, Qt.Key.Key_G, CTRL)
    assert answered.focusWidget() is pages.tools.field
    qtbot.keyClicks(pages.tools.field, "20")
    qtbot.keyClick(pages.tools.field, Qt.Key.Key_Return)
    assert pages.canvas.current == 20
    qtbot.keyClick(answered, Qt.Key.Key_Left, ALT)
    assert pages.canvas.current == 9
    qtbot.keyClick(answered, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id and pages.canvas.current == 4)
    assert not pages.tools.back.isEnabled()
    qtbot.keyClick(answered, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(lambda: pages.document_id == SERVICES.id and pages.canvas.current == 9)
    qtbot.mouseClick(pages.tools.forward, Qt.MouseButton.LeftButton)
    assert pages.canvas.current == 20
    assert not pages.tools.forward.isEnabled()


def test_a_document_that_is_gone_is_not_gone_back_to(answered: MainWindow, qtbot: QtBot) -> None:
    pages = answered.pages
    pages.open(SERVICES.id, SERVICES.title)
    qtbot.waitUntil(lambda: pages.canvas.current == 1)
    pages.back()
    qtbot.waitUntil(lambda: pages.document_id == LEASE.id)
    pages.keep({SERVICES.id})
    qtbot.waitUntil(lambda: pages.document_id == SERVICES.id)
    assert not pages.tools.back.isEnabled()


@given(st.lists(st.integers(0, 9), min_size=1), st.integers(1, 120))
def test_going_back_and_forward_again_leads_to_where_one_was(numbers: list[int], steps: int) -> None:
    history = History()
    visits = [Visit("d", "Document", Spot(number + 1, 0.0, float(place))) for place, number in enumerate(numbers)]
    for visit in visits[:-1]:
        history.leave(visit)
    here = visits[-1]
    gone = 0
    for _ in range(steps):
        before = history.back(here)
        if before is None:
            break
        here, gone = before, gone + 1
    assert here == visits[max(0, len(visits) - 1 - steps)]
    for _ in range(gone):
        after = history.forward(here)
        assert after is not None
        here = after
    assert here == visits[-1]
    assert not history.can_go_forward
