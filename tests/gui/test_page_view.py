"""Pages on the right: rendering, paging, zooming, and the marks on the cited words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from scenes import BOOK, HEIGHT, LEASE, LINES, NOTICE, SCAN, SERVICES, WIDTH, library, line_box, render
from scripted_engine import ScriptedEngine

from pincite.gui.page_canvas import ACTUAL_SIZE, MARGIN
from pincite.gui.page_images import KEPT, MAX_SIDE

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow
    from pincite.gui.page_view import PageView


@pytest.fixture
def pages(window: MainWindow) -> PageView:
    return window.pages


def opened(pages: PageView, qtbot: QtBot, number: int = 1, document: str = LEASE.id) -> PageView:
    """Opens a document at a page and waits for its image."""
    pages.open(document, "Title", number)
    qtbot.waitUntil(lambda: pages.canvas.current == number and pages.images.image(number) is not None)
    return pages


def screen(pages: PageView) -> QImage:
    return pages.canvas.viewport().grab().toImage()


def yellow(colour: QColor) -> bool:
    return colour.red() > 230 and colour.green() > 190 and colour.blue() < 120


def test_the_cited_words_are_marked_at_their_pixels_and_in_sight(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    pages.canvas.set_zoom(1.0)
    pages.open(LEASE.id, LEASE.title, 4, NOTICE.boxes)
    qtbot.waitUntil(lambda: pages.images.image(4) is not None)
    image = screen(pages)
    ratio = image.devicePixelRatio()
    for box in NOTICE.boxes:
        rect = pages.canvas.rect_of(4, box)
        assert pages.canvas.viewport().rect().contains(rect.toRect())
        # no letter reaches the upper edge of a box, and between two lines is paper
        for x in (rect.left() + 2, rect.center().x(), rect.right() - 2):
            assert yellow(image.pixelColor(int(x * ratio), int(rect.top() * ratio)))
        between = (rect.topLeft() + QPoint(2, -4)) * ratio
        assert image.pixelColor(between.toPoint()) == QColor("white")
    first = pages.canvas.rect_of(4, NOTICE.boxes[0])
    dark = [
        image.pixelColor(round(x * ratio), round(first.center().y() * ratio)).lightness()
        for x in range(round(first.left()), round(first.right()))
    ]
    assert min(dark) < 90  # the letters show through the marker


def test_a_box_is_placed_by_points_from_the_top_left_of_its_page(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    pages.canvas.set_zoom(1.0)
    box = (100.0, 200.0, 300.0, 212.0)
    page, rect = pages.canvas.rect_of(1, (0.0, 0.0, WIDTH, HEIGHT)), pages.canvas.rect_of(1, box)
    assert rect.left() - page.left() == pytest.approx(100 * ACTUAL_SIZE)
    assert rect.top() - page.top() == pytest.approx(200 * ACTUAL_SIZE)
    assert rect.width() == pytest.approx(200 * ACTUAL_SIZE)
    assert page.height() == pytest.approx(HEIGHT * ACTUAL_SIZE)


@pytest.mark.parametrize("zoom", [0.4, 1.0, 3.0])
def test_marks_are_scrolled_into_sight_at_any_zoom(pages: PageView, qtbot: QtBot, zoom: float) -> None:
    opened(pages, qtbot)
    pages.canvas.set_zoom(zoom)
    low = line_box(len(LINES) - 1, 0.3)
    pages.open(LEASE.id, LEASE.title, 9, (low,))
    assert pages.canvas.viewport().rect().contains(pages.canvas.rect_of(9, low).center().toPoint())


def test_the_field_shows_the_label_and_the_physical_page(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot, 4)
    assert (pages.field.text(), pages.of.text()) == ("iv", "4 of 14")


@pytest.mark.parametrize(("typed", "page"), [("vi", 6), ("3", 9), ("12", 12), ("xx", 4), ("99", 4)])
def test_a_label_or_a_number_can_be_typed(pages: PageView, qtbot: QtBot, typed: str, page: int) -> None:
    opened(pages, qtbot, 4)
    pages.field.selectAll()
    qtbot.keyClicks(pages.field, typed)
    qtbot.keyClick(pages.field, Qt.Key.Key_Return)
    # “3” is the label of page 9; “12” is no label in this document, so it is page 12
    assert pages.canvas.current == page
    assert pages.of.text() == f"{page} of 14"


def test_buttons_and_keys_turn_pages(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    assert not pages.previous.isEnabled()
    qtbot.mouseClick(pages.next, Qt.MouseButton.LeftButton)
    assert pages.canvas.current == 2
    for key, page in ((Qt.Key.Key_PageDown, 3), (Qt.Key.Key_PageUp, 2), (Qt.Key.Key_End, 14), (Qt.Key.Key_Home, 1)):
        qtbot.keyClick(pages.canvas, key)
        assert pages.canvas.current == page
    qtbot.keyClick(pages.canvas, Qt.Key.Key_End)
    assert not pages.next.isEnabled()


def test_zoom_steps_and_fit_width(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    canvas = pages.canvas
    assert canvas.fitting
    fitted = canvas.zoom
    page = canvas.rect_of(1, (0.0, 0.0, WIDTH, HEIGHT))
    assert page.width() == pytest.approx(canvas.viewport().width() - 2 * MARGIN)
    qtbot.mouseClick(pages.zoom_in, Qt.MouseButton.LeftButton)
    assert canvas.zoom == pytest.approx(fitted * 1.2)
    assert not canvas.fitting
    assert pages.zoom_words.text() == f"{round(canvas.zoom * 100)} %"
    qtbot.mouseClick(pages.fit, Qt.MouseButton.LeftButton)
    assert canvas.zoom == pytest.approx(fitted)
    for _ in range(30):
        pages.zoom_by(2)
    assert canvas.zoom == 5.0


def test_the_old_image_stays_until_the_sharper_one_has_come(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    engine = ScriptedEngine(replies)
    pages = opened(open_window(engine).pages, qtbot)
    del replies["render"]
    before = pages.images.image(1)
    assert before is not None
    pages.canvas.set_zoom(2.0)
    wanted = pytest.approx(2.0 * ACTUAL_SIZE * pages.devicePixelRatioF())
    qtbot.waitUntil(lambda: engine.last("render").arguments["scale"] == wanted)
    assert pages.images.image(1) is before
    request = next(
        asked for asked in engine.asked if asked.verb == "render" and not asked.ended and asked.arguments["number"] == 1
    )
    with qtbot.waitSignal(pages.images.arrived):
        engine.finish(request, render(request.arguments))
    after = pages.images.image(1)
    assert after is not None
    assert after.width() > before.width()


def test_pages_out_of_sight_are_no_longer_waited_for(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    del replies["render"]
    engine = ScriptedEngine(replies)
    pages = open_window(engine).pages
    pages.open(BOOK.id, BOOK.title)
    qtbot.waitUntil(lambda: engine.count("render") > 0)
    first = engine.asked[[asked.verb for asked in engine.asked].index("render")]
    assert first.arguments["number"] == 1  # the page under the eye comes before its neighbours
    pages.canvas.go_to(20)
    qtbot.waitUntil(lambda: engine.last("render").arguments["number"] > 15)
    assert first.cancelled


def test_only_the_last_images_are_kept(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot, 1, BOOK.id)
    for number in range(1, BOOK.page_count + 1):
        pages.canvas.go_to(number)
        qtbot.waitUntil(lambda number=number: pages.images.image(number) is not None)  # type: ignore[misc]
    held = [number for number in range(1, BOOK.page_count + 1) if pages.images.image(number) is not None]
    assert len(held) <= KEPT


def test_a_rendering_is_never_larger_than_a_screen_can_use(pages: PageView, engine: ScriptedEngine) -> None:
    pages.images.open(LEASE.id)
    pages.images.want({1: (WIDTH, 20 * HEIGHT)}, 10.0)
    assert engine.last("render").arguments["scale"] * 20 * HEIGHT == pytest.approx(MAX_SIDE)


def test_a_page_without_text_says_why(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot, 12, SCAN.id)
    assert pages.problem.isVisible()
    assert "Scan it again at 300 dpi." in pages.problem.said[1]
    pages.canvas.go_to(3)
    assert not pages.problem.isVisible()


def test_a_page_that_cannot_be_rendered_says_why_and_is_not_asked_for_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    del replies["render"]
    engine = ScriptedEngine(replies)
    pages = open_window(engine).pages
    pages.open(SERVICES.id, SERVICES.title)
    qtbot.waitUntil(lambda: engine.count("render") > 0)
    failed = next(asked for asked in engine.asked if asked.verb == "render" and asked.arguments["number"] == 1)
    engine.fail(failed, "The file is gone.", "Import it again.")
    assert pages.problem.said[1] == "This page cannot be shown: The file is gone. Import it again."
    asked = engine.count("render")
    pages.images.want({1: (WIDTH, HEIGHT)}, failed.arguments["scale"])
    assert engine.count("render") == asked


def test_a_document_that_cannot_be_opened_says_why(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    del replies["pages"]
    engine = ScriptedEngine(replies)
    pages = open_window(engine).pages
    pages.open(LEASE.id, LEASE.title)
    engine.fail(engine.last("pages"), "The stored file is missing.", "Import it again.")
    assert pages.problem.isVisible()
    assert pages.problem.said[0] == "The stored file is missing."


def test_a_late_answer_about_another_document_is_not_shown(open_window: OpenWindow) -> None:
    replies = library()
    page_infos = replies.pop("pages")
    engine = ScriptedEngine(replies)
    pages = open_window(engine).pages
    pages.open(LEASE.id, LEASE.title, 4)
    late = engine.last("pages")
    pages.open(SERVICES.id, SERVICES.title, 2)
    engine.finish(engine.last("pages"), page_infos(engine.last("pages").arguments))
    engine.finish(late, page_infos(late.arguments))
    assert pages.document_id == SERVICES.id
    assert pages.of.text() == "2 of 22"
