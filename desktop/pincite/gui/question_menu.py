"""The menu beside the question: earlier questions, and questions to begin with. Asks nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QToolButton

from pincite.gui.controls import IconButton
from pincite.gui.question_templates import templates
from pincite.gui.translation import translate
from pincite.gui.wording import shortened

if TYPE_CHECKING:
    from pincite.gui.question_box import QuestionBox
    from pincite.gui.theme import Theme

RECENT = 12
LETTERS = 70


class QuestionMenu(IconButton):
    """Puts what is chosen into the question box."""

    def __init__(self, box: QuestionBox, theme: Theme) -> None:
        super().__init__("template", translate("question_menu", "Earlier questions and templates"), theme, _nothing, "muted")
        self._box = box
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self.fill)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")

    def fill(self) -> QMenu:
        """The menu as it is now."""
        menu = self._menu
        menu.clear()
        recent = self._box.history.newest_first[:RECENT]
        for field, questions in templates().items():
            below = menu.addMenu(self.tr("Templates: {field}").format(field=field))
            for question in questions:
                below.addAction(question.replace("&", "&&"), partial(self._box.begin_with, question))
        menu.addSection(self.tr("Earlier questions"))
        for question in recent:
            menu.addAction(shortened(question, LETTERS).replace("&", "&&"), partial(self._box.begin_with, question))
        if recent:
            menu.addSeparator()
            menu.addAction(self.tr("Forget earlier questions"), self._box.history.clear)
        else:
            menu.addAction(self.tr("None yet")).setEnabled(False)
        return menu


def _nothing() -> None:
    """The menu opens by itself."""
