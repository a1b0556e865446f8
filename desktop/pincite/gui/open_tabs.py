"""The documents that were open when the window was closed, opened again at the next start. One list for each library."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from pincite.gui.page_canvas import Fit
from pincite.gui.page_layout import Spot

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from pincite.gui.bridge import Bridge
    from pincite.gui.page_tabs import Tab
    from pincite.gui.page_view import PageView
    from pincite.gui.shelf import Shelf


class OpenTabs(QObject):
    """Writes down which documents are open, and where in them their reader is; no title and no text.

    A document that is not in the library any more is left out without a word, and so is a list that cannot be read.
    """

    def __init__(self, bridge: Bridge, shelf: Shelf, pages: PageView, memory: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._pages = pages
        self._memory = memory
        self._library = ""  # whose tabs are shown; empty until they are
        bridge.started.connect(self._on_started)
        shelf.status_changed.connect(self._on_status)

    def remember(self) -> None:
        """Writes down the tabs as they are now."""
        if not self._library:
            return
        self._pages.park()
        current = self._pages.tabs.current
        kept = {
            "current": current.document_id if current else "",
            "tabs": [_written(tab) for tab in self._pages.tabs.tabs],
        }
        self._memory.setValue(_key(self._library), json.dumps(kept))

    def _on_started(self) -> None:
        """Another engine, which may have another library: those of the last one are kept before they are closed."""
        self.remember()
        self._library = ""

    def _on_status(self) -> None:
        """The engine tells the documents before the status, so that both are known now."""
        if self._library or self._shelf.status is None:
            return
        self._library = self._shelf.status.location
        if not self._pages.tabs.tabs:
            self._restore()

    def _restore(self) -> None:
        try:
            kept = json.loads(str(self._memory.value(_key(self._library), "{}")))
            for written in kept.get("tabs", ()):
                self._open(written)
            current = self._pages.tabs.tab_of(kept.get("current", "")) or self._pages.tabs.current
        except (ValueError, TypeError, KeyError, AttributeError):  # nothing in the memory matters enough to be told
            current = self._pages.tabs.current
        if current is not None:
            self._pages.show_document(current.document_id, current.title)

    def _open(self, written: dict[str, Any]) -> None:
        document = self._shelf.document(written["document"])
        if document is None:
            return
        tab = self._pages.tabs.open(document.id, document.title, float(written["zoom"]), Fit(written["fit"]))
        tab.quarters = int(written["quarters"]) % 4
        number, x, y = written["spot"]
        tab.spot = Spot(min(max(1, int(number)), max(1, document.page_count)), float(x), float(y))


def _written(tab: Tab) -> dict[str, Any]:
    spot = tab.spot or Spot(1, 0.0, 0.0)
    return {
        "document": tab.document_id,
        "spot": [spot.number, spot.x, spot.y],
        "zoom": tab.zoom,
        "fit": tab.fit.value,
        "quarters": tab.quarters,
    }


def _key(library: str) -> str:
    """A location has slashes, which part groups in the memory."""
    return f"tabs/{hashlib.sha256(library.encode()).hexdigest()[:16]}"
