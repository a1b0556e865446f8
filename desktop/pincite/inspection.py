"""Looks at a library and the machine: what there is, and what is wrong. Mends nothing: each finding says what does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psutil

from pincite import passages
from pincite.domain import DocumentStatus
from pincite.models import hardware
from pincite.reports import Finding, LibraryStatus, Machine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pincite.domain import Document
    from pincite.index import Index
    from pincite.models.catalogue import Catalogue
    from pincite.models.loader import Models
    from pincite.settings import Settings


def inspect(index: Index, stored: Callable[[Document], Path], embedder: str) -> list[Finding]:
    """The faults of a library; empty if it is in order.

    Args:
        index: Its tables.
        stored: Where the file of a document is.
        embedder: Name of the embedder in use.
    """
    findings = []
    for document in index.documents():
        if document.status is DocumentStatus.IMPORTING:
            findings.append(Finding(f"{document.title}: its import was interrupted.", "Run “pincite add” on it again."))
        elif index.count_passages(document.id) != document.passages:
            findings.append(Finding(f"{document.title}: passages are missing.", "Remove it and add it again."))
        if not stored(document).exists():
            findings.append(Finding(f"{document.title}: its file is gone.", f"Put it back at {document.path}."))
    meta = index.meta() if index.exists else {}
    if meta.get("splitter", passages.SPLITTER) != passages.SPLITTER:
        findings.append(Finding("The passages were made by another Pincite.", "Remove the documents and add them again."))
    if meta.get("embedder", embedder) != embedder:
        hint = "Run “pincite check --rebuild-vectors”."
        findings.append(Finding(f"The vectors were made by {meta['embedder']}, which is not in use.", hint))
    return findings


def at_a_glance(index: Index, catalogue: Catalogue, settings: Settings, waiting: int) -> LibraryStatus:
    """The library and the machine. Loads no model.

    Args:
        index: The tables of the library.
        catalogue: The models on this machine.
        settings: Which of them are in use.
        waiting: The number of files that an import has not got to.
    """
    documents = index.documents()
    notes = []
    in_use = {}
    for role in ("embedder", "reranker", "generator"):
        model = catalogue.in_use(settings, role)
        in_use[role] = model.name if model and catalogue.installed(model.name) else ""
    if not in_use["reranker"]:
        notes.append("No reranker is in use: passages stand in the order in which search finds them.")
    if not in_use["embedder"]:
        notes.append("No embedder is installed: documents are found by their words alone.")
    return LibraryStatus(
        location=str(settings.library),
        documents=len(documents),
        pages=sum(document.page_count for document in documents),
        unread_pages=sum(len(document.unread_pages) for document in documents),
        passages=index.count_passages(),
        embedded=index.count_vectors(),
        collections=tuple(sorted({name for document in documents for name in document.collections})),
        embedder=in_use["embedder"],
        reranker=in_use["reranker"],
        generator=in_use["generator"],
        device=hardware.describe(settings.gpu),
        notes=tuple(notes),
        waiting=waiting,
    )


def machine(models: Models, gpu: bool) -> Machine:
    """What runs the models, and those that are in memory. Loads none."""
    memory = psutil.virtual_memory()
    taken = psutil.Process().memory_info().rss
    return Machine(hardware.describe(gpu), memory.total, memory.available, taken, models.loaded())
