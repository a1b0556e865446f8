"""Runs commands as a terminal would, in this process."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pincite import cli

if TYPE_CHECKING:
    import pytest

    from pincite.settings import Settings


class Terminal:
    """Runs commands in this process, over fake models, and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], settings: Settings) -> None:
        self._capsys = capsys
        self.library = settings.library
        self.windows: list[Settings] = []

    def run(self, *arguments: str) -> tuple[int, str, str]:
        """The exit status of a command, and its output and errors."""
        status = cli.main(["--library", str(self.library), *arguments], self._open_window)
        out, err = self._capsys.readouterr()
        assert "Traceback" not in out + err
        return status, out, err

    def rows(self, *arguments: str, status: int = 0) -> list[dict[str, Any]]:
        """The JSON lines that a command prints."""
        found, out, err = self.run(*arguments)
        assert found == status, err
        return [json.loads(line) for line in out.splitlines()]

    def _open_window(self, settings: Settings) -> int:
        self.windows.append(settings)
        return 7
