"""How the tables of older libraries become those of this Pincite, step by step. Opens no database.

A step must be able to run again after it was interrupted anywhere. The format is written to the library after all of them.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pincite import languages, rows
from pincite.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_ROWS_AT_ONCE = 2048


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: from a format to the next. ``run`` is given the connection to the database."""

    source: str
    target: str
    run: Callable[[Any], None]


def upgrade(database: Any, location: str, schema: str) -> str:
    """Copies the tables, then takes all steps from a format on. The full-text index is left to be made.

    Returns where the copy is.

    Raises:
        LibraryError: the tables are not in a folder, where they could be copied.
        OSError: there is no room for the copy, or it cannot be written.
    """
    if "://" in location:
        raise LibraryError(
            f"The library in {location} was made by an older Pincite and must be upgraded before it is changed.",
            "Copy it into a folder, add a document there, and copy it back.",
        )
    copy = _back_up(Path(location), schema)
    for step in MIGRATIONS[[step.source for step in MIGRATIONS].index(schema) :]:
        step.run(database)
    return str(copy)


def _back_up(folder: Path, schema: str) -> Path:
    """Whole or not at all. A copy that is there is of an upgrade that was interrupted: it has the tables as they were."""
    copy = folder.with_name(f"{folder.name}-format-{schema}")
    if not copy.exists():
        draft = copy.with_name(f"{copy.name}.part")
        shutil.rmtree(draft, ignore_errors=True)
        try:
            shutil.copytree(folder, draft)
            draft.rename(copy)
        except OSError as error:
            shutil.rmtree(draft, ignore_errors=True)  # the room that it takes may be the last there was
            if isinstance(error, shutil.Error):  # of every file, where one says enough
                raise OSError(error.args[0][0][2]) from error
            raise
    return copy


def _terms_and_languages(database: Any) -> None:
    """Documents get their language, passages their words as terms of it: full text was stemmed as English before."""
    documents = [{**row, "language": _language(database, row["id"])} for row in _rows(database, "documents")]
    spoken = {row["id"]: row["language"] for row in documents}
    passages = (
        {**row, "terms": languages.terms(row["search_text"], spoken.get(row["document_id"], languages.DEFAULT))}
        for row in _rows(database, "passages")
    )
    _overwrite(database, "documents", documents)
    _overwrite(database, "passages", passages)


def _rows(database: Any, table: str) -> Iterator[dict[str, Any]]:
    for batch in database.open_table(table).search().to_batches(_ROWS_AT_ONCE):
        yield from batch.to_pylist()


def _overwrite(database: Any, table: str, new: Iterable[dict[str, Any]]) -> None:
    """Puts other rows into a table in one commit; whoever is reading goes on with those that were there."""
    import pyarrow as pa

    # by way of a file: a large table does not fit into memory, and LanceDB hangs if its source reads from LanceDB
    with tempfile.TemporaryFile() as file:
        waiting = iter(new)
        with pa.ipc.new_stream(file, rows.schema(table)) as writer:
            while some := list(islice(waiting, _ROWS_AT_ONCE)):
                writer.write_table(rows.arrow(table, some))
        file.seek(0)
        with pa.ipc.open_stream(file) as reader:
            database.create_table(table, reader, mode="overwrite")


def _language(database: Any, document_id: str) -> str:
    pages = database.open_table("pages").search().where(f"document_id = '{document_id}'").select(["text"])
    return languages.detect(row["text"] for row in pages.to_list())


MIGRATIONS = (Migration("1", "2", _terms_and_languages),)
"""All steps, each from the format where the one before it ends."""
