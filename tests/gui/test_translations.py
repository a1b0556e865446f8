"""Every text of the window in every language that it speaks."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu

from pincite.gui import translation
from pincite.gui.appearance import Appearance
from pincite.gui.settings_appearance import AppearancePage
from pincite.gui.wording import decimal, page_count, page_list

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot
    from scripted_engine import ScriptedEngine

    from conftest import OpenWindow
    from pincite.gui.main_window import MainWindow
    from pincite.gui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "resources" / "translations").glob("*.ts"))
MODULES = sorted((ROOT / "desktop" / "pincite" / "gui").glob("*.py"))

SHOWN = {
    "addAction", "addMenu", "addRow", "addSection", "button", "Bar", "IconButton", "label", "QAction", "QCheckBox", "QLabel",
    "QPushButton", "QRadioButton", "say", "setAccessibleDescription", "setAccessibleName", "setLabelText", "setOkButtonText",
    "setPlaceholderText", "setStatusTip", "setText", "setToolTip", "setWindowTitle", "show_text",
}  # fmt: skip
"""What shows its first text to people; that of an ``IconButton`` is the second, since the first names its picture."""


@pytest.fixture(scope="module")
def tools() -> ModuleType:
    """The script that collects the strings."""
    spec = importlib.util.spec_from_file_location("translations", ROOT / "installer" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[None]:
    """Lets a test change the language."""
    yield
    translation.install(qapp, "en")


def entries(file: Path) -> Iterator[tuple[str, str, bool, list[str]]]:
    """Context, source, whether it is finished, and the forms of each string of a file."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translated = message.find("translation")
            assert translated is not None
            forms = [form.text or "" for form in translated.iter("numerusform")] or [translated.text or ""]
            finished = translated.get("type") is None and all(forms)
            yield context.findtext("name", ""), message.findtext("source", ""), finished, forms


def placeholders(text: str) -> set[str]:
    """The names in braces, and the number."""
    names = {name for _text, name, _format, _conversion in Formatter().parse(text) if name is not None}
    return names | set(re.findall("%L?n", text))


def bare_texts(source: str) -> list[str]:
    """Words that a module shows without translating them. Those that come from elsewhere are not seen."""
    found = []
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and (name := _name(call.func)) in SHOWN:
            place = int(name == "IconButton")
            found += [text for shown in call.args[place : place + 1] for text in _words(shown)]
    return found


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _words(shown: ast.AST) -> Iterator[str]:
    """The literals that an expression shows and that have words in them; a call shows what it makes, except ``format``."""
    if isinstance(shown, ast.Constant) and isinstance(shown.value, str):
        if re.search(r"[^\W\d_]{2}", re.sub("<[^>]*>|Pincite", "", shown.value)):
            yield shown.value
    elif isinstance(shown, ast.Call):
        if isinstance(shown.func, ast.Attribute) and shown.func.attr == "format":
            yield from _words(shown.func.value)
    elif isinstance(shown, ast.JoinedStr | ast.FormattedValue | ast.IfExp | ast.BinOp | ast.BoolOp):
        for part in ast.iter_child_nodes(shown):
            yield from _words(part)


def menus(window: MainWindow) -> list[str]:
    """The names of the menus."""
    return [menu.title().replace("&", "") for entry in window.menuBar().actions() if isinstance(menu := entry.menu(), QMenu)]


def test_there_is_a_file_for_each_language() -> None:
    assert {file.stem for file in FILES} == {f"pincite_{code}" for code in translation.LANGUAGES}


def test_files_have_the_strings_of_the_sources_and_no_others(tools: ModuleType, tmp_path: Path) -> None:
    for file in FILES:
        shutil.copy(file, tmp_path)
    tools.update(tmp_path)
    for file in FILES:
        again = (tmp_path / file.name).read_text(encoding="utf-8")
        assert again == file.read_text(encoding="utf-8"), f"{file.name}: run installer/translations.py"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_string_is_translated(file: Path) -> None:
    assert [source for _context, source, finished, _forms in entries(file) if not finished] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_translations_have_the_placeholders_of_their_sources(file: Path) -> None:
    wrong = []
    for _context, source, finished, forms in entries(file):
        # a form for one may do without the number
        least = placeholders(source) - ({"%Ln"} if len(forms) > 1 else set())
        wrong += [form for form in forms if finished and not least <= placeholders(form) <= placeholders(source)]
    assert wrong == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_the_window_reads_was_made_from_the_file(file: Path, tools: ModuleType, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    tools.release(file, made)
    assert made.read_bytes() == file.with_suffix(".qm").read_bytes(), f"{file.name}: run installer/translations.py"


def test_no_context_was_made_up_from_the_name_of_a_variable() -> None:
    """``window.tr("…")`` would be looked for under the class, and stands in the file under “window”."""
    classes = {
        node.name
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    known = classes | {module.stem for module in MODULES} | {"counted"}
    assert {context for file in FILES for context, *_rest in entries(file)} <= known


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_no_module_shows_words_that_cannot_be_translated(module: Path) -> None:
    assert bare_texts(module.read_text(encoding="utf-8")) == []


def test_words_that_cannot_be_translated_are_seen() -> None:
    shown = (
        'box.setToolTip(f"{n} pages")', 'label("One" if n else self.tr("Two"))', 'x.setText("At {n}".format(n=n))',
        'IconButton("add", "Add", theme)',
    )  # fmt: skip
    assert [bare_texts(line) for line in shown] == [[" pages"], ["One"], ["At {n}"], ["Add"]]
    fine = (
        'x.setText(self.tr("One {n}").format(n=n))',
        'label("·")',
        'x.setText(f"<b>{n}</b>")',
        'IconButton("add", words, theme)',
    )
    assert [bare_texts(line) for line in fine] == [[]] * len(fine)


@pytest.mark.usefixtures("speak")
def test_the_window_speaks_german(open_window: OpenWindow, engine: ScriptedEngine, qapp: QApplication) -> None:
    assert translation.install(qapp, "de") == "de"
    window = open_window(engine)
    assert menus(window)[0] == "Datei"
    assert page_count(1200) == "1.200 Seiten"
    assert page_count(1) == "1 Seite"
    assert decimal(1.25) == "1,3"


@pytest.mark.usefixtures("speak")
@pytest.mark.parametrize("content", [None, b"not a translation"], ids=["missing", "damaged"])
def test_without_its_file_a_language_is_english(
    content: bytes | None, open_window: OpenWindow, engine: ScriptedEngine, qapp: QApplication, tmp_path: Path
) -> None:
    if content is not None:
        (tmp_path / "pincite_de.qm").write_bytes(content)
    assert translation.install(qapp, "de", tmp_path) == "de"
    assert menus(open_window(engine))[0] == "File"


def test_english_bends_its_words() -> None:
    assert [page_count(number) for number in (0, 1, 2, 1200)] == ["0 pages", "1 page", "2 pages", "1,200 pages"]
    assert page_list((3,)) == "page 3"


@pytest.mark.parametrize(
    ("wanted", "spoken"),
    [(["de-AT", "de", "en"], "de"), (["pt-BR", "fr_CA", "de"], "fr"), (["C"], "en"), (["ja-JP"], "en"), ([], "en")],
)
def test_the_first_language_of_the_system_that_it_speaks(wanted: list[str], spoken: str) -> None:
    assert translation.first_spoken(wanted) == spoken


def test_the_language_is_chosen_for_the_next_start(theme: Theme, qtbot: QtBot, tmp_path: Path) -> None:
    memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    page = AppearancePage(theme, memory)
    qtbot.addWidget(page)
    page.show()
    assert not page.later.isVisible()
    page.language.setCurrentIndex(page.language.findText("Français"))
    page.language.activated.emit(page.language.currentIndex())
    assert page.later.isVisible()
    assert Appearance.remembered(memory).language == "fr"
    memory.setValue("window/language", "xx")
    assert Appearance.remembered(memory).language == ""
