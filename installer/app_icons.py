"""Draws the app icon in the formats of the platforms: ``.ico`` for Windows, ``.icns`` for macOS, PNG for Linux.

Run ``python installer/app_icons.py`` in the environment of the tests after changing ``icons/pincite.svg``; what it writes to
``icons/app/`` is kept beside the sources, so that a package can be built where there is no Qt.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "icons"

ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512}
"""Types of an icns file that hold a PNG, with its size in pixels (Apple, "icns" of the Icon Services)."""
PNG_SIZES = (16, 32, 48, 128, 256, 512)
"""Folders of the icon theme of freedesktop.org that desktops look in."""


def png(svg: bytes, size: int) -> bytes:
    """The picture in a square of so many pixels, as PNG."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon for Windows of PNGs by their sizes: a directory of 16 bytes an entry, then the pictures."""
    offset = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset + len(body))
        body += picture
    return head + body


def icns(pictures: dict[str, bytes]) -> bytes:
    """An icon for macOS of PNGs by their types: each behind its type and its length, which counts these eight bytes."""
    body = b"".join(kind.encode("ascii") + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def files() -> dict[str, bytes]:
    """What belongs into ``icons/app/``, by file name."""
    svg = (ICONS / "pincite.svg").read_bytes()
    made = {f"pincite-{size}.png": png(svg, size) for size in PNG_SIZES}
    made["pincite.ico"] = ico({size: png(svg, size) for size in ICO_SIZES})
    made["pincite.icns"] = icns({kind: png(svg, size) for kind, size in ICNS_TYPES.items()})
    return made


if __name__ == "__main__":
    folder = ICONS / "app"
    folder.mkdir(exist_ok=True)
    for name, data in files().items():
        (folder / name).write_bytes(data)
