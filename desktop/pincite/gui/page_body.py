"""What stands below the tools of the page view: the pages with the panel beside them, or why there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from pincite.gui.controls import label
from pincite.gui.unlock_card import UnlockCard

if TYPE_CHECKING:
    from pincite.gui.bridge import Bridge
    from pincite.gui.page_canvas import PageCanvas
    from pincite.gui.page_images import PageImages
    from pincite.gui.theme import Theme
    from pincite.gui.thumbnails import ThumbnailPanel

SIDE_WIDTH = 200


class PageBody(QWidget):
    """Shows the pages of a document that is open, and a hint where none is.

    The card for its password takes the place of the pages while the engine does not draw them for the lack of it. The canvas
    keeps its place and its marks meanwhile, so that a citation that was followed is in sight as soon as the password is right.
    """

    def __init__(
        self, bridge: Bridge, images: PageImages, canvas: PageCanvas, thumbnails: ThumbnailPanel, side: QWidget, theme: Theme
    ) -> None:
        super().__init__()
        self._document_id = ""
        self._title = ""
        self.hint = label(self.tr("The page that proves an answer\nopens here, with its words marked."), "muted")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.unlock = UnlockCard(bridge, theme)
        self._pages = QSplitter(Qt.Orientation.Horizontal)
        self._pages.setHandleWidth(1)
        self._pages.addWidget(side)
        self._pages.addWidget(canvas)
        self._pages.setSizes([SIDE_WIDTH, 2 * SIDE_WIDTH])
        self._pages.setStretchFactor(1, 1)
        self._pages.setCollapsible(1, False)
        self._stack = QStackedLayout(self)
        for widget in (self.hint, self._pages, self.unlock):
            self._stack.addWidget(widget)
        images.locked.connect(self._on_locked)
        thumbnails.images.locked.connect(self._on_locked)
        self.unlock.unlocked.connect(self._show)
        self.unlock.unlocked.connect(canvas.ask_again)
        self.unlock.unlocked.connect(thumbnails.ask_again)

    def open(self, document_id: str, title: str) -> None:
        """Turns to a document; an empty id: to none."""
        self._document_id, self._title = document_id, title
        self.unlock.leave()
        self._show()

    def _on_locked(self, document_id: str) -> None:
        if document_id == self._document_id:  # and not the one that was open before
            self._stack.setCurrentWidget(self.unlock)
            self.unlock.ask(self._document_id, self._title)

    def _show(self) -> None:
        self._stack.setCurrentWidget(self._pages if self._document_id else self.hint)
