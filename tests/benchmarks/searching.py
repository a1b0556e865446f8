"""Measures search in a large library: its speed, and what the index of the vectors loses.

``python tests/benchmarks/searching.py [PASSAGES] [QUESTIONS] [FOLDER]`` (default: 20000 200, and a folder that is removed)
fills a library with made-up passages and prints the median and the 95th percentile of a hybrid search without a reranker,
the embedding of the question and the boxes of the hits included, those of its parts, and how many of the exact nearest
60 passages the search by vectors finds. A library that is in FOLDER already is asked as it is. A million passages take 5 GB of
disk and 3 GB of memory.

Passages are sentences of the training documents, put together by chance, with made-up words between them so that the
vocabulary grows as it does in real text. Vectors are mixtures of real ones with noise: like real ones they lie in clusters,
and unlike them they cost nothing to make. Each table is written at once, past the import, whose speed is measured elsewhere.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from pincite import languages, passages, query, rows
from pincite.domain import Document, DocumentStatus, Scope
from pincite.index import Index
from pincite.index.tables import Tables
from pincite.models.catalogue import Catalogue
from pincite.models.loader import InstalledModels
from pincite.retrieve import CANDIDATES, Retriever, keywords
from pincite.settings import Settings, data_folder
from pincite.tuning import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.models.embedder import Embedder

A_DOCUMENT = 2000  # passages of each document
A_PAGE = 4  # passages of each page
A_PASSAGE = 4  # sentences of each passage
WORDS = 300  # of each page that have a box
RARE_WORDS = 200_000
LIMIT = 10
SEED = 1


@dataclass(frozen=True)
class Material:
    """What passages are made of: sentences, their terms, and real vectors."""

    sentences: list[str]
    terms: list[str]
    vectors: np.ndarray

    def passages(self, number: int, size: int) -> pa.RecordBatch:
        """The rows of the passages of a document; the same each time."""
        random_ = random.Random(f"{SEED} {number}")
        texts, terms = [], []
        for _ in range(size):
            drawn = random_.choices(range(len(self.sentences)), k=A_PASSAGE)
            rare = [int(RARE_WORDS * random_.random() ** 3) for _ in drawn]
            texts.append(" ".join(f"{self.sentences[at]} Word{word}." for at, word in zip(drawn, rare, strict=True)))
            terms.append(" ".join(f"{self.terms[at]} word{word}" for at, word in zip(drawn, rare, strict=True)))
        columns = {
            "id": _ids(number, size),
            "document_id": [_name(number)] * size,
            "collections": [[]] * size,
            "page": [at // A_PAGE + 1 for at in range(size)],
            "page_label": [str(at // A_PAGE + 1) for at in range(size)],
            "section": [""] * size,
            "start": [0] * size,
            "end": [len(text) for text in texts],
            "sentences": [[0, len(text)] for text in texts],
            "text": texts,
            "search_text": texts,
            "terms": terms,
        }
        return pa.record_batch(columns, schema=rows.schema("passages"))

    def near(self, number: int, size: int) -> np.ndarray:
        """The vectors of the passages of a document; the same each time."""
        numbers = np.random.default_rng([SEED, number])
        made = self.vectors[numbers.integers(len(self.vectors), size=size)]
        made = made + 0.7 * self.vectors[numbers.integers(len(self.vectors), size=size)]
        made += numbers.normal(scale=0.02, size=made.shape)
        unit: np.ndarray = (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)
        return unit


def main(count: int, asked: int, folder: str) -> None:
    """Fills a library with so many passages and asks it so many questions."""
    settings = replace(Settings.load(), gpu=False)
    catalogue = Catalogue.load(data_folder("resources") / "models.toml", settings.models)
    embedder = InstalledModels(catalogue, settings).embedder()
    assert embedder is not None
    files = sorted((data_folder("resources") / "pairs").glob("*.jsonl"))
    known = pairs.read([file for file in files if not file.stem.startswith("judge")])
    texts = sorted({pair.positive for pair in known})
    sentences = [text[start:end] for text in texts for start, end in passages.sentences(text)]
    terms = [languages.terms(sentence, languages.DEFAULT) for sentence in sentences]
    material = Material(sentences, terms, embedder.passages(texts))
    questions = [pair.query for pair in random.Random(SEED).sample(known, asked)]

    index = Index(folder)
    if not index.exists:
        started = time.perf_counter()
        _fill(folder, count, material, embedder)
        filled = time.perf_counter() - started
        index.optimize()
        print(f"{count} passages: written in {filled:.0f} s, indexed in {time.perf_counter() - started - filled:.0f} s")
    print(f"{sum(file.stat().st_size for file in Path(folder).rglob('*') if file.is_file()) / 1e9:.1f} GB")
    _ask(index, embedder, questions)
    _compare(index, material, count, embedder.passages(questions))


def _fill(folder: str, count: int, material: Material, embedder: Embedder) -> None:
    index = Index(folder)
    index.create(passages.SPLITTER)
    sizes = list(_sizes(count))
    document = Document("", "", "", (), A_DOCUMENT // A_PAGE, DocumentStatus.READY, "2026-01-01T00:00:00+00:00", A_DOCUMENT)
    documents = [replace(document, id=_name(n), title=_name(n), path=f"{_name(n)}.pdf") for n, _ in sizes]
    first = material.near(0, 1)
    index.add_vectors(documents[0], {f"{_name(0)}:0": first[0]}, embedder.name)  # which makes the table
    tables = Tables(folder)
    tables.to_write("vectors").delete("true")
    tables.to_write("documents").add(rows.arrow("documents", [rows.from_document(one, ()) for one in documents]))
    of_vectors = rows.schema("vectors", first.shape[1])
    for name, schema, batches in (
        ("pages", rows.schema("pages"), (_pages(n, size) for n, size in sizes)),
        ("passages", rows.schema("passages"), (material.passages(n, size) for n, size in sizes)),
        ("vectors", of_vectors, (_vectors(n, material.near(n, size), of_vectors) for n, size in sizes)),
    ):
        tables.to_write(name).add(pa.RecordBatchReader.from_batches(schema, batches))


def _sizes(count: int) -> Iterator[tuple[int, int]]:
    """(number, passages) of each document."""
    for start in range(0, count, A_DOCUMENT):
        yield start // A_DOCUMENT, min(A_DOCUMENT, count - start)


def _name(number: int) -> str:
    return f"document-{number}"


def _ids(number: int, size: int) -> list[str]:
    return [f"{_name(number)}:{at}" for at in range(size)]


def _pages(number: int, size: int) -> pa.RecordBatch:
    count = (size - 1) // A_PAGE + 1
    across, down = np.arange(WORDS) % 10 * 50, np.arange(WORDS) // 10 * 12
    one: dict[str, Any] = {
        "document_id": _name(number),
        "text": "word " * WORDS,
        "word_offsets": np.stack([np.arange(WORDS) * 5, np.arange(WORDS) * 5 + 4], axis=1).ravel(),
        "word_boxes": np.stack([across, down, across + 45, down + 10], axis=1).ravel().astype(np.float32),
        "line_offsets": [],
        "line_sizes": [],
        "line_bold": [],
        "width": 612.0,
        "height": 792.0,
        "ocr": False,
        "confidence": None,
        "problem": "",
    }
    columns = {name: [value] * count for name, value in one.items()}
    columns |= {"number": list(range(1, count + 1)), "label": [str(at + 1) for at in range(count)]}
    schema = rows.schema("pages")
    return pa.record_batch([pa.array(columns[field.name], field.type) for field in schema], schema=schema)


def _vectors(number: int, made: np.ndarray, schema: pa.Schema) -> pa.RecordBatch:
    size, dimension = made.shape
    vectors = pa.FixedSizeListArray.from_arrays(pa.array(made.ravel()), dimension)
    columns = [_ids(number, size), [_name(number)] * size, pa.array([[]] * size, schema.field("collections").type), vectors]
    return pa.record_batch(columns, schema=schema)


def _ask(index: Index, embedder: Embedder, questions: list[str]) -> None:
    retriever = Retriever(index, embedder)
    scope = Scope()
    for question in questions[:10]:
        retriever.search(question, scope, LIMIT)
    seconds: dict[str, list[float]] = {}

    def timed(name: str, job: Callable[[], Any]) -> Any:
        started = time.perf_counter()
        done = job()
        seconds.setdefault(name, []).append(time.perf_counter() - started)
        return done

    for question in questions:
        hits = timed("hybrid search", partial(retriever.search, question, scope, LIMIT)).hits
        assert len(hits) == LIMIT
        assert all(hit.boxes for hit in hits)
    for question in questions:
        wanted = query.question(question)
        vector = timed("the question's vector", partial(embedder.question, wanted.text))
        near = timed("by vectors", partial(index.search_vectors, vector, scope, CANDIDATES))
        words = partial(index.search_text, keywords(wanted.text), scope, CANDIDATES, wanted.phrases, wanted.required)
        ids = list({**dict(near), **dict(timed("by words", words))})
        found = list(timed("passages", partial(index.passages, ids)).values())
        timed("documents", partial(index.documents_at, {passage.document_id for passage in found}))
        timed("pages of the hits", partial(index.excerpts, found[:LIMIT]))
    for name, taken in seconds.items():
        median, late = np.percentile(taken, [50, 95])
        print(f"{name}: median {1000 * median:.0f} ms, 95th percentile {1000 * late:.0f} ms")


def _compare(index: Index, material: Material, count: int, questions: np.ndarray) -> None:
    best = np.full((len(questions), CANDIDATES), -1.0, np.float32)  # the exact scores of the nearest so far
    for number, size in _sizes(count):
        scores = np.concatenate([best, questions @ material.near(number, size).T], axis=1)
        best = -np.partition(-scores, CANDIDATES - 1, axis=1)[:, :CANDIDATES]
    shares = []
    for question, least in zip(questions, best.min(axis=1), strict=True):
        found = index.search_vectors(question, Scope(), CANDIDATES)
        shares.append(sum(score >= least - 1e-4 for _, score in found) / CANDIDATES)
    print(f"recall of the nearest {CANDIDATES} by vectors: {np.mean(shares):.3f}")


if __name__ == "__main__":
    given = sys.argv[1:]
    with tempfile.TemporaryDirectory() as place:
        main(int(given[0]) if given else 20_000, int(given[1]) if given[1:] else 200, given[2] if given[2:] else place)
