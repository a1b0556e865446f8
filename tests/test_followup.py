"""Follow-up questions: which stand alone, and what becomes of those that do not."""

from __future__ import annotations

import pytest

from fakes import ScriptedGenerator
from pincite.domain import Answer, Searched, Turn
from pincite.errors import ModelError
from pincite.followup import rewrite, stands_alone

ASKED = "How much written notice must the tenant give?"
ANSWER = Answer(ASKED, True, "The tenant must give sixty days' notice.", (), (), "model", Searched("", 1, 1, 0))
EARLIER = Turn("How much notice?", ASKED, ANSWER, "2026-03-01T10:00:00+00:00")


def rewritten(question: str, writer: ScriptedGenerator | None) -> str:
    run = rewrite(question, EARLIER, writer)
    while True:
        try:
            next(run)
        except StopIteration as end:
            asked: str = end.value
            return asked


@pytest.mark.parametrize(
    "question",
    [
        "When must the security deposit be returned?",
        "Define adverse event reporting duties",
        "Rent due date in May?",
        "Is there a late fee under this lease?",
    ],
)
def test_a_question_with_its_own_subject_stands_alone(question: str) -> None:
    assert stands_alone(question)


@pytest.mark.parametrize(
    "question",
    [
        "And the landlord?",
        "What about the landlord's duties here?",
        "Why?",
        "Is it refundable within thirty days of departure?",
        "When do they have to pay the deposit?",
        "In which cases?",
        "Does the same hold for commercial tenants?",
        "Does that apply to commercial tenants?",
        "What happens after this?",
    ],
)
def test_a_question_that_points_back_does_not(question: str) -> None:
    assert not stands_alone(question)


def test_without_a_model_the_earlier_question_goes_in_front() -> None:
    assert rewritten("And the landlord?", None) == f"{ASKED} And the landlord?"


def test_the_model_is_shown_the_earlier_question_and_its_answer() -> None:
    writer = ScriptedGenerator("How much written notice must the landlord give?")
    assert rewritten("And the landlord?", writer) == "How much written notice must the landlord give?"
    (prompt,) = writer.prompts
    assert ASKED in prompt.user
    assert "sixty days' notice" in prompt.user
    assert "And the landlord?" in prompt.user


@pytest.mark.parametrize(
    "written",
    [
        "How much written notice must the bank give?",  # somebody else
        "How much written notice must the landlord give within 14 days?",  # a figure that nobody said
        ASKED,  # the question before
        "",
    ],
)
def test_what_the_model_invents_or_leaves_out_is_not_asked(written: str) -> None:
    assert rewritten("And the landlord?", ScriptedGenerator(written)) == f"{ASKED} And the landlord?"


def test_a_model_that_fails_costs_no_question() -> None:
    writer = ScriptedGenerator(ModelError("The language model failed."))
    assert rewritten("And the landlord?", writer) == f"{ASKED} And the landlord?"


def test_braces_in_a_question_are_text() -> None:
    writer = ScriptedGenerator("")
    rewritten("And {answer}?", writer)
    assert "Follow-up: And {answer}?" in writer.prompts[0].user
