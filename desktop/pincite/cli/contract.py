"""The JSON that scripts read. Its names and meanings are a contract: add to it, change nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pincite.domain import Answer, FileResult, Hit, SearchResult


def file_json(result: FileResult) -> dict[str, Any]:
    """One line of ``add --json``."""
    row: dict[str, Any] = {
        "path": result.path,
        "document": result.document_id,
        "status": result.status.value,
        "pages": result.pages,
        "pages_ocr": result.pages_ocr,
        "pages_unreadable": list(result.pages_unreadable),
        "passages": result.passages,
    }
    if result.reason:
        row |= {"reason": result.reason, "hint": result.hint}
    return row | {"seconds": result.seconds}


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "rank": hit.rank,
        "document": hit.passage.document_id,
        "title": hit.title,
        "path": hit.path,
        "page": hit.passage.page,
        "page_label": hit.passage.page_label,
        "section": hit.passage.section,
        "text": hit.passage.text,
        "score": round(hit.score, 6),
        "boxes": _boxes(hit.boxes),
    }


def search_json(result: SearchResult) -> dict[str, Any]:
    """One result of ``search --json``; boxes are in points from the top left."""
    return {
        "question": result.question,
        "hits": [_hit_json(hit) for hit in result.hits],
        "seconds": {name: round(value, 4) for name, value in result.seconds.items()},
    }


def answer_json(answer: Answer) -> dict[str, Any]:
    """One result of ``ask --json``."""
    return {
        "question": answer.question,
        "found": answer.found,
        "answer": answer.text,
        "sentences": [
            {
                "text": sentence.text,
                "support": sentence.support.value,
                "reason": sentence.reason,
                "citations": [
                    {
                        "document": citation.document_id,
                        "title": citation.title,
                        "page": citation.page,
                        "page_label": citation.page_label,
                        "section": citation.section,
                        "quote": citation.quote,
                        "boxes": _boxes(citation.boxes),
                    }
                    for citation in sentence.citations
                ],
            }
            for sentence in answer.sentences
        ],
        "hits": [_hit_json(hit) for hit in answer.hits],
        "model": answer.model,
        "searched": asdict(answer.searched),
        "notes": list(answer.notes),
        "seconds": {name: round(value, 4) for name, value in answer.seconds.items()},
    }


def _boxes(boxes: Iterable[tuple[float, float, float, float]]) -> list[list[float]]:
    return [[round(edge, 2) for edge in box] for box in boxes]
