"""The page of appearance: colours, contrast, size of text, language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout

from pincite.gui.appearance import SCALES, Contrast
from pincite.gui.controls import label
from pincite.gui.settings_page import SettingsPage
from pincite.gui.theme import STEP
from pincite.gui.translation import LANGUAGES, translate

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from pincite.gui.theme import Theme

WIDTH = 180
SCHEMES = (Qt.ColorScheme.Unknown, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)
CONTRASTS = (Contrast.SYSTEM, Contrast.NORMAL, Contrast.HIGH)
SPOKEN = ("", *LANGUAGES)


class AppearancePage(SettingsPage):
    """Each choice takes effect at once, except the language, and is remembered."""

    def __init__(self, theme: Theme, memory: QSettings) -> None:
        super().__init__(translate("settings_appearance", "Appearance"))
        self._theme = theme
        self._memory = memory
        self._spoken = theme.appearance.language
        form = QFormLayout()
        form.setHorizontalSpacing(3 * STEP)
        form.setVerticalSpacing(STEP + 4)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        self.scheme, self.contrast, self.scale, self.language = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        follow = self.tr("Follow the system")
        self.scheme.addItems([follow, self.tr("Light"), self.tr("Dark")])
        self.contrast.addItems([follow, self.tr("Normal"), self.tr("High")])
        self.scale.addItems([self.tr("{scale} %").format(scale=scale) for scale in SCALES])
        self.language.addItems([follow, *LANGUAGES.values()])
        for words, box in (
            (self.tr("Colours"), self.scheme),
            (self.tr("Contrast"), self.contrast),
            (self.tr("Size of text"), self.scale),
            (self.tr("Language"), self.language),
        ):
            box.setAccessibleName(words)
            box.setMinimumWidth(WIDTH)
            box.activated.connect(self._choose)
            form.addRow(words, box)
        self.later = label(self.tr("Pincite speaks this language from its next start on."), "muted")
        self.body.addLayout(form)
        self.body.addWidget(self.later)
        self.body.addStretch(1)
        theme.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        chosen = self._theme.appearance
        self.scheme.setCurrentIndex(SCHEMES.index(chosen.scheme))
        self.contrast.setCurrentIndex(CONTRASTS.index(chosen.contrast))
        self.scale.setCurrentIndex(SCALES.index(chosen.scale))
        self.language.setCurrentIndex(SPOKEN.index(chosen.language))
        self.later.setVisible(chosen.language != self._spoken)

    def _choose(self) -> None:
        chosen = replace(
            self._theme.appearance,
            scheme=SCHEMES[self.scheme.currentIndex()],
            contrast=CONTRASTS[self.contrast.currentIndex()],
            scale=SCALES[self.scale.currentIndex()],
            language=SPOKEN[self.language.currentIndex()],
        )
        chosen.remember(self._memory)
        self._theme.use(chosen)
