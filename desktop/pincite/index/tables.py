"""Handles of a library's tables: some to write with, and rows read with one round trip for each query. Knows no document."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite.index.indexes import PROBES, REFINED

if TYPE_CHECKING:
    from collections.abc import Awaitable, Sequence

    import numpy as np
    import pyarrow as pa

# an interval of zero: every query sees what another thread or process has committed
_FRESH = timedelta(0)

_M_ARENA_MAX = -8  # of mallopt, in glibc's malloc.h
_HEAPS = 2


class Tables:
    """The tables in one place. Opening writes nothing. It may be used from several threads.

    Rows are read through LanceDB's asynchronous interface: the other asks for the table's schema before and after each query,
    which took 3 of the 10 ms of a search in 20,000 passages.

    Args:
        location: A folder or a LanceDB URI.
    """

    def __init__(self, location: str) -> None:
        self.location = location
        self._to_write: dict[str, Any] = {}
        self._to_read: dict[str, Any] = {}

    @cached_property
    def database(self) -> Any:
        """The connection to write with."""
        return connect(self.location)

    @cached_property
    def _reading(self) -> Any:
        return _wait(_lancedb().connect_async(self.location, read_consistency_interval=_FRESH))

    def names(self) -> list[str]:
        """The tables that there are."""
        # to connect to a folder that is not there would make it
        if "://" not in self.location and not Path(self.location).is_dir():
            return []
        names: list[str] = _wait(self._reading.list_tables()).tables
        return names

    def to_write(self, name: str) -> Any:
        """The handle of a table to write with."""
        if name not in self._to_write:
            self._to_write[name] = self.database.open_table(name)
        return self._to_write[name]

    def forget(self, *names: str) -> None:
        """Lets go of the handles of tables that were dropped or put in the place of others."""
        for name in names:
            self._to_write.pop(name, None)
            self._to_read.pop(name, None)

    # --- what is read ----------------------------------------------------------------------------------------------

    def version(self, name: str) -> int:
        """A number that grows with every change to a table."""
        version: int = _wait(self._table(name).version())
        return version

    def indexed(self, name: str) -> set[str]:
        """The columns of a table that have an index."""
        return {column for index in _wait(self._table(name).list_indices()) for column in index.columns}

    def count(self, name: str, where: str = "") -> int:
        """Number of rows, or of those that meet a condition."""
        count: int = _wait(self._table(name).count_rows(where or None))
        return count

    def arrow(self, name: str, where: str = "", columns: Sequence[str] = ()) -> pa.Table:
        """The rows that meet a condition, with some columns or all."""
        return _arrow(self._table(name).query(), where, columns)

    def rows(self, name: str, where: str = "", columns: Sequence[str] = ()) -> list[dict[str, Any]]:
        """The rows that meet a condition, with some columns or all."""
        found: list[dict[str, Any]] = self.arrow(name, where, columns).to_pylist()
        return found

    def matching(self, wanted: Any, where: str, limit: int) -> list[tuple[str, float]]:
        """(id, BM25 score) of the passages that match a full-text query, best first."""
        found = _arrow(self._table("passages").query().nearest_to_text(wanted).limit(limit), where, ["id", "_score"])
        return list(zip(found["id"].to_pylist(), found["_score"].to_pylist(), strict=True))

    def near(self, vector: np.ndarray, where: str, limit: int) -> list[tuple[str, float]]:
        """(passage id, cosine distance) of the vectors next to one, nearest first."""
        query = self._table("vectors").query().nearest_to(vector).distance_type("cosine")
        query = query.maximum_nprobes(0).minimum_nprobes(PROBES).refine_factor(REFINED).limit(limit)
        found = _arrow(query, where, ["passage_id", "_distance"])
        return list(zip(found["passage_id"].to_pylist(), found["_distance"].to_pylist(), strict=True))

    def _table(self, name: str) -> Any:
        if name not in self._to_read:
            self._to_read[name] = _wait(self._reading.open_table(name))
        return self._to_read[name]


def connect(location: str) -> Any:
    """A connection to write with."""
    return _lancedb().connect(location, read_consistency_interval=_FRESH)


def _lancedb() -> Any:
    """The database's library. It is told to read little at a time: to merge tables it would else take up to 2 GB."""
    _share_heaps()
    os.environ.setdefault("LANCE_DEFAULT_IO_BUFFER_SIZE", str(32 << 20))  # bytes
    os.environ.setdefault("LANCE_DEFAULT_BATCH_SIZE", "256")  # rows
    import lancedb

    return lancedb


def _share_heaps() -> None:
    """Lets all threads have two heaps together, where glibc would give each its own, up to eight for every core.

    LanceDB has many threads, and what one of them has freed stays with its heap: after 10,000 pages that was 160 MB.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # another C library
            ctypes.CDLL(None).mallopt(_M_ARENA_MAX, _HEAPS)


def _arrow(query: Any, where: str, columns: Sequence[str]) -> pa.Table:
    """Runs a query with its condition inside: what does not meet it takes nobody's place among the best."""
    query = query.where(where) if where else query
    return _wait((query.select(list(columns)) if columns else query).to_arrow())


def _wait(result: Awaitable[Any]) -> Any:
    from lancedb.background_loop import LOOP  # the one on which LanceDB's own synchronous interface waits

    return LOOP.run(result)
