"""Puts the pages of the settings together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.gui.settings_answers import AnswersPage
from pincite.gui.settings_appearance import AppearancePage
from pincite.gui.settings_dialog import SettingsDialog
from pincite.gui.settings_models import ModelsPage
from pincite.gui.settings_privacy import PrivacyPage
from pincite.gui.settings_storage import StoragePage

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from pincite.gui.main_window import MainWindow
    from pincite.gui.settings_page import SettingsPage
    from pincite.gui.theme import Theme


def settings_of(window: MainWindow, theme: Theme, memory: QSettings) -> SettingsDialog:
    """The dialog with all pages, made when it is first wanted."""
    storage = StoragePage(window.bridge, window.shelf)
    storage.library_wanted.connect(window.library_wanted)
    pages: list[tuple[str, SettingsPage, str]] = [
        ("Models", ModelsPage(window.bridge, window.shelf, window.downloads), "model"),
        ("Answers", AnswersPage(window.bridge), "ask"),
        ("Appearance", AppearancePage(theme, memory), "appearance"),
        ("Privacy", PrivacyPage(window.network, theme), "shield"),
        ("Storage", storage, "disk"),
    ]
    return SettingsDialog(pages, theme, window)
