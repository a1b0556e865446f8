"""Brings the words of the window into the files of the translators, and makes from these what the window reads.

Run ``python installer/translations.py`` in the environment of the tests after changing a text of the window. It collects the
strings of ``desktop/pincite/gui`` in ``resources/translations/pincite_*.ts``, drops what no source says any more, and makes a
``.qm`` of each. English has a file too, only for words with a number in them, whose sources say "page(s)".
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "desktop" / "pincite" / "gui"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr", "es")
ENGLISH = "en"


def update(folder: Path = TRANSLATIONS) -> None:
    """Adds the strings of the sources to the ``.ts`` files of a folder, and drops those that are gone.

    Raises:
        subprocess.CalledProcessError: a tool of Qt failed, or warned.
    """
    folder.mkdir(parents=True, exist_ok=True)
    sources = [str(path.relative_to(ROOT)) for path in sorted(SOURCES.glob("*.py"))]
    for language in (*LANGUAGES, ENGLISH):
        plurals = ["-pluralonly"] if language == ENGLISH else []
        target = os.path.relpath(folder / f"pincite_{language}.ts", ROOT)
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language, *plurals]
        _run("lupdate", *sources, *options, "-disable-heuristic", "similartext", "-ts", target)


def release(source: Path, target: Path) -> None:
    """Makes a ``.qm`` from a ``.ts``; what is unfinished stays out of it.

    Raises:
        subprocess.CalledProcessError: a tool of Qt failed.
    """
    _run("lrelease", str(source), "-qm", str(target))


def _run(tool: str, *arguments: str) -> None:
    beside = Path(sys.executable).with_name(f"pyside6-{tool}")
    found = str(beside) if beside.exists() else shutil.which(f"pyside6-{tool}")
    if found is None:
        sys.exit(f"pyside6-{tool} was not found: install PySide6-Essentials.")
    subprocess.run([found, *arguments], cwd=ROOT, check=True)


if __name__ == "__main__":
    update()
    for words in sorted(TRANSLATIONS.glob("*.ts")):
        release(words, words.with_suffix(".qm"))
