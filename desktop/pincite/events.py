"""What long work says while it goes on. Plain frozen data, like the nouns that it is about; does nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pincite.domain import Answer, AnswerSentence, SearchResult, Span
    from pincite.reports import FileResult


class Stage(StrEnum):
    """What long work is busy with."""

    READING = "reading"  # pages of one file
    RECOGNISING = "recognising"  # pages of one file that are pictures
    EMBEDDING = "embedding"  # passages of the library
    DOWNLOADING = "downloading"  # bytes of one model
    LOADING = "loading"  # a model into memory
    SEARCHING = "searching"
    EXPORTING = "exporting"  # documents of the library
    ANSWERING = "answering"  # questions of a test
    TUNING = "tuning"  # what is at hand is named by ``what``


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is. ``total`` 0: not known yet. ``what`` names the file or model at hand."""

    stage: Stage
    done: int
    total: int
    what: str = ""


@dataclass(frozen=True, slots=True)
class FileFinished:
    """One file of an import has come to its end: searchable by text, unchanged, or failed."""

    result: FileResult


@dataclass(frozen=True, slots=True)
class FileRecognised:
    """The pictures among the pages of a file have been read, or cannot be.

    Comes some time after a ``FileFinished`` that has ``pages_waiting``; ``result`` says of the whole file what is so now.
    """

    result: FileResult


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the user should know, while the work goes on."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class QuestionRewritten:
    """A follow-up question as it is going to be asked, so that it stands alone."""

    question: str


@dataclass(frozen=True, slots=True)
class HitsFound:
    """The search of a question is done; its hits can be shown while the answer is written."""

    result: SearchResult


@dataclass(frozen=True, slots=True)
class QuotesReady:
    """The documents' own words, to be read while the language model writes; its sentences take their place."""

    quotes: tuple[AnswerSentence, ...]


@dataclass(frozen=True, slots=True)
class TextDelta:
    """The next piece of the answer's text as the generator writes it, without citation ids."""

    text: str


@dataclass(frozen=True, slots=True)
class SentenceReady:
    """A sentence of the answer is complete, judged, and replaces the text streamed for it."""

    sentence: AnswerSentence


@dataclass(frozen=True, slots=True)
class AnswerReady:
    """The answer is complete; always the last event of asking."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class MatchesFound:
    """Where a text stands on one page of a document. Boxes follow from the page's words, which only pages in sight need."""

    number: int
    spans: tuple[Span, ...]


Event = (
    Progress
    | FileFinished
    | FileRecognised
    | Notice
    | QuestionRewritten
    | HitsFound
    | QuotesReady
    | TextDelta
    | SentenceReady
    | AnswerReady
    | MatchesFound
)
