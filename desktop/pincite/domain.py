"""The nouns of Pincite. Plain frozen data: imports nothing of ours, does nothing.

Coordinates are PDF points (1/72 inch) from the top left corner of the page as it is displayed (rotation applied). Offsets
are indexes into ``Page.text``, half open. Page numbers are physical and start at 1; labels are what is printed ("iv", "A-3").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Box = tuple[float, float, float, float]
"""(x0, y0, x1, y1) in points, origin top left."""

Span = tuple[int, int]
"""(start, end) offsets into the text of a page, half open."""


# --- what is imported ------------------------------------------------------------------------------------------------


class Word(NamedTuple):
    """One word on a page: its offsets in ``Page.text`` and its box. A tuple, since there are hundreds on every page."""

    start: int
    end: int
    box: Box


class Line(NamedTuple):
    """One printed line: its offsets in ``Page.text``, the size of its largest font in points, and whether all of it is bold."""

    start: int
    end: int
    size: float
    bold: bool


RECOGNISED_SIZE = 10.0
"""Points; what the usual line of a recognised page is said to measure, since the heights of scanned lines are uncertain."""


class PageProblem(StrEnum):
    """Why the text of a page is missing or not whole, in words that go after "pages 12-13 not read: ".

    ``DIFFICULT`` and ``HIDDEN`` go after "pages 12-13: ": their text is there.
    """

    SCAN = "scanned, without text"
    DRAWING = "drawn, without text"
    UNKNOWN_CODE = "text in a code that cannot be read"
    DAMAGED = "damaged"
    LOST = "lost, because the file is damaged"
    PARTLY_LOST = "partly lost, because the file is damaged"
    PROMISED = "promised by the file, but not in it"
    CRASHED = "the PDF reader crashed or hung"
    TOO_LONG = "given up, because the file took far too long"
    XFA = "a form that only Adobe Reader can show"
    PICTURE = "a picture in which no text was found"
    OCR_CRASHED = "the text recognition crashed or hung"
    DIFFICULT = "read with difficulty, so that words may be wrong"
    HIDDEN = "words that cannot be seen were left out"

    @classmethod
    def hidden(cls, words: int) -> str:
        """``HIDDEN`` with the number of words: what a page has as its problem, and a document for all of its pages."""
        return f"{cls.HIDDEN} ({words})"


def is_unread(problem: str) -> bool:
    """Whether a page with this problem (empty: none) lacks text that is printed on it."""
    return bool(problem) and problem != PageProblem.DIFFICULT and not problem.startswith(PageProblem.HIDDEN)


@dataclass(frozen=True, slots=True)
class Page:
    r"""The text of one page with the place of every word.

    Lines are separated by ``\\n`` and blocks by ``\\n\\n``. A page that could not be read, or not all of it,
    has a ``problem``: a :class:`PageProblem`, or empty. If the margin counts its lines, the numbers come last, see
    :mod:`pincite.pinpoints`.
    """

    number: int
    label: str
    text: str
    words: Sequence[Word] = ()
    lines: tuple[Line, ...] = ()
    width: float = 0.0
    height: float = 0.0
    ocr: bool = False
    confidence: float | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """One entry of a PDF's outline: nesting level from 1, title, page number, and the top of its target in points."""

    level: int
    title: str
    page: int
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class FileHead:
    """What a PDF says of itself before any page is read."""

    title: str
    page_count: int
    outline: tuple[OutlineEntry, ...] = ()
    attachments: tuple[str, ...] = ()  # names of the files within it


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences within one page and one section, the unit of search.

    ``sentences`` are offsets in the page's text and so are ``start`` and ``end``; a highlight is exact.
    """

    id: str
    document_id: str
    page: int
    page_label: str
    section: str
    start: int
    end: int
    sentences: tuple[Span, ...]
    text: str


class DocumentStatus(StrEnum):
    """How far a document has come into the library."""

    IMPORTING = "importing"  # rows are being written; not visible to search
    TEXT = "text"  # found by its words
    READY = "ready"  # found by its words and its meaning


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a document that the user must know: which pages (empty: all of it), why, and the remedy."""

    reason: str
    hint: str = ""
    pages: tuple[int, ...] = ()

    @property
    def unread(self) -> bool:
        """Whether text of the pages is missing."""
        return is_unread(self.reason)


@dataclass(frozen=True, slots=True)
class Document:
    """An imported file. ``id`` is the SHA-256 of its bytes in hexadecimal, ``path`` is where it came from."""

    id: str
    title: str
    path: str
    collections: tuple[str, ...]
    page_count: int
    status: DocumentStatus
    added_at: str  # ISO 8601, UTC
    passages: int = 0
    problems: tuple[Problem, ...] = ()
    language: str = "en"  # ISO 639-1; its words are searched in it

    @property
    def unread_pages(self) -> tuple[int, ...]:
        """Physical numbers of the pages whose text is not in the library."""
        return tuple(sorted({number for problem in self.problems if problem.unread for number in problem.pages}))


class CollectionColour(StrEnum):
    """The colours that a collection can be told by."""

    BLUE = "blue"
    GREEN = "green"
    YELLOW = "yellow"
    ORANGE = "orange"
    RED = "red"
    PURPLE = "purple"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Collection:
    """A user's subset of the documents (a matter, a course, a ward), and how many there are in it."""

    name: str
    colour: CollectionColour = CollectionColour.BLUE
    documents: int = 0


# --- what a reader leaves on a page ----------------------------------------------------------------------------------


class MarkColour(StrEnum):
    """The colours that a reader can mark words in."""

    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PINK = "pink"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words on a page that a reader has marked, with a note or without.

    ``start`` and ``end`` are offsets in the text of the page, and ``quote`` is what stood there when it was made.
    """

    id: str
    document_id: str
    page: int
    start: int
    end: int
    quote: str
    made_at: str  # ISO 8601, UTC
    colour: MarkColour = MarkColour.YELLOW
    note: str = ""


# --- what is found and answered --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question may be answered from: one collection (None: all) and some documents (empty: all)."""

    collection: str | None = None
    document_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question, with its place among the hits. ``score`` means nothing beyond one search.

    ``sentences`` are the spans of its sentences with the reranker's score of each; empty if they were not read one by one.
    ``lines`` are as in :class:`Citation`.
    """

    rank: int
    passage: Passage
    title: str
    path: str
    score: float
    boxes: tuple[Box, ...] = ()
    sentences: tuple[tuple[Span, float], ...] = ()
    lines: Span | None = None


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The ranked hits of a question. ``seconds`` has a figure for each stage that ran; ``notes`` say what was left out.

    ``relevance`` is the reranker's score of the passage that it found best; None if there was none.
    """

    question: str
    hits: tuple[Hit, ...]
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    relevance: float | None = None


class Support(StrEnum):
    """How well the cited words carry a sentence of an answer."""

    SUPPORTED = "supported"
    WEAK = "weak"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True)
class Citation:
    """The exact words, on the exact page, that a sentence rests on; ``boxes`` has one box for each printed line.

    ``lines`` are the first and the last of their line numbers, where the margin of the page counts its lines.
    """

    document_id: str
    title: str
    page: int
    page_label: str
    section: str
    quote: str
    boxes: tuple[Box, ...] = ()
    lines: Span | None = None


@dataclass(frozen=True, slots=True)
class AnswerSentence:
    """One sentence of an answer, its verdict with the reason, and what it cites."""

    text: str
    support: Support
    citations: tuple[Citation, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer was looked for in: the collection (empty: all), documents, pages, and pages that have no text."""

    collection: str
    documents: int
    pages: int
    unread_pages: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question. ``found`` is False where the documents do not hold one; ``model`` is empty for bare quotes.

    ``seconds`` has "search", "rerank", "first_token" and "total", each from the moment the question was asked.
    """

    question: str
    found: bool
    text: str
    sentences: tuple[AnswerSentence, ...]
    hits: tuple[Hit, ...]
    model: str
    searched: Searched
    seconds: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as typed, as asked (a follow-up is made to stand alone), its answer, and when it was asked (ISO 8601, UTC)."""

    question: str
    asked: str
    answer: Answer
    asked_at: str


@dataclass(frozen=True, slots=True)
class Conversation:
    """Questions that follow from one another. ``id`` is 32 hexadecimal digits; ``collection`` is empty if all was asked."""

    id: str
    title: str
    collection: str
    started_at: str  # ISO 8601, UTC
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True)
class PageImage:
    """A rendered page: ``samples`` are RGB bytes, 3 a pixel, row by row from the top, ``width * height * 3`` in all.

    ``scale`` is pixels per point.
    """

    document_id: str
    number: int
    scale: float
    width: int
    height: int
    samples: bytes


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What a page view must know of a page before it is rendered: its printed label and its size in points."""

    number: int
    label: str
    width: float
    height: float
    problem: str = ""
