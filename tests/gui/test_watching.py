"""Watched folders in the window: chosen, looked into, told of, and let go."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import QFileDialog
from scenes import LEASE, library
from scripted_engine import ScriptedEngine

from pincite.domain import Collection, CollectionColour
from pincite.events import FileFinished, Notice, Progress, Stage
from pincite.gui.command_palette import commands_of
from pincite.gui.watched_panel import details, summary
from pincite.reports import FileResult, FileStatus, FolderLook, WatchedFolder

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow

NOW = QDateTime.currentDateTimeUtc().toString(Qt.DateFormat.ISODate)
POST = WatchedFolder("/home/ada/Post", "Harbour Street")
SCANS = WatchedFolder("/home/ada/Scans", None, FolderLook(NOW, new=1), FolderLook(NOW, new=1))
ADDED = FileResult("/home/ada/Post/new.pdf", FileStatus.ADDED, LEASE.id)


@pytest.fixture
def engine() -> ScriptedEngine:
    """Two folders are watched; what is found in them is left to the test."""
    return ScriptedEngine(library() | {"watched.folders": lambda _arguments: [POST, SCANS]})


@pytest.fixture
def window(open_window: OpenWindow, engine: ScriptedEngine, qtbot: QtBot) -> MainWindow:
    opened = open_window(engine)
    qtbot.waitUntil(lambda: len(opened.documents.watched.rows) == 2)
    return opened


def looked_into(engine: ScriptedEngine) -> list[str]:
    return [request.arguments["folder"] for request in engine.asked if request.verb == "watched.update"]


def end_looks(engine: ScriptedEngine) -> None:
    for request in engine.asked:
        if request.verb == "watched.update" and not request.ended:
            engine.finish(request)


def names(window: MainWindow) -> list[str]:
    return [row.name.text() for row in window.documents.watched.rows.values()]


def test_all_folders_are_looked_into_at_the_start_and_again_after_a_while(window: MainWindow, engine: ScriptedEngine) -> None:
    assert looked_into(engine) == [POST.path, SCANS.path]
    assert not window.imports.busy  # nothing to do so far, and nothing to be shown
    assert window.documents.watched.rows[POST.path].said.text() == "Looking…"
    window.watching.timer.timeout.emit()
    assert len(looked_into(engine)) == 2  # one look at a time
    end_looks(engine)
    window.watching.timer.timeout.emit()
    assert len(looked_into(engine)) == 4
    assert window.watching.timer.isActive()


def test_what_a_look_found_is_shown(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    look = FolderLook(NOW, new=2, gone=1)
    engine.replies["watched.folders"] = lambda _arguments: [replace(POST, last=look, found=look), SCANS]
    first = engine.last("watched.update")
    engine.say(engine.asked[first.id - 2], Progress(Stage.READING, 1, 4, "new.pdf"))
    assert window.imports.busy
    assert window.imports.files["new.pdf"].collection == "Harbour Street"
    engine.say(engine.asked[first.id - 2], FileFinished(ADDED))
    end_looks(engine)
    row = window.documents.watched.rows[POST.path]
    qtbot.waitUntil(lambda: row.said.text().endswith(": 2 new, 1 gone"))
    assert "Harbour Street" in row.name.toolTip()
    assert not window.imports.busy


def test_files_that_the_library_has_are_no_news(window: MainWindow, engine: ScriptedEngine) -> None:
    engine.say(engine.last("watched.update"), FileFinished(replace(ADDED, status=FileStatus.UNCHANGED)))
    assert not window.notice.isVisible()


def test_a_folder_that_is_gone_is_told_once_and_shown_as_long_as_it_is(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    away = Notice("The watched folder /home/ada/Scans is not there.", "Connect its disk, or stop watching it.")
    engine.replies["watched.folders"] = lambda _arguments: [POST, replace(SCANS, last=FolderLook(NOW, there=False))]
    engine.say(engine.last("watched.update"), away)
    assert window.notice.said == (away.message, away.hint)
    end_looks(engine)
    row = window.documents.watched.rows[SCANS.path]
    qtbot.waitUntil(lambda: row.said.text() == "Not there. Connect its disk, or stop watching it.")
    window.notice.hide()
    window.watching.timer.timeout.emit()
    engine.say(engine.last("watched.update"), away)
    assert not window.notice.isVisible()
    end_looks(engine)
    qtbot.waitUntil(row.look_action.isEnabled)
    row.look_action.trigger()  # who asks is told again
    engine.say(engine.last("watched.update"), away)
    assert window.notice.isVisible()


def test_a_collection_shows_its_own_folders(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    assert names(window) == ["Post", "Scans"]
    window.documents.choose_collection("Harbour Street")
    assert names(window) == ["Post"]
    engine.replies["watched.folders"] = lambda _arguments: [replace(POST, collection="Quay"), SCANS]
    engine.replies["organising.collections"] = lambda _arguments: [Collection("Quay", CollectionColour.RED, 2)]
    window.shelf.refresh()
    qtbot.waitUntil(lambda: window.watching.folders[0].collection == "Quay")  # renamed
    assert not window.documents.watched.isVisible()


def test_a_folder_is_chosen_for_the_collection_whose_menu_it_was(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    end_looks(engine)
    menu = window.documents.collections.menu_for(window.shelf.collections[0])
    next(action for action in menu.actions() if action.text() == "Watch a folder…").trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Watch a folder for “Harbour Street”"
    new = WatchedFolder(str(tmp_path), "Harbour Street")
    engine.replies |= {"watched.watch": lambda _arguments: None, "watched.folders": lambda _arguments: [POST, SCANS, new]}
    dialog.fileSelected.emit(str(tmp_path))
    dialog.close()
    qtbot.waitUntil(lambda: new.path in looked_into(engine))
    assert engine.last("watched.watch").arguments == {"folder": str(tmp_path), "collection": "Harbour Street"}
    assert window.imports.busy  # whoever has just chosen a folder sees that it is read


def test_the_palette_knows_how_to_watch_a_folder(window: MainWindow) -> None:
    command = next(command for command in commands_of(window.menuBar()) if command.name == "Watch a folder")
    command.action.trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.windowTitle() == "Watch a folder"
    dialog.close()


def test_a_folder_is_let_go_and_its_look_ends(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    going_on = engine.last("watched.update")
    engine.replies |= {"watched.unwatch": lambda _arguments: None, "watched.folders": lambda _arguments: [POST]}
    window.documents.watched.rows[SCANS.path].stop_action.trigger()
    assert going_on.cancelled
    qtbot.waitUntil(lambda: names(window) == ["Post"])
    assert engine.last("watched.unwatch").arguments == {"folder": SCANS.path}
    end_looks(engine)
    window.watching.timer.timeout.emit()
    assert looked_into(engine)[2:] == [POST.path]  # the other folder is still looked into


def test_a_stopped_import_is_not_begun_again_by_the_clock(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.imports.cancel()
    qtbot.waitUntil(lambda: all(request.ended for request in engine.asked if request.verb == "watched.update"))
    before = len(looked_into(engine))
    window.watching.timer.timeout.emit()
    assert len(looked_into(engine)) == before
    window.documents.watched.look_button.click()
    assert len(looked_into(engine)) == before + 2


def test_without_folders_there_is_no_panel(open_window: OpenWindow, qtbot: QtBot) -> None:
    engine = ScriptedEngine(library() | {"watched.folders": lambda _arguments: []})
    window = open_window(engine)
    qtbot.waitUntil(lambda: window.watching.folders == [] and engine.count("watched.folders") > 0)
    assert not window.documents.watched.isVisible()
    assert looked_into(engine) == []


def test_the_words_say_when_and_what() -> None:
    assert summary(POST) == "Not looked into yet"
    assert summary(SCANS).endswith(": 1 new")
    long_ago = FolderLook("2020-03-02T10:00:00+00:00", changed=3, failed=1)
    words = summary(replace(SCANS, found=long_ago))
    assert ": 3 changed, 1 could not be read · last looked into: " in words
    assert words.startswith("02 Mar 2020, ")
    assert summary(replace(POST, last=FolderLook(NOW))).endswith(": nothing new")
    assert details(replace(POST, last=FolderLook(NOW), found=long_ago)).splitlines()[1] == (
        "New PDFs are added to “Harbour Street”."
    )
