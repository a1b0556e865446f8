"""The app icon of each platform shows the same picture at each of its sizes, and is the one of the source."""

from __future__ import annotations

import importlib.util
import struct
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / "icons" / "app"


@pytest.fixture(scope="module")
def builder() -> Any:
    spec = importlib.util.spec_from_file_location("app_icons", ROOT / "installer" / "app_icons.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pictures(icon: bytes) -> Iterator[QImage]:
    """The pictures in an .ico or .icns file, read as the platforms do."""
    if icon[:4] == b"icns":
        assert struct.unpack(">I", icon[4:8])[0] == len(icon)
        at = 8
        while at < len(icon):
            length = struct.unpack(">I", icon[at + 4 : at + 8])[0]
            yield QImage.fromData(icon[at + 8 : at + length])
            at += length
        return
    _, kind, count = struct.unpack("<HHH", icon[:6])
    assert kind == 1
    for entry in range(count):
        side, *_, length, at = struct.unpack("<BBBBHHII", icon[6 + 16 * entry : 22 + 16 * entry])
        picture = QImage.fromData(icon[at : at + length])
        assert picture.width() == (side or 256)
        yield picture


def pixels(image: QImage) -> list[tuple[int, int, int, int]]:
    """The colours of a picture, 16 pixels wide and high."""
    small = image.scaled(16, 16, mode=Qt.TransformationMode.SmoothTransformation)
    return [small.pixelColor(x, y).getRgb() for y in range(16) for x in range(16)]  # type: ignore[misc]


def difference(one: QImage, other: QImage) -> float:
    """By how much the colours of two pictures differ on the mean, from 0 to 255."""
    pairs = [(a, b) for p, q in zip(pixels(one), pixels(other), strict=True) for a, b in zip(p, q, strict=True)]
    return sum(abs(a - b) for a, b in pairs) / len(pairs)


@pytest.mark.parametrize(("name", "sizes"), [("pincite.ico", "ICO_SIZES"), ("pincite.icns", "ICNS_TYPES")])
def test_every_size_of_an_icon_shows_the_same(builder: Any, name: str, sizes: str) -> None:
    wanted = getattr(builder, sizes)
    whole = QImage(str(KEPT / "pincite-256.png"))
    found = list(pictures((KEPT / name).read_bytes()))
    assert [image.width() for image in found] == list(wanted.values() if isinstance(wanted, dict) else wanted)
    assert all(image.height() == image.width() and difference(image, whole) < 12 for image in found)


def test_the_icons_are_those_of_the_source(builder: Any) -> None:
    made = builder.files()
    assert {file.name for file in KEPT.iterdir()} == set(made)
    for name in (name for name in made if name.endswith(".png")):  # another Qt may pack the same picture in other bytes
        assert difference(QImage.fromData(made[name]), QImage(str(KEPT / name))) < 2


def test_at_16_pixels_page_mark_and_ground_can_be_told_apart() -> None:
    seen = [colour[:3] for colour in pixels(QImage(str(KEPT / "pincite-16.png")))]
    for wanted in ("#ffffff", "#ffd640", "#24559f"):
        near = [max(abs(a - b) for a, b in zip(colour, QColor(wanted).getRgb()[:3], strict=True)) < 24 for colour in seen]
        assert sum(near) >= 10
