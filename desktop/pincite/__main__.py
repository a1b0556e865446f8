"""Starts the window, or the command line when given arguments."""

from __future__ import annotations

import multiprocessing
import sys
from typing import TYPE_CHECKING

from pincite import cli, diagnostics
from pincite.settings import log_folder

if TYPE_CHECKING:
    from pincite.settings import Settings


def main() -> int:
    """The command ``pincite``."""
    multiprocessing.freeze_support()
    if sys.argv[1:]:
        diagnostics.start("command-line", log_folder())
    return cli.main(sys.argv[1:] or ["gui"], _open_window)


def window() -> int:
    """The command ``pincite-window``, which has no terminal."""
    multiprocessing.freeze_support()
    return cli.main(["gui"], _open_window)


def _open_window(settings: Settings) -> int:
    from pincite.gui.app import run

    return run(settings)


if __name__ == "__main__":
    sys.exit(main())
