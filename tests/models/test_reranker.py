"""The reranker's place: a real cross-encoder behind the rerankers library, tiny and never trained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from pincite.errors import ModelError
from pincite.models.reranker import CrossEncoderReranker

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ["the tenant gives notice", "oxygen comes from water", "the rent is due in may", "notice of the tenant"]
LONGEST = 64  # tokens
WORDS = sorted({word for text in TEXTS for word in text.split()} | {"how", "much"})


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of one layer, with weights drawn at random from a fixed seed."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    place = tmp_path_factory.mktemp("reranker")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]
    BertTokenizerFast(vocab={word: number for number, word in enumerate(vocabulary)}, model_max_length=LONGEST).save_pretrained(
        place
    )
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=LONGEST,
        num_labels=1,
        initializer_range=0.5,
    )
    BertForSequenceClassification(config).save_pretrained(place)
    return place


@pytest.fixture(scope="module")
def reranker(folder: Path) -> CrossEncoderReranker:
    return CrossEncoderReranker("tiny", folder, "cpu")


@pytest.mark.slow
def test_scores_stand_in_the_order_of_the_texts(reranker: CrossEncoderReranker) -> None:
    scores = reranker.scores("how much notice", TEXTS)
    assert len(scores) == len(set(scores)) == len(TEXTS)
    backwards = reranker.scores("how much notice", TEXTS[::-1])
    assert backwards[::-1] == pytest.approx(scores, abs=1e-4)
    for text, score in zip(TEXTS, scores, strict=True):
        assert reranker.scores("how much notice", [text]) == pytest.approx([score], abs=1e-4)


def test_score_depends_on_the_question(reranker: CrossEncoderReranker) -> None:
    assert reranker.scores("how much notice", TEXTS) != pytest.approx(reranker.scores("oxygen", TEXTS), abs=1e-4)


def test_same_text_twice_has_the_same_score_twice(reranker: CrossEncoderReranker) -> None:
    first, second, third = reranker.scores("oxygen", [TEXTS[0], TEXTS[1], TEXTS[0]])
    assert first == pytest.approx(third, abs=1e-4)
    assert first != pytest.approx(second, abs=1e-4)


@pytest.mark.parametrize("count", [1, 16, 17, 33])
def test_every_text_of_every_batch_has_its_score(reranker: CrossEncoderReranker, count: int) -> None:
    texts = [TEXTS[number % 4] for number in range(count)]
    expected = reranker.scores("oxygen", TEXTS)
    assert reranker.scores("oxygen", texts) == pytest.approx([expected[number % 4] for number in range(count)], abs=1e-4)


def test_no_texts_have_no_scores(reranker: CrossEncoderReranker) -> None:
    assert reranker.scores("oxygen", []) == []


def test_long_text_is_cut_and_not_refused(reranker: CrossEncoderReranker) -> None:
    assert len(reranker.scores("oxygen", ["water " * 500, "water"])) == 2


@pytest.mark.parametrize("damage", ["missing", "weights"])
def test_model_that_cannot_be_loaded_is_told(folder: Path, tmp_path: Path, damage: str) -> None:
    place = tmp_path / "broken"
    if damage == "weights":
        place.mkdir()
        for file in folder.iterdir():
            (place / file.name).write_bytes(file.read_bytes())
        (place / "model.safetensors").write_bytes(b"not what it was")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        CrossEncoderReranker("broken", place, "cpu")
    assert "pincite models get broken" in caught.value.hint
