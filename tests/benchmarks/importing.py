"""Measures an import against the raw reading of the same files, in one run.

``python tests/benchmarks/importing.py [FILES…]`` (default: the samples) prints pages per second of raw ``get_text("words")``,
of an import until its text can be searched, and their ratio; then passages per second of the embedder alone, of the
embedding of the library, and their ratio. Ratios are what to compare: the speed of a machine changes from run to run.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pymupdf

from pincite import passages
from pincite.index import Index
from pincite.ingest import Ingest, find_files
from pincite.models.catalogue import Catalogue
from pincite.models.loader import InstalledModels
from pincite.parser import Parser
from pincite.settings import Settings, data_folder


def main(names: list[str]) -> None:
    """Runs the measurement on some files and folders."""
    files = list(find_files([Path(name) for name in names]))
    started = time.perf_counter()
    pages = 0
    for file in files:
        with pymupdf.open(file) as document:
            for page in document:
                page.get_text("words")
                pages += 1
    raw = pages / (time.perf_counter() - started)

    with tempfile.TemporaryDirectory() as folder:
        index = Index(str(Path(folder) / "index"))
        index.create(passages.SPLITTER)
        parser = Parser()
        ingest = Ingest(index, Path(folder) / "files", parser)
        started = time.perf_counter()
        for _ in ingest.add(files, None, {}, link=False):
            pass
        searchable = pages / (time.perf_counter() - started)
        parser.close()
        print(f"{pages} pages: raw {raw:.0f}/s, searchable {searchable:.0f}/s, ratio {searchable / raw:.2f}")

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


if __name__ == "__main__":
    main(sys.argv[1:] or [str(data_folder("resources") / "samples")])
