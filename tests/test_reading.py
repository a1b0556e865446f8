"""What a reader asks of a document: above all, where a text stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdfs import write_pdf
from pincite.events import MatchesFound, Progress, Stage
from pincite.library import Library
from pincite.reading import BATCH, folded, matches, pattern
from pincite.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.reading import Reading

NUMBER_OF_PAGES = BATCH + 8
PROSE = "The tenant shall give notice.\nEvery reader agrees with page {}."


def found(wanted: str, text: str) -> list[str]:
    """The pieces of a text that a search finds."""
    compiled = pattern(wanted)
    assert compiled is not None
    return [text[start:end] for start, end in matches(compiled, text)]


@pytest.mark.parametrize(
    ("wanted", "text", "piece"),
    [
        ("NOTICE", "a notice of", "notice"),
        ("notice", "A NOTICE OF", "NOTICE"),
        ("resume", "her résumé is", "résumé"),
        ("résumé", "her resume is", "resume"),
        ("resume", "her re\u0301sume\u0301 is", "re\u0301sume\u0301"),
        ("strasse", "die Straße dort", "Straße"),
        ("office", "the oﬃce is", "oﬃce"),
        ("sixty days", "sixty\ndays", "sixty\ndays"),
        ("sixty   days", "sixty days", "sixty days"),
        ("sixty days", "sixty\n\ndays", "sixty\n\ndays"),
        ("notification", "a notifi-\ncation of", "notifi-\ncation"),
        ("notification", "a notifi\u00ad\ncation of", "notifi\u00ad\ncation"),
        ("notification", "a noti\u00adfication of", "noti\u00adfication"),
        ("long-term", "a long-\nterm lease", "long-\nterm"),
        ("long-term", "a long‑term lease", "long‑term"),
        ("1990-1995", "in 1990–1995", "1990–1995"),
        ("tenant's", "the tenant’s keys", "tenant’s"),
        ('"keys"', "the “keys” are", "“keys”"),
        ("$4.50 (a)", "pays $4.50 (a) now", "$4.50 (a)"),
    ],
)
def test_a_text_is_found_in_the_form_in_which_it_is_printed(wanted: str, text: str, piece: str) -> None:
    assert found(wanted, text) == [piece]


@pytest.mark.parametrize(
    ("wanted", "text"),
    [("sixty days", "sixtydays"), ("4.50", "4x50"), ("notification", "notifi- cation"), ("ab", "a\nb"), ("aé", "a b")],
)
def test_what_is_not_there_is_not_found(wanted: str, text: str) -> None:
    assert found(wanted, text) == []


@pytest.mark.parametrize("nothing", ["", "  \n", "\u00ad"])
def test_nothing_finds_nothing(nothing: str) -> None:
    assert pattern(nothing) is None


def test_matches_do_not_overlap() -> None:
    assert found("aa", "aaaaa") == ["aa", "aa"]


@given(st.text(), st.text(st.characters(categories=["L", "N", "P"]), min_size=1), st.text())
def test_every_text_finds_itself(before: str, wanted: str, after: str) -> None:
    compiled = pattern(wanted)
    if compiled is not None:  # letters that nobody sees
        assert matches(compiled, f"{before} {wanted} {after}")


@given(st.text())
def test_offsets_lead_back_to_the_letters_that_were_folded(text: str) -> None:
    flat, offsets = folded(text)
    assert len(offsets) == len(flat)
    assert list(offsets) == sorted(offsets)
    assert all(folded(text[offset])[0].count(letter) for letter, offset in zip(flat, offsets, strict=True))


# --- in a library ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of one book, with an outline and labels."""
    folder: Path = tmp_path_factory.mktemp("reading")
    texts = [PROSE.format(number) for number in range(1, NUMBER_OF_PAGES + 1)]
    texts[4] = "Only here stands a word that was hyphen-\nated at the end of its line."
    path = write_pdf(folder / "book.pdf", texts, outline=[(1, "One", 1), (2, "Two", 5)], labels=[(1, "", "r"), (4, "", "D")])
    with Library(Settings(library=folder / "library", models=folder / "models")) as made:
        list(made.add([str(path)]))
        yield made


@pytest.fixture
def reading(library: Library) -> Reading:
    return library.reading


@pytest.fixture
def book(library: Library) -> str:
    return library.documents()[0].id


def test_pages_come_in_order_with_their_labels(reading: Reading, book: str) -> None:
    assert [(page.number, page.label) for page in reading.pages(book)][:5] == [
        (1, "i"), (2, "ii"), (3, "iii"), (4, "1"), (5, "2"),
    ]  # fmt: skip


def test_words_of_the_pages_that_exist(reading: Reading, book: str) -> None:
    pages = reading.words(book, [5, 2, 999])
    assert [page.number for page in pages] == [2, 5]
    first = pages[1].words[0]
    assert pages[1].text[first.start : first.end] == "Only"
    assert reading.words(book, []) == []


def test_the_outline_of_the_file(reading: Reading, book: str) -> None:
    assert [(entry.level, entry.title, entry.page) for entry in reading.outline(book)] == [(1, "One", 1), (2, "Two", 5)]


def test_a_search_starts_at_the_page_in_sight_and_says_how_far_it_is(reading: Reading, book: str) -> None:
    events = list(reading.find(book, "Tenant", 20))
    numbers = [event.number for event in events if isinstance(event, MatchesFound)]
    others = [number for number in range(1, NUMBER_OF_PAGES + 1) if number != 5]
    assert numbers == [n for n in others if n >= 20] + [n for n in others if n < 20]
    assert [event for event in events if isinstance(event, Progress)] == [
        Progress(Stage.SEARCHING, BATCH, NUMBER_OF_PAGES),
        Progress(Stage.SEARCHING, NUMBER_OF_PAGES, NUMBER_OF_PAGES),
    ]


def test_a_match_has_its_offsets_in_the_text_of_its_page(reading: Reading, book: str) -> None:
    [found, _done, _all] = reading.find(book, "hyphenated at")
    assert isinstance(found, MatchesFound)
    [page] = reading.words(book, [5])
    assert [page.text[start:end] for start, end in found.spans] == ["hyphen-\nated at"]


def test_what_nobody_wrote_is_searched_for_to_the_end(reading: Reading, book: str) -> None:
    events = list(reading.find(book, "zebra"))
    assert not any(isinstance(event, MatchesFound) for event in events)
    assert events[-1] == Progress(Stage.SEARCHING, NUMBER_OF_PAGES, NUMBER_OF_PAGES)
    assert list(reading.find(book, "  ")) == []
