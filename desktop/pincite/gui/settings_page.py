"""What the pages of the settings have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from pincite.gui.controls import column, label
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel


class SettingsPage(QScrollArea):
    """A heading, and below it what a page has to show; scrolls if it is long.

    Attributes:
        body: The layout to fill.
    """

    def __init__(self, title: str, about: str = "") -> None:
        super().__init__()
        self.title = title
        inner = QWidget()
        inner.setProperty("role", "plain")
        self.body: QVBoxLayout = column(inner, 0, STEP)
        self.body.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        self.body.addWidget(label(title, "heading", wrap=False))
        if about:
            self.body.addWidget(label(about, "muted"))
        self.body.addSpacing(STEP)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inner)
        self.setAccessibleName(title)

    def refresh(self) -> None:
        """Asks again for what is shown; called when the page comes to sight."""

    def section(self, title: str) -> QLabel:
        """Begins another part of the page."""
        self.body.addSpacing(STEP)
        made = label(title, "title", wrap=False)
        self.body.addWidget(made)
        return made
