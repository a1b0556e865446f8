"""Windows over a scripted engine, drawn off the screen."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings
from scenes import library
from scripted_engine import ScriptedEngine

from pincite.gui.bridge import Bridge
from pincite.gui.main_window import MainWindow
from pincite.gui.theme import Theme
from pincite.gui.translation import install

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

HERE = Path(__file__).parent

OpenWindow = Callable[..., MainWindow]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lets the one warning pass that the off-screen platform gives for every window with a smallest size."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.qt_log_ignore("does not support propagateSizeHints", extend=True))


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> None:
    """The window speaks English, whatever the system does."""
    install(qapp, "en")


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The colours, following a system that does not say."""
    made = Theme(qapp)
    yield made
    made.setParent(None)
    made.deleteLater()


@pytest.fixture
def engine() -> ScriptedEngine:
    """An engine with four documents; imports and questions are left to the test."""
    return ScriptedEngine(library())


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> OpenWindow:
    """Opens a window on an engine and waits until it knows the library."""

    def open_it(engine: ScriptedEngine, samples: list[Path] | None = None, memory: Path | None = None) -> MainWindow:
        settings = QSettings(str(memory or tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Bridge(engine), theme, settings, samples or [])
        qtbot.addWidget(window, before_close_func=lambda closed: closed.bridge.stop())
        window.show()
        qtbot.waitUntil(lambda: window.shelf.known and window.shelf.status is not None and bool(window.shelf.models))
        return window

    return open_it


@pytest.fixture
def window(open_window: OpenWindow, engine: ScriptedEngine) -> MainWindow:
    """A window on the four documents."""
    return open_window(engine)
