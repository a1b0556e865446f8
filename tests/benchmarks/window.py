"""Measures the window: how soon it is painted, what memory it takes, and how long its event loop is ever kept waiting.

``python tests/benchmarks/window.py [PAGES]`` imports PAGES pages (default 1,000, ten to a file) in a real engine process whose
models are scripted, and asks questions meanwhile. Prints the seconds from the start of a process to the first paint, its
resident memory then and at the end, and the longest and the 99th percentile of the gaps between two turns of the event loop.
The gaps of a machine whose cores are all taken are those of its scheduler: a thread beside the loop that only sleeps is
measured as well, and is what to compare with.
"""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
from PySide6.QtCore import QEvent, QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from pincite.library import Library
    from pincite.settings import Settings

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the fakes and the maker of PDFs

TICK_MS = 2
STEP_MS = 250
OPENED_MS = 2000
QUESTION = "How much notice must the tenant give?"
TEXT = "The Tenant must give at least sixty (60) days’ written notice. " * 12
LIMIT_SECONDS = 600.0


class Gaps:
    """Times between calls, in milliseconds."""

    def __init__(self) -> None:
        self.measured: list[float] = []
        self.begin()

    def begin(self) -> None:
        """Counts from now."""
        self._last = time.perf_counter()

    def tick(self) -> None:
        """Is called again and again."""
        now = time.perf_counter()
        self.measured.append(1000 * (now - self._last))
        self._last = now

    def words(self) -> str:
        """The longest, and that which 99 of 100 do not exceed."""
        ordered = sorted(self.measured)
        return f"longest {ordered[-1]:.0f} ms, 99 % within {ordered[int(0.99 * len(ordered))]:.0f} ms, {len(ordered):,} turns"


class Painted(QObject):
    """Ends the event loop with the first paint of a window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """See Qt."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return super().eventFilter(watched, event)


def start() -> None:
    """What the process does that is timed: opens the window as ``pincite gui`` does, without an engine behind it."""
    from pincite.gui.bridge import Bridge
    from pincite.gui.main_window import MainWindow
    from pincite.gui.theme import Theme

    app = QApplication([])
    memory = QSettings(str(Path(tempfile.mkdtemp()) / "window.ini"), QSettings.Format.IniFormat)
    window = MainWindow(Bridge(_no_engine), Theme(app), memory, [])
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    app.exec()
    print(time.time(), psutil.Process().memory_info().rss, time.process_time())


class _Silent:
    """An engine that does nothing: what it costs is measured elsewhere."""

    def send(self, _verb: str, **_arguments: object) -> int:
        return 0

    def cancel(self, _request_id: int) -> None:
        """Nothing is under way."""

    def stop(self) -> None:
        """Nothing runs."""


def _no_engine(_deliver: object) -> _Silent:
    return _Silent()


def measure_start() -> None:
    """Opens the window three times; the first one finds the disk cold."""
    for number in range(3):
        began = time.time()
        done = subprocess.run([sys.executable, __file__, "--start"], capture_output=True, text=True, check=True)
        painted, memory, busy = map(float, done.stdout.split())
        print(f"start {number + 1}: first paint after {painted - began:.2f} s ({busy:.2f} s of work), {memory / 1e6:.0f} MB")


def write_files(folder: str, pages: int) -> None:
    """Writes PDFs of ten pages, in a process of its own: what it loads is not the window's."""
    from pdfs import write_pdf

    for number in range(max(1, pages // 10)):
        write_pdf(Path(folder) / f"{number:03}.pdf", [f"File {number}, page {page}.\n\n{TEXT}" for page in range(10)])


def scripted_library(settings: Settings) -> Library:
    """What the engine opens; it is loaded there and not here."""
    from fakes import open_scripted_library

    return open_scripted_library(settings)


def measure_work(pages: int) -> None:
    """Imports and asks at once, and measures the loop of the window meanwhile."""
    from pincite.engine import Engine
    from pincite.gui.bridge import Bridge, ProcessLink
    from pincite.gui.main_window import MainWindow
    from pincite.gui.theme import Theme
    from pincite.settings import Settings

    folder = Path(tempfile.mkdtemp())
    files = folder / "files"
    files.mkdir()
    subprocess.run([sys.executable, __file__, "--files", str(files), str(pages)], check=True)
    settings = Settings(library=folder / "library", models=folder / "models")
    app = QApplication([])
    bridge = Bridge(lambda deliver: ProcessLink(Engine(settings, scripted_library), deliver))
    window = MainWindow(bridge, Theme(app), QSettings(str(folder / "w.ini"), QSettings.Format.IniFormat), [])
    window.show()
    loop, thread = Gaps(), Gaps()
    ended = threading.Event()

    def beside() -> None:
        while not ended.wait(TICK_MS / 1000):
            thread.tick()

    answers = 0
    began = time.perf_counter()

    def step() -> None:
        nonlocal answers
        documents = window.shelf.documents
        if documents and not window.ask.busy:
            answers += 1
            window.ask.box.setPlainText(QUESTION)
            window.ask.ask()
        ready = len(documents) >= pages // 10 and not window.imports.busy
        if ready or time.perf_counter() - began > LIMIT_SECONDS:
            app.quit()

    ticks, steps = QTimer(), QTimer()
    ticks.timeout.connect(loop.tick)
    steps.timeout.connect(step)
    sleeper = threading.Thread(target=beside)

    def begin() -> None:
        loop.begin()
        thread.begin()
        ticks.start(TICK_MS)
        steps.start(STEP_MS)
        sleeper.start()
        window.imports.add([str(files)], None)

    QTimer.singleShot(OPENED_MS, begin)  # the first paint is measured by itself
    app.exec()
    ended.set()
    sleeper.join()
    print(f"{pages} pages imported and {answers} questions asked in {time.perf_counter() - began:.0f} s")
    print(f"event loop of the window: {loop.words()}")
    print(f"a thread that only sleeps: {thread.words()}")
    print(f"memory of the window: {psutil.Process().memory_info().rss / 1e6:.0f} MB")
    bridge.stop()


if __name__ == "__main__":
    multiprocessing.freeze_support()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if sys.argv[1:] == ["--start"]:
        start()
    elif sys.argv[1:2] == ["--files"]:
        write_files(sys.argv[2], int(sys.argv[3]))
    else:
        measure_start()
        measure_work(int(sys.argv[1]) if sys.argv[1:] else 1000)
