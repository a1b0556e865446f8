"""Asks for the passwords of encrypted files, one file after the other. Keeps none of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from pincite.errors import PasswordNeeded
from pincite.gui.cards import Card
from pincite.gui.controls import button, row
from pincite.gui.translation import counted
from pincite.reports import FileStatus

if TYPE_CHECKING:
    from pincite.gui.imports import Imports
    from pincite.gui.theme import Theme
    from pincite.reports import FileResult

WIDTH = 240


class PasswordField(QLineEdit):
    """Where a password is typed; it is not shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setPlaceholderText(self.tr("Password"))
        self.setAccessibleName(self.tr("Password of the file"))
        self.setMaximumWidth(WIDTH)


class PasswordCard(Card):
    """Stands above the panes and takes no keys from what is being typed elsewhere.

    A file that is skipped stays in the list of documents as one that failed, from where its password can still be given.
    """

    def __init__(self, imports: Imports, theme: Theme) -> None:
        super().__init__(theme, "warning", "lock", wide=True)
        self._imports = imports
        self._waiting: list[FileResult] = []
        self._tried: set[str] = set()
        self.field = PasswordField()
        self.field.returnPressed.connect(self._give)
        self.open_button = button(self.tr("Open"), self._give, "primary")
        self.skip_button = button(self.tr("Skip"), self._skip)
        self.body.addLayout(row(self.field, self.open_button, self.skip_button, None))
        self.dismissed.connect(self._skip_all)
        imports.arrived.connect(self._on_arrived)

    def ask(self, failure: FileResult) -> None:
        """Asks for the password of a file now, before any others."""
        self._waiting = [failure, *(other for other in self._waiting if other.path != failure.path)]
        self._show()
        self.field.setFocus()

    def _on_arrived(self, result: FileResult) -> None:
        waited = len(self._waiting)
        self._waiting = [other for other in self._waiting if other.path != result.path]
        if result.status is FileStatus.FAILED and result.code == PasswordNeeded.code:
            first = result.path in self._tried  # whoever has just typed a password wants to know
            self._waiting.insert(0 if first else len(self._waiting), result)
            self._show()
            if first:
                self.field.setFocus()
        else:
            self._tried.discard(result.path)  # it is open; should it be added again, nothing was tried yet
            if len(self._waiting) != waited:
                self._show()

    def _show(self) -> None:
        if not self._waiting:
            self.field.clear()
            self.hide()
            return
        name = Path(self._waiting[0].path).name
        if self._waiting[0].path in self._tried:
            title = self.tr("That password does not open “{name}”.")
            text = self.tr("Try another one, or skip the file.")
        else:
            title = self.tr("“{name}” is encrypted.")
            text = self.tr("Type its password to add it; Pincite does not store it.")
        if more := len(self._waiting) - 1:
            waiting = counted.tr("%Ln more are waiting for theirs.", None, more)
            text = f"{text} {waiting}"
        self.say(title.format(name=name), text)
        self.field.clear()

    def _give(self) -> None:
        if self._waiting and self.field.text():
            failure = self._waiting.pop(0)
            self._tried.add(failure.path)
            password = self.field.text()
            self._show()
            self._imports.give_password(failure, password)

    def _skip(self) -> None:
        if self._waiting:
            self._tried.discard(self._waiting.pop(0).path)
        self._show()

    def _skip_all(self) -> None:
        self._waiting.clear()
        self._tried.clear()
        self._show()
