"""How the window looks, as it was chosen and is remembered: colours, contrast, size of text, language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from pincite.gui.translation import LANGUAGES

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

SCHEME = "window/appearance"
CONTRAST = "window/contrast"
SCALE = "window/text"
LANGUAGE = "window/language"
SCALES = (90, 100, 115, 130, 150, 175, 200)
"""Sizes of text, in percent of the system's."""


class Contrast(StrEnum):
    """How strong the contrast is."""

    SYSTEM = "system"
    NORMAL = "normal"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the user has chosen. ``Unknown`` and ``SYSTEM`` follow the system; ``scale`` is one of ``SCALES``.

    ``language`` is one of ``LANGUAGES``, or "" for the system's; another one is spoken from the next start on.
    """

    scheme: Qt.ColorScheme = Qt.ColorScheme.Unknown
    contrast: Contrast = Contrast.SYSTEM
    scale: int = 100
    language: str = ""

    @classmethod
    def remembered(cls, memory: QSettings) -> Appearance:
        """What was chosen in an earlier run; what cannot be understood, since somebody edited the file, is as by default."""
        plain = cls()
        schemes = {str(scheme.value): scheme for scheme in (plain.scheme, Qt.ColorScheme.Light, Qt.ColorScheme.Dark)}
        contrast, scale = str(memory.value(CONTRAST, plain.contrast)), str(memory.value(SCALE, plain.scale))
        language = str(memory.value(LANGUAGE, plain.language))
        return cls(
            schemes.get(str(memory.value(SCHEME, plain.scheme.value)), plain.scheme),
            Contrast(contrast) if contrast in list(Contrast) else plain.contrast,
            int(scale) if scale in map(str, SCALES) else plain.scale,
            language if language in LANGUAGES else plain.language,
        )

    def remember(self, memory: QSettings) -> None:
        """Keeps it for the next run."""
        memory.setValue(SCHEME, self.scheme.value)
        memory.setValue(CONTRAST, self.contrast.value)
        memory.setValue(SCALE, self.scale)
        memory.setValue(LANGUAGE, self.language)

    def step(self, by: int) -> int:
        """The next larger (1) or smaller (-1) size of text; the same one at the end."""
        at = SCALES.index(self.scale) + by
        return SCALES[min(max(at, 0), len(SCALES) - 1)]
