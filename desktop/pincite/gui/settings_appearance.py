"""The page of appearance: colours, contrast, size of text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout

from pincite.gui.appearance import SCALES, Contrast
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from pincite.gui.theme import Theme

SCHEMES = {
    "Follow the system": Qt.ColorScheme.Unknown,
    "Light": Qt.ColorScheme.Light,
    "Dark": Qt.ColorScheme.Dark,
}
WIDTH = 180
CONTRASTS = {"Follow the system": Contrast.SYSTEM, "Normal": Contrast.NORMAL, "High": Contrast.HIGH}


class AppearancePage(SettingsPage):
    """Each choice takes effect at once, and is remembered."""

    def __init__(self, theme: Theme, memory: QSettings) -> None:
        super().__init__("Appearance")
        self._theme = theme
        self._memory = memory
        form = QFormLayout()
        form.setHorizontalSpacing(3 * STEP)
        form.setVerticalSpacing(STEP + 4)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.scheme, self.contrast, self.scale = QComboBox(), QComboBox(), QComboBox()
        self.scheme.addItems(list(SCHEMES))
        self.contrast.addItems(list(CONTRASTS))
        self.scale.addItems([f"{scale} %" for scale in SCALES])
        for words, box in (("Colours", self.scheme), ("Contrast", self.contrast), ("Size of text", self.scale)):
            box.setAccessibleName(words)
            box.setMinimumWidth(WIDTH)
            box.activated.connect(self._choose)
            form.addRow(words, box)
        self.body.addLayout(form)
        self.body.addStretch(1)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        chosen = self._theme.appearance
        self.scheme.setCurrentIndex(list(SCHEMES.values()).index(chosen.scheme))
        self.contrast.setCurrentIndex(list(CONTRASTS.values()).index(chosen.contrast))
        self.scale.setCurrentIndex(SCALES.index(chosen.scale))

    def _choose(self) -> None:
        chosen = replace(
            self._theme.appearance,
            scheme=list(SCHEMES.values())[self.scheme.currentIndex()],
            contrast=list(CONTRASTS.values())[self.contrast.currentIndex()],
            scale=SCALES[self.scale.currentIndex()],
        )
        chosen.remember(self._memory)
        self._theme.use(chosen)
