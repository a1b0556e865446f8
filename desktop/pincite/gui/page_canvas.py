"""The pages of one document below each other: scrolled, zoomed, turned and painted. Has no toolbar and sends no request."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from pincite.gui.page_layout import PageLayout, Spot, clamped, next_step, page_zoom, width_zoom
from pincite.gui.page_marks import Ink, Marks
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent

    from pincite.domain import Box, PageInfo
    from pincite.gui.page_images import PageImages
    from pincite.gui.page_marks import Boxes
    from pincite.gui.theme import Theme

WHEEL_ZOOM = 1.2
"""By which one notch of the wheel zooms."""

MARK_FROM_TOP = 0.3
"""Where in the view the first line of what is shown comes to lie."""

EYE_FROM_TOP = 1 / 3
"""The page at this height of the view is the current one."""

SETTLE_MS = 60
"""Between two requests for what is in sight; meanwhile the old images are stretched, or pages are blank."""

AHEAD = 2
"""Pages that are fetched before they come into sight; one is fetched on the other side."""

PLACEHOLDER = QColor(150, 150, 150)
"""Of the label on a page that is still on its way; pages are white in both schemes."""


class Fit(Enum):
    """What the zoom follows when the view is resized."""

    NOTHING = "nothing"
    WIDTH = "width"
    PAGE = "page"


class PageCanvas(QAbstractScrollArea):
    """Paints what :class:`PageImages` has, and asks it for what is in sight.

    Signals:
        page_changed(int): another page is under the eye.
        zoom_changed: the zoom, or what it follows.
        settled: other pages may be in sight, and have been for a moment.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()
    settled = Signal()

    def __init__(self, images: PageImages, theme: Theme) -> None:
        super().__init__()
        self._images = images
        self._theme = theme
        self._pages: list[PageInfo] = []
        self._layout = PageLayout([])
        self._zoom = 1.0
        self._fit = Fit.WIDTH
        self._quarters = 0
        self._current = 0
        self._top = 0  # of the view at the last scrolling
        self._down = True  # the direction of it
        self.marks = Marks()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pages"))
        self.viewport().setMouseTracking(True)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._request)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        images.arrived.connect(lambda _number: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    @property
    def current(self) -> int:
        """Physical number of the page under the eye; 0 without a document."""
        return self._current

    @property
    def zoom(self) -> float:
        """1.0 is actual size."""
        return self._zoom

    @property
    def fit(self) -> Fit:
        """What the zoom follows."""
        return self._fit

    @property
    def quarters(self) -> int:
        """By how many quarters the pages are turned clockwise, 0 to 3."""
        return self._quarters

    @property
    def marked(self) -> tuple[int, tuple[Box, ...]]:
        """The page with the words that were opened, and their boxes in points; 0 if there are none."""
        return next(iter(self.marks.of(Ink.CHOSEN).items()), (0, ()))

    def set_pages(self, pages: list[PageInfo], zoom: float = 0.0, fit: Fit | None = None, quarters: int = 0) -> None:
        """Shows other pages, from the top and without marks; without a zoom or fit, as they are."""
        self._pages = pages
        self._quarters = quarters
        self.marks.clear()
        self._current = 0
        self._fit = fit or self._fit
        self._zoom = zoom or self._zoom
        self._zoom = self._fitting_zoom()
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._on_scroll()
        self.zoom_changed.emit()

    def set_marks(self, ink: Ink, boxes: Mapping[int, Boxes]) -> None:
        """Replaces the marks of a kind: boxes in points by page."""
        self.marks.set(ink, boxes)
        self.viewport().update()

    def mark(self, number: int, boxes: tuple[Box, ...]) -> None:
        """Marks words on a page as what was opened, and brings them into sight; without boxes, goes to the page's top."""
        self.set_marks(Ink.CHOSEN, {number: boxes})
        self.bring(number, boxes)

    def bring(self, number: int, boxes: tuple[Box, ...], gently: bool = False) -> None:
        """Brings boxes of a page into sight; without boxes, its top.

        Args:
            number: The page; one that does not exist goes nowhere.
            boxes: In points.
            gently: Does not move if they are in sight already.
        """
        if not self._layout.has(number) or not boxes:
            self.go_to(number)
            return
        rect = QRectF()
        for box in boxes:
            rect = rect.united(self._layout.rect(number, box))
        view = self.viewport()
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        shown = QRectF(horizontal.value(), vertical.value(), view.width(), view.height())
        if not gently or not shown.contains(rect):
            above = min(view.height() * MARK_FROM_TOP, max(2.0 * STEP, view.height() - rect.height()))
            vertical.setValue(round(rect.top() - above))
            horizontal.setValue(round(rect.center().x() - view.width() / 2))
        self._set_current(number)

    def go_to(self, number: int) -> None:
        """Scrolls to the top of a page; a number that does not exist goes nowhere."""
        if self._layout.has(number):
            self.verticalScrollBar().setValue(round(self._layout.top(number)) - STEP)
            self._set_current(number)  # at the end of a document the last pages cannot come up to the eye

    def spot(self) -> Spot | None:
        """What lies at the upper edge of the view, to come back to; None without pages."""
        return self._layout.spot(QPointF(self._layout.width / 2, self.verticalScrollBar().value()))

    def eye(self) -> Spot | None:
        """What lies at the height that is read; None without pages."""
        return self.spot_at(QPointF(self.viewport().width() / 2, self.viewport().height() * EYE_FROM_TOP))

    def go_to_spot(self, spot: Spot) -> None:
        """Scrolls so that a spot lies at the upper edge."""
        if self._layout.has(spot.number):
            self.verticalScrollBar().setValue(round(self._layout.place(spot).y()))

    def spot_at(self, at: QPointF) -> Spot | None:
        """What lies at a point of the viewport."""
        return self._layout.spot(at + self._scrolled())

    def in_sight(self) -> range:
        """Numbers of the pages of which something is in sight."""
        return self._layout.in_sight(self.verticalScrollBar().value(), self.viewport().height())

    def set_zoom(self, zoom: float, at: QPointF | None = None) -> None:
        """Zooms so that what lies at a point of the viewport (None: in its middle) stays there; ends fitting."""
        self._fit = Fit.NOTHING
        self._rescale(clamped(zoom), at)

    def step_zoom(self, by: int) -> None:
        """Goes to the next zoom step above (1) or below (-1)."""
        self.set_zoom(next_step(self._zoom, by))

    def set_fit(self, fit: Fit) -> None:
        """Lets the zoom follow the view, now and when it is resized."""
        self._fit = fit
        self._rescale(self._fitting_zoom())
        if fit is Fit.PAGE:
            self.go_to(self._current)

    def ask_again(self) -> None:
        """Asks anew for the pages in sight, as after something that kept them from being drawn is gone."""
        self._settle.start()

    def turn(self, quarters: int = 1) -> None:
        """Turns the view of all pages clockwise by quarters, and stays on the page."""
        number = self._current
        self._quarters = (self._quarters + quarters) % 4
        self._rescale(self._fitting_zoom())
        self.go_to(number)

    def rect_of(self, number: int, box: Box) -> QRectF:
        """Where a box (points) of a page lies in the viewport (device-independent pixels)."""
        return self._layout.rect(number, box).translated(-self._scrolled())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See Qt."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.colour("desk"))
        for number in self.in_sight():
            rect = self._page_rect(number)
            painter.fillRect(rect, Qt.GlobalColor.white)
            image = self._images.image(number)
            if image is None:
                self._paint_placeholder(painter, rect, self._pages[number - 1])
            else:
                self._paint_image(painter, rect, image)
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
            self.marks.paint(painter, number, rect, self._layout.scale, self.rect_of)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        number = self._current
        self._rescale(self._fitting_zoom(), QPointF(0, 0))
        if self._fit is Fit.PAGE:
            self.go_to(number)

    def changeEvent(self, event: QEvent) -> None:
        """See Qt. Another screen may have other pixels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """See Qt. With Ctrl it zooms around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * WHEEL_ZOOM ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt. Space and Page Down go on by a screen, Left and Right by a page where nothing lies aside."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        vertical = self.verticalScrollBar()
        screen = vertical.pageStep() - 5 * STEP  # so that the last lines are seen again
        sideways = self.horizontalScrollBar().maximum() > 0
        back = modifiers == Qt.KeyboardModifier.ShiftModifier
        if key is Qt.Key.Key_Space:
            vertical.setValue(vertical.value() + (-screen if back else screen))
        elif modifiers & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            vertical.setValue(vertical.value() + (screen if key is Qt.Key.Key_PageDown else -screen))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not sideways:
            self.go_to(self._current + (1 if key is Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(1 if key is Qt.Key.Key_Home else len(self._pages))
        else:
            super().keyPressEvent(event)

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _fitting_zoom(self) -> float:
        view = self.viewport()
        if self._fit is Fit.WIDTH and self._pages:
            return width_zoom(self._pages, self._quarters, view.width())
        if self._fit is Fit.PAGE and self._pages:
            return page_zoom(self._pages[max(0, self._current - 1)], self._quarters, view.width(), view.height())
        return self._zoom

    def _rescale(self, zoom: float, at: QPointF | None = None) -> None:
        at = QPointF(self.viewport().width() / 2, self.viewport().height() / 2) if at is None else at
        spot, down = self.spot_at(at), self._down
        self._zoom = zoom
        self._lay_out()
        if spot is not None:
            moved = self._layout.place(spot) - at
            self.horizontalScrollBar().setValue(round(moved.x()))
            self.verticalScrollBar().setValue(round(moved.y()))
        self._on_scroll()
        self._down = down  # nobody has scrolled
        self.zoom_changed.emit()

    def _lay_out(self) -> None:
        view = self.viewport()
        self._layout = PageLayout(self._pages, self._zoom, self._quarters, view.width())
        for bar, length, room in (
            (self.verticalScrollBar(), self._layout.length, view.height()),
            (self.horizontalScrollBar(), self._layout.width, view.width()),
        ):
            bar.setRange(0, max(0, round(length) - room))
            bar.setPageStep(room)
            bar.setSingleStep(5 * STEP)

    def _page_rect(self, number: int) -> QRectF:
        return self._layout.page_rect(number).translated(-self._scrolled())

    def _on_scroll(self) -> None:
        vertical = self.verticalScrollBar()
        top = vertical.value()
        if top != self._top:
            self._down = top > self._top
            self._top = top
        self.viewport().update()
        if not self._settle.isActive():
            self._settle.start()
        if not self._pages:
            self._set_current(0)
        elif top >= vertical.maximum() > 0:
            self._set_current(len(self._pages))
        else:
            self._set_current(self._layout.at(top + self.viewport().height() * EYE_FROM_TOP))

    def _set_current(self, number: int) -> None:
        if number != self._current:
            self._current = number
            self.page_changed.emit(number)

    def _request(self) -> None:
        """Asks for the pages in sight, the one under the eye first, and then for those that come next."""
        if not self._pages:
            return
        seen = self.in_sight()
        after, before = range(seen.stop, seen.stop + AHEAD), range(seen.start - 1, seen.start - 1 - AHEAD, -1)
        near = [*after, *before[:1]] if self._down else [*before, *after[:1]]
        wanted = sorted(seen, key=lambda number: abs(number - self._current)) + [n for n in near if self._layout.has(n)]
        sizes = {number: (self._pages[number - 1].width, self._pages[number - 1].height) for number in wanted}
        self._images.want(sizes, self._layout.scale * self.devicePixelRatioF())
        self.settled.emit()

    def _paint_image(self, painter: QPainter, rect: QRectF, image: QPixmap) -> None:
        width, height = (rect.height(), rect.width()) if self._quarters % 2 else (rect.width(), rect.height())
        ratio = self.devicePixelRatioF()
        own = (image.width() / ratio, image.height() / ratio)
        if abs(own[0] - width) <= 1 and abs(own[1] - height) <= 1:
            width, height = own  # pixel for pixel, which no smoothing blurs
        painter.save()
        painter.setClipRect(rect)
        painter.translate(rect.center() if self._quarters else rect.topLeft() + QPointF(width / 2, height / 2))
        painter.rotate(90 * self._quarters)
        painter.drawPixmap(QRectF(-width / 2, -height / 2, width, height), image, QRectF(image.rect()))
        painter.restore()

    def _paint_placeholder(self, painter: QPainter, rect: QRectF, page: PageInfo) -> None:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        painter.setFont(font)
        painter.setPen(PLACEHOLDER)
        seen = rect.intersected(QRectF(self.viewport().rect()))
        painter.drawText(seen, Qt.AlignmentFlag.AlignCenter, page.label or str(page.number))
