"""Measures search in a large library: its speed, and what the index of the vectors loses.

``python tests/benchmarks/searching.py [PASSAGES] [QUESTIONS]`` (default: 20000 200) fills a library with made-up passages and
prints the median and the 95th percentile of a hybrid search without a reranker, the embedding of the question included,
and how many of the exact nearest 60 passages the search by vectors finds.

Passages are sentences of the samples and of the training documents, put together by chance, with made-up words between them so
that the vocabulary grows as it does in real text. Vectors are mixtures of real ones with noise: like real ones they
lie in clusters, and unlike them they cost nothing to make.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import replace

import numpy as np

from pincite import passages
from pincite.domain import Document, DocumentStatus, Passage, Scope
from pincite.index import Index
from pincite.models.catalogue import Catalogue
from pincite.models.loader import InstalledModels
from pincite.retrieve import CANDIDATES, Retriever
from pincite.settings import Settings, data_folder
from pincite.tuning import pairs

A_DOCUMENT = 2000  # passages of each document
A_PASSAGE = 4  # sentences of each passage
RARE_WORDS = 200_000
SEED = 1


def main(count: int, asked: int) -> None:
    """Fills a library with so many passages and asks it so many questions."""
    settings = replace(Settings.load(), gpu=False)
    catalogue = Catalogue.load(data_folder("resources") / "models.toml", settings.models)
    embedder = InstalledModels(catalogue, settings).embedder()
    assert embedder is not None
    known = pairs.read(sorted((data_folder("resources") / "pairs").glob("*.jsonl")))
    texts = sorted({pair.positive for pair in known})
    sentences = [text[start:end] for text in texts for start, end in passages.sentences(text)]
    real = embedder.passages(texts)
    questions = [pair.query for pair in random.Random(SEED).sample(known, asked)]

    with tempfile.TemporaryDirectory() as folder:
        index = Index(folder)
        index.create(passages.SPLITTER)
        started = time.perf_counter()
        vectors = _fill(index, count, sentences, real, embedder.name)
        filled = time.perf_counter() - started
        started = time.perf_counter()
        index.optimize()
        print(f"{count} passages: written in {filled:.0f} s, indexed in {time.perf_counter() - started:.0f} s")
        _ask(Retriever(index, embedder), questions)
        _compare(index, vectors, embedder.passages(questions))


def _fill(index: Index, count: int, sentences: list[str], real: np.ndarray, embedder: str) -> np.ndarray:
    random_, numbers = random.Random(SEED), np.random.default_rng(SEED)
    every = []
    for start in range(0, count, A_DOCUMENT):
        name = f"document-{start // A_DOCUMENT}"
        size = min(A_DOCUMENT, count - start)
        texts = [_text(sentences, random_) for _ in range(size)]
        found = [
            Passage(f"{name}:{n}", name, n // 4 + 1, str(n // 4 + 1), "", 0, len(text), ((0, len(text)),), text)
            for n, text in enumerate(texts)
        ]
        row = Document(name, name, f"{name}.pdf", (), size // 4 + 1, DocumentStatus.READY, "2026-01-01T00:00:00+00:00", size)
        index.begin(row, ())
        index.publish(row, found, texts)
        made = real[numbers.integers(len(real), size=size)] + 0.7 * real[numbers.integers(len(real), size=size)]
        made += numbers.normal(scale=0.02, size=made.shape)
        made = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
        index.add_vectors(row, {passage.id: vector for passage, vector in zip(found, made, strict=True)}, embedder)
        every.append(made)
    return np.concatenate(every)


def _text(sentences: list[str], random_: random.Random) -> str:
    parts = random_.choices(sentences, k=A_PASSAGE)
    return " ".join(f"{part} Word{int(RARE_WORDS * random_.random() ** 3)}." for part in parts)


def _ask(retriever: Retriever, questions: list[str]) -> None:
    for question in questions[:10]:
        retriever.search(question, Scope(), 10)
    seconds = [retriever.search(question, Scope(), 10).seconds["search"] for question in questions]
    median, late = np.percentile(seconds, [50, 95])
    print(f"hybrid search: median {1000 * median:.0f} ms, 95th percentile {1000 * late:.0f} ms")


def _compare(index: Index, vectors: np.ndarray, queries: np.ndarray) -> None:
    shares = []
    for query in queries:
        near = vectors @ query
        exact = near[np.argpartition(-near, CANDIDATES)[:CANDIDATES]].min()
        found = index.search_vectors(query, Scope(), CANDIDATES)
        shares.append(sum(score >= exact - 1e-4 for _, score in found) / CANDIDATES)
    print(f"recall of the nearest {CANDIDATES} by vectors: {np.mean(shares):.3f}")


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    main(*(given + [20_000, 200][len(given) :]))
