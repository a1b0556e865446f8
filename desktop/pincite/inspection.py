"""Looks for what is wrong with a library. Mends nothing: each finding says what does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite import passages
from pincite.domain import DocumentStatus, Finding

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pincite.domain import Document
    from pincite.index import Index


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
