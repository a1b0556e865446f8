"""Measures how much memory an import takes, and whether that grows with the number of its pages.

``python tests/benchmarks/memory.py [PAGES…]`` (default: 1000 5000 10000) imports files of 50 pages, made from the samples with
other figures and other words on every page, and prints the peak of all processes together after so many pages, in megabytes.
The vectors come from a stand-in of the default embedder's width that takes no memory, since to embed so much would take hours:
what is printed is what an import takes above the models. Shared memory counts once where the system tells (Linux).
"""

from __future__ import annotations

import multiprocessing
import random
import re
import sys
import tempfile
import threading
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import psutil

from pincite.events import FileFinished, Progress, Stage
from pincite.library import Library
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pincite.reports import LoadedModel

PAGES_OF_FILE = 50
DIMENSION = 384
LOOK_SECONDS = 0.5
SEED = 7


class StandIn:
    """Gives every text a direction of its own, by its checksum. It is every model that an import asks for."""

    name = "all-MiniLM-L6-v2"
    dimension = DIMENSION
    device = "CPU"
    note = ""

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`pincite.models.embedder.Embedder`."""
        made = np.stack([np.random.default_rng(zlib.crc32(text.encode())).standard_normal(DIMENSION) for text in texts])
        return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)

    def question(self, text: str) -> np.ndarray:
        """See :class:`pincite.models.embedder.Embedder`."""
        return self.passages([text])[0]

    def embedder(self) -> StandIn:
        """See :class:`pincite.models.loader.Models`."""
        return self

    def reranker(self) -> None:
        """See :class:`pincite.models.loader.Models`."""

    def judge(self) -> None:
        """See :class:`pincite.models.loader.Models`."""

    def generator(self, name: str = "") -> None:
        """See :class:`pincite.models.loader.Models`."""

    def loaded(self) -> tuple[LoadedModel, ...]:
        """See :class:`pincite.models.loader.Models`."""
        return ()


def make_files(folder: Path, pages: int) -> None:
    """Files of altered pages of the samples, each with its lines where they were."""
    import pymupdf  # not in the process that is measured

    chance = random.Random(SEED)
    layouts = []
    for source in sorted((data_folder("resources") / "samples").glob("*.pdf")):
        with pymupdf.open(source) as document:
            for page in document:
                lines = [line for block in page.get_text("dict")["blocks"] for line in block.get("lines", ())]
                layouts.append([(line["bbox"], line["spans"][0]["size"], _text(line["spans"])) for line in lines])
    words = sorted({word for layout in layouts for *_, text in layout for word in re.findall(r"[a-z]{5,}", text)})

    def other(match: re.Match[str]) -> str:
        if match[0].isdigit():
            return str(chance.randrange(10 ** len(match[0])))
        return chance.choice(words) if chance.random() < 0.2 else match[0]

    for first in range(0, pages, PAGES_OF_FILE):
        with pymupdf.open() as made:
            for number in range(first, min(first + PAGES_OF_FILE, pages)):
                page = made.new_page()
                writer = pymupdf.TextWriter(page.rect)
                for (x, _, _, y), size, text in layouts[number % len(layouts)]:
                    altered = re.sub(r"\d+|[a-z]{5,}", other, text)
                    writer.append((x, y), altered.encode("latin-1", "replace").decode("latin-1"), fontsize=size)
                writer.write_text(page)
            made.save(folder / f"made-{first:06d}.pdf", deflate=True)


def _text(spans: Sequence[Mapping[str, str]]) -> str:
    return "".join(span["text"] for span in spans)


def in_use() -> int:
    """Bytes that this process and those that it has started have now, together."""
    total = 0
    me = psutil.Process()
    for process in (me, *me.children(recursive=True)):
        try:
            used = process.memory_full_info()
        except psutil.NoSuchProcess:
            continue
        total += getattr(used, "pss", used.uss)
    return total


class Peak:
    """The most memory since it was asked for the last time, looked at twice a second."""

    def __init__(self) -> None:
        self._most = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Peak:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def take(self) -> float:
        """In megabytes."""
        most, self._most = max(self._most, in_use()), 0
        return most / 1e6

    def _watch(self) -> None:
        while not self._ended.wait(LOOK_SECONDS):
            self._most = max(self._most, in_use())


def main(stops: Sequence[int]) -> None:
    """Imports as many pages as the last stop says, and prints the peak up to each."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "files"
        folder.mkdir()
        making = multiprocessing.get_context("spawn").Process(target=make_files, args=(folder, stops[-1]))
        making.start()
        making.join()
        settings = Settings(library=Path(name) / "library", models=Path(name) / "none")
        waiting = list(stops)
        pages = passages = 0
        with Library(settings, StandIn()) as library, Peak() as peak:
            for event in library.add([str(folder)]):
                if isinstance(event, FileFinished):
                    pages += event.result.pages
                    passages += event.result.passages
                    if waiting and pages >= waiting[0]:
                        print(f"{pages} pages, {passages} passages can be searched: {peak.take():.0f} MB", flush=True)
                        waiting.pop(0)
                elif isinstance(event, Progress) and event.stage is Stage.EMBEDDING and event.done == event.total:
                    print(f"{event.total} passages of {pages} pages have vectors: {peak.take():.0f} MB")


if __name__ == "__main__":
    main(sorted(int(argument) for argument in sys.argv[1:]) or [1_000, 5_000, 10_000])
