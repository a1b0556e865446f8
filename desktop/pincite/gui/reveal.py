"""Shows a file in the file manager of the platform. Opens no file."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from pincite.diagnostics import log

if TYPE_CHECKING:
    from pathlib import Path


def revealed(path: Path) -> Path | None:
    """What can be shown of a path: the file, or its folder if it is gone; None if that is gone, too."""
    return path if path.exists() else path.parent if path.parent.is_dir() else None


def reveal(path: Path) -> bool:
    """Shows a file, selected where the platform can do that; its folder if it is gone. Returns whether there was any."""
    place = revealed(path)
    if place is None:
        return False
    if place.is_file() and sys.platform in ("darwin", "win32"):
        command = ["open", "-R", str(place)] if sys.platform == "darwin" else ["explorer", f"/select,{place}"]
        try:
            subprocess.Popen(command, stdin=subprocess.DEVNULL)
        except OSError as error:  # then at least the folder
            log.warning("%s: %s", command[0], error)
        else:
            return True
    folder = place if place.is_dir() else place.parent
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
