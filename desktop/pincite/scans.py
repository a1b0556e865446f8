"""Reads the pages of imported documents that are pictures, and adds what they say to what is searched. Imports no files.

It comes after the import, since a picture takes a thousand times as long as a page of text: a document can be searched by the
text of its other pages at once, and what its pictures say is added when all of them are read.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pincite import languages, passages, stamps
from pincite.domain import RECOGNISED_SIZE, Document, DocumentStatus, Page, PageProblem, Passage, Problem
from pincite.errors import ModelError, PinciteError
from pincite.events import FileRecognised, Progress, Stage
from pincite.reports import FileResult, FileStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence

    from pincite.events import Event
    from pincite.index import Index
    from pincite.parser import Parser

OCR_PAGES_AT_ONCE = 8  # pages read by OCR between two commits: half a minute of work
DIFFICULT_BELOW = 0.85
"""Mean confidence of a page below which its words are to be checked. Clean print has 0.95 and more."""

NEEDS_OCR = (PageProblem.SCAN, PageProblem.DRAWING, PageProblem.UNKNOWN_CODE)
"""Problems of pages that have not been read from their pictures yet."""

AGAIN = (*NEEDS_OCR, PageProblem.OCR_CRASHED)
"""Problems of pages that are read once more when their file is added again."""

_HIDDEN = re.compile(rf"{PageProblem.HIDDEN} \((\d+)\)")
_WAITING_HINT = "Its text is recognised at the end of the import; if that was stopped, add the file again."
_DAMAGE_HINT = "Open the file in a PDF viewer and save it again, or look at the page yourself."
_HINTS: dict[str, str] = {
    **dict.fromkeys(NEEDS_OCR, _WAITING_HINT),
    PageProblem.XFA: "Open the file in Adobe Reader, print it to a PDF, and add that.",
    PageProblem.PICTURE: "Look at the page yourself; if there is text on it, scan it again at 300 dpi.",
    PageProblem.OCR_CRASHED: "Add the file again to try once more, or look at the page yourself.",
    PageProblem.HIDDEN: "Ask who made the file why it holds text that its readers do not see.",
    PageProblem.DIFFICULT: "Compare what is quoted with the page, or scan it again at 300 dpi.",
}


@dataclass(frozen=True, slots=True)
class Scans:
    """Pages of an imported document that are still to be read from their pictures.

    ``result`` is that of the import so far. ``asked``: the user added the file, and waits for its result.
    """

    document_id: str
    pages: tuple[int, ...]
    password: str = field(repr=False)
    result: FileResult
    asked: bool = True


class Recogniser:
    """Reads the pages of documents that are pictures.

    Args:
        index: Where the documents are.
        parser: Draws and reads the pages.
        stored: Where the file of a document is.
    """

    def __init__(self, index: Index, parser: Parser, stored: Callable[[Document], Path]) -> None:
        self._index = index
        self._parser = parser
        self._stored = stored

    def recognise(self, scans: Sequence[Scans]) -> Iterator[Event]:
        """Reads pages from their pictures; they can be searched as soon as those of one document are done.

        What was read is kept when this is stopped. Without OCR the pages stay unread, and their documents say why.
        """
        failure: ModelError | None = None
        try:
            for scan in scans:
                started = time.monotonic()
                result = scan.result
                try:
                    if failure is None:
                        result = yield from self._recognise(scan)
                except ModelError as error:
                    failure = error
                except PinciteError as error:
                    result = replace(result, reason=error.message, hint=error.hint)
                if failure:
                    result = self._leave_unread(scan, failure)
                seconds = result.seconds + time.monotonic() - started
                if scan.asked or result.status is not FileStatus.UNCHANGED:
                    yield FileRecognised(replace(result, pages_waiting=(), seconds=round(seconds, 3)))
        finally:
            self._parser.end_recognition()
        if scans:
            self._index.optimize()

    def _recognise(self, scan: Scans) -> Generator[Event, None, FileResult]:
        """Reads pages of one document, and adds what they say to what is searched.

        The pages are written as they are read, their passages all at once, and then the document's row, which until then
        says that they are waiting: after a crash only those are read that have not been written.
        """
        document = self._index.document(scan.document_id)
        if document is None:  # removed meanwhile
            return scan.result
        pages = {page.number: replace(page, words=()) for page in self._index.pages(document.id)}
        body = _usual_size(pages.values())
        numbers = [number for number in scan.pages if pages[number].problem]
        batch: list[Page] = []
        name = Path(document.path).name
        yield Progress(Stage.RECOGNISING, 0, len(numbers), name)
        for done, read in enumerate(self._parser.recognise(self._stored(document), numbers, scan.password), 1):
            before = pages[read.number]
            page = _resized(read, body) if read.width else replace(before, problem=read.problem)
            pages[page.number] = replace(page, words=())
            batch.append(page)
            if len(batch) == OCR_PAGES_AT_ONCE or done == len(numbers):
                labels = {one.number: one.label for one in stamps.labelled([pages[number] for number in sorted(pages)])}
                batch = [replace(one, label=labels[one.number]) for one in batch]
                pages |= {one.number: replace(one, words=()) for one in batch}
                self._index.replace_pages(document.id, batch)
                batch = []
            yield Progress(Stage.RECOGNISING, done, len(numbers), name)
        result = self._publish_scans(document, scan, pages)
        return replace(result, pages_ocr=sum(page.ocr for page in pages.values()), seconds=scan.result.seconds)

    def _publish_scans(self, document: Document, scan: Scans, pages: Mapping[int, Page]) -> FileResult:
        in_order = [pages[number] for number in sorted(pages)]
        split = passages.split(document.id, in_order, self._index.outline(document.id))
        found = [passage for passage in split if passage.page in set(scan.pages)]
        written = self._index.passages([passage.id for passage in found])  # by a try that ended before the document's row
        new = [passage for passage in found if passage.id not in written]
        if not document.passages:
            document = replace(document, language=languages.detect(page.text for page in in_order))
        document = replace(
            document,
            passages=self._index.count_passages(document.id) + len(new),
            problems=(*problems(in_order), *(problem for problem in document.problems if not problem.pages)),
            status=DocumentStatus.TEXT if found else document.status,
        )
        self._index.publish(document, new, search_texts(document, new))
        read = any(pages[number].problem not in AGAIN for number in scan.pages)
        return result_of(scan.result.path, FileStatus.ADDED if read else scan.result.status, document)

    def _leave_unread(self, scan: Scans, failure: ModelError) -> FileResult:
        """Lets a document say why its pictures were not read."""
        document = self._index.document(scan.document_id)
        if document is None:
            return scan.result
        hint = f"{failure.message} {failure.hint} Then add the file again."
        told = tuple(replace(p, hint=hint) if p.reason in NEEDS_OCR else p for p in document.problems)
        document = replace(document, problems=told)
        self._index.update(document)
        result = result_of(scan.result.path, scan.result.status, document)
        return replace(result, pages_ocr=scan.result.pages_ocr, seconds=scan.result.seconds)


def waiting_pages(document: Document, reasons: Sequence[PageProblem]) -> tuple[int, ...]:
    """The unread pages of a document that have one of these problems."""
    return tuple(sorted(number for problem in document.problems if problem.reason in reasons for number in problem.pages))


def search_texts(document: Document, found: Sequence[Passage]) -> list[str]:
    """What the passages of a document are found by."""
    names = passages.document_names(document.title, document.path)
    return [passages.search_text(names, passage.section, passage.text) for passage in found]


def _usual_size(pages: Iterable[Page]) -> float:
    """The size of most of the text that was not read by OCR, in points; 0 if there is none."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[line.size] += 0 if page.ocr else line.end - line.start
    return sizes.most_common(1)[0][0] if sizes.total() else 0.0


def _resized(page: Page, body: float) -> Page:
    """A page whose usual line has the size of the document's text, or none of its lines would pass for what it is."""
    if not page.ocr or not body:
        return page
    return replace(page, lines=tuple(line._replace(size=round(line.size * body / RECOGNISED_SIZE, 1)) for line in page.lines))


def problems(pages: Sequence[Page]) -> tuple[Problem, ...]:
    """What the user must know of the pages of a document, each reason once."""
    by_reason: dict[str, list[int]] = {}
    hidden = 0
    for page in pages:
        difficult = page.confidence is not None and page.confidence < DIFFICULT_BELOW
        reason = page.problem or (PageProblem.DIFFICULT if difficult else "")
        if words := _HIDDEN.fullmatch(reason):
            hidden += int(words[1])
            reason = PageProblem.HIDDEN
        if reason:
            by_reason.setdefault(reason, []).append(page.number)
    found = (Problem(reason, _HINTS.get(reason, _DAMAGE_HINT), tuple(numbers)) for reason, numbers in by_reason.items())
    return tuple(replace(p, reason=PageProblem.hidden(hidden)) if p.reason == PageProblem.HIDDEN else p for p in found)


def result_of(path: str, status: FileStatus, document: Document) -> FileResult:
    """The outcome of importing a document from ``path``."""
    return FileResult(
        path=path,
        status=status,
        document_id=document.id,
        pages=document.page_count,
        pages_unreadable=document.unread_pages,
        passages=document.passages,
        reason="; ".join(problem.reason for problem in document.problems),
        hint=document.problems[0].hint if document.problems else "",
    )
