"""The tables: who may open them, what opening does to them, and what a query can and cannot bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import lancedb
import numpy as np
import pytest

from pincite.domain import Document, DocumentStatus, Line, OutlineEntry, Page, Passage, Problem, Scope, Word
from pincite.errors import LibraryError
from pincite.index import SCHEMA, Index
from tables import files

if TYPE_CHECKING:
    from pathlib import Path

OURS = Document("a" * 64, "Our lease", "/ours.pdf", ("Ours", "O'Neil & Sons"), 1, DocumentStatus.TEXT, "2024-01-01")
THEIRS = Document("b" * 64, "Their lease", "/theirs.pdf", ("Theirs",), 1, DocumentStatus.TEXT, "2024-01-02")


def passage(document: Document, number: int, text: str) -> Passage:
    return Passage(f"{document.id[:4]}-{number}", document.id, 1, "i", "Rent", 0, len(text), ((0, len(text)),), text)


def fill(index: Index, document: Document, *texts: str) -> list[Passage]:
    """Puts a document with these passages into an index."""
    index.begin(document, [OutlineEntry(1, "Rent", 1, 72.0)])
    index.add_pages(document.id, [Page(1, "i", " ".join(texts))])
    made = [passage(document, number, text) for number, text in enumerate(texts)]
    index.publish(document, made, list(texts))
    return made


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(str(tmp_path / "index"))
    made.create("splitter-1")
    return made


def test_opening_and_asking_make_no_folder(tmp_path: Path) -> None:
    index = Index(str(tmp_path / "no" / "index"))
    assert not index.exists
    assert index.documents() == []
    assert index.count_passages() == index.count_vectors() == 0
    assert list(tmp_path.iterdir()) == []


def test_reading_writes_nothing(index: Index, tmp_path: Path) -> None:
    fill(index, OURS, "The rent is due on the first.")
    index.add_vectors(OURS, {"aaaa-0": np.ones(4, dtype=np.float32)}, "some")
    before = files(tmp_path)
    again = Index(str(tmp_path / "index"))
    assert again.documents() == [OURS]
    assert again.search_text("rent", Scope(), 5)
    assert again.search_vectors(np.ones(4, dtype=np.float32), Scope(), 5)
    assert again.page(OURS.id, 1).label == "i"
    again.create("splitter-1")
    assert files(tmp_path) == before


def test_newer_library_is_refused_in_plain_words(index: Index, tmp_path: Path) -> None:
    table = lancedb.connect(str(tmp_path / "index")).open_table("meta")
    table.update(where="key = 'schema'", values={"value": str(int(SCHEMA) + 1)})
    before = files(tmp_path)
    with pytest.raises(LibraryError, match="newer Pincite") as caught:
        Index(str(tmp_path / "index"))
    assert caught.value.hint
    assert files(tmp_path) == before


def test_damaged_library_is_refused_in_plain_words(index: Index, tmp_path: Path) -> None:
    for path in (tmp_path / "index" / "meta.lance").rglob("*"):
        if path.is_file():
            path.write_bytes(b"not what it was")
    with pytest.raises(LibraryError, match="cannot be read") as caught:
        Index(str(tmp_path / "index"))
    assert caught.value.hint


def test_library_that_was_not_made_to_the_end_is_made_again(tmp_path: Path) -> None:
    index = Index(str(tmp_path / "index"))
    index.create("splitter-1")
    lancedb.connect(str(tmp_path / "index")).drop_table("meta")  # it is written last
    again = Index(str(tmp_path / "index"))
    assert not again.exists
    again.create("splitter-1")
    fill(again, OURS, "The rent is due on the first.")
    assert again.meta() == {"schema": SCHEMA, "splitter": "splitter-1"}
    assert again.search_text("rent", Scope(), 5)


def test_document_and_page_come_back_as_they_were(index: Index) -> None:
    problem = Problem("it is a scan", "Recognise it.", (2, 3))
    document = Document("c" * 64, "Tïtle “x”", "/a/b c.pdf", ("A", "B"), 3, DocumentStatus.READY, "2024-05-05", 7, (problem,))
    outline = [OutlineEntry(1, "One", 1, 10.5), OutlineEntry(2, "Two", 2)]
    page = Page(
        2,
        "ii",
        "Größe: 5 µg\n\nnext",
        (Word(0, 6, (1.5, 2.0, 3.25, 4.0)), Word(7, 8, (5.0, 2.0, 6.0, 4.0))),
        (Line(0, 11, 11.5, True),),
        612.0,
        792.0,
        True,
        0.5,
        "blurred",
    )
    index.begin(document, outline)
    index.add_pages(document.id, [page, Page(1, "i", "first")])
    assert index.document(document.id) == document
    assert index.outline(document.id) == outline
    assert index.page(document.id, 2) == page
    assert [found.number for found in index.pages(document.id)] == [1, 2]
    assert [(info.label, info.problem) for info in index.page_infos(document.id)] == [("i", ""), ("ii", "blurred")]
    with pytest.raises(LibraryError, match="no page 9"):
        index.page(document.id, 9)


def test_no_query_brings_back_what_is_outside_its_scope(index: Index) -> None:
    near, far = np.array([1, 0], dtype=np.float32), np.array([0.8, 0.6], dtype=np.float32)
    # many that match better, so that a filter after the search would leave nothing
    theirs = fill(index, THEIRS, *["rent rent rent"] * 40)
    index.add_vectors(THEIRS, {item.id: near for item in theirs}, "some")
    ours = fill(index, OURS, "The rent, among many other words of no interest here, is due.")
    index.add_vectors(OURS, {ours[0].id: far}, "some")
    for scope in (Scope("Ours"), Scope("O'Neil & Sons"), Scope(None, (OURS.id,)), Scope("Ours", (OURS.id,))):
        assert [id_ for id_, _ in index.search_text("rent", scope, 5)] == [ours[0].id], scope
        assert [id_ for id_, _ in index.search_vectors(near, scope, 5)] == [ours[0].id], scope
    for scope in (Scope("nobody's"), Scope("Ours", (THEIRS.id,)), Scope("Ours') OR ('1' = '1")):
        assert index.search_text("rent", scope, 5) == [], scope
        assert index.search_vectors(near, scope, 5) == [], scope
    assert index.documents("Ours") == [OURS]
    assert {id_ for id_, _ in index.search_text("rent", Scope(), 50)} == {item.id for item in [*ours, *theirs]}


def test_vector_scores_are_cosines_best_first(index: Index) -> None:
    fill(index, OURS, "one", "two", "three")
    vectors = {"aaaa-0": [0, 1], "aaaa-1": [1, 0], "aaaa-2": [0.6, 0.8]}
    index.add_vectors(OURS, {key: np.array(value, dtype=np.float32) for key, value in vectors.items()}, "some")
    found = index.search_vectors(np.array([1, 0], dtype=np.float32), Scope(), 2)
    assert [id_ for id_, _ in found] == ["aaaa-1", "aaaa-2"]
    assert [score for _, score in found] == pytest.approx([1.0, 0.6], abs=1e-5)


def test_text_search_stems_words_and_sees_what_was_just_written(index: Index) -> None:
    fill(index, OURS, "The tenancy terminates in May.", "Invoice INV-77341 is overdue.")
    assert [id_ for id_, _ in index.search_text("termination", Scope(), 5)] == ["aaaa-0"]
    assert [id_ for id_, _ in index.search_text("INV-77341", Scope(), 1)] == ["aaaa-1"]
    index.optimize()
    assert [id_ for id_, _ in index.search_text("terminated", Scope(), 5)] == ["aaaa-0"]
    for query in ("", "?", "'", '"unclosed', "a AND (b", "zzzz"):
        assert index.search_text(query, Scope(), 5) == [], query


def test_another_index_sees_what_this_one_writes(index: Index, tmp_path: Path) -> None:
    other = Index(str(tmp_path / "index"))
    assert other.documents() == []
    made = fill(index, OURS, "The rent is due.")
    assert other.documents() == [OURS]
    assert other.search_text("rent", Scope(), 5)
    assert list(other.passages([made[0].id, "unknown"]).values()) == made
    index.remove(OURS.id)
    assert other.passages([made[0].id]) == {}


def test_removing_leaves_the_others(index: Index) -> None:
    for document in (OURS, THEIRS):
        made = fill(index, document, "The rent is due.", "It is late.")
        index.add_vectors(document, {item.id: np.ones(2, dtype=np.float32) for item in made}, "some")
    index.remove(OURS.id)
    assert index.documents() == [THEIRS]
    assert index.count_passages() == index.count_vectors() == 2
    assert index.pages(OURS.id) == []
    assert {id_[:4] for id_, _ in index.search_text("rent", Scope(), 5)} == {"bbbb"}


def test_removed_document_is_not_brought_back_by_an_update(index: Index) -> None:
    made = fill(index, OURS, "The rent is due.")
    index.remove(OURS.id)
    index.add_vectors(OURS, {made[0].id: np.ones(2, dtype=np.float32)}, "some")
    index.update(OURS)
    assert index.documents() == []
    assert index.count_vectors() == 0


def test_begin_forgets_what_an_earlier_try_left(index: Index) -> None:
    made = fill(index, OURS, "The rent is due.", "It is late.")
    index.add_vectors(OURS, {made[0].id: np.ones(2, dtype=np.float32)}, "some")
    index.begin(OURS, [])
    assert index.count_passages() == index.count_vectors() == 0
    assert index.pages(OURS.id) == []
    assert index.documents() == [OURS]


def test_vectors_are_kept_with_their_maker_and_dropped_together(index: Index) -> None:
    made = fill(index, OURS, "The rent is due.", "It is late.")
    assert index.without_vectors(OURS.id) == [(item.id, item.text) for item in made]
    index.add_vectors(OURS, {made[0].id: np.ones(3, dtype=np.float32)}, "first")
    assert index.without_vectors(OURS.id) == [(made[1].id, made[1].text)]
    assert {"embedder": "first", "dimension": "3"}.items() <= index.meta().items()
    index.drop_vectors()
    assert index.count_vectors() == 0
    assert "embedder" not in index.meta()
    index.add_vectors(OURS, {made[0].id: np.ones(5, dtype=np.float32)}, "second")  # of another size
    assert {"embedder": "second", "dimension": "5"}.items() <= index.meta().items()
    assert index.count_vectors() == 1
