"""The JSON that scripts read. Its names and meanings are a contract: add to it, change nothing."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pincite.domain import Answer, Hit, SearchResult, Span
    from pincite.evaluate import AnswersTested, Prepared, SearchTested
    from pincite.evaluate.scores import Estimate
    from pincite.reports import FileResult

DONE, FAILED = 0, 1
"""Exit statuses: done; some input failed, each named. Wrong usage ends with 2, which argparse does."""


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
    if result.code:
        row["code"] = result.code
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
    } | _lines(hit.lines)


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
                    | _lines(citation.lines)
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


def evaluation_json(event: Prepared | SearchTested | AnswersTested) -> dict[str, Any]:
    """What an event adds to the one object of ``eval --json``. Ranks are places of a right page, from 1; null: not found."""
    from pincite.evaluate import Prepared, SearchTested

    if isinstance(event, Prepared):
        answerable = sum(bool(case.gold) for case in event.cases)
        unanswerable = len(event.cases) - answerable
        return {
            "questions": {"answerable": answerable, "unanswerable": unanswerable, "left_out": event.questions_left_out},
            "settings_left_out": [setting.value for setting in event.settings_left_out],
        }
    if isinstance(event, SearchTested):
        return {
            "settings": {
                tested.setting.value: _scores_json(tested.scores) | _spread_json(tested.median_seconds, tested.p95_seconds)
                for tested in event.settings
            },
            "differences": [
                {"setting": pair.setting.value, "over": pair.over.value} | _scores_json(pair.scores)
                for pair in event.differences
            ],
            "searches": [
                {
                    "id": case.question.id,
                    "question": case.question.text,
                    "ranks": {tested.setting.value: tested.ranks[place] for tested in event.settings},
                }
                for place, case in enumerate(event.cases)
            ],
        }
    scores = _scores_json(event.scores) | {"support": {kind.value: number for kind, number in event.support.items()}}
    return {
        "answers": scores
        | _spread_json(event.median_seconds, event.p95_seconds)
        | {
            "each": [
                {"id": case.question.id, "answerable": bool(case.gold)} | answer_json(answer)
                for case, answer in zip(event.cases, event.answers, strict=True)
            ]
        }
    }


def _scores_json(scores: Mapping[str, Estimate | None]) -> dict[str, Any]:
    return {
        name.replace(" ", "_"): score
        and {"value": round(score.value, 4), "low": round(score.low, 4), "high": round(score.high, 4), "count": score.count}
        for name, score in scores.items()
    }


def _spread_json(median: float, p95: float) -> dict[str, Any]:
    return {"seconds": {"median": round(median, 4), "p95": round(p95, 4)}}


def _lines(lines: Span | None) -> dict[str, list[int]]:
    """The printed line numbers, from first to last, of a page that counts its lines."""
    return {} if lines is None else {"lines": list(lines)}


def _boxes(boxes: Iterable[tuple[float, float, float, float]]) -> list[list[float]]:
    return [[round(edge, 2) for edge in box] for box in boxes]
