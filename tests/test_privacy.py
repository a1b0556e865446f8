"""Nothing leaves the machine: the whole work, with the real models, where every way to the network is closed and watched."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pymupdf
import pytest

from real_models import EMBEDDER, GENERATOR, MODELS, path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

CHILD = """
import json, os, socket, sys

def closed(*arguments, **options):
    with open(os.environ["ATTEMPTS"], "a", encoding="utf-8") as file:
        file.write(f"{arguments}\\n")
    raise OSError("the network is closed")

# outside the guard below, so that the processes that are started from here are closed, too
for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, closed)
for name in ("getaddrinfo", "gethostbyname", "gethostbyaddr", "create_connection"):
    setattr(socket, name, closed)

def main():
    from pincite.events import AnswerReady, FileFinished, FileRecognised
    from pincite.library import Library
    from pincite.settings import Settings

    with Library.open(Settings.load()) as library:
        added = [event.result.status for event in library.add(sys.argv[1:]) if isinstance(event, FileFinished)]
        found = library.search("How much notice must the tenant give?")
        answer = list(library.ask("How much notice must the tenant give?", model=os.environ["GENERATOR"]))[-1].answer
        scanned = [event.result for event in library.add([os.environ["SCAN"]]) if isinstance(event, FileRecognised)]
        citations = [citation for sentence in answer.sentences for citation in sentence.citations]
        print(json.dumps({
            "added": added,
            "ocr": [result.pages_ocr for result in scanned],
            "notes": [*found.notes, *answer.notes],
            "embedded": library.status().embedded,
            "hits": [hit.passage.text for hit in found.hits],
            "model": answer.model,
            "found": answer.found,
            "quotes": [[citation.page, citation.quote] for citation in citations],
        }))

if __name__ == "__main__":
    main()
"""


@pytest.mark.slow
def test_import_search_and_answer_do_not_try_the_network(
    make_pdf: Callable[..., Path], samples: Mapping[str, Path], tmp_path: Path
) -> None:
    lease = make_pdf(["Rent is due on the first day of the month.", "The Tenant must give sixty days’ notice in writing."])
    path_of(EMBEDDER)
    path_of(GENERATOR)
    script, attempts = tmp_path / "child.py", tmp_path / "attempts.txt"
    script.write_text(CHILD, encoding="utf-8")
    online = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "TRANSFORMERS_"))}
    home = {name: str(tmp_path) for name in ("HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    pincite = {
        "PINCITE_LIBRARY": str(tmp_path / "library"),
        "PINCITE_MODELS": str(MODELS),
        "PINCITE_CONFIG": str(tmp_path / "settings.toml"),
    }
    watched = {"ATTEMPTS": str(attempts), "GENERATOR": GENERATOR, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    watched["SCAN"] = str(samples["residential-lease"])
    done = subprocess.run(
        [sys.executable, str(script), str(lease)],
        capture_output=True,
        text=True,
        env=online | home | pincite | watched,
    )
    assert done.returncode == 0, done.stderr
    assert not attempts.exists(), attempts.read_text(encoding="utf-8")
    said = json.loads(done.stdout)
    assert said["added"] == ["added"]
    assert said["ocr"] == [2]
    assert said["embedded"] > 0
    assert not any("words alone" in note for note in said["notes"])
    assert any("sixty days" in text for text in said["hits"])
    assert (said["found"], said["model"]) == (True, GENERATOR)
    assert said["quotes"]
    with pymupdf.open(lease) as document:
        for page, quote in said["quotes"]:
            assert re.sub(r"[\s-]", "", quote) in re.sub(r"[\s-]", "", document[page - 1].get_text())


def test_the_watch_sees_an_attempt(tmp_path: Path) -> None:
    attempts = tmp_path / "attempts.txt"
    code = CHILD.partition("def main")[0] + "socket.create_connection(('192.0.2.1', 80))\n"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | {"ATTEMPTS": str(attempts)}
    )
    assert done.returncode != 0
    assert "192.0.2.1" in attempts.read_text(encoding="utf-8")
