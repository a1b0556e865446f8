"""The pages of one document below each other, scrolled and zoomed, with the cited words marked. Has no toolbar."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from pincite.gui.theme import MARKER, STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from pincite.domain import Box, PageInfo
    from pincite.gui.page_images import PageImages
    from pincite.gui.theme import Theme

MARGIN = 2 * STEP
"""Pixels around each page."""

ACTUAL_SIZE = 96 / 72
"""Device-independent pixels per point at 100 %."""
MIN_ZOOM, MAX_ZOOM = 0.25, 5.0
ZOOM_STEP = 1.2

HIGHLIGHT_FROM_TOP = 0.3
"""Where in the view the first cited line comes to lie."""

HIGHLIGHT_GROWS = 1.5
"""Points by which a box is widened, so that the marker reaches around the letters."""

SETTLE_MS = 60
"""While the window is being resized or zoomed, the old images are stretched; new ones are asked for afterwards."""


class PageCanvas(QAbstractScrollArea):
    """Paints what :class:`PageImages` has, and asks it for what is in sight.

    Signals:
        page_changed(int): another page is under the eye.
        zoom_changed: the zoom, or whether it follows the width.
    """

    page_changed = Signal(int)
    zoom_changed = Signal()

    def __init__(self, images: PageImages, theme: Theme) -> None:
        super().__init__()
        self._images = images
        self._theme = theme
        self._pages: list[PageInfo] = []
        self._tops: list[float] = []
        self._zoom = 1.0
        self._fitting = True
        self._current = 0
        self._marked: tuple[int, tuple[Box, ...]] = (0, ())
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Page")
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
    def fitting(self) -> bool:
        """Whether the zoom follows the width of the view."""
        return self._fitting

    @property
    def marked(self) -> tuple[int, tuple[Box, ...]]:
        """The page with marked words, and their boxes in points; 0 if there is none."""
        return self._marked

    def set_pages(self, pages: list[PageInfo]) -> None:
        """Shows other pages, from the top and without marks."""
        self._pages = pages
        self._marked = (0, ())
        self._current = 0
        self._lay_out()
        self.verticalScrollBar().setValue(0)
        self._on_scroll()

    def mark(self, number: int, boxes: tuple[Box, ...]) -> None:
        """Marks words on a page and scrolls so that they are in sight; without boxes, to the page's top."""
        self._marked = (number, boxes)
        self.go_to(number)
        if boxes and self._has(number):
            rect = QRectF()
            for box in boxes:
                rect = rect.united(self.rect_of(number, box))
            view = self.viewport()
            above = min(view.height() * HIGHLIGHT_FROM_TOP, max(MARGIN, view.height() - rect.height()))
            vertical = self.verticalScrollBar()
            vertical.setValue(round(vertical.value() + rect.top() - above))
            horizontal = self.horizontalScrollBar()
            horizontal.setValue(round(horizontal.value() + rect.center().x() - view.width() / 2))
        self.viewport().update()

    def go_to(self, number: int) -> None:
        """Scrolls to the top of a page; a number that does not exist goes nowhere."""
        if self._has(number):
            self.verticalScrollBar().setValue(round(self._tops[number - 1] - STEP))

    def set_zoom(self, zoom: float) -> None:
        """Zooms and keeps the place; ends fitting the width."""
        self._fitting = False
        self._rescale(zoom)

    def fit_width(self) -> None:
        """Makes the pages as wide as the view, now and when it is resized."""
        self._fitting = True
        self._rescale(self._width_zoom())

    def rect_of(self, number: int, box: Box) -> QRectF:
        """Where a box (points) of a page lies in the viewport (device-independent pixels)."""
        page = self._page_rect(number)
        scale = self._scale
        x0, y0, x1, y1 = box
        return QRectF(page.left() + x0 * scale, page.top() + y0 * scale, (x1 - x0) * scale, (y1 - y0) * scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """See Qt."""
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), self._theme.colour("desk"))
        for number in self._in_sight():
            rect = self._page_rect(number)
            painter.fillRect(rect, Qt.GlobalColor.white)
            image = self._images.image(number)
            if image is not None:
                painter.drawPixmap(rect, image, QRectF(image.rect()))
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect)
            if number == self._marked[0]:
                self._paint_marks(painter, rect)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        if self._fitting:
            self._rescale(self._width_zoom())
        else:
            self._lay_out()
            self._on_scroll()

    def changeEvent(self, event: QEvent) -> None:
        """See Qt. Another screen may have other pixels."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """See Qt. With Ctrl it zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * ZOOM_STEP ** (event.angleDelta().y() / 120))
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See Qt. Page Up and Page Down turn pages, Home and End go to the ends."""
        targets = {
            Qt.Key.Key_PageUp: self._current - 1,
            Qt.Key.Key_PageDown: self._current + 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: len(self._pages),
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.go_to(target)

    @property
    def _scale(self) -> float:
        """Device-independent pixels per point."""
        return self._zoom * ACTUAL_SIZE

    def _has(self, number: int) -> bool:
        return 1 <= number <= len(self._pages)

    def _width_zoom(self) -> float:
        if not self._pages:
            return self._zoom
        widest = max(page.width for page in self._pages) or 1.0
        return (self.viewport().width() - 2 * MARGIN) / widest / ACTUAL_SIZE

    def _rescale(self, zoom: float) -> None:
        zoom = min(MAX_ZOOM, max(MIN_ZOOM, zoom))
        middle = self.viewport().height() / 2
        vertical = self.verticalScrollBar()
        before = (vertical.value() + middle) / max(1.0, self._length())
        self._zoom = zoom
        self._lay_out()
        vertical.setValue(round(before * self._length() - middle))
        self._on_scroll()
        self.zoom_changed.emit()

    def _lay_out(self) -> None:
        heights = [page.height * self._scale + MARGIN for page in self._pages]
        self._tops = list(accumulate(heights, initial=float(MARGIN)))
        view = self.viewport()
        widest = max((page.width for page in self._pages), default=0.0) * self._scale + 2 * MARGIN
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(self._length()) - view.height()))
        vertical.setPageStep(view.height())
        vertical.setSingleStep(5 * STEP)
        horizontal.setRange(0, max(0, round(widest) - view.width()))
        horizontal.setPageStep(view.width())
        horizontal.setSingleStep(5 * STEP)

    def _length(self) -> float:
        return self._tops[-1] if self._tops else 0.0

    def _page_rect(self, number: int) -> QRectF:
        page = self._pages[number - 1]
        width, height = page.width * self._scale, page.height * self._scale
        room = self.viewport().width()
        left = max((room - width) / 2, MARGIN) - self.horizontalScrollBar().value()
        return QRectF(left, self._tops[number - 1] - self.verticalScrollBar().value(), width, height)

    def _in_sight(self) -> range:
        if not self._pages:
            return range(0)
        top = self.verticalScrollBar().value()
        return range(self._at(top), self._at(top + self.viewport().height()) + 1)

    def _at(self, y: float) -> int:
        return min(len(self._pages), max(1, bisect_right(self._tops, y)))

    def _on_scroll(self) -> None:
        self.viewport().update()
        self._settle.start()
        current = self._at(self.verticalScrollBar().value() + self.viewport().height() / 3) if self._pages else 0
        if current != self._current:
            self._current = current
            self.page_changed.emit(current)

    def _request(self) -> None:
        """Asks for the pages in sight, the one under the eye first, and then for the neighbours."""
        if not self._pages:
            return
        seen = self._in_sight()
        near = [seen.start - 1, seen.stop]
        wanted = sorted(seen, key=lambda number: abs(number - self._current)) + [n for n in near if self._has(n)]
        sizes = {number: (self._pages[number - 1].width, self._pages[number - 1].height) for number in wanted}
        self._images.want(sizes, self._scale * self.devicePixelRatioF())

    def _paint_marks(self, painter: QPainter, page: QRectF) -> None:
        number, boxes = self._marked
        grow = HIGHLIGHT_GROWS * self._scale
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(MARKER)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        rects = [self.rect_of(number, box).adjusted(-grow, -grow / 2, grow, grow / 2) for box in boxes]
        for rect in rects:
            painter.drawRoundedRect(rect, 2, 2)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(self._theme.colour("accent") if not self._theme.dark else MARKER.darker(120))
        # a rule in the margin finds the place for who does not see the colour
        for rect in rects:
            painter.drawRect(QRectF(page.left() + 4, rect.top(), 3, rect.height()))
        painter.restore()
