"""Watched folders: what is new, changed, renamed and gone, each told from the others."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

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
