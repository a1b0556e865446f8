"""Words in two arrays: the same as the words that they were made of."""

from __future__ import annotations

import pickle

import pytest

from pincite.domain import Word
from pincite.packed import PackedWords

WORDS = [Word(0, 4, (1.5, 2.0, 30.25, 12.0)), Word(5, 9, (31.0, 2.0, 60.0, 12.0)), Word(10, 11, (61.0, 2.0, 64.0, 12.0))]


def test_words_come_out_as_they_went_in() -> None:
    packed = PackedWords.of(WORDS)
    assert list(packed) == WORDS
    assert [packed[at] for at in range(3)] == WORDS
    assert (packed[-1], packed[1:]) == (WORDS[-1], tuple(WORDS[1:]))
    assert (len(packed), bool(packed), bool(PackedWords.of(()))) == (3, True, False)
    with pytest.raises(IndexError):
        packed[3]


def test_equal_to_what_holds_the_same_words() -> None:
    packed = PackedWords.of(WORDS)
    assert packed == tuple(WORDS)
    assert packed == PackedWords.of(tuple(WORDS))
    assert packed != WORDS[:2]
    assert PackedWords.of(()) == ()
    assert hash(packed) == hash(PackedWords.of(WORDS))


def test_sent_to_another_process_it_is_smaller_and_the_same() -> None:
    many = [Word(at, at + 4, (at + 0.5, 2.0, at + 4.25, 12.0)) for at in range(300)]
    sent = pickle.dumps(PackedWords.of(many))
    assert pickle.loads(sent) == many
    assert len(sent) < len(pickle.dumps(many)) / 1.5
    assert PackedWords.of(packed := PackedWords.of(many)) is packed
