"""Measures the encoders in 8 bits against the same models in 32, in one run.

``python tests/benchmarks/encoders.py [FOLDER]`` prints passages per second of sentence-transformers' default and of Pincite's
embedder, their ratio and the mean cosine of their vectors; then the seconds in which the rerankers library in plain float32
and Pincite's reranker score 20 passages, and their ratio. FOLDER has the weights of a cross-encoder; without it one
of the embedder's size is measured that was never trained. The runs alternate and medians are taken, since the speed of a
machine changes from run to run.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pincite.models import hardware
from pincite.models.catalogue import Catalogue
from pincite.models.embedder import QuantizedEmbedder
from pincite.models.reranker import CrossEncoderReranker
from pincite.pdf import PdfFile
from pincite.settings import Settings, data_folder

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS = 5
PASSAGES = 400
RERANKED = 20
QUESTION = "How much notice must the tenant give before moving out of the apartment?"


def sample_passages() -> list[str]:
    """Passages of 60 to 180 words from the sample PDFs; the same words are cut in several ways until there are enough."""
    pages = []
    for path in sorted((data_folder("resources") / "samples").glob("*.pdf")):
        with PdfFile(path) as file:
            pages += [page.text.split() for page in file.pages()]
    texts: list[str] = []
    for shift in range(0, 1000, 7):
        for words in pages:
            length = 60 + (len(texts) * 37) % 121
            if len(piece := words[shift : shift + length]) >= 40:
                texts.append(" ".join(piece))
            if len(texts) == PASSAGES:
                return texts
    return texts


def alternate(jobs: dict[str, Callable[[], Any]]) -> dict[str, float]:
    """Median seconds of each job, after one run that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in jobs}
    for turn in range(ROUNDS + 1):
        for name, job in jobs.items():
            started = time.perf_counter()
            job()
            if turn:
                seconds[name].append(time.perf_counter() - started)
    return {name: statistics.median(taken) for name, taken in seconds.items()}


def measure_embedder(folder: Path, context: int, threads: int) -> None:
    """Prints throughput and cosine."""
    from sentence_transformers import SentenceTransformer

    texts = sample_passages()
    plain = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    fast = QuantizedEmbedder("embedder", folder, threads, "mean", context)
    cosine = (plain.encode(texts, normalize_embeddings=True) * fast.passages(texts)).sum(axis=1)
    taken = alternate({"plain": lambda: plain.encode(texts), "fast": lambda: fast.passages(texts)})
    plain_speed, fast_speed = (len(texts) / taken[name] for name in ("plain", "fast"))
    print(
        f"{len(texts)} passages: sentence-transformers {plain_speed:.1f}/s, 8 bits {fast_speed:.1f}/s, "
        f"ratio {fast_speed / plain_speed:.2f}; cosine {cosine.mean():.4f} on the mean, {cosine.min():.4f} at least"
    )


def measure_reranker(folder: Path, threads: int) -> None:
    """Prints seconds for 20 passages of a cross-encoder with weights in a folder."""
    import rerankers

    texts = sample_passages()[:RERANKED]
    plain = rerankers.Reranker(str(folder), model_type="cross-encoder", device="cpu", dtype="float32", verbose=0)
    fast = CrossEncoderReranker("reranker", folder, "cpu", threads, budget=float("inf"))
    expected = {result.doc_id: result.score for result in plain.rank(QUESTION, texts).results}
    agree = np.corrcoef(fast.scores(QUESTION, texts), [expected[place] for place in range(len(texts))])[0, 1]
    taken = alternate({"plain": lambda: plain.rank(QUESTION, texts), "fast": lambda: fast.scores(QUESTION, texts)})
    print(
        f"rerank of {len(texts)}: rerankers {taken['plain']:.2f} s, 8 bits {taken['fast']:.2f} s, "
        f"ratio {taken['fast'] / taken['plain']:.2f}; correlation of the scores {agree:.4f}"
    )


def untrained_reranker(embedder: Path, folder: Path) -> None:
    """Writes the embedder with a head of random weights: as fast as a trained one of its size."""
    import torch
    from transformers import AutoModelForSequenceClassification, AutoTokenizer
    from transformers.utils import logging

    logging.set_verbosity_error()  # that the head is new is meant
    torch.manual_seed(7)
    AutoModelForSequenceClassification.from_pretrained(embedder, num_labels=1).save_pretrained(folder)
    AutoTokenizer.from_pretrained(embedder).save_pretrained(folder)


def main(names: list[str]) -> None:
    """Runs the measurement."""
    settings = replace(Settings.load(), gpu=False)
    catalogue = Catalogue.load(data_folder("resources") / "models.toml", settings.models)
    embedder = catalogue.in_use(settings, "embedder")
    assert embedder is not None
    threads = settings.threads or hardware.physical_cores()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "embedder"
        shutil.copytree(catalogue.path(embedder.name), folder)
        measure_embedder(folder, embedder.context, threads)
        reranker = Path(names[0]) if names else Path(place) / "reranker"
        if not names:
            untrained_reranker(folder, reranker)
        measure_reranker(reranker, threads)


if __name__ == "__main__":
    main(sys.argv[1:])
