"""Pairs: reading, cutting, holding out, sampling."""

from __future__ import annotations

import json
import lzma
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pincite.errors import FileError
from pincite.passages import PASSAGE_CHARS
from pincite.settings import data_folder
from pincite.tuning import pairs
from pincite.tuning.pairs import HELD_OUT, Pair

if TYPE_CHECKING:
    from pathlib import Path

LINE = {"query": "Who pays?", "positive": "The Tenant pays.", "doc": "lease", "source": "law"}


def write(file: Path, *lines: object) -> Path:
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return file


def test_plain_and_packed_files_are_read_alike(tmp_path: Path) -> None:
    plain = write(tmp_path / "a.jsonl", LINE)
    packed = tmp_path / "a.jsonl.xz"
    packed.write_bytes(lzma.compress(plain.read_bytes()))
    assert pairs.read([plain]) == pairs.read([packed]) == [Pair("Who pays?", "The Tenant pays.", "lease", "law")]


def test_what_is_left_out_has_its_place_taken(tmp_path: Path) -> None:
    file = write(tmp_path / "mine.jsonl", {"query": "A?", "positive": "One."}, {"query": "B?", "positive": "Two."})
    one, two = pairs.read([file])
    assert one.source == two.source == "mine"
    assert one.document != two.document


def test_a_document_with_questions_becomes_pairs(tmp_path: Path) -> None:
    document = {
        "title": "Lease of the Old Mill",
        "sections": [
            {"heading": "1. Rent", "text": "The rent is 900.", "questions": ["How much?", "What is the rent?"]},
            {"heading": "2. Term", "text": "The term is a year.", "questions": ["How long?"]},
        ],
    }
    found = pairs.read([write(tmp_path / "leases.jsonl", document)])
    assert [pair.query for pair in found] == ["How much?", "What is the rent?", "How long?"]
    assert {(pair.document, pair.title, pair.source) for pair in found} == {
        ("Lease of the Old Mill", "Lease of the Old Mill", "leases")
    }
    assert found[2].section == "2. Term"


def test_repeated_pairs_count_once(tmp_path: Path) -> None:
    file = write(tmp_path / "a.jsonl", LINE, LINE | {"doc": "another"})
    assert len(pairs.read([file, file])) == 1


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '"text"',
        "{}",
        '{"query": "Who?"}',
        '{"query": " ", "positive": "He."}',
        '{"query": 1, "positive": "He."}',
        '{"sections": [1]}',
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "mine.jsonl"
    file.write_text(json.dumps(LINE) + "\n" + line + "\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"mine\.jsonl, line 2"):
        pairs.read([file])


@pytest.mark.parametrize("name", ["missing.jsonl", "broken.jsonl.xz"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "broken.jsonl.xz").write_bytes(b"this is not packed")
    with pytest.raises(FileError, match=name):
        pairs.read([tmp_path / name])


@given(st.lists(st.text(alphabet="ab .\n?", min_size=1, max_size=400), min_size=1, max_size=6), st.sampled_from(["", " "]))
def test_no_passage_is_longer_than_one_of_a_library(parts: list[str], between: str) -> None:
    text = "x" + between.join(parts * 4)
    cut = pairs._cut(text)
    assert text.startswith(cut)
    assert 0 < len(cut) <= PASSAGE_CHARS


def test_no_document_and_no_question_is_on_both_sides() -> None:
    every = [Pair(f"question {number % 700}", f"passage {number}", f"document {number % 300}", "s") for number in range(3000)]
    kept, held = pairs.split(every)
    assert HELD_OUT / 3 < len(held) / len(every) < HELD_OUT * 3
    assert not {pair.document for pair in kept} & {pair.document for pair in held}
    assert not {pair.query for pair in kept} & {pair.query for pair in held}


@pytest.mark.parametrize("documents", [1, 2, 5])
def test_of_few_documents_something_is_held_out_and_most_is_not(documents: int) -> None:
    every = [Pair(f"q{number}", f"p{number}", f"d{number % documents}", "s") for number in range(60)]
    kept, held = pairs.split(every)
    assert held
    assert len(kept) >= 30
    assert not {pair.positive for pair in kept} & {pair.positive for pair in held}


def test_a_single_passage_is_not_held_out() -> None:
    every = [Pair(f"q{number}", "p", "d", "s") for number in range(60)]
    assert pairs.split(every) == (every, [])


def test_what_is_held_out_stays_held_out_beside_other_data() -> None:
    every = [Pair(f"q{number}", f"p{number}", f"d{number}", "s") for number in range(1000)]
    others = [Pair(f"x{number}", f"y{number}", f"d{number}", "t") for number in range(1000)]
    held = set(pairs.split(every)[1])
    assert held == {pair for pair in pairs.split([*others, *every[::-1]])[1] if pair.source == "s"}


def test_a_sample_takes_from_all_sources_and_from_many_passages() -> None:
    large = [Pair(f"q{number}", f"p{number % 100}", "d", "large") for number in range(1000)]
    small = [Pair(f"q{number}", f"small {number}", "d", "small") for number in range(30)]
    chosen = pairs.sample([*large, *small], 120, seed=1)
    assert len(chosen) == 120
    assert {pair for pair in chosen if pair.source == "small"} == set(small)
    assert len({pair.positive for pair in chosen if pair.source == "large"}) == 90
    assert chosen == pairs.sample([*large, *small], 120, seed=1)
    assert chosen != pairs.sample([*large, *small], 120, seed=2)


def test_a_sample_of_more_than_there_is_takes_all() -> None:
    every = [Pair(f"q{number}", f"p{number}", "d", "s") for number in range(5)]
    assert set(pairs.sample(every, 100, seed=1)) == set(every)


def test_the_pairs_that_ship_can_be_read_and_are_accounted_for() -> None:
    folder = data_folder("resources") / "pairs"
    found = pairs.read(sorted(folder.glob("*.jsonl")))
    assert len(found) > 1000
    known = (folder / "sources.toml").read_text(encoding="utf-8")
    assert all(f"[{source}]" in known for source in {pair.source for pair in found})
