"""The highlights and notes of a reader: kept with their document, gone with it, and written into a copy of its file."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pdfs import write_pdf
from pincite.domain import Mark, MarkColour
from pincite.errors import FileError, LibraryError, PasswordNeeded
from pincite.library import Library
from pincite.parser import Parser
from tables import files

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.settings import Settings

TEXT = "The deposit is repaid after\nthirty days without interest."


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    with Library(settings, FakeModels()) as opened:
        yield opened


def add(library: Library, path: Path, **options: object) -> str:
    """The id of a file that is imported."""
    before = {document.id for document in library.documents()}
    list(library.add([str(path)], **options))  # type: ignore[arg-type]
    return next(document.id for document in library.documents() if document.id not in before)


def mark_of(library: Library, document_id: str, words: str, number: int = 1, **fields: object) -> Mark:
    """A mark on some words of a page."""
    (page,) = library.reading.words(document_id, [number])
    start = page.text.index(words)
    made = Mark(f"m-{words}", document_id, number, start, start + len(words), words, "2026-03-02T09:30:00Z")
    return replace(made, **fields)  # type: ignore[arg-type]


# --- the library -----------------------------------------------------------------------------------------------------


def test_marks_are_kept_replaced_and_taken_away(library: Library, settings: Settings, tmp_path: Path) -> None:
    document = add(library, write_pdf(tmp_path / "lease.pdf", [TEXT, TEXT]))
    later = mark_of(library, document, "interest", 2, colour=MarkColour.PINK, note="Ask Ada: why “without”?")
    first = mark_of(library, document, "thirty days")
    for mark in (later, first):
        library.marks.save(mark)
    assert library.marks.of(document) == [first, later]  # in the order of the text
    edited = replace(first, note="See § 4", colour=MarkColour.BLUE)
    library.marks.save(edited)
    with Library(settings, FakeModels()) as again:
        assert again.marks.of(document) == [edited, later]
    library.marks.remove(first.id)
    library.marks.remove(first.id)  # the second of two windows comes too late
    assert library.marks.of(document) == [later]
    library.marks.save(edited)  # which is how a window takes its deletion back
    assert library.marks.of(document) == [edited, later]


def test_marks_go_with_their_document_and_with_no_other(library: Library, tmp_path: Path) -> None:
    gone, stays = (add(library, write_pdf(tmp_path / f"{name}.pdf", [TEXT + name])) for name in ("gone", "stays"))
    kept = mark_of(library, stays, "deposit", id="kept")
    library.marks.save(kept)
    library.marks.save(mark_of(library, gone, "deposit"))
    library.remove(gone)
    assert library.marks.of(gone) == []
    assert library.marks.of(stays) == [kept]
    add(library, tmp_path / "gone.pdf")
    assert library.marks.of(gone) == []


def test_looking_for_marks_writes_nothing(library: Library, settings: Settings, tmp_path: Path) -> None:
    assert library.marks.of("1ea5e") == []
    library.marks.remove("none")
    assert not settings.library.exists()
    document = add(library, write_pdf(tmp_path / "lease.pdf", [TEXT]))
    before = files(settings.library)
    assert library.marks.of(document) == []
    assert files(settings.library) == before


@pytest.mark.parametrize("fields", [{"start": 9, "end": 9}, {"start": -1}, {"end": 10_000}, {"page": 2}, {"document_id": "x"}])
def test_what_is_not_there_cannot_be_marked(library: Library, tmp_path: Path, fields: dict[str, object]) -> None:
    document = add(library, write_pdf(tmp_path / "lease.pdf", [TEXT]))
    with pytest.raises(LibraryError):
        library.marks.save(replace(mark_of(library, document, "deposit"), **fields))  # type: ignore[arg-type]
    assert library.marks.of(document) == []


# --- a copy of the file ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_a_copy_has_the_marks_as_annotations_over_the_same_words(library: Library, tmp_path: Path, rotation: int) -> None:
    source = write_pdf(tmp_path / "lease.pdf", [TEXT], rotation=rotation)
    document = add(library, source)
    library.marks.save(mark_of(library, document, "after\nthirty", note="Half a month in France", colour=MarkColour.GREEN))
    copy = tmp_path / "copy.pdf"
    before = source.read_bytes()
    assert library.marks.export(document, str(copy)) == 1
    assert source.read_bytes() == before
    with pymupdf.open(copy) as file:
        page = file[0]
        assert page.rotation == rotation
        (annotation,) = page.annots()
        assert annotation.type[1] == "Highlight"
        assert annotation.info["content"] == "Half a month in France"
        assert annotation.info["title"] == "Pincite"
        assert annotation.info["creationDate"] == "D:20260302093000Z"
        points = annotation.vertices
        lines = [pymupdf.Quad(points[at : at + 4]).rect for at in range(0, len(points), 4)]
        under = [
            [word[4] for word in page.get_text("words") if pymupdf.Rect(word[:4]).get_area() / 2 < abs(line & word[:4])]
            for line in lines
        ]
        assert under == [["after"], ["thirty"]]
        red, green, blue = annotation.colors["stroke"]
        assert green > max(red, blue)


def test_a_copy_replaces_a_file_and_one_that_fails_leaves_nothing(library: Library, tmp_path: Path) -> None:
    document = add(library, write_pdf(tmp_path / "lease.pdf", [TEXT]))
    library.marks.save(mark_of(library, document, "deposit"))
    copy = tmp_path / "copy.pdf"
    copy.write_text("an older copy")
    assert library.marks.export(document, str(copy)) == 1
    assert copy.read_bytes().startswith(b"%PDF")
    with pytest.raises(FileError, match="cannot be written") as raised:
        library.marks.export(document, str(tmp_path / "no-such-folder" / "copy.pdf"))
    assert raised.value.hint
    copy.unlink()
    copy.mkdir()
    with pytest.raises(FileError, match="cannot be written"):
        library.marks.export(document, str(copy))
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "library") == ["copy.pdf", "lease.pdf"]


def test_the_copy_of_an_encrypted_file_is_encrypted_and_needs_its_password(library: Library, tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "secret.pdf", [TEXT], password="sesame")
    document = add(library, source, passwords={"": "sesame"})
    library.marks.save(mark_of(library, document, "deposit"))
    assert library.marks.export(document, str(tmp_path / "copy.pdf")) == 1
    with pymupdf.open(tmp_path / "copy.pdf") as file:
        assert file.needs_pass
        assert file.authenticate("sesame")
        assert len(list(file[0].annots())) == 1
    with Library(library._settings, FakeModels()) as restarted, pytest.raises(PasswordNeeded):
        restarted.marks.export(document, str(tmp_path / "other.pdf"))


def test_the_reading_process_writes_the_copy(tmp_path: Path) -> None:
    source = write_pdf(tmp_path / "lease.pdf", [TEXT])
    mark = Mark("m", "d", 1, 0, 3, "The", "2026-03-02T09:30:00Z", note="n")
    parser = Parser()
    try:
        parser.annotate(source, [(mark, ((50.0, 50.0, 90.0, 62.0),))], tmp_path / "copy.pdf")
        with pytest.raises(FileError):
            parser.annotate(tmp_path / "gone.pdf", [], tmp_path / "copy2.pdf")
    finally:
        parser.close()
    with pymupdf.open(tmp_path / "copy.pdf") as file:
        assert [annotation.info["content"] for annotation in file[0].annots()] == ["n"]
