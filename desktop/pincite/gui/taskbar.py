"""Progress on the icon of the program in the taskbar, as desktops of Linux show it. Counts nothing itself.

The docks of GNOME (Ubuntu's, Dash to Dock), KDE and others listen for a signal on the session bus, described at
https://wiki.ubuntu.com/Unity/LauncherAPI; where none listens, it is lost without a trace.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtDBus import QDBusMessage

    from pincite.gui.downloads import Downloads
    from pincite.gui.imports import Imports

PATH = "/com/canonical/unity/launcherentry/{process}"
INTERFACE = "com.canonical.Unity.LauncherEntry"
ENTRY = "application://pincite.desktop"


class Taskbar(QObject):
    """Shows how far imports are, or downloads while nothing is imported.

    Args:
        send: Sends a message; None: the session bus does.
    """

    def __init__(
        self,
        imports: Imports,
        downloads: Downloads,
        parent: QObject | None = None,
        send: Callable[[QDBusMessage], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._imports = imports
        self._downloads = downloads
        self._send = send or _send
        self._shown: int | None = None
        imports.changed.connect(self._show)
        downloads.changed.connect(self._show)

    def _show(self) -> None:
        fraction = self._imports.fraction() if self._imports.busy else self._downloads.fraction
        percent = None if fraction is None else round(100 * fraction)
        if percent != self._shown:  # each message wakes the dock
            self._shown = percent
            self._send(message(percent))


def show_in_taskbar(imports: Imports, downloads: Downloads, parent: QObject) -> Taskbar | None:
    """Shows progress in the taskbar from now on; None where the platform has another way, which is not built."""
    return Taskbar(imports, downloads, parent) if sys.platform == "linux" else None


def message(percent: int | None) -> QDBusMessage:
    """The signal that shows a bar at 0 to 100 percent; None: that takes it away."""
    from PySide6.QtDBus import QDBusMessage  # the window opens sooner without it

    made = QDBusMessage.createSignal(PATH.format(process=QCoreApplication.applicationPid()), INTERFACE, "Update")
    made.setArguments([ENTRY, {"progress": (percent or 0) / 100, "progress-visible": percent is not None}])
    return made


def _send(made: QDBusMessage) -> None:
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        bus.send(made)
