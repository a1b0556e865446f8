"""The page of storage: what the library takes, what can go, and backups."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout

from pincite.events import Progress
from pincite.gui.controls import Bar, button, label, row
from pincite.gui.pace import Pace
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP
from pincite.gui.wording import size_words

if TYPE_CHECKING:
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.shelf import Shelf
    from pincite.reports import StorageUse

PARTS = {
    "files": "Copies of your documents",
    "tables": "Text, index and meanings",
    "other": "Conversations and the rest",
    "copies": "Copies from before an upgrade",
    "models": "Models, shared by all libraries",
}
FILTER = "Backup of a library (*.zip)"


class StoragePage(SettingsPage):
    """Sizes, clean-up, backup and restore.

    Signals:
        library_wanted(Path): the user wants to work in another library from now on.
    """

    library_wanted = Signal(object)

    def __init__(self, bridge: Bridge, shelf: Shelf) -> None:
        super().__init__("Storage")
        self._bridge = bridge
        self._shelf = shelf
        self._handle: Handle | None = None
        self.location = label(selectable=True)
        self.body.addWidget(self.location)
        self.body.addSpacing(STEP)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * STEP)
        grid.setColumnStretch(2, 1)
        self.sizes = {}
        for number, (part, words) in enumerate(PARTS.items()):
            self.sizes[part] = label("…", wrap=False)
            grid.addWidget(label(words, "muted", wrap=False), number, 0)
            grid.addWidget(self.sizes[part], number, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(grid)
        self.section("Clean up")
        self.waste = label()
        self.clean_button = button("Clean up", self._clean)
        self.body.addWidget(self.waste)
        self.body.addLayout(row(self.clean_button, None))
        self.section("Backup")
        about = "A backup is one file with the whole library: documents, text, notes and conversations; models are not in it."
        self.body.addWidget(label(about, "muted"))
        self.back_up_button = button("Back up…", self.choose_backup)
        self.restore_button = button("Restore…", self.choose_restore)
        self.stop_button = button("Stop", self._stop)
        self.body.addLayout(row(self.back_up_button, self.restore_button, self.stop_button, None))
        self.bar = Bar("Progress of the backup")
        self.said = label()
        self.open_button = button("Use it now", lambda: None, "primary")
        self.body.addWidget(self.bar)
        self.body.addWidget(self.said)
        self.body.addLayout(row(self.open_button, None))
        for widget in (self.bar, self.said, self.open_button, self.stop_button):
            widget.hide()
        self.body.addStretch(1)

    def refresh(self) -> None:
        """See :class:`SettingsPage`."""
        if self._shelf.status:
            self.location.setText(f"The library is in {self._shelf.status.location}")
        self._bridge.request("storage.use", on_done=self._show)

    def choose_backup(self) -> None:
        """Asks where the backup shall go, without stopping the window."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"Pincite {datetime.now().astimezone():%Y-%m-%d}.zip"
        dialog = QFileDialog(self, "Back up the library", str(Path(documents, name)), FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self.back_up)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def choose_restore(self) -> None:
        """Asks which backup shall be brought back, without stopping the window."""
        dialog = QFileDialog(self, "Restore a backup", "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.restore)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def back_up(self, path: str) -> None:
        """Writes a backup."""
        self._begin("storage.back_up", "Backing up", f"The backup is in {path}.", path=path)

    def restore(self, path: str) -> None:
        """Makes a new library from a backup, beside the one in use."""
        here = Path(self._shelf.status.location) if self._shelf.status else Path.home() / "library"
        folder = here.with_name(f"{Path(path).stem} restored {datetime.now().astimezone():%Y-%m-%d %H%M%S}")
        said = f"The library was restored into {folder}. The one in use was not changed."
        self._begin("storage.restore", "Restoring", said, folder, path=path, folder=str(folder))

    def _begin(self, verb: str, doing: str, done_words: str, library: Path | None = None, **arguments: str) -> None:
        pace = Pace()

        def on_event(event: Event) -> None:
            if isinstance(event, Progress) and event.total:
                left = pace.words(event.done / event.total)
                self.bar.show_fraction(event.done / event.total)
                progress = f"{size_words(event.done)} of {size_words(event.total)}"
                self.said.setText(f"{doing}: {progress}{f', {left}' if left else ''}")

        def done(_value: object) -> None:
            self._end(done_words)
            if library is not None:
                self.open_button.clicked.disconnect()
                self.open_button.clicked.connect(lambda: self.library_wanted.emit(library))
                self.open_button.show()

        def failed(failure: Failed) -> None:
            self._end("Stopped." if failure.cancelled else f"{failure.message} {failure.hint}".strip())

        self.open_button.hide()
        self.said.setText(f"{doing}…")
        self.said.show()
        self.bar.show_fraction(None)
        self.bar.show()
        self.stop_button.show()
        for made in (self.back_up_button, self.restore_button, self.clean_button):
            made.setEnabled(False)
        self._handle = self._bridge.request(verb, on_event=on_event, on_done=done, on_failed=failed, **arguments)

    def _end(self, said: str) -> None:
        self._handle = None
        self.bar.hide()
        self.stop_button.hide()
        self.said.setText(said)
        self.said.show()
        for made in (self.back_up_button, self.restore_button, self.clean_button):
            made.setEnabled(True)

    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _clean(self) -> None:
        def done(freed: int) -> None:
            self._end(f"{size_words(freed)} freed." if freed else "There was nothing to free; the tables are in order.")
            self.refresh()

        def failed(failure: Failed) -> None:
            self._end(f"{failure.message} {failure.hint}".strip())

        self.clean_button.setEnabled(False)
        self.said.setText("Cleaning up…")
        self.said.show()
        self._bridge.request("storage.clean_up", on_done=done, on_failed=failed)

    def _show(self, use: StorageUse) -> None:
        for part, shown in self.sizes.items():
            size: int = getattr(use, part)
            shown.setText(size_words(size) if size else "none")
        waste = f"{size_words(use.waste)} belong to no document any more. " if use.waste else ""
        self.waste.setText(
            f"{waste}Cleaning up deletes what no document needs, and merges small files, so that search stays fast."
        )
