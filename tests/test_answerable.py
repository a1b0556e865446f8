"""The probability that hits hold an answer moves the right way with each thing that it is made of."""

from __future__ import annotations

import pytest

from pincite.answerable import Caution, probability
from pincite.domain import Hit, Passage

QUESTION = "How much notice must the Tenant give Brightwater Homes?"
TEXT = "The tenant must give Brightwater Homes sixty days' notice."


def hits(text: str = TEXT, title: str = "Lease", path: str = "/lease.pdf") -> list[Hit]:
    passage = Passage("a", "d", 1, "1", "Notice", 0, len(text), ((0, len(text)),), text)
    return [Hit(1, passage, title, path, 1.0)]


def test_near_evidence_that_has_the_words_is_an_answer() -> None:
    assert probability(QUESTION, hits(), 0.8, []) > Caution.BALANCED.threshold


def test_no_hits_hold_no_answer() -> None:
    assert probability(QUESTION, [], 1.0, []) == 0.0


@pytest.mark.parametrize(
    ("text", "nearest", "unknown"),
    [
        (TEXT, 0.1, []),  # nothing is near
        ("Rent is due monthly, said Brightwater Homes to the Tenant.", 0.8, []),  # the words are others
        (TEXT.replace("Brightwater", "Stonegate"), 0.8, []),  # it is about somebody else
        (TEXT, 0.8, ["notice", "brightwater"]),  # words of the question occur nowhere
    ],
)
def test_each_doubt_lowers_it(text: str, nearest: float, unknown: list[str]) -> None:
    assert probability(QUESTION, hits(text), nearest, unknown) < probability(QUESTION, hits(), 0.8, [])


def test_a_name_may_stand_in_the_title_or_the_file_name() -> None:
    without = TEXT.replace("Brightwater Homes ", "the landlord ")
    bare = probability(QUESTION, hits(without), 0.8, [])
    assert probability(QUESTION, hits(without, title="Brightwater Homes Lease"), 0.8, []) > bare
    assert probability(QUESTION, hits(without, path="/x/lease-brightwater_homes.pdf"), 0.8, []) > bare
