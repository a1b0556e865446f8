"""Words under a point, and the text between two words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.domain import Page, Word
from pincite.gui import page_text

LINE, LETTER = 14.0, 6.0


def typed(number: int, text: str, label: str = "") -> Page:
    """A page in a typewriter's letters: every letter as wide as the others, every line below the other."""
    words = []
    offset = 0
    for row, line in enumerate(text.split("\n")):
        column = 0
        for piece in line.split(" "):
            if piece:
                x, y = LETTER * column, LINE * row
                box = (x, y, x + LETTER * len(piece), y + 10.0)
                words.append(Word(offset + column, offset + column + len(piece), box))
            column += len(piece) + 1
        offset += len(line) + 1
    return Page(number, label, text, tuple(words), width=600, height=800)


PAGE = typed(4, "The tenant may\nend the agree-\nment in May.\n\nNotice is due.", "iv")
NEXT = typed(5, "It is written.", "v")
BARE = Page(6, "vi", "")


def words(page: Page, places: range) -> list[str]:
    return [page.text[page.words[place].start : page.words[place].end] for place in places]


def test_a_word_is_where_its_box_is() -> None:
    assert page_text.word_at(PAGE, 30, 5) == 1
    assert page_text.word_at(PAGE, 20, 5) is None  # between two words
    assert page_text.word_at(PAGE, 30, 12) is None  # between two lines
    assert page_text.word_at(BARE, 1, 1) is None


@pytest.mark.parametrize(
    ("x", "y", "word"),
    [(20, 5, "The"), (500, 5, "may"), (-50, 18, "end"), (500, 12, "may"), (500, 500, "due."), (-9, -9, "The")],
)
def test_a_point_between_words_means_the_nearest_in_its_line(x: float, y: float, word: str) -> None:
    place = page_text.nearest_word(PAGE, x, y)
    assert place is not None
    assert words(PAGE, range(place, place + 1)) == [word]


def test_a_page_without_words_has_no_nearest_one() -> None:
    assert page_text.nearest_word(BARE, 1, 1) is None


@pytest.mark.parametrize(("place", "line"), [(0, (0, 2)), (4, (3, 5)), (5, (3, 5)), (9, (9, 11)), (11, (9, 11))])
def test_the_line_of_a_word(place: int, line: tuple[int, int]) -> None:
    assert page_text.line_of(PAGE, place) == line


@pytest.mark.parametrize(("place", "lines", "beside"), [(1, 1, 4), (4, -1, 1), (0, -1, None), (7, 1, 10), (11, 1, None)])
def test_the_word_above_or_below(place: int, lines: int, beside: int | None) -> None:
    assert page_text.word_beside(PAGE, place, lines) == beside


def test_plain_text_joins_lines_and_words_but_not_paragraphs() -> None:
    chosen = page_text.between([PAGE], (4, 1), (4, 11))
    assert page_text.plain(chosen) == "tenant may end the agreement in May.\n\nNotice is due."


def test_a_quotation_names_title_and_printed_page() -> None:
    assert page_text.cited(page_text.between([PAGE], (4, 9), (4, 11)), "Lease") == "“Notice is due.” (Lease, p. iv (4))"
    assert page_text.cited([], "Lease") == ""


def test_a_quotation_over_two_pages_names_both() -> None:
    chosen = page_text.between([PAGE, NEXT, BARE], (5, 1), (4, 10))
    assert page_text.cited(chosen, "Lease") == "“is due. It is” (Lease, p. iv (4) – p. v (5))"


def test_quotation_marks_within_a_quotation_are_single() -> None:
    assert page_text.quotation("the “Term” ends", "Lease", "p. 2") == "“the ‘Term’ ends” (Lease, p. 2)"


def test_each_line_has_one_box_around_its_words() -> None:
    boxes = page_text.line_boxes(PAGE, 1, 4)
    assert boxes == ((24.0, 0.0, 84.0, 10.0), (0.0, 14.0, 42.0, 24.0))


@pytest.mark.parametrize(
    ("span", "boxes"),
    [
        ((20, 26), ((24.0, 14.0, 84.0, 24.0),)),  # parts of words mark all of them
        ((24, 27), ((48.0, 14.0, 84.0, 24.0),)),
        ((23, 34), ((48.0, 14.0, 84.0, 24.0), (0.0, 28.0, 24.0, 38.0))),
        ((18, 19), ()),
    ],
)
def test_a_span_has_the_boxes_of_the_words_that_it_touches(span: tuple[int, int], boxes: object) -> None:
    assert page_text.span_boxes(PAGE, span) == boxes


@given(st.tuples(st.integers(4, 6), st.integers(0, 2)), st.tuples(st.integers(4, 6), st.integers(0, 2)))
def test_it_does_not_matter_where_one_begins(one: tuple[int, int], other: tuple[int, int]) -> None:
    pages = [PAGE, NEXT, BARE]
    chosen = page_text.between(pages, one, other)
    assert chosen == page_text.between(pages, other, one)
    for page, first, last in chosen:
        assert 0 <= first <= last < len(page.words)


@given(st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=40), st.data())
def test_the_nearest_word_to_the_middle_of_a_word_is_that_word(pieces: list[str], data: st.DataObject) -> None:
    lines = [" ".join(pieces[start : start + 6]) for start in range(0, len(pieces), 6)]
    page = typed(1, "\n".join(lines))
    place = data.draw(st.integers(0, len(page.words) - 1))
    x0, y0, x1, y1 = page.words[place].box
    assert page_text.nearest_word(page, (x0 + x1) / 2, (y0 + y1) / 2) == place
    assert page_text.word_at(page, (x0 + x1) / 2, (y0 + y1) / 2) == place
    first, last = page_text.line_of(page, place)
    assert first <= place <= last
