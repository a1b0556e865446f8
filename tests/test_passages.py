"""Sentences and passages: nothing of a page is lost, nothing overlaps, and every offset is exact."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.domain import Line, OutlineEntry, Page, Passage, Span
from pincite.parser import Parser
from pincite.passages import PASSAGE_CHARS, SENTENCE_CHARS, running_lines, sentences, split
from pincite.words import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from conftest import MakePdf

BODY = 11.0


def page(number: int, *blocks: str, size: float = BODY, bold: bool = False) -> Page:
    """A page of body text; the first line of a block that starts with "# " is a large, bold heading."""
    text, lines = "", []
    for block in blocks:
        text += "\n\n" if text else ""
        for at, row in enumerate(block.split("\n")):
            heading = row.startswith("# ")
            row = row.removeprefix("# ")
            text += "\n" if at else ""
            lines.append(Line(len(text), len(text) + len(row), 16.0 if heading else size, heading or bold))
            text += row
    return Page(number, str(number), text, lines=tuple(lines))


def texts(text: str) -> list[str]:
    return [clean(text[start:end]) for start, end in sentences(text)]


def sections(passages: Sequence[Passage]) -> list[tuple[str, str]]:
    return [(passage.section, clean(passage.text)) for passage in passages]


def bare(text: str) -> str:
    return "".join(text.split())


# --- sentences -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "sentence",
    [
        "The motion under Fed. R. Civ. P. 12(b)(6) is denied.",
        "Take 0.5 mg b.i.d. with food.",
        "Fig. 3.2 shows the light reactions.",
        "See Smith v. Jones, 123 F.3d 456 (2d Cir. 1999).",
        "Dr. Lee saw Mr. Fox at 5 p.m. on Monday.",
        "The Company (Brightwater Inc.) pays $4,500.00 per mo. in arrears.",
        "The notice of sixty (60)\ndays must be in writing.",
        "The notice of sixty\n(60) days must be in writing.",
        "A notice of one\n(1) day will do.",
        "What is paid under clause\n(b) is not paid again.",
        "What is due is set out in Sections\n2) and 3) below.",
        "The tenant ends the agree-\nment in writing.",
    ],
)
def test_sentence_stays_whole_between_others(sentence: str) -> None:
    assert texts(f"The first one ends here. {sentence} The last one follows.") == [
        "The first one ends here.",
        clean(sentence),
        "The last one follows.",
    ]


@pytest.mark.parametrize(
    "items",
    [
        ["1. Rent is due monthly.", "2. Late rent carries a fee.", "3. Notice is sixty days."],
        ["(a) the Tenant;", "(b) the Landlord; and", "(iii) the Agent."],
        ["• aspirin 75 mg", "• metoprolol 25 mg", "• lisinopril 10 mg"],
    ],
)
def test_items_of_a_list_are_sentences_of_their_own(items: list[str]) -> None:
    assert texts("\n".join(items)) == items


def test_sentence_goes_on_across_blocks() -> None:
    assert texts("The tenant must pay rent on\n\nthe first day. It is $1,845.") == [
        "The tenant must pay rent on the first day.",
        "It is $1,845.",
    ]


def test_heading_block_does_not_run_into_the_text() -> None:
    assert texts("Security Deposit\n\nThe Tenant pays a deposit.") == ["Security Deposit", "The Tenant pays a deposit."]


def test_long_sentence_is_cut_where_it_pauses() -> None:
    clause = "the party that is named in this clause and in no other may do what it says here"
    text = "; ".join([clause] * 20) + "."
    parts = texts(text)
    assert len(parts) > 2
    assert all(part.endswith((";", ".")) for part in parts)
    assert " ".join(parts) == text


def assert_partition(text: str, spans: Sequence[Span]) -> None:
    """Spans are in order, apart, within the text, without white space around them, and leave only white space out."""
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert bare("".join(text[start:end] for start, end in spans)) == bare(text)


WORDS = st.sampled_from(
    """
    the Tenant pays rent. Notice is given, in writing; (a) (ii) 1. 2.3 • § b.i.d. Fig. v. Inc. U.S. $4,500.00 mg? No! “Yes.”
    agree- ment – ... é ﬁ \U0001f600 12(b)(6)
    """.split()
)
GAPS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\t", "  "])
PROSE = st.lists(st.tuples(WORDS, GAPS), max_size=150).map(lambda pairs: "".join(word + gap for word, gap in pairs))


@given(PROSE | st.text(max_size=200))
def test_sentences_part_any_text(text: str) -> None:
    spans = sentences(text)
    assert_partition(text, spans)
    assert all(end - start <= SENTENCE_CHARS for start, end in spans)


@pytest.mark.parametrize("gap", ["", " " * 700, "\n" * 700])
def test_sentences_part_text_without_a_place_to_cut(gap: str) -> None:
    text = "x" * 700 + gap + "y" * 1500
    spans = sentences(text)
    assert_partition(text, spans)
    assert all(end - start <= SENTENCE_CHARS for start, end in spans)


# --- passages --------------------------------------------------------------------------------------------------------

BLOCKS = st.lists(PROSE.map(lambda text: re.sub(r"\s*\n\s*", "\n", text).strip()).filter(bool), max_size=6)
TITLES = st.sampled_from(["Notice", "1. Rent", "Deposit", "Fig.", "§"])


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[Page], list[OutlineEntry]]:
    """Some pages, often with the same line at the top, some with headings, and an outline that need not fit."""
    header = draw(st.sampled_from(["", "Lease Agreement – page {}"]))
    pages = []
    for number in range(1, draw(st.integers(1, 6)) + 1):
        blocks = draw(BLOCKS)
        for title in draw(st.lists(TITLES, max_size=2)):
            blocks.insert(draw(st.integers(0, len(blocks))), draw(st.sampled_from(["", "# "])) + title)
        pages.append(page(number, *([header.format(number)] if header else []), *blocks))
    entry = st.builds(OutlineEntry, st.integers(1, 3), TITLES, st.integers(1, len(pages)))
    return pages, draw(st.lists(entry, max_size=5))


@given(documents())
def test_passages_part_the_text_of_their_pages(document: tuple[list[Page], list[OutlineEntry]]) -> None:
    pages, outline = document
    passages = list(split("d" * 64, pages, outline))
    assert len({passage.id for passage in passages}) == len(passages)
    assert [passage.page for passage in passages] == sorted(passage.page for passage in passages)
    left_out = running_lines(pages)
    for one in pages:
        here = [passage for passage in passages if passage.page == one.number]
        for passage in here:
            assert passage.text == one.text[passage.start : passage.end]
            assert (passage.start, passage.end) == (passage.sentences[0][0], passage.sentences[-1][1])
            assert passage.end - passage.start <= PASSAGE_CHARS or len(passage.sentences) == 1
        spans = [span for passage in here for span in passage.sentences]
        skipped = [(line.start, line.end) for at, line in enumerate(one.lines) if at in left_out[one.number]]
        assert_partition(one.text, sorted(spans + skipped))


@pytest.fixture(scope="module")
def read(samples: Mapping[str, Path]) -> Iterator[Mapping[str, list[Page]]]:
    """The pages of each sample, without its name's ending."""
    parser = Parser()
    yield {name: list(parser.pages(path, parser.head(path).page_count)) for name, path in samples.items()}
    parser.close()


def test_samples_are_split_without_loss(read: Mapping[str, list[Page]]) -> None:
    for pages in read.values():
        left_out = running_lines(pages)
        passages = list(split("d" * 64, pages))
        for one in pages:
            spans = [span for passage in passages if passage.page == one.number for span in passage.sentences]
            skipped = [(one.lines[at].start, one.lines[at].end) for at in left_out[one.number]]
            assert_partition(one.text, sorted(spans + skipped))


def test_passages_are_of_nearly_equal_length() -> None:
    text = " ".join(f"Clause number {at} says what the parties have agreed on at length." for at in range(40))
    lengths = [passage.end - passage.start for passage in split("d", [page(1, text)])]
    assert len(lengths) > 1
    assert min(lengths) > 0.6 * max(lengths)


def test_passage_above_the_limit_is_a_single_sentence() -> None:
    lengths = (400, 580, 580)  # the first is short of its share, and too long with the second
    text = " ".join("The " + "word " * (length // 5) + "ends." for length in lengths)
    spans = [(passage.end - passage.start, len(passage.sentences)) for passage in split("d", [page(1, text)])]
    assert [count for _, count in spans] == [1, 1, 1]
    assert all(length <= PASSAGE_CHARS for length, _ in spans)


def test_page_without_text_has_no_passage() -> None:
    assert list(split("d", [Page(1, "i", "", problem="it is a picture")])) == []


def test_passage_knows_its_document_page_and_label() -> None:
    [passage] = split("d" * 64, [Page(3, "iii", "Rent is due.")])
    assert (passage.document_id, passage.page, passage.page_label) == ("d" * 64, 3, "iii")
    assert passage.id == f"{'d' * 16}:3:0"


# --- running headers, footers, page numbers --------------------------------------------------------------------------


def test_headers_footers_and_page_numbers_are_left_out() -> None:
    pages = [
        page(number, f"Lease Agreement – {number}", f"Clause {number} is about {what}.", "More.", "Even more.", f"Page {label}")
        for number, what, label in [(1, "rent", "i"), (2, "notice", "ii"), (3, "pets", "iii"), (4, "keys", "iv")]
    ]
    text = " ".join(passage.text for passage in split("d", pages))
    assert "Lease" not in text
    assert "Page" not in text
    assert [what in text for what in ("rent", "notice", "pets", "keys")] == [True] * 4


def test_headers_of_odd_and_even_pages_are_left_out() -> None:
    pages = [
        page(number, "Chapter Three" if number % 2 else "Plant Biology", f"Fact {'abcdefgh'[number - 1] * 3} is told.")
        for number in range(1, 9)
    ]
    assert {passage.text for passage in split("d", pages)} == {f"Fact {letter * 3} is told." for letter in "abcdefgh"}


def test_number_of_a_clause_at_the_edge_of_a_page_is_kept() -> None:
    pages = [
        row(number, f"{number}.2", f"Clause about {what}.", footer=("Lease", f"Part {what}", str(number)))
        for number, what in enumerate(("rent", "notice", "pets", "keys"), 3)
    ]
    kept = [
        clean(one.text[start:end])
        for one, passage in zip(pages, split("d", pages), strict=True)
        for start, end in passage.sentences
    ]
    assert kept == [
        *("3.2 Clause about rent.", "Part rent"),
        *("4.2 Clause about notice.", "Part notice"),
        *("5.2 Clause about pets.", "Part pets"),
        *("6.2 Clause about keys.", "Part keys"),
    ]


def row(number: int, *cells: str, footer: Sequence[str]) -> Page:
    """A page with one row of cells, and another at its foot."""
    text, lines = "", []
    for cell in (*cells, "\n\n", *footer):
        if cell == "\n\n":
            text = text.rstrip("\t") + cell
            continue
        lines.append(Line(len(text), len(text) + len(cell), BODY, False))
        text += cell + "\t"
    return Page(number, str(number), text.rstrip("\t"), lines=tuple(lines))


def test_line_that_two_pages_share_is_kept() -> None:
    pages = [page(1, "Rent is due."), page(2, "Rent is due."), page(3, "Pets stay out.")]
    assert [passage.text for passage in split("d", pages)] == ["Rent is due.", "Rent is due.", "Pets stay out."]


def test_sample_keeps_no_running_line(read: Mapping[str, list[Page]]) -> None:
    for name, pages in read.items():
        left_out = running_lines(pages)
        assert any(left_out.values()), name
        kept = " ".join(clean(passage.text) for passage in split("d" * 64, pages))
        assert not re.search(r"\bPage \d+ of \d+", kept)


# --- sections --------------------------------------------------------------------------------------------------------


def test_sections_come_from_the_outline() -> None:
    pages = [page(1, "Part One", "1. Rent", "Rent is due.", "2. Notice", "Notice is sixty days."), page(2, "It is in writing.")]
    outline = [OutlineEntry(1, "Part One", 1), OutlineEntry(2, "1. Rent", 1), OutlineEntry(2, "2. Notice", 1)]
    assert sections(list(split("d", pages, outline))) == [
        ("Part One", "Part One"),
        ("Part One › 1. Rent", "1. Rent Rent is due."),
        ("Part One › 2. Notice", "2. Notice Notice is sixty days."),
        ("Part One › 2. Notice", "It is in writing."),
    ]


def test_section_that_is_not_printed_starts_at_the_top_of_its_page() -> None:
    outline = [OutlineEntry(1, "Cover", 1), OutlineEntry(1, "Terms", 2)]
    found = sections(list(split("d", [page(1, "Hello there."), page(2, "Rent is due.")], outline)))
    assert found == [("Cover", "Hello there."), ("Terms", "Rent is due.")]


def test_section_starts_at_its_heading_and_not_at_a_sentence_that_begins_alike() -> None:
    pages = [page(1, "Rent is mentioned before its section.", "Rent", "It is due monthly.")]
    outline = [OutlineEntry(1, "Lease", 1), OutlineEntry(2, "Rent", 1)]
    assert sections(list(split("d", pages, outline))) == [
        ("Lease", "Rent is mentioned before its section."),
        ("Lease › Rent", "Rent It is due monthly."),
    ]


def test_sections_of_one_name_on_one_page_start_at_a_heading_each() -> None:
    pages = [page(1, "Week 1", "Exercises", "Read it.", "Week 2", "Exercises", "Write it.")]
    outline = [
        OutlineEntry(level, title, 1) for level, title in [(1, "Week 1"), (2, "Exercises"), (1, "Week 2"), (2, "Exercises")]
    ]
    assert sections(list(split("d", pages, outline))) == [
        ("Week 1", "Week 1"),
        ("Week 1 › Exercises", "Exercises Read it."),
        ("Week 2", "Week 2"),
        ("Week 2 › Exercises", "Exercises Write it."),
    ]


def test_sections_come_from_large_type_where_there_is_no_outline() -> None:
    pages = [page(1, "# Rent", "Rent is due monthly, and late rent carries a fee.", "# Notice", "Notice is sixty days.")]
    assert sections(list(split("d", pages))) == [
        ("Rent", "Rent Rent is due monthly, and late rent carries a fee."),
        ("Notice", "Notice Notice is sixty days."),
    ]


def test_bold_line_in_body_type_is_a_heading() -> None:
    plain = page(1, "Notice", "The tenant gives sixty days.", "and so on", "It is in writing.")
    first, text, small, last = plain.lines
    bold = replace(plain, lines=(first._replace(bold=True), text, small._replace(bold=True), last))
    assert {passage.section for passage in split("d", [plain])} == {""}
    assert {passage.section for passage in split("d", [bold])} == {"Notice"}


def test_sections_come_from_numbered_title_lines_in_body_type() -> None:
    pages = [page(1, "ARTICLE IV\n4.1 Confidential Information\nEach party keeps secrets.\n4.2 Term\nFive years.")]
    assert sections(list(split("d", pages))) == [
        ("ARTICLE IV", "ARTICLE IV"),
        ("ARTICLE IV › 4.1 Confidential Information", "4.1 Confidential Information Each party keeps secrets."),
        ("ARTICLE IV › 4.2 Term", "4.2 Term Five years."),
    ]


def test_numbered_clauses_in_body_type_are_text() -> None:
    pages = [page(1, "1. The tenant pays rent on the first day of each month.\n2. The landlord keeps the roof in repair.")]
    assert {passage.section for passage in split("d", pages)} == {""}


def test_headings_are_found_in_a_real_file(make_pdf: MakePdf) -> None:
    path = make_pdf(["# Rent\n\nRent is due monthly.", "It is $1,845.\n\n# Notice\n\nNotice is sixty days."])
    parser = Parser()
    found = sections(list(split("d", list(parser.pages(path, 2)))))
    parser.close()
    assert found == [
        ("Rent", "Rent Rent is due monthly."),
        ("Rent", "It is $1,845."),
        ("Notice", "Notice Notice is sixty days."),
    ]
