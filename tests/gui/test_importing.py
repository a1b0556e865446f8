"""Files on their way in, in the left pane."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragLeaveEvent, QDropEvent
from scenes import EMPTY, LEASE, SCAN, SERVICES, library
from scripted_engine import ScriptedEngine

from pincite.domain import DocumentStatus
from pincite.events import FileFinished, Notice, Progress, Stage
from pincite.gui.document_rows import RowState, rows_of
from pincite.gui.pace import Pace
from pincite.reports import FileResult, FileStatus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.document_rows import Row
    from pincite.gui.main_window import MainWindow

FAILED = FileResult("/docs/secret.pdf", FileStatus.FAILED, reason="The file needs a password.", hint="Save a copy without one.")


def rows(window: MainWindow) -> list[Row]:
    model = window.documents.rows
    return [row for number in range(model.rowCount()) if (row := model.row(model.index(number)))]


def states(window: MainWindow) -> dict[str, str]:
    return {row.title: row.words for row in rows(window)}


def choose(window: MainWindow, key: str) -> None:
    """Clicks a row of the list."""
    index = window.documents.rows.index_of(key)
    window.documents.list.setCurrentIndex(index)
    window.documents.list.clicked.emit(index)


def dragged(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def drag_event(kind: QEvent.Type, data: QMimeData) -> QDropEvent:
    """A drag over the window; the class for entering changed its arguments between versions of Qt, its base did not."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(50, 50), copy, data, left, none, kind)
    event.ignore()
    return event


def test_documents_are_listed_with_their_state_in_words(window: MainWindow) -> None:
    assert states(window) == {
        "Clinical Guideline: Acute Asthma": "30 pages · text ready · 2 not read",
        "Introduction to Soil Science, Chapter 4": "26 pages · ready",
        "Master Services Agreement": "22 pages · ready",
        "Residential Lease Agreement": "14 pages · ready",
    }


def test_an_import_shows_each_file_and_all_of_them(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.add(["/docs/msa.pdf", "/docs/secret.pdf"])
    request = engine.last("add")
    assert request.arguments == {"paths": ["/docs/msa.pdf", "/docs/secret.pdf"], "collection": None}
    engine.say(request, Progress(Stage.READING, 12, 40, "msa.pdf"))
    qtbot.waitUntil(lambda: states(window).get("msa.pdf") == "reading 12 of 40 pages")
    assert states(window)["secret.pdf"] == "waiting"
    pane = window.documents
    assert pane.progress.isVisible()
    assert pane.progress.words.text() == "Reading file 1 of 2: msa.pdf"
    assert pane.progress.bar.value() == 150  # of 1000: 12 of 40 pages of one of two files

    engine.say(request, FileFinished(FAILED))
    qtbot.waitUntil(lambda: states(window).get("secret.pdf") == "failed: The file needs a password.")
    listed = engine.count("documents")
    engine.say(request, FileFinished(FileResult("/docs/msa.pdf", FileStatus.ADDED, SERVICES.id, pages=22)))
    qtbot.waitUntil(lambda: "msa.pdf" not in states(window))
    engine.say(request, Progress(Stage.EMBEDDING, 50, 200))
    qtbot.waitUntil(lambda: pane.progress.words.text() == "Learning meanings: 50 of 200 passages")
    assert pane.progress.bar.value() == 250
    engine.finish(request)
    qtbot.waitUntil(lambda: not pane.progress.isVisible())
    qtbot.waitUntil(lambda: engine.count("documents") > listed)
    assert "secret.pdf" in states(window)


def test_a_failed_file_stays_with_its_remedy_until_it_is_dismissed(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    window.add([FAILED.path])
    engine.say(engine.last("add"), FileFinished(FAILED))
    engine.finish(engine.last("add"))
    qtbot.waitUntil(lambda: "secret.pdf" in states(window))
    choose(window, f"failed:{FAILED.path}")
    details = window.documents.details
    assert details.isVisible()
    assert {"Not imported: The file needs a password.", "Save a copy without one."} <= set(details.lines())
    qtbot.mouseClick(details.dismiss_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "secret.pdf" not in states(window))
    assert not details.isVisible()


def test_details_name_every_problem_its_pages_and_its_remedy(window: MainWindow) -> None:
    choose(window, SCAN.id)
    lines = window.documents.details.lines()
    assert "Pages 12–13 not read: scanned, without text" in lines
    assert "Scan these pages again at 300 dpi, then import the file anew." in lines


def test_cancel_stops_the_import_and_forgets_what_waits(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.add(["/docs/msa.pdf", "/docs/long.pdf"])
    engine.say(engine.last("add"), Progress(Stage.READING, 1, 40, "msa.pdf"))
    qtbot.waitUntil(window.documents.progress.cancel_button.isVisible)
    qtbot.mouseClick(window.documents.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert engine.last("add").cancelled
    qtbot.waitUntil(lambda: not window.documents.progress.isVisible())
    qtbot.waitUntil(lambda: "long.pdf" not in states(window))
    assert window.notice.said[0] == "The import was stopped."


def test_an_unchanged_file_and_a_notice_are_said(window: MainWindow, engine: ScriptedEngine) -> None:
    window.add(["/docs/lease.pdf"])
    engine.say(engine.last("add"), FileFinished(FileResult("/docs/lease.pdf", FileStatus.UNCHANGED, LEASE.id)))
    assert "in the library already" in window.notice.said[1]
    engine.say(engine.last("add"), Notice("The disk is nearly full.", "Free some space."))
    assert window.notice.said[0] == "The disk is nearly full."
    assert window.notice.said[1] == "Free some space."


def test_unfinished_work_of_an_earlier_run_is_resumed_and_shown(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    del replies["resume"]
    engine = ScriptedEngine(replies)
    window = open_window(engine)
    assert not window.documents.progress.isVisible()
    engine.say(engine.last("resume"), Progress(Stage.READING, 3, 9, "old.pdf"))
    qtbot.waitUntil(lambda: states(window).get("old.pdf") == "reading 3 of 9 pages")


def test_dropping_files_imports_them_into_the_chosen_collection(window: MainWindow, engine: ScriptedEngine) -> None:
    window.documents.choose_collection("Harbour Street")
    data = dragged("/docs/new.pdf")
    window.dragEnterEvent(enter := drag_event(QEvent.Type.DragEnter, data))
    assert enter.isAccepted()
    assert window.drop_hint.isVisible()
    assert window.drop_hint.accessibleName() == "Drop to add to “Harbour Street”"
    window.dropEvent(drag_event(QEvent.Type.Drop, data))
    assert not window.drop_hint.isVisible()
    assert engine.last("add").arguments == {
        "paths": [str(Path(QUrl.fromLocalFile("/docs/new.pdf").toLocalFile()))],
        "collection": "Harbour Street",
    }


def test_leaving_hides_the_hint_and_text_is_not_taken(window: MainWindow) -> None:
    data = dragged("/docs/new.pdf")
    window.dragEnterEvent(drag_event(QEvent.Type.DragEnter, data))
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not window.drop_hint.isVisible()
    words = QMimeData()
    words.setText("not a file")
    enter = drag_event(QEvent.Type.DragEnter, words)
    window.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_a_collection_filters_the_list_and_is_the_scope(window: MainWindow) -> None:
    window.documents.choose_collection("Harbour Street")
    assert [row.title for row in rows(window)] == ["Master Services Agreement", "Residential Lease Agreement"]
    assert window.ask.scope_button.text() == "in Harbour Street (2)"


def test_a_new_collection_begins_with_its_first_import(window: MainWindow, engine: ScriptedEngine) -> None:
    window.documents.choose_collection("Ward 7")
    assert window.documents.collection == "Ward 7"
    assert rows(window) == []
    window.add(["/docs/a.pdf"])
    assert engine.last("add").arguments["collection"] == "Ward 7"


def test_the_status_of_a_document_decides_its_icon() -> None:
    waiting = replace(LEASE, status=DocumentStatus.IMPORTING)
    text = replace(LEASE, status=DocumentStatus.TEXT)
    shown = [rows_of([document], [], [], None)[0] for document in (waiting, text, LEASE, SCAN)]
    assert [row.state for row in shown] == [RowState.WAITING, RowState.TEXT, RowState.READY, RowState.INCOMPLETE]
    assert shown[1].words == "14 pages · text ready"


def test_time_left_counts_only_what_was_done_since_the_start() -> None:
    seconds = iter([0.0, 10.0, 10.0, 20.0])
    pace = Pace(lambda: next(seconds))
    assert pace.words(0.5) == ""  # resumed half way; nothing is known yet
    assert pace.words(0.6) == "about 40 s left"  # 0.1 in ten seconds, 0.4 to go


def test_the_first_run_offers_samples_and_goes_away_with_the_first_import(open_window: OpenWindow, qtbot: QtBot) -> None:
    engine = ScriptedEngine(library([], EMPTY))
    window = open_window(engine, [Path("/app/lease.pdf"), Path("/app/msa.pdf")])
    assert window.welcome.isVisible()
    assert not window.ask.isVisible()
    qtbot.mouseClick(window.welcome.samples_button, Qt.MouseButton.LeftButton)
    assert engine.last("add").arguments["paths"] == [str(Path("/app/lease.pdf")), str(Path("/app/msa.pdf"))]
    assert window.ask.isVisible()


def test_without_samples_the_first_run_offers_the_file_dialog(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(ScriptedEngine(library([], EMPTY)))
    assert not window.welcome.samples_button.isVisible()
    with qtbot.waitSignal(window.welcome.add_wanted):
        qtbot.mouseClick(window.welcome.add_button, Qt.MouseButton.LeftButton)
