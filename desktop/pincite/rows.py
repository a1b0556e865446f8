"""How documents, pages, passages and vectors lie in Arrow tables. Knows no database."""

from __future__ import annotations

import json
from array import array
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from pincite import languages
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
from pincite.packed import PackedWords
from pincite.pinpoints import body_end
from pincite.stamps import stamp_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pyarrow as pa

    from pincite.domain import Span


def schema(table: str, dimension: int = 0) -> pa.Schema:
    """The columns of a table. ``dimension`` is that of the vectors, and only needed for their table."""
    import pyarrow as pa

    texts, ints, floats = pa.list_(pa.string()), pa.list_(pa.int32()), pa.list_(pa.float32())
    columns: dict[str, dict[str, pa.DataType]] = {
        "meta": {"key": pa.string(), "value": pa.string()},
        "documents": {
            "id": pa.string(),
            "title": pa.string(),
            "path": pa.string(),
            "collections": texts,
            "page_count": pa.int32(),
            "status": pa.string(),
            "added_at": pa.string(),
            "passages": pa.int32(),
            "problems": pa.string(),
            "outline": pa.string(),
            "language": pa.string(),
        },
        "pages": {
            "document_id": pa.string(),
            "number": pa.int32(),
            "label": pa.string(),
            "text": pa.string(),
            "word_offsets": ints,
            "word_boxes": floats,
            "line_offsets": ints,
            "line_sizes": floats,
            "line_bold": pa.list_(pa.bool_()),
            "width": pa.float32(),
            "height": pa.float32(),
            "ocr": pa.bool_(),
            "confidence": pa.float32(),
            "problem": pa.string(),
        },
        "passages": {
            "id": pa.string(),
            "document_id": pa.string(),
            "collections": texts,
            "page": pa.int32(),
            "page_label": pa.string(),
            "section": pa.string(),
            "start": pa.int32(),
            "end": pa.int32(),
            "sentences": ints,
            "text": pa.string(),
            "search_text": pa.string(),
            "terms": pa.string(),
        },
        "vectors": {
            "passage_id": pa.string(),
            "document_id": pa.string(),
            "collections": texts,
            "vector": pa.list_(pa.float32(), dimension),
        },
    }
    return pa.schema(list(columns[table].items()))


def arrow(table: str, rows: list[dict[str, Any]], dimension: int = 0) -> pa.Table:
    """Rows as an Arrow table with the columns that the table of that name has."""
    import pyarrow as pa

    return pa.Table.from_pylist(rows, schema=schema(table, dimension))


def from_document(document: Document, outline: Sequence[OutlineEntry]) -> dict[str, Any]:
    """The row of a document, with the outline of its file."""
    row = asdict(document)
    row["collections"] = list(document.collections)
    row["problems"] = json.dumps([asdict(problem) for problem in document.problems])
    row["outline"] = json.dumps([[entry.level, entry.title, entry.page, entry.top] for entry in outline])
    return row


def to_outline(row: Mapping[str, Any]) -> list[OutlineEntry]:
    """The outline of a document's row."""
    return [OutlineEntry(*entry) for entry in json.loads(row["outline"])]


def to_document(row: Mapping[str, Any]) -> Document:
    """The document of a row."""
    problems = tuple(Problem(p["reason"], p["hint"], tuple(p["pages"])) for p in json.loads(row["problems"]))
    return Document(
        id=row["id"],
        title=row["title"],
        path=row["path"],
        collections=tuple(row["collections"]),
        page_count=row["page_count"],
        status=DocumentStatus(row["status"]),
        added_at=row["added_at"],
        passages=row["passages"],
        problems=problems,
        language=row.get("language", languages.DEFAULT),  # tables of format 1 have no such column
    )


def from_page(document_id: str, page: Page) -> dict[str, Any]:
    """The row of a page: offsets as pairs and boxes as fours, in flat lists."""
    words = PackedWords.of(page.words)
    return {
        "document_id": document_id,
        "number": page.number,
        "label": page.label,
        "text": page.text,
        "word_offsets": np.frombuffer(words.offsets, np.int32),
        "word_boxes": np.frombuffer(words.boxes, np.float32),
        "line_offsets": [offset for line in page.lines for offset in (line.start, line.end)],
        "line_sizes": [line.size for line in page.lines],
        "line_bold": [line.bold for line in page.lines],
        "width": page.width,
        "height": page.height,
        "ocr": page.ocr,
        "confidence": page.confidence,
        "problem": page.problem,
    }


def to_page(row: Mapping[str, Any]) -> Page:
    """The page of a row."""
    spans = row["line_offsets"]
    return Page(
        number=row["number"],
        label=row["label"],
        text=row["text"],
        words=PackedWords(array("i", row["word_offsets"]), array("f", row["word_boxes"])),
        lines=tuple(
            Line(spans[2 * i], spans[2 * i + 1], round(size, 1), bold)
            for i, (size, bold) in enumerate(zip(row["line_sizes"], row["line_bold"], strict=True))
        ),
        width=row["width"],
        height=row["height"],
        ocr=row["ocr"],
        confidence=row["confidence"],
        problem=row["problem"],
    )


OF_EXCERPT = ["document_id", "number", "label", "text", "word_offsets", "word_boxes"]
"""The columns that :func:`to_excerpt` needs, and those that tell the pages apart."""


def to_excerpt(pages: pa.Table, row: int, span: Span) -> Page:
    """The page in a row of an Arrow table, without lines, and of its words only those that a span touches.

    The numbers that count its lines in the margin are kept as well.
    """
    start, end = span
    text = pages["text"][row].as_py()
    offsets = pages["word_offsets"][row].values.to_numpy().reshape(-1, 2)
    boxes = pages["word_boxes"][row].values.to_numpy().reshape(-1, 4)
    touched = (offsets[:, 0] < end) & (offsets[:, 1] > start) | (offsets[:, 0] > body_end(text))
    words = zip(offsets[touched].tolist(), boxes[touched].tolist(), strict=True)
    return Page(
        number=pages["number"][row].as_py(),
        label=pages["label"][row].as_py(),
        text=text,
        words=tuple(Word(first, last, (x0, y0, x1, y1)) for (first, last), (x0, y0, x1, y1) in words),
    )


def from_passage(passage: Passage, collections: Sequence[str], search_text: str, language: str) -> dict[str, Any]:
    """The row of a passage: what it is, the collections of its document, and what it is found by, as text and as terms.

    By its words it is also found by the stamp of its page, which stands in no passage and has no meaning.
    """
    found_by = "\n".join(filter(None, (search_text, stamp_of(passage.page_label))))
    return {
        "id": passage.id,
        "document_id": passage.document_id,
        "collections": list(collections),
        "page": passage.page,
        "page_label": passage.page_label,
        "section": passage.section,
        "start": passage.start,
        "end": passage.end,
        "sentences": [offset for span in passage.sentences for offset in span],
        "text": passage.text,
        "search_text": search_text,
        "terms": languages.terms(found_by, language),
    }


OF_PASSAGE = ["id", "document_id", "page", "page_label", "section", "start", "end", "sentences", "text"]
"""The columns that :func:`to_passage` needs: the others hold the text twice more."""


def to_passage(row: Mapping[str, Any]) -> Passage:
    """The passage of a row."""
    offsets = row["sentences"]
    return Passage(
        id=row["id"],
        document_id=row["document_id"],
        page=row["page"],
        page_label=row["page_label"],
        section=row["section"],
        start=row["start"],
        end=row["end"],
        sentences=tuple((offsets[i], offsets[i + 1]) for i in range(0, len(offsets), 2)),
        text=row["text"],
    )
