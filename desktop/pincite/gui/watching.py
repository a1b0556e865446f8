"""The watched folders of the library: looked into at the start, from time to time, and when the user asks. Knows no widget."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.imports import Imports
    from pincite.gui.shelf import Shelf
    from pincite.reports import WatchedFolder

LOOK_MS = 5 * 60_000
"""Between two looks. To look costs the listing of the folder; on a disk of the network that may be seconds of its time."""


class Watching(QObject):
    """Keeps what the engine says of the folders, and lets it look into them.

    When the user stops an import, no folder is looked into by itself any more until the user asks for it, or the next start.

    Attributes:
        folders: All of them, in the order in which they were chosen.
        timer: Runs from the first start of an engine on.

    Signals:
        changed: there are other folders, or something was found in one, or is being looked for.
    """

    changed = Signal()

    def __init__(self, bridge: Bridge, shelf: Shelf, imports: Imports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._shelf = shelf
        self._imports = imports
        self._names: list[str] = []  # of the collections, which folders are put into
        self._looks: dict[str, Handle] = {}
        self._stopped = False
        self.folders: list[WatchedFolder] = []
        self.timer = QTimer(self)
        self.timer.setInterval(LOOK_MS)
        self.timer.timeout.connect(self._on_time)
        bridge.started.connect(self._on_started)
        shelf.documents_changed.connect(self._on_shelf)

    def within(self, collection: str | None) -> list[WatchedFolder]:
        """The folders whose documents are put into a collection; None: all folders."""
        return [folder for folder in self.folders if collection in (None, folder.collection)]

    def looking(self, folder: WatchedFolder) -> bool:
        """Whether a folder is being looked into."""
        return folder.path in self._looks

    def watch(self, path: str, collection: str | None) -> None:
        """Watches a folder from now on, and imports what is in it into a collection (None: no particular one)."""

        def done(_value: object) -> None:
            self._refresh(lambda: self.look(self.folders[-1]) if self.folders else None)  # the newest is the last

        self._bridge.request("watched.watch", on_done=done, folder=path, collection=collection)

    def stop(self, folder: WatchedFolder) -> None:
        """Watches a folder no longer; what was imported stays."""
        if handle := self._looks.pop(folder.path, None):
            handle.cancel()
        self._bridge.request("watched.unwatch", on_done=lambda _value: self._refresh(), folder=folder.path)

    def look(self, folder: WatchedFolder, by_hand: bool = True) -> None:
        """Looks into a folder now, unless that is going on."""
        if folder.path in self._looks:
            return
        if by_hand:
            self._stopped = False

        def ended(done: bool) -> None:
            if self._looks.pop(folder.path, None) is not None:
                self._stopped = self._stopped or not done
                self.changed.emit()
                self._refresh()

        self._looks[folder.path] = self._imports.look(folder, by_hand, ended)
        self.changed.emit()

    def _look_at_all(self) -> None:
        for folder in self.folders:
            self.look(folder, by_hand=False)

    def _refresh(self, then: Callable[[], object] = lambda: None) -> None:
        def done(folders: list[WatchedFolder]) -> None:
            self.folders = list(folders)
            self.changed.emit()
            then()

        self._bridge.request("watched.folders", on_done=done)

    def _on_started(self) -> None:
        self._stopped = False
        self.timer.start()
        self._refresh(self._look_at_all)

    def _on_time(self) -> None:
        if not self._stopped and not self._imports.busy:
            self._look_at_all()

    def _on_shelf(self) -> None:
        """A collection that was renamed, deleted or brought back takes its folders with it."""
        names = [collection.name for collection in self._shelf.collections]
        if names != self._names:
            self._names = names
            if self.folders:
                self._refresh()
