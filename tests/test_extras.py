"""What stands on a page beside its text: fields, ticks, notes, attached files, and forms that cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pymupdf
import pytest

from fakes import DirectParser, FakeModels
from pdfs import write_pdf
from pincite.domain import PageProblem
from pincite.errors import FileError
from pincite.events import FileFinished
from pincite.feed import _Room
from pincite.library import Library
from pincite.pdf import PdfFile
from pincite.pdf.labels import Labels

if TYPE_CHECKING:
    from pathlib import Path

    from pincite.domain import Page
    from pincite.reports import FileResult
    from pincite.settings import Settings


def read(path: Path) -> list[Page]:
    with PdfFile(path) as file:
        return list(file.pages())


def widget(kind: int, rect: tuple[float, float, float, float], value: Any, name: str) -> pymupdf.Widget:
    made = pymupdf.Widget()
    made.field_type, made.field_name, made.rect, made.field_value = kind, name, pymupdf.Rect(rect), value
    return made


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form with a name, a tick, an empty box, and two remarks of a reviewer, turned by 90 degrees."""
    with pymupdf.open() as file:
        page = file.new_page()
        page.insert_text((72, 72), "Name:")
        page.add_widget(widget(pymupdf.PDF_WIDGET_TYPE_TEXT, (120, 60, 300, 80), "Erika Mustermann", "name"))
        page.add_widget(widget(pymupdf.PDF_WIDGET_TYPE_CHECKBOX, (120, 90, 140, 110), True, "agreed"))
        page.add_widget(widget(pymupdf.PDF_WIDGET_TYPE_CHECKBOX, (150, 90, 170, 110), False, "refused"))
        page.add_text_annot((72, 300), "The date is missing.\nAsk the tenant.")
        highlight = page.add_highlight_annot(page.search_for("Name:")[0])
        highlight.set_info(content="Maiden name?")
        highlight.update()
        page.set_rotation(90)
        file.save(tmp_path / "form.pdf")
    return tmp_path / "form.pdf"


def test_fields_ticks_and_notes_are_text_with_places(form: Path) -> None:
    (page,) = read(form)
    assert page.text.split("\n\n")[-2:] == ["The date is missing.\nAsk the tenant.", "Maiden name?"]
    assert "Erika Mustermann" in page.text
    assert page.text.count("☑") == 1
    assert "3" not in page.text  # the letter of the symbol font that draws the tick
    boxes = {page.text[word.start : word.end]: word.box for word in page.words}
    x0, y0, x1, y1 = boxes["☑"]
    turned = pymupdf.Rect(120, 90, 140, 110) * pymupdf.Matrix(0, 1, -1, 0, page.width, 0)
    assert turned.contains(pymupdf.Point((x0 + x1) / 2, (y0 + y1) / 2))
    assert boxes["missing."] == boxes["Ask"]  # the place of the note's mark


def test_field_whose_value_is_not_drawn_is_read(tmp_path: Path, form: Path) -> None:
    with pymupdf.open(form) as file:
        for field in file[0].widgets():
            file.xref_set_key(field.xref, "AP", "null")
        file.save(tmp_path / "bare.pdf")
    (page,) = read(tmp_path / "bare.pdf")
    assert "Erika Mustermann" in page.text
    assert page.text.count("☑") == 1


def test_form_that_only_adobe_can_show_is_named(tmp_path: Path) -> None:
    text = "Please wait...\nIf this message is not eventually replaced, your PDF viewer may lack Adobe Reader support."
    plain = write_pdf(tmp_path / "plain.pdf", [text])
    assert read(plain)[0].problem == ""
    with pymupdf.open(plain) as file:
        file.xref_set_key(file.pdf_catalog(), "AcroForm", "<</Fields [] /XFA (x)>>")
        file.save(tmp_path / "xfa.pdf")
    (page,) = read(tmp_path / "xfa.pdf")
    assert (page.problem, page.text) == (PageProblem.XFA, "")


# --- attached files --------------------------------------------------------------------------------------------------


@pytest.fixture
def container(tmp_path: Path) -> Path:
    """A letter with a PDF, a broken PDF and a picture attached to it."""
    receipt = write_pdf(tmp_path / "receipt.pdf", ["The badger paid forty euros."])
    with pymupdf.open(write_pdf(tmp_path / "plain.pdf", ["See what is attached."])) as file:
        file.embfile_add("one", receipt.read_bytes(), filename="receipts/may.pdf")
        file.embfile_add("two", b"broken", filename="broken.pdf")
        file.embfile_add("three", b"\x89PNG", filename="photo.png")
        file.save(tmp_path / "letter.pdf")
    receipt.unlink()
    return tmp_path / "letter.pdf"


def add(opened: Library, path: Path) -> list[FileResult]:
    return [event.result for event in opened.add([str(path)], "Post") if isinstance(event, FileFinished)]


def test_attached_pdfs_become_documents_and_others_are_named(
    settings: Settings, container: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    with Library(settings, FakeModels()) as opened:
        letter, may, broken = add(opened, container)
        assert (letter.status, "photo.png" in letter.reason, letter.pages_unreadable) == ("added", True, ())
        assert (may.status, may.path) == ("added", str(container / "may.pdf"))
        assert (broken.status, "broken.pdf" in broken.reason) == ("failed", True)
        (hit,) = [hit for hit in opened.search("badger").hits if "forty euros" in hit.passage.text]
        assert (hit.title, hit.path) == ("may", str(container / "may.pdf"))
        assert {document.collections for document in opened.documents()} == {("Post",)}
        assert opened.render(may.document_id, 1, 0.2).width > 0
        assert opened.check() == []
        assert [result.status for result in add(opened, container)] == ["unchanged", "unchanged", "failed"]


def test_attached_pdfs_that_an_import_has_left_out_come_with_the_next(
    settings: Settings, container: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    with Library(settings, FakeModels()) as opened:
        with monkeypatch.context() as cut_off:
            cut_off.setattr("pincite.feed.ATTACHED_DEPTH", 0)
            add(opened, container)
        assert [document.title for document in opened.documents()] == ["letter"]
        assert [result.status for result in add(opened, container)] == ["unchanged", "added", "failed"]
        assert {document.collections for document in opened.documents()} == {("Post",)}


def test_attached_file_that_is_locked_is_opened_by_its_password(
    settings: Settings, container: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    locked = write_pdf(tmp_path / "locked.pdf", ["The otter paid nothing."], password="fox")
    with pymupdf.open(container) as file:
        file.embfile_add("four", locked.read_bytes(), filename="locked.pdf")
        file.save(tmp_path / "outer.pdf")
    locked.unlink()
    inner = tmp_path / "outer.pdf" / "locked.pdf"
    with Library(settings, FakeModels()) as opened:
        refused = add(opened, tmp_path / "outer.pdf")[-1]
        assert (refused.path, refused.status, refused.code) == (str(inner), "failed", "encrypted")
        events = opened.add([str(inner)], passwords={str(inner): "fox"})
        results = {event.result.path: event.result for event in events if isinstance(event, FileFinished)}
        assert results[str(inner)].status == "added"
        assert opened.render(results[str(inner)].document_id, 1, 0.2).width > 0
        assert opened.imports.waiting() == []


def test_file_waits_until_what_is_attached_to_it_is_read(
    settings: Settings, container: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    with Library(settings, FakeModels()) as opened:
        waits = []
        for event in opened.add([str(container)]):
            if isinstance(event, FileFinished):
                waits.append([file.path for file in opened.imports.waiting()])
        assert waits == [[str(container.resolve())]] * 3
        assert opened.imports.waiting() == []


def nest(folder: Path, depth: int) -> Path:
    """A PDF that holds a PDF that holds a PDF, so many deep; the innermost one is level 0."""
    inner = write_pdf(folder / "inner.pdf", ["The badger lives at level 0."])
    for level in range(1, depth + 1):
        with pymupdf.open(write_pdf(folder / "outer.pdf", [f"The badger lives at level {level}."])) as file:
            file.embfile_add("one", inner.read_bytes(), filename=f"level {level - 1}.pdf")
            file.save(folder / "whole.pdf")
        inner = (folder / "whole.pdf").rename(folder / f"level {level}.pdf")
    return inner


def test_pdfs_within_attached_pdfs_are_read(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    outer = nest(tmp_path, 3)
    with Library(settings, FakeModels()) as opened:
        results = add(opened, outer)
        assert [(result.status, result.pages) for result in results] == [("added", 1)] * 4
        assert results[3].path == str(outer / "level 2.pdf" / "level 1.pdf" / "level 0.pdf")
        (hit,) = opened.search('"at level 0"').hits
        assert hit.path == str(outer.resolve() / "level 2.pdf" / "level 1.pdf" / "level 0.pdf")


def test_attached_files_end_where_there_is_no_room(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    outer = nest(tmp_path, 7)
    with Library(settings, FakeModels()) as opened:
        results = add(opened, outer)
        assert [result.status for result in results] == ["added"] * 6 + ["failed"]  # itself, and five within
        assert "level 1.pdf was not read: it lies more than 5 files deep within another." in results[-1].reason


def test_attached_files_are_limited_in_number_and_size(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    with pymupdf.open(write_pdf(tmp_path / "plain.pdf", ["See what is attached."])) as file:
        for number in range(4):
            one = write_pdf(tmp_path / "one.pdf", [f"Receipt {number} of the badger."])
            file.embfile_add(f"{number}", one.read_bytes(), filename=f"{number}.pdf")
        file.save(tmp_path / "many.pdf")
    monkeypatch.setattr("pincite.feed._Room", lambda: _Room(files=2))
    with Library(settings, FakeModels()) as opened:
        results = add(opened, tmp_path / "many.pdf")
        assert [result.status for result in results] == ["added", "added", "added", "failed", "failed"]
        assert "too much is attached" in results[-1].reason
    monkeypatch.setattr("pincite.pdf._MAX_ATTACHED", 100)
    with PdfFile(tmp_path / "many.pdf") as opened_file, pytest.raises(FileError, match="too large"):
        opened_file.attachment(0)


# --- labels ----------------------------------------------------------------------------------------------------------


def test_labels_follow_the_rules() -> None:
    rules = [
        {"startpage": 0, "style": "r"},
        {"startpage": 4, "prefix": "A-", "style": "D", "firstpagenum": 7},
        {"startpage": 6, "style": "a", "firstpagenum": 26},
        {"startpage": 8, "prefix": "Cover"},
        {"startpage": 9, "style": "R", "firstpagenum": 1994},
    ]
    labels = Labels(rules)
    assert [labels.of(number) for number in range(1, 11)] == [
        *("i", "ii", "iii", "iv", "A-7", "A-8", "z", "aa", "Cover", "MCMXCIV"),
    ]
    assert Labels().of(3) == "3"
    assert Labels([{"startpage": 5, "style": "D"}]).of(3) == "3"
