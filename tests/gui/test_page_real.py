"""The page view over a real engine process: a file is imported, read, searched, and quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from fakes import open_scripted_library
from pdfs import write_pdf
from pincite.domain import MarkColour
from pincite.engine import Engine
from pincite.gui.bridge import Bridge, ProcessLink
from pincite.gui.page_marks import Ink
from pincite.gui.page_view import PageView
from pincite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from pincite.domain import Box
    from pincite.gui.theme import Theme

pytestmark = pytest.mark.slow

WAIT = 120_000  # milliseconds; an engine starts in seconds, on a busy machine in tens of them
PAGES = 60
PROSE = "Section {}\nThe landlord returns the depo-\nsit after {} days."


@pytest.fixture
def view(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[PageView]:
    """A book of 60 pages with an outline, its first two pages numbered i and ii, open at its first page."""
    path = write_pdf(
        tmp_path / "book.pdf",
        [PROSE.format(number, number) for number in range(1, PAGES + 1)],
        title="The Book",
        outline=[(1, f"Part {number}", number) for number in range(1, PAGES, 10)],
        labels=[(1, "", "r"), (3, "", "D")],
    )
    settings = Settings(library=tmp_path / "library", models=tmp_path / "models")
    bridge = Bridge(lambda deliver: ProcessLink(Engine(settings, open_scripted_library), deliver))
    made = PageView(bridge, theme)
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    bridge.start()
    done: list[object] = []
    bridge.request("add", on_done=lambda _value: bridge.request("documents", on_done=done.extend), paths=[str(path)])
    qtbot.waitUntil(lambda: len(done) == 1, timeout=WAIT)
    document = done[0]
    made.open(document.id, document.title)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: made.images.image(1) is not None and made.words.page(1) is not None, timeout=WAIT)
    yield made
    bridge.stop()


def dark_pixels(view: PageView, number: int, box: Box) -> int:
    """How many pixels of a box on screen are ink."""
    image = view.canvas.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    rect = view.canvas.rect_of(number, box)
    return sum(
        image.pixelColor(QPoint(x, y)).lightness() < 110
        for x in range(round(rect.left() * ratio), round(rect.right() * ratio))
        for y in range(round(rect.top() * ratio), round(rect.bottom() * ratio))
    )


def test_words_are_found_over_lines_on_every_page_and_lie_below_their_marks(view: PageView, qtbot: QtBot) -> None:
    view.canvas.go_to(41)
    view.show_find()
    qtbot.keyClicks(view.find_bar.field, "Deposit")
    qtbot.waitUntil(lambda: view.find_bar.said.text() == f"41 of {PAGES}", timeout=WAIT)
    qtbot.waitUntil(lambda: bool(view.canvas.marks.of(Ink.CURRENT).get(41)), timeout=WAIT)
    boxes = view.canvas.marks.of(Ink.CURRENT)[41]
    assert len(boxes) == 2  # “depo-” at the end of a line and “sit” in the next
    qtbot.waitUntil(lambda: view.images.image(41) is not None, timeout=WAIT)
    for box in boxes:
        assert dark_pixels(view, 41, box) > 10
    view.step_match(1)
    assert view.canvas.current == 42


def test_a_quotation_names_the_book_and_the_printed_page(view: PageView, qtbot: QtBot) -> None:
    view.canvas.go_to(2)
    qtbot.waitUntil(lambda: view.words.page(2) is not None, timeout=WAIT)
    page = view.words.page(2)
    assert page is not None
    ends = [view.canvas.rect_of(2, page.words[place].box).center().toPoint() for place in (2, len(page.words) - 1)]
    surface = view.canvas.viewport()
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=ends[0])
    qtbot.mouseMove(surface, ends[1])
    qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=ends[1])
    view.selection.copy_cited()
    assert QApplication.clipboard().text() == "“The landlord returns the deposit after 2 days.” (The Book, p. ii (2))"


def test_the_outline_of_the_file_leads_through_it(view: PageView, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: view.outline.topLevelItemCount() > 0, timeout=WAIT)
    view.toggle_side()
    item = view.outline.topLevelItem(3)
    assert item is not None
    assert (item.text(0), item.toolTip(0)) == ("Part 31", "Part 31, p. 29")
    view.outline.itemActivated.emit(item, 0)
    assert view.canvas.current == 31
    qtbot.waitUntil(lambda: view.outline.currentItem() is item, timeout=WAIT)
    view.back()
    assert view.canvas.current == 1


def test_a_highlight_is_kept_by_the_engine_and_written_into_a_copy(view: PageView, qtbot: QtBot, tmp_path: Path) -> None:
    view.canvas.go_to(2)
    qtbot.waitUntil(lambda: view.words.page(2) is not None, timeout=WAIT)
    view.selection.select_page()
    view.highlight()
    view.marking.book.edit(view.marking.book.marks[0], MarkColour.GREEN, "Ask for the receipt")
    copy = tmp_path / "marked.pdf"
    with qtbot.waitSignal(view.marking.said, timeout=WAIT) as told:
        view.marking.save_copy(str(copy))
    assert told.args == ["“marked.pdf” was saved with 1 highlight.", False]
    view.tabs.keep(())
    assert view.marking.book.marks == []
    document_id = next(iter(copy.parent.glob("library/files/*.pdf"))).stem
    view.open(document_id, "The Book")
    qtbot.waitUntil(lambda: [mark.note for mark in view.marking.book.marks] == ["Ask for the receipt"], timeout=WAIT)
    view.marking.book.remove(view.marking.book.marks[0])
    with qtbot.waitSignal(view.marking.said, timeout=WAIT) as told:
        view.marking.save_copy(str(tmp_path / "bare.pdf"))
    assert told.args == ["“bare.pdf” was saved with 0 highlights.", False]
    assert copy.read_bytes().count(b"/Highlight") == 1
    assert b"/Highlight" not in (tmp_path / "bare.pdf").read_bytes()
