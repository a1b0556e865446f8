"""Documents on their way into the index, many small ones in one commit. Reads no file.

A commit takes as long for twenty documents as for one, and longer than to read a short one.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pincite import languages, passages, stamps
from pincite.domain import Document, DocumentStatus, Problem
from pincite.scans import problems, search_texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.domain import FileHead, Page, Passage
    from pincite.index import Index

_LANGUAGE_CHARS = 20_000  # of a document's text that are enough to tell its language


@dataclass(eq=False)
class Draft:
    """A document that is being read. Its pages are kept without their words, which are many and only stored.

    ``stale``: an earlier try may have left rows. ``begun``: it has a row, and some of its pages are written.
    """

    document: Document
    head: FileHead
    path: str  # as the user gave it
    password: str = field(repr=False)
    stale: bool = False
    begun: bool = False
    started: float = field(default_factory=time.monotonic)
    pages: list[Page] = field(default_factory=list)
    unwritten: list[Page] = field(default_factory=list)
    failure: Exception | None = None  # why it could not be written
    entry: tuple[Document, list[Passage], list[str]] | None = None  # what is published of it, with what is searched

    def take(self, page: Page) -> None:
        """Adds the next page."""
        self.unwritten.append(page)
        self.pages.append(replace(page, words=()))

    def label(self) -> None:
        """Gives the pages that are not written yet their stamps as labels. A few of those before show how they count."""
        count = len(self.unwritten)
        if count:
            known = stamps.labelled(self.pages[-count - stamps.FARTHEST :])[-count:]
            self.pages[-count:] = known
            self.unwritten = [replace(page, label=one.label) for page, one in zip(self.unwritten, known, strict=True)]

    def finish(self) -> None:
        """Splits the pages, when the last one was taken; what is left to do then is to write."""
        self.label()
        found = list(passages.split(self.document.id, self.pages, self.head.outline))
        document = replace(
            self.document,
            page_count=len(self.pages),
            passages=len(found),
            problems=(*problems(self.pages), *_left_out(self.head)),
            status=DocumentStatus.TEXT if found else DocumentStatus.READY,
            language=languages.detect(_sample(self.pages)),
        )
        self.entry = document, found, search_texts(document, found)


def write_pages(index: Index, drafts: Sequence[Draft]) -> None:
    """Writes the pages that are not written yet, and before them the rows of the documents, as "importing"."""
    new = [draft for draft in drafts if not draft.begun]
    index.begin_all(
        [(draft.document, draft.head.outline) for draft in new], [draft.document.id for draft in new if draft.stale]
    )
    for draft in new:
        draft.begun = True
    index.add_pages_of([(draft.document.id, page) for draft in drafts for page in draft.unwritten])
    for draft in drafts:
        draft.unwritten = []


def publish(index: Index, drafts: Sequence[Draft]) -> list[Document]:
    """Writes what is left of documents that are finished; they can be searched from then on."""
    write_pages(index, drafts)
    entries = [draft.entry for draft in drafts if draft.entry]
    index.publish_all(entries)
    return [document for document, *_ in entries]


def _left_out(head: FileHead) -> Iterator[Problem]:
    """What the user must know of attached files that are not imported."""
    if others := [name for name in head.attachments if not is_pdf(name)]:
        reason = f"attached and not imported, since not PDF: {', '.join(others)}"
        yield Problem(reason, "Save them from a PDF viewer, convert them to PDF, and add them.")


def is_pdf(name: str) -> bool:
    """Whether the name of a file says that it is a PDF."""
    return name.lower().endswith(".pdf")


def _sample(pages: Sequence[Page]) -> Iterator[str]:
    """The texts of some pages from all over a document."""
    chars = sum(len(page.text) for page in pages)
    step = max(1, chars // _LANGUAGE_CHARS)
    yield from (page.text for page in pages[::step])
