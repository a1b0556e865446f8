"""The log stays in its folder, and a crash report says what we need to know."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from pincite import __version__, diagnostics

if TYPE_CHECKING:
    from pathlib import Path

LOGGING = """
import sys
from pathlib import Path
from pincite import diagnostics
diagnostics.start("test", Path(sys.argv[1]))
diagnostics.log.info("written down")
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True, timeout=60)


def test_what_is_logged_goes_to_the_file_of_the_process_alone(tmp_path: Path) -> None:
    done = run("-c", LOGGING, str(tmp_path / "logs"))
    assert "written down" in (tmp_path / "logs" / "test.log").read_text(encoding="utf-8")
    assert (done.stdout, done.stderr) == ("", "")


def test_a_folder_that_cannot_be_made_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = run("-c", LOGGING, str(tmp_path / "file"))
    assert (done.stdout, done.stderr) == ("", "")


def test_before_the_start_warnings_do_not_reach_the_terminal() -> None:
    done = run("-c", "from pincite import diagnostics; diagnostics.log.warning('to nowhere')")
    assert (done.stdout, done.stderr) == ("", "")


def test_a_crash_report_has_versions_and_traceback() -> None:
    try:
        raise ZeroDivisionError("a bug")
    except ZeroDivisionError as error:
        report = diagnostics.crash_report(type(error), error, error.__traceback__, "window")
    assert report.startswith(f"Pincite {__version__} (window), Python ")
    assert "lancedb " in report
    assert "absent" not in report
    assert "ZeroDivisionError: a bug" in report
