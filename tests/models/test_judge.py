"""The judge that ships: it tells the clause that proves from its neighbour, and an answer from one to another question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.citations import DOUBTED, claim
from pincite.errors import ModelError
from pincite.models.judge import CrossEncoderJudge
from pincite.settings import data_folder

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = "Lease\n5. Notice\nThe tenant may end this lease by giving the landlord sixty (60) days' written notice."
DEPOSIT = "Lease\n6. Deposit\nThe deposit is two months' rent and is returned within fourteen days of departure."
ASKED = "How much notice must the tenant give?"


@pytest.fixture(scope="module")
def judge() -> CrossEncoderJudge:
    return CrossEncoderJudge("pincite-judge-small", data_folder("resources") / "models" / "pincite-judge-small")


@pytest.mark.parametrize("said", ["The tenant must give 60 days' written notice.", "60 days, in writing."])
def test_what_the_words_prove_is_not_doubted(judge: CrossEncoderJudge, said: str) -> None:
    proven, elsewhere = judge.probabilities(claim(ASKED, said), [NOTICE, DEPOSIT])
    assert proven > DOUBTED > elsewhere
    assert 0 < elsewhere < proven < 1


def test_an_answer_to_another_question_is_doubted(judge: CrossEncoderJudge) -> None:
    (aside,) = judge.probabilities(claim(ASKED, "The deposit is returned within fourteen days."), [DEPOSIT])
    assert aside < DOUBTED


def test_each_piece_of_evidence_is_judged_by_itself(judge: CrossEncoderJudge) -> None:
    said = claim(ASKED, "60 days.")
    together = judge.probabilities(said, [NOTICE, DEPOSIT, NOTICE])
    assert together == pytest.approx([judge.probabilities(said, [text])[0] for text in (NOTICE, DEPOSIT, NOTICE)], abs=1e-3)


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="judge mine cannot be loaded"):
        CrossEncoderJudge("mine", tmp_path)
