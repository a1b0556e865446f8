"""The button that says which documents the list shows, and in which order. Remembers it between runs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from pincite.gui.controls import IconButton
from pincite.gui.document_order import Order, Show
from pincite.gui.translation import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QSettings

    from pincite.gui.theme import Theme

Choice = TypeVar("Choice", Order, Show)
MEMORY = "documents/order"


class ListOptions(IconButton):
    """Opens a menu with both choices.

    Signals:
        changed: another order, or other documents, were chosen.
    """

    changed = Signal()

    def __init__(self, theme: Theme, memory: QSettings) -> None:
        super().__init__("sort", translate("list_options", "Sort and show"), theme, self.showMenu)
        self._memory = memory
        remembered = str(memory.value(MEMORY, Order.TITLE.value))
        self.order = Order(remembered) if remembered in list(Order) else Order.TITLE
        self.show_only = Show.ALL
        menu = QMenu(self)
        menu.addSection(self.tr("Sort by"))
        self._add(menu, Order, self.order, self._sort)
        menu.addSection(self.tr("Show"))
        self._add(menu, Show, self.show_only, self._restrict)
        self.setMenu(menu)
        self.setPopupMode(self.ToolButtonPopupMode.InstantPopup)

    @property
    def restricts(self) -> bool:
        """Whether some documents are not shown."""
        return self.show_only is not Show.ALL

    def _add(self, menu: QMenu, choices: type[Choice], chosen: Choice, choose: Callable[[Choice], None]) -> None:
        group = QActionGroup(self)
        for choice in choices:
            action = QAction(_words(choice), menu, checkable=True)
            action.setChecked(choice is chosen)
            action.triggered.connect(partial(_choose, choose, choice))
            group.addAction(action)
            menu.addAction(action)

    def _sort(self, order: Order) -> None:
        self.order = order
        self._memory.setValue(MEMORY, order.value)
        self.changed.emit()

    def _restrict(self, show: Show) -> None:
        self.show_only = show
        self._colour = "accent" if self.restricts else "text"
        self._draw()
        self.changed.emit()


def _words(choice: Order | Show) -> str:
    """What the menu calls it."""
    return {
        Order.TITLE: translate("list_options", "Title"),
        Order.ADDED: translate("list_options", "Newest first"),
        Order.PAGES: translate("list_options", "Longest first"),
        Order.STATE: translate("list_options", "State, problems first"),
        Show.ALL: translate("list_options", "All documents"),
        Show.PROBLEMS: translate("list_options", "With problems"),
        Show.UNREADY: translate("list_options", "Not yet found by meaning"),
    }[choice]


def _choose(choose: Callable[[Choice], None], choice: Choice, _checked: bool = True) -> None:
    """Qt may tell whether the action is checked now, which it always is."""
    choose(choice)
