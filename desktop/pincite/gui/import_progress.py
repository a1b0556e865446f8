"""The foot of the left pane: how far the imports are, how long they will still take, and the way to stop them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from pincite.gui.controls import Bar, Elided, button, column, label, row
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pincite.gui.imports import Imports


class ImportProgress(QWidget):
    """Takes room only while something is imported."""

    def __init__(self, imports: Imports) -> None:
        super().__init__()
        self._imports = imports
        self.words = Elided(mode=Qt.TextElideMode.ElideMiddle)
        self.left = label(role="muted", wrap=False)
        self.bar = Bar(self.tr("Progress of the import"))
        self.cancel_button = button(self.tr("Cancel"), imports.cancel, "link")
        self.cancel_button.setAccessibleName(self.tr("Cancel the import"))
        layout = column(self, 0, STEP // 2)
        layout.setContentsMargins(2 * STEP, STEP + 4, 2 * STEP, STEP)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addLayout(row(self.left, None, self.cancel_button))

    def show_state(self) -> None:
        """Shows the imports as they are now."""
        self.setVisible(self._imports.busy)
        if self._imports.busy:
            words, left = self._imports.words()
            self.words.show_text(words)
            self.left.setText(left)
            self.bar.show_fraction(self._imports.fraction())
