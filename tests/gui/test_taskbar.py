"""Progress in the taskbar: what is sent to the session bus, and how often."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from scenes import GENERATOR

from pincite.events import FileFinished, Progress, Stage
from pincite.gui.taskbar import Taskbar, message, show_in_taskbar
from pincite.reports import FileResult, FileStatus

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusMessage
    from scripted_engine import ScriptedEngine

    from pincite.gui.main_window import MainWindow

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other platforms have other ways")


def test_the_message_is_that_of_the_launcher_entry() -> None:
    made = message(40)
    assert (made.interface(), made.member()) == ("com.canonical.Unity.LauncherEntry", "Update")
    assert made.path() == f"/com/canonical/unity/launcherentry/{os.getpid()}"
    assert made.arguments() == ["application://pincite.desktop", {"progress": 0.4, "progress-visible": True}]
    assert message(None).arguments()[1] == {"progress": 0.0, "progress-visible": False}


def test_imports_and_downloads_are_shown_while_they_last(window: MainWindow, engine: ScriptedEngine) -> None:
    sent: list[tuple[float, bool]] = []

    def send(made: QDBusMessage) -> None:
        values = made.arguments()[1]
        sent.append((values["progress"], values["progress-visible"]))

    taskbar = Taskbar(window.imports, window.downloads, send=send)
    window.imports.add(["/docs/msa.pdf"], None)
    request = engine.last("add")
    for page in (100, 101, 102, 500):  # one message for each percent, not for each page
        engine.say(request, Progress(Stage.READING, page, 1000, "msa.pdf"))
    engine.say(request, FileFinished(FileResult("/docs/msa.pdf", FileStatus.ADDED, "d1")))
    engine.finish(request)
    assert sent == [(0.0, True), (0.1, True), (0.5, True), (1.0, True), (0.0, False)]
    window.downloads.get(GENERATOR)
    engine.say(engine.last("get_model"), Progress(Stage.DOWNLOADING, GENERATOR.size // 4, GENERATOR.size))
    engine.finish(engine.last("get_model"))
    assert sent[5:] == [(0.0, True), (0.25, True), (0.0, False)]
    taskbar.deleteLater()


@pytest.mark.parametrize(("platform", "shown"), [("linux", True), ("win32", False), ("darwin", False)])
def test_only_linux_has_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch, platform: str, shown: bool) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    parent = QObject()
    assert (show_in_taskbar(window.imports, window.downloads, parent) is not None) is shown
