"""Questions and their answers, in the middle pane."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPushButton
from scenes import ANSWER, HITS, LEASE, NOT_FOUND, NOTICE, QUESTION, SENTENCES, SERVICES, answering

from pincite.domain import Scope, SearchResult, Support
from pincite.events import AnswerReady, HitsFound, Notice, Progress, QuotesReady, SentenceReady, Stage, TextDelta
from pincite.gui.wording import citation_words, page_list, page_words, searched_words, shortened

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from scripted_engine import Asked, ScriptedEngine

    from pincite.gui.main_window import MainWindow


def ask(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot, question: str = QUESTION) -> Asked:
    """Types a question and presses Enter."""
    qtbot.keyClicks(window.ask.box, question)
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return)
    return engine.last("ask")


def answered(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    request = ask(window, engine, qtbot)
    engine.say(request, *answering(ANSWER))
    engine.finish(request)


def shown_text(window: MainWindow) -> str:
    return window.ask.view.text.toPlainText().replace("\u00a0", " ")


def format_at(window: MainWindow, words: str) -> QTextCharFormat:
    """The format of the first letter of some words of the answer."""
    document = window.ask.view.text.document()
    cursor: QTextCursor = document.find(words)
    assert not cursor.isNull()
    cursor.setPosition(cursor.selectionStart() + 1)
    return cursor.charFormat()


def test_enter_asks_within_the_scope_and_shift_enter_does_not(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.documents.choose_collection("Harbour Street")
    qtbot.keyClicks(window.ask.box, "One line")
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert engine.count("ask") == 0
    qtbot.keyClicks(window.ask.box, "and another")
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return)
    arguments = dict(engine.last("ask").arguments)
    assert len(arguments.pop("conversation")) == 32
    assert arguments == {
        "question": "One line\nand another",
        "scope": Scope("Harbour Street"),
        "quotes": False,
        "as_typed": False,
    }
    assert window.ask.box.question() == ""
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Up)
    assert window.ask.box.question() == "One line\nand another"


def test_an_empty_question_is_not_sent(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.ask.box, "  ")
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return)
    assert engine.count("ask") == 0
    assert not window.ask.ask_button.isEnabled()


def test_the_answer_grows_and_each_sentence_replaces_its_draft(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    view = window.ask.view
    request = ask(window, engine, qtbot)
    engine.say(request, Progress(Stage.LOADING, 0, 0, "qwen2.5"))
    assert "Loading qwen2.5" in view.activity.text()
    engine.say(request, HitsFound(SearchResult(QUESTION, HITS)))
    assert [row.hit for row in view.hit_rows] == list(HITS)
    first, second = SENTENCES[0], SENTENCES[1]
    engine.say(request, TextDelta(first.text[:20]))
    assert shown_text(window) == first.text[:20].strip()
    engine.say(request, TextDelta(first.text[20:] + " The notice"), SentenceReady(first))
    assert shown_text(window) == f"{first.text} ✓  Residential Lease Agreement, p. iv (4)  The notice"
    engine.say(request, SentenceReady(second))
    assert shown_text(window).count("The notice") == 1
    assert view.busy_bar.isVisible()
    engine.say(request, AnswerReady(ANSWER))
    engine.finish(request)
    assert not view.busy_bar.isVisible()
    assert not window.ask.busy
    assert all(sentence.text in shown_text(window) for sentence in SENTENCES)


def test_quotes_are_shown_at_once_and_give_way_to_the_first_sentence(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    request = ask(window, engine, qtbot)
    quoted, written = SENTENCES[1], SENTENCES[0]
    engine.say(request, HitsFound(SearchResult(QUESTION, HITS)), QuotesReady((quoted,)))
    assert quoted.text in shown_text(window)
    assert "own words" in window.ask.view.activity.text()
    engine.say(request, TextDelta(written.text[:12]))
    assert quoted.text in shown_text(window)
    assert written.text[:12] in shown_text(window)
    engine.say(request, SentenceReady(written))
    assert quoted.text not in shown_text(window)
    assert written.text in shown_text(window)


def test_support_is_told_by_mark_line_and_words_not_by_colour_alone(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    answered(window, engine, qtbot)
    supported, weak, unsupported = (format_at(window, text) for text in ("The tenant must", "The landlord usually", "A fee of"))
    assert supported.underlineStyle() == QTextCharFormat.UnderlineStyle.NoUnderline
    assert weak.underlineStyle() == QTextCharFormat.UnderlineStyle.DotLine
    assert unsupported.fontStrikeOut()
    assert [shown_text(window).count(mark) for mark in "✓~✗"] == [2, 1, 1]
    assert "The passage says “may”, not “usually”." in weak.toolTip()
    assert "“$250” does not occur" in unsupported.toolTip()
    assert window.ask.view.tally.text().replace("\u00a0", " ") == "✓ 2 supported   ~ 1 weak   ✗ 1 unsupported"


def test_a_chip_shows_its_quote_and_opens_its_page_with_the_words_marked(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    answered(window, engine, qtbot)
    text = window.ask.view.text
    assert NOTICE.quote in format_at(window, "Residential Lease").toolTip()
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.chip_rect(0, 0).center())
    qtbot.waitUntil(lambda: window.pages.canvas.current == 4)
    assert window.pages.document_id == LEASE.id
    assert window.pages.canvas.marked == (4, NOTICE.boxes)


def test_an_answer_opens_its_first_proof_where_no_page_is_shown(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    answered(window, engine, qtbot)
    qtbot.waitUntil(lambda: window.pages.canvas.marked == (NOTICE.page, NOTICE.boxes))
    window.pages.open(SERVICES.id, SERVICES.title, 9)
    answered(window, engine, qtbot)
    assert window.pages.document_id == SERVICES.id  # somebody reads there


def test_a_chip_can_be_reached_with_the_keyboard(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    answered(window, engine, qtbot)
    text = window.ask.view.text
    text.setFocus()
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    with qtbot.waitSignal(text.citation_chosen) as told:
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert told.args == [NOTICE]


def test_evidence_opens_its_page(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    answered(window, engine, qtbot)
    row = window.ask.view.hit_rows[2]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.canvas.current == 9)
    assert window.pages.document_id == SERVICES.id


def test_not_found_says_what_was_searched_and_lists_the_nearest(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    request = ask(window, engine, qtbot, NOT_FOUND.question)
    engine.say(request, *answering(NOT_FOUND))
    engine.finish(request)
    view = window.ask.view
    assert view.not_found.isVisible()
    assert view.not_found.said[0] == "Not in these documents"
    assert "Searched 4 documents, 92 pages, of which 2 have no readable text." in view.not_found.said[1]
    assert view.hits_title.text() == "Nearest passages"
    assert [row.hit for row in view.hit_rows] == list(HITS[1:])
    assert not view.text.isVisible()


def test_quotes_without_a_model_are_called_so_and_notes_are_shown(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    request = ask(window, engine, qtbot)
    engine.say(request, Notice("The GPU has too little memory.", "The CPU is used."))
    engine.say(request, *answering(replace(ANSWER, model="")))
    assert window.ask.view.made_by.text() == "Quoted word for word in 4.2 s"
    assert window.ask.view.notes.text().split("\n") == [
        "The GPU has too little memory. The CPU is used.",
        "No reranker is in use: passages stand in the order in which search finds them.",
    ]


def test_an_error_has_its_hint_and_can_be_tried_again(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    request = ask(window, engine, qtbot)
    engine.fail(request, "The model file is damaged.", "Get it again.")
    error = window.ask.view.error
    assert (error.said[0], error.said[1]) == ("The model file is damaged.", "Get it again.")
    again = next(button for button in error.findChildren(QPushButton) if button.text() == "Try again")
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert engine.count("ask") == 2
    assert engine.last("ask").arguments == request.arguments
    assert not error.isVisible()


def test_a_bug_offers_its_details_for_copying(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    engine.fail(ask(window, engine, qtbot), "Something went wrong in Pincite.", "", "Traceback: here")
    buttons = {button.text(): button for button in window.ask.view.error.findChildren(QPushButton)}
    buttons["Copy details"].click()
    assert QGuiApplication.clipboard().text() == "Traceback: here"


@pytest.mark.parametrize("way", ["button", "key"])
def test_stop_ends_the_answer_and_keeps_what_is_written(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot, way: str
) -> None:
    request = ask(window, engine, qtbot)
    engine.say(request, TextDelta(SENTENCES[0].text), SentenceReady(SENTENCES[0]))
    if way == "button":
        qtbot.mouseClick(window.ask.ask_button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert request.cancelled
    qtbot.waitUntil(lambda: not window.ask.busy)
    assert window.ask.view.activity.text() == "Stopped."
    assert SENTENCES[0].text in shown_text(window)
    assert not window.ask.view.error.isVisible()


def test_a_second_question_stops_the_first_and_is_not_disturbed_by_it(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    first = ask(window, engine, qtbot, "First?")
    second = ask(window, engine, qtbot, "Second?")
    assert first.cancelled
    engine.say(first, TextDelta("Late words."))
    qtbot.waitUntil(lambda: first.ended)
    engine.say(second, TextDelta("Right words."))
    assert shown_text(window) == "Right words."
    assert window.ask.busy


def test_search_lists_passages_without_an_answer(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.ask.search_switch.setChecked(True)
    qtbot.keyClicks(window.ask.box, "notice")
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return)
    request = engine.last("search")
    assert request.arguments["question"] == "notice"
    assert request.arguments["limit"] > 0
    engine.finish(request, SearchResult("notice", HITS, notes=("Search by words only.",)))
    found = window.ask.found
    assert found.total.text() == "1 of 3 matches in 2 documents"  # the best one is open, since no page was
    assert [row.hit for row in found.hit_rows] == list(HITS)
    assert found.notes.text() == "Search by words only."
    assert window.ask.box.question() == "notice"


def test_a_search_without_hits_says_so(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.ask.search_switch.setChecked(True)
    qtbot.keyClicks(window.ask.box, "zebra")
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return)
    engine.finish(engine.last("search"), SearchResult("zebra", ()))
    assert window.ask.found.nothing.said[0] == "Nothing found"


def test_copying_takes_the_citations_and_verdicts_along(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    answered(window, engine, qtbot)
    window.ask.view.copy_button.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith(f"{SENTENCES[0].text} (Residential Lease Agreement, p. iv (4)) ")
    assert copied.endswith("[not supported by the cited words] (Master Services Agreement, p. 9)")


def test_places_are_named_as_they_are_printed() -> None:
    assert page_words("iv", 4) == "p. iv (4)"
    assert page_words("9", 9) == page_words("", 9) == "p. 9"
    assert citation_words(replace(NOTICE, title="Lease")) == "Lease, p. iv (4)"
    long = citation_words(replace(NOTICE, title="A very long title of an agreement between many parties"))
    assert long == "A very long title of an…, p. iv (4)"
    assert page_list((3, 9, 5, 6, 7)) == "pages 3, 5–7, 9"
    assert page_list((12,)) == "page 12"
    assert shortened("one\n two", 20) == "one two"
    one = replace(NOT_FOUND.searched, collection="Ward", unread_pages=1)
    assert searched_words(one) == "Searched “Ward”: 4 documents, 92 pages, of which 1 has no readable text."


def test_every_verdict_has_a_mark() -> None:
    from pincite.gui.wording import MARKS, verdict_words

    assert set(MARKS) == set(Support)
    assert len({verdict_words(support) for support in Support}) == len(Support)
    assert len(set(MARKS.values())) == len(Support)
