"""Stand-ins for models and for the process that reads PDFs, and libraries that run on them. Load no model, fetch nothing.

A :class:`ScriptedGenerator` and its like drive the real pipeline. The ``open_…`` functions at the end are what an engine
process opens instead of ``Library.open``; they are at module level, so that they can be sent to it.
"""

from __future__ import annotations

import functools
import os
import re
import threading
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pytest

from pincite.errors import ModelError
from pincite.library import Library
from pincite.ocr import Reading, RecognisedWord
from pincite.pdf import PdfFile
from pincite.reports import LoadedModel
from pincite.settings import Settings, data_folder
from pincite.words import stems

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pincite.domain import Box, FileHead, Mark, Page, PageImage
    from pincite.ocr import Ocr

EMBEDDER = "all-MiniLM-L6-v2"
"""What the fake embedder calls itself by default: the one that the settings name, so that a library is in order."""

LEASE_NOTICE = "The Tenant must give at least sixty (60) days’ written notice."
"""Right, and carried by a sentence of the sample lease that holds the words "sixty (60) days’ written notice"."""

LAW = ("residential-lease", "master-services-agreement")
"""The samples in the collection "Law" of the sample library; the others are in "Science"."""

WAIT_SECONDS = 60.0
PACE_SECONDS = 0.02


# --- models ----------------------------------------------------------------------------------------------------------


@dataclass
class HashEmbedder:
    """Texts that share words are near each other: each stem counts in one place of the vector, found by its checksum."""

    name: str = EMBEDDER
    dimension: int = 512
    device: str = "CPU"
    note: str = ""

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """See :class:`pincite.models.embedder.Embedder`."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        vectors[:, 0] = 0.1  # a text without words has a direction, too
        for row, text in enumerate(texts):
            for word in stems(text):
                vectors[row, 1 + zlib.crc32(word.encode()) % (self.dimension - 1)] += 1.0
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return vectors

    def question(self, text: str) -> np.ndarray:
        """See :class:`pincite.models.embedder.Embedder`."""
        vector: np.ndarray = self.passages([text])[0]
        return vector


@dataclass
class WaitingEmbedder(HashEmbedder):
    """Makes no vector of a passage before a question has been asked."""

    asked: threading.Event = field(default_factory=threading.Event)

    def passages(self, texts: Sequence[str]) -> np.ndarray:
        """Waits for the first question, which must come from another thread."""
        assert self.asked.wait(WAIT_SECONDS), "no question came while the import went on"
        return super().passages(texts)

    def question(self, text: str) -> np.ndarray:
        """Lets those who wait go on."""
        self.asked.set()
        return super().passages([text])[0]  # type: ignore[no-any-return]


@dataclass
class ScriptedReranker:
    """Gives a text the score of the first key that stands in it, and 0 if none does. Records the texts that it was given."""

    by_words: dict[str, float]
    name: str = "scripted-reranker"
    read: list[list[str]] = field(default_factory=list)

    def scores(self, question: str, texts: Sequence[str]) -> list[float]:
        """See :class:`pincite.models.reranker.Reranker`."""
        self.read.append(list(texts))
        return [next((score for words, score in self.by_words.items() if words in text), 0.0) for text in texts]


@dataclass
class ScriptedJudge:
    """Finds a claim proven as likely as the first key says that stands in claim and evidence together; else it is certain."""

    by_words: dict[str, float]
    name: str = "scripted-judge"

    def probabilities(self, claim: str, evidence: Sequence[str]) -> list[float]:
        """See :class:`pincite.models.judge.Judge`."""
        read = [f"{claim}\n{text}" for text in evidence]
        return [next((value for words, value in self.by_words.items() if words in text), 1.0) for text in read]


@dataclass(frozen=True)
class Prompt:
    """What a generator was given."""

    system: str
    user: str
    grammar: str
    max_tokens: int

    @property
    def shown(self) -> dict[str, str]:
        """The evidence in the prompt by its id."""
        return dict(re.findall(r"^\[(S\d+)\] (.*)$", self.user, re.MULTILINE))

    @property
    def allowed(self) -> set[str]:
        """The ids that the grammar permits."""
        return set(re.findall(r'"(S\d+)"', self.grammar))

    def id_of(self, words: str) -> str:
        """The id of the evidence that holds some words."""
        for id_, text in self.shown.items():
            if words in text:
                return id_
        raise AssertionError(f"the generator was not shown “{words}”, but: {self.shown}")


class ScriptedGenerator:
    """Streams the replies that a test has written, one for each prompt, word by word; the last one again and again.

    In a reply ``[@words]`` stands for the id of the evidence that holds these words. A reply that is an exception is
    raised; one of several parts streams its texts and raises its exceptions. ``endless`` repeats the reply for ever.
    """

    def __init__(self, *replies: str | Exception | Sequence[str | Exception], endless: bool = False) -> None:
        self.name = "scripted"
        self.context = 4096
        self.reading_speed = 35.0
        self.writing_speed = 12.0
        self.device = "CPU"
        self.note = ""
        self.prompts: list[Prompt] = []
        self.closed = 0
        """How many streams were closed before their end."""
        self._replies = replies
        self._endless = endless

    def count(self, text: str) -> int:
        """See :class:`pincite.models.generator.Generator`."""
        return len(text.split())

    def stream(self, system: str, user: str, grammar: str, max_tokens: int) -> Iterator[str]:
        """See :class:`pincite.models.generator.Generator`."""
        prompt = Prompt(system, user, grammar, max_tokens)
        self.prompts.append(prompt)
        reply = self._replies[min(len(self.prompts), len(self._replies)) - 1]
        parts = [reply] if isinstance(reply, str | Exception) else reply
        try:
            yield ""  # the prompt is being read
            while True:
                for part in parts:
                    if isinstance(part, Exception):
                        raise part
                    filled = re.sub(r"\[@([^\]]+)\]", lambda match: f"[{prompt.id_of(match[1])}]", part)
                    for word in re.findall(r"\S+\s*", filled):
                        yield word
                        if self._endless:  # no faster than a model writes, or those who listen could never catch up
                            threading.Event().wait(PACE_SECONDS)
                if not self._endless:
                    return
                yield " "
        except GeneratorExit:
            self.closed += 1
            raise


@dataclass
class FakeModels:
    """The models of a library; what is None is not installed."""

    fake_embedder: HashEmbedder | ModelError | None = field(default_factory=HashEmbedder)
    fake_reranker: ScriptedReranker | None = None
    fake_judge: ScriptedJudge | None = None
    fake_generator: ScriptedGenerator | None = None

    def embedder(self) -> HashEmbedder | None:
        """See :class:`pincite.models.loader.Models`."""
        if isinstance(self.fake_embedder, ModelError):
            raise self.fake_embedder
        return self.fake_embedder

    def reranker(self) -> ScriptedReranker | None:
        """See :class:`pincite.models.loader.Models`."""
        return self.fake_reranker

    def judge(self) -> ScriptedJudge | None:
        """See :class:`pincite.models.loader.Models`."""
        return self.fake_judge

    def loaded(self) -> tuple[LoadedModel, ...]:
        """See :class:`pincite.models.loader.Models`."""
        if self.fake_generator is None:
            return ()
        speeds = self.fake_generator.reading_speed, self.fake_generator.writing_speed
        return (LoadedModel(self.fake_generator.name, "generator", "CPU", *speeds),)

    def generator(self, name: str = "") -> ScriptedGenerator | None:
        """See :class:`pincite.models.loader.Models`."""
        if name and (self.fake_generator is None or name != self.fake_generator.name):
            raise ModelError(f"There is no model “{name}”.", "All models: pincite models list.")
        return self.fake_generator


# --- what reads pictures ---------------------------------------------------------------------------------------------


class ScriptedOcr:
    """Reads in pictures what a test has written, one text for each, the last one again and again; None: an empty sheet.

    Each line of a text is a line in the picture, 20 points below the one before it, with letters 6 points wide. An
    exception is raised.
    """

    def __init__(self, *texts: str | BaseException | None, confidence: float = 0.98) -> None:
        self.read_pages: list[int] = []
        """Numbers of the pages that were asked for."""
        self._texts = texts
        self._confidence = confidence

    def read(self, image: PageImage) -> Reading:
        """See :class:`pincite.ocr.Ocr`."""
        self.read_pages.append(image.number)
        text = self._texts[min(len(self.read_pages), len(self._texts)) - 1]
        if isinstance(text, BaseException):
            raise text
        if text is None:
            return Reading(blank=True)
        words = []
        for line, content in enumerate(text.splitlines()):
            for match in re.finditer(r"\S+", content):
                box = (72.0 + 6 * match.start(), 72.0 + 20 * line, 72.0 + 6 * match.end(), 84.0 + 20 * line)
                words.append(RecognisedWord(match[0], box, self._confidence, 0, line, 1.0))
        return Reading(tuple(words))


class DyingOcr(ScriptedOcr):
    """Ends its process at every picture of page 2."""

    def read(self, image: PageImage) -> Reading:
        """See :class:`pincite.ocr.Ocr`."""
        if image.number == 2:
            os.abort()
        return super().read(image)


def load_scripted_ocr(threads: int) -> ScriptedOcr:
    """What a child process loads to read pictures."""
    return ScriptedOcr(f"Read with {threads}.")


def load_dying_ocr(threads: int) -> ScriptedOcr:
    """Dies at page 2."""
    return DyingOcr("Read.")


def load_no_ocr(threads: int) -> ScriptedOcr:
    """Is not there."""
    raise ModelError("Text recognition is not installed.", "Install it.")


def load_fatal_ocr(threads: int) -> ScriptedOcr:
    """Crashes as it is loaded, as a library for another processor does."""
    os.abort()


# --- the reader of PDFs ----------------------------------------------------------------------------------------------


class DirectParser:
    """Reads PDFs in this process. Starting a process for each library takes most of the time of a test that needs none."""

    ocr: Ocr | None = None  # set it on a class of your own; None: not installed

    def __init__(self, readers: int = 1) -> None:
        self.readers = readers

    def start(self) -> None:
        """See :class:`pincite.parser.Parser`."""

    def head(self, path: Path, password: str = "") -> FileHead:
        """See :class:`pincite.parser.Parser`."""
        with PdfFile(path, password) as file:
            return file.head()

    def read(self, path: Path, password: str = "") -> Iterator[FileHead | Page]:
        """See :class:`pincite.parser.Parser`."""
        with PdfFile(path, password) as file:
            yield from file.read()

    def attachment(self, path: Path, number: int, password: str = "") -> bytes:
        """See :class:`pincite.parser.Parser`."""
        with PdfFile(path, password) as file:
            return file.attachment(number)

    def recognise(self, path: Path, numbers: Sequence[int], password: str = "") -> Iterator[Page]:
        """See :class:`pincite.parser.Parser`."""
        if self.ocr is None:
            raise ModelError("Text recognition is not installed.", "Install it.")
        with PdfFile(path, password) as file:
            yield from file.recognise(numbers, self.ocr)

    def end_recognition(self) -> None:
        """There is nothing to end."""

    def render(self, path: Path, number: int, scale: float, password: str = "") -> PageImage:
        """See :class:`pincite.parser.Parser`."""
        with PdfFile(path, password) as file:
            return file.render(number, scale)

    def annotate(self, path: Path, marks: Sequence[tuple[Mark, tuple[Box, ...]]], target: Path, password: str = "") -> None:
        """See :class:`pincite.parser.Parser`."""
        with PdfFile(path, password) as file:
            file.annotate(marks, target)

    def close(self) -> None:
        """There is nothing to end."""


@functools.cache
def sample_library(folder: Path) -> Path:
    """A library of the sample PDFs with fake vectors, made in a folder once; for tests that only read it."""
    settings = Settings(library=folder / "sample-library", models=folder / "none")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pincite.library.Parser", DirectParser)
        with Library(settings, FakeModels()) as library:
            for path in sorted((data_folder("resources") / "samples").glob("*.pdf")):
                list(library.add([str(path)], "Law" if path.stem in LAW else "Science"))
    return settings.library


# --- libraries that an engine opens ----------------------------------------------------------------------------------


def open_scripted_library(settings: Settings) -> Library:
    """Answers every question with the notice that the sample lease asks of the tenant."""
    reply = f"{LEASE_NOTICE} [@sixty (60) days’ written notice]"
    return Library(settings, FakeModels(fake_generator=ScriptedGenerator(reply)))


def open_endless_library(settings: Settings) -> Library:
    """Never stops answering."""
    return Library(settings, FakeModels(fake_generator=ScriptedGenerator("And so on and on", endless=True)))


def open_faulty_library(settings: Settings) -> Library:
    """Has a bug: its generator divides by zero, which nobody expects of a model."""
    return Library(settings, FakeModels(fake_generator=ScriptedGenerator(ZeroDivisionError("a bug"))))


def open_waiting_library(settings: Settings) -> Library:
    """Goes on with an import only when a question was asked."""
    reply = f"{LEASE_NOTICE} [@sixty (60) days’ written notice]"
    return Library(settings, FakeModels(WaitingEmbedder(), None, ScriptedGenerator(reply)))
