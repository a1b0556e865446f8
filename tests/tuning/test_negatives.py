"""Hard negatives: what is taken, and what must not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fakes import HashEmbedder
from pincite.events import Progress
from pincite.tuning import negatives
from pincite.tuning.pairs import Pair

if TYPE_CHECKING:
    from pincite.tuning.negatives import Group


def mine(pairs: list[Pair], count: int = 3, seed: int = 1) -> list[Group]:
    run = negatives.mine(pairs, HashEmbedder(), count, seed)
    while True:
        try:
            assert isinstance(next(run), Progress)
        except StopIteration as end:
            groups: list[Group] = end.value
            return groups


NOUNS = "otter badger heron falcon lynx marten stoat weasel plover curlew gannet petrel".split()
RENT = Pair("How much is the rent?", "The rent is 900 dollars a month.", "lease", "law")
DEPOSIT = Pair("How much is the deposit?", "The deposit is two months of rent.", "lease", "law")
REPAIRS = Pair("Who repairs the roof?", "Repairs of the roof are for the landlord.", "lease", "law")
OTHER = Pair("What does wool cost?", "A yard of wool costs nine shillings.", "wool", "trade")


def test_the_right_passage_is_first_and_not_among_the_others() -> None:
    for pair, group in zip([RENT, DEPOSIT, REPAIRS], mine([RENT, DEPOSIT, REPAIRS]), strict=True):
        assert group.query == pair.query
        assert group.texts[0] == pair.positive
        assert len(group.texts) == len(set(group.texts)) == 3


def test_passages_of_the_same_document_come_before_unrelated_ones() -> None:
    group = mine([RENT, DEPOSIT, REPAIRS, OTHER], count=1)[0]
    assert group.texts[1] in (DEPOSIT.positive, REPAIRS.positive)


def test_another_right_answer_to_the_same_question_is_no_negative() -> None:
    twin = Pair(RENT.query.upper(), "Each month 900 dollars of rent are due.", "lease", "law")
    for group in mine([RENT, twin, DEPOSIT]):
        if group.query.casefold() == RENT.query.casefold():
            assert not {RENT.positive, twin.positive} & set(group.texts[1:])


def test_a_near_duplicate_of_the_right_passage_is_no_negative() -> None:
    copy = Pair("What does a month cost?", RENT.positive + " ", "lease", "law")
    assert copy.positive not in mine([RENT, copy, DEPOSIT])[0].texts[1:]


def test_what_probably_answers_in_another_document_is_left_out_unless_the_question_names_its_own() -> None:
    title = "Lease of the Old Mill"
    elsewhere = Pair("How much is rent?", "The rent, how much it is: the rent is 700.", "barn", "law", "Lease of the Red Barn")
    plain = Pair("How much is the rent?", "The rent is 900 dollars, payable each month to the owner.", "mill", "law", title)
    assert not [group for group in mine([plain, elsewhere]) if group.query == plain.query]
    named = Pair("How much is the rent of the Old Mill?", plain.positive, "mill", "law", title)
    (group,) = (group for group in mine([named, elsewhere]) if group.query == named.query)
    assert group.texts[1] == "Lease of the Red Barn\nThe rent, how much it is: the rent is 700."


def test_titles_and_sections_stand_in_front_as_in_search_or_are_left_out_for_the_whole_group() -> None:
    animals = [f"{kind} {noun}" for kind in ("red", "grey", "young", "old", "wild") for noun in NOUNS]
    pairs = [Pair(f"What does the {name} eat?", f"The {name} eats fish.", "d", "s", "Mill", "1. Food") for name in animals]
    groups = mine(pairs)
    assert len(groups) == len(pairs)
    titled = [group for group in groups if group.texts[0].startswith("Mill\n1. Food\n")]
    assert all(text.startswith("Mill\n1. Food\n") for group in titled for text in group.texts)
    assert not any("Mill" in text for group in groups if group not in titled for text in group.texts)
    named = [group for group in groups if "Mill" in group.query]
    assert named
    assert all(group in titled for group in named)
    assert len(named) < len(titled) < len(groups)


def test_a_pair_without_any_negative_is_left_out() -> None:
    assert mine([RENT]) == []


def test_the_same_seed_gives_the_same_groups() -> None:
    pairs = [RENT, DEPOSIT, REPAIRS, OTHER]
    assert mine(pairs, count=2) == mine(pairs, count=2)
