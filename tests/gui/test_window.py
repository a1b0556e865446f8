"""The window as a whole: a dying engine, models, colours, memory, and what it must not load."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QColor
from PySide6.QtWidgets import QApplication, QPushButton
from scenes import ANSWER, DOCUMENTS, GENERATOR, LEASE, QUESTION, STATUS, answering, library
from scripted_engine import ScriptedEngine

from pincite.engine import Failed
from pincite.events import FileFinished, Progress, Stage
from pincite.gui.appearance import Appearance
from pincite.gui.bridge import STARTS
from pincite.gui.crash_dialog import CrashDialog, show_bugs
from pincite.gui.icons import SIZES, action_icon, app_icon
from pincite.gui.model_banner import missing_words
from pincite.gui.theme import DARK, DARK_CONTRAST, LIGHT, LIGHT_CONTRAST, Colours, Theme
from pincite.reports import FileResult, FileStatus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow

ROOT = Path(__file__).parents[2]


def press(card: object, text: str) -> None:
    """Presses the button with these words."""
    next(button for button in card.findChildren(QPushButton) if button.text() == text).click()  # type: ignore[attr-defined]


def test_the_window_survives_the_death_of_its_engine_during_import_and_answer(
    window: MainWindow, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    window.add(["/docs/msa.pdf"])
    engine.say(engine.last("add"), Progress(Stage.READING, 12, 40, "msa.pdf"))
    qtbot.keyClicks(window.ask.box, QUESTION)
    qtbot.keyClick(window.ask.box, Qt.Key.Key_Return)
    engine.die()
    assert engine.lives == 2
    assert "stopped unexpectedly" in window.engine_notice.said[0]
    assert "Your library is safe" in window.engine_notice.said[1]
    assert engine.last("add").arguments["paths"] == ["/docs/msa.pdf"]
    assert engine.count("resume") == 1
    assert engine.count("ask") == 0
    assert window.imports.busy

    error = window.ask.view.error
    assert error.isVisible()
    press(error, "Try again")
    engine.say(engine.last("ask"), *answering(ANSWER))
    engine.finish(engine.last("ask"))
    assert engine.last("ask").arguments["question"] == QUESTION
    assert ANSWER.sentences[0].text in window.ask.view.text.toPlainText()


def test_an_open_page_is_rendered_by_the_new_engine(window: MainWindow, engine: ScriptedEngine, qtbot: QtBot) -> None:
    window.pages.open(LEASE.id, LEASE.title, 4)
    engine.die()
    qtbot.waitUntil(lambda: window.pages.images.image(4) is not None)


def test_an_engine_that_keeps_dying_can_be_started_by_hand(window: MainWindow, engine: ScriptedEngine) -> None:
    for _ in range(STARTS + 1):
        engine.die()
    assert engine.lives == 1 + STARTS
    assert "keeps stopping" in window.engine_notice.said[0]
    press(window.engine_notice, "Start again")
    assert engine.lives == 2 + STARTS
    assert not window.engine_notice.isVisible()


def test_a_library_that_cannot_be_opened_is_said_with_its_remedy(window: MainWindow, engine: ScriptedEngine) -> None:
    engine.refuse_library("The library is newer than this Pincite.", "Update Pincite.")
    assert window.engine_notice.said[0] == "The library is newer than this Pincite."
    assert window.engine_notice.said[1] == "Update Pincite."
    press(window.engine_notice, "Start again")
    assert engine.lives == 2


def test_a_notice_has_no_buttons_of_the_failure_before_it(window: MainWindow, engine: ScriptedEngine) -> None:
    def offered() -> list[str]:
        return [button.text() for button in window.notice.findChildren(QPushButton) if button.isVisible()]

    window.bridge.failed.emit(Failed(0, "Something went wrong in Pincite.", "", "Traceback: here"))
    assert offered() == ["Copy details"]
    window.add(["/docs/lease.pdf"])
    engine.say(engine.last("add"), FileFinished(FileResult("/docs/lease.pdf", FileStatus.UNCHANGED, "d1")))
    assert window.notice.isVisible()
    assert offered() == []


def test_a_missing_language_model_can_be_got_and_is_then_used(open_window: OpenWindow, qtbot: QtBot) -> None:
    engine = ScriptedEngine(library(DOCUMENTS, STATUS, replace(GENERATOR, installed=False)))
    window = open_window(engine)
    banner = window.model_banner
    assert banner.said[0] == missing_words("generator")
    press(banner, "Get Qwen2.5-Coder-1.5B (1.1 GB)")
    request = engine.last("get_model")
    assert request.arguments == {"name": GENERATOR.name}
    engine.say(request, Progress(Stage.DOWNLOADING, 279_330_192, GENERATOR.size, GENERATOR.name))
    assert banner.said[1].startswith("279 MB of 1.1 GB")
    assert banner.bar.value() == 250
    engine.replies |= library()
    engine.finish(request)
    assert engine.last("use_model").arguments == {"name": GENERATOR.name}
    engine.finish(engine.last("use_model"))
    qtbot.waitUntil(lambda: window.shelf.model_to_get() is None)
    assert not banner.isVisible()
    assert engine.count("resume") == 2  # at the start, and for what the new model makes possible


def test_the_model_of_meanings_is_offered_before_the_language_model(open_window: OpenWindow) -> None:
    missing = replace(GENERATOR, installed=False)
    embedder = replace(missing, name="all-MiniLM-L6-v2", role="embedder", size=90_900_000)
    engine = ScriptedEngine(library() | {"models": lambda _arguments: [missing, embedder]})
    banner = open_window(engine).model_banner
    assert banner.said[0] == missing_words("embedder")
    press(banner, "Get all-MiniLM-L6-v2 (91 MB)")
    assert engine.last("get_model").arguments == {"name": "all-MiniLM-L6-v2"}


def test_a_download_can_be_cancelled_or_fail_and_is_offered_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    engine = ScriptedEngine(library(DOCUMENTS, STATUS, replace(GENERATOR, installed=False)))
    banner = open_window(engine).model_banner
    press(banner, "Get Qwen2.5-Coder-1.5B (1.1 GB)")
    press(banner, "Pause")
    qtbot.waitUntil(lambda: engine.last("get_model").ended)
    assert banner.said[0] == missing_words("generator")
    press(banner, "Get Qwen2.5-Coder-1.5B (1.1 GB)")
    engine.fail(engine.last("get_model"), "There is not enough space on the disk.", "Free 1.1 GB.")
    assert banner.said[0] == "There is not enough space on the disk. Free 1.1 GB."


def test_the_status_bar_says_what_runs_and_what_is_missing(window: MainWindow) -> None:
    status = window.status
    assert status.models.text() == "qwen2.5-coder-1.5b-instruct  ·  CPU, 8 cores"
    assert "Orders passages: no model installed" in status.models.toolTip()
    assert STATUS.location in status.location.toolTip()
    assert "2 not read" in status.location.toolTip()
    assert status.meanings.text() == ""
    status.show_status(replace(STATUS, embedded=600, generator=""))
    assert status.meanings.text() == "64 passages found by words only"
    assert status.models.text().startswith("quotes only")


@pytest.mark.parametrize(
    ("scheme", "colours"), [(Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Dark, DARK)], ids=["light", "dark"]
)
def test_the_scheme_can_be_chosen_and_everything_is_painted_in_it(
    window: MainWindow, theme: Theme, scheme: Qt.ColorScheme, colours: Colours
) -> None:
    theme.choose(scheme)
    image = window.grab().toImage()
    ratio = image.devicePixelRatio()
    below = window.documents.mapTo(window, window.documents.rect().center()) * ratio
    paper = window.ask.mapTo(window, window.ask.rect().center()) * ratio
    assert image.pixelColor(below) == QColor(colours.window)
    assert image.pixelColor(paper.x(), paper.y() + 200) == QColor(colours.surface)
    icon = window.documents.add_button.icon().pixmap(16).toImage()
    assert icon.pixelColor(8, 8).name() == colours.text


def test_the_chosen_scheme_and_the_panes_are_remembered(
    open_window: OpenWindow, engine: ScriptedEngine, theme: Theme, tmp_path: Path
) -> None:
    memory = tmp_path / "remembered.ini"
    window = open_window(engine, memory=memory)
    window.resize(window.minimumSizeHint().width() + 200, 600)
    window.splitter.setSizes([300, 350, 400])
    panes = window.splitter.saveState()
    next(action for action in window.findChildren(QAction) if action.text() == "Dark").trigger()
    assert theme.dark
    window.close()
    remembered = QSettings(str(memory), QSettings.Format.IniFormat)
    again = open_window(ScriptedEngine(library()), memory=memory)
    assert again.height() == 600
    assert remembered.value("window/panes") == panes
    assert Appearance.remembered(remembered).scheme is Qt.ColorScheme.Dark


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()[:3]]  # type: ignore[index]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG 2.2 defines it, 1 to 21."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(
    ("colours", "least"),
    [(LIGHT, 4.5), (DARK, 4.5), (LIGHT_CONTRAST, 7.0), (DARK_CONTRAST, 7.0)],
    ids=["light", "dark", "light-contrast", "dark-contrast"],
)
def test_every_text_can_be_read_on_every_ground(colours: Colours, least: float) -> None:
    grounds = {"window", "surface", "selected", "warning", "failure"}
    pairs = [(text, ground) for text in ("text",) for ground in grounds | {"desk", "chip"}]
    pairs += [(text, ground) for text in ("muted", "good", "weak", "bad", "accent") for ground in ("window", "surface")]
    pairs += [("on_accent", "accent"), ("on_chip", "chip"), ("bad", "selected"), ("weak", "selected")]
    shown = {f"{text} on {ground}": contrast(getattr(colours, text), getattr(colours, ground)) for text, ground in pairs}
    assert {pair: ratio for pair, ratio in shown.items() if ratio < least} == {}
    assert {field.name for field in fields(Colours)} > grounds


def test_the_theme_follows_the_system_until_the_user_chooses(qapp: QApplication, theme: Theme, qtbot: QtBot) -> None:
    assert theme.chosen is Qt.ColorScheme.Unknown
    with qtbot.waitSignal(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    theme.choose(Qt.ColorScheme.Light)
    with qtbot.assertNotEmitted(theme.changed):
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.dark


def test_every_action_icon_can_be_drawn(theme: Theme) -> None:
    names = sorted(path.stem for path in (ROOT / "icons" / "actions").glob("*.svg"))
    assert names
    for name in names:
        for size in SIZES:
            image = action_icon(name, theme).pixmap(size).toImage()
            inked = sum(image.pixelColor(x, y).alpha() > 0 for x in range(size) for y in range(size))
            assert inked > size, name
    assert not app_icon().pixmap(16).isNull()


def test_shortcuts_move_the_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.ask.search_switch.isChecked()
    window.documents.list.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.ask.answer_switch.isChecked()
    assert window.focusWidget() is window.ask.box


def test_what_can_be_used_has_a_name_for_screen_readers(window: MainWindow) -> None:
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit

    for kind in (QAbstractButton, QAbstractItemView, QLineEdit):
        for widget in window.findChildren(kind):
            if widget.isVisible():
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                assert widget.accessibleName() or text, widget


def test_a_bug_opens_one_dialog_with_a_report_that_can_be_copied(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)  # put back afterwards
    show_bugs(window)
    error = ValueError("our fault")
    sys.excepthook(ValueError, error, None)
    sys.excepthook(ValueError, error, None)
    dialogs = window.findChildren(CrashDialog)
    assert len(dialogs) == 1
    dialogs[0].copy_button.click()
    assert "ValueError: our fault" in QApplication.clipboard().text()
    with qtbot.waitSignal(dialogs[0].destroyed):
        dialogs[0].close()


def test_the_window_loads_no_model_and_no_database_and_opens_fast() -> None:
    script = """
import sys, time
began = time.process_time()
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QSettings
from scripted_engine import ScriptedEngine
import pincite.gui.app
from pincite.gui.bridge import Bridge
from pincite.gui.main_window import MainWindow
from pincite.gui.theme import Theme
app = QApplication([])
window = MainWindow(Bridge(ScriptedEngine()), Theme(app), QSettings("none.ini", QSettings.Format.IniFormat), [])
window.show()
window.grab()
print(time.process_time() - began)
print(*{"torch", "lancedb", "llama_cpp", "pymupdf", "pincite.library"} & set(sys.modules))
"""
    path = os.pathsep.join([str(Path(__file__).parent), str(ROOT / "desktop"), *sys.path])
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seconds, loaded = done.stdout.split("\n")[:2]
    assert loaded == ""
    assert float(seconds) < 5  # of processor time, which a busy machine does not lengthen


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_it_says_so_and_ends(tmp_path: Path) -> None:
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in shown}
    environment |= {"PINCITE_LIBRARY": str(tmp_path / "library"), "PINCITE_CONFIG": str(tmp_path / "settings.toml")}
    command = [sys.executable, "-m", "pincite", "gui"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert done.stderr == "There is no display to open a window on. Use the command line: pincite --help.\n"
