"""The page of privacy: what Pincite promises, and whether it has kept it since the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from pincite.gui.controls import Picture, column, label, row
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP
from pincite.gui.translation import translate

if TYPE_CHECKING:
    from pincite.gui.network_state import NetworkState
    from pincite.gui.theme import Theme


class PrivacyPage(SettingsPage):
    """The promises, and the live state of the network."""

    def __init__(self, network: NetworkState, theme: Theme) -> None:
        super().__init__(translate("settings_privacy", "Privacy"))
        self._network = network
        for promise in (
            self.tr("Documents, questions, answers and notes stay on this computer."),
            self.tr("There is no account, no telemetry, and no check for updates."),
            self.tr("Only the download of a model uses the network, and only when you press its button."),
            self.tr("Passwords of documents are kept in memory until Pincite is closed, and written nowhere."),
            self.tr("Crash reports stay on this computer unless you copy them."),
        ):
            line = row(Picture("ready", theme, "good"), label(promise))
            line.setStretch(1, 1)
            self.body.addLayout(line)
        self.section(self.tr("Network"))
        card = QFrame()
        card.setProperty("role", "card")
        self._picture = Picture("shield", theme, "good", 24)
        self.state = label(selectable=True)
        line = row(self._picture, self.state, spacing=STEP + 4)
        line.setStretch(1, 1)
        column(card, STEP + 4).addLayout(line)
        self.body.addWidget(card)
        how = self.tr(
            "Pincite counts every connection that its processes make before it is made, and looks at the connections that "
            "the system lists for them. The figure is renewed every five seconds."
        )
        self.body.addWidget(label(how, "muted"))
        self.body.addStretch(1)
        network.changed.connect(self._show)
        self._show()

    def refresh(self) -> None:
        """See :class:`SettingsPage`."""
        self._network.refresh()

    def _show(self) -> None:
        uses = self._network.uses
        self.state.setText("\n".join(self._network.lines()))
        if any(not use.wanted for use in uses):
            self._picture.show_as("warning", "bad")
        else:
            self._picture.show_as("shield", "good" if not uses else "accent")
