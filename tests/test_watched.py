"""Watched folders: what is new, changed, renamed and gone, each told from the others."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pdfs import write_pdf
from pincite.errors import LibraryError
from pincite.events import FileFinished, Notice
from pincite.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pincite.settings import Settings


@pytest.fixture
def opened(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    with Library(settings, FakeModels()) as library:
        yield library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two letters, one of them deeper down."""
    (tmp_path / "post" / "old").mkdir(parents=True)
    write_pdf(tmp_path / "post" / "a.pdf", ["The first letter is about the badger."])
    write_pdf(tmp_path / "post" / "old" / "b.pdf", ["The second letter is about the otter."])
    return tmp_path / "post"


def update(opened: Library) -> list[tuple[str, str]]:
    """What is told of each file, or the words of a notice."""
    told = []
    for event in opened.watched.update():
        if isinstance(event, FileFinished):
            told.append((Path(event.result.path).name, event.result.status.value))
        elif isinstance(event, Notice):
            told.append(("notice", event.message))
    return told


def paths(opened: Library) -> set[str]:
    return {Path(document.path).name for document in opened.documents()}


def test_new_files_are_imported_once(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder), " Post ")
    assert [(watched.path, watched.collection) for watched in opened.watched.folders()] == [(str(folder), "Post")]
    assert opened.documents() == []  # to choose a folder imports nothing
    assert update(opened) == [("a.pdf", "added"), ("b.pdf", "added")]
    assert {document.collections for document in opened.documents()} == {("Post",)}
    assert update(opened) == []
    write_pdf(folder / "c.pdf", ["The third letter is about the fox."])
    assert update(opened) == [("c.pdf", "added")]
    assert len(opened.documents()) == 3


def test_changed_file_takes_the_place_of_what_it_was(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    update(opened)
    write_pdf(folder / "a.pdf", ["The first letter is about the heron now."])
    assert update(opened) == [("a.pdf", "added")]
    assert paths(opened) == {"a.pdf", "b.pdf"}
    assert opened.search("heron").hits
    assert not any("badger" in hit.passage.text for hit in opened.search("badger").hits)


def test_changed_file_that_cannot_be_read_costs_nothing(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    update(opened)
    (folder / "a.pdf").write_text("half copied")
    assert update(opened) == [("a.pdf", "failed")]
    assert opened.search("badger").hits
    assert update(opened) == []  # not again and again


def test_renamed_file_is_known_by_its_bytes(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    update(opened)
    before = {document.id for document in opened.documents()}
    (folder / "a.pdf").rename(folder / "old" / "from the zoo.pdf")
    assert update(opened) == [("from the zoo.pdf", "unchanged")]
    assert {document.id for document in opened.documents()} == before
    assert paths(opened) == {"from the zoo.pdf", "b.pdf"}


def test_file_that_is_gone_is_told_and_its_document_stays(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    update(opened)
    (folder / "a.pdf").unlink()
    assert update(opened) == [("notice", "Gone from a watched folder: a.pdf.")]
    assert opened.search("badger").hits
    assert update(opened) == []


def test_touched_file_changes_nothing(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    update(opened)
    os.utime(folder / "a.pdf", (1_000_000, 1_000_000))
    assert update(opened) == [("a.pdf", "unchanged")]
    assert update(opened) == []


def test_folder_that_is_not_there_is_told_and_loses_nothing(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    update(opened)
    folder.rename(folder.with_name("away"))
    ((kind, message),) = update(opened)
    assert (kind, str(folder) in message) == ("notice", True)
    folder.with_name("away").rename(folder)
    assert update(opened) == []
    assert len(opened.documents()) == 2


def test_folder_is_watched_until_it_is_not(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    opened.watched.watch(str(folder), "Post")
    assert [watched.collection for watched in opened.watched.folders()] == ["Post"]
    opened.watched.unwatch(str(folder))
    assert opened.watched.folders() == []
    assert update(opened) == []


def test_only_folders_are_watched(opened: Library, folder: Path) -> None:
    with pytest.raises(LibraryError, match="not a folder"):
        opened.watched.watch(str(folder / "a.pdf"))


# --- what a look found -----------------------------------------------------------------------------------------------


def look(opened: Library) -> tuple[int, int, int, int, bool]:
    """Numbers of new, changed, gone and failed files of the last look, and whether the folder was there."""
    (watched,) = opened.watched.folders()
    assert watched.last is not None
    assert datetime.fromisoformat(watched.last.at).tzinfo is not None
    return watched.last.new, watched.last.changed, watched.last.gone, watched.last.failed, watched.last.there


def test_a_look_counts_what_it_found_and_the_last_find_is_kept(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder))
    assert opened.watched.folders()[0].last is None
    update(opened)
    assert look(opened) == (2, 0, 0, 0, True)
    write_pdf(folder / "a.pdf", ["The first letter is about the heron now."])
    (folder / "old" / "b.pdf").unlink()
    (folder / "c.pdf").write_text("half copied")
    update(opened)
    assert look(opened) == (0, 1, 1, 1, True)
    (folder / "a.pdf").rename(folder / "z.pdf")
    update(opened)
    assert look(opened) == (0, 0, 0, 0, True)  # a file that moved is neither new nor gone
    (watched,) = opened.watched.folders()
    assert watched.found is not None
    assert (watched.found.changed, watched.found.gone, watched.found.failed) == (1, 1, 1)
    folder.rename(folder.with_name("away"))
    update(opened)
    assert look(opened) == (0, 0, 0, 0, False)
    assert opened.watched.folders()[0].found == watched.found


def test_one_folder_is_looked_into_alone(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder / "old"))
    other = folder.with_name("other")
    other.mkdir()
    write_pdf(other / "c.pdf", ["The third letter is about the fox."])
    opened.watched.watch(str(other))
    list(opened.watched.update(str(other)))
    assert paths(opened) == {"c.pdf"}
    assert [watched.last is None for watched in opened.watched.folders()] == [True, False]


def test_folder_follows_its_collection(opened: Library, folder: Path) -> None:
    opened.watched.watch(str(folder), "Post")
    update(opened)
    opened.organising.change("Post", "Letters", "blue")
    assert opened.watched.folders()[0].collection == "Letters"
    ids = opened.organising.delete("Letters")
    write_pdf(folder / "c.pdf", ["The third letter is about the fox."])
    update(opened)
    assert opened.watched.folders()[0].collection is None
    assert opened.organising.collections() == []  # an import does not bring back what was deleted
    opened.organising.bring_back("Letters", "blue", ids)
    assert opened.watched.folders()[0].collection == "Letters"


def test_folder_is_put_into_the_collection_that_has_its_name(opened: Library, folder: Path) -> None:
    opened.organising.create("Post")
    opened.watched.watch(str(folder), "post")
    assert opened.watched.folders()[0].collection == "Post"


def test_list_without_looks_is_read(opened: Library, folder: Path, settings: Settings) -> None:
    opened.watched.watch(str(folder))
    file = settings.library / "watched.json"
    written = json.loads(file.read_text(encoding="utf-8"))
    del written["looks"]  # as versions wrote it that counted nothing
    file.write_text(json.dumps(written), encoding="utf-8")
    assert opened.watched.folders()[0].last is None


def test_attached_files_come_with_the_letter_that_holds_them(opened: Library, folder: Path) -> None:
    with pymupdf.open(folder / "a.pdf") as letter:
        letter.embfile_add("one", (folder / "old" / "b.pdf").read_bytes(), filename="receipt.pdf")
        letter.save(folder / "with.pdf")
    for name in ("a.pdf", "old/b.pdf"):
        (folder / name).unlink()
    opened.watched.watch(str(folder))
    assert update(opened) == [("with.pdf", "added"), ("receipt.pdf", "added")]
    assert paths(opened) == {"with.pdf", "receipt.pdf"}
    assert update(opened) == []
    (watched,) = opened.watched.folders()
    assert watched.last is not None
    assert watched.last.gone == 0


def test_file_that_was_unlocked_later_is_followed(opened: Library, folder: Path) -> None:
    locked = folder / "a.pdf"
    write_pdf(locked, ["The first letter is about the badger."], password="fox")
    opened.watched.watch(str(folder))
    assert update(opened) == [("a.pdf", "failed"), ("b.pdf", "added")]
    assert [
        event.result.status for event in opened.add([str(locked)], None, {"": "fox"}) if isinstance(event, FileFinished)
    ] == ["added"]
    write_pdf(locked, ["The first letter is about the heron now."])
    assert update(opened) == [("a.pdf", "added")]
    assert paths(opened) == {"a.pdf", "b.pdf"}
    assert len(opened.documents()) == 2
