"""What lies in the tables of a library, read past the code that wrote it, so that two libraries can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import lancedb

if TYPE_CHECKING:
    from pathlib import Path

ORDER = {
    "documents": ("id",),
    "pages": ("document_id", "number"),
    "passages": ("document_id", "page", "start", "id"),
    "vectors": ("document_id", "passage_id"),
}
"""The columns that each table is sorted by."""


def snapshot(library: Path, folder: str = "index") -> dict[str, list[dict[str, Any]]]:
    """All rows of a library in a fixed order, without the moment at which a document was added.

    A row that is there twice is twice in the list. What has no table yet has no rows. ``folder`` is where the tables lie.
    """
    database = lancedb.connect(str(library / folder))
    present = database.list_tables().tables
    tables: dict[str, list[dict[str, Any]]] = {}
    for name, columns in ORDER.items():
        rows = database.open_table(name).to_arrow().to_pylist() if name in present else []
        for row in rows:
            row.pop("added_at", None)
        tables[name] = sorted(rows, key=lambda row: [row[column] for column in columns])
    return tables


def files(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder below a folder, with its size in bytes and the time of its last change in ns."""
    return {str(path.relative_to(folder)): (path.stat().st_size, path.stat().st_mtime_ns) for path in sorted(folder.rglob("*"))}
