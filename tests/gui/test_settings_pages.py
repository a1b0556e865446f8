"""The settings: models, answers, appearance, privacy, storage; and the commands that lead to them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QTextEdit, QWidget
from scenes import GENERATOR, STATUS, library
from scripted_engine import ScriptedEngine
from settings_scenes import DISK, EMBEDDER, LARGE, LEAK, QUIET, SMALL, USED, replies

from pincite.answerable import Caution
from pincite.events import Progress, Stage
from pincite.gui.appearance import Appearance, Contrast
from pincite.gui.command_palette import commands_of, matching
from pincite.gui.settings_answers import AnswersPage
from pincite.gui.settings_models import ModelRow, ModelsPage
from pincite.gui.settings_page import SettingsPage
from pincite.gui.settings_privacy import PrivacyPage
from pincite.gui.settings_storage import StoragePage
from pincite.gui.theme import DARK_CONTRAST, LIGHT, LIGHT_CONTRAST
from pincite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow
    from pincite.gui.network_state import NetworkState
    from pincite.gui.theme import Theme


Page = TypeVar("Page", bound=SettingsPage)


@pytest.fixture
def engine() -> ScriptedEngine:
    """An engine that knows what the settings ask for."""
    return ScriptedEngine(library() | replies())


@pytest.fixture(autouse=True)
def _plain_text(theme: Theme) -> Iterator[None]:
    """The size of text belongs to the application, not to one theme."""
    yield
    theme.use(Appearance())


def page(window: MainWindow, kind: type[Page], title: str) -> Page:
    """Opens a page of the settings."""
    window.open_settings(title)
    assert window.settings is not None
    shown = window.settings.stack.currentWidget()
    assert isinstance(shown, kind)
    return shown


def row_of(models: ModelsPage, name: str) -> ModelRow:
    return next(row for row in models.rows if row.model.name == name)


# --- models ----------------------------------------------------------------------------------------------------------


def test_models_are_listed_with_what_can_be_done_with_them(window: MainWindow, qtbot: QtBot) -> None:
    models = page(window, ModelsPage, "Models")
    assert row_of(models, GENERATOR.name).state.text().startswith("In use")
    assert not row_of(models, GENERATOR.name).get_button.isVisible()
    assert row_of(models, SMALL.name).get_button.text() == "Resume"
    assert "paused at 120 MB" in row_of(models, SMALL.name).state.text()
    assert row_of(models, LARGE.name).get_button.text() == "Get"
    qtbot.waitUntil(lambda: "writes 14 tokens a second" in models.machine.text())
    assert "CPU, 8 cores" in models.machine.text()


def test_a_download_is_paused_resumed_and_put_to_use(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    row = row_of(page(window, ModelsPage, "Models"), SMALL.name)
    row.get_button.click()
    engine.say(engine.last("get_model"), Progress(Stage.DOWNLOADING, 245_700_032, SMALL.size, SMALL.name))
    assert row.bar.value() == 500
    assert row.state.text().startswith("246 MB of 491 MB")
    row.pause_button.click()
    qtbot.waitUntil(lambda: row.get_button.isVisible())
    row.get_button.click()
    assert engine.count("get_model") == 2
    engine.finish(engine.last("get_model"))
    assert engine.last("use_model").arguments == {"name": SMALL.name}


def test_a_download_that_fails_says_why(window: MainWindow, engine: ScriptedEngine) -> None:
    models = page(window, ModelsPage, "Models")
    row_of(models, LARGE.name).get_button.click()
    engine.fail(engine.last("get_model"), "There is not enough space on the disk.", "Free 5 GB.")
    assert models.failure.text() == f"{LARGE.name}: There is not enough space on the disk. Free 5 GB."
    assert models.failure.isVisible()
    row_of(models, SMALL.name).get_button.click()
    assert models.failure.isVisible()
    row_of(models, LARGE.name).get_button.click()
    assert not models.failure.isVisible()


def test_an_installed_model_is_put_to_use(open_window: OpenWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    other = replace(EMBEDDER, name="bge-small-en-v1.5", chosen=False)
    engine.replies["models"] = lambda _arguments: [GENERATOR, EMBEDDER, other]
    models = page(open_window(engine), ModelsPage, "Models")
    row_of(models, other.name).use_button.click()
    assert engine.last("use_model").arguments == {"name": other.name}
    qtbot.waitUntil(models.gpu.isChecked)
    models.gpu.click()
    assert engine.last("configure").arguments == {"gpu": False}


# --- answers and appearance ------------------------------------------------------------------------------------------


def test_how_cautious_answers_are_is_chosen_with_what_it_costs(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    engine.replies["choices"] = lambda _arguments: Settings(caution="eager")
    answers = page(window, AnswersPage, "Answers")
    qtbot.waitUntil(answers.choices[Caution.EAGER].isChecked)
    answers.choices[Caution.CAUTIOUS].click()
    assert engine.last("configure").arguments == {"caution": "cautious"}
    told = {caution: choice.accessibleDescription() for caution, choice in answers.choices.items()}
    assert told[Caution.CAUTIOUS].startswith("Misses about 1 answer in 9; hardly ever answers a question")
    assert told[Caution.EAGER].startswith("Misses about 1 answer in 28; answers about 1 in 5 questions")


def test_contrast_and_size_of_text_take_effect_and_are_remembered(
    open_window: OpenWindow, engine: ScriptedEngine, theme: Theme, tmp_path: Path
) -> None:
    memory = tmp_path / "look.ini"
    window = open_window(engine, memory=memory)
    points = window.font().pointSizeF()
    actions = {action.text().replace("&", ""): action for action in window.findChildren(QAction)}
    actions["High contrast"].trigger()
    assert theme.colours is LIGHT_CONTRAST
    actions["Dark"].trigger()
    assert theme.colours is DARK_CONTRAST
    actions["Larger text"].trigger()
    assert window.font().pointSizeF() == pytest.approx(1.15 * points)
    kept = Appearance.remembered(QSettings(str(memory), QSettings.Format.IniFormat))
    assert kept == Appearance(Qt.ColorScheme.Dark, Contrast.HIGH, 115)


def test_the_menu_ticks_what_is_chosen_in_the_settings(window: MainWindow, theme: Theme) -> None:
    actions = {action.text().replace("&", ""): action for action in window.findChildren(QAction)}
    assert actions["Follow the system"].isChecked()
    theme.use(Appearance(Qt.ColorScheme.Dark, Contrast.HIGH))
    shown = ("Follow the system", "Light", "Dark", "High contrast")
    assert [name for name in shown if actions[name].isChecked()] == ["Dark", "High contrast"]


@pytest.mark.parametrize("written", ["purple", "", "12"])
def test_what_somebody_wrote_into_the_memory_by_mistake_is_ignored(tmp_path: Path, written: str) -> None:
    memory = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    for key in ("window/appearance", "window/contrast", "window/text"):
        memory.setValue(key, written)
    assert Appearance.remembered(memory) == Appearance()


def test_the_ends_of_the_sizes_are_ends() -> None:
    assert Appearance(scale=200).step(1) == 200
    assert Appearance(scale=90).step(-1) == 90


def test_the_contrast_follows_the_system(theme: Theme, qtbot: QtBot) -> None:
    assert theme.colours is LIGHT
    hints = theme._hints
    if hints is None:
        pytest.skip("this Qt does not tell the contrast")
    with qtbot.waitSignal(theme.changed):
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    theme.use(Appearance(contrast=Contrast.NORMAL))
    with qtbot.assertNotEmitted(theme.changed):
        hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)


# --- privacy ---------------------------------------------------------------------------------------------------------


def test_the_network_was_never_used_is_said_only_when_the_engine_says_so(
    open_window: OpenWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    del engine.replies["network.report"]
    window = open_window(engine)
    assert window.status.network.text() == "Network: …"
    engine.finish(engine.last("network.report"), QUIET)
    assert window.status.network.text() == "Network: never used"
    window.status.network.click()
    assert window.settings is not None
    privacy = window.settings.stack.currentWidget()
    assert isinstance(privacy, PrivacyPage)
    assert privacy.state.text().startswith("Pincite has not used the network since")


def test_each_use_of_the_network_is_named(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    privacy = page(window, PrivacyPage, "Privacy")
    engine.replies["network.report"] = lambda _arguments: USED
    window.network.refresh()
    qtbot.waitUntil(lambda: f"for fetching the model {SMALL.name}, as you asked" in privacy.state.text())
    assert window.status.network.text() == "Network: used as you asked"
    engine.replies["network.report"] = lambda _arguments: LEAK
    engine.die()  # what the engine that died has used is not forgotten
    qtbot.waitUntil(lambda: "203.0.113.7, which you did not ask for" in privacy.state.text())
    assert f"for fetching the model {SMALL.name}, as you asked" in privacy.state.text()
    assert window.status.network.text() == "Network: used unasked"


def test_the_window_counts_its_own_connections_too(window: MainWindow) -> None:
    state: NetworkState = window.network
    state._network.note("203.0.113.9")
    assert [use.what for use in state.uses] == ["203.0.113.9"]


# --- storage ---------------------------------------------------------------------------------------------------------


def test_what_the_library_takes_is_shown_and_cleaned_up(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    storage = page(window, StoragePage, "Storage")
    qtbot.waitUntil(lambda: storage.sizes["files"].text() == "81 MB")
    assert storage.sizes["copies"].text() == "none"
    assert storage.waste.text().startswith("12 MB belong to no document any more.")
    storage.clean_button.click()
    engine.replies["storage.use"] = lambda _arguments: replace(DISK, waste=0)
    engine.finish(engine.last("storage.clean_up"), 12_400_000)
    assert storage.said.text() == "12 MB freed."
    qtbot.waitUntil(lambda: storage.waste.text().startswith("Cleaning up"))


def test_a_backup_shows_how_far_it_is_and_can_be_stopped(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    storage = page(window, StoragePage, "Storage")
    storage.back_up("/backups/mine.zip")
    engine.say(engine.last("storage.back_up"), Progress(Stage.EXPORTING, 40_000_000, 160_000_000, "mine.zip"))
    assert storage.bar.value() == 250
    assert storage.said.text().startswith("Backing up: 40 MB of 160 MB")
    assert not storage.restore_button.isEnabled()
    storage.stop_button.click()
    qtbot.waitUntil(lambda: storage.said.text() == "Stopped.")
    assert storage.restore_button.isEnabled()
    storage.back_up("/backups/mine.zip")
    engine.finish(engine.last("storage.back_up"))
    assert storage.said.text() == "The backup is in /backups/mine.zip."


def test_no_backup_is_begun_while_the_library_is_cleaned_up(window: MainWindow, engine: ScriptedEngine) -> None:
    storage = page(window, StoragePage, "Storage")
    storage.clean_button.click()
    assert not storage.back_up_button.isEnabled()
    engine.finish(engine.last("storage.clean_up"), 0)
    assert storage.back_up_button.isEnabled()
    assert storage.said.text() == "There was nothing to free; the library is in order."


def test_a_backup_is_restored_beside_the_library_and_then_used(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    storage = page(window, StoragePage, "Storage")
    storage.restore("/backups/mine.zip")
    folder = Path(engine.last("storage.restore").arguments["folder"])
    assert folder.parent == Path(STATUS.location).parent
    assert folder.name.startswith("mine restored ")
    engine.finish(engine.last("storage.restore"))
    with qtbot.waitSignal(window.library_wanted) as wanted:
        storage.open_button.click()
    assert wanted.args == [folder]


def test_another_library_is_opened_by_another_engine(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.ask.box.setPlainText("Who pays?")
    window.ask.ask()
    other = ScriptedEngine(library([]) | replies())
    window.bridge.switch(other)
    assert engine.stopped == 1
    assert not window.ask.busy
    qtbot.waitUntil(lambda: window.shelf.documents == [])


# --- commands and keys -----------------------------------------------------------------------------------------------


def test_every_command_is_found_by_its_name_with_its_keys(window: MainWindow) -> None:
    commands = commands_of(window.menuBar())
    assert len(commands) > 30
    (settings,) = matching(commands, "settings")
    assert settings.menu == "File"
    zoom = matching(commands, "in zoom")[0]
    assert (zoom.name, zoom.keys) == ("Zoom in", "Ctrl++")
    assert matching(commands, "f")[0].name.startswith("F")
    assert matching(commands, "no such thing") == []


def test_the_palette_is_used_with_the_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    palette = window.menus.palette
    palette.show_all()
    qtbot.keyClicks(palette.field, "appearance")
    shown = [command.name for command in palette.rows.commands]
    assert shown == ["Follow the system", "Light", "Dark", "High contrast"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window._theme.chosen is Qt.ColorScheme.Dark


def test_no_keys_are_given_to_two_commands(window: MainWindow) -> None:
    keys = [command.keys for command in commands_of(window.menuBar()) if command.keys]
    assert sorted(keys) == sorted(set(keys))


def unnamed(top: QWidget) -> list[QWidget]:
    """What can be used with the keyboard, but has neither words nor a name for screen readers."""
    kinds = (QAbstractButton, QAbstractItemView, QLineEdit, QComboBox, QTextEdit)
    return [
        widget
        for widget in top.findChildren(QWidget)
        if isinstance(widget, kinds)
        and not isinstance(widget, QHeaderView)  # parts of trees, which show none
        and not widget.accessibleName()
        and not (widget.text() if isinstance(widget, QAbstractButton) else "")
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QComboBox | QLineEdit)  # parts of them, which Qt names
        and not (widget.parent() and isinstance(widget.parent().parent(), QComboBox))
    ]


def test_everything_that_can_be_used_has_a_name(window: MainWindow) -> None:
    assert unnamed(window) == []
    for title in ("Models", "Answers", "Appearance", "Privacy", "Storage"):
        window.open_settings(title)
    assert window.settings is not None
    assert unnamed(window.settings) == []
    assert unnamed(window.menus.palette) == []
