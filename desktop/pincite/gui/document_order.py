"""Which documents the list shows, and in which order. Pure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pincite.domain import DocumentStatus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.domain import Document


class Order(StrEnum):
    """What the documents are sorted by; the value is what is remembered between runs."""

    TITLE = "Title"
    ADDED = "Newest first"
    PAGES = "Longest first"
    STATE = "State, problems first"


class Show(StrEnum):
    """Which documents are shown."""

    ALL = "All documents"
    PROBLEMS = "With problems"
    UNREADY = "Not yet found by meaning"


def arranged(documents: Iterable[Document], order: Order, show: Show, words: str) -> list[Document]:
    """The documents that are to be shown, in order.

    Args:
        documents: All of them.
        order: What they are sorted by; documents that are equal in it are sorted by title.
        show: Which of them.
        words: Each must occur in the title, the name of the file, or a collection, in any case of letters.
    """
    wanted = words.casefold().split()
    shown = [document for document in documents if _shown(document, show) and all(word in _text(document) for word in wanted)]
    shown.sort(key=lambda document: (document.title.casefold(), document.id))
    if order is Order.ADDED:
        shown.sort(key=lambda document: document.added_at, reverse=True)
    elif order is Order.PAGES:
        shown.sort(key=lambda document: -document.page_count)
    elif order is Order.STATE:
        shown.sort(key=_state)
    return shown


def _shown(document: Document, show: Show) -> bool:
    if show is Show.PROBLEMS:
        return bool(document.problems)
    return show is Show.ALL or document.status is not DocumentStatus.READY


def _state(document: Document) -> tuple[bool, int]:
    return not document.problems, list(DocumentStatus).index(document.status)


def _text(document: Document) -> str:
    return "\n".join((document.title, document.path, *document.collections)).casefold()
