"""What the language model is shown: the sentences that answer, in order, and what it has read already first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fakes import HashEmbedder
from pincite.domain import Hit, Passage
from pincite.evidence import HITS, LONGEST, Shown, Weighed, choose, show, weigh

if TYPE_CHECKING:
    from pincite.citations import Evidence

LENGTH = len("Sentence number 01 here.")
TEXTS = ("Rent is due on the first day.", "The tenant gives sixty days' notice.", "Pets need consent.")


def hit(number: int, *sentences: str, score: float = 1.0, read: tuple[float, ...] = (), section: str = "Terms") -> Hit:
    """A hit whose passage is these sentences, with the reranker's score of each."""
    spans: list[tuple[int, int]] = []
    for sentence in sentences:
        start = spans[-1][1] + 1 if spans else 0
        spans.append((start, start + len(sentence)))
    text = " ".join(sentences)
    passage = Passage(f"p{number}", "d", number, str(number), section, 0, len(text), tuple(spans), text)
    return Hit(number, passage, "Lease", "/lease.pdf", score, (), tuple(zip(spans, read, strict=True)) if read else ())


def best(found: list[Weighed]) -> str:
    return max(found, key=lambda item: item.weight).evidence.text


def test_without_a_reranker_the_nearest_sentence_weighs_most() -> None:
    found = weigh("How many days' notice?", [hit(1, *TEXTS)], HashEmbedder())
    assert best(found) == TEXTS[1]
    assert all(0 <= item.weight <= 1 for item in found)


def test_the_rerankers_score_of_a_sentence_counts_as_much_as_its_similarity() -> None:
    found = weigh("notice for tenant pets?", [hit(1, *TEXTS, read=(-4.0, -4.0, 6.0))], HashEmbedder())
    assert best(found) == TEXTS[2]


def test_of_two_like_sentences_that_of_the_better_passage_weighs_more() -> None:
    found = weigh("notice?", [hit(1, TEXTS[1], score=0.4), hit(2, TEXTS[1], score=0.9)], HashEmbedder())
    assert [item.evidence.passage.id for item in sorted(found, key=lambda item: -item.weight)] == ["p2", "p1"]


def test_a_passage_that_was_not_read_closely_is_not_preferred_for_it() -> None:
    found = weigh("notice?", [hit(1, TEXTS[1], read=(3.0,)), hit(2, TEXTS[1])], HashEmbedder())
    assert found[0].weight >= found[1].weight


def test_similarity_stays_what_it_was_for_the_decision_whether_there_is_an_answer() -> None:
    (near,) = weigh(TEXTS[1], [hit(1, TEXTS[1])], HashEmbedder())
    assert near.similarity == pytest.approx(1.0, abs=1e-5)
    (shared,) = weigh("tenant deposit", [hit(1, TEXTS[1])], None)
    assert shared.similarity == 0.5


def test_only_the_first_hits_are_evidence() -> None:
    found = weigh("notice?", [hit(number, TEXTS[1]) for number in range(1, 12)], None)
    assert {item.evidence.passage.id for item in found} == {f"p{number}" for number in range(1, HITS + 1)}
    assert weigh("notice?", [], None) == []


def evidence(*hits: Hit) -> list[Evidence]:
    return choose(weigh("notice?", list(hits), None), 10_000)


def test_it_is_laid_out_under_title_and_section() -> None:
    shown = show(evidence(hit(1, TEXTS[0], "See [Annex A] for more."), hit(2, TEXTS[1], section="Ending › Notice")))
    assert shown.text.splitlines() == [
        "# Lease",
        "## Terms",
        f"[S1] {TEXTS[0]}",
        "[S2] See (Annex A) for more.",
        "## Notice",
        f"[S3] {TEXTS[1]}",
    ]


def test_what_was_shown_before_comes_first_as_it_was() -> None:
    before = show(evidence(hit(1, TEXTS[0]), hit(2, TEXTS[1])))
    after = show(evidence(hit(2, TEXTS[1]), hit(3, TEXTS[2])), before)
    assert after.text.startswith(before.text + "\n")
    assert [item.id for item in after.sentences] == ["S1", "S2", "S3"]
    assert after.text.count(TEXTS[1]) == 1
    assert after.text.endswith(f"[S3] {TEXTS[2]}")


def test_the_same_evidence_again_is_the_same_text() -> None:
    before = show(evidence(hit(1, TEXTS[0]), hit(2, TEXTS[1])))
    assert show(evidence(hit(2, TEXTS[1])), before) == before


def test_what_has_nothing_in_common_with_it_begins_anew() -> None:
    before = show(evidence(hit(1, TEXTS[0])))
    after = show(evidence(hit(3, TEXTS[2])), before)
    assert isinstance(after, Shown)
    assert TEXTS[0] not in after.text


def test_a_conversation_does_not_grow_without_end() -> None:
    shown = None
    for number in range(1, 60):
        shown = show(evidence(hit(number, TEXTS[0] * 8), hit(number + 1, TEXTS[0] * 8)), shown)
        assert len(shown.text) < 8000


# --- a follow-up on the same evidence ---------------------------------------------------------------------------------


def of_many(first: int, *near: int) -> list[Weighed]:
    """Six sentences of a passage each; that at ``first`` is the nearest, those at ``near`` come close."""
    found = weigh("notice?", [hit(number, f"Sentence number {number:02d} here.") for number in range(1, 7)], None)
    weights = dict.fromkeys(near, 0.8) | {first: 0.9}
    return [Weighed(item.evidence, weights.get(at, 0.1), 0.1) for at, item in enumerate(found)]


def test_where_the_nearest_was_shown_before_little_is_added() -> None:
    before = show(choose(of_many(0, 1), 2 * LENGTH))
    assert [item.passage.id for item in before.sentences] == ["p1", "p2"]
    added = [item.passage.id for item in choose(of_many(0, 3, 4, 5), 12 * LENGTH, before)]
    assert added == ["p1", "p2", "p4"]


def test_where_the_nearest_is_new_all_the_room_is_used() -> None:
    before = show(choose(of_many(0, 1), 2 * LENGTH))
    assert len(choose(of_many(3, 4, 5), 5 * LENGTH, before)) == 5


def test_of_more_than_is_shown_again_nothing_is_known() -> None:
    full = Shown(tuple(choose(of_many(0), LENGTH)), "x" * (LONGEST + 1))
    assert len(choose(of_many(0, 3, 4), 4 * LENGTH, full)) == 4


def test_what_is_new_goes_on_under_the_title_and_section_that_are_there() -> None:
    known, new = hit(1, TEXTS[0]), hit(2, TEXTS[1])
    before = show(evidence(known))
    assert show(evidence(known, new), before).text == f"{before.text}\n[S2] {TEXTS[1]}"
    elsewhere = hit(2, TEXTS[1], section="Notice")
    assert show(evidence(known, elsewhere), before).text == f"{before.text}\n## Notice\n[S2] {TEXTS[1]}"
