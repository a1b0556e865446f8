"""The model card: that it says where the data is from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.errors import FileError
from pincite.tuning import card, judge, reranker
from pincite.tuning.trainer import Plan, Trained

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("words", [reranker.CARD, judge.CARD])
def test_it_names_data_licences_settings_and_scores(words: card.Words) -> None:
    known = {"letters": ("a post office", "CC0-1.0")}
    trained = Trained(0.25, 0.8125, 1234, 3600.0)
    text = card.write(words, "mine", "a-base", Plan(seed=9), {"letters": 700, "notes": 1300}, known, trained)
    assert "| letters | 700 | a post office | CC0-1.0 |" in text
    assert "| notes | 1,300 | your own | not stated |" in text
    assert text.index("notes") < text.index("letters")
    for fact in ("`a-base`", "seed 9", "1,234 steps", "0.250 before, 0.812 after", "60 minutes", words.command, words.loss):
        assert fact in text


def test_a_later_file_adds_to_an_earlier_one(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text('[a]\nfrom = "A"\nlicence = "MIT"\n[b]\nfrom = "B"\nlicence = "MIT"\n', encoding="utf-8")
    two.write_text('[b]\nfrom = "mine"\nlicence = "none"\n', encoding="utf-8")
    assert card.origins([one, tmp_path / "missing.toml", two]) == {"a": ("A", "MIT"), "b": ("mine", "none")}


@pytest.mark.parametrize("text", ["[a", "[a]\nfrom = 'A'\n", "a = 1\n"])
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "sources.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FileError, match=r"sources\.toml"):
        card.origins([tmp_path / "sources.toml"])
