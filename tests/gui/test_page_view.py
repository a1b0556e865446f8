"""Pages on the right: rendering, paging, zooming, turning, and the marks on the cited words."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from scenes import BOOK, HEIGHT, LEASE, LINES, NOTICE, SCAN, SERVICES, WIDTH, library, line_box, render
from scripted_engine import ScriptedEngine

from pincite.domain import PageInfo
from pincite.gui import page_images
from pincite.gui.page_canvas import Fit
from pincite.gui.page_images import MAX_SIDE
from pincite.gui.page_layout import ACTUAL_SIZE, MARGIN

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


@pytest.mark.parametrize("zoom", [0.5, 1.0, 3.0])
def test_marks_are_scrolled_into_sight_at_any_zoom(pages: PageView, qtbot: QtBot, zoom: float) -> None:
    opened(pages, qtbot)
    pages.canvas.set_zoom(zoom)
    low = line_box(len(LINES) - 1, 0.3)
    pages.open(LEASE.id, LEASE.title, 9, (low,))
    assert pages.canvas.viewport().rect().contains(pages.canvas.rect_of(9, low).center().toPoint())


def test_the_field_shows_the_label_and_the_physical_page(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot, 4)
    assert (pages.tools.field.text(), pages.tools.of.text()) == ("iv", "· 4 of 14")


@pytest.mark.parametrize(("typed", "page"), [("vi", 6), ("VI", 6), ("3", 9), ("12", 12), ("xx", 4), ("99", 4)])
def test_a_label_or_a_number_can_be_typed(pages: PageView, qtbot: QtBot, typed: str, page: int) -> None:
    opened(pages, qtbot, 4)
    pages.tools.field.selectAll()
    qtbot.keyClicks(pages.tools.field, typed)
    qtbot.keyClick(pages.tools.field, Qt.Key.Key_Return)
    # “3” is the label of page 9; “12” is no label in this document, so it is page 12
    assert pages.canvas.current == page
    assert pages.tools.of.text() == f"· {page} of 14"


def test_buttons_and_keys_turn_pages(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    assert not pages.tools.previous.isEnabled()
    qtbot.mouseClick(pages.tools.next, Qt.MouseButton.LeftButton)
    assert pages.canvas.current == 2
    for key, page in ((Qt.Key.Key_Right, 3), (Qt.Key.Key_Left, 2), (Qt.Key.Key_End, 14), (Qt.Key.Key_Home, 1)):
        qtbot.keyClick(pages.canvas, key)
        assert pages.canvas.current == page
    qtbot.keyClick(pages.canvas, Qt.Key.Key_End)
    assert not pages.tools.next.isEnabled()


def test_page_down_and_space_leave_nothing_out(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    pages.zoom_to(2.0)
    pages.canvas.go_to(1)
    bar, height = pages.canvas.verticalScrollBar(), pages.canvas.viewport().height()
    for key, modifier, sign in (
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, 1),
        (Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier, -1),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, -1),
    ):
        before = bar.value()
        qtbot.keyClick(pages.canvas, key, modifier)
        assert height / 2 < sign * (bar.value() - before) < height


def test_all_of_the_pages_can_be_reached_by_scrolling_and_the_field_follows(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot, 1, BOOK.id)
    bar = pages.canvas.verticalScrollBar()
    seen = []
    for value in range(0, bar.maximum() + 1, 50):
        bar.setValue(value)
        seen.append(pages.canvas.current)
    bar.setValue(bar.maximum())
    assert sorted(set(seen)) == list(range(1, BOOK.page_count + 1))
    assert seen == sorted(seen)
    assert pages.tools.field.text() == str(BOOK.page_count)


def test_zoom_steps_and_fitting(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    canvas = pages.canvas
    assert canvas.fit is Fit.WIDTH
    page = canvas.rect_of(1, (0.0, 0.0, WIDTH, HEIGHT))
    assert page.width() == pytest.approx(canvas.viewport().width() - 2 * MARGIN, abs=1)
    fitted = canvas.zoom
    pages.zoom_to(1.0)
    qtbot.mouseClick(pages.tools.zoom_in, Qt.MouseButton.LeftButton)
    assert canvas.zoom == 1.1
    assert canvas.fit is Fit.NOTHING
    assert pages.tools.zoom.text() == "110 %"
    qtbot.mouseClick(pages.tools.fit, Qt.MouseButton.LeftButton)
    assert canvas.zoom == pytest.approx(fitted)
    qtbot.mouseClick(pages.tools.fit, Qt.MouseButton.LeftButton)  # it offers the other fit now
    assert canvas.fit is Fit.PAGE
    page = canvas.rect_of(1, (0.0, 0.0, WIDTH, HEIGHT))
    assert page.height() <= canvas.viewport().height()
    for _ in range(30):
        pages.zoom_by(1)
    assert canvas.zoom == 4.0
    for _ in range(30):
        pages.zoom_by(-1)
    assert canvas.zoom == 0.5


def test_the_wheel_zooms_around_the_pointer(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot, 4)
    pages.zoom_to(1.5)
    at = QPointF(120, 333)
    before = pages.canvas.spot_at(at)
    wheel = QWheelEvent(
        at, at, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pages.canvas.viewport(), wheel)
    after = pages.canvas.spot_at(at)
    assert pages.canvas.zoom == pytest.approx(1.8)
    assert before is not None
    assert after is not None
    assert after.number == before.number
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=1)


def test_turned_pages_keep_their_marks_on_the_words(pages: PageView, qtbot: QtBot) -> None:
    opened(pages, qtbot)
    pages.open(LEASE.id, LEASE.title, 4, NOTICE.boxes)
    pages.turn()
    assert pages.canvas.current == 4
    page = pages.canvas.rect_of(4, (0.0, 0.0, WIDTH, HEIGHT))
    assert page.width() > page.height()
    pages.set_fit(Fit.PAGE)
    qtbot.waitUntil(lambda: pages.images.image(4) is not None)
    rect = pages.canvas.rect_of(4, NOTICE.boxes[0])
    assert rect.height() > 5 * rect.width()  # the lines go downwards
    image = screen(pages)
    ratio = image.devicePixelRatio()
    middle = round(rect.center().x() * ratio)
    along = [image.pixelColor(middle, round(y * ratio)) for y in range(round(rect.top()), round(rect.bottom()))]
    assert sum(yellow(colour) for colour in along) > len(along) / 4
    assert min(colour.lightness() for colour in along) < 120  # the words are turned with their marks
    for _ in range(3):
        pages.turn()
    assert pages.canvas.quarters == 0


def test_a_page_on_its_way_is_blank_and_says_its_label(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    del replies["render"]
    pages = open_window(ScriptedEngine(replies)).pages
    pages.open(LEASE.id, LEASE.title, 2)
    qtbot.waitUntil(lambda: pages.canvas.current == 2)
    rect = pages.canvas.rect_of(2, (0.0, 0.0, WIDTH, HEIGHT)).intersected(QRectF(pages.canvas.viewport().rect()))
    image = screen(pages)
    ratio = image.devicePixelRatio()
    assert image.pixelColor(((rect.topLeft() + QPointF(20, 20)) * ratio).toPoint()) == QColor("white")
    around = rect.center() - QPointF(20, 20)
    inked = [
        image.pixelColor(((around + QPointF(x, y)) * ratio).toPoint()) != QColor("white") for x in range(40) for y in range(40)
    ]
    assert any(inked)


def test_the_old_image_stays_until_the_sharper_one_has_come(open_window: OpenWindow, qtbot: QtBot) -> None:
    replies = library()
    engine = ScriptedEngine(replies)
    pages = opened(open_window(engine).pages, qtbot)
    qtbot.waitUntil(lambda: all(asked.ended for asked in engine.asked if asked.verb == "render"))
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


def test_images_are_kept_up_to_a_number_of_bytes(pages: PageView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    opened(pages, qtbot, 1, BOOK.id)
    one = pages.images.size // sum(pages.images.image(number) is not None for number in range(1, BOOK.page_count + 1))
    monkeypatch.setattr(page_images, "KEPT_BYTES", 6 * one)
    for number in range(1, BOOK.page_count + 1):
        pages.canvas.go_to(number)
        qtbot.waitUntil(lambda number=number: pages.images.image(number) is not None)  # type: ignore[misc]
        assert pages.images.size <= 6 * one
    assert pages.images.image(1) is None


def test_neighbours_are_fetched_ahead_in_the_direction_of_reading(
    pages: PageView, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    opened(pages, qtbot, 10, BOOK.id)
    last = pages.canvas.in_sight().stop - 1
    qtbot.waitUntil(lambda: pages.images.image(last + 2) is not None)
    assert not any(asked.arguments["number"] > last + 2 for asked in engine.asked if asked.verb == "render")


def test_a_book_of_two_thousand_pages_is_laid_out_without_rendering_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    huge = replace(BOOK, id="hu9e", page_count=2000)
    replies = library([huge])
    replies["reading.pages"] = lambda _arguments: [PageInfo(n, str(n), WIDTH, HEIGHT) for n in range(1, 2001)]
    replies["reading.words"] = lambda _arguments: []
    engine = ScriptedEngine(replies)
    pages = opened(open_window(engine).pages, qtbot, 1, huge.id)
    assert len(pages.canvas.findChildren(QWidget)) < 40  # no widget for each page
    bar = pages.canvas.verticalScrollBar()
    slowest = 0.0
    for value in range(0, bar.maximum(), bar.maximum() // 200):
        began = time.perf_counter()
        bar.setValue(value)
        pages.canvas.viewport().repaint()
        slowest = max(slowest, time.perf_counter() - began)
    assert slowest < 1.0  # far above the 50 ms that are aimed at; a busy machine must not fail it
    pages.canvas.go_to(2000)
    qtbot.waitUntil(lambda: pages.images.image(2000) is not None)
    assert engine.count("render") < 100


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
    del replies["reading.pages"]
    engine = ScriptedEngine(replies)
    pages = open_window(engine).pages
    pages.open(LEASE.id, LEASE.title)
    engine.fail(engine.last("reading.pages"), "The stored file is missing.", "Import it again.")
    assert pages.problem.isVisible()
    assert pages.problem.said[0] == "The stored file is missing."


def test_a_late_answer_about_another_document_is_not_shown(open_window: OpenWindow) -> None:
    replies = library()
    page_infos = replies.pop("reading.pages")
    engine = ScriptedEngine(replies)
    pages = open_window(engine).pages
    pages.open(LEASE.id, LEASE.title, 4)
    late = engine.last("reading.pages")
    pages.open(SERVICES.id, SERVICES.title, 2)
    engine.finish(engine.last("reading.pages"), page_infos(engine.last("reading.pages").arguments))
    engine.finish(late, page_infos(late.arguments))
    assert pages.document_id == SERVICES.id
    assert pages.tools.of.text() == "of 22"
    assert pages.tools.field.text() == "2"
