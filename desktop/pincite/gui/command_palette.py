"""Every command of the window by its name, found while it is typed; beside each its keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QMenu, QMenuBar, QStyle, QStyledItemDelegate

from pincite.gui.controls import column
from pincite.gui.theme import STEP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from pincite.gui.document_rows import AnyIndex
    from pincite.gui.theme import Theme

KEYS = "Ctrl+K"
SIZE = (520, 400)
FROM_TOP = 72
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its name, the menu that it is in, and its action."""

    name: str
    menu: str
    action: QAction

    @property
    def keys(self) -> str:
        """Its shortcut, as the platform writes it."""
        return self.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def commands_of(bar: QMenuBar) -> list[Command]:
    """All commands in the menus, as they stand there. Those that cannot be done now are left out."""
    return [command for entry in bar.actions() if (menu := _menu(entry)) for command in _within(menu, _plain(entry.text()))]


def matching(commands: Iterable[Command], words: str) -> list[Command]:
    """The commands whose names, or menus, have all the words; those that begin with the first of them come first."""
    wanted = words.casefold().split()
    found = [c for c in commands if all(word in f"{c.menu} {c.name}".casefold() for word in wanted)]
    if wanted:
        found.sort(key=lambda command: not command.name.casefold().startswith(wanted[0]))
    return found


def _within(menu: QMenu, path: str) -> list[Command]:
    found = []
    for action in menu.actions():
        if inner := _menu(action):
            found += _within(inner, f"{path} › {_plain(action.text())}")
        elif not action.isSeparator() and action.isEnabled() and action.isVisible():
            found.append(Command(_plain(action.text()).rstrip("…"), path, action))
    return found


def _menu(action: QAction) -> QMenu | None:
    menu = action.menu()
    return menu if isinstance(menu, QMenu) else None


def _plain(text: str) -> str:
    """A text without the marks of its underlined letters."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


class CommandRows(QAbstractListModel):
    """The commands that are shown. The command itself is at ``COMMAND``."""

    COMMAND = Qt.ItemDataRole.UserRole

    def __init__(self) -> None:
        super().__init__()
        self.commands: Sequence[Command] = ()

    def show_commands(self, commands: Sequence[Command]) -> None:
        """Shows others."""
        self.beginResetModel()
        self.commands = commands
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 (the signature is Qt's)
        """See Qt."""
        return 0 if parent.isValid() else len(self.commands)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See Qt."""
        if not index.isValid():
            return None
        command = self.commands[index.row()]
        if role == self.COMMAND:
            return command
        if role == Qt.ItemDataRole.DisplayRole:
            return command.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (command.name, command.menu, command.keys) if part)
        return None


class CommandDelegate(QStyledItemDelegate):
    """Paints the name, the menu beside it, and the keys at the end of the line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        """See Qt."""
        return QSize(200, option.fontMetrics.height() + STEP + 6)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """See Qt."""
        command: Command = index.data(CommandRows.COMMAND)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)
        metrics, middle = option.fontMetrics, int(Qt.AlignmentFlag.AlignVCenter)
        line: QRect = option.rect.adjusted(STEP + 4, 0, -STEP - 4, 0)
        keys = metrics.horizontalAdvance(command.keys)
        painter.setFont(option.font)
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(QRect(line.right() - keys, line.top(), keys + 1, line.height()), middle, command.keys)
        room = line.width() - keys - 2 * STEP
        name = metrics.elidedText(command.name, Qt.TextElideMode.ElideRight, room)
        used = metrics.horizontalAdvance(name) + 2 * STEP
        menu = metrics.elidedText(command.menu, Qt.TextElideMode.ElideRight, room - used)
        painter.drawText(line.adjusted(used, 0, -keys - STEP, 0), middle, menu)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(line, middle, name)
        painter.restore()


class CommandPalette(QDialog):
    """A field over a list. The keys of the field move in the list; Return does what is chosen."""

    def __init__(self, bar: QMenuBar, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._under = parent
        self._all: list[Command] = []
        self.setWindowTitle(self.tr("Commands"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setProperty("role", "palette")
        self.resize(*SIZE)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Name of the command"))
        self.field.installEventFilter(self)
        self.rows = CommandRows()
        self.list = QListView()
        self.list.setModel(self.rows)
        self._delegate = CommandDelegate(theme)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Commands"))
        self.list.clicked.connect(lambda _index: self._do())
        self.field.textChanged.connect(self._filter)
        self.field.returnPressed.connect(self._do)
        layout = column(self, STEP, STEP)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)

    def show_all(self) -> None:
        """Opens over the window with all that can be done now."""
        self._all = [command for command in commands_of(self._bar) if command.keys != KEYS]
        self.field.clear()
        self._filter()
        middle = self._under.mapToGlobal(self._under.rect().topLeft())
        self.move(middle.x() + (self._under.width() - self.width()) // 2, middle.y() + FROM_TOP)
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See Qt. Arrows move in the list while the field has the keyboard."""
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            moves = event.key() in MOVES
            return self.list.event(event) if moves else super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _filter(self) -> None:
        self.rows.show_commands(matching(self._all, self.field.text()))
        self.list.setCurrentIndex(self.rows.index(0))

    def _do(self) -> None:
        command = self.list.currentIndex().data(CommandRows.COMMAND)
        if isinstance(command, Command):
            self.hide()
            command.action.trigger()
