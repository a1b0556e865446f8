"""Over a real engine process: a watched folder from its choice to a change in it, and a locked document after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt

from fakes import open_scripted_library
from pdfs import write_pdf
from pincite.engine import Engine
from pincite.gui.bridge import Bridge, ProcessLink
from pincite.gui.main_window import MainWindow
from pincite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pincite.gui.theme import Theme

pytestmark = pytest.mark.slow

WAIT = 120_000  # milliseconds; an engine starts in seconds, on a busy machine in tens of them
NOTICE = "The Tenant must give at least sixty (60) days’ written notice."


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Callable[[], MainWindow]:
    """Opens a window on the library of the test, each time with an engine of its own."""
    settings = Settings(library=tmp_path / "library", models=tmp_path / "models")

    def open_it() -> MainWindow:
        bridge = Bridge(lambda deliver: ProcessLink(Engine(settings, open_scripted_library), deliver))
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(bridge, theme, memory, [])
        qtbot.addWidget(window, before_close_func=lambda closed: closed.bridge.stop())
        window.show()
        qtbot.waitUntil(lambda: window.shelf.known and window.shelf.status is not None, timeout=WAIT)
        return window

    return open_it


def titles(window: MainWindow) -> list[str]:
    return [document.title for document in window.shelf.documents]


def test_a_watched_folder_brings_what_comes_and_says_what_goes(
    open_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "post"
    folder.mkdir()
    write_pdf(folder / "a.pdf", ["The first letter is about the badger."], title="Badger")
    window = open_window()
    window.watching.watch(str(folder), None)
    qtbot.waitUntil(
        lambda: titles(window) == ["Badger"] and not window.watching.looking(window.watching.folders[0]), timeout=WAIT
    )
    row = window.documents.watched.rows[str(folder)]
    qtbot.waitUntil(lambda: row.said.text().endswith(": 1 new"), timeout=WAIT)
    write_pdf(folder / "b.pdf", ["The second letter is about the otter."], title="Otter")
    (folder / "a.pdf").unlink()
    row.look_action.trigger()
    qtbot.waitUntil(lambda: row.said.text().endswith(": 1 new, 1 gone"), timeout=WAIT)
    qtbot.waitUntil(lambda: titles(window) == ["Badger", "Otter"], timeout=WAIT)  # nothing is removed
    assert window.notice.said[0] == "Gone from a watched folder: a.pdf."
    window.close()
    window.bridge.stop()

    write_pdf(folder / "c.pdf", ["The third letter is about the fox."], title="Fox")
    again = open_window()
    qtbot.waitUntil(lambda: titles(again) == ["Badger", "Fox", "Otter"], timeout=WAIT)  # looked into at the start
    folder.rename(tmp_path / "away")
    qtbot.waitUntil(lambda: not again.watching.looking(again.watching.folders[0]), timeout=WAIT)
    again.documents.watched.look_button.click()
    away = again.documents.watched.rows[str(folder)]
    qtbot.waitUntil(lambda: away.said.text().startswith("Not there."), timeout=WAIT)
    assert again.notice.said[0] == f"The watched folder {folder} is not there."
    assert len(again.shelf.documents) == 3
    away.stop_action.trigger()
    qtbot.waitUntil(lambda: not again.documents.watched.isVisible(), timeout=WAIT)


def test_after_a_restart_a_citation_leads_through_the_password_to_its_words(
    open_window: Callable[[], MainWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    pages = ["The Landlord lets the flat.", "The Tenant rents it.", NOTICE]
    locked = str(write_pdf(tmp_path / "lease.pdf", pages, title="Lease", password="sesame"))
    window = open_window()
    window.add([locked])
    qtbot.waitUntil(window.password.isVisible, timeout=WAIT)
    qtbot.keyClicks(window.password.field, "sesame")
    window.password.open_button.click()
    qtbot.waitUntil(lambda: titles(window) == ["Lease"] and not window.imports.busy, timeout=WAIT)
    window.close()
    window.bridge.stop()

    again = open_window()
    qtbot.keyClicks(again.ask.box, "How much notice must the tenant give?")
    qtbot.keyClick(again.ask.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not again.ask.busy, timeout=WAIT)
    text = again.ask.view.text
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=text.chip_rect(0, 0).center())
    card = again.pages.body.unlock
    qtbot.waitUntil(card.isVisible, timeout=WAIT)
    qtbot.keyClicks(card.field, "open")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: card.card.said[0] == "That password does not open “Lease”.", timeout=WAIT)
    qtbot.keyClicks(card.field, "sesame")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: again.pages.images.image(3) is not None, timeout=WAIT)
    assert again.pages.canvas.isVisible()
    number, boxes = again.pages.canvas.marked
    assert (number, again.pages.canvas.current) == (3, 3)
    assert boxes
