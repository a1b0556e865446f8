"""Encrypted files in an import: their passwords are asked for in the window, and kept nowhere."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from scenes import LEASE

from pincite.events import FileFinished
from pincite.reports import FileResult, FileStatus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from scripted_engine import ScriptedEngine

    from pincite.gui.main_window import MainWindow

LOCKED = FileResult(
    "/docs/secret.pdf", FileStatus.FAILED, reason="The file needs a password.", hint="Give it.", code="encrypted"
)  # fmt: skip
OTHER = replace(LOCKED, path="/docs/other.pdf")


def fail(window: MainWindow, engine: ScriptedEngine, *results: FileResult) -> None:
    """Imports files that fail."""
    window.imports.add([result.path for result in results], "Harbour Street")
    request = engine.last("add")
    engine.say(request, *map(FileFinished, results))
    engine.finish(request)


def test_a_password_opens_the_file_and_the_next_one_is_asked_for(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    window.ask.focus()
    fail(window, engine, LOCKED, OTHER)
    card = window.password
    assert card.isVisible()
    assert card.said[0] == "“secret.pdf” is encrypted."
    assert "1 more" in card.said[1]
    assert window.focusWidget() is window.ask.box  # what is being typed elsewhere goes on
    qtbot.keyClicks(card.field, "sesame")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    assert engine.last("add").arguments == {
        "paths": [LOCKED.path],
        "collection": "Harbour Street",
        "passwords": {LOCKED.path: "sesame"},
    }
    assert card.said[0] == "“other.pdf” is encrypted."
    assert card.field.text() == ""
    engine.say(engine.last("add"), FileFinished(FileResult(LOCKED.path, FileStatus.ADDED, LEASE.id)))
    assert [failure.path for failure in window.imports.failures] == [OTHER.path]


def test_a_wrong_password_is_said_to_be_wrong(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    fail(window, engine, LOCKED)
    qtbot.keyClicks(window.password.field, "wrong")
    window.password.open_button.click()
    assert not window.password.isVisible()
    engine.say(engine.last("add"), FileFinished(LOCKED))
    assert window.password.isVisible()
    assert window.password.said[0] == "That password does not open “secret.pdf”."


def test_a_file_that_was_opened_and_is_added_again_is_asked_for_anew(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    fail(window, engine, LOCKED)
    qtbot.keyClicks(window.password.field, "sesame")
    window.password.open_button.click()
    engine.say(engine.last("add"), FileFinished(FileResult(LOCKED.path, FileStatus.ADDED, LEASE.id)))
    fail(window, engine, LOCKED)
    assert window.password.said[0] == "“secret.pdf” is encrypted."


def test_a_skipped_file_can_still_be_opened_from_its_details(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    fail(window, engine, LOCKED)
    window.password.skip_button.click()
    assert not window.password.isVisible()
    key = f"failed:{LOCKED.path}"
    qtbot.waitUntil(lambda: window.documents.rows.index_of(key).isValid())
    index = window.documents.rows.index_of(key)
    window.documents.list.setCurrentIndex(index)
    window.documents.list.clicked.emit(index)
    assert window.documents.details.password_button.isVisible()
    window.documents.details.password_button.click()
    assert window.password.said[0] == "“secret.pdf” is encrypted."
    assert window.password.field.hasFocus()


def test_closing_the_card_skips_all_and_other_failures_ask_for_nothing(window: MainWindow, engine: ScriptedEngine) -> None:
    fail(window, engine, LOCKED, OTHER)
    window.password.dismissed.emit()
    assert not window.password.isVisible()
    fail(window, engine, replace(LOCKED, code="", path="/docs/torn.pdf"))
    assert not window.password.isVisible()
