"""Conversations outlive the program, a crash in the middle of a turn, and a mistaken deletion."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.conversations import Conversations, now
from pincite.domain import Answer, AnswerSentence, Citation, Hit, Passage, Searched, Support, Turn
from pincite.errors import LibraryError

if TYPE_CHECKING:
    from pathlib import Path

PASSAGE = Passage("p1", "d1", 3, "iii", "Notice", 10, 40, ((10, 40),), "Sixty days’ notice is needed.")
CITED = Citation("d1", "Lease", 3, "iii", "Notice", "Sixty days’ notice is needed.", ((1.0, 2.0, 3.5, 4.0),))
SEARCHED = Searched("", 1, 12, 0)


def turn(question: str, *sentences: AnswerSentence, found: bool = True, at: str = "2026-03-01T10:00:00+00:00") -> Turn:
    text = " ".join(sentence.text for sentence in sentences)
    hits = (Hit(1, PASSAGE, "Lease", "/lease.pdf", 0.5, ((1.0, 2.0, 3.0, 4.0),), (((10, 40), 1.5),)),)
    answer = Answer(question, found, text, sentences, hits, "model", SEARCHED, {"total": 1.5}, ("A note.",))
    return Turn(question, question, answer, at)


NOTICE = turn("How much notice?", AnswerSentence("60 days.", Support.SUPPORTED, (CITED,)))
DEPOSIT = turn("And the deposit?", AnswerSentence("One month.", Support.WEAK, (CITED,), "Only in part."))


@pytest.fixture
def kept(tmp_path: Path) -> Conversations:
    return Conversations(tmp_path / "conversations")


def test_turns_come_back_as_they_were(kept: Conversations, tmp_path: Path) -> None:
    id_ = kept.new_id()
    assert kept.turns(id_) == ()
    kept.record(id_, "Law", NOTICE)
    kept.record(id_, "Law", DEPOSIT)
    again = Conversations(tmp_path / "conversations")
    assert again.turns(id_) == (NOTICE, DEPOSIT)
    conversation = again.read(id_)
    assert (conversation.title, conversation.collection) == ("How much notice?", "Law")
    assert conversation.started_at == NOTICE.asked_at


def test_lines_of_a_transcript_are_kept_and_told(kept: Conversations) -> None:
    cited = replace(CITED, page_label="45", lines=(4, 5))
    asked = turn("Who was at the gate?", AnswerSentence("Harlow.", Support.SUPPORTED, (cited,)))
    id_ = kept.new_id()
    kept.record(id_, "", asked)
    assert kept.turns(id_) == (asked,)
    assert "(Lease, p. 45:4–5)" in kept.markdown(id_)


@given(st.text(), st.text())
def test_any_text_comes_back(tmp_path_factory: pytest.TempPathFactory, question: str, said: str) -> None:
    kept = Conversations(tmp_path_factory.mktemp("any"))
    asked = turn(question, AnswerSentence(said, Support.UNSUPPORTED, (), "It cites nothing."))
    id_ = kept.new_id()
    kept.record(id_, "", asked)
    assert kept.turns(id_) == (asked,)


def test_nothing_is_written_before_the_first_turn(kept: Conversations, tmp_path: Path) -> None:
    assert kept.listed() == []
    kept.new_id()
    assert not (tmp_path / "conversations").exists()


def test_the_newest_come_first_and_can_be_searched_and_filtered(kept: Conversations) -> None:
    first, second = kept.new_id(), kept.new_id()
    kept.record(first, "Law", NOTICE)
    kept.record(second, "", turn("What is ATP?", at="2026-03-02T10:00:00+00:00"))
    assert [one.id for one in kept.listed()] == [second, first]
    assert [one.id for one in kept.listed("Law")] == [first]
    assert [one.id for one in kept.listed("")] == [second]
    assert [one.id for one in kept.listed(containing="60 DAYS")] == [first]
    assert kept.listed(containing="sixty years") == []
    kept.record(first, "Law", turn("Anything else?", at="2026-03-03T10:00:00+00:00"))
    assert [one.id for one in kept.listed()] == [first, second]


def test_a_turn_that_was_cut_off_costs_only_itself(
    kept: Conversations, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    id_ = kept.new_id()
    kept.record(id_, "", NOTICE)
    kept.record(id_, "", DEPOSIT)
    (file,) = (tmp_path / "conversations").iterdir()
    file.write_bytes(file.read_bytes()[:-40])
    assert kept.turns(id_) == (NOTICE,)
    assert "cannot be read" in caplog.text


def test_a_turn_after_one_that_was_cut_off_is_whole(kept: Conversations, tmp_path: Path) -> None:
    id_ = kept.new_id()
    kept.record(id_, "", NOTICE)
    (file,) = (tmp_path / "conversations").iterdir()
    file.write_bytes(file.read_bytes() + b'{"question": "Wh')
    kept.record(id_, "", DEPOSIT)
    assert kept.turns(id_) == (NOTICE, DEPOSIT)


def test_a_file_that_is_no_conversation_hides_no_other(kept: Conversations, tmp_path: Path) -> None:
    id_ = kept.new_id()
    kept.record(id_, "", NOTICE)
    (tmp_path / "conversations" / f"{'0' * 32}.jsonl").write_text("[]\n", encoding="utf-8")
    assert [one.id for one in kept.listed()] == [id_]


def test_a_disk_that_cannot_be_written_is_told_of(kept: Conversations, tmp_path: Path) -> None:
    (tmp_path / "conversations").touch()  # where the folder should be
    with pytest.raises(LibraryError, match="cannot be kept"):
        kept.record(kept.new_id(), "", NOTICE)


def test_it_can_be_renamed_but_not_to_nothing(kept: Conversations) -> None:
    id_ = kept.new_id()
    kept.record(id_, "", NOTICE)
    kept.rename(id_, " Flat in Brook Street ")
    assert kept.read(id_).title == "Flat in Brook Street"
    assert kept.turns(id_) == (NOTICE,)
    with pytest.raises(LibraryError, match="needs a title"):
        kept.rename(id_, "  ")


def test_what_was_deleted_last_can_be_had_back(kept: Conversations) -> None:
    first, second = kept.new_id(), kept.new_id()
    kept.record(first, "", NOTICE)
    kept.record(second, "", DEPOSIT)
    kept.delete(first)
    assert [one.id for one in kept.listed()] == [second]
    kept.restore(first)
    assert kept.turns(first) == (NOTICE,)
    kept.delete(first)
    kept.delete(second)
    with pytest.raises(LibraryError, match="cannot be brought back"):
        kept.restore(first)
    kept.restore(second)
    assert [one.id for one in kept.listed()] == [second]


@pytest.mark.parametrize("id_", ["../settings", "", "A" * 32, "0" * 31])
def test_an_id_cannot_lead_out_of_the_folder(kept: Conversations, id_: str) -> None:
    with pytest.raises(LibraryError, match="is no conversation"):
        kept.record(id_, "", NOTICE)


def test_one_that_is_gone_is_said_to_be(kept: Conversations) -> None:
    with pytest.raises(LibraryError, match="not there any more"):
        kept.read(kept.new_id())


def test_as_markdown_it_has_every_quote_once_with_its_page(kept: Conversations) -> None:
    id_ = kept.new_id()
    both = (AnswerSentence("60 days.", Support.SUPPORTED, (CITED,)), AnswerSentence("In writing.", Support.WEAK, (CITED,)))
    struck = AnswerSentence("By fax.", Support.UNSUPPORTED, (), "It cites nothing.")
    kept.record(id_, "", turn("How much notice?", *both, struck))
    kept.record(id_, "", turn("What is ATP?", found=False))
    text = kept.markdown(id_)
    assert text.startswith(
        "# How much notice?\n\n## How much notice?\n\n60 days. [1] In writing. (weakly supported) [1] ~~By fax.~~"
    )
    assert text.count("Sixty days’ notice is needed.") == 1
    assert "1. “Sixty days’ notice is needed.” (Lease, p. iii)" in text
    assert "## What is ATP?\n\n*Not found in these documents.*" in text


def test_the_time_is_in_utc() -> None:
    assert now().endswith("+00:00")
