"""The first run: what Pincite does, and two ways to begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from pincite.gui.controls import button, column, label, row
from pincite.gui.icons import pixmap
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from pathlib import Path

ICON = 72
TEXT = 336


class Welcome(QWidget):
    """Shown while the library is empty.

    Args:
        samples: The sample PDFs; without any, the button for them is not offered.

    Signals:
        samples_wanted, add_wanted: a button was pressed.
    """

    samples_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, samples: list[Path]) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(pixmap("pincite", None, ICON, self.devicePixelRatioF()))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = label(self.tr("Ask your PDFs"), "heading", wrap=False)
        guidance = self.tr(
            "Add documents, ask in plain words, and see each sentence of the answer marked on the page that proves it. "
            "Nothing leaves this computer."
        )
        text = label(guidance, "muted")
        for line in (title, text):
            line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(TEXT)
        self.samples_button = button(self.tr("Try the samples"), self.samples_wanted.emit, "primary")
        self.samples_button.setVisible(bool(samples))
        self.samples_hint = label(self.tr("New here? The samples take a few seconds, and show how it works."), "muted")
        self.samples_hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.samples_hint.setVisible(bool(samples))
        self.add_button = button(self.tr("Add your own…"), self.add_wanted.emit, "" if samples else "primary")
        layout = column(self, 2 * STEP, STEP)
        layout.addStretch(2)
        layout.addWidget(picture)
        layout.addWidget(title)
        layout.addLayout(row(None, text, None))
        layout.addSpacing(STEP)
        layout.addLayout(row(None, self.samples_button, self.add_button, None))
        layout.addWidget(self.samples_hint)
        layout.addStretch(3)
