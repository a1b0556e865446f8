"""Documents, pages and passages come back from their Arrow rows as they went in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite import rows
from pincite.domain import (
    Document,
    DocumentStatus,
    Line,
    OutlineEntry,
    Page,
    Passage,
    Problem,
    Word,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
OFFSET = st.integers(0, 2**31 - 1)
POINTS = st.floats(-10_000, 10_000, width=32)
SPAN = st.tuples(OFFSET, OFFSET)
SIZE = st.integers(0, 9999).map(lambda tenths: tenths / 10)  # pages round the sizes of type to tenths of a point

WORDS = st.builds(Word, OFFSET, OFFSET, st.tuples(POINTS, POINTS, POINTS, POINTS))
LINES = st.builds(Line, OFFSET, OFFSET, SIZE, st.booleans())
PAGES = st.builds(
    Page,
    number=OFFSET,
    label=TEXT,
    text=TEXT,
    words=st.lists(WORDS, max_size=4).map(tuple),
    lines=st.lists(LINES, max_size=4).map(tuple),
    width=POINTS,
    height=POINTS,
    ocr=st.booleans(),
    confidence=st.none() | st.floats(0, 1, width=32),
    problem=TEXT,
)
PASSAGES = st.builds(
    Passage,
    id=TEXT,
    document_id=TEXT,
    page=OFFSET,
    page_label=TEXT,
    section=TEXT,
    start=OFFSET,
    end=OFFSET,
    sentences=st.lists(SPAN, max_size=4).map(tuple),
    text=TEXT,
)
PROBLEMS = st.builds(Problem, TEXT, TEXT, st.lists(OFFSET, max_size=4).map(tuple))
DOCUMENTS = st.builds(
    Document,
    id=TEXT,
    title=TEXT,
    path=TEXT,
    collections=st.lists(TEXT, max_size=3).map(tuple),
    page_count=OFFSET,
    status=st.sampled_from(DocumentStatus),
    added_at=TEXT,
    passages=OFFSET,
    problems=st.lists(PROBLEMS, max_size=3).map(tuple),
    language=TEXT,
)
OUTLINES = st.lists(st.builds(OutlineEntry, OFFSET, TEXT, OFFSET, POINTS), max_size=4)


def through_arrow(table: str, row: dict[str, Any]) -> dict[str, Any]:
    [back] = rows.arrow(table, [row]).to_pylist()
    return back  # type: ignore[no-any-return]


@given(PAGES)
def test_page_comes_back(page: Page) -> None:
    row = through_arrow("pages", rows.from_page("d", page))
    assert row["document_id"] == "d"
    assert rows.to_page(row) == page


@given(PASSAGES, st.lists(TEXT, max_size=3))
def test_passage_comes_back(passage: Passage, collections: list[str]) -> None:
    row = through_arrow("passages", rows.from_passage(passage, collections, "what is searched", "en"))
    assert row["collections"] == collections
    assert row["search_text"] == "what is searched"
    assert row["terms"] == "what is search"
    assert rows.to_passage(row) == passage


@given(DOCUMENTS, OUTLINES)
def test_document_comes_back_with_its_outline(document: Document, outline: list[OutlineEntry]) -> None:
    row = through_arrow("documents", rows.from_document(document, outline))
    assert rows.to_document(row) == document
    assert rows.to_outline(row) == outline


def test_document_of_format_1_is_english() -> None:
    document = Document("d", "t", "p", (), 1, DocumentStatus.TEXT, "2024-01-01")
    row = rows.from_document(document, ())
    del row["language"]
    assert rows.to_document(row) == document
    assert document.language == "en"


def test_vectors_have_the_dimension_of_the_embedder() -> None:
    import pyarrow as pa

    row = {"passage_id": "p", "document_id": "d", "collections": ["c"], "vector": [0.5, 0.25, 0.125]}
    assert through_arrow_vectors(row, 3) == row
    with pytest.raises(pa.ArrowInvalid):
        through_arrow_vectors(row, 4)


def through_arrow_vectors(row: dict[str, Any], dimension: int) -> dict[str, Any]:
    [back] = rows.arrow("vectors", [row], dimension).to_pylist()
    return back  # type: ignore[no-any-return]


@pytest.mark.parametrize("table", ["meta", "documents", "pages", "passages"])
def test_empty_table_has_its_columns(table: str) -> None:
    empty = rows.arrow(table, [])
    assert empty.num_rows == 0
    assert empty.schema == rows.schema(table)
