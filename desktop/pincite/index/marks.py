"""The table of the marks that readers leave on pages. It is made with the first mark, so that no library needs an upgrade."""

from __future__ import annotations

import threading
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite.domain import Mark, MarkColour
from pincite.index.conditions import quote
from pincite.index.tables import connect

if TYPE_CHECKING:
    import pyarrow as pa

NAME = "marks"

_TIDIED_EVERY = 64  # changes; each leaves a small file and a version of the table


class MarkTable:
    """The marks in one library. Opening writes nothing. It may be used from several threads.

    Args:
        location: A folder or a LanceDB URI, in which the other tables lie as well.
    """

    def __init__(self, location: str) -> None:
        self._location = location
        self._lock = threading.Lock()
        self._changes = 0

    def of(self, document_id: str) -> list[Mark]:
        """The marks of a document in the order of its text."""
        if not self._exists:
            return []
        found = self._db.open_table(NAME).search().where(f"document_id = {quote(document_id)}").to_list()
        marks = [Mark(**{**row, "colour": MarkColour(row["colour"])}) for row in found]
        return sorted(marks, key=lambda mark: (mark.page, mark.start, mark.end, mark.made_at))

    def save(self, mark: Mark) -> None:
        """Writes a mark; one with the same id is replaced."""
        import pyarrow as pa

        row = {field: getattr(mark, field) for field in Mark.__slots__}
        with self._lock:
            table = self._db.create_table(NAME, schema=_schema(), exist_ok=True)
            new = pa.Table.from_pylist([row], schema=_schema())
            table.merge_insert("id").when_matched_update_all().when_not_matched_insert_all().execute(new)
            self._changes += 1
            if self._changes % _TIDIED_EVERY == 0:
                table.optimize(cleanup_older_than=timedelta(minutes=10))  # longer than any read lasts

    def remove(self, mark_id: str) -> None:
        """Takes a mark away; one that is not there stays away."""
        self._delete(f"id = {quote(mark_id)}")

    def forget(self, document_id: str) -> None:
        """Takes all marks of a document away."""
        self._delete(f"document_id = {quote(document_id)}")

    def _delete(self, where: str) -> None:
        with self._lock:
            if self._exists and (table := self._db.open_table(NAME)).count_rows(where):
                table.delete(where)

    @property
    def _exists(self) -> bool:
        # to connect to a folder that is not there would make it
        if "://" not in self._location and not Path(self._location).is_dir():
            return False
        return NAME in self._db.list_tables().tables

    @cached_property
    def _db(self) -> Any:
        return connect(self._location)


def _schema() -> pa.Schema:
    import pyarrow as pa

    columns = {field: pa.string() for field in Mark.__slots__} | {field: pa.int32() for field in ("page", "start", "end")}
    return pa.schema(list(columns.items()))
