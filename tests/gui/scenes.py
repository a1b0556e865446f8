"""A small library that the scripted engine plays: documents, an answer, pages painted on demand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter

from pincite.domain import (
    Answer,
    AnswerSentence,
    Box,
    Citation,
    Collection,
    CollectionColour,
    Document,
    DocumentStatus,
    Hit,
    OutlineEntry,
    Page,
    PageImage,
    PageInfo,
    Passage,
    Problem,
    Searched,
    SearchResult,
    Support,
    Word,
)
from pincite.events import AnswerReady, Event, HitsFound, MatchesFound, Progress, SentenceReady, Stage, TextDelta
from pincite.reading import matches, pattern
from pincite.reports import LibraryStatus, ModelInfo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scripted_engine import Reply

WIDTH, HEIGHT = 595.0, 842.0
LINE_TOP, LINE_STEP, LEFT = 118.0, 19.0, 76.0
QUESTION = "How much notice must the tenant give?"

LEASE = Document(
    "1ea5e", "Residential Lease Agreement", "/home/ada/Documents/lease.pdf", ("Harbour Street",), 14,
    DocumentStatus.READY, "2026-03-02T09:30:00Z", 96,
)  # fmt: skip
SCAN = Document(
    "5ca4", "Clinical Guideline: Acute Asthma", "/home/ada/Documents/asthma.pdf", (), 30, DocumentStatus.TEXT,
    "2026-03-02T09:31:00Z", 210,
    (Problem("scanned, without text", "Scan these pages again at 300 dpi, then import the file anew.", (12, 13)),),
)  # fmt: skip
SERVICES = Document(
    "5e41", "Master Services Agreement", "/home/ada/Documents/msa.pdf", ("Harbour Street",), 22,
    DocumentStatus.READY, "2026-03-02T09:32:00Z", 170,
)  # fmt: skip
BOOK = Document(
    "b00c", "Introduction to Soil Science, Chapter 4", "/home/ada/Documents/soil.pdf", (), 26,
    DocumentStatus.READY, "2026-03-02T09:33:00Z", 188,
)  # fmt: skip
DOCUMENTS = [LEASE, SCAN, SERVICES, BOOK]

STATUS = LibraryStatus(
    "/home/ada/.local/share/pincite/library", 4, 92, 2, 664, 664, ("Harbour Street",), "all-MiniLM-L6-v2", "",
    "qwen2.5-coder-1.5b-instruct", "CPU, 8 cores",
)  # fmt: skip
EMPTY = replace(STATUS, documents=0, pages=0, unread_pages=0, passages=0, embedded=0, collections=(), generator="")
GENERATOR = ModelInfo(
    "Qwen2.5-Coder-1.5B", "generator", "Writes answers in sentences; runs on this computer.", "Apache-2.0",
    1_117_320_768, True, True,
)  # fmt: skip

LINES = (
    "11.  Termination by the Tenant",
    "",
    "The Tenant may terminate this Agreement at the end of any calendar month by",
    "giving the Landlord not less than sixty (60) days’ written notice. Notice is given",
    "on the day on which it is delivered to the Landlord’s address in Schedule A.",
    "",
    "12.  Surrender of the Premises",
    "",
    "On termination the Tenant shall return all keys and leave the Premises in the",
    "condition described in the entry inspection, reasonable wear and tear excepted.",
    "The Landlord shall return the deposit within twenty-one (21) days, less the cost",
    "of repairs for which the Tenant is responsible under section 8.",
    "",
    "13.  Early Release",
    "",
    "The Landlord may release the Tenant before the end of the notice period if a",
    "suitable replacement has signed a lease on the same terms.",
)


OUTLINE = (
    OutlineEntry(1, "Residential Lease Agreement", 1),
    OutlineEntry(2, "Contents", 2),
    OutlineEntry(1, "Part I: Term and Termination", 3),
    OutlineEntry(2, "11. Termination by the Tenant", 4, LINE_TOP),
    OutlineEntry(2, "12. Surrender of the Premises", 4, LINE_TOP + 6 * LINE_STEP),
    OutlineEntry(2, "13. Early Release", 4, LINE_TOP + 13 * LINE_STEP),
    OutlineEntry(1, "Part II: Schedules", 7),
    OutlineEntry(2, "Schedule A: Addresses", 8),
    OutlineEntry(2, "Schedule B: Inspection on entry and on leaving", 10),
)


def line_box(number: int, share: float = 1.0, start: float = 0.0) -> Box:
    """The box of a printed line in points, from a share of its width to another."""
    top = LINE_TOP + number * LINE_STEP
    room = WIDTH - 2 * LEFT
    return (LEFT + start * room, top, LEFT + share * room, top + 13.0)


NOTICE = Citation(
    LEASE.id, LEASE.title, 4, "iv", "11. Termination by the Tenant",
    "The Tenant may terminate this Agreement at the end of any calendar month by giving the Landlord not less than "
    "sixty (60) days’ written notice.",
    (line_box(2, 0.93), line_box(3, 0.757)),
)  # fmt: skip
DELIVERY = Citation(
    LEASE.id, LEASE.title, 4, "iv", "11. Termination by the Tenant",
    "Notice is given on the day on which it is delivered to the Landlord’s address in Schedule A.",
    (line_box(3, 0.942, 0.765), line_box(4, 0.893)),
)  # fmt: skip
RELEASE = Citation(
    LEASE.id, LEASE.title, 4, "iv", "13. Early Release",
    "The Landlord may release the Tenant before the end of the notice period if a suitable replacement has signed a "
    "lease on the same terms.",
    (line_box(15, 0.9), line_box(16, 0.687)),
)  # fmt: skip
CLAUSE = Citation(
    SERVICES.id, SERVICES.title, 9, "9", "7. Term and Termination",
    "Either party may terminate for convenience on thirty (30) days’ notice.", (line_box(8),),
)  # fmt: skip

SENTENCES = (
    AnswerSentence(
        "The tenant must give at least 60 days’ written notice, ending with a calendar month.",
        Support.SUPPORTED, (NOTICE,),
    ),
    AnswerSentence(
        "The notice counts from the day it reaches the landlord’s address.", Support.SUPPORTED, (DELIVERY,)
    ),
    AnswerSentence(
        "The landlord usually agrees to an earlier release when a new tenant is found.",
        Support.WEAK, (RELEASE,), "The passage says “may”, not “usually”.",
    ),
    AnswerSentence(
        "A fee of $250 is due for early release.",
        Support.UNSUPPORTED, (CLAUSE,), "“$250” does not occur in the cited words.",
    ),
)  # fmt: skip


def hit(rank: int, citation: Citation, text: str) -> Hit:
    """A passage around a citation."""
    passage = Passage(
        f"p{rank}", citation.document_id, citation.page, citation.page_label, citation.section, 0, len(text),
        ((0, len(text)),), text,
    )  # fmt: skip
    path = next(document.path for document in DOCUMENTS if document.id == citation.document_id)
    return Hit(rank, passage, citation.title, path, 1 / rank, citation.boxes)


HITS = (
    hit(1, NOTICE, f"{NOTICE.quote} {DELIVERY.quote}"),
    hit(2, RELEASE, RELEASE.quote),
    hit(3, CLAUSE, f"{CLAUSE.quote} Fees for work done until the end of the notice period remain due."),
)
ANSWER = Answer(
    QUESTION, True, " ".join(sentence.text for sentence in SENTENCES), SENTENCES, HITS, "qwen2.5-coder-1.5b-instruct",
    Searched("", 4, 92, 2), {"search": 0.1, "rerank": 0.2, "first_token": 0.9, "total": 4.2},
    ("No reranker is in use: passages stand in the order in which search finds them.",),
)  # fmt: skip
NOT_FOUND = Answer(
    "May the tenant keep a horse?", False, "", (), HITS[1:], "qwen2.5-coder-1.5b-instruct", Searched("", 4, 92, 2),
    {"total": 1.1},
)  # fmt: skip


def answering(answer: Answer) -> Iterator[Event]:
    """The events of an answer, as the engine tells them."""
    yield Progress(Stage.SEARCHING, 0, 0)
    yield HitsFound(SearchResult(answer.question, answer.hits))
    for sentence in answer.sentences:
        yield TextDelta(f"{sentence.text} ")
        yield SentenceReady(sentence)
    yield AnswerReady(answer)


def page_infos(arguments: dict[str, Any]) -> list[PageInfo]:
    """The pages of a document: six with roman labels, then arabic ones from 1 in the lease; plain ones elsewhere."""
    document = next(document for document in DOCUMENTS if document.id == arguments["document_id"])
    roman = ("i", "ii", "iii", "iv", "v", "vi") if document is LEASE else ()
    unread = document.unread_pages
    return [
        PageInfo(
            number,
            roman[number - 1] if number <= len(roman) else str(number - len(roman)),
            WIDTH,
            HEIGHT,
            "No text could be recognised. Scan it again at 300 dpi." if number in unread else "",
        )
        for number in range(1, document.page_count + 1)
    ]


def line_font(line: str) -> QFont:
    """The font that a line is printed in, in points."""
    font = QFont("Nimbus Roman")
    font.setPixelSize(13)
    font.setBold(line[:1].isdigit())
    return font


def page_with_words(number: int, label: str = "") -> Page:
    """The text that :func:`render` paints, with the place of each word."""
    text = "\n".join(LINES)
    words = []
    offset = 0
    for row, line in enumerate(LINES):
        metrics = QFontMetricsF(line_font(line))
        for match in re.finditer(r"\S+", line):
            _, y0, _, y1 = line_box(row)
            x0, x1 = (LEFT + metrics.horizontalAdvance(line[:at]) for at in match.span())
            words.append(Word(offset + match.start(), offset + match.end(), (x0, y0, x1, y1)))
        offset += len(line) + 1
    return Page(number, label or str(number), text, tuple(words), width=WIDTH, height=HEIGHT)


def page_words(arguments: dict[str, Any]) -> list[Page]:
    """The words of some pages."""
    labels = {info.number: info.label for info in page_infos(arguments)}
    return [page_with_words(number, labels[number]) for number in arguments["numbers"] if number in labels]


def outline(arguments: dict[str, Any]) -> list[OutlineEntry]:
    """The outline of the lease; the other documents have none."""
    return list(OUTLINE) if arguments["document_id"] == LEASE.id else []


def find(arguments: dict[str, Any]) -> Iterator[Event]:
    """Where a text stands in a document, as the engine tells it; its pages are all the same."""
    wanted = pattern(arguments["text"])
    infos = page_infos(arguments)
    start = arguments["first"] - 1
    for info in infos[start:] + infos[:start] if wanted else []:
        page = page_with_words(info.number)
        if found := matches(wanted, page.text):
            yield MatchesFound(info.number, tuple(found))
    yield Progress(Stage.SEARCHING, len(infos), len(infos))


def render(arguments: dict[str, Any]) -> PageImage:
    """Paints a page of text in the scale that is asked for."""
    scale = arguments["scale"]
    width, height = round(WIDTH * scale), round(HEIGHT * scale)
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.setPen(Qt.GlobalColor.black)
    for number, line in enumerate(LINES):
        painter.setFont(line_font(line))
        x0, y0, x1, y1 = line_box(number)
        painter.drawText(QRectF(x0, y0 - 2, x1 - x0 + 8, y1 - y0 + 4), int(Qt.AlignmentFlag.AlignVCenter), line)
    painter.drawText(QRectF(0, HEIGHT - 60, WIDTH, 20), int(Qt.AlignmentFlag.AlignCenter), f"{arguments['number']}")
    painter.end()
    rows = image.constBits()
    stride = image.bytesPerLine()
    samples = b"".join(bytes(rows[y * stride : y * stride + 3 * width]) for y in range(height))
    return PageImage(arguments["document_id"], arguments["number"], scale, width, height, samples)


def collections_of(documents: list[Document], names: tuple[str, ...]) -> list[Collection]:
    """The collections with these names, in green, and how many of the documents are in each."""
    sizes = {name: sum(name in document.collections for document in documents) for name in names}
    return [Collection(name, CollectionColour.GREEN, size) for name, size in sizes.items()]


def library(
    documents: list[Document] = DOCUMENTS, status: LibraryStatus = STATUS, generator: ModelInfo = GENERATOR
) -> dict[str, Reply]:
    """Replies for everything but imports and questions."""
    return {
        "documents": lambda _arguments: list(documents),
        "organising.collections": lambda _arguments: collections_of(documents, status.collections),
        "removals.finish": lambda _arguments: None,
        "status": lambda _arguments: status,
        "models": lambda _arguments: [generator],
        "resume": lambda _arguments: iter(()),
        "reading.pages": page_infos,
        "reading.words": page_words,
        "reading.outline": outline,
        "reading.find": find,
        "marks.of": lambda _arguments: [],
        "marks.save": lambda _arguments: None,
        "marks.remove": lambda _arguments: None,
        "marks.export": lambda _arguments: 0,
        "render": render,
    }
