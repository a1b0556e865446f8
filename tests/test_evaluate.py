"""Tests on questions with known answers: the measures and their intervals, question files, and whole tests of a library."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import LEASE_NOTICE, DirectParser, FakeModels, ScriptedGenerator, ScriptedReranker, sample_library
from pdfs import write_pdf
from pincite.domain import (
    Answer,
    AnswerSentence,
    Citation,
    Hit,
    Passage,
    Searched,
    Support,
)
from pincite.errors import LibraryError, ModelError, PinciteError
from pincite.evaluate import AnswersTested, Prepared, SearchTested, Setting, evaluate
from pincite.evaluate.questions import Place, Question, read_questions, sample
from pincite.evaluate.scores import MEASURES, Estimate, differences, estimate, page_rank, search_scores, spread, tally
from pincite.events import Notice, Progress, Stage
from pincite.library import Library
from pincite.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pincite.settings import Settings

LEASE = "residential-lease.pdf"
NOTICE = Question("line 1", "notice", "How much written notice must the Tenant give?", (Place(LEASE, (7,)),))
FEE = Question("line 2", "fee", "How much is the late fee?", (Place(LEASE, (4,)),))
MONGOLIA = Question("line 3", "mongolia", "What is the capital of Mongolia?", ())

RANKS = st.lists(st.none() | st.integers(1, 12), min_size=1, max_size=20)


def hit(document: str, page: int, rank: int) -> Hit:
    passage = Passage(f"{document}-{rank}", document, page, str(page), "", 0, 4, ((0, 4),), "Text")
    return Hit(rank, passage, document, f"{document}.pdf", 1.0 / rank)


# --- measures --------------------------------------------------------------------------------------------------------


def test_rank_counts_each_page_once() -> None:
    hits = [hit("a", 1, 1), hit("a", 1, 2), hit("b", 1, 3), hit("a", 2, 4)]
    assert page_rank(hits, {("a", 1)}) == 1
    assert page_rank(hits, {("b", 1)}) == 2
    assert page_rank(hits, {("a", 2), ("c", 9)}) == 3
    assert page_rank(hits, {("b", 2)}) is None
    assert page_rank([], {("a", 1)}) is None


def test_measures_of_known_ranks() -> None:
    scores = search_scores([1, 2, 5, 6, 11, None])
    values = {name: score.value for name, score in scores.items() if score}
    assert values == pytest.approx(
        {
            "page recall@1": 1 / 6,
            "page recall@5": 3 / 6,
            "page recall@10": 4 / 6,
            "MRR@10": (1 + 1 / 2 + 1 / 5 + 1 / 6) / 6,
        }
    )


@given(RANKS)
def test_measures_agree_with_each_other(ranks: list[int | None]) -> None:
    scores = {name: score.value for name, score in search_scores(ranks).items() if score}
    assert set(scores) == set(MEASURES)
    assert 0 <= scores["page recall@1"] <= scores["page recall@5"] <= scores["page recall@10"] <= 1
    assert scores["page recall@1"] - 1e-9 <= scores["MRR@10"] <= scores["page recall@10"] + 1e-9


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=30))
def test_interval_lies_around_the_mean_and_within_the_values(values: list[float]) -> None:
    found = estimate(values)
    assert found
    assert found.count == len(values)
    assert found.value == pytest.approx(sum(values) / len(values), abs=1e-9)
    assert min(values) - 1e-9 <= found.low <= found.high <= max(values) + 1e-9
    assert estimate(values) == found


@given(RANKS)
def test_setting_does_not_differ_from_itself(ranks: list[int | None]) -> None:
    assert all(score == Estimate(0.0, 0.0, 0.0, len(ranks)) for score in differences(ranks, ranks).values())


def test_interval_of_a_share_is_that_of_the_normal_distribution() -> None:
    found = estimate([1.0] * 200 + [0.0] * 200)
    assert found
    half = 1.96 * (0.5 * 0.5 / 400) ** 0.5
    assert (found.low, found.high) == pytest.approx((0.5 - half, 0.5 + half), abs=0.006)


def test_paired_interval_is_narrower_than_that_of_the_scores() -> None:
    worse: list[int | None] = [1, None] * 50
    better: list[int | None] = [1 if place % 10 == 1 else rank for place, rank in enumerate(worse)]
    score, gain = search_scores(worse)["MRR@10"], differences(better, worse)["MRR@10"]
    assert score
    assert gain
    assert gain.value == pytest.approx(0.1)
    assert 0 < gain.low < gain.high < 0.2
    assert gain.high - gain.low < score.high - score.low


def test_citations_are_drawn_with_their_question() -> None:
    # 50 answers with 10 citations each, all right or all wrong: as uncertain as 50 cases, not as 500
    found = estimate([10, 0] * 25, [10] * 50)
    single = estimate([1, 0] * 25)
    assert found
    assert single
    assert (found.value, found.low, found.high) == (single.value, single.low, single.high)
    assert (found.count, single.count) == (500, 50)


def test_no_case_has_no_score() -> None:
    assert estimate([]) is None
    assert estimate([0, 0], [0, 0]) is None
    found = estimate([1, 0], [1, 0])  # half of the rounds draw no case at all
    assert found == Estimate(1.0, 1.0, 1.0, 1)


def test_spread_of_times() -> None:
    assert spread([float(number) for number in range(101)]) == pytest.approx((50, 95))


# --- question files --------------------------------------------------------------------------------------------------


def write(folder: Path, *lines: object) -> Path:
    file = folder / "questions.jsonl"
    file.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines), encoding="utf-8")
    return file


def test_question_file_is_read(tmp_path: Path) -> None:
    also = [{"document": "b.pdf", "pages": [1]}]
    file = write(
        tmp_path,
        {"question": "Who?", "document": "a.pdf", "pages": [2, 3], "answers": ["x"], "evidence": ["y"]},
        "",
        {"id": 7, "question": "What?", "document": "a.pdf", "pages": [1], "also": also, "collection": " Law "},
        {"id": "no", "question": "Why?", "document": None, "pages": [], "answerable": False},
    )
    assert read_questions(file) == [
        Question(f"{file}, line 1", "1", "Who?", (Place("a.pdf", (2, 3)),)),
        Question(f"{file}, line 3", "7", "What?", (Place("a.pdf", (1,)), Place("b.pdf", (1,))), "Law"),
        Question(f"{file}, line 4", "no", "Why?", ()),
    ]


def test_line_separator_within_a_string_ends_no_line(tmp_path: Path) -> None:
    row = {"question": "Who\u2028wrote it?", "document": "a.pdf", "pages": [1]}
    (question,) = read_questions(write(tmp_path, json.dumps(row, ensure_ascii=False)))
    assert question.text == "Who\u2028wrote it?"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("{", "line 2, is not JSON"),
        ([1], "line 2, has no “question”"),
        ({"question": " ", "document": "a.pdf", "pages": [1]}, "line 2, has no “question”"),
        ({"question": "Who?"}, "line 2, does not say where its answer stands"),
        ({"question": "Who?", "document": None, "pages": []}, "line 2, does not say where its answer stands"),
        ({"question": "Who?", "document": "a.pdf"}, "line 2: “pages” is not a list of page numbers"),
        ({"question": "Who?", "document": "a.pdf", "pages": []}, "line 2: “pages” is not a list of page numbers"),
        ({"question": "Who?", "document": "a.pdf", "pages": 3}, "line 2: “pages” is not a list of page numbers"),
        ({"question": "Who?", "document": "a.pdf", "pages": [0]}, "line 2: “pages” is not a list of page numbers"),
        ({"question": "Who?", "document": "a.pdf", "pages": [True]}, "line 2: “pages” is not a list of page numbers"),
        ({"question": "Who?", "document": "a.pdf", "pages": ["iv"]}, "line 2: “pages” is not a list of page numbers"),
        ({"question": "Who?", "pages": [1]}, "line 2, has no “document”"),
        ({"question": "Who?", "document": ["a.pdf"], "pages": [1]}, "line 2, has no “document”"),
        ({"question": "Who?", "document": "a.pdf", "pages": [1], "also": {}}, "line 2: “also” is not a list"),
        ({"question": "Who?", "document": "a.pdf", "pages": [1], "also": ["b"]}, "line 2, has no “document”"),
        ({"question": "Who?", "document": "a.pdf", "pages": [1], "answerable": "no"}, "line 2: “answerable” is not"),
        ({"question": "Who?", "document": "a.pdf", "pages": [1], "answerable": False}, "line 2, has “answerable” false"),
        ({"question": "Who?", "document": "a.pdf", "pages": [1], "collection": 5}, "line 2: “collection” is not a name"),
    ],
)
def test_bad_line_is_named_with_a_remedy(tmp_path: Path, row: object, words: str) -> None:
    file = write(tmp_path, {"question": "Who?", "document": "a.pdf", "pages": [1]}, row)
    with pytest.raises(PinciteError) as caught:
        read_questions(file)
    assert words in caught.value.message
    assert caught.value.hint


def test_file_without_questions_or_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PinciteError, match="holds no question"):
        read_questions(write(tmp_path, "", " "))
    with pytest.raises(PinciteError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")


@given(st.integers(1, 30), st.integers(0, 5))
def test_sample_keeps_the_order_and_is_the_same_again(count: int, seed: int) -> None:
    questions = [replace(FEE, id=str(number)) for number in range(20)]
    drawn = sample(questions, count, seed)
    numbers = [int(question.id) for question in drawn]
    assert len(numbers) == min(count, 20)
    assert numbers == sorted(set(numbers))
    assert sample(questions, count, seed) == drawn


def test_another_seed_draws_others() -> None:
    questions = [replace(FEE, id=str(number)) for number in range(20)]
    assert len({tuple(question.id for question in sample(questions, 5, seed)) for seed in range(5)}) > 1


# --- whole tests -----------------------------------------------------------------------------------------------------


@pytest.fixture
def models() -> FakeModels:
    return FakeModels(fake_reranker=ScriptedReranker({}))


@pytest.fixture
def library(
    settings: Settings, models: FakeModels, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Library]:
    """The library of the samples."""
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    with Library(replace(settings, library=sample_library(tmp_path_factory.getbasetemp())), models) as library:
        yield library


def run(library: Library, *questions: Question, **options: Any) -> tuple[Prepared, list[Any], list[Notice]]:
    """What was prepared, the results, and the notices of a test."""
    events = list(evaluate(library, questions, **options))
    (prepared,) = [event for event in events if isinstance(event, Prepared)]
    results = [event for event in events if isinstance(event, SearchTested | AnswersTested)]
    return prepared, results, [event for event in events if isinstance(event, Notice)]


def test_shipped_questions_are_tested_in_every_setting(library: Library) -> None:
    questions = read_questions(data_folder("resources") / "samples" / "questions.jsonl")
    prepared, (searched,), notices = run(library, *questions)
    assert (len(prepared.cases), prepared.questions_left_out) == (52, 0)
    assert [tested.setting for tested in searched.settings] == list(Setting)
    assert len(searched.cases) == 42
    for tested in searched.settings:
        assert len(tested.ranks) == 42
        assert tested.scores["page recall@5"].value > 0.7
        assert 0 < tested.median_seconds <= tested.p95_seconds
        missed = {case.question.id for case, rank in zip(searched.cases, tested.ranks, strict=True) if rank is None}
        assert {"residential-12", "residential-13"} <= missed  # their pages are pictures
    pairs = [(pair.setting, pair.over) for pair in searched.differences]
    assert len(pairs) == len(set(pairs)) == 6
    assert (Setting.RERANKED, Setting.HYBRID) in pairs
    assert [notice.message for notice in notices] == [
        "2 questions are about pages without text in this library: no search finds those."
    ]


def test_each_setting_searches_with_its_parts_alone(library: Library, models: FakeModels) -> None:
    asked: list[str] = []
    embedder = models.fake_embedder
    assert not isinstance(embedder, ModelError | None)
    question = embedder.question
    embedder.question = lambda text: (asked.append(text), question(text))[1]  # type: ignore[method-assign]
    assert models.fake_reranker
    used = {}
    for setting in Setting:
        asked.clear()
        models.fake_reranker.read.clear()
        run(library, FEE, settings=[setting])
        used[setting] = bool(asked), bool(models.fake_reranker.read)
    assert used == {
        Setting.TEXT: (False, False),
        Setting.VECTORS: (True, False),
        Setting.HYBRID: (True, False),
        Setting.RERANKED: (True, True),
    }


def test_gold_document_does_not_narrow_the_search(library: Library) -> None:
    wrong = replace(FEE, places=(Place("photosynthesis-chapter.pdf", (1,)),))
    _, (searched,), _ = run(library, wrong, settings=[Setting.TEXT])
    assert searched.settings[0].ranks == (None,)


def test_collection_narrows_the_search(library: Library) -> None:
    law = replace(FEE, collection="Law")
    prepared, _, _ = run(library, law, settings=[Setting.TEXT])
    assert [case.scope.collection for case in prepared.cases] == ["Law"]
    assert [case.scope.document_ids for case in prepared.cases] == [()]
    with pytest.raises(LibraryError, match="line 2: There is no collection “Zoo”"):
        list(evaluate(library, [replace(FEE, collection="Zoo")]))


def test_page_of_another_document_is_as_right(library: Library) -> None:
    also = replace(FEE, places=(Place("photosynthesis-chapter.pdf", (1,)), Place("gone.pdf", (1,)), *FEE.places))
    prepared, (searched,), notices = run(library, also, settings=[Setting.TEXT])
    assert len(prepared.cases[0].gold) == 2
    assert searched.settings[0].ranks[0] is not None
    assert notices == []


def test_questions_about_missing_documents_are_named_and_not_counted(library: Library) -> None:
    gone = [replace(FEE, places=(Place("gone.pdf", (1,)),))] * 2
    elsewhere = replace(FEE, collection="Science")
    prepared, (searched,), notices = run(library, *gone, elsewhere, FEE, settings=[Setting.TEXT])
    assert (len(prepared.cases), prepared.questions_left_out) == (1, 3)
    assert len(searched.cases) == 1
    assert [notice.message for notice in notices] == [
        "There is no document “gone.pdf” in this library. 2 questions are left out.",
        f"“{LEASE}” is not in the collection “Science”. 1 question is left out.",
    ]
    assert all(notice.hint for notice in notices)


def test_name_of_two_documents_is_told(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        write_pdf(tmp_path / folder / "a.pdf", [f"The rent of house {folder} is high."])
    with Library(settings, FakeModels()) as library:
        list(library.add([str(tmp_path / "one"), str(tmp_path / "two")]))
        named = replace(FEE, places=(Place("a.pdf", (1,)),))
        with pytest.raises(PinciteError, match="Nothing is left to test"):
            list(evaluate(library, [named]))
        notice = next(evaluate(library, [named]))
    assert isinstance(notice, Notice)
    assert notice.message == "“a.pdf” is the name of 2 documents. 1 question is left out."
    assert notice.hint.startswith("Give one of the ids ")


def test_page_that_the_document_lacks_is_an_error(library: Library) -> None:
    with pytest.raises(PinciteError, match=r"line 2: page 99 of .* is asked for, which has 13"):
        next(evaluate(library, [NOTICE, replace(FEE, places=(Place(LEASE, (4, 99)),))]))


def test_settings_that_cannot_run_are_named(library: Library, models: FakeModels) -> None:
    models.fake_reranker = None
    prepared, (searched,), notices = run(library, FEE)
    assert prepared.settings == (Setting.TEXT, Setting.VECTORS, Setting.HYBRID)
    assert prepared.settings_left_out == (Setting.RERANKED,)
    assert [tested.setting for tested in searched.settings] == list(prepared.settings)
    assert [notice.message for notice in notices] == ["“hybrid+rerank” is left out: no reranker is installed."]
    models.fake_embedder = ModelError("It is broken.")
    prepared, _, notices = run(library, FEE)
    assert prepared.settings == (Setting.TEXT,)
    assert notices[0].message == "Searched by words alone: It is broken."
    with pytest.raises(PinciteError, match="Nothing is left to test"):
        list(evaluate(library, [FEE], [Setting.VECTORS]))


def test_library_without_vectors_is_tested_by_text(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    path = write_pdf(tmp_path / "a.pdf", ["The rent is due on the first day of the month."])
    with Library(settings, FakeModels(fake_embedder=None)) as library:
        list(library.add([str(path)]))
    with Library(settings, FakeModels()) as library:
        question = Question("line 1", "1", "When is the rent due?", (Place("a", (1,)),))
        prepared, (searched,), notices = run(library, question)
    assert prepared.settings == (Setting.TEXT,)
    assert searched.settings[0].ranks == (1,)
    assert "“vectors” is left out: no passage can be found by its meaning yet." in [notice.message for notice in notices]


def test_empty_library_is_told(settings: Settings) -> None:
    with Library(settings, FakeModels()) as library, pytest.raises(LibraryError, match="nothing in this library yet"):
        next(evaluate(library, [FEE]))
    assert not settings.library.exists()


def test_unanswerable_questions_alone_cannot_test_a_search(library: Library) -> None:
    with pytest.raises(PinciteError, match="Nothing is left to test"):
        list(evaluate(library, [MONGOLIA]))


def test_progress_counts_the_questions_of_each_setting(library: Library) -> None:
    events = list(evaluate(library, [NOTICE, FEE, MONGOLIA], [Setting.TEXT, Setting.HYBRID]))
    progress = [event for event in events if isinstance(event, Progress)]
    assert progress == [
        Progress(Stage.SEARCHING, done, 2, f"by {setting}:") for setting in ("text", "hybrid") for done in (0, 1)
    ]


# --- answers ---------------------------------------------------------------------------------------------------------


def answered(library: Library, *questions: Question, **options: Any) -> AnswersTested:
    _, results, _ = run(library, *questions, settings=[Setting.TEXT], answers=True, **options)
    assert isinstance(results[-1], AnswersTested)
    return results[-1]


def values(scores: Any) -> dict[str, tuple[float, int] | None]:
    return {name: score and (score.value, score.count) for name, score in scores.items()}


def test_answers_are_scored(library: Library, models: FakeModels) -> None:
    models.fake_generator = ScriptedGenerator(f"{LEASE_NOTICE} [@sixty (60) days’ written notice]")
    tested = answered(library, NOTICE, MONGOLIA)
    assert [answer.found for answer in tested.answers] == [True, False]
    assert values(tested.scores) == {
        "found": (1.0, 1),
        "false found": (0.0, 1),
        "citation precision": (1.0, 1),
        "citation recall": (1.0, 1),
        "verbatim quotes": (1.0, 1),
    }
    assert tested.support == {Support.SUPPORTED: 1, Support.WEAK: 0, Support.UNSUPPORTED: 0}
    assert 0 < tested.median_seconds <= tested.p95_seconds


def test_citation_of_another_page_and_false_answer_count_against(library: Library, models: FakeModels) -> None:
    models.fake_generator = ScriptedGenerator(f"{LEASE_NOTICE} [@sixty (60) days’ written notice]")
    elsewhere = replace(NOTICE, places=(Place(LEASE, (4,)),))
    nowhere = replace(NOTICE, id="nowhere", places=())
    tested = answered(library, elsewhere, nowhere)
    assert values(tested.scores) == {
        "found": (1.0, 1),
        "false found": (1.0, 1),
        "citation precision": (0.0, 1),
        "citation recall": (0.0, 1),
        "verbatim quotes": (1.0, 2),
    }


@pytest.mark.parametrize(
    ("text", "verbatim"),
    [
        ("He must give sixty\ndays’ writ-\nten notice, at least.", 1),
        ("He must give ninety days’ written notice.", 0),
        ("He must give sixty days’ notice in a written form.", 0),
    ],
)
def test_quote_must_stand_on_its_stored_page(text: str, verbatim: int) -> None:
    citation = Citation("a", "A", 1, "1", "", "sixty days’ written notice")
    sentence = AnswerSentence("Sixty days.", Support.SUPPORTED, (citation,))
    answer = Answer("How long?", True, "Sixty days.", (sentence,), (), "model", Searched("", 1, 1, 0))
    assert tally(answer, {("a", 1)}, {("a", 1): text})["verbatim quotes"] == (verbatim, 1)
    assert tally(answer, {("a", 1)}, {("a", 2): text})["verbatim quotes"] == (0, 1)
    assert set(tally(replace(answer, found=False), {("a", 1)}, {("a", 1): text}).values()) == {(0, 1), (0, 0)}


def test_scores_without_a_case_are_none(library: Library, models: FakeModels) -> None:
    tested = answered(library, MONGOLIA)
    assert values(tested.scores) == {
        "found": None,
        "false found": (0.0, 1),
        "citation precision": None,
        "citation recall": None,
        "verbatim quotes": None,
    }


def test_notes_of_answers_are_counted(library: Library, models: FakeModels) -> None:
    note = "No language model is installed: the answer quotes the documents."
    assert answered(library, NOTICE, FEE).notes == {note: 2}
    models.fake_generator = ScriptedGenerator(f"{LEASE_NOTICE} [@sixty (60) days’ written notice]")
    assert answered(library, NOTICE).notes == {}


def test_it_is_said_how_long_the_answers_will_take(library: Library) -> None:
    for number, told in ((5, ["The other 2 answers will take about "]), (3, [])):
        _, _, notices = run(library, *[MONGOLIA] * number, answers=True)
        said = [notice.message for notice in notices if "answers will take" in notice.message]
        assert [message[:36] for message in said] == told


def test_answer_can_be_stopped_in_its_middle(library: Library, models: FakeModels) -> None:
    models.fake_generator = ScriptedGenerator("And so on and on", endless=True)
    events = evaluate(library, [NOTICE], [Setting.TEXT], answers=True)
    for _ in range(12):
        event = next(events)
    assert event == Progress(Stage.ANSWERING, 0, 1)
    events.close()  # type: ignore[attr-defined]
    assert models.fake_generator.closed == 1


def test_unknown_generator_is_told(library: Library) -> None:
    with pytest.raises(ModelError, match="There is no model “gpt”"):
        list(evaluate(library, [NOTICE], [Setting.TEXT], answers=True, model="gpt"))
