"""Conditions on rows, and values of columns, as the database takes them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.domain import Scope


def quote(text: str) -> str:
    """A text as a literal."""
    return "'" + text.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """A list of texts as a literal; an empty one needs its type."""
    listed = ", ".join(map(quote, values))
    return f"make_array({listed})" if listed else "arrow_cast(make_array(), 'List(Utf8)')"


def one_of(column: str, values: Iterable[str]) -> str:
    """That a column has one of some values, of which there is at least one."""
    return f"{column} IN ({', '.join(map(quote, values))})"


def within(scope: Scope, column: str = "document_id") -> str:
    """That a row belongs to a scope; empty for the whole library. ``column`` has the ids of documents."""
    parts = []
    if scope.collection is not None:
        parts.append(f"array_has(collections, {quote(scope.collection)})")
    if scope.document_ids:
        parts.append(one_of(column, scope.document_ids))
    return " AND ".join(parts)
