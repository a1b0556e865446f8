"""Makes the vectors that documents lack. Loads no model, searches nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pincite.domain import Document, DocumentStatus
from pincite.events import Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

    from pincite.events import Event
    from pincite.index import Index
    from pincite.models.embedder import Embedder
    from pincite.precedence import Precedence

PASSAGES_AT_ONCE = 128  # passages embedded between two commits: what a crash can cost
PASSAGES_AT_A_TIME = 32  # embedded before it is asked whether a question waits for the processor
PAUSE_SECONDS = 0.5  # after which a pause is told of again, so that it can be stopped
PASSAGES_TOGETHER = 2048  # that are sorted by length, so that the texts of a batch need little padding


def embed(index: Index, embedder: Embedder, precedence: Precedence) -> Iterator[Event]:
    """Makes the missing vectors of all documents; those that have all of them can be found by meaning as well.

    A text that several passages share, as templates do, is embedded once among those that are sorted together. It pauses while
    something goes first.
    """
    waiting = [document for document in index.documents() if document.status is DocumentStatus.TEXT]
    total, done = sum(document.passages for document in waiting), 0
    for group in _groups(waiting):
        titles = {document.id: document.title for document in group}
        missing = index.missing_vectors(list(titles))
        done += sum(document.passages for document in group) - len(missing)
        sharing: dict[str, list[tuple[str, str]]] = {}
        for document_id, passage_id, text in missing:
            sharing.setdefault(text, []).append((document_id, passage_id))
        texts = sorted(sharing, key=len)
        for at in range(0, len(texts), PASSAGES_AT_ONCE):
            batch = texts[at : at + PASSAGES_AT_ONCE]
            progress = Progress(Stage.EMBEDDING, done, total, titles[sharing[batch[0]][0][0]])
            yield progress
            made: dict[str, dict[str, np.ndarray]] = {}
            for first in range(0, len(batch), PASSAGES_AT_A_TIME):
                while not precedence.is_free(PAUSE_SECONDS):
                    yield progress
                some = batch[first : first + PASSAGES_AT_A_TIME]
                for text, vector in zip(some, embedder.passages(some), strict=True):
                    for document_id, passage_id in sharing[text]:
                        made.setdefault(document_id, {})[passage_id] = vector
            index.add_vectors_of(made, embedder.name)
            done += sum(len(vectors) for vectors in made.values())
        index.update_all([replace(document, status=DocumentStatus.READY) for document in group])
    if waiting:
        yield Progress(Stage.EMBEDDING, total, total)
        index.optimize()


def _groups(documents: Sequence[Document]) -> Iterator[list[Document]]:
    """Documents in their order, as many together as have passages to be sorted together."""
    group: list[Document] = []
    for document in documents:
        if group and sum(other.passages for other in group) + document.passages > PASSAGES_TOGETHER:
            yield group
            group = []
        group.append(document)
    if group:
        yield group
