"""Colours and style of the window, light and dark. Knows no widget of ours."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from pincite.settings import data_folder

STEP = 8
"""All distances are multiples of this many pixels, or half of it."""


@dataclass(frozen=True)
class Colours:
    """The colours of one scheme, as ``#rrggbb``."""

    window: str  # behind everything
    surface: str  # where text is read and written
    desk: str  # behind pages
    border: str
    text: str
    muted: str
    disabled: str  # icons that cannot be pressed
    accent: str
    on_accent: str
    selected: str
    chip: str
    on_chip: str
    good: str
    weak: str
    bad: str
    warning: str  # background of a notice
    failure: str  # background of a failure


LIGHT = Colours(
    window="#f5f5f2",
    surface="#ffffff",
    desk="#e6e6e1",
    border="#d9d8d2",
    text="#1d2126",
    muted="#5c636d",
    disabled="#a7abb2",
    accent="#24559f",
    on_accent="#ffffff",
    selected="#e3ebf7",
    chip="#e6edf8",
    on_chip="#1d4788",
    good="#1a7340",
    weak="#855800",
    bad="#b3261e",
    warning="#fdf4dc",
    failure="#fcebe9",
)
DARK = Colours(
    window="#1d1f22",
    surface="#26282c",
    desk="#151619",
    border="#3b3e44",
    text="#e7e8ea",
    muted="#a3a9b2",
    disabled="#666b74",
    accent="#82b1ff",
    on_accent="#0e1d36",
    selected="#303c50",
    chip="#2d3b53",
    on_chip="#bdd5ff",
    good="#72d19a",
    weak="#e7b95c",
    bad="#ff9389",
    warning="#3a3222",
    failure="#38282a",
)
MARKER = QColor(255, 214, 64)
"""The highlight on a page; multiplied with the paper, so that the words stay black in both schemes."""

_SHEET = Template("""
* { outline: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 6px; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="heading"] { font-size: 13pt; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="bad"] { color: $bad; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[role="warning"] { background: $warning; border: 1px solid $border; border-radius: 8px; }
QFrame[role="failure"] { background: $failure; border: 1px solid $border; border-radius: 8px; }
QFrame[role="field"] { background: $surface; border: 1px solid $border; border-radius: 8px; }
QFrame[role="field"][focused="true"] { border: 1px solid $accent; }
QFrame[role="switch"] { background: $desk; border: none; border-radius: 6px; }
QWidget[role="paper"] { background: $surface; }
QFrame[role="rule"] { background: $border; border: none; }
QPushButton { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px; padding: 5px 14px; }
QPushButton:hover { background: $selected; }
QPushButton:focus { border: 1px solid $accent; }
QPushButton:pressed { background: $chip; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:focus { border: 1px solid $text; }
QPushButton[role="primary"]:disabled { background: $border; color: $muted; border: 1px solid $border; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 6px; }
QPushButton[role="link"]:hover { background: $selected; }
QPushButton[role="link"]:focus { border: 1px solid $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; color: $text; }
QToolButton:hover { background: $selected; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton:disabled { color: $muted; }
QToolButton[role="go"] { background: $accent; border: 1px solid $accent; }
QToolButton[role="go"]:focus { border: 1px solid $text; }
QToolButton[role="go"]:disabled { background: transparent; border: 1px solid transparent; }
QToolButton[role="segment"] { padding: 4px 12px; color: $muted; margin: 2px; border-radius: 5px; }
QToolButton[role="segment"]:checked { background: $surface; color: $text; border: 1px solid $border; }
QToolButton[role="segment"]:focus { border: 1px solid $accent; }
QLineEdit, QComboBox { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 4px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus { border: 1px solid $accent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border;
    selection-background-color: $selected; selection-color: $text; padding: 4px; }
QPlainTextEdit[role="question"], QTextBrowser[role="answer"] { background: transparent; border: none; color: $text;
    selection-background-color: $accent; selection-color: $on_accent; }
QListView { background: transparent; border: none; color: $text; }
QScrollArea, QWidget#qt_scrollarea_viewport, QWidget[role="plain"] { background: transparent; border: none; }
QProgressBar { background: $desk; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: $border; }
QStatusBar { min-height: 26px; background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; }
QMenuBar { background: $window; color: $text; border-bottom: 1px solid $border; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 8px; border-radius: 4px; }
QMenuBar::item:selected { background: $selected; }
QMenu { background: $surface; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $border; border-radius: 4px; min-height: 32px; min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
    width: 0; height: 0; }
""")


class Theme(QObject):
    """The scheme in use. Follows the system until the user chooses one.

    Signals:
        changed: other colours are in force; icons and what is painted by hand must be made anew.
    """

    changed = Signal()

    def __init__(self, app: QApplication, scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown) -> None:
        super().__init__(app)
        self._app = app
        self._chosen = scheme
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._apply()

    @property
    def chosen(self) -> Qt.ColorScheme:
        """What the user chose; ``Unknown`` follows the system."""
        return self._chosen

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        scheme = self._chosen
        if scheme is Qt.ColorScheme.Unknown:
            scheme = self._app.styleHints().colorScheme()
        return scheme is Qt.ColorScheme.Dark

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        return DARK if self.dark else LIGHT

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Uses the light or the dark scheme, or follows the system (``Unknown``)."""
        self._chosen = scheme
        self._apply()
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """A colour of the scheme by its name in :class:`Colours`."""
        return QColor(getattr(self.colours, name))

    def _follow(self) -> None:
        if self._chosen is Qt.ColorScheme.Unknown:
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._app.setPalette(self._palette())
        arrow = (data_folder("icons") / "actions" / "arrow-down.svg").as_posix()
        self._app.setStyleSheet(_SHEET.substitute(vars(self.colours), arrow=arrow))

    def _palette(self) -> QPalette:
        role = QPalette.ColorRole
        palette = QPalette()
        for target, name in (
            (role.Window, "window"),
            (role.Base, "surface"),
            (role.AlternateBase, "window"),
            (role.Button, "surface"),
            (role.ToolTipBase, "surface"),
            (role.WindowText, "text"),
            (role.Text, "text"),
            (role.ButtonText, "text"),
            (role.ToolTipText, "text"),
            (role.BrightText, "bad"),
            (role.PlaceholderText, "muted"),
            (role.Highlight, "accent"),
            (role.HighlightedText, "on_accent"),
            (role.Link, "accent"),
            (role.LinkVisited, "accent"),
            (role.Accent, "accent"),
            (role.Mid, "border"),
            (role.Dark, "border"),
            (role.Light, "surface"),
        ):
            palette.setColor(target, self.colour(name))
        for target in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, target, self.colour("muted"))
        return palette
