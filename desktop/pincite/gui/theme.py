"""Colours and style of the window, light and dark. Knows no widget of ours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from pincite.domain import CollectionColour
from pincite.gui.appearance import Appearance, Contrast
from pincite.settings import data_folder

STEP = 8
"""All distances are multiples of this many pixels, or half of it."""

HEADING = 13
"""Points of a heading, before the text is scaled."""


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
LIGHT_CONTRAST = Colours(
    window="#ffffff",
    surface="#ffffff",
    desk="#e9e9e9",
    border="#000000",
    text="#000000",
    muted="#262626",
    disabled="#595959",
    accent="#003d99",
    on_accent="#ffffff",
    selected="#cfe0ff",
    chip="#dce8ff",
    on_chip="#002766",
    good="#004d1a",
    weak="#523600",
    bad="#8f0000",
    warning="#fff3c2",
    failure="#ffe1de",
)
DARK_CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    desk="#1a1a1a",
    border="#ffffff",
    text="#ffffff",
    muted="#e0e0e0",
    disabled="#a6a6a6",
    accent="#9dc3ff",
    on_accent="#000000",
    selected="#12305c",
    chip="#16345f",
    on_chip="#e6f0ff",
    good="#8ff0b3",
    weak="#ffd47a",
    bad="#ffb3ab",
    warning="#332600",
    failure="#3d0a06",
)
MARKER = QColor(255, 214, 64)
"""The highlight on a page; multiplied with the paper, so that the words stay black in both schemes."""

COLLECTIONS = {
    CollectionColour.BLUE: ("#2f6fc4", "#82b1ff"),
    CollectionColour.GREEN: ("#2a8a51", "#72d19a"),
    CollectionColour.YELLOW: ("#a37b00", "#e3c44f"),
    CollectionColour.ORANGE: ("#c0561b", "#f2a065"),
    CollectionColour.RED: ("#c23b32", "#ff9389"),
    CollectionColour.PURPLE: ("#8250b8", "#c8a2f2"),
    CollectionColour.GREY: ("#6b7178", "#a3a9b2"),
}
"""The colours of collections, in the light and in the dark scheme: 3:1 against the window at least."""

_SHEET = Template("""
* { outline: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $border; padding: 4px 6px; }
QLabel[role="title"] { font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
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
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:pressed { background: $chip; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 4px 13px; }
QPushButton[role="primary"]:disabled { background: $border; color: $muted; border: 1px solid $border; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 4px 6px; }
QPushButton[role="link"]:hover { background: $selected; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 3px 5px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; color: $text; }
QToolButton:hover { background: $selected; }
QToolButton:focus { border: 2px solid $accent; padding: 4px; }
QToolButton::menu-indicator { image: none; }
QToolButton:checked { background: $chip; }
QToolButton:disabled { color: $muted; }
QToolButton:checked { background: $selected; }
QToolButton[role="go"] { background: $accent; border: 1px solid $accent; }
QToolButton[role="go"]:focus { border: 2px solid $text; }
QToolButton[role="go"]:disabled { background: transparent; border: 1px solid transparent; }
QToolButton[role="turn"] { text-align: left; padding: 5px; }
QToolButton[role="turn"]:checked { background: transparent; font-weight: 600; }
QToolButton[role="segment"] { padding: 4px 12px; color: $muted; margin: 2px; border-radius: 5px; }
QToolButton[role="segment"]:checked { background: $surface; color: $text; border: 1px solid $border; }
QToolButton[role="segment"]:focus { border: 2px solid $accent; padding: 3px 11px; }
QLineEdit, QComboBox { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 4px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QCheckBox, QRadioButton { color: $text; border: 2px solid transparent; border-radius: 4px; padding: 2px; spacing: 8px; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; background: $surface; border: 1px solid $muted; }
QCheckBox::indicator { border-radius: 3px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked { background: $accent; border: 1px solid $accent; image: url("$tick"); }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $on_accent; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $accent; }
QDialog { background: $window; }
QDialog[role="palette"] { background: $surface; border: 1px solid $border; }
QListWidget[role="settings"] { background: $window; border: none; padding: 8px; }
QListWidget[role="settings"]::item { padding: 8px; border-radius: 6px; border: 2px solid transparent; }
QListWidget[role="settings"]::item:selected { background: $selected; color: $text; }
QListWidget[role="settings"]::item:selected:focus { border: 2px solid $accent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$arrow"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $text; border: 1px solid $border;
    selection-background-color: $selected; selection-color: $text; padding: 4px; }
QPlainTextEdit[role="question"], QTextBrowser[role="answer"] { background: transparent; border: none; color: $text;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit[role="note"] { background: $surface; color: $text; border: 1px solid $border; border-radius: 6px;
    padding: 2px; selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit[role="note"]:focus { border: 1px solid $accent; }
QTabBar { background: $window; }
QTabBar::tab { background: $window; color: $muted; border: none; border-right: 1px solid $border;
    border-bottom: 1px solid $border; padding: 7px 6px 7px 14px; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { background: $surface; color: $text; border-bottom: 2px solid $accent; }
QListView { background: transparent; border: none; color: $text; }
QScrollArea, QWidget#qt_scrollarea_viewport, QWidget[role="plain"] { background: transparent; border: none; }
QProgressBar { background: $desk; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
QSplitter::handle { background: $border; }
QStatusBar { min-height: 26px; background: $window; color: $muted; border-top: 1px solid $border; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: $muted; }
QPushButton[role="status"] { background: transparent; border: 1px solid transparent; color: $muted; padding: 1px 6px; }
QPushButton[role="status"]:hover { background: $selected; color: $text; }
QPushButton[role="status"]:focus { border: 2px solid $accent; padding: 0px 5px; }
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
    """The colours and the size of text in use. Follows the system in what the user has not chosen.

    Signals:
        changed: other colours are in force; icons and what is painted by hand must be made anew.
    """

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance | Qt.ColorScheme = Qt.ColorScheme.Unknown) -> None:
        super().__init__(app)
        self._app = app
        self.appearance = appearance if isinstance(appearance, Appearance) else Appearance(appearance)
        """What the user has chosen."""
        self.icons: dict[tuple[str, str], QIcon] = {}
        """Icons in the colours in force, by name and colour; kept by :mod:`pincite.gui.icons`."""
        self._points = app.font().pointSizeF()
        app.setStyle(QStyleFactory.create("Fusion"))
        self._style = app.styleHints()  # kept, since what belongs to it is gone with the wrapper
        self._style.colorSchemeChanged.connect(self._follow_scheme)
        self._hints = self._style.accessibility() if hasattr(self._style, "accessibility") else None  # Qt 6.10
        if self._hints is not None:
            self._hints.contrastPreferenceChanged.connect(self._follow_contrast)
        self._apply()

    @property
    def chosen(self) -> Qt.ColorScheme:
        """The scheme that the user chose; ``Unknown`` follows the system."""
        return self.appearance.scheme

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in force."""
        scheme = self.chosen
        if scheme is Qt.ColorScheme.Unknown:
            scheme = self._app.styleHints().colorScheme()
        return scheme is Qt.ColorScheme.Dark

    @property
    def high_contrast(self) -> bool:
        """Whether the contrast is high: chosen, or preferred by the system."""
        if self.appearance.contrast is Contrast.SYSTEM:
            return self._hints is not None and self._hints.contrastPreference() is Qt.ContrastPreference.HighContrast
        return self.appearance.contrast is Contrast.HIGH

    @property
    def colours(self) -> Colours:
        """The colours in force."""
        if self.high_contrast:
            return DARK_CONTRAST if self.dark else LIGHT_CONTRAST
        return DARK if self.dark else LIGHT

    def use(self, appearance: Appearance) -> None:
        """Looks as the user has chosen from now on."""
        self.appearance = appearance
        self._apply()
        self.changed.emit()

    def choose(self, scheme: Qt.ColorScheme) -> None:
        """Uses the light or the dark scheme, or follows the system (``Unknown``)."""
        self.use(replace(self.appearance, scheme=scheme))

    def colour(self, name: str) -> QColor:
        """A colour of the scheme by its name in :class:`Colours`."""
        return QColor(getattr(self.colours, name))

    def collection_colour(self, colour: CollectionColour) -> QColor:
        """The colour of a collection, to be seen on the window's ground in this scheme."""
        return QColor(COLLECTIONS[colour][self.dark])

    def _follow_scheme(self) -> None:
        if self.chosen is Qt.ColorScheme.Unknown:
            self.use(self.appearance)

    def _follow_contrast(self) -> None:
        if self.appearance.contrast is Contrast.SYSTEM:
            self.use(self.appearance)

    def _apply(self) -> None:
        self.icons.clear()
        self._app.setPalette(self._palette())
        icons = data_folder("icons") / "actions"
        arrow = (icons / "arrow-down.svg").as_posix()
        tick = (icons / f"tick-{'black' if self.dark else 'white'}.svg").as_posix()
        font = self._app.font()
        font.setPointSizeF(self._points * self.appearance.scale / 100)
        self._app.setFont(font)
        heading = round(HEADING * self.appearance.scale / 100, 1)
        self._app.setStyleSheet(_SHEET.substitute(vars(self.colours), arrow=arrow, tick=tick, heading=heading))

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
