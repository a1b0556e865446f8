"""Which columns of the tables are indexed, and from what size on. Searches nothing."""

from __future__ import annotations

from typing import Any

LARGE = 10_000
"""Rows of a table from which an index is quicker than a look at each of them."""

PROBES = 32
"""Parts of the index of vectors that are read for a question, of which there is one for every 8,192 vectors; where the scope is
so small that they do not have enough, as many as it takes.

Measured in a million: of the nearest 60, 24 parts have 98.4%, 32 have 99.0% and 48 have 99.8%, and each part costs 0.7 ms.
"""

REFINED = 2
"""How many times as many vectors as are wanted are compared in full, since the index keeps them in 8 bits."""

_KEYS = {"documents": ("id",), "pages": ("document_id",), "passages": ("id", "document_id"), "vectors": ("document_id",)}


def indexed(table: Any) -> set[str]:
    """The columns of a table that have an index."""
    return {column for index in table.list_indices() for column in index.columns}


def of_terms(table: Any) -> None:
    """Makes the full-text index of the table of passages anew."""
    from lancedb.index import FTS

    # the terms are made by us; phrases need positions; stop words stay, since clauses are made of them ("shall not")
    exact = {"stem": False, "lower_case": False, "ascii_folding": False, "remove_stop_words": False}
    config = FTS(base_tokenizer="whitespace", with_position=True, max_token_length=None, **exact)
    table.create_index("terms", config=config, replace=True)


def of_large(name: str, table: Any) -> None:
    """Makes the indexes that a table lacks, if it is large: of its keys, and an approximate one of vectors."""
    from lancedb.index import BTree, IvfSq

    if table.count_rows() < LARGE:
        return
    have = indexed(table)
    for column in _KEYS[name]:
        if column not in have:
            table.create_index(column, config=BTree())
    if name == "vectors" and "vector" not in have:
        table.create_index("vector", config=IvfSq(distance_type="cosine"))
