"""Claims that a judge learns from: read, split by document, and joined with some that are not proven."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from pincite.errors import FileError
from pincite.settings import data_folder
from pincite.tuning import card, claims

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = {
    "title": "Lease",
    "section": "5. Notice",
    "evidence": "The tenant may end this lease by sixty (60) days' written notice.",
    "question": "How much notice must the tenant give?",
    "true": ["60 days, in writing."],
    "false": ["The landlord may end it by 60 days' notice."],
}
DEPOSIT = {
    "title": "Lease",
    "evidence": "The deposit is two months' rent and is returned within 14 days.",
    "question": "How much is the deposit?",
    "true": ["Two months' rent."],
    "false": ["14 months' rent."],
}
SILENT = {
    "title": "Lease",
    "evidence": "Quiet hours begin at ten in the evening.",
    "question": "May the tenant keep a dog?",
    "true": [],
    "false": ["Dogs are kept quiet after ten."],
}


def written(folder: Path, *items: dict[str, object]) -> Path:
    file = folder / "claims.jsonl"
    file.write_text("\n".join(map(json.dumps, items)), encoding="utf-8")
    return file


def made(folder: Path, *items: dict[str, object]) -> list[claims.Claim]:
    return claims.claims(claims.read([written(folder, *items)]), seed=1)


def test_each_claim_is_read_behind_its_question_and_beside_its_section(tmp_path: Path) -> None:
    true, false = made(tmp_path, NOTICE)
    assert (true.said, true.proven) == ("How much notice must the tenant give? 60 days, in writing.", True)
    assert true.evidence == "Lease\n5. Notice\nThe tenant may end this lease by sixty (60) days' written notice."
    assert (false.proven, false.evidence) == (False, true.evidence)
    assert (true.document, true.source) == ("Lease", "claims")


def test_a_true_claim_comes_again_with_other_evidence_and_after_another_question(tmp_path: Path) -> None:
    found = made(tmp_path, NOTICE, DEPOSIT)
    assert len(found) == 2 * 4
    elsewhere = [one for one in found if "60 days, in writing." in one.said and "The deposit is" in one.evidence]
    assert [one.proven for one in elsewhere] == [False]
    assert elsewhere[0].said.startswith("How much notice")
    aside = [one for one in found if one.said == "How much is the deposit? 60 days, in writing."]
    assert [one.proven for one in aside] == [False]
    assert "sixty (60) days" in aside[0].evidence


def test_evidence_that_may_prove_a_claim_as_well_is_not_said_to_disprove_it(tmp_path: Path) -> None:
    again = DEPOSIT | {"evidence": "Two months' rent is the deposit.", "question": "What is paid in advance?", "true": []}
    found = made(tmp_path, DEPOSIT, again)
    assert not [one for one in found if "How much is the deposit? Two months' rent." in one.said and not one.proven]


def test_an_item_without_a_true_claim_is_only_told_what_is_false(tmp_path: Path) -> None:
    (one,) = made(tmp_path, SILENT)
    assert not one.proven


def test_no_document_is_on_both_sides(tmp_path: Path) -> None:
    items = claims.read([written(tmp_path, *(NOTICE | {"title": f"Lease {n}", "question": f"{n}?"} for n in range(200)))])
    kept, held = claims.split(items)
    assert len(kept) + len(held) == 200
    assert 10 < len(held) < 50
    assert not {item.title for item in kept} & {item.title for item in held}


def test_the_same_item_counts_once(tmp_path: Path) -> None:
    assert len(claims.read([written(tmp_path, NOTICE, NOTICE)])) == 1


@pytest.mark.parametrize(
    "line", ["[]", "{}", '{"title": "a", "evidence": " ", "question": "b?", "true": [], "false": ["c"]}', '{"title": 1}', "x"]
)
def test_a_line_that_is_no_item_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "claims.jsonl"
    file.write_text(f"{json.dumps(NOTICE)}\n{line}\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"claims\.jsonl, line 2 is not an item"):
        claims.read([file])


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"gone\.jsonl cannot be read"):
        claims.read([tmp_path / "gone.jsonl"])


def test_the_claims_that_ship_can_be_read_and_are_accounted_for() -> None:
    folder = data_folder("resources") / "claims"
    items = claims.read(sorted(folder.glob("*.jsonl")))
    assert len(items) > 1500
    assert {item.source for item in items} == set(card.origins([folder / card.SOURCES]))
    assert not any(set(item.true) & set(item.false) for item in items)
