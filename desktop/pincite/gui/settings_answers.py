"""The page of answers: when Pincite says that the documents hold none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from pincite.answerable import Caution
from pincite.gui.controls import label
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pincite.gui.bridge import Bridge
    from pincite.settings import Settings

NAMES = {Caution.CAUTIOUS: "Cautious", Caution.BALANCED: "Balanced", Caution.EAGER: "Eager"}
INDENT = 26


class AnswersPage(SettingsPage):
    """Three choices, each with what it gains and costs."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            "Answers",
            "Before it answers, Pincite estimates whether the documents hold an answer at all. "
            "Choose how sure it must be; every sentence is checked against what it cites in any case.",
        )
        self._bridge = bridge
        self._group = QButtonGroup(self)
        self.choices: dict[Caution, QRadioButton] = {}
        for caution in Caution:
            made = QRadioButton(NAMES[caution])
            made.setAccessibleDescription(caution.trade_off)
            made.clicked.connect(partial(self._choose, caution))
            self._group.addButton(made)
            self.choices[caution] = made
            said = label(caution.trade_off, "muted")
            said.setContentsMargins(INDENT, 0, 0, STEP)
            self.body.addWidget(made)
            self.body.addWidget(said)
        self.body.addWidget(label("The figures were measured on questions about contracts, textbooks and medicine.", "muted"))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """See :class:`SettingsPage`."""
        self._bridge.request("choices", on_done=self._show)

    def _show(self, settings: Settings) -> None:
        self.choices[Caution(settings.caution)].setChecked(True)

    def _choose(self, caution: Caution, _checked: bool = True) -> None:
        self._bridge.request("configure", caution=str(caution))
