"""Makes the sample PDFs from ``content/*.md``: ``python make_samples.py [FOLDER]`` (its own folder when not given).

Needs PyMuPDF and nothing else, and makes the same pages everywhere: its fonts are the ones built into PyMuPDF, and all
dates and identifiers are fixed. The parties, people and figures in the documents are invented.
"""

from __future__ import annotations

import argparse
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import pymupdf
from markup import strips_of
from pagination import Sheet, paginate
from typesetting import GREY, Colour, Look, Shape, Strip, Text, font, set_lines, width_of, words_of

HERE = Path(__file__).resolve().parent
LETTER, A4, TEXTBOOK = (612.0, 792.0), (595.0, 842.0), (540.0, 666.0)
SCAN_DPI = 150


@dataclass(frozen=True, slots=True)
class Sample:
    """One document: the stem of its content and PDF, the title in its metadata, and the running head."""

    stem: str
    title: str
    author: str
    head: str
    look: Look


SAMPLES = (
    Sample(
        "residential-lease",
        "Residential Lease Agreement – 418 Alder Court, Unit 3B",
        "Quillfeather Property Holdings LLC",
        "Residential Lease – 418 Alder Court, Unit 3B",
        Look(
            LETTER, 84, 11, 15.2, head="tibo", plain="tiro", plain_bold="tibo",
            accent=(0.05, 0.05, 0.05), tint=(0.92, 0.92, 0.91), justify=False,
        ),
    ),
    Sample(
        "master-services-agreement",
        "Master Services Agreement – Brightwater Logistics, Inc. and Corvane Systems Ltd.",
        "Corvane Systems Ltd.",
        "Master Services Agreement MSA-2024-0193",
        Look(
            LETTER, 80, 10.4, 14.2,
            accent=(0.07, 0.18, 0.33), tint=(0.9, 0.93, 0.96), justify=True,
        ),
    ),
    Sample(
        "hypertension-guideline",
        "Management of Hypertension in Adults: Clinical Guideline NCG-14",
        "Northern Collaborative for Clinical Guidance",
        "NCG-14 · Management of Hypertension in Adults",
        Look(
            A4, 62, 10.8, 14.9,
            accent=(0.0, 0.32, 0.36), tint=(0.9, 0.95, 0.95), justify=True, clause=24,
        ),
    ),
    Sample(
        "photosynthesis-chapter",
        "Foundations of Plant Biology, Chapter 3: Photosynthesis",
        "R. Okonedo-Vance and T. Halloran-Mbeki",
        "Chapter 3 · Photosynthesis",
        Look(
            TEXTBOOK, 66, 11, 15.0,
            accent=(0.1, 0.36, 0.16), tint=(0.92, 0.96, 0.9), justify=True, top=76, bottom=66,
        ),
    ),
)  # fmt: skip


def contents_strips(headings: list[tuple[int, str, int]], look: Look) -> list[Strip]:
    """Lines of a table of contents: title, leaders, page number of the body."""
    strips = []
    size = look.size * 0.95
    for level, title, number in headings:
        face = look.bold if level == 1 else look.roman
        indent = 0.0 if level == 1 else 16.0
        room = look.measure - indent - 34
        lines = set_lines(words_of(title, face, face, face), room, size, look.leading * 0.88, x=indent)
        last = lines[-1].ink[-1]
        assert isinstance(last, Text)
        start = last.x + width_of(last.text, face) * size + 6
        right = look.measure - width_of(str(number), face) * size
        leaders = Shape("line", ((start, last.y - 0.5), (right - 5, last.y - 0.5)), GREY, None, 0.5, "[0.5 2.5] 0")
        ink = (*lines[-1].ink, leaders, Text(right, last.y, str(number), face, size))
        space = look.leading * 0.3 if level == 1 else 0.0
        block = [*lines[:-1], Strip(lines[-1].height, ink)]
        strips += [Strip(strip.height, strip.ink, 0.0 if index else space) for index, strip in enumerate(block)]
    return strips


def draw(page: pymupdf.Page, sheet: Sheet) -> None:
    """Put the ink of a sheet on a page: drawings first, text over them."""
    shape = page.new_shape()
    writers: list[tuple[Colour, pymupdf.TextWriter]] = []
    for ink in sheet.ink:
        if isinstance(ink, Text):
            # a writer has one colour; a new one at each change keeps the text of the file in reading order
            if not writers or writers[-1][0] != ink.colour:
                writers.append((ink.colour, pymupdf.TextWriter(page.rect)))
            writers[-1][1].append((ink.x, ink.y), ink.text, font=font(ink.face), fontsize=ink.size)
            continue
        points = [pymupdf.Point(point) for point in ink.points]
        if ink.kind == "rect":
            shape.draw_rect(pymupdf.Rect(*points))
        elif ink.kind == "oval":
            shape.draw_oval(pymupdf.Rect(*points))
        elif ink.kind == "curve":
            shape.draw_bezier(*points)
        else:
            shape.draw_polyline(points)
        closed = ink.kind == "polygon"
        shape.finish(color=ink.stroke, fill=ink.fill, width=ink.width, dashes=ink.dashes, closePath=closed, lineCap=1)
    shape.commit()
    for colour, writer in writers:
        writer.write_text(page, color=colour)


def dress(page: pymupdf.Page, sample: Sample, label: str, section: str) -> None:
    """Running head and foot."""
    look = sample.look
    size = 8.2
    right = look.paper[0] - look.side
    foot = look.paper[1] - 40
    sheet = Sheet()
    end = right - width_of(section, look.plain) * size
    middle = look.paper[0] / 2 - width_of(label, look.plain) * 9 / 2
    sheet.ink += [
        Text(look.side, 46, sample.head, look.plain, size, GREY),
        Text(end, 46, section, look.plain, size, GREY),
        Shape("line", ((look.side, 53), (right, 53)), look.accent, None, 0.5),
        Text(middle, foot, label, look.plain, 9),
    ]
    draw(page, sheet)


def as_scan(page: pymupdf.Page, seed: int) -> bytes:
    """The page as a JPEG that looks scanned: grey, a little turned, with noise."""
    turned = pymupdf.Matrix(SCAN_DPI / 72, SCAN_DPI / 72).prerotate((0.5, -0.35)[seed % 2])
    picture = page.get_pixmap(matrix=turned, colorspace=pymupdf.csGRAY, alpha=False)
    paper = picture.samples.translate(bytes(round(30 + value * 205 / 255) for value in range(256)))
    noise = random.Random(seed).randbytes(len(paper)).translate(bytes(value % 16 for value in range(256)))
    # one subtraction of two long numbers: no byte of the noise exceeds the darkest ink, so that nothing is borrowed
    grey = (int.from_bytes(paper) - int.from_bytes(noise)).to_bytes(len(paper))
    scanned = pymupdf.Pixmap(pymupdf.csGRAY, picture.width, picture.height, grey, False)
    return bytes(scanned.tobytes("jpeg", jpg_quality=40))


def replace_with_scan(document: pymupdf.Document, index: int) -> None:
    """Replace a page by a picture of itself."""
    rect = document[index].rect
    picture = as_scan(document[index], seed=index)
    document.delete_page(index)
    page = document.new_page(index, width=rect.width, height=rect.height)
    page.insert_image(page.rect, stream=picture, keep_proportion=False)


def make(sample: Sample, folder: Path) -> Path:
    """Make one document in a folder and return its path."""
    look = sample.look
    text = (HERE / "content" / f"{sample.stem}.md").read_text(encoding="utf-8")
    front_text, _, body_text = text.partition("\n!body\n")
    body = paginate(strips_of(body_text.splitlines(), look), look)
    headings = [(level, title, n) for n, sheet in enumerate(body, 1) for level, title, _ in sheet.headings]
    before, _, after = front_text.partition("\n!contents")
    listed = contents_strips(headings, look)
    front_strips = strips_of(before.splitlines(), look) + listed + strips_of(after.splitlines(), look)
    front = paginate(front_strips, look)

    document = pymupdf.open()
    section = ""
    outline: list[list[object]] = [[1, "Title page", 1]]
    for index, sheet in enumerate(front + body):
        page = document.new_page(width=look.paper[0], height=look.paper[1])
        draw(page, sheet)
        opens = [title for level, title, y in sheet.headings if level == 1 and y < look.top + 1]
        running = opens[0] if opens else section
        for level, title, y in sheet.headings:
            section = title if level == 1 else section
            target = {"kind": pymupdf.LINK_GOTO, "to": pymupdf.Point(look.side, max(0, y - 8)), "collapse": False}
            outline.append([level, title, index + 1, target])
        label = ("i", "ii", "iii", "iv", "v", "vi")[index] if index < len(front) else str(index - len(front) + 1)
        if index:
            dress(page, sample, label, running)
    for index, sheet in enumerate(front + body):
        if sheet.scan:
            replace_with_scan(document, index)

    document.set_toc(outline)
    labels = [{"startpage": 0, "style": "r", "firstpagenum": 1}]
    document.set_page_labels([*labels, {"startpage": len(front), "style": "D", "firstpagenum": 1}])
    day = "D:20240603090000Z"
    names = {"title": sample.title, "author": sample.author, "creationDate": day, "modDate": day}
    document.set_metadata(names | {"producer": "make_samples.py", "creator": "make_samples.py"})
    document.subset_fonts(fallback=False)
    path = folder / f"{sample.stem}.pdf"
    # no_new_id: a fresh identifier would make the bytes differ from run to run
    document.save(path, garbage=4, deflate=True, no_new_id=True)
    return path


def main(arguments: list[str]) -> int:
    """Make all samples in the folder given, or in this one."""
    parser = argparse.ArgumentParser(description="Make the sample PDFs.")
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        path = make(sample, folder)
        print(f"{path.name}: {path.stat().st_size / 1024:.0f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
