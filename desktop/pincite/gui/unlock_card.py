"""Asks for the password of an encrypted document whose pages shall be shown. Keeps none: the engine does, while it runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from pincite.errors import PasswordNeeded
from pincite.gui.cards import Card
from pincite.gui.controls import button, column, row
from pincite.gui.password_card import PasswordField
from pincite.gui.theme import STEP
from pincite.gui.wording import shortened

if TYPE_CHECKING:
    from pincite.engine import Failed
    from pincite.gui.bridge import Bridge
    from pincite.gui.theme import Theme

WIDTH = 440
TITLE = 60
"""Letters of a title that the card has room for."""


class UnlockCard(QWidget):
    """Stands in the place of the pages.

    Signals:
        unlocked: the password was right; the pages can be drawn.
    """

    unlocked = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__()
        self._bridge = bridge
        self._document_id = ""
        self._title = ""
        self.card = Card(theme, "warning", "lock")
        self.card.setMaximumWidth(WIDTH)
        self.field = PasswordField()
        self.field.returnPressed.connect(self._give)
        self.open_button = button(self.tr("Open"), self._give, "primary")
        self.card.body.addLayout(row(self.field, self.open_button, None))
        layout = column(self, 2 * STEP, 0)
        middle = row(None, self.card, None)
        middle.setStretch(1, 8)
        layout.addStretch(1)
        layout.addLayout(middle)
        layout.addStretch(2)

    @property
    def document_id(self) -> str:
        """The document that it asks for; empty if none."""
        return self._document_id

    def ask(self, document_id: str, title: str) -> None:
        """Asks for the password of a document; what was typed for the same one stays."""
        if document_id == self._document_id:
            return
        self.leave()
        self._document_id = document_id
        self._title = shortened(title, TITLE)
        self.card.say(
            self.tr("“{title}” is encrypted.").format(title=self._title),
            self.tr("Type its password to see its pages. Pincite stores no password, so it asks again after each start."),
        )
        if not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):  # nobody is typing elsewhere
            self.field.setFocus()

    def leave(self) -> None:
        """Asks for none any more."""
        self._document_id = ""
        self.field.clear()
        self._show_trying(False)

    def _give(self) -> None:
        document_id, password = self._document_id, self.field.text()
        if not (document_id and password and self.open_button.isEnabled()):
            return

        def done(_value: object) -> None:
            if document_id == self._document_id:
                self.leave()
                self.unlocked.emit()

        def failed(failure: Failed) -> None:
            if document_id == self._document_id:
                self._refuse(failure)

        self.field.clear()
        self._show_trying(True)
        self._bridge.request("keys.unlock", on_done=done, on_failed=failed, document_id=document_id, password=password)

    def _refuse(self, failure: Failed) -> None:
        self._show_trying(False)
        if failure.code == PasswordNeeded.code:
            said = self.tr("That password does not open “{title}”.").format(title=self._title)
            self.card.say(said, self.tr("Try another one. Small and capital letters are different."))
        elif not failure.cancelled:
            self.card.say(failure.message, failure.hint)
        self.field.setFocus()

    def _show_trying(self, trying: bool) -> None:
        self.field.setEnabled(not trying)
        self.open_button.setEnabled(not trying)
