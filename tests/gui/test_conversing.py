"""The ask pane by itself: quotes, follow-ups and conversations, earlier questions, templates, scope, and saving."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QPushButton
from scenes import ANSWER, DOCUMENTS, LEASE, NOT_FOUND, NOTICE, QUESTION, SCAN, SENTENCES, SERVICES, answering, library
from scripted_engine import ScriptedEngine

from pincite.domain import Conversation, Scope, Turn
from pincite.events import AnswerReady, QuestionRewritten
from pincite.gui.answer_export import markdown
from pincite.gui.ask_pane import AskPane
from pincite.gui.bridge import Bridge
from pincite.gui.question_history import KEPT, QuestionHistory
from pincite.gui.question_templates import blank, templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from scripted_engine import Asked

    from pincite.gui.theme import Theme

POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OLD = Conversation(
    "a" * 32, "The lease", "Harbour Street", "2026-03-02T09:30:00+00:00",
    (
        Turn(QUESTION, QUESTION, ANSWER, "2026-03-02T09:30:00+00:00"),
        Turn("And the landlord?", "How much notice must the landlord give?", ANSWER, "2026-03-02T09:31:00+00:00"),
    ),
)  # fmt: skip


class Kept:
    """Conversations as the library keeps them."""

    def __init__(self) -> None:
        self.kept = {OLD.id: OLD}
        self.deleted: dict[str, Conversation] = {}

    def listed(self, arguments: dict[str, Any]) -> list[Conversation]:
        return [one for one in self.kept.values() if arguments["containing"].casefold() in one.title.casefold()]

    def rename(self, arguments: dict[str, Any]) -> None:
        id_ = arguments["conversation_id"]
        self.kept[id_] = replace(self.kept[id_], title=arguments["title"])

    def delete(self, arguments: dict[str, Any]) -> None:
        self.deleted[arguments["conversation_id"]] = self.kept.pop(arguments["conversation_id"])

    def restore(self, arguments: dict[str, Any]) -> None:
        self.kept[arguments["conversation_id"]] = self.deleted.pop(arguments["conversation_id"])

    def markdown(self, arguments: dict[str, Any]) -> str:
        return f"# {self.kept[arguments['conversation_id']].title}\n"

    def replies(self) -> dict[str, Any]:
        verbs = ("listed", "rename", "delete", "restore", "markdown")
        return {f"conversations.{verb}": getattr(self, verb) for verb in verbs}


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def engine(kept: Kept) -> ScriptedEngine:
    return ScriptedEngine(library() | kept.replies())


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, engine: ScriptedEngine, memory: QSettings) -> Iterator[AskPane]:
    bridge = Bridge(engine)
    made = AskPane(
        bridge, lambda: Scope(made._collection, made.scope_button.chosen), theme, lambda: DOCUMENTS, memory
    )  # as the window does  # fmt: skip
    qtbot.addWidget(made)
    made.resize(460, 800)
    made.show_library(DOCUMENTS, ["Harbour Street"], None)
    made.show()
    bridge.start()
    yield made
    made.scope_button.card.close()
    bridge.stop()


def ask(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot, question: str = QUESTION) -> Asked:
    pane.box.clear()
    qtbot.keyClicks(pane.box, question)
    qtbot.keyClick(pane.box, Qt.Key.Key_Return)
    return engine.last("ask")


def answer(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot, question: str = QUESTION) -> Asked:
    request = ask(pane, engine, qtbot, question)
    engine.say(request, *answering(replace(ANSWER, question=question)))
    engine.finish(request)
    return request


# --- ways to ask -----------------------------------------------------------------------------------------------------


def test_quotes_are_asked_for_without_a_language_model(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.quotes_switch, Qt.MouseButton.LeftButton)
    assert ask(pane, engine, qtbot).arguments["quotes"] is True
    qtbot.mouseClick(pane.answer_switch, Qt.MouseButton.LeftButton)
    assert ask(pane, engine, qtbot).arguments["quotes"] is False


def test_where_there_is_no_answer_the_card_says_what_was_not_searched_and_what_to_do(
    pane: AskPane, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    request = ask(pane, engine, qtbot, NOT_FOUND.question)
    engine.say(request, AnswerReady(NOT_FOUND))
    engine.finish(request)
    said = pane.view.not_found.said[1]
    assert "pages 12–13: scanned, without text" in said
    assert SCAN.title[:20] in said
    buttons = {button.text(): button for button in pane.view.not_found.findChildren(QPushButton)}
    assert "Ask all documents" not in buttons  # they were asked
    buttons["Search for the words"].click()
    assert engine.last("search").arguments["question"] == NOT_FOUND.question
    assert pane.found.isVisible()


def test_a_question_to_a_collection_can_be_widened(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    pane.show_library(DOCUMENTS, ["Harbour Street"], "Harbour Street")
    pane.widen_wanted.connect(lambda: pane.show_library(DOCUMENTS, ["Harbour Street"], None))
    request = ask(pane, engine, qtbot, NOT_FOUND.question)
    assert request.arguments["scope"] == Scope("Harbour Street")
    searched = replace(NOT_FOUND.searched, collection="Harbour Street")
    engine.say(request, AnswerReady(replace(NOT_FOUND, searched=searched)))
    engine.finish(request)
    assert "scanned" not in pane.view.not_found.said[1]  # that document is not in the collection
    buttons = {button.text(): button for button in pane.view.not_found.findChildren(QPushButton)}
    buttons["Ask all documents"].click()
    assert engine.last("ask").arguments["scope"] == Scope(None)
    assert engine.last("ask").arguments["question"] == NOT_FOUND.question


def test_an_answer_is_saved_as_markdown_with_its_sources(
    pane: AskPane, engine: ScriptedEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    answer(pane, engine, qtbot)
    with qtbot.waitSignal(pane.view.export_wanted) as told:
        pane.view.export_wanted.disconnect(pane._ask_path)  # no dialog in a test
        qtbot.mouseClick(pane.view.export_button, Qt.MouseButton.LeftButton)
    pane.save_answer(told.args[0], str(tmp_path / "answer.md"))
    text = (tmp_path / "answer.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {QUESTION}\n\n{SENTENCES[0].text} [1]\n\n")
    assert f"1. {NOTICE.title} · {NOTICE.section} · p. iv (4)\n   > {NOTICE.quote}" in text
    assert "_(Only weakly supported by the cited words: The passage says “may”, not “usually”.)_" in text
    pane.save_answer(told.args[0], str(tmp_path / "none" / "answer.md"))
    assert "cannot be written" in pane.view.error.said[0]


def test_markdown_of_an_answer_means_what_it_says() -> None:
    sentence = replace(SENTENCES[0], text="Pay *now* [or] a_b_c.", citations=(NOTICE, NOTICE))
    text = markdown(replace(ANSWER, question="Why <b>?", sentences=(sentence,)))
    assert "# Why \\<b\\>?" in text
    assert "Pay \\*now\\* \\[or\\] a\\_b\\_c. [1][1]" in text
    assert text.count(NOTICE.quote) == 1
    assert "**Not in these documents.**" in markdown(NOT_FOUND)


# --- conversations ---------------------------------------------------------------------------------------------------


def test_a_follow_up_stands_below_the_turns_before_it(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    first = answer(pane, engine, qtbot)
    second = ask(pane, engine, qtbot, "And the landlord?")
    assert second.arguments["conversation"] == first.arguments["conversation"]
    assert [card.turn.question for card in pane.view.turn_cards] == [QUESTION]
    engine.say(second, QuestionRewritten("How much notice must the landlord give?"))
    assert pane.view.rewritten.text() == "Asked as: How much notice must the landlord give?"
    assert pane.view.rewritten.isVisible()
    engine.say(second, *answering(ANSWER))
    engine.finish(second)
    card = pane.view.turn_cards[0]
    assert card.text is None
    qtbot.mouseClick(card.head, Qt.MouseButton.LeftButton)
    assert card.text is not None
    assert SENTENCES[0].text in card.text.toPlainText()
    ask(pane, engine, qtbot, "And in writing?")
    assert [old.turn.question for old in pane.view.turn_cards] == [QUESTION, "And the landlord?"]
    assert pane.view.turn_cards[0] is card  # open as it was: a conversation only grows
    with qtbot.waitSignal(pane.view.citation_chosen) as told:
        card.citation_chosen.emit(NOTICE)
    assert told.args == [NOTICE]
    qtbot.mouseClick(card.head, Qt.MouseButton.LeftButton)
    assert not card.text.isVisible()


def test_a_rewritten_question_can_be_worded_anew(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    answer(pane, engine, qtbot)
    request = ask(pane, engine, qtbot, "And the landlord?")
    engine.say(request, QuestionRewritten("What must the landlord give?"))
    pane.view.edit_wanted.emit("What must the landlord give?")
    assert pane.box.question() == "What must the landlord give?"
    qtbot.keyClick(pane.box, Qt.Key.Key_Return)
    assert engine.last("ask").arguments["as_typed"] is True
    assert ask(pane, engine, qtbot, "Next?").arguments["as_typed"] is False


def test_asking_again_replaces_the_answer_and_adds_no_turn(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    answer(pane, engine, qtbot)
    qtbot.mouseClick(pane.view.retry_button, Qt.MouseButton.LeftButton)
    assert engine.count("ask") == 2
    assert pane.view.turn_cards == []


@pytest.mark.parametrize("way", ["button", "collection"])
def test_a_new_conversation_begins_by_the_button_and_with_another_collection(
    pane: AskPane, engine: ScriptedEngine, qtbot: QtBot, way: str
) -> None:
    first = answer(pane, engine, qtbot)
    if way == "button":
        qtbot.mouseClick(pane.new_button, Qt.MouseButton.LeftButton)
        assert pane.idle.isVisible()
    else:
        pane.show_library(DOCUMENTS, ["Harbour Street"], "Harbour Street")
        assert pane.view.isVisible()  # the answer stays until the next question
    second = ask(pane, engine, qtbot)
    assert second.arguments["conversation"] != first.arguments["conversation"]
    assert pane.view.turn_cards == []


def test_an_earlier_conversation_is_found_opened_and_gone_on_with(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    qtbot.mouseClick(pane.history_button, Qt.MouseButton.LeftButton)
    listed = pane.conversations.list
    qtbot.waitUntil(lambda: listed.count() == 1)
    assert listed.item(0).text().startswith("The lease\n2 questions · 02 Mar 2026")
    qtbot.keyClicks(pane.conversations.field, "zebra")
    qtbot.waitUntil(lambda: listed.count() == 0)
    assert pane.conversations.hint.isVisible()
    pane.conversations.field.clear()
    qtbot.waitUntil(lambda: listed.count() == 1)
    with qtbot.waitSignal(pane.view.answered):
        listed.itemClicked.emit(listed.item(0))
    assert pane.view.isVisible()
    assert [card.turn.question for card in pane.view.turn_cards] == [QUESTION]
    assert pane.view.question.text() == "And the landlord?"
    assert ask(pane, engine, qtbot, "And then?").arguments["conversation"] == OLD.id
    assert [card.turn.question for card in pane.view.turn_cards] == [QUESTION, "And the landlord?"]


def test_a_conversation_is_renamed_saved_deleted_and_brought_back(
    pane: AskPane, kept: Kept, qtbot: QtBot, tmp_path: Path
) -> None:
    listing = pane.conversations
    qtbot.mouseClick(pane.history_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listing.list.count() == 1)
    assert [action.text() for action in listing.menu_of(OLD).actions()] == ["Open", "Rename…", "Save as Markdown…", "Delete"]
    listing.rename(OLD, "Notice periods")
    qtbot.waitUntil(lambda: listing.list.count() == 1 and listing.list.item(0).text().startswith("Notice periods"))
    path = tmp_path / "talk.md"
    listing.save(OLD, str(path))
    qtbot.waitUntil(path.exists)
    assert path.read_text(encoding="utf-8") == "# Notice periods\n"
    pane.open_conversation(OLD)
    qtbot.mouseClick(pane.history_button, Qt.MouseButton.LeftButton)
    listing.menu_of(OLD).actions()[3].trigger()
    qtbot.waitUntil(lambda: not kept.kept and listing.list.count() == 0)
    assert pane.view.empty  # it was open
    qtbot.mouseClick(listing.strip.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: listing.list.count() == 1)
    qtbot.mouseClick(pane.history_button, Qt.MouseButton.LeftButton)
    assert pane.idle.isVisible()


# --- earlier questions and templates ---------------------------------------------------------------------------------


def test_arrows_go_through_earlier_questions_also_of_the_last_run(
    pane: AskPane, engine: ScriptedEngine, qtbot: QtBot, memory: QSettings
) -> None:
    for question in ("One?", "Two?", "One?"):
        ask(pane, engine, qtbot, question)
    assert pane.box.question() == ""
    seen = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(pane.box, key)
        seen.append(pane.box.question())
    assert seen == ["One?", "Two?", "Two?", "One?", ""]
    assert QuestionHistory(memory).newest_first == ["One?", "Two?"]


def test_what_is_being_typed_is_not_replaced_by_an_arrow(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    ask(pane, engine, qtbot, "One?")
    qtbot.keyClicks(pane.box, "Half a question")
    qtbot.keyClick(pane.box, Qt.Key.Key_Up)
    assert pane.box.question() == "Half a question"


def test_only_so_many_questions_are_remembered_and_all_are_forgotten_on_demand(memory: QSettings) -> None:
    history = QuestionHistory(memory)
    for number in range(KEPT + 5):
        history.add(f"Question {number}?")
    assert len(history.newest_first) == KEPT
    history.clear()
    assert QuestionHistory(memory).newest_first == []
    history.add("Alone?")
    assert QuestionHistory(memory).newest_first == ["Alone?"]  # a list of one comes back as a text


def test_a_template_is_put_into_the_box_with_its_blank_selected(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    ask(pane, engine, qtbot, "Earlier?")
    menu = pane.question_menu.fill()
    texts = [action.text() for action in menu.actions()]
    assert texts[:3] == ["Templates: Law", "Templates: Medicine", "Templates: Study"]
    assert "Earlier?" in texts
    menu.actions()[0].menu().actions()[0].trigger()
    assert pane.box.textCursor().selectedText() == "[party]"
    qtbot.keyClicks(pane.box, "the tenant")
    assert pane.box.question() == "What notice must the tenant give to end the agreement?"
    next(action for action in menu.actions() if action.text() == "Earlier?").trigger()
    assert pane.box.question() == "Earlier?"


def test_templates_are_questions() -> None:
    assert all(text.endswith("?") for texts in templates().values() for text in texts)
    assert blank("No blank?") is None


# --- the scope -------------------------------------------------------------------------------------------------------


def test_the_scope_is_in_sight_and_changed_by_ticking_documents(pane: AskPane, engine: ScriptedEngine, qtbot: QtBot) -> None:
    button = pane.scope_button
    assert button.text() == "in All documents (4)"
    button.card.show_choice(DOCUMENTS, ["Harbour Street"], None, frozenset())
    items = {button.card.list.item(n).text(): button.card.list.item(n) for n in range(4)}
    items[LEASE.title].setCheckState(Qt.CheckState.Checked)
    assert button.text() == "in Residential Lease…"
    assert ask(pane, engine, qtbot).arguments["scope"] == Scope(None, (LEASE.id,))
    items[SCAN.title].setCheckState(Qt.CheckState.Checked)
    assert button.text() == "in 2 of 4 documents"
    pane.show_library(DOCUMENTS, ["Harbour Street"], "Harbour Street")
    assert button.chosen == (LEASE.id,)  # the other one is not in this collection
    button.choose(())
    assert button.text() == "in Harbour Street (2)"
    assert ask(pane, engine, qtbot).arguments["scope"] == Scope("Harbour Street")


@POPUP
def test_the_card_of_the_scope_filters_clears_and_asks_for_a_collection(pane: AskPane, qtbot: QtBot) -> None:
    button = pane.scope_button
    button.choose((LEASE.id, SERVICES.id))
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    card = button.card
    assert card.isVisible()
    assert card.said.text() == "2 documents chosen"
    qtbot.keyClicks(card.filter, "lease")
    assert [card.list.item(n).text() for n in range(4) if not card.list.item(n).isHidden()] == [LEASE.title]
    qtbot.mouseClick(card.all, Qt.MouseButton.LeftButton)
    assert button.chosen == ()
    assert card.said.text() == "None ticked: all are asked."
    with qtbot.waitSignal(button.collection_wanted) as told:
        card.collections.activated.emit(1)
    assert told.args == ["Harbour Street"]
