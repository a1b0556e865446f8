"""Reading PDFs: what is refused and why, what a page says, and that every box lies on its word."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pymupdf
import pytest

from fakes import ScriptedOcr
from pdfs import HEIGHT, WIDTH
from pincite.domain import OutlineEntry, Page, PageImage, PageProblem
from pincite.errors import FileError, PasswordNeeded
from pincite.pdf import PdfFile

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import MakePdf
    from pincite.ocr import Reading

DARK = 128  # of 255
SCALE = 3.0  # pixels per point of the pictures that boxes are checked on


def pages_of(path: Path) -> list[Page]:
    with PdfFile(path) as file:
        return list(file.pages())


def only_page(path: Path) -> Page:
    [page] = pages_of(path)
    return page


def refusal(path: Path, password: str = "") -> FileError:
    with pytest.raises(FileError) as refused, PdfFile(path, password):
        pass
    return refused.value


def written(tmp_path: Path, name: str, content: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


# --- what is refused -------------------------------------------------------------------------------------------------

NO_PAGES = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [] /Count 0>> endobj
trailer <</Root 1 0 R>>
"""

REFUSED = {
    "empty": (b"", "file.pdf is empty (0 bytes).", "Fetch or export it again."),
    "not a PDF": (b"PK\x03\x04 a word processor's file", "file.pdf is not a PDF.", "Convert it to PDF first."),
    "header only": (b"%PDF-1.7\n", "file.pdf is damaged and could not be repaired.", "fetch a new copy"),
    "noise": (b"%PDF-1.7\n" + bytes(range(256)) * 40, "file.pdf is damaged and could not be repaired.", "fetch a new copy"),
    "zero pages": (NO_PAGES, "file.pdf has no pages.", "save or export it again"),
}


@pytest.mark.parametrize("content", REFUSED)
def test_file_that_cannot_be_read_is_refused_in_one_line(tmp_path: Path, content: str) -> None:
    data, message, hint = REFUSED[content]
    error = refusal(written(tmp_path, "file.pdf", data))
    assert error.message == message
    assert hint in error.hint
    assert "\n" not in str(error)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path / "none.pdf")
    assert error.message == f"{tmp_path / 'none.pdf'} does not exist."
    assert error.hint == "Check the name and the folder."


def test_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "contracts.pdf"
    folder.mkdir()
    error = refusal(folder)
    assert error.message == "contracts.pdf is a folder."
    assert "Choose PDF files" in error.hint


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user")
def test_file_without_permission_is_refused(make_pdf: MakePdf) -> None:
    path = make_pdf(["Secret."])
    path.chmod(0)
    error = refusal(path)
    assert error.message == "file.pdf cannot be read: Permission denied."
    assert "permissions" in error.hint


def test_file_that_the_system_will_not_open_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path / ("n" * 300 + ".pdf"))
    assert "cannot be read" in error.message
    assert "disk" in error.hint


def test_encrypted_file_asks_for_its_password(make_pdf: MakePdf) -> None:
    path = make_pdf(["Confidential."], password="sesame")
    asked = refusal(path)
    assert isinstance(asked, PasswordNeeded)
    assert asked.message == "file.pdf is encrypted."
    assert "password" in asked.hint
    wrong = refusal(path, "open")
    assert isinstance(wrong, PasswordNeeded)
    assert wrong.message == "file.pdf is encrypted, and the password is wrong."
    with PdfFile(path, "sesame") as file:
        assert [page.text for page in file.pages()] == ["Confidential."]


def test_password_of_an_open_file_does_no_harm(make_pdf: MakePdf) -> None:
    with PdfFile(make_pdf(["Open."]), "needless") as file:
        assert file.head().page_count == 1


# --- damage ----------------------------------------------------------------------------------------------------------


def test_file_cut_off_at_its_head_is_refused(samples: Mapping[str, Path], tmp_path: Path) -> None:
    start = samples["residential-lease"].read_bytes()[:5000]
    assert refusal(written(tmp_path, "cut.pdf", start)).message == "cut.pdf is damaged and could not be repaired."


def test_file_cut_off_in_the_middle_names_every_page_that_lost_words(make_pdf: MakePdf, tmp_path: Path) -> None:
    path = make_pdf([f"Page {number}.\n" + "More words.\n" * 20 for number in range(1, 10)])
    data = path.read_bytes()
    whole = pages_of(path)
    cut = pages_of(written(tmp_path, "cut.pdf", data[: len(data) // 2]))
    assert cut[0] == whole[0]
    lost = {after.number for before, after in zip(whole, cut, strict=True) if after.text != before.text}
    assert lost
    assert {page.number for page in cut if page.problem} == lost


@pytest.mark.parametrize("before", [b"", b"From: a mail system\r\n\r\n"])
def test_file_with_a_broken_table_is_repaired(make_pdf: MakePdf, tmp_path: Path, before: bytes) -> None:
    data = make_pdf(["Kept."]).read_bytes()
    broken = written(tmp_path, "broken.pdf", before + data[: data.rindex(b"startxref")])
    assert only_page(broken).text == "Kept."


# --- the head --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "name", "shown"),
    [
        ("Lease of\n  Flat 4", "file.pdf", "Lease of Flat 4"),
        ("", "Lease_of_flat 4.pdf", "Lease of flat 4"),
        ("Untitled", "lease.pdf", "lease"),
        ("Microsoft Word - draft7", "lease.pdf", "lease"),
        ("draft 7.docx", "lease.pdf", "lease"),
        ("Document1", "lease.pdf", "lease"),
        ("--", "lease.pdf", "lease"),
    ],
)
def test_title_comes_from_the_file_or_its_name(make_pdf: MakePdf, title: str, name: str, shown: str) -> None:
    with PdfFile(make_pdf(["Text."], name=name, title=title)) as file:
        assert file.head().title == shown


def test_outline_and_labels(make_pdf: MakePdf) -> None:
    path = make_pdf(
        ["Preface.", "Rent.", "Notice."],
        outline=[(1, "Preface", 1), (1, "Terms", 2), (2, "Notice\nperiod", 3)],
        labels=[(1, "", "r"), (2, "A-", "D")],
    )
    with PdfFile(path) as file:
        head = file.head()
        assert [page.label for page in file.pages()] == ["i", "A-1", "A-2"]
    assert head.page_count == 3
    assert [(entry.level, entry.title, entry.page) for entry in head.outline] == [
        (1, "Preface", 1),
        (1, "Terms", 2),
        (2, "Notice period", 3),
    ]


def test_outline_entry_says_how_far_down_its_page(tmp_path: Path) -> None:
    with pymupdf.open() as file:
        file.new_page()
        file.set_toc([[1, "Notice", 1, {"kind": pymupdf.LINK_GOTO, "page": 0, "to": pymupdf.Point(72, 300)}]])
        file.save(tmp_path / "file.pdf")
    with PdfFile(tmp_path / "file.pdf") as read:
        assert read.head().outline == (OutlineEntry(1, "Notice", 1, 300.0),)


def test_page_without_label_is_called_by_its_number(make_pdf: MakePdf) -> None:
    assert [page.label for page in pages_of(make_pdf(["One.", "Two."]))] == ["1", "2"]


def test_reading_can_start_at_any_page(make_pdf: MakePdf) -> None:
    with PdfFile(make_pdf(["One.", "Two.", "Three."])) as file:
        assert [(page.number, page.text) for page in file.pages(2)] == [(2, "Two."), (3, "Three.")]


# --- pages without text ----------------------------------------------------------------------------------------------


def test_pages_without_text_say_why(make_pdf: MakePdf) -> None:
    scan, blank, garbled, sound = pages_of(
        make_pdf(["Scanned words.", "", "Words in a secret code.", "Sound."], pictures=[1], garbled=[3])
    )
    assert scan.problem == PageProblem.SCAN
    assert garbled.problem == PageProblem.UNKNOWN_CODE
    assert (blank.problem, sound.problem) == ("", "")  # a blank page hides nothing
    assert sound.text == "Sound."
    for page in (scan, blank, garbled):
        assert (page.text, page.words, page.lines) == ("", (), ())
        assert (page.width, page.height) == (WIDTH, HEIGHT)


def test_page_of_drawings_says_so(tmp_path: Path) -> None:
    with pymupdf.open() as file:
        file.new_page().draw_line((72, 72), (300, 300))
        file.save(tmp_path / "file.pdf")
    assert only_page(tmp_path / "file.pdf").problem == PageProblem.DRAWING


# --- pages that are read from their pictures --------------------------------------------------------------------------


def recognised(path: Path, ocr: ScriptedOcr) -> Page:
    with PdfFile(path) as file:
        [page] = file.recognise([1], ocr)
    return page


def over_picture(path: Path, text: str, invisible: bool = False) -> Path:
    """A page that is covered by a picture, with text on it."""
    with pymupdf.open() as file:
        page = file.new_page()
        page.insert_image(page.rect, pixmap=pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80), False))
        page.insert_text((72, 72), text, render_mode=3 if invisible else 0)
        file.save(path)
    return path


def test_scan_gets_the_words_of_its_picture(make_pdf: MakePdf) -> None:
    path = make_pdf(["Rent is due."], pictures=[1], labels=[(1, "A-", "D")])
    page = recognised(path, ScriptedOcr("Rent is due.\nNotice is given.", confidence=0.9))
    assert (page.text, page.label, page.problem) == ("Rent is due.\nNotice is given.", "A-1", "")
    assert (page.ocr, page.confidence, page.width, page.height) == (True, 0.9, WIDTH, HEIGHT)
    assert [page.text[word.start : word.end] for word in page.words] == page.text.split()
    assert page.words[1].box == (102.0, 72.0, 114.0, 84.0)
    assert [page.text[line.start : line.end] for line in page.lines] == ["Rent is due.", "Notice is given."]


def test_empty_sheet_has_no_problem_and_a_picture_without_words_has_one(make_pdf: MakePdf) -> None:
    path = make_pdf(["x"], pictures=[1])
    blank, photo = recognised(path, ScriptedOcr(None)), recognised(path, ScriptedOcr(""))
    assert (blank.text, blank.problem, blank.ocr) == ("", "", True)
    assert (photo.text, photo.problem, photo.ocr) == ("", PageProblem.PICTURE, False)


def test_stamp_on_a_scan_does_not_pass_for_its_text(tmp_path: Path) -> None:
    path = over_picture(tmp_path / "file.pdf", "ACME 000123")
    assert (only_page(path).problem, only_page(path).text) == (PageProblem.SCAN, "")
    page = recognised(path, ScriptedOcr("This lease is made on June 3.\nACME 000123"))
    assert page.text == "This lease is made on June 3.\nACME 000123"


@pytest.mark.parametrize("seen", ["Spring catalogue", ""], ids=["the same", "nothing"])
def test_title_over_a_picture_stays_as_it_is(tmp_path: Path, seen: str) -> None:
    page = recognised(over_picture(tmp_path / "file.pdf", "Spring catalogue"), ScriptedOcr(seen))
    assert (page.text, page.ocr, page.problem) == ("Spring catalogue", False, "")


PROSE = "The tenant gives the landlord sixty days of notice\nin writing before the tenancy ends in any of the years.\n" * 2


def test_letters_that_stand_for_others_go_to_ocr(make_pdf: MakePdf) -> None:
    # each letter is the one 29 places before it, as where a font's glyph numbers pass for characters
    cipher = "".join(chr(ord(letter) - 29) if letter.isalpha() else letter for letter in PROSE)
    path = make_pdf([cipher])
    assert only_page(path).problem == PageProblem.UNKNOWN_CODE
    assert recognised(path, ScriptedOcr(PROSE)).text == PROSE.strip()


def test_hidden_text_of_a_failed_ocr_goes_to_ocr(tmp_path: Path) -> None:
    path = over_picture(tmp_path / "file.pdf", "~ .;: 'I l| -- ^_ T% :: e, ,. r1~ ]|\n" * 5, invisible=True)
    assert only_page(path).problem == PageProblem.UNKNOWN_CODE
    assert recognised(path, ScriptedOcr("Read again.")).text == "Read again."


def test_hidden_text_of_a_good_ocr_is_kept(tmp_path: Path) -> None:
    path = over_picture(tmp_path / "file.pdf", PROSE, invisible=True)
    assert (only_page(path).problem, only_page(path).text.split()) == ("", PROSE.split())


@pytest.mark.parametrize(
    "text",
    ["ACGT ACGT ACGT ACGT ACGT\n" * 6, "Metoprolol 25 mg, 50 mg; HbA1c 6.5 %, LDL 70 mg/dL\n" * 6, PROSE.upper()],
    ids=["genes", "doses", "capitals"],
)
def test_unusual_text_is_not_taken_for_a_cipher(make_pdf: MakePdf, text: str) -> None:
    assert only_page(make_pdf([text])).problem == ""


def test_text_that_the_picture_confirms_is_kept(make_pdf: MakePdf) -> None:
    table = "NTH PWM CWM CRWTH HTTPS XML SQL DVD PDF KGB\nNHL PHD MRS LTD BBC CNN NBC MTV PVC TNT\n" * 2
    path = make_pdf([table])
    assert only_page(path).problem == PageProblem.UNKNOWN_CODE
    page = recognised(path, ScriptedOcr(table))
    assert (page.text, page.ocr, page.problem) == (table.strip(), False, "")


def test_page_that_cannot_be_drawn_is_damaged(make_pdf: MakePdf) -> None:
    with PdfFile(make_pdf(["One."])) as file:
        read = list(file.recognise([7, 1], ScriptedOcr("One.")))
    assert [(page.number, page.problem) for page in read] == [(7, PageProblem.DAMAGED), (1, "")]


@pytest.mark.parametrize(("side", "pixels"), [(792, 2200), (72, 600), (300, 1600), (4000, 3000)])
def test_pictures_have_the_size_that_is_read_best(tmp_path: Path, side: float, pixels: int) -> None:
    with pymupdf.open() as file:
        file.new_page(width=side / 2, height=side).draw_line((9, 9), (20, 20))
        file.save(tmp_path / "file.pdf")
    sizes = []

    class Ruler(ScriptedOcr):
        def read(self, image: PageImage) -> Reading:
            sizes.append(image.height)
            return super().read(image)

    recognised(tmp_path / "file.pdf", Ruler(""))
    assert sizes == [pytest.approx(pixels, abs=2)]


# --- text and its words ----------------------------------------------------------------------------------------------

LEASE = "# Notice\nThe Tenant gives sixty days' notice\nin writing.\n\nRent is $1,845.00."


def test_text_keeps_lines_and_blocks(make_pdf: MakePdf) -> None:
    page = only_page(make_pdf([LEASE]))
    assert page.text == "Notice\n\nThe Tenant gives sixty days' notice\nin writing.\n\nRent is $1,845.00."


def test_offsets_cut_out_each_word(make_pdf: MakePdf) -> None:
    page = only_page(make_pdf([LEASE]))
    assert [page.text[word.start : word.end] for word in page.words] == LEASE.removeprefix("# ").split()


def test_offsets_cut_out_each_line_with_its_type(make_pdf: MakePdf) -> None:
    page = only_page(make_pdf([LEASE]))
    assert [(page.text[line.start : line.end], line.size, line.bold) for line in page.lines] == [
        ("Notice", 16.0, True),
        ("The Tenant gives sixty days' notice", 11.0, False),
        ("in writing.", 11.0, False),
        ("Rent is $1,845.00.", 11.0, False),
    ]


def test_samples_are_covered_by_their_words_and_lines(samples: Mapping[str, Path]) -> None:
    for path in samples.values():
        for page in pages_of(path):
            words = [page.text[word.start : word.end] for word in page.words]
            assert words == page.text.split()
            assert " ".join(page.text[line.start : line.end] for line in page.lines).split() == words


def test_ligatures_are_written_out_and_offsets_stay_right(tmp_path: Path) -> None:
    with pymupdf.open() as file:
        page = file.new_page()
        writer = pymupdf.TextWriter(page.rect)
        writer.append((72, 72), "the oﬃce ﬁled a ﬂat aﬃdavit", font=pymupdf.Font("cjk"))
        writer.write_text(page)
        assert "ﬃ" in page.get_text(flags=pymupdf.TEXT_PRESERVE_LIGATURES)
        file.save(tmp_path / "file.pdf")
    read = only_page(tmp_path / "file.pdf")
    assert read.text == "the office filed a flat affidavit"
    assert [read.text[word.start : word.end] for word in read.words] == read.text.split()


def test_two_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = "\n".join(f"left line {number} goes on" for number in range(6))
    right = "\n".join(f"right line {number} goes on" for number in range(6))
    with pymupdf.open() as file:
        page = file.new_page()
        page.insert_text((72, 100), left)
        page.insert_text((330, 100), right)
        file.save(tmp_path / "file.pdf")
    assert only_page(tmp_path / "file.pdf").text == f"{left}\n\n{right}"


def test_cells_of_a_row_are_parted_by_a_tab(tmp_path: Path) -> None:
    with pymupdf.open() as file:
        page = file.new_page()
        page.insert_text((72, 100), "Metoprolol")
        page.insert_text((150, 100), "25 mg")
        file.save(tmp_path / "file.pdf")
    assert only_page(tmp_path / "file.pdf").text == "Metoprolol\t25 mg"


# --- where the words are ---------------------------------------------------------------------------------------------


def dark(image: PageImage) -> np.ndarray:
    pixels = np.frombuffer(image.samples, np.uint8).reshape(image.height, image.width, 3)
    return np.asarray((pixels < DARK).any(axis=2))


def assert_boxes_hold_the_ink(path: Path) -> None:
    """Every word's box has ink in it, and no ink is outside the boxes."""
    with PdfFile(path) as file:
        [page] = file.pages()
        image = file.render(1, SCALE)
    ink = dark(image)
    assert (image.width, image.height) == (round(page.width * SCALE), round(page.height * SCALE))
    rest = ink.copy()
    for word in page.words:
        x0, y0, x1, y1 = (round(edge * SCALE) for edge in word.box)
        assert ink[y0:y1, x0:x1].mean() > 0.05, page.text[word.start : word.end]
        rest[y0 - 1 : y1 + 1, x0 - 1 : x1 + 1] = False
    assert page.words
    assert not rest.any()


CROP = (60.0, 50.0, 500.0, 400.0)


@pytest.mark.parametrize("crop", [None, CROP], ids=["whole", "cropped"])
@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_lie_on_their_words_as_displayed(
    make_pdf: MakePdf, rotation: int, crop: tuple[float, float, float, float] | None
) -> None:
    assert_boxes_hold_the_ink(make_pdf([LEASE], rotation=rotation, crop=crop))


@pytest.mark.parametrize("rotation", [90, 270])
def test_landscape_page_stored_upright_reads_line_by_line(tmp_path: Path, rotation: int) -> None:
    lines = ["First line of three", "Second line of three", "Third line of three"]
    with pymupdf.open() as file:
        page = file.new_page(width=400, height=600)
        for row, line in enumerate(lines):
            at = (100 + 16 * row, 500) if rotation == 90 else (300 - 16 * row, 100)
            page.insert_text(at, line, rotate=rotation)
        page.set_rotation(rotation)
        file.save(tmp_path / "file.pdf")
    read = only_page(tmp_path / "file.pdf")
    assert [line for line in read.text.split("\n") if line] == lines
    assert (read.width, read.height) == (600, 400)
    assert_boxes_hold_the_ink(tmp_path / "file.pdf")


def test_words_outside_the_displayed_part_are_left_out(make_pdf: MakePdf) -> None:
    page = only_page(make_pdf(["Shown.\n" + "\n" * 40 + "Cut away."], crop=CROP))
    assert page.text == "Shown."
    assert (page.width, page.height) == (CROP[2] - CROP[0], CROP[3] - CROP[1])


# --- pictures --------------------------------------------------------------------------------------------------------


def test_picture_has_three_bytes_for_each_pixel(make_pdf: MakePdf) -> None:
    with PdfFile(make_pdf(["Text."])) as file:
        image = file.render(1, 0.5)
    assert (image.width, image.height, image.scale) == (306, 396, 0.5)
    assert len(image.samples) == image.width * image.height * 3


def test_huge_picture_is_made_smaller(make_pdf: MakePdf) -> None:
    with PdfFile(make_pdf(["Text."])) as file:
        image = file.render(1, 50)
    assert 24_000_000 < image.width * image.height < 25_100_000
    assert image.width == pytest.approx(WIDTH * image.scale, abs=1)


@pytest.mark.parametrize("number", [2, 99])
def test_picture_of_a_page_that_is_not_there_is_refused(make_pdf: MakePdf, number: int) -> None:
    with PdfFile(make_pdf(["Text."])) as file, pytest.raises(FileError, match=f"Page {number} of file.pdf"):
        file.render(number, 1)
