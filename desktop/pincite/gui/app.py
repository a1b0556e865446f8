"""Starts the window. Safe to import: the engine process imports the main module again."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from pincite import diagnostics
from pincite.errors import PinciteError
from pincite.gui.appearance import Appearance
from pincite.gui.bridge import Bridge
from pincite.gui.crash_dialog import show_bugs
from pincite.gui.icons import app_icon
from pincite.gui.main_window import MainWindow
from pincite.gui.taskbar import show_in_taskbar
from pincite.gui.theme import Theme
from pincite.gui.translation import install
from pincite.settings import Settings, config_file, data_folder, log_folder

if TYPE_CHECKING:
    from pathlib import Path

DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
MEMORY = "window.ini"
"""File beside the settings in which the window remembers its place; nothing in it matters."""


def run(settings: Settings) -> int:
    """Opens the window on the library of the settings; returns the exit status when it is closed.

    Raises:
        PinciteError: there is no display.
    """
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):  # Qt would end the process
        raise PinciteError("There is no display to open a window on.", "Use the command line: pincite --help.")
    diagnostics.start("window", log_folder())
    app = QApplication(sys.argv[:1])
    app.setApplicationName("pincite")
    app.setApplicationDisplayName("Pincite")
    app.setDesktopFileName("pincite")
    app.setWindowIcon(app_icon())
    memory = QSettings(str(config_file().with_name(MEMORY)), QSettings.Format.IniFormat)
    appearance = Appearance.remembered(memory)
    install(app, appearance.language)
    theme = Theme(app, appearance)
    bridge = Bridge.to_process(settings, app)
    window = MainWindow(bridge, theme, memory, samples())
    window.network.watch()
    window.library_wanted.connect(partial(_change_library, bridge, settings))
    show_in_taskbar(window.imports, window.downloads, window)
    show_bugs(window)
    # Qt's loop does not let Python see Ctrl+C; without this the terminal could not end it
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    window.show()
    status = app.exec()
    bridge.stop()
    return status


def _change_library(bridge: Bridge, settings: Settings, library: Path) -> None:
    """Goes on in another library, now and from the next start on."""
    replace(Settings.load(), library=library).save()
    bridge.switch(Bridge.process_of(replace(settings, library=library)))


def samples() -> list[Path]:
    """The sample PDFs that came with Pincite; none if they are not installed."""
    try:
        return sorted((data_folder("resources") / "samples").glob("*.pdf"))
    except PinciteError:
        return []
