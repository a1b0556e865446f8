"""States of the window that a flow leads through: the first steps, watched folders, a locked document."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from scenes import ANSWER, DOCUMENTS, LEASE, NOTICE, QUESTION, answering

from pincite.errors import PasswordNeeded
from pincite.gui.guide import SUGGESTED, Step
from pincite.reports import FolderLook, WatchedFolder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from scripted_engine import Reply, ScriptedEngine

    from pincite.domain import PageImage
    from pincite.gui.main_window import MainWindow

MORNING = (datetime.now(UTC) - timedelta(hours=3)).isoformat(timespec="seconds")
NOW = datetime.now(UTC).isoformat(timespec="seconds")
FOUND = FolderLook(MORNING, new=3, changed=1)
FOLDERS = [
    WatchedFolder("/home/ada/Harbour Street/Correspondence", "Harbour Street", FolderLook(NOW), FOUND),
    WatchedFolder("/home/ada/Scans", None, FolderLook(NOW, new=12, failed=1), FolderLook(NOW, new=12, failed=1)),
    WatchedFolder("/media/stick/Guidelines", None, FolderLook(NOW, there=False)),
]


def replies() -> dict[str, Reply]:
    """What the engine says besides, in all of these states."""
    return {"watched.folders": lambda _arguments: FOLDERS, "watched.update": lambda _arguments: None}


def watching(_window: MainWindow, _engine: ScriptedEngine) -> None:
    """Three folders are watched, of which one is not there."""


def locked_page(window: MainWindow, engine: ScriptedEngine) -> None:
    """A citation was followed into a document whose password is asked for."""

    def refuse(_arguments: dict[str, Any]) -> PageImage:
        raise PasswordNeeded("The file needs a password.")

    engine.replies["render"] = refuse
    window.pages.open(LEASE.id, LEASE.title, NOTICE.page, NOTICE.boxes)


def _guided(window: MainWindow, engine: ScriptedEngine, step: Step) -> None:
    samples = [replace(document, path=name) for document, name in zip(DOCUMENTS, SUGGESTED, strict=False)]
    engine.replies |= {"documents": lambda _arguments: samples, "watched.folders": lambda _arguments: []}
    window.guide.step = step
    window.guide.show_library(samples)
    window.bridge.started.emit()


def first_question(window: MainWindow, engine: ScriptedEngine) -> None:
    """The samples are here, and questions are suggested."""
    _guided(window, engine, Step.ASK)


def first_citation(window: MainWindow, engine: ScriptedEngine) -> None:
    """The first answer is here, and its sources can be followed."""
    _guided(window, engine, Step.ASK)
    window.ask.ask_suggested(QUESTION)
    engine.say(engine.last("ask"), *answering(ANSWER))
    engine.finish(engine.last("ask"))


def own_documents(window: MainWindow, engine: ScriptedEngine) -> None:
    """The first citation was followed."""
    first_citation(window, engine)
    _guided(window, engine, Step.ADD)


SCENES: dict[str, Callable[[MainWindow, ScriptedEngine], QWidget | None]] = {
    scene.__name__.replace("_", "-"): scene for scene in (watching, locked_page, first_question, first_citation, own_documents)
}
