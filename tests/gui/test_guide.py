"""The first steps: one sentence at each, gone when it was followed or closed, and never back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog
from scenes import ANSWER, BOOK, EMPTY, LEASE, NOT_FOUND, NOTICE, QUESTION, STATUS, answering, library
from scripted_engine import ScriptedEngine

from pincite.gui.guide import SUGGESTED, Step
from pincite.settings import data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.domain import Answer, Document
    from pincite.gui.main_window import MainWindow

SAMPLE = replace(LEASE, path="/opt/pincite/samples/residential-lease.pdf")


@pytest.fixture
def engine() -> ScriptedEngine:
    """An empty library."""
    return ScriptedEngine(library([], EMPTY))


@pytest.fixture
def window(open_window: OpenWindow, engine: ScriptedEngine, tmp_path: Path) -> MainWindow:
    """The first run, with one sample to try."""
    return open_window(engine, [tmp_path / "residential-lease.pdf"])


def have(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot, *documents: Document) -> None:
    """Lets the library hold documents."""
    engine.replies |= library(list(documents), STATUS)
    window.shelf.refresh()
    qtbot.waitUntil(lambda: {document.id for document in window.shelf.documents} == {d.id for d in documents})


def answer(window: MainWindow, engine: ScriptedEngine, answered: Answer) -> None:
    engine.say(engine.last("ask"), *answering(answered))
    engine.finish(engine.last("ask"))


def test_each_step_has_its_sentence_until_it_is_done(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    guide = window.guide
    assert window.welcome.samples_hint.isVisible()
    assert (guide.step, guide.isVisible()) == (Step.BEGIN, False)
    window.welcome.samples_button.click()
    have(window, engine, qtbot, SAMPLE)
    assert guide.said.text() == "Ask in your own words, or try one of these questions:"
    assert QUESTION in guide.questions.text()
    guide.questions.linkActivated.emit("0")
    assert engine.last("ask").arguments["question"] == QUESTION
    answer(window, engine, ANSWER)
    assert guide.said.text().startswith("Click the source after a sentence")
    assert not guide.questions.isVisible()
    window.ask.view.citation_chosen.emit(NOTICE)
    assert "Now add your own PDFs" in guide.said.text()
    guide.add_button.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()
    assert guide.isVisible()  # until a document has come
    have(window, engine, qtbot, SAMPLE, BOOK)
    assert (guide.step, guide.isVisible()) == (Step.DONE, False)


def test_an_answer_without_a_source_leaves_the_step(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    have(window, engine, qtbot, SAMPLE)
    window.guide.question_chosen.emit(QUESTION)
    answer(window, engine, NOT_FOUND)
    assert window.guide.step is Step.ASK


def test_who_begins_with_own_documents_is_not_asked_to_add_them(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    have(window, engine, qtbot, BOOK)
    assert window.guide.said.text().startswith("Ask in your own words: ")
    assert not window.guide.questions.isVisible()
    window.guide.question_chosen.emit(QUESTION)
    answer(window, engine, ANSWER)
    window.ask.view.citation_chosen.emit(NOTICE)
    assert window.guide.step is Step.DONE


def test_the_step_is_remembered_and_a_closed_guide_never_comes_back(
    open_window: OpenWindow, engine: ScriptedEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    memory, samples = tmp_path / "guide.ini", [tmp_path / "residential-lease.pdf"]
    open_window(engine, samples, memory)
    later = open_window(ScriptedEngine(library([SAMPLE])), samples, memory)
    assert later.guide.step is Step.ASK
    assert later.guide.isVisible()
    later.guide.close_button.click()
    for documents in ([SAMPLE], [], [SAMPLE]):
        again = open_window(ScriptedEngine(library(documents)), samples, memory)
        assert not again.guide.isVisible()


def test_who_has_documents_already_needs_no_guide(open_window: OpenWindow) -> None:
    window = open_window(ScriptedEngine(library()))
    assert window.guide.step is Step.DONE
    assert not window.guide.isVisible()


def test_samples_answer_what_is_suggested() -> None:
    lines = (data_folder("resources") / "samples" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = {(line["document"], line["question"]) for line in map(json.loads, lines) if line["answerable"]}
    assert asked.issuperset(SUGGESTED.items())
