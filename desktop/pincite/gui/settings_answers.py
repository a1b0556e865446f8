"""The page of answers: when Pincite says that the documents hold none."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from pincite.answerable import Caution
from pincite.gui.controls import label
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP
from pincite.gui.translation import translate

if TYPE_CHECKING:
    from pincite.gui.bridge import Bridge
    from pincite.settings import Settings

INDENT = 26


def _trade_off(caution: Caution) -> str:
    """What a choice gains and costs, with the shares that were measured."""
    if caution.one_wrong_in is None:
        words = translate(
            "settings_answers",
            "Misses about 1 answer in {missed}; hardly ever answers a question that the documents do not answer.",
        )
    else:
        words = translate(
            "settings_answers",
            "Misses about 1 answer in {missed}; answers about 1 in {wrong} questions that the documents do not answer.",
        )
    return words.format(missed=caution.one_missed_in, wrong=caution.one_wrong_in)


class AnswersPage(SettingsPage):
    """Three choices, each with what it gains and costs."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            translate("settings_answers", "Answers"),
            translate(
                "settings_answers",
                "Before it answers, Pincite estimates whether the documents hold an answer at all. "
                "Choose how sure it must be; every sentence is checked against what it cites in any case.",
            ),
        )
        self._bridge = bridge
        self._group = QButtonGroup(self)
        self.choices: dict[Caution, QRadioButton] = {}
        for caution, name in (
            (Caution.CAUTIOUS, self.tr("Cautious")),
            (Caution.BALANCED, self.tr("Balanced")),
            (Caution.EAGER, self.tr("Eager")),
        ):
            made = QRadioButton(name)
            made.setAccessibleDescription(_trade_off(caution))
            made.clicked.connect(partial(self._choose, caution))
            self._group.addButton(made)
            self.choices[caution] = made
            said = label(_trade_off(caution), "muted")
            said.setContentsMargins(INDENT, 0, 0, STEP)
            self.body.addWidget(made)
            self.body.addWidget(said)
        how = self.tr("The figures were measured on questions about contracts, textbooks and medicine.")
        self.body.addWidget(label(how, "muted"))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """See :class:`SettingsPage`."""
        self._bridge.request("choices", on_done=self._show)

    def _show(self, settings: Settings) -> None:
        self.choices[Caution(settings.caution)].setChecked(True)

    def _choose(self, caution: Caution, _checked: bool = True) -> None:
        self._bridge.request("configure", caution=str(caution))
