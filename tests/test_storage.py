"""A library on disk: what it takes, what can go, and its copies that can be brought back."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from fakes import DirectParser, FakeModels
from pdfs import write_pdf
from pincite.errors import LibraryError
from pincite.library import Library
from pincite.settings import Settings
from pincite.storage import ABOUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)


@pytest.fixture
def library(settings: Settings, tmp_path: Path) -> Iterator[Library]:
    with Library(settings, FakeModels()) as opened:
        list(opened.add([str(write_pdf(tmp_path / "lease.pdf", ["The rent is due monthly."]))], "Matter"))
        yield opened


def test_a_backup_brings_everything_back_in_another_folder(library: Library, settings: Settings, tmp_path: Path) -> None:
    library.organising.change("Matter", "Matter 7", "red")
    archive, folder = tmp_path / "backup.zip", tmp_path / "restored"
    done = list(library.storage.back_up(str(archive)))
    assert (done[-1].done, done[0].done) == (done[-1].total, 0)
    list(library.storage.restore(str(archive), str(folder)))
    with Library(replace(settings, library=folder), FakeModels()) as restored:
        assert restored.documents() == library.documents()
        assert restored.organising.collections() == library.organising.collections()
        assert restored.search("rent").hits == library.search("rent").hits
        assert restored._ingest.stored(restored.documents()[0]).parent == folder / "files"
    assert sorted(path.name for path in tmp_path.glob("*.part")) == []


def test_a_backup_that_is_stopped_leaves_no_half_file_and_the_old_one_whole(library: Library, tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    archive.write_bytes(b"the one of last week")
    events = library.storage.back_up(str(archive))
    next(events)
    events.close()
    assert archive.read_bytes() == b"the one of last week"
    assert list(tmp_path.glob("*.part")) == []


def test_a_folder_that_holds_something_is_not_written_over(library: Library, tmp_path: Path) -> None:
    archive, folder = tmp_path / "backup.zip", tmp_path / "mine"
    list(library.storage.back_up(str(archive)))
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(LibraryError, match="is not empty"):
        list(library.storage.restore(str(archive), str(folder)))
    assert (folder / "thesis.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/outside", "C:\\outside", "index/..\\outside"])
def test_an_archive_that_reaches_out_of_its_folder_is_refused(library: Library, tmp_path: Path, name: str) -> None:
    archive = tmp_path / "evil.zip"
    with zipfile.ZipFile(archive, "w") as written:
        written.writestr(ABOUT, "{}")
        written.writestr(zipfile.ZipInfo(name), "x")
    with pytest.raises(LibraryError, match="not a backup"):
        list(library.storage.restore(str(archive), str(tmp_path / "new")))
    assert not (tmp_path / "outside.txt").exists()


def test_what_is_no_backup_or_was_damaged_is_said(library: Library, tmp_path: Path) -> None:
    text = tmp_path / "notes.zip"
    text.write_text("notes", encoding="utf-8")
    with pytest.raises(LibraryError, match="is damaged"):
        list(library.storage.restore(str(text), str(tmp_path / "new")))
    archive = tmp_path / "backup.zip"
    list(library.storage.back_up(str(archive)))
    data = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as read:
        info = next(member for member in read.infolist() if member.filename.endswith(".pdf"))
    data[info.header_offset + 200] ^= 0xFF
    archive.write_bytes(data)
    with pytest.raises(LibraryError, match="is damaged"):
        list(library.storage.restore(str(archive), str(tmp_path / "new")))
    assert not (tmp_path / "new").exists()


def test_backup_whose_packing_is_damaged_is_said(library: Library, tmp_path: Path) -> None:
    archive = tmp_path / "backup.zip"
    list(library.storage.back_up(str(archive)))
    data = bytearray(archive.read_bytes())
    with zipfile.ZipFile(archive) as read:
        info = next(member for member in read.infolist() if member.compress_type == zipfile.ZIP_DEFLATED and member.file_size)
    data[info.header_offset + 30 + len(info.filename.encode())] = 0x07  # a block of a type that there is not
    archive.write_bytes(data)
    with pytest.raises(LibraryError, match="is damaged"):
        list(library.storage.restore(str(archive), str(tmp_path / "new")))


def test_cleaning_up_frees_what_no_document_needs_and_nothing_else(library: Library, settings: Settings) -> None:
    orphan = settings.library / "files" / f"{'0' * 64}.pdf"
    orphan.write_bytes(b"x" * 5000)
    copy = settings.library / "index-format-1"
    copy.mkdir()
    (copy / "table").write_bytes(b"x" * 3000)
    use = library.storage.use()
    assert (use.waste, use.copies) == (8000, 3000)
    assert use.files > 5000
    before = library.documents()
    assert library.storage.clean_up() >= 7000  # the tables may have grown a little
    assert not orphan.exists()
    assert library.storage.use().waste == 0
    assert library.documents() == before
    assert library._ingest.stored(before[0]).parent == settings.library / "files"


def test_an_import_keeps_the_others_out(library: Library, tmp_path: Path) -> None:
    with library.imports.alone():
        for verb in (library.storage.clean_up, lambda: list(library.storage.back_up(str(tmp_path / "b.zip")))):
            with pytest.raises(LibraryError, match="being imported"):
                verb()


def test_choices_are_kept_for_the_next_start(library: Library, settings: Settings) -> None:
    library.configure(caution="cautious", gpu=False)
    assert (library.choices().caution, library.choices().gpu) == ("cautious", False)
    saved = Settings.load()
    assert (saved.caution, saved.gpu) == ("cautious", False)
    assert json.loads(json.dumps(library.machine().device))  # in words
