"""The reader's own highlights and notes: made from a selection, listed, edited, taken away and brought back, and exported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from scenes import LEASE, SERVICES, library, page_with_words
from scripted_engine import ScriptedEngine

from pincite.domain import Mark, MarkColour
from pincite.gui.page_marks import OWN, Ink
from pincite.gui.page_side import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow
    from pincite.gui.page_view import PageView

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
POPUP = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
WORDS = "sixty (60) days’ written notice."


class Shelf:
    """Keeps marks as the library does."""

    def __init__(self) -> None:
        self.marks: dict[str, Mark] = {}
        self.exported: list[dict[str, Any]] = []

    def of(self, arguments: dict[str, Any]) -> list[Mark]:
        return [mark for mark in self.marks.values() if mark.document_id == arguments["document_id"]]

    def save(self, arguments: dict[str, Any]) -> None:
        self.marks[arguments["mark"].id] = arguments["mark"]

    def remove(self, arguments: dict[str, Any]) -> None:
        del self.marks[arguments["mark_id"]]

    def export(self, arguments: dict[str, Any]) -> int:
        self.exported.append(arguments)
        return len(self.marks)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def window(open_window: OpenWindow, shelf: Shelf, qtbot: QtBot) -> Iterator[MainWindow]:
    """The lease, open at page 4, over an engine that keeps marks."""
    verbs = {"of": shelf.of, "save": shelf.save, "remove": shelf.remove, "export": shelf.export}
    engine = ScriptedEngine(library() | {f"marks.{name}": do for name, do in verbs.items()})
    opened = open_window(engine)
    show(opened.pages, qtbot)
    yield opened
    opened.pages.marking.card.close()


def show(pages: PageView, qtbot: QtBot, number: int = 4) -> None:
    pages.open(LEASE.id, LEASE.title, number)
    qtbot.waitUntil(lambda: pages.words.page(number) is not None)


def places(text: str) -> tuple[int, int]:
    """The first and the last word of a text on each page."""
    page = page_with_words(4)
    start = page.text.index(text)
    inside = [n for n, word in enumerate(page.words) if start <= word.start < start + len(text)]
    return inside[0], inside[-1]


def point(pages: PageView, word: int, number: int = 4) -> QPoint:
    return pages.canvas.rect_of(number, page_with_words(number).words[word].box).center().toPoint()


def select(pages: PageView, qtbot: QtBot, text: str = WORDS) -> None:
    first, last = places(text)
    boxes = tuple(page_with_words(4).words[word].box for word in (first, last))
    pages.canvas.bring(4, boxes, gently=True)
    view = pages.canvas.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=point(pages, first))
    qtbot.mouseMove(view, (point(pages, first) + point(pages, last)) / 2)
    qtbot.mouseMove(view, point(pages, last))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=point(pages, last))
    assert pages.selection.text == text


def highlighted(window: MainWindow, qtbot: QtBot, shelf: Shelf, text: str = WORDS) -> Mark:
    """A highlight that is made with the keyboard."""
    known = set(shelf.marks)
    select(window.pages, qtbot, text)
    qtbot.keyClick(window.pages.canvas, Qt.Key.Key_H, CTRL)
    qtbot.waitUntil(lambda: bool(set(shelf.marks) - known))
    return shelf.marks[(set(shelf.marks) - known).pop()]


def test_the_selected_words_become_a_mark_that_is_painted_and_kept(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    mark = highlighted(window, qtbot, shelf)
    pages = window.pages
    page = page_with_words(4)
    assert (mark.document_id, mark.page, mark.quote, mark.note) == (LEASE.id, 4, WORDS, "")
    assert page.text[mark.start : mark.end] == WORDS
    assert pages.selection.empty
    (box,) = pages.canvas.marks.of(Ink.OWN_YELLOW)[4]
    qtbot.waitUntil(lambda: pages.images.image(4) is not None)
    image = pages.canvas.viewport().grab().toImage()
    rect = pages.canvas.rect_of(4, box)
    ratio = image.devicePixelRatio()
    inside = image.pixelColor(round((rect.left() + 2) * ratio), round((rect.top() + 0.5) * ratio))
    line = image.pixelColor(round(rect.center().x() * ratio), round((rect.bottom()) * ratio))
    assert inside.blue() < 160 < 220 < inside.red()
    assert line.lightness() < inside.lightness()  # told by a line, too, and not by colour alone


def test_marks_come_back_with_their_document(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    pages = window.pages
    mark = highlighted(window, qtbot, shelf)
    pages.open(SERVICES.id, SERVICES.title)
    qtbot.waitUntil(lambda: pages.canvas.current == 1)
    assert not pages.canvas.marks.of(OWN[mark.colour])
    show(pages, qtbot)
    qtbot.waitUntil(lambda: bool(pages.canvas.marks.of(OWN[mark.colour])))


@POPUP
def test_a_note_is_written_in_the_card_and_kept_when_it_closes(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    marking = window.pages.marking
    select(window.pages, qtbot)
    qtbot.keyClick(window.pages.canvas, Qt.Key.Key_H, CTRL | SHIFT)
    assert marking.card.isVisible()
    assert marking.card.place.text() == "p. iv (4)"
    qtbot.keyClicks(marking.card.note, "Compare the services agreement")
    qtbot.mouseClick(marking.card.swatches.buttons[MarkColour.BLUE], Qt.MouseButton.LeftButton)
    qtbot.keyClick(marking.card.note, Qt.Key.Key_Return, CTRL)
    assert not marking.card.isVisible()
    qtbot.waitUntil(lambda: [mark.note for mark in shelf.marks.values()] == ["Compare the services agreement"])
    (mark,) = shelf.marks.values()
    assert mark.colour is MarkColour.BLUE
    assert window.pages.canvas.marks.of(Ink.OWN_BLUE)[4]
    assert window.pages.canvas.marks.of(Ink.NOTED)[4]
    assert not window.pages.canvas.marks.of(Ink.OWN_YELLOW)


@POPUP
def test_a_click_on_a_mark_opens_its_card(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    mark = highlighted(window, qtbot, shelf)
    card = window.pages.marking.card
    first, last = places(WORDS)
    qtbot.mouseClick(window.pages.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point(window.pages, last + 2))
    assert not card.isVisible()
    qtbot.mouseClick(window.pages.canvas.viewport(), Qt.MouseButton.LeftButton, pos=point(window.pages, first + 1))
    assert card.isVisible()
    assert card.mark == mark
    qtbot.mouseClick(card.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not shelf.marks)
    assert not card.isVisible()


def test_what_is_deleted_comes_back_by_the_strip_and_by_the_keys(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    pages = window.pages
    mark = highlighted(window, qtbot, shelf)
    pages.show_side(Side.MARKS)
    listed = pages.marking.panel.list
    listed.setCurrentRow(0)
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not shelf.marks)
    assert pages.marking.panel.hint.isVisible()
    assert pages.strip.said.text() == "Highlight deleted"
    qtbot.mouseClick(pages.strip.undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(shelf.marks.values()) == [mark])
    assert not pages.strip.isVisible()
    pages.canvas.setFocus()
    qtbot.keyClick(pages.canvas, Qt.Key.Key_Z, CTRL)  # the highlight itself
    qtbot.waitUntil(lambda: not shelf.marks)
    assert not pages.canvas.marks.of(Ink.OWN_YELLOW)
    qtbot.keySequence(pages.canvas, QKeySequence(QKeySequence.StandardKey.Redo))
    qtbot.waitUntil(lambda: list(shelf.marks.values()) == [mark])


def test_undo_keeps_to_the_document_that_is_open(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    pages = window.pages
    mark = highlighted(window, qtbot, shelf)
    pages.open(SERVICES.id, SERVICES.title)
    qtbot.waitUntil(lambda: pages.canvas.current == 1)
    pages.marking.book.undo()
    assert list(shelf.marks.values()) == [mark]
    pages.back()
    qtbot.waitUntil(lambda: bool(pages.marking.book.marks))
    pages.marking.book.undo()
    qtbot.waitUntil(lambda: not shelf.marks)


def test_the_list_leads_to_a_mark_and_copies_it_with_its_place(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    pages = window.pages
    mark = highlighted(window, qtbot, shelf)
    pages.marking.book.edit(mark, MarkColour.PINK, "Why so long?")
    panel = pages.marking.panel
    assert panel.list.item(0).text() == f"{WORDS}\np. iv (4)  ·  Why so long?"
    pages.canvas.go_to(12)
    panel.list.itemClicked.emit(panel.list.item(0))
    assert pages.canvas.current == 4
    pages.back()
    assert pages.canvas.current == 12
    panel.copy_wanted.emit(panel.list.item(0).data(Qt.ItemDataRole.UserRole))
    assert QApplication.clipboard().text() == f"“{WORDS}” ({LEASE.title}, p. iv (4))\nWhy so long?"


def test_a_copy_of_the_file_is_asked_for_with_its_name(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    highlighted(window, qtbot, shelf)
    window.pages.marking.save_copy("/home/ada/marked.pdf")
    qtbot.waitUntil(lambda: window.pages.strip.said.text() == "“marked.pdf” was saved with 1 highlight.")
    assert shelf.exported == [{"document_id": LEASE.id, "path": "/home/ada/marked.pdf"}]
    assert not window.pages.strip.undo.isVisible()


def test_a_mark_that_cannot_be_kept_is_taken_back_with_the_reason(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    del replies["marks.save"]
    engine = ScriptedEngine(replies)
    window = open_window(engine)
    show(window.pages, qtbot)
    select(window.pages, qtbot)
    window.pages.highlight()
    assert window.pages.canvas.marks.of(Ink.OWN_YELLOW)[4]
    engine.fail(engine.last("marks.save"), "The disk is full.", "Free some space.")
    qtbot.waitUntil(lambda: not window.pages.canvas.marks.of(Ink.OWN_YELLOW))
    assert window.pages.problem.said == ("The disk is full.", "Free some space.")


def test_without_a_selection_it_says_what_to_do(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    qtbot.mouseClick(window.pages.tools.highlight, Qt.MouseButton.LeftButton)
    assert window.pages.strip.said.text().startswith("Select words")
    assert not shelf.marks


def test_the_menu_offers_colours_and_what_can_be_done_with_a_mark(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    select(window.pages, qtbot)
    menu = window.pages.selection.menu()
    colours = next(action.menu() for action in menu.actions() if action.text() == "Highlight in")
    assert [action.text() for action in colours.actions()] == ["Yellow", "Green", "Blue", "Pink"]
    colours.actions()[1].trigger()
    qtbot.waitUntil(lambda: [mark.colour for mark in shelf.marks.values()] == [MarkColour.GREEN])
    select(window.pages, qtbot)
    texts = [action.text().split("\t")[0] for action in window.pages.selection.menu().actions()]
    assert texts[-4:] == ["Edit note…", "Copy with citation", "", "Delete highlight"]


def test_of_marks_above_each_other_a_click_means_the_shortest(window: MainWindow, qtbot: QtBot, shelf: Shelf) -> None:
    long = highlighted(window, qtbot, shelf)
    short = highlighted(window, qtbot, shelf, "written notice.")
    assert long != short
    assert window.pages.marking.book.at(4, short.start) == short
    assert window.pages.marking.book.at(4, long.start) == long
    assert window.pages.marking.book.at(5, long.start) is None
