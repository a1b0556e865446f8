"""An encrypted document whose password the engine does not know, or no longer: asked for where its pages would be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from scenes import BOOK, LEASE, NOTICE, library, render
from scripted_engine import ScriptedEngine

from pincite.errors import FileError, PasswordNeeded

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.domain import PageImage
    from pincite.gui.main_window import MainWindow
    from pincite.gui.page_view import PageView


class Vault:
    """Draws no page of the lease until it was given the password "sesame"."""

    def __init__(self) -> None:
        self.open = False
        self.broken = False

    def render(self, arguments: dict[str, Any]) -> PageImage:
        if arguments["document_id"] == LEASE.id and not self.open:
            raise PasswordNeeded("The file needs a password.", "Give it.")
        return render(arguments)

    def unlock(self, arguments: dict[str, Any]) -> None:
        if self.broken:
            raise FileError("The file is gone.", "Import it again.")
        if arguments["password"] != "sesame":
            raise PasswordNeeded("The password is wrong.", "Try another one.")
        self.open = True


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def engine(vault: Vault) -> ScriptedEngine:
    return ScriptedEngine(library() | {"render": vault.render, "keys.unlock": vault.unlock})


@pytest.fixture
def pages(open_window: OpenWindow, engine: ScriptedEngine, qtbot: QtBot) -> PageView:
    """The page that proves an answer is wanted, and is locked."""
    opened: MainWindow = open_window(engine)
    opened.documents.list.setFocus()
    opened.pages.open(LEASE.id, LEASE.title, NOTICE.page, NOTICE.boxes)
    qtbot.waitUntil(opened.pages.body.unlock.isVisible)
    return opened.pages


def test_the_password_leads_to_the_page_with_its_words_marked(pages: PageView, qtbot: QtBot) -> None:
    card = pages.body.unlock
    assert card.card.said[0] == f"“{LEASE.title}” is encrypted."
    assert card.field.hasFocus()
    assert not pages.canvas.isVisible()
    qtbot.keyClicks(card.field, "sesame")
    qtbot.keyClick(card.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pages.images.image(NOTICE.page) is not None)
    assert not card.isVisible()
    assert pages.canvas.isVisible()
    assert pages.canvas.marked == (NOTICE.page, NOTICE.boxes)
    assert NOTICE.page in pages.canvas.in_sight()
    assert card.field.text() == ""


def test_a_wrong_password_is_said_to_be_wrong_and_another_can_be_tried(pages: PageView, qtbot: QtBot) -> None:
    card = pages.body.unlock
    qtbot.keyClicks(card.field, "wrong")
    card.open_button.click()
    assert not card.open_button.isEnabled()  # one at a time
    qtbot.waitUntil(card.open_button.isEnabled)
    assert card.card.said[0] == f"That password does not open “{LEASE.title}”."
    assert card.field.text() == ""
    assert card.field.hasFocus()
    qtbot.keyClicks(card.field, "sesame")
    card.open_button.click()
    qtbot.waitUntil(lambda: pages.images.image(NOTICE.page) is not None)


def test_a_file_that_cannot_be_opened_at_all_is_told(pages: PageView, vault: Vault, qtbot: QtBot) -> None:
    vault.broken = True
    qtbot.keyClicks(pages.body.unlock.field, "sesame")
    pages.body.unlock.open_button.click()
    qtbot.waitUntil(lambda: pages.body.unlock.card.said == ("The file is gone.", "Import it again."))


def test_another_document_can_be_read_meanwhile(pages: PageView, qtbot: QtBot) -> None:
    pages.open(BOOK.id, BOOK.title, 3)
    qtbot.waitUntil(lambda: pages.images.image(3) is not None)
    assert pages.canvas.isVisible()
    pages.tabs.setCurrentIndex(0)
    qtbot.waitUntil(pages.body.unlock.isVisible)
    pages.close_tab()
    qtbot.waitUntil(lambda: pages.canvas.isVisible() and not pages.body.unlock.isVisible())


def test_another_citation_of_the_locked_document_is_where_the_password_leads(pages: PageView, qtbot: QtBot) -> None:
    pages.open(LEASE.id, LEASE.title, 9)
    assert pages.body.unlock.isVisible()
    qtbot.keyClicks(pages.body.unlock.field, "sesame")
    pages.body.unlock.open_button.click()
    qtbot.waitUntil(lambda: pages.images.image(9) is not None)
    assert pages.canvas.current == 9


def test_who_types_a_question_goes_on_typing(open_window: OpenWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window = open_window(engine)
    window.ask.focus()
    window.pages.open(LEASE.id, LEASE.title, 1)
    qtbot.waitUntil(window.pages.body.unlock.isVisible)
    assert window.focusWidget() is window.ask.box


def test_an_engine_that_died_has_forgotten_the_password(
    pages: PageView, vault: Vault, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    vault.open = True
    pages.tabs.step(0)
    pages.body.unlock.unlocked.emit()
    pages.body.unlock.leave()
    qtbot.waitUntil(lambda: pages.images.image(NOTICE.page) is not None)
    vault.open = False
    engine.die()
    pages.turn_page(6)
    qtbot.waitUntil(pages.body.unlock.isVisible)
    assert pages.canvas.current == NOTICE.page + 6
