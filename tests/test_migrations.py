"""Libraries of older formats: read as they are, upgraded before the first write, whole again whatever stops that."""

from __future__ import annotations

import errno
import functools
import shutil
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import lancedb
import numpy as np
import pyarrow as pa
import pytest
from lancedb.index import FTS

from fakes import DirectParser, FakeModels
from pdfs import write_pdf
from pincite import passages, rows
from pincite.domain import Document, DocumentStatus, Page, Passage, Scope
from pincite.errors import LibraryError
from pincite.index import SCHEMA, Index, migrations
from pincite.library import Library
from pincite.settings import Settings
from tables import files, snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

EVERYTHING = Scope()
NEAR = np.array([1, 0, 0], dtype=np.float32)

LEASE = (
    "Die Kündigungen sind schriftlich zu erklären, und der Mieter hat die Wohnung mit dem Ende der Frist zu räumen.",
    "Die Kaution ist auf das Konto des Vermieters zu zahlen und wird nach dem Ende der Miete erstattet.",
)
POLICY = tuple(f"Under § 4.{number} the tenancy terminates after {number} months." for number in range(1, 40))
CONTRACT = ("合同终止后，出租人应退还押金，承租人应交还房屋。",)
SHELF = (("de", "Law", LEASE), ("en", "Law", POLICY), ("zh", "Asia", CONTRACT), ("en", "", ()))
"""Language, collection, and the texts of the pages of each document, which are its passages, too."""


class Killed(BaseException):
    """The process ends here; nothing below the test may catch it."""


# --- libraries to upgrade --------------------------------------------------------------------------------------------


def shelf() -> list[tuple[Document, list[Page], list[Passage]]]:
    """The documents of :data:`SHELF`."""
    made = []
    for number, (language, collection, texts) in enumerate(SHELF):
        status = DocumentStatus.READY if texts else DocumentStatus.TEXT
        collections = (collection,) if collection else ()
        document = Document(
            f"{number}" * 64, f"No. {number}", "/a.pdf", collections, len(texts), status, "2024", len(texts), language=language
        )
        pages = [Page(at, str(at), text) for at, text in enumerate(texts, 1)]
        found = [
            Passage(f"{number}-{at}", document.id, at, str(at), "", 0, len(text), ((0, len(text)),), text)
            for at, text in enumerate(texts, 1)
        ]
        made.append((document, pages, found))
    return made


def make_new(folder: Path) -> None:
    """The library as this Pincite makes it."""
    index = Index(str(folder / "index"))
    index.create(passages.SPLITTER)
    for document, pages, found in shelf():
        index.begin(document, [])
        index.add_pages(document.id, pages)
        index.publish(document, found, [passage.text for passage in found])
        if found:
            index.add_vectors(document, {passage.id: NEAR for passage in found}, "some")


def make_format_1(folder: Path) -> None:
    """The library as Pincite 0.1 made it: no languages, no terms, full text stemmed as English by the database."""
    database = lancedb.connect(str(folder / "index"))
    texts, ints, floats = pa.list_(pa.string()), pa.list_(pa.int32()), pa.list_(pa.float32())
    schemas = {
        "documents": {
            **dict.fromkeys(("id", "title", "path"), pa.string()),
            "collections": texts,
            "page_count": pa.int32(),
            **dict.fromkeys(("status", "added_at"), pa.string()),
            "passages": pa.int32(),
            **dict.fromkeys(("problems", "outline"), pa.string()),
        },
        "pages": {
            "document_id": pa.string(),
            "number": pa.int32(),
            **dict.fromkeys(("label", "text"), pa.string()),
            "word_offsets": ints,
            "word_boxes": floats,
            "line_offsets": ints,
            "line_sizes": floats,
            "line_bold": pa.list_(pa.bool_()),
            **dict.fromkeys(("width", "height"), pa.float32()),
            "ocr": pa.bool_(),
            "confidence": pa.float32(),
            "problem": pa.string(),
        },
        "passages": {
            **dict.fromkeys(("id", "document_id"), pa.string()),
            "collections": texts,
            "page": pa.int32(),
            **dict.fromkeys(("page_label", "section"), pa.string()),
            **dict.fromkeys(("start", "end"), pa.int32()),
            "sentences": ints,
            **dict.fromkeys(("text", "search_text"), pa.string()),
        },
        "vectors": {
            **dict.fromkeys(("passage_id", "document_id"), pa.string()),
            "collections": texts,
            "vector": pa.list_(pa.float32(), 3),
        },
    }
    tables: dict[str, list[dict[str, Any]]] = {name: [] for name in schemas}
    for document, pages, found in shelf():
        tables["documents"].append(rows.from_document(document, []))
        tables["pages"] += [rows.from_page(document.id, page) for page in pages]
        for passage in found:
            tables["passages"].append(rows.from_passage(passage, document.collections, passage.text, "en"))
            keys = {"passage_id": passage.id, "document_id": document.id}
            tables["vectors"].append({**keys, "collections": list(document.collections), "vector": NEAR})
    for name, columns in schemas.items():
        old = [{column: row[column] for column in columns} for row in tables[name]]
        database.create_table(name, pa.Table.from_pylist(old, schema=pa.schema(list(columns.items()))))
    config = FTS(with_position=True, stem=True, remove_stop_words=False)
    database.open_table("passages").create_index("search_text", config=config, replace=True)
    meta = {"schema": "1", "splitter": passages.SPLITTER, "embedder": "some", "dimension": "3"}
    database.create_table("meta", [{"key": key, "value": value} for key, value in meta.items()])


MAKERS: dict[str, Callable[[Path], None]] = {"1": make_format_1}
"""Writes a library of each format that there ever was before this one."""


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The rows of the library as it is made anew."""
    folder = tmp_path_factory.mktemp("new")
    make_new(folder)
    return snapshot(folder)


@pytest.fixture(scope="module", params=MAKERS)
def made_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp(f"format-{request.param}")
    MAKERS[request.param](folder)
    return request.param, folder


@pytest.fixture
def old(made_once: tuple[str, Path], tmp_path: Path) -> Path:
    """The folder of a library of an older format."""
    return Path(shutil.copytree(made_once[1], tmp_path / "library"))


@pytest.fixture
def schema(made_once: tuple[str, Path]) -> str:
    """The format of that library."""
    return made_once[0]


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    monkeypatch.setattr(migrations, "_ROWS_AT_ONCE", 32)  # fewer than the passages


def found(index: Index, words: str, scope: Scope = EVERYTHING, required: tuple[str, ...] = ()) -> list[str]:
    return [id_ for id_, _ in index.search_text(words, scope, 5, required, required)]


def check_upgraded(folder: Path, new: dict[str, list[dict[str, Any]]]) -> None:
    """The tables are those of a library that was made anew, and full text is searched in the languages of the documents."""
    assert snapshot(folder) == new
    index = Index(str(folder / "index"))
    assert index.meta() == {"schema": SCHEMA, "splitter": passages.SPLITTER, "embedder": "some", "dimension": "3"}
    assert found(index, "Kündigung") == ["0-1"]
    assert found(index, "§ 4.17")[0] == "1-17"
    assert found(index, "", required=("17 months",)) == ["1-17"]
    assert found(index, "押金") == ["2-1"]
    table = lancedb.connect(str(folder / "index")).open_table("passages")
    assert [index.columns for index in table.list_indices()] == [["terms"]]
    assert len(index.search_vectors(NEAR, Scope("Law"), 100)) == len(LEASE) + len(POLICY)


# --- before ----------------------------------------------------------------------------------------------------------


def test_every_migration_is_tested_here_and_they_lead_to_this_format() -> None:
    steps = [(step.source, step.target) for step in migrations.MIGRATIONS]
    assert steps == list(zip(MAKERS, [*MAKERS, SCHEMA][1:], strict=True))


def test_older_library_is_searched_as_it_is(old: Path, schema: str) -> None:
    before = files(old)
    index = Index(str(old / "index"))
    assert index.meta()["schema"] == schema
    assert len(found(index, "terminated")) == 5
    assert found(index, "Kündigungen") == ["0-1"]
    assert found(index, "", required=("after 17 months",)) == ["1-17"]
    assert found(index, "", required=("17 after",)) == []
    assert found(index, "terminated", Scope("Asia")) == []
    assert len(index.search_vectors(NEAR, Scope("Law"), 100)) == len(LEASE) + len(POLICY)
    assert [page.text for page in index.pages("0" * 64)] == list(LEASE)
    with opened(old) as library:
        assert [document.title for document in library.documents()] == ["No. 0", "No. 1", "No. 2", "No. 3"]
        assert {hit.passage.id for hit in library.search('tenancy "17 months"').hits} == {"1-17"}
        assert not library.search("Kaution -Vermieters").hits
    assert files(old) == before


def opened(folder: Path) -> Library:
    return Library(Settings(library=folder, models=folder / "none"), FakeModels(None))


# --- upgrade ---------------------------------------------------------------------------------------------------------


def test_upgraded_library_is_as_if_it_had_been_made_anew(old: Path, schema: str, new: dict[str, list[dict[str, Any]]]) -> None:
    before = snapshot(old)
    reader = Index(str(old / "index"))
    assert found(reader, "Kündigung") == []  # not a form of it in English
    copy = Index(str(old / "index")).upgrade()
    check_upgraded(old, new)
    assert found(reader, "Kündigung") == ["0-1"]  # without being opened again
    assert Path(copy).parent == old
    assert snapshot(old, Path(copy).name) == before
    assert found(Index(copy), "terminated")
    assert Index(copy).meta()["schema"] == schema
    after = files(old)
    assert Index(str(old / "index")).upgrade() == ""
    Index(str(old / "index")).create(passages.SPLITTER)
    assert files(old) == after


@pytest.mark.parametrize("work", ["add", "resume", "rebuild_vectors"])
def test_first_write_upgrades(old: Path, tmp_path: Path, work: str) -> None:
    path = write_pdf(tmp_path / "new.pdf", [LEASE[0].replace(", ", ",\n")])
    with opened(old) as library:
        works = {"add": lambda: library.add([str(path)]), "resume": library.resume, "rebuild_vectors": library.rebuild_vectors}
        list(works[work]())
        pages = {(hit.title, hit.passage.page) for hit in library.search("Kündigung").hits}
    assert pages == {("No. 0", 1)} | ({("new", 1)} if work == "add" else set())
    assert Index(str(old / "index")).meta()["schema"] == SCHEMA


def test_library_without_documents_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "SHELF", ())
    for maker in MAKERS.values():
        maker(tmp_path)
        Index(str(tmp_path / "index")).create(passages.SPLITTER)
        assert not any(snapshot(tmp_path).values())
        assert Index(str(tmp_path / "index")).meta()["schema"] == SCHEMA


# --- what stops an upgrade -------------------------------------------------------------------------------------------


class Countdown:
    """Kills at the beginning of the write number ``at`` of an upgrade, counted from 0."""

    def __init__(self, at: int, monkeypatch: pytest.MonkeyPatch) -> None:
        self._left = at
        copying = SimpleNamespace(**vars(shutil))  # its functions call each other, and count once
        monkeypatch.setattr(migrations, "shutil", copying)
        for owner, name in (
            (copying, "copytree"),
            (Path, "rename"),
            (rows, "arrow"),
            (lancedb.db.LanceDBConnection, "create_table"),
            (lancedb.table.LanceTable, "create_index"),
            (lancedb.merge.LanceMergeInsertBuilder, "execute"),
        ):
            monkeypatch.setattr(owner, name, self._before(getattr(owner, name)))

    def _before(self, write: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(write)
        def counted(*args: Any, **options: Any) -> Any:
            if self._left == 0:
                raise Killed
            self._left -= 1
            return write(*args, **options)

        return counted


WRITES = ["copy", "copy in place", "rows", "documents", "rows", "rows", "passages", "full-text index", "rows", "format"]


@pytest.mark.parametrize("at", range(len(WRITES)), ids=lambda at: f"{at}-{WRITES[at]}")
def test_upgrade_goes_on_after_it_was_killed(
    old: Path, new: dict[str, list[dict[str, Any]]], at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(old)
    with monkeypatch.context() as patch:
        Countdown(at, patch)
        with pytest.raises(Killed):
            Index(str(old / "index")).upgrade()
    killed = Index(str(old / "index"))
    assert len(killed.documents()) == len(SHELF)
    assert found(killed, "Kündigungen") == ["0-1"]  # it can be searched meanwhile
    copy = Path(Index(str(old / "index")).upgrade())
    check_upgraded(old, new)
    assert snapshot(old, copy.name) == before
    assert sorted(path.name for path in old.iterdir()) == sorted(["index", copy.name])


def test_there_is_no_write_beyond_those_that_were_killed(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        Countdown(len(WRITES), patch)
        assert Index(str(old / "index")).upgrade()


def stop_copying(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """The folder is copied but for one table, then nothing more."""

    def copytree(source: Path, target: Path) -> None:
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("passages.lance"))
        raise error

    monkeypatch.setattr(migrations, "shutil", SimpleNamespace(**{**vars(shutil), "copytree": copytree}))


def test_half_a_copy_of_an_upgrade_that_was_killed_is_made_again(
    old: Path, new: dict[str, list[dict[str, Any]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = snapshot(old)
    with monkeypatch.context() as patch:
        stop_copying(patch, Killed())
        with pytest.raises(Killed):
            Index(str(old / "index")).upgrade()
    copy = Index(str(old / "index")).upgrade()
    check_upgraded(old, new)
    assert snapshot(old, Path(copy).name) == before


FULL = OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("error", [FULL, shutil.Error([("a", "b", str(FULL)), ("c", "d", str(FULL))])])
def test_without_room_for_the_copy_the_library_is_left_as_it_was(
    old: Path, tmp_path: Path, error: OSError, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(old / "index")
    with opened(old) as library, monkeypatch.context() as patch:
        stop_copying(patch, error)
        with pytest.raises(LibraryError, match=r"cannot be written: [^(]*No space left on device\. ") as caught:
            list(library.add([str(write_pdf(tmp_path / "new.pdf", ["Late."]))]))
        assert caught.value.hint
        assert files(old / "index") == before
        assert [path.name for path in old.iterdir() if path.is_dir()] == ["index"]  # nothing is left to fill the disk
        assert library.search("terminated").hits


def test_where_no_copy_can_be_made_the_library_is_left_as_it_was(old: Path, schema: str) -> None:
    (old / f"index-format-{schema}.part").touch()  # a file in the way of the folder stops the superuser as well
    before = files(old / "index")
    with opened(old) as library:
        with pytest.raises(LibraryError, match="cannot be written"):
            list(library.resume())
        assert files(old / "index") == before
        assert library.search("terminated").hits


def test_tables_that_are_in_no_folder_are_read_but_not_upgraded(old: Path) -> None:
    before = files(old)
    index = Index(f"file://{old}/index")
    assert found(index, "terminated")
    for write in (index.upgrade, lambda: index.create(passages.SPLITTER)):
        with pytest.raises(LibraryError, match="older Pincite") as caught:
            write()
        assert "folder" in caught.value.hint
    assert files(old) == before


def test_newer_library_is_not_upgraded(old: Path) -> None:
    table = lancedb.connect(str(old / "index"), read_consistency_interval=timedelta(0)).open_table("meta")
    index = Index(str(old / "index"))
    table.update(where="key = 'schema'", values={"value": str(int(SCHEMA) + 1)})
    before = files(old)
    with pytest.raises(LibraryError, match="newer Pincite"):
        Index(str(old / "index")).upgrade()
    with pytest.raises(LibraryError, match="newer Pincite"):
        index.upgrade()  # another program has upgraded it since it was opened
    assert files(old) == before
