"""Renders the states of the window, in every look, to PNG files: ``python screenshots.py FOLDER [SCALE [SCENE…]]``.

In English, or in the language that ``$PINCITE_LANGUAGE`` names.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import flow_scenes
import reading_scenes
import settings_scenes
from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from scenes import (
    ANSWER,
    DOCUMENTS,
    EMPTY,
    GENERATOR,
    LEASE,
    NOT_FOUND,
    NOTICE,
    QUESTION,
    SCAN,
    STATUS,
    answering,
    library,
    line_box,
)
from scripted_engine import ScriptedEngine

from pincite.domain import SearchResult
from pincite.events import FileFinished, Progress, Stage
from pincite.gui.appearance import Appearance, Contrast
from pincite.gui.bridge import Bridge
from pincite.gui.guide import SUGGESTED
from pincite.gui.main_window import MainWindow
from pincite.gui.page_canvas import Fit
from pincite.gui.theme import Theme
from pincite.gui.translation import install
from pincite.reports import FileResult, FileStatus

SETTLE_MS = 350
"""Long enough for the pages in sight to be asked for and painted."""

Scene = Callable[[MainWindow, ScriptedEngine], QWidget | None]
"""Brings a window into a state; what it returns is drawn instead of the window."""

LOOKS = {
    "light": Appearance(Qt.ColorScheme.Light, Contrast.NORMAL),
    "dark": Appearance(Qt.ColorScheme.Dark, Contrast.NORMAL),
    "light-contrast": Appearance(Qt.ColorScheme.Light, Contrast.HIGH),
    "dark-contrast": Appearance(Qt.ColorScheme.Dark, Contrast.HIGH),
}


def empty(_window: MainWindow, _engine: ScriptedEngine) -> None:
    """The first run, with no language model yet."""


def importing(window: MainWindow, engine: ScriptedEngine) -> None:
    """Three files under way, one failed."""
    paths = [f"/home/ada/Documents/{name}.pdf" for name in ("msa-2024", "discharge-notes", "old-scan", "annual-report")]
    window.add(paths)
    failed = FileResult(
        paths[2], FileStatus.FAILED, reason="The file needs a password.", hint="Save a copy without one and add that."
    )
    engine.say(
        engine.last("add"),
        Progress(Stage.READING, 12, 40, "msa-2024.pdf"),
        FileFinished(failed),
        Progress(Stage.READING, 13, 40, "msa-2024.pdf"),
    )


def answered(window: MainWindow, engine: ScriptedEngine) -> None:
    """An answer with every verdict, and its first citation opened."""
    window.ask.box.setPlainText(QUESTION)
    window.ask.ask()
    engine.say(engine.last("ask"), *answering(ANSWER))
    engine.finish(engine.last("ask"))
    window.pages.open(LEASE.id, LEASE.title, NOTICE.page, NOTICE.boxes)


def reading(window: MainWindow, engine: ScriptedEngine) -> None:
    """Words are looked for in a document whose outline is open, while the evidence of an answer is marked."""
    answered(window, engine)
    wait(SETTLE_MS)
    window.splitter.setSizes([224, 336, 800])
    window.pages.toggle_side()
    window.pages.show_find()
    window.pages.find_bar.field.setText("notice")
    wait(2 * SETTLE_MS)


def selected(window: MainWindow, engine: ScriptedEngine) -> None:
    """A whole page in a window that is mostly page, with words selected."""
    answered(window, engine)
    window.splitter.setSizes([224, 336, 800])
    window.pages.set_fit(Fit.PAGE)
    wait(SETTLE_MS)
    first = window.pages.canvas.rect_of(NOTICE.page, line_box(8, 0.1)).center().toPoint()
    last = window.pages.canvas.rect_of(NOTICE.page, line_box(11, 0.6, 0.5)).center().toPoint()
    view = window.pages.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=last)


def writing(window: MainWindow, engine: ScriptedEngine) -> None:
    """An answer half written."""
    window.ask.box.setPlainText(QUESTION)
    window.ask.ask()
    engine.say(engine.last("ask"), *list(answering(ANSWER))[:5])
    engine.say(engine.last("ask"), *list(answering(ANSWER))[6:7])


def not_found(window: MainWindow, engine: ScriptedEngine) -> None:
    """The documents do not hold an answer; a document with a problem is chosen."""
    window.ask.box.setPlainText(NOT_FOUND.question)
    window.ask.ask()
    engine.say(engine.last("ask"), *answering(NOT_FOUND))
    engine.finish(engine.last("ask"))
    index = window.documents.rows.index_of(SCAN.id)
    window.documents.list.setCurrentIndex(index)
    window.documents.list.clicked.emit(index)


def searched(window: MainWindow, engine: ScriptedEngine) -> None:
    """Search lists passages only."""
    window.ask.search_switch.setChecked(True)
    window.ask.box.setPlainText("notice period")
    window.ask.ask()
    engine.finish(engine.last("search"), SearchResult("notice period", ANSWER.hits))


def failure(window: MainWindow, engine: ScriptedEngine) -> None:
    """The engine died during a question."""
    answered(window, engine)
    window.ask.retry()
    engine.die()


def dropping(window: MainWindow, _engine: ScriptedEngine) -> None:
    """Files are dragged over the window."""
    window.drop_hint.show_over("Drop to add to your documents")


SCENES: dict[str, Scene] = (
    {
        scene.__name__.replace("_", "-"): scene
        for scene in (empty, importing, writing, answered, reading, selected, not_found, searched, failure, dropping)
    }
    | settings_scenes.SCENES
    | reading_scenes.SCENES
    | flow_scenes.SCENES
)


def wait(milliseconds: int) -> None:
    """Lets the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main(folder: Path, wanted: list[str]) -> None:
    """Writes ``<scene>-<look>.png`` for each scene that is wanted; none named: all."""
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    install(app, os.environ.get("PINCITE_LANGUAGE", "en"))
    theme = Theme(app)
    samples = [Path(name) for name in SUGGESTED]
    for look, appearance in LOOKS.items():
        theme.use(appearance)
        for name, scene in SCENES.items():
            if wanted and name not in wanted:
                continue
            first = scene is empty
            engine = ScriptedEngine(
                library([], EMPTY, replace(GENERATOR, installed=False)) if first else library(DOCUMENTS, STATUS)
            )
            for module in (settings_scenes, reading_scenes, flow_scenes):
                engine.replies |= module.replies() if name in module.SCENES else {}
            with tempfile.TemporaryDirectory() as memory:
                bridge = Bridge(engine)
                settings = QSettings(str(Path(memory) / "window.ini"), QSettings.Format.IniFormat)
                window = MainWindow(bridge, theme, settings, samples)
                window.show()
                wait(SETTLE_MS)
                shown = scene(window, engine) or window
                wait(SETTLE_MS)
                shown.grab().save(str(folder / f"{name}-{look}.png"))
                window.close()
                bridge.stop()
                window.deleteLater()
                wait(0)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if len(sys.argv) > 2:
        os.environ["QT_SCALE_FACTOR"] = sys.argv[2]
    main(Path(sys.argv[1]), sys.argv[3:])
