"""Kills an import again and again, and compares the library with that of an import that nothing disturbed.

``python tests/benchmarks/killing.py [KILLS [FILES]]`` (default: 50 kills of an import of 60 files, made from the samples)
starts the import in a process of its own, kills it at a random moment after its first event (to load the program takes as
long as the import), and starts it again, until it was killed so often; then it lets it come to its end. Documents, pages,
passages and vectors must be the same. Vectors are made by the fake of the tests. 50 kills take a quarter of an hour.
"""

from __future__ import annotations

import itertools
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pymupdf

from fakes import FakeModels
from pincite.library import Library
from pincite.settings import Settings, data_folder
from tables import snapshot

SEED = 20


def make_files(folder: Path, count: int) -> list[str]:
    """Files of up to eight pages, cut from the samples, no two alike."""
    folder.mkdir()
    sources = sorted((data_folder("resources") / "samples").glob("*.pdf"))
    made = []
    for number in range(count):
        with pymupdf.open(sources[number % len(sources)]) as source, pymupdf.open() as part:
            first = number % max(1, len(source) - 8)
            part.insert_pdf(source, from_page=first, to_page=min(first + number % 8, len(source) - 1))
            part.set_metadata({"title": f"Part {number} of {Path(source.name).stem}"})
            made.append(str(folder / f"part-{number:03d}.pdf"))
            part.save(made[-1])
    return made


def run(folder: Path, paths: list[str]) -> None:
    """One start of the program: goes on with what was left, and then adds the files."""
    with Library(Settings(library=folder, models=folder / "none"), FakeModels()) as library:
        events = itertools.chain(library.resume(), library.add(paths, "Kept"))
        next(events)
        print("begun", flush=True)
        for _ in events:
            pass


def start(folder: Path, paths: list[str]) -> subprocess.Popen[bytes]:
    """Such a start in a process of its own; it has had its first event."""
    path = os.pathsep.join(filter(None, sys.path))
    command = [sys.executable, __file__, "--run", str(folder), *paths]
    process = subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path}, stdout=subprocess.PIPE)
    assert process.stdout is not None
    with process.stdout as told:
        told.readline()
    return process


def main(kills: int, count: int) -> int:
    """Runs the comparison; returns 0 if the libraries are the same."""
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = make_files(folder / "files", count)
        process = start(folder / "undisturbed", paths)
        began = time.monotonic()
        process.wait()
        longest = time.monotonic() - began
        whole = snapshot(folder / "undisturbed")
        done = completed = 0
        library = folder / "killed"
        while done < kills:
            process = start(library, paths)
            try:
                process.wait(chance.uniform(0, longest))
                completed += 1  # it has come to its end: the next one begins with an empty library
                library = folder / f"killed-{completed}"
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                done += 1
        start(library, paths).wait()
        same = True
        for made in [folder / "killed", *(folder / f"killed-{number + 1}" for number in range(completed))]:
            found = snapshot(made)
            for table, rows in whole.items():
                if found[table] != rows:
                    same = False
                    print(f"{made.name}: {table} differ, {len(found[table])} rows instead of {len(rows)}")
        sizes = ", ".join(f"{len(rows)} {table}" for table, rows in whole.items())
        print(f"{kills} kills, {completed + 1} libraries of {sizes}: {'all the same' if same else 'NOT the same'}")
        return 0 if same else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--run"]:
        run(Path(sys.argv[2]), sys.argv[3:])
    else:
        counts = [int(argument) for argument in sys.argv[1:]]
        sys.exit(main(*counts, *(50, 60)[len(counts) :]))
