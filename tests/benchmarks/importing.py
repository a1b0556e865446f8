"""Measures an import against the raw reading of the same files, in one run.

``python tests/benchmarks/importing.py [FILES…]`` (default: 900 pages of altered copies of the samples, since to start the
processes that read takes as long as 100 pages) prints pages per second of raw ``get_text("words")``, of an import until its
text can be searched, their ratio, and the processor time of the import in that of the raw reading; then passages per second
of the embedder alone, of the embedding of the library, and their ratio. Ratios are what to compare: the speed of a machine
changes from run to run, and within one, so that the raw reading is done before the import and after it.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

if multiprocessing.parent_process() is None:  # a process that reads files repeats what stands here, but not when Pincite runs
    import psutil
    import pymupdf

    from pincite import passages
    from pincite.events import FileFinished
    from pincite.feed import find_files
    from pincite.index import Index
    from pincite.ingest import Ingest
    from pincite.models.catalogue import Catalogue
    from pincite.models.loader import InstalledModels
    from pincite.parser import READERS, Parser
    from pincite.settings import Settings, data_folder

PAGES = 900


def alter(sources: list[Path], folder: Path, pages: int = PAGES) -> Path:
    """Copies of files, no two with the same bytes, that have about so many pages."""
    number = made = 0
    while made < pages:
        source = sources[number % len(sources)]
        with pymupdf.open(source) as document:
            document.set_metadata({"title": f"{source.stem} {number}"})
            document.save(folder / f"{source.stem}-{number:03d}.pdf")
            made += len(document)
        number += 1
    return folder


def read_raw(files: list[Path]) -> tuple[int, float, float]:
    """Number of pages, and seconds of the clock and of the processor that it takes to read them."""
    started, used = time.perf_counter(), time.process_time()
    pages = 0
    for file in files:
        with pymupdf.open(file) as document:
            for page in document:
                page.get_text("words")
                pages += 1
    return pages, time.perf_counter() - started, time.process_time() - used


def measure(paths: list[Path]) -> None:
    """Runs the measurement on some files and folders."""
    files = list(find_files(paths))
    before = read_raw(files)

    with tempfile.TemporaryDirectory() as folder:
        index = Index(str(Path(folder) / "index"))
        index.create(passages.SPLITTER)
        parser = Parser(readers=READERS)
        ingest = Ingest(index, Path(folder) / "files", parser)
        started, used = time.perf_counter(), time.process_time()
        for event in ingest.add(files, None, {}, link=False):
            if isinstance(event, FileFinished):
                ended = time.perf_counter()
        writing = time.process_time() - used
        times = [psutil.Process(pid).cpu_times() for pid in parser.pids]
        reading = sum(each.user + each.system for each in times)
        parser.close()
        pages, seconds, processor = (sum(both) / 2 for both in zip(before, read_raw(files), strict=True))
        raw, searchable = pages / seconds, pages / (ended - started)
        print(
            f"{pages:.0f} pages: raw {raw:.0f}/s, searchable {searchable:.0f}/s, ratio {searchable / raw:.2f}; "
            f"processor time of raw: {len(times)} processes read {reading / processor:.2f}, written {writing / processor:.2f}"
        )

        settings = replace(Settings.load(), gpu=False)
        embedder = InstalledModels(
            Catalogue.load(data_folder("resources") / "models.toml", settings.models), settings
        ).embedder()
        assert embedder is not None
        texts = sorted((text for d in index.documents() for _, text in index.without_vectors(d.id)), key=len)
        embedder.passages(texts[:32])
        started = time.perf_counter()
        for at in range(0, len(texts), 128):
            embedder.passages(texts[at : at + 128])
        alone = len(texts) / (time.perf_counter() - started)
        started = time.perf_counter()
        for _ in ingest.embed(embedder):
            pass
        full = len(texts) / (time.perf_counter() - started)
        print(f"{len(texts)} passages: embedder {alone:.1f}/s, library {full:.1f}/s, ratio {full / alone:.2f}")


def main(names: list[str]) -> None:
    """Measures the files that were named, or copies of the samples."""
    with tempfile.TemporaryDirectory() as folder:
        samples = sorted((data_folder("resources") / "samples").glob("*.pdf"))
        measure([Path(name) for name in names] or [alter(samples, Path(folder))])


if __name__ == "__main__":
    main(sys.argv[1:])
