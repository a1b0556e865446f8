"""Icons from the SVG files in ``icons``, in the colours of the theme."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from pincite.settings import data_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from pincite.gui.theme import Theme

SIZES = (16, 20, 24, 32, 48)
APP_SIZES = (16, 24, 32, 48, 64, 128, 256)


@cache
def _source(name: str) -> str:
    return (data_folder("icons") / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: QColor | None, size: int, ratio: float = 1.0) -> QPixmap:
    """Draws an icon.

    Args:
        name: The file in ``icons``, without its ending: “actions/add”.
        colour: What ``currentColor`` stands for; None for a picture that has its own colours.
        size: Width and height in device-independent pixels.
        ratio: Device pixels for each of them.
    """
    return _drawn(_renderer(name, colour), size, ratio)


def _renderer(name: str, colour: QColor | None) -> QSvgRenderer:
    source = _source(name) if colour is None else _source(name).replace("currentColor", colour.name())
    return QSvgRenderer(QByteArray(source.encode()))


def _drawn(renderer: QSvgRenderer, size: int, ratio: float = 1.0) -> QPixmap:
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


def action_icon(name: str, theme: Theme, colour: str = "text") -> QIcon:
    """An icon for a button, in a colour of the theme and muted where the button is disabled. Drawn once for each theme."""
    if (name, colour) not in theme.icons:
        icon = QIcon()
        for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "disabled")):
            renderer = _renderer(f"actions/{name}", theme.colour(shade))
            for size in SIZES:
                icon.addPixmap(_drawn(renderer, size), mode)
        theme.icons[name, colour] = icon
    return theme.icons[name, colour]


def app_icon() -> QIcon:
    """The icon of Pincite."""
    icon = QIcon()
    for size in APP_SIZES:
        icon.addPixmap(pixmap("pincite", None, size))
    return icon
