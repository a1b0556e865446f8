"""The language of the window's words and numbers. Holds no words; those are in ``resources/translations``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from pincite.errors import PinciteError
from pincite.settings import data_folder

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH = "en"
LANGUAGES = {ENGLISH: "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""The languages that the window speaks, by their codes and in their own words."""


def translate(context: str, text: str) -> str:
    """Words outside a widget; the context is the name of the module."""
    return QCoreApplication.translate(context, text)


class Counted:
    """Words with a number in them, which languages bend in ways of their own.

    They stand in the source as ``counted.tr("%Ln page(s)", None, number)``: lupdate takes them for such words only in a ``tr``,
    and what is before it for their context. The binding's own ``tr`` would not find them in a class that inherits from another.
    """

    def tr(self, text: str, meaning: str | None, number: int) -> str:
        """The words for a number, which stands in them at ``%Ln``. ``meaning`` tells apart the same text in two meanings."""
        return QCoreApplication.translate("counted", text, meaning, number)


counted = Counted()


class _Words(QTranslator):
    """The words of one file; a class of its own, so that those of the platform stay when the language changes."""


def install(app: QCoreApplication, language: str = "", folder: Path | None = None) -> str:
    """Lets the window speak a language, one of ``LANGUAGES``, or with "" the system's; to be called before widgets are made.

    Numbers and dates follow it too. What is not translated, or has no file in the folder, is in English.

    Returns:
        The code of the language.
    """
    for old in app.findChildren(_Words):
        app.removeTranslator(old)
        old.setParent(None)
    locale = QLocale(language) if language in LANGUAGES else QLocale.system()
    spoken = language if language in LANGUAGES else first_spoken(locale.uiLanguages())
    QLocale.setDefault(locale if QLocale(spoken).language() == locale.language() else QLocale(spoken))
    if folder is None:
        folder = translations()
    if folder is not None:
        _add(app, folder, f"pincite_{ENGLISH}")  # holds the plurals, in which the sources cannot be shown as they stand
    if spoken != ENGLISH:
        _add(app, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{spoken}")
        if folder is not None:
            _add(app, folder, f"pincite_{spoken}")  # the last one is asked first
    return spoken


def translations() -> Path | None:
    """The folder with the words of each language; None if it is not installed."""
    try:
        folder = data_folder("resources") / "translations"
    except PinciteError:
        return None
    return folder if folder.is_dir() else None


def first_spoken(wanted: list[str]) -> str:
    """The first language that the window speaks of those that the system names, such as “de-AT”; English if there is none."""
    codes = (name.replace("_", "-").split("-")[0] for name in wanted)
    return next((code for code in codes if code in LANGUAGES), ENGLISH)


def _add(app: QCoreApplication, folder: Path | str, name: str) -> None:
    words = _Words(app)
    if words.load(name, str(folder)):
        app.installTranslator(words)
