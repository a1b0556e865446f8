"""Search: every match, by document, with counts and facets, from one match to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from scenes import BOOK, DOCUMENTS, HITS, LEASE, SERVICES

from pincite.domain import SearchResult
from pincite.engine import Failed
from pincite.gui.search_view import AT_ONCE, SearchView
from pincite.gui.wording import with_words_bold

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pincite.domain import Document, Hit
    from pincite.gui.theme import Theme


def hit(rank: int, document: Document) -> Hit:
    """A passage of a document, on a page of its own."""
    passage = replace(HITS[0].passage, id=f"p{rank}", document_id=document.id, page=rank, page_label=str(rank))
    return replace(HITS[0], rank=rank, passage=passage, title=document.title)


MANY = (hit(1, BOOK), *(hit(rank, LEASE) for rank in range(2, 12)), hit(12, BOOK), hit(13, SERVICES))


@pytest.fixture
def view(qtbot: QtBot, theme: Theme) -> SearchView:
    made = SearchView(theme, lambda: DOCUMENTS)
    qtbot.addWidget(made)
    made.resize(420, 700)
    made.show()
    made.begin("notice period")
    made.show_result(SearchResult("notice period", MANY))
    return made


def ranks(view: SearchView) -> list[int]:
    return [made.hit.rank for made in view.hit_rows]


def test_matches_stand_by_document_and_the_best_document_first(view: SearchView) -> None:
    assert view.total.text() == "13 matches in 3 documents"
    assert ranks(view) == [1, 12, *range(2, 2 + AT_ONCE), 13]
    more = next(button for button in view.findChildren(QPushButton) if button.text() == "Show 6 more")
    more.click()
    assert ranks(view) == [1, 12, *range(2, 12), 13]


def test_facets_count_and_narrow_down(view: SearchView) -> None:
    documents = [view.by_document.itemText(n) for n in range(view.by_document.count())]
    assert documents[:2] == ["Any document", "Residential Lease Agreement (10)"]
    collections = [view.by_collection.itemText(n) for n in range(view.by_collection.count())]
    assert collections == ["Any collection", "Harbour Street (11)"]
    view.by_document.setCurrentIndex(1)
    view.by_document.activated.emit(1)
    assert view.total.text() == "10 matches in 1 document"
    assert ranks(view) == list(range(2, 12))  # one document is listed whole
    view.by_document.setCurrentIndex(0)
    view.by_collection.setCurrentIndex(1)
    view.by_collection.activated.emit(1)
    assert view.total.text() == "11 matches in 2 documents"


def test_next_and_previous_open_the_matches_in_turn(view: SearchView, qtbot: QtBot) -> None:
    opened: list[int] = []
    view.hit_chosen.connect(lambda found: opened.append(found.rank))
    for _ in range(AT_ONCE + 3):
        qtbot.mouseClick(view.next, Qt.MouseButton.LeftButton)
    assert opened == [1, 12, *range(2, 2 + AT_ONCE + 1)]  # also one that was not listed yet
    assert view.total.text() == "7 of 13 matches in 3 documents"
    assert [made.hit.rank for made in view.hit_rows if made.isChecked()] == [opened[-1]]
    qtbot.mouseClick(view.previous, Qt.MouseButton.LeftButton)
    assert opened[-1] == opened[-3]
    view.step(-6)
    assert opened[-1] == 13  # around the end


def test_a_click_opens_a_match_and_goes_on_from_there(view: SearchView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.hit_chosen) as told:
        view.hit_rows[-1].click()
    assert told.args == [MANY[-1]]
    assert view.total.text() == "13 of 13 matches in 3 documents"


def test_another_search_begins_with_nothing_chosen(view: SearchView) -> None:
    view.step(1)
    view.begin("zebra")
    assert view.hit_rows == []
    view.show_result(SearchResult("zebra", ()))
    assert view.nothing.isVisible()
    assert not view.total.isVisible()
    view.begin("notice")
    view.show_result(SearchResult("notice", MANY[:1]))
    assert view.total.text() == "1 match in 1 document"
    assert not view.by_document.isVisible()
    assert not view.nothing.isVisible()


def test_what_fails_says_so_and_can_be_tried_again(view: SearchView, qtbot: QtBot) -> None:
    view.begin("notice")
    view.show_failure(Failed(1, "The index is damaged.", "Import again."))
    assert view.error.said == ("The index is damaged.", "Import again.")
    with qtbot.waitSignal(view.retry_wanted):
        next(button for button in view.error.findChildren(QPushButton) if button.text() == "Try again").click()


@pytest.mark.parametrize(
    ("text", "question", "shown"),
    [
        ("The Tenant gives notice.", "notices", "The Tenant gives <b>notice</b>."),
        ("Rent & notice <i>", "rent", "<b>Rent</b> &amp; notice &lt;i&gt;"),
        ("Nothing of it", "zebra", "Nothing of it"),
        ("Nothing of it", "", "Nothing of it"),
        ("a a a", "a", "a a a"),
    ],
)
def test_words_of_the_question_are_bold(text: str, question: str, shown: str) -> None:
    assert with_words_bold(text, question, 100) == shown


def test_a_long_passage_begins_near_the_first_word_of_the_question() -> None:
    text = "filler words " * 40 + "the deposit is due " + "and so on " * 40
    shown = with_words_bold(text, "deposit", 120)
    assert shown.startswith("…")
    assert "<b>deposit</b>" in shown
    assert len(shown) < 140
