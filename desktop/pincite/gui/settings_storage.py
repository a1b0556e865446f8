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
from pincite.gui.translation import translate
from pincite.gui.wording import size_words

if TYPE_CHECKING:
    from pincite.engine import Failed
    from pincite.events import Event
    from pincite.gui.bridge import Bridge, Handle
    from pincite.gui.shelf import Shelf
    from pincite.reports import StorageUse


class StoragePage(SettingsPage):
    """Sizes, clean-up, backup and restore.

    Signals:
        library_wanted(Path): the user wants to work in another library from now on.
    """

    library_wanted = Signal(object)

    def __init__(self, bridge: Bridge, shelf: Shelf) -> None:
        super().__init__(translate("settings_storage", "Storage"))
        self._bridge = bridge
        self._shelf = shelf
        self._handle: Handle | None = None
        self._restored: Path | None = None
        self.location = label(selectable=True)
        self.body.addWidget(self.location)
        self.body.addSpacing(STEP)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * STEP)
        grid.setColumnStretch(2, 1)
        self.sizes = {}
        parts = {  # by the fields of StorageUse
            "files": self.tr("Copies of your documents"),
            "tables": self.tr("Text, index and meanings"),
            "other": self.tr("Conversations and the rest"),
            "copies": self.tr("Copies from before an upgrade"),
            "models": self.tr("Models, shared by all libraries"),
        }
        for number, (part, words) in enumerate(parts.items()):
            self.sizes[part] = label("…", wrap=False)
            grid.addWidget(label(words, "muted", wrap=False), number, 0)
            grid.addWidget(self.sizes[part], number, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(grid)
        self.section(self.tr("Clean up"))
        self.waste = label()
        self.clean_button = button(self.tr("Clean up"), self._clean)
        self.body.addWidget(self.waste)
        self.body.addLayout(row(self.clean_button, None))
        self.section(self.tr("Backup"))
        about = self.tr(
            "A backup is one file with the whole library: documents, text, notes and conversations; models are not in it."
        )
        self.body.addWidget(label(about, "muted"))
        self.back_up_button = button(self.tr("Back up…"), self.choose_backup)
        self.restore_button = button(self.tr("Restore…"), self.choose_restore)
        self.stop_button = button(self.tr("Stop"), self._stop)
        self.body.addLayout(row(self.back_up_button, self.restore_button, self.stop_button, None))
        self.bar = Bar(self.tr("Progress of the backup"))
        self.said = label()
        self.open_button = button(self.tr("Use it now"), self._use_restored, "primary")
        self.body.addWidget(self.bar)
        self.body.addWidget(self.said)
        self.body.addLayout(row(self.open_button, None))
        for widget in (self.bar, self.said, self.open_button, self.stop_button):
            widget.hide()
        self.body.addStretch(1)

    def refresh(self) -> None:
        """See :class:`SettingsPage`."""
        if self._shelf.status:
            self.location.setText(self.tr("The library is in {location}").format(location=self._shelf.status.location))
        self._bridge.request("storage.use", on_done=self._show)

    def choose_backup(self) -> None:
        """Asks where the backup shall go, without stopping the window."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"Pincite {datetime.now().astimezone():%Y-%m-%d}.zip"
        dialog = QFileDialog(self, self.tr("Back up the library"), str(Path(documents, name)), self._filter())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("zip")
        dialog.fileSelected.connect(self.back_up)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def choose_restore(self) -> None:
        """Asks which backup shall be brought back, without stopping the window."""
        dialog = QFileDialog(self, self.tr("Restore a backup"), "", self._filter())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.restore)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def back_up(self, path: str) -> None:
        """Writes a backup."""
        said = self.tr("The backup is in {path}.").format(path=path)
        self._begin("storage.back_up", self.tr("Backing up"), said, path=path)

    def restore(self, path: str) -> None:
        """Makes a new library from a backup, beside the one in use."""
        here = Path(self._shelf.status.location) if self._shelf.status else Path.home() / "library"
        folder = here.with_name(f"{Path(path).stem} restored {datetime.now().astimezone():%Y-%m-%d %H%M%S}")
        said = self.tr("The library was restored into {folder}. The one in use was not changed.").format(folder=folder)
        self._begin("storage.restore", self.tr("Restoring"), said, folder, path=path, folder=str(folder))

    def _filter(self) -> str:
        return self.tr("Backup of a library (*.zip)")

    def _begin(self, verb: str, doing: str, done_words: str, library: Path | None = None, **arguments: str) -> None:
        pace = Pace()

        def on_event(event: Event) -> None:
            if isinstance(event, Progress) and event.total:
                left = pace.words(event.done / event.total)
                self.bar.show_fraction(event.done / event.total)
                #: {doing} is “Backing up” or “Restoring”, {left} “about 40 s left”
                words = self.tr("{doing}: {done} of {total}, {left}") if left else self.tr("{doing}: {done} of {total}")
                sizes = {"done": size_words(event.done), "total": size_words(event.total)}
                self.said.setText(words.format(doing=doing, left=left, **sizes))

        def done(_value: object) -> None:
            self._end(done_words)
            self._restored = library
            self.open_button.setVisible(library is not None)

        def failed(failure: Failed) -> None:
            self._end(self.tr("Stopped.") if failure.cancelled else f"{failure.message} {failure.hint}".strip())

        self.open_button.hide()
        self.said.setText(f"{doing}…")
        self.said.show()
        self.bar.show_fraction(None)
        self.bar.show()
        self.stop_button.show()
        self._allow(False)
        self._handle = self._bridge.request(verb, on_event=on_event, on_done=done, on_failed=failed, **arguments)

    def _end(self, said: str) -> None:
        self._handle = None
        self.bar.hide()
        self.stop_button.hide()
        self.said.setText(said)
        self.said.show()
        self._allow(True)

    def _allow(self, allowed: bool) -> None:
        """One thing at a time is done to the library."""
        for made in (self.back_up_button, self.restore_button, self.clean_button):
            made.setEnabled(allowed)

    def _use_restored(self) -> None:
        if self._restored is not None:
            self.library_wanted.emit(self._restored)

    def _stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()

    def _clean(self) -> None:
        def done(freed: int) -> None:
            nothing = self.tr("There was nothing to free; the library is in order.")
            self._end(self.tr("{size} freed.").format(size=size_words(freed)) if freed else nothing)
            self.refresh()

        def failed(failure: Failed) -> None:
            self._end(f"{failure.message} {failure.hint}".strip())

        self._allow(False)
        self.said.setText(self.tr("Cleaning up…"))
        self.said.show()
        self._bridge.request("storage.clean_up", on_done=done, on_failed=failed)

    def _show(self, use: StorageUse) -> None:
        for part, shown in self.sizes.items():
            size: int = getattr(use, part)
            shown.setText(size_words(size) if size else self.tr("none"))
        words = self.tr("Cleaning up deletes what no document needs, and merges small files, so that search stays fast.")
        if use.waste:
            waste = self.tr("{size} belong to no document any more.").format(size=size_words(use.waste))
            words = f"{waste} {words}"
        self.waste.setText(words)
