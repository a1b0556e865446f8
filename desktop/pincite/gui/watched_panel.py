"""The watched folders of the chosen collection: what came of the last look into each, and what can be done with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtWidgets import QMenu, QScrollArea, QToolButton, QWidget

from pincite.gui.controls import Elided, IconButton, Picture, column, label, row
from pincite.gui.theme import STEP
from pincite.gui.translation import counted, translate
from pincite.gui.wording import moment_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from pincite.gui.theme import Theme
    from pincite.gui.watching import Watching
    from pincite.reports import FolderLook, WatchedFolder

ROWS = 3
"""More folders than this scroll."""


class WatchedPanel(QWidget):
    """Takes no room where no folder is watched.

    Signals:
        reveal_wanted(Path): a folder shall be shown in the file manager.
    """

    reveal_wanted = Signal(object)

    def __init__(self, watching: Watching, theme: Theme) -> None:
        super().__init__()
        self._watching = watching
        self._theme = theme
        self._collection: str | None = None
        self.rows: dict[str, FolderRow] = {}
        self.look_button = IconButton("retry", self.tr("Look into the watched folders now"), theme, self._look, "muted")
        inner = QWidget()
        inner.setProperty("role", "plain")
        self._lines = column(inner, 0, STEP)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inner)
        layout = column(self, 0, 0)
        layout.setContentsMargins(2 * STEP, STEP, STEP, 0)
        layout.addLayout(row(label(self.tr("Watched folders"), "muted", wrap=False), None, self.look_button))
        layout.addWidget(self._area)
        watching.changed.connect(self._show)
        self._show()

    def show_collection(self, collection: str | None) -> None:
        """Shows the folders of a collection; None: all of them."""
        self._collection = collection
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """See Qt."""
        super().resizeEvent(event)
        self._fit()

    def _show(self) -> None:
        folders = {folder.path: folder for folder in self._watching.within(self._collection)}
        for path in self.rows.keys() - folders.keys():
            gone = self.rows.pop(path)
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for path, folder in folders.items():
            if path not in self.rows:
                self.rows[path] = FolderRow(self._watching, self._theme)
                self.rows[path].reveal_wanted.connect(self.reveal_wanted)
                self._lines.addWidget(self.rows[path])
                self.rows[path].show()  # the layout does so later, and does not measure what is hidden
            self.rows[path].show_folder(folder, self._watching.looking(folder))
        self.look_button.setEnabled(any(not self._watching.looking(folder) for folder in folders.values()))
        self.setVisible(bool(folders))
        self._fit()

    def _fit(self) -> None:
        heights = [shown.heightForWidth(self._area.viewport().width()) for shown in self.rows.values()]
        self._area.setFixedHeight(sum(heights[:ROWS]) + self._lines.spacing() * (min(ROWS, len(heights)) - 1) if heights else 0)

    def _look(self) -> None:
        for folder in self._watching.within(self._collection):
            self._watching.look(folder)


class FolderRow(QWidget):
    """One folder, in two lines, with a menu.

    Signals:
        reveal_wanted(Path): it shall be shown in the file manager.
    """

    reveal_wanted = Signal(object)

    def __init__(self, watching: Watching, theme: Theme) -> None:
        super().__init__()
        self._watching = watching
        self._folder: WatchedFolder | None = None
        self._picture = Picture("folder", theme)
        self.name = Elided(mode=Qt.TextElideMode.ElideMiddle)
        self.said = label(role="muted")
        self.menu_button = IconButton("more", "", theme, lambda: None, "muted")
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self)
        self.look_action = menu.addAction(self.tr("Look again now"), self._look)
        menu.addAction(self.tr("Show in the file manager"), self._reveal)
        menu.addSeparator()
        self.stop_action = menu.addAction(self.tr("Stop watching"), self._stop)
        self.menu_button.setMenu(menu)
        words = column(holder := QWidget(), 0, 2)
        words.addWidget(self.name)
        words.addWidget(self.said)
        line = row(self._picture, holder, self.menu_button)
        line.setStretch(1, 1)
        self.setLayout(line)

    def show_folder(self, folder: WatchedFolder, looking: bool) -> None:
        """Shows a folder as it is now."""
        self._folder = folder
        name = Path(folder.path).name or folder.path
        self.name.setText(name)
        missing = folder.last is not None and not folder.last.there and not looking
        self.said.setText(translate("watched_panel", "Looking…") if looking else summary(folder))
        self._picture.show_as("warning" if missing else "folder", "weak" if missing else "muted")
        self.look_action.setEnabled(not looking)
        self.menu_button.show_as("more", self.tr("What can be done with the folder {name}").format(name=name))
        tooltip = details(folder)
        for part in (self.name, self.said, self._picture):
            part.setToolTip(tooltip)
        self.setAccessibleName(f"{name}, {self.said.text()}")

    def _look(self) -> None:
        if self._folder is not None:
            self._watching.look(self._folder)

    def _stop(self) -> None:
        if self._folder is not None:
            self._watching.stop(self._folder)

    def _reveal(self) -> None:
        if self._folder is not None:
            self.reveal_wanted.emit(Path(self._folder.path))


def summary(folder: WatchedFolder) -> str:
    """What came of watching a folder, in a line: the last find, and when it was looked into after it."""
    last, found = folder.last, folder.found
    if last is None:
        return translate("watched_panel", "Not looked into yet")
    if not last.there:
        return translate("watched_panel", "Not there. Connect its disk, or stop watching it.")
    if found is None:
        return translate("watched_panel", "{time}: nothing new").format(time=moment(last.at))
    first = f"{moment(found.at)}: {found_words(found)}"
    if found == last:
        return first
    later = translate("watched_panel", "last looked into: {time}").format(time=moment(last.at))
    return f"{first} · {later}"


def details(folder: WatchedFolder) -> str:
    """All that is known of a folder, in lines."""
    lines = [folder.path]
    if folder.collection:
        lines.append(translate("watched_panel", "New PDFs are added to “{name}”.").format(name=folder.collection))
    if folder.last is not None:
        lines.append(translate("watched_panel", "Last looked into: {time}").format(time=moment(folder.last.at)))
    if folder.found is not None:
        found = translate("watched_panel", "Last found, {time}: {files}")
        lines.append(found.format(time=moment(folder.found.at), files=found_words(folder.found)))
    return "\n".join(lines)


def found_words(look: FolderLook) -> str:
    """What a look found, in numbers of files: “2 new, 1 gone”; empty for nothing."""
    parts = (
        counted.tr("%Ln new", None, look.new) if look.new else "",
        counted.tr("%Ln changed", None, look.changed) if look.changed else "",
        counted.tr("%Ln gone", None, look.gone) if look.gone else "",
        counted.tr("%Ln could not be read", None, look.failed) if look.failed else "",
    )
    return ", ".join(part for part in parts if part)


def moment(at: str) -> str:
    """A moment (ISO 8601) as one says it: the time if it was today, else the date and the time."""
    local = QDateTime.fromString(at, Qt.DateFormat.ISODate).toLocalTime()
    if local.date() == QDateTime.currentDateTime().date():
        return QLocale().toString(local.time(), "HH:mm")
    return moment_words(at)
