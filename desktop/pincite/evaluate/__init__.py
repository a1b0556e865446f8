"""Tests a library on questions whose answers are known. Ranks and answers nothing itself, prints nothing.

``questions`` reads the file, ``scores`` has the measures. The documents and pages that a question names are never given to the
search: they are what it has to find.
"""

from __future__ import annotations

import functools
import time
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from pincite.domain import Support
from pincite.errors import LibraryError, PinciteError
from pincite.evaluate.scores import (
    Estimate,
    answer_scores,
    citations,
    differences,
    page_rank,
    search_scores,
    spread,
    tally,
)
from pincite.events import AnswerReady, Notice, Progress, Stage

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping, Sequence

    from pincite.domain import Answer, Document, Scope
    from pincite.evaluate.questions import Question
    from pincite.index import Index
    from pincite.library import Library
    from pincite.retrieve import Retriever

PASSAGES = 10  # what a search gives if nothing else is asked for
FIRST_ANSWERS = 3  # after these it is said how long all will take


class Setting(StrEnum):
    """With which of its parts a search is tested."""

    TEXT = "text"
    VECTORS = "vectors"
    HYBRID = "hybrid"
    RERANKED = "hybrid+rerank"


@dataclass(frozen=True, slots=True)
class Case:
    """A question as this library can be asked it: its scope, and the gold (document id, page), empty if unanswerable."""

    question: Question
    scope: Scope
    gold: frozenset[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """What will be tested, and which questions and settings had to be left out (notices have said why)."""

    cases: tuple[Case, ...]
    settings: tuple[Setting, ...]
    questions_left_out: int
    settings_left_out: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class SettingScores:
    """How the search did in one setting. ``ranks`` has the place of the first gold page, from 1, for each question."""

    setting: Setting
    scores: Mapping[str, Estimate | None]
    median_seconds: float
    p95_seconds: float
    ranks: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much one setting scores higher than another on the same questions."""

    setting: Setting
    over: Setting
    scores: Mapping[str, Estimate | None]


@dataclass(frozen=True, slots=True)
class SearchTested:
    """The search has been tested, on the answerable questions. Each setting is compared with those before it."""

    cases: tuple[Case, ...]
    settings: tuple[SettingScores, ...]
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class AnswersTested:
    """The answers have been tested, on all questions; ``answers`` are in their order.

    ``scores`` are those of :func:`pincite.evaluate.scores.tally`; ``support`` counts the sentences of all answers by verdict,
    ``notes`` the answers by what the user is told with them.
    """

    cases: tuple[Case, ...]
    answers: tuple[Answer, ...]
    scores: Mapping[str, Estimate | None]
    support: Mapping[Support, int]
    notes: Mapping[str, int]
    median_seconds: float
    p95_seconds: float


TestEvent = Progress | Notice | Prepared | SearchTested | AnswersTested
"""What a test yields: notices and Prepared, then SearchTested, then AnswersTested if answers were asked for."""


def evaluate(
    library: Library,
    questions: Sequence[Question],
    settings: Sequence[Setting] = tuple(Setting),
    answers: bool = False,
    limit: int = PASSAGES,
    model: str = "",
) -> Iterator[TestEvent]:
    """Tests the search in some settings, and then, if ``answers``, asks every question.

    Args:
        library: What is asked. Nothing is written to it.
        questions: See :func:`pincite.evaluate.questions.read_questions`.
        settings: Those that cannot run here are named in a notice and left out.
        answers: Ask all questions, too, which takes seconds to minutes for each.
        limit: How many passages each search gives.
        model: The generator that answers; empty: the one in use.

    Raises:
        LibraryError: the library is empty, or a question names a collection that it does not have.
        PinciteError: a question names a page that its document does not have, or nothing is left to test.
        ModelError: ``model`` names a generator that is not installed.
    """
    if not library.documents():
        raise LibraryError("There is nothing in this library yet.", "Add some PDFs first.")
    cases = yield from _cases(library, questions)
    answerable = tuple(case for case in cases if case.gold)
    retriever, notes = library.retriever()
    for note in notes:
        yield Notice(note)
    runnable: list[Setting] = []
    for setting in settings:
        if lacking := _lacking(setting, retriever):
            yield Notice(f"“{setting}” is left out: {lacking}.", "“pincite status” says what there is.")
        else:
            runnable.append(setting)
    if not (cases if answers else answerable and runnable):
        raise PinciteError("Nothing is left to test.", "Name documents of this library in the questions, and another setting.")
    left_out = tuple(setting for setting in settings if setting not in runnable)
    yield Prepared(cases, tuple(runnable), len(questions) - len(cases), left_out)
    if answerable and runnable:
        yield from _test_search(retriever, runnable, answerable, limit)
    if answers:
        yield from _test_answers(library, retriever.index, cases, model, notes)


# --- questions and settings ------------------------------------------------------------------------------------------


def _cases(library: Library, questions: Sequence[Question]) -> Generator[Notice, None, tuple[Case, ...]]:
    """The questions that this library can be tested on; what is wrong with the others is said once for each reason."""

    @functools.cache
    def find(name: str) -> Document | LibraryError:
        try:
            return library.document(name)
        except LibraryError as error:
            return error

    cases: list[Case] = []
    left_out: Counter[tuple[str, str]] = Counter()
    unread = 0
    for question in questions:
        try:
            scope = library.scope(question.collection)
        except LibraryError as error:
            raise LibraryError(f"{question.where}: {error.message}", error.hint) from error
        gold: set[tuple[str, int]] = set()
        readable = False
        reasons: list[tuple[str, str]] = []
        for place in question.places:
            document = find(place.document)
            if isinstance(document, LibraryError):
                reasons.append((document.message, document.hint))
            elif scope.collection and scope.collection not in document.collections:
                reasons.append(
                    (
                        f"“{place.document}” is not in the collection “{scope.collection}”.",
                        "Add it with --collection, or mend the question.",
                    )
                )
            else:
                gold |= {(document.id, _existing(question, document, number)) for number in place.pages}
                readable |= not set(place.pages) <= set(document.unread_pages)
        if question.places and not gold:
            left_out[reasons[0]] += 1
        else:
            cases.append(Case(question, scope, frozenset(gold)))
            unread += bool(gold) and not readable
    for (reason, hint), count in left_out.items():
        yield Notice(f"{reason} {_count(count)} left out.", hint)
    if unread:
        yield Notice(f"{_count(unread)} about pages without text in this library: no search finds those.")
    return tuple(cases)


def _existing(question: Question, document: Document, number: int) -> int:
    if number > document.page_count:
        raise PinciteError(
            f"{question.where}: page {number} of {document.title} is asked for, which has {document.page_count}.",
            "Count pages from 1 at the first page of the file, whatever is printed on them.",
        )
    return number


def _count(questions: int) -> str:
    return "1 question is" if questions == 1 else f"{questions} questions are"


def _lacking(setting: Setting, whole: Retriever) -> str:
    """What a setting needs and the library lacks, in words; empty if it can run."""
    if setting is not Setting.TEXT and (whole.embedder is None or not whole.index.count_vectors()):
        return "no passage can be found by its meaning yet"
    if setting is Setting.RERANKED and whole.reranker is None:
        return "no reranker is installed"
    return ""


def _part(setting: Setting, whole: Retriever) -> Retriever:
    return {
        Setting.TEXT: replace(whole, embedder=None, reranker=None),
        Setting.VECTORS: replace(whole, reranker=None, text=False),
        Setting.HYBRID: replace(whole, reranker=None),
        Setting.RERANKED: whole,
    }[setting]


# --- the tests -------------------------------------------------------------------------------------------------------


def _test_search(
    whole: Retriever, settings: Sequence[Setting], cases: tuple[Case, ...], limit: int
) -> Iterator[Progress | SearchTested]:
    tested: list[SettingScores] = []
    for setting in settings:
        retriever = _part(setting, whole)
        retriever.search(
            cases[0].question.text, cases[0].scope, limit
        )  # untimed: what is loaded at the first use is loaded now
        seconds: list[float] = []
        ranks: list[int | None] = []
        for case in cases:
            yield Progress(Stage.SEARCHING, len(ranks), len(cases), f"by {setting}:")
            started = time.monotonic()
            result = retriever.search(case.question.text, case.scope, limit)
            seconds.append(time.monotonic() - started)
            ranks.append(page_rank(result.hits, case.gold))
        tested.append(SettingScores(setting, search_scores(ranks), *spread(seconds), tuple(ranks)))
    compared = tuple(
        Difference(one.setting, other.setting, differences(one.ranks, other.ranks))
        for place, one in enumerate(tested)
        for other in tested[:place]
    )
    yield SearchTested(cases, tuple(tested), compared)


def _test_answers(
    library: Library, index: Index, cases: tuple[Case, ...], model: str, said: Sequence[str]
) -> Iterator[Progress | Notice | AnswersTested]:
    answers: list[Answer] = []
    seconds: list[float] = []
    for case in cases:
        progress = Progress(Stage.ANSWERING, len(answers), len(cases))
        yield progress
        started = time.monotonic()
        for event in library.ask(case.question.text, case.scope, model):
            if isinstance(event, AnswerReady):
                answers.append(event.answer)
            else:
                yield progress  # so that whoever listens can stop in the middle of an answer
        seconds.append(time.monotonic() - started)
        if len(answers) == FIRST_ANSWERS < len(cases):
            left = sum(seconds) / FIRST_ANSWERS * (len(cases) - FIRST_ANSWERS)
            words = f"{left / 60:.0f} minutes" if left >= 90 else f"{left:.0f} seconds"
            yield Notice(f"The other {len(cases) - FIRST_ANSWERS} answers will take about {words}.")
    cited = {(citation.document_id, citation.page) for answer in answers for citation in citations(answer)}
    texts = {place: page.text for place, page in index.pages_at(cited).items()}
    tallies = [tally(answer, case.gold, texts) for case, answer in zip(cases, answers, strict=True)]
    verdicts = Counter(sentence.support for answer in answers if answer.found for sentence in answer.sentences)
    support = {kind: verdicts[kind] for kind in Support}
    new = Counter(note for answer in answers for note in answer.notes if note not in said)
    yield AnswersTested(cases, tuple(answers), answer_scores(tallies), support, new, *spread(seconds))
