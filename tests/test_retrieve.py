"""Finding passages: how rankings are combined, what each part does when it is there, and what stays outside the scope."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from fakes import HashEmbedder, ScriptedReranker, sample_library
from pincite import words
from pincite.domain import Passage, Scope
from pincite.index import Index
from pincite.ranking import SAME_DOCUMENT, SAME_PAGE, diverse, fuse, in_context, lifted_by_sentences
from pincite.retrieve import READ_CLOSELY, RERANKED, Retriever, keywords
from pincite.settings import data_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

NOTICE = "How much notice must the tenant give?"


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return Index(str(sample_library(tmp_path_factory.getbasetemp()) / "index"))


# --- rankings --------------------------------------------------------------------------------------------------------


def test_fuse_weighs_scores_scaled_to_one() -> None:
    fused = fuse({"a": 30.0, "b": 20.0, "c": 10.0}, {"a": 0.1, "b": 0.3, "c": 0.2}, 0.6)
    assert fused == pytest.approx({"a": 0.6, "b": 0.6 * 0.5 + 0.4, "c": 0.4 * 0.5})


def test_fuse_gives_nothing_for_the_ranking_that_lacks_a_passage() -> None:
    assert fuse({"a": 2.0, "b": 1.0}, {"c": 5.0, "a": 4.0}, 0.5) == pytest.approx({"a": 0.5, "b": 0.0, "c": 0.5})


def test_fuse_takes_empty_and_even_rankings() -> None:
    assert fuse({}, {}, 0.5) == {}
    assert fuse({"a": 7.0}, {}, 0.25) == {"a": 0.25}
    assert fuse({"a": -1.0, "b": -1.0}, {}, 1.0) == {"a": 1.0, "b": 1.0}


def passage(document: str, page: int) -> Passage:
    return Passage("", document, page, str(page), "", 0, 1, ((0, 1),), "x")


def test_company_on_the_page_and_in_the_document_lifts_a_passage() -> None:
    found = {"a": passage("one", 1), "b": passage("one", 1), "c": passage("one", 2), "d": passage("two", 1)}
    lifted = in_context({"a": 0.5, "b": 0.5, "c": 0.5, "d": 0.5}, found)
    assert lifted["a"] == lifted["b"] > lifted["c"] > lifted["d"] > 0.5


def test_a_passage_is_no_company_of_its_own() -> None:
    alone = in_context({"a": 0.8}, {"a": passage("one", 1)})
    assert alone == pytest.approx({"a": 0.8 + SAME_DOCUMENT * 0.8 / 5})


def test_the_best_of_a_page_is_lifted_by_the_second_and_the_second_by_the_best() -> None:
    found = {"a": passage("one", 1), "b": passage("one", 1)}
    mean = SAME_DOCUMENT * (0.9 + 0.1) / 5
    assert in_context({"a": 0.9, "b": 0.1}, found) == pytest.approx(
        {"a": 0.9 + SAME_PAGE * 0.1 + mean, "b": 0.1 + SAME_PAGE * 0.9 + mean}
    )


def test_a_third_passage_of_a_page_comes_after_all_others() -> None:
    ranked = [passage("one", 1), passage("one", 1), passage("one", 1), passage("one", 2), passage("two", 1), passage("one", 1)]
    assert diverse(ranked) == [ranked[at] for at in (0, 1, 3, 4, 2, 5)]


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        (NOTICE, {"notice", "tenant", "give"}),
        ("What is the amount of invoice INV-77341?", {"amount", "invoice", "INV-77341"}),
        ("Who is it?", {"Who", "is", "it?"}),
    ],
)
def test_keywords_leave_out_stop_words_if_anything_else_is_left(question: str, kept: set[str]) -> None:
    assert set(keywords(question).split()) == kept


# --- search ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("embedder", [None, HashEmbedder()], ids=["words alone", "words and vectors"])
def test_the_passage_that_answers_is_among_the_hits(index: Index, embedder: HashEmbedder | None) -> None:
    result = Retriever(index, embedder).search(NOTICE, Scope(), 5)
    assert result.question == NOTICE
    assert any("sixty (60) days’ written notice" in " ".join(hit.passage.text.split()) for hit in result.hits)
    assert [hit.rank for hit in result.hits] == [1, 2, 3, 4, 5]
    scores = [hit.score for hit in result.hits]
    assert scores == sorted(scores, reverse=True)
    assert len({hit.passage.id for hit in result.hits}) == 5
    assert set(result.seconds) == {"search"}


def test_most_questions_about_the_samples_find_their_page(index: Index) -> None:
    lines = (data_folder("resources") / "samples" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = [item for item in map(json.loads, lines) if item["answerable"] and not item.get("ocr")]
    retriever = Retriever(index, HashEmbedder())
    found = 0
    for item in asked:
        hits = retriever.search(item["question"], Scope(), 10).hits
        found += any(hit.path.endswith(item["document"]) and hit.passage.page in item["pages"] for hit in hits)
    assert found > len(asked) * 0.75  # a floor that only a broken search falls through; quality is measured elsewhere


@pytest.mark.parametrize("question", ["INV-77341", '"INV-77341"', "What is the amount of invoice “INV-77341”?"])
def test_identifiers_are_found_by_their_letters(index: Index, question: str) -> None:
    for embedder in (None, HashEmbedder()):
        hits = Retriever(index, embedder).search(question, Scope(), 5).hits
        assert any("INV-77341" in hit.passage.text for hit in hits), embedder


def test_hit_says_where_its_words_stand(index: Index) -> None:
    for hit in Retriever(index, HashEmbedder()).search(NOTICE, Scope(), 10).hits:
        page = index.page(hit.passage.document_id, hit.passage.page)
        assert page.text[hit.passage.start : hit.passage.end] == hit.passage.text
        assert page.label == hit.passage.page_label
        assert hit.boxes
        for x0, y0, x1, y1 in hit.boxes:
            assert 0 <= x0 < x1 <= page.width
            assert 0 <= y0 < y1 <= page.height
        assert (index.document(hit.passage.document_id) or pytest.fail()).title == hit.title


class LostEmbedder(HashEmbedder):
    """Takes every question to be about diuron."""

    def question(self, text: str) -> np.ndarray:
        """See :class:`HashEmbedder`."""
        return super().question("diuron stops the release of oxygen")


def test_vectors_find_what_shares_no_word_with_the_question(index: Index) -> None:
    question = "zyzzyva"
    assert Retriever(index, None).search(question, Scope("Science"), 5).hits == ()
    hits = Retriever(index, LostEmbedder()).search(question, Scope("Science"), 5).hits
    assert any("diuron" in hit.passage.text.lower() for hit in hits)


@pytest.mark.parametrize("limit", [1, 3, 70, 500])
def test_limit_is_kept_and_reached(index: Index, limit: int) -> None:
    hits = Retriever(index, HashEmbedder()).search(NOTICE, Scope(), limit).hits
    assert len(hits) == min(limit, index.count_passages())


def test_scope_holds_for_words_vectors_and_reranker(index: Index) -> None:
    lease = next(document for document in index.documents() if "lease" in document.path)
    reranker = ScriptedReranker({"blood": 9.0})
    retriever = Retriever(index, HashEmbedder(), reranker)
    for scope, allowed in (
        (Scope("Law"), {document.id for document in index.documents("Law")}),
        (Scope(None, (lease.id,)), {lease.id}),
        (Scope("Law", (lease.id,)), {lease.id}),
    ):
        hits = retriever.search("What is the blood pressure target?", scope, 100).hits
        assert {hit.passage.document_id for hit in hits} == allowed
    assert retriever.search("lease", Scope("Science", (lease.id,)), 10).hits == ()
    assert all("mmHg" not in text for texts in reranker.read for text in texts)


# --- reranker --------------------------------------------------------------------------------------------------------


def test_reranker_moves_what_it_prefers_up(index: Index) -> None:
    plain = Retriever(index, HashEmbedder()).search(NOTICE, Scope(), 10)
    favoured = plain.hits[3].passage
    words = " ".join(favoured.text.split())[-60:]
    reranker = ScriptedReranker({words: 9.0})
    ranked = Retriever(index, HashEmbedder(), reranker).search(NOTICE, Scope(), 10)
    rank = next(hit.rank for hit in ranked.hits if hit.passage.id == favoured.id)
    assert rank < 4
    assert set(ranked.seconds) == {"search", "rerank"}
    assert [hit.rank for hit in ranked.hits] == list(range(1, 11))


def test_reranker_reads_the_best_passages_with_their_sections(index: Index) -> None:
    reranker = ScriptedReranker({})
    hits = Retriever(index, HashEmbedder(), reranker).search(NOTICE, Scope(), 60).hits
    assert len(hits) == 60
    read = reranker.read[0]
    assert len(read) == RERANKED
    expected = {"\n".join(filter(None, (hit.passage.section, words.clean(hit.passage.text)))): hit.title for hit in hits}
    for text in read:
        names, rest = text.split("\n", 1)
        assert names.startswith(expected[rest])


def test_sentences_of_the_first_passages_are_read_one_by_one(index: Index) -> None:
    first = Retriever(index, HashEmbedder()).search(NOTICE, Scope(), 10).hits[:READ_CLOSELY]
    favoured = first[3].passage
    start, end = max(favoured.sentences, key=lambda span: span[1] - span[0])
    telling = words.clean(favoured.text[start - favoured.start : end - favoured.start])

    @dataclass
    class Close(ScriptedReranker):
        """Sees nothing in a whole passage, and the answer in one sentence."""

        def scores(self, question: str, texts: Sequence[str]) -> list[float]:
            super().scores(question, texts)
            return [5.0 * text.endswith(telling) for text in texts] if len(self.read) > 1 else [0.0] * len(texts)

    reranker = Close({})
    result = Retriever(index, HashEmbedder(), reranker).search(NOTICE, Scope(), 60)
    assert result.relevance == 0.0
    assert all(len(text) < 2000 for text in reranker.read[1])
    ranked = [hit.passage.id for hit in result.hits]
    assert ranked.index(favoured.id) < 2
    (hit,) = (hit for hit in result.hits if hit.passage.id == favoured.id)
    assert dict(hit.sentences)[start, end] == 5.0
    assert sum(score for _, score in hit.sentences) == 5.0
    assert [bool(hit.sentences) for hit in result.hits].count(True) == READ_CLOSELY


def test_a_passage_that_was_read_closely_only_in_part_is_taken_as_it_was(index: Index) -> None:
    read = Retriever(index, HashEmbedder(), ScriptedReranker({})).search(NOTICE, Scope(), 10).hits
    time_for = len(read[0].sentences) + 1
    assert len(read[1].sentences) > 1

    @dataclass
    class Slow(ScriptedReranker):
        def scores(self, question: str, texts: Sequence[str]) -> list[float]:
            scores = super().scores(question, texts)
            return scores[:time_for] if len(self.read) > 1 else scores

    hits = Retriever(index, HashEmbedder(), Slow({})).search(NOTICE, Scope(), 10).hits
    assert hits[0].sentences == read[0].sentences
    assert not any(hit.sentences for hit in hits[1:])


def test_lifting_by_sentences_stays_within_the_scores() -> None:
    lifted = lifted_by_sentences({"a": 0.9, "b": 0.7, "c": 0.5}, {"a": -3.0, "b": 4.0, "c": 1.0}, 0.5)
    assert lifted == pytest.approx({"a": 0.7, "b": 0.8, "c": 0.5 + 0.4 * 0.5 * 4 / 7})
    assert lifted_by_sentences({"a": 0.5}, {"a": 1.0}, 0.5) == {"a": 0.5}


def test_passages_for_which_the_reranker_had_no_time_come_after_the_others(index: Index) -> None:
    @dataclass
    class Slow(ScriptedReranker):
        def scores(self, question: str, texts: Sequence[str]) -> list[float]:
            return super().scores(question, texts)[:8]

    hits = Retriever(index, HashEmbedder(), Slow({})).search(NOTICE, Scope(), 30).hits
    plain = Retriever(index, HashEmbedder()).search(NOTICE, Scope(), 30).hits
    assert len(hits) == 30
    assert {hit.passage.id for hit in hits[:7]} <= {hit.passage.id for hit in plain[:10]}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_reranker_is_not_asked_about_nothing(index: Index) -> None:
    reranker = ScriptedReranker({})
    assert Retriever(index, None, reranker).search("zyzzyva", Scope(), 5).hits == ()
    assert reranker.read == []


# --- unknown words ---------------------------------------------------------------------------------------------------


def test_unknown_words_are_those_that_occur_in_no_form(index: Index) -> None:
    retriever = Retriever(index)
    assert retriever.unknown_words("Must tenants pay for a zebra in Ulaanbaatar?", Scope()) == ["zebra", "ulaanbaatar"]
    assert retriever.unknown_words("Does the tenant pay for ramipril?", Scope("Law")) == ["ramipril"]
    assert retriever.unknown_words("Does the tenant pay for ramipril?", Scope()) == []


# --- what is typed to search for -------------------------------------------------------------------------------------


@pytest.mark.parametrize("embedder", [None, HashEmbedder()], ids=["words alone", "words and vectors"])
def test_typed_phrases_must_occur_and_excluded_words_must_not(index: Index, embedder: HashEmbedder | None) -> None:
    retriever = Retriever(index, embedder)
    hits = retriever.search('"security deposit" -interest', Scope(), 10, typed=True).hits
    texts = [" ".join(hit.passage.text.lower().split()) for hit in hits]
    assert texts
    assert all("security deposit" in text and not re.search(r"\binterest\b", text) for text in texts)


def test_a_phrase_that_stands_nowhere_is_said_and_what_comes_nearest_shown(index: Index) -> None:
    result = Retriever(index).search('"deposit security" -interest', Scope(), 10, typed=True)
    assert result.hits
    assert not any(re.search(r"\binterest\b", hit.passage.text, re.IGNORECASE) for hit in result.hits)
    assert any("as they stand" in note for note in result.notes)


@pytest.mark.parametrize("embedder", [None, HashEmbedder()], ids=["words alone", "words and vectors"])
def test_exclusion_reads_on_until_the_limit_is_reached(index: Index, embedder: HashEmbedder | None) -> None:
    everything = Retriever(index, HashEmbedder()).search("the", Scope(), 500).hits
    allowed = {hit.passage.id for hit in everything if not re.search(r"\btenant\b", hit.passage.text, re.IGNORECASE)}
    hits = Retriever(index, embedder).search("the -tenant", Scope(), 500, typed=True).hits
    assert hits
    assert {hit.passage.id for hit in hits} <= allowed
    if embedder:
        assert len(hits) == len(allowed)


def test_questions_have_no_syntax(index: Index) -> None:
    asked = Retriever(index).search('What is the "security deposit" -tenant', Scope(), 10)
    assert any("tenant" in hit.passage.text.lower() for hit in asked.hits)
    assert any("security deposit" not in " ".join(hit.passage.text.lower().split()) for hit in asked.hits)


def test_only_exclusions_find_nothing_and_say_why(index: Index) -> None:
    result = Retriever(index, HashEmbedder()).search("-tenant", Scope(), 10, typed=True)
    assert result.hits == ()
    assert "left out" in " ".join(result.notes)
