"""Sentences about the samples, true and false, all with the shipped judge: what is called proven must be so.

``claims/samples.jsonl`` has 64 of each, written by hand: for a question the words that a model would cite, what they say put
otherwise, and the same turned false by one of 17 kinds of change. Before the rules of ``contradictions`` 51 of the true and 35
of the false ones were called supported; with them 56 and 3. What is still not caught:

====================  ==========================================================================================
figure of a neighbour two pairs of figures in one sentence, where the false one stands beside words of the claim, too
name                  of two names in one sentence, each with a role, the other one ("… as …, and … as …")
column                the figure of another column of a table whose header is not in the row
====================  ==========================================================================================

Eight of the true ones are called weak or unsupported: an exception or a unit ("per square meter") that the sentence leaves
out, rows of a table whose header is elsewhere, and a "not" in another part of the same clause.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pincite.citations import Evidence, number_sentences
from pincite.domain import FileHead, Page, Support
from pincite.models.judge import CrossEncoderJudge
from pincite.passages import document_names, split
from pincite.pdf import PdfFile
from pincite.settings import data_folder
from pincite.verdicts import Examiner

if TYPE_CHECKING:
    from collections.abc import Mapping

NEAR = 8
"""Sentences on either side that the model was shown as well."""

NOT_CAUGHT = {
    "In the HARROWGATE trial acute kidney injury rose from 1.5% to 2.4%.",
    "Kwabena Osei-Lindqvist is the project manager.",
    "The starting dose of losartan is 100 mg.",
}
CONTROLS = 56
"""How many of the true sentences are called supported."""


@dataclass(frozen=True)
class Claim:
    """A question, words of the sentence that is cited, and what is said: once true, once false by a ``kind`` of change."""

    kind: str
    document: str
    question: str
    cited: str
    true: str
    false: str


CLAIMS = [
    Claim(**json.loads(line))
    for line in (Path(__file__).parent / "claims" / "samples.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.fixture(scope="module")
def judge() -> CrossEncoderJudge:
    return CrossEncoderJudge("pincite-judge-small", data_folder("resources") / "models" / "pincite-judge-small")


@pytest.fixture(scope="module")
def sentences(samples: Mapping[str, Path]) -> dict[str, list[Evidence]]:
    """The sentences of each sample."""
    found = {}
    for name, path in samples.items():
        with PdfFile(path) as file:
            head, *pages = file.read()
        assert isinstance(head, FileHead)
        passages = split(name, [page for page in pages if isinstance(page, Page)], head.outline)
        found[name] = number_sentences((passage, document_names(head.title, str(path))) for passage in passages)
    return found


def examined(claim: Claim, said: str, evidence: list[Evidence], judge: CrossEncoderJudge | None) -> Support:
    """The verdict on what is said, with the sentence cited that a model would be tempted to cite."""
    at = next(number for number, item in enumerate(evidence) if claim.cited in item.text)
    shown = evidence[max(0, at - NEAR) : at + NEAR + 1]
    names = {claim.document: evidence[at].title}
    return Examiner(claim.question, shown, names, judge).examine(said, [evidence[at]]).support


def test_no_false_sentence_is_called_supported_but_those_of_which_it_is_known(
    sentences: dict[str, list[Evidence]], judge: CrossEncoderJudge
) -> None:
    believed = {
        claim.false for claim in CLAIMS if examined(claim, claim.false, sentences[claim.document], judge) is Support.SUPPORTED
    }
    assert believed <= NOT_CAUGHT


def test_the_rules_do_not_harm_what_is_true(sentences: dict[str, list[Evidence]], judge: CrossEncoderJudge) -> None:
    proven = [examined(claim, claim.true, sentences[claim.document], judge) for claim in CLAIMS].count(Support.SUPPORTED)
    assert proven >= CONTROLS


def test_without_a_judge_the_rules_alone_hold(sentences: dict[str, list[Evidence]]) -> None:
    believed = [claim for claim in CLAIMS if examined(claim, claim.false, sentences[claim.document], None) is Support.SUPPORTED]
    assert {claim.false for claim in believed} <= NOT_CAUGHT
