"""The window over a real engine process, which is killed: the window survives, says so, and loses nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt

from fakes import open_endless_library, open_scripted_library
from pincite.domain import DocumentStatus
from pincite.engine import Engine
from pincite.gui.bridge import Bridge, ProcessLink
from pincite.gui.guide import Step
from pincite.gui.main_window import MainWindow
from pincite.library import Library
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pincite.gui.theme import Theme

pytestmark = pytest.mark.slow

WAIT = 120_000  # milliseconds; an engine starts in seconds, on a busy machine in tens of them
SAMPLES = sorted((data_folder("resources") / "samples").glob("*.pdf"))
QUESTION = "How much notice must the tenant give?"

Open = Callable[[Settings], Library]


@pytest.fixture
def open_real(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Callable[[Open], MainWindow]:
    """Opens the window on an engine process that opens its library by a function."""
    settings = Settings(library=tmp_path / "library", models=tmp_path / "models")

    def open_it(open_library: Open) -> MainWindow:
        bridge = Bridge(lambda deliver: ProcessLink(Engine(settings, open_library), deliver))
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(bridge, theme, memory, SAMPLES)
        qtbot.addWidget(window, before_close_func=lambda closed: closed.bridge.stop())
        window.show()
        qtbot.waitUntil(lambda: window.shelf.known, timeout=WAIT)
        return window

    return open_it


def kill_engine(window: MainWindow) -> None:
    link = window.bridge.link
    assert isinstance(link, ProcessLink)
    os.kill(link.pid, signal.SIGKILL)


def ask(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.ask.box, QUESTION)
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return)


def wait_for_import(window: MainWindow, qtbot: QtBot) -> None:
    def ready() -> bool:
        documents = window.shelf.documents
        return (
            not window.imports.busy
            and len(documents) == len(SAMPLES)
            and all(document.status is DocumentStatus.READY for document in documents)
        )

    qtbot.waitUntil(ready, timeout=WAIT)


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_killed_during_an_import_it_says_so_and_the_import_goes_on(
    open_real: Callable[[Open], MainWindow], qtbot: QtBot
) -> None:
    window = open_real(open_scripted_library)
    with qtbot.waitSignal(window.imports.arrived, timeout=WAIT):  # one document is in, three are not
        window.welcome.samples_wanted.emit()
    with qtbot.waitSignal(window.bridge.died, timeout=WAIT):
        kill_engine(window)
    assert "stopped unexpectedly" in window.engine_notice.said[0]
    wait_for_import(window, qtbot)
    assert sorted(document.path for document in window.shelf.documents) == [str(path) for path in SAMPLES]
    assert not window.imports.failures


@pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL on Windows")
def test_killed_during_an_answer_it_offers_to_ask_again(open_real: Callable[[Open], MainWindow], qtbot: QtBot) -> None:
    window = open_real(open_endless_library)
    window.welcome.samples_wanted.emit()
    wait_for_import(window, qtbot)
    ask(window, qtbot)
    qtbot.waitUntil(lambda: "And so on" in window.ask.view.text.toPlainText(), timeout=WAIT)
    with qtbot.waitSignal(window.bridge.died, timeout=WAIT):
        kill_engine(window)
    qtbot.waitUntil(lambda: not window.ask.busy, timeout=WAIT)
    assert window.ask.view.error.said[0] == "The answer was interrupted."
    window.ask.retry()
    qtbot.waitUntil(lambda: "And so on" in window.ask.view.text.toPlainText(), timeout=WAIT)
    window.ask.stop()
    qtbot.waitUntil(lambda: not window.ask.busy, timeout=WAIT)
    assert len(window.shelf.documents) == len(SAMPLES)


def test_from_first_run_to_the_cited_words_on_their_page(open_real: Callable[[Open], MainWindow], qtbot: QtBot) -> None:
    window = open_real(open_scripted_library)
    guide = window.guide
    assert window.welcome.samples_hint.isVisible()
    assert not guide.isVisible()
    window.welcome.samples_button.click()
    qtbot.waitUntil(lambda: f">{QUESTION}<" in guide.questions.text(), timeout=WAIT)  # as soon as its document can be asked
    wait_for_import(window, qtbot)
    assert guide.step is Step.ASK
    guide.questions.linkActivated.emit("0")
    qtbot.waitUntil(lambda: not window.ask.busy, timeout=WAIT)
    assert window.ask.view.question.text() == QUESTION
    assert guide.step is Step.CITE
    assert guide.isVisible()
    text = window.ask.view.text
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.chip_rect(0, 0).center())
    qtbot.waitUntil(lambda: window.pages.canvas.current == 7, timeout=WAIT)
    lease = next(document for document in window.shelf.documents if document.path.endswith("residential-lease.pdf"))
    assert window.pages.document_id == lease.id
    number, boxes = window.pages.canvas.marked
    assert number == 7
    assert len(boxes) >= 1
    assert guide.step is Step.ADD
    assert guide.add_button.isVisible()
