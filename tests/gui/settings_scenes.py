"""Scenes of the settings and of what the library pane asks: what they show, and how they are opened."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from scenes import BOOK, GENERATOR, LEASE

from pincite.domain import Collection, CollectionColour
from pincite.events import FileFinished, Progress, Stage
from pincite.gui.collection_dialog import CollectionDialog
from pincite.reports import FileResult, FileStatus, LoadedModel, Machine, NetworkReport, NetworkUse, StorageUse
from pincite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from scripted_engine import Reply, ScriptedEngine

    from pincite.gui.main_window import MainWindow

EMBEDDER = replace(
    GENERATOR, name="all-MiniLM-L6-v2", role="embedder", size=90_900_000,
    description="Finds passages by their meaning, in English.",
)  # fmt: skip
SMALL = replace(
    GENERATOR, name="qwen2.5-coder-0.5b-instruct", description="Writes answers on computers with little memory.",
    size=491_400_064, installed=False, chosen=False, fetched=120_000_000,
)  # fmt: skip
LARGE = replace(
    SMALL, name="qwen3-8b-instruct", description="Writes better answers; wants a GPU.", size=5_030_000_000, fetched=0
)
RERANKER = replace(
    GENERATOR, name="pincite-reranker-small", role="reranker", size=33_000_000, licence="MIT",
    description="Puts passages in order; comes with Pincite.",
)  # fmt: skip
MODELS = [GENERATOR, SMALL, LARGE, EMBEDDER, RERANKER]
MACHINE = Machine(
    "CPU, 8 cores, 16 GB", 16 << 30, 6 << 30, 1_900_000_000,
    (LoadedModel(GENERATOR.name, "generator", "CPU", 118.0, 14.2),),
)  # fmt: skip
QUIET = NetworkReport("2026-03-02T09:30:00+00:00")
USED = NetworkReport(QUIET.since, (NetworkUse("2026-03-02T10:04:00+00:00", f"fetching the model {SMALL.name}", True),))
LEAK = NetworkReport(QUIET.since, (NetworkUse("2026-03-02T10:05:00+00:00", "203.0.113.7", False),))
DISK = StorageUse(81_000_000, 46_000_000, 2_100_000, 0, 1_250_000_000, 12_400_000)
COLLECTIONS = [
    Collection("Harbour Street", CollectionColour.GREEN, 2),
    Collection("Introduction to Soil Science, summer term", CollectionColour.ORANGE, 1),
    Collection("Ward 7", CollectionColour.RED, 0),
]


def replies(report: NetworkReport = QUIET) -> dict[str, Reply]:
    """What the settings ask for."""
    return {
        "models": lambda _arguments: list(MODELS),
        "machine": lambda _arguments: MACHINE,
        "choices": lambda _arguments: Settings(),
        "configure": lambda _arguments: None,
        "network.report": lambda _arguments: report,
        "storage.use": lambda _arguments: DISK,
        "organising.collections": lambda _arguments: list(COLLECTIONS),
    }


def settings_page(title: str) -> Callable[[MainWindow, ScriptedEngine], QWidget]:
    """Opens a page of the settings."""

    def scene(window: MainWindow, engine: ScriptedEngine) -> QWidget:
        if title == "Models":
            window.downloads.get(LARGE)
            engine.say(engine.last("get_model"), Progress(Stage.DOWNLOADING, 1_800_000_000, LARGE.size, LARGE.name))
        window.open_settings(title)
        assert window.settings is not None
        return window.settings

    return scene


def organised(window: MainWindow, _engine: ScriptedEngine) -> QWidget:
    """Three collections, a document that was removed, and the way to bring it back."""
    window.organiser.remove([BOOK])
    index = window.documents.rows.index_of(LEASE.id)
    window.documents.list.setCurrentIndex(index)
    window.documents.list.clicked.emit(index)
    window.documents.list.setFocus()
    return window


def locked(window: MainWindow, engine: ScriptedEngine) -> QWidget:
    """An encrypted file asks for its password, after a wrong one."""
    failure = FileResult("/home/ada/secret.pdf", FileStatus.FAILED, reason="It is encrypted.", code="encrypted")
    window.add([failure.path])
    engine.say(engine.last("add"), FileFinished(failure))
    window.password.field.setText("wrong")
    window.password.open_button.click()
    engine.say(engine.last("add"), FileFinished(failure))
    engine.finish(engine.last("add"))
    return window


def collection(window: MainWindow, _engine: ScriptedEngine) -> QWidget:
    """A new collection."""
    window.documents.new_collection()
    dialog = window.documents.findChild(CollectionDialog)
    assert dialog is not None
    dialog.name.setText("Course 4")
    return dialog


def commands(window: MainWindow, _engine: ScriptedEngine) -> QWidget:
    """The command palette."""
    window.menus.palette.show_all()
    return window.menus.palette


PAGES = ("Models", "Answers", "Appearance", "Privacy", "Storage")
SCENES = {
    "organised": organised,
    "locked": locked,
    "collection": collection,
    "commands": commands,
    **{
        f"settings-{title.lower()}": settings_page(title) for title in ("Models", "Answers", "Appearance", "Privacy", "Storage")
    },
}
