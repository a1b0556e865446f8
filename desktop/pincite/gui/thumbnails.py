"""Small pictures of the pages beside the document. Only those in sight are fetched, and the engine draws them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from pincite.gui.page_images import PageImages
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from pincite.domain import PageInfo
    from pincite.gui.bridge import Bridge
    from pincite.gui.theme import Theme

    AnyIndex = QModelIndex | QPersistentModelIndex

WIDTH = 112
"""Pixels of the widest page."""
TALLEST = 1.6
"""Height of a cell at most, of its width; what is longer is made smaller."""
KEPT_BYTES = 12 << 20
SETTLE_MS = 80
"""Between two requests for what is in sight."""


class _Pages(QAbstractListModel):
    """The pages of one document."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: list[PageInfo] = []

    def show(self, pages: list[PageInfo]) -> None:
        self.beginResetModel()
        self.pages = pages
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """See Qt."""
        return 0 if parent.isValid() else len(self.pages)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        page = self.pages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return page.label or str(page.number)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {label}").format(label=page.label or page.number)
        return None


class _Painter(QStyledItemDelegate):
    """Paints a page with its label below."""

    def __init__(self, panel: ThumbnailPanel, theme: Theme) -> None:
        super().__init__(panel)
        self._panel = panel
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """See Qt."""
        page = self._panel.pages[index.row()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        cell = QRectF(option.rect)
        line = self._panel.fontMetrics().height()
        width, height = self._panel.size_of(page)
        sheet = QRectF(cell.center().x() - width / 2, cell.top() + STEP, width, height)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        image = self._panel.images.image(page.number)
        if image is not None:
            painter.drawPixmap(sheet, image, QRectF(image.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent" if chosen else "border"), 2.5 if chosen else 1))
        painter.drawRect(sheet.adjusted(-1, -1, 1, 1) if chosen else sheet)
        font = painter.font()
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(self._theme.colour("accent" if chosen else "muted"))
        below = QRectF(cell.left(), sheet.bottom() + STEP / 2, cell.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, page.label or str(page.number))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """See Qt. All cells are as tall as the tallest, so that a long book is laid out at once."""
        return QSize(WIDTH + 2 * STEP, self._panel.cell_height)


class ThumbnailPanel(QListView):
    """Shows the pages of one document, and which of them is being read.

    Signals:
        went(int): the user chose a page.
    """

    went = Signal(int)

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self.images = PageImages(bridge, self, KEPT_BYTES)
        self.cell_height = WIDTH
        self._scale = 1.0
        self._pages = _Pages()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._request)
        self.setModel(self._pages)
        self.setItemDelegate(_Painter(self, theme))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setAccessibleName(self.tr("Pages"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settle.start())
        self.clicked.connect(lambda index: self.went.emit(index.row() + 1))
        self.activated.connect(lambda index: self.went.emit(index.row() + 1))
        self.images.arrived.connect(lambda _number: self.viewport().update())
        theme.changed.connect(self.viewport().update)

    @property
    def pages(self) -> list[PageInfo]:
        """The pages that are shown."""
        return self._pages.pages

    def open(self, document_id: str, pages: list[PageInfo]) -> None:
        """Turns to another document."""
        self.images.open(document_id)
        widest = max((page.width for page in pages), default=1.0) or 1.0
        self._scale = WIDTH / widest
        tallest = max((min(page.height * self._scale, WIDTH * TALLEST) for page in pages), default=WIDTH)
        self.cell_height = round(tallest + self.fontMetrics().height() + 2 * STEP + STEP / 2)
        self._pages.show(pages)
        self._settle.start()

    def ask_again(self) -> None:
        """Asks anew for the pages in sight, as after something that kept them from being drawn is gone."""
        self._settle.start()

    def follow(self, number: int) -> None:
        """Shows which page is being read."""
        index = self._pages.index(number - 1)
        if index.isValid() and index != self.currentIndex():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def size_of(self, page: PageInfo) -> tuple[float, float]:
        """Width and height of a page in pixels."""
        scale = min(self._scale, WIDTH * TALLEST / (page.height or 1.0))
        return page.width * scale, page.height * scale

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt. The page that is read stays in sight."""
        super().resizeEvent(event)
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())
        self._settle.start()

    def showEvent(self, event: QShowEvent) -> None:
        """See Qt."""
        super().showEvent(event)
        self._settle.start()

    def in_sight(self) -> range:
        """Numbers of the pages of which something is in sight."""
        top = self.verticalScrollBar().value() // max(1, self.cell_height)
        shown = self.viewport().height() // max(1, self.cell_height) + 2
        return range(top + 1, min(len(self.pages), top + shown) + 1)

    def _request(self) -> None:
        if self.isVisible():
            sizes = {number: (self.pages[number - 1].width, self.pages[number - 1].height) for number in self.in_sight()}
            self.images.want(sizes, self._scale * self.devicePixelRatioF())
