"""The reranker's place: a real cross-encoder behind the rerankers library, tiny and never trained."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest

import tiny_encoders
from pincite.errors import ModelError
from pincite.models import quantized
from pincite.models.onnx_ranker import OnnxRanker
from pincite.models.reranker import GROUP, ONNX_FILE, CrossEncoderReranker
from tiny_encoders import TEXTS

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module", params=["converted", "onnx", "torch"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cross-encoder: with weights that can be converted, with an ONNX file alone, and of a build that torch must run."""
    place: Path = tmp_path_factory.mktemp("reranker")
    changed = {"hidden_act": "relu"} if request.param == "torch" else {}
    tiny_encoders.write(place, initializer_range=0.5, **changed)
    if request.param == "onnx":
        quantized.export(place, place / ONNX_FILE)
        (place / "model.safetensors").unlink()
    return place


@pytest.fixture(scope="module")
def reranker(folder: Path) -> CrossEncoderReranker:
    return CrossEncoderReranker("tiny", folder, "cpu", threads=2, budget=math.inf)


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


def test_when_the_time_is_used_up_the_first_texts_have_scores(folder: Path, reranker: CrossEncoderReranker) -> None:
    texts = [TEXTS[number % 4] for number in range(2 * GROUP + 3)]
    hasty = CrossEncoderReranker("tiny", folder, "cpu", budget=0.0)
    assert hasty.scores("oxygen", texts) == pytest.approx(reranker.scores("oxygen", texts)[:GROUP], abs=1e-4)
    assert len(reranker.scores("oxygen", texts)) == len(texts)


def test_which_of_the_two_runs_the_model(folder: Path, reranker: CrossEncoderReranker) -> None:
    expected = "OnnxRanker" if (folder / ONNX_FILE).exists() or (folder / quantized.FILE).exists() else "TransformerRanker"
    assert type(reranker._ranker).__name__ == expected
    assert (folder / quantized.FILE).exists() is (expected == "OnnxRanker" and not (folder / ONNX_FILE).exists())


def test_the_ranker_speaks_the_language_of_its_library(folder: Path, reranker: CrossEncoderReranker) -> None:
    ranked = reranker._ranker.rank("oxygen", TEXTS, doc_ids=["a", "b", "c", "d"])
    best = ranked.top_k(1)[0]
    assert best.score == pytest.approx(max(reranker.scores("oxygen", TEXTS)), abs=1e-4)
    if isinstance(reranker._ranker, OnnxRanker):  # the library's own takes a pair for two texts here
        assert reranker._ranker.score("oxygen", best.text) == pytest.approx(best.score, abs=1e-4)
    assert [result.rank for result in ranked.results] == [1, 2, 3, 4]


def test_eight_bits_order_texts_as_the_weights_do(tmp_path: Path) -> None:
    tiny_encoders.write(tmp_path)
    texts = [f"{first} {second}" for first in TEXTS for second in TEXTS]
    fast = CrossEncoderReranker("tiny", tmp_path, "cpu", budget=math.inf)
    (tmp_path / quantized.FILE).unlink()
    (tmp_path / quantized.FILE).mkdir()  # as a folder that cannot be written
    plain = CrossEncoderReranker("tiny", tmp_path, "cpu", budget=math.inf)
    assert type(fast._ranker) is not type(plain._ranker)
    both = fast.scores("how much notice", texts), plain.scores("how much notice", texts)
    assert np.corrcoef(*both)[0, 1] > 0.97


@pytest.mark.parametrize("damage", ["missing", "weights"])
def test_model_that_cannot_be_loaded_is_told(folder: Path, tmp_path: Path, damage: str) -> None:
    place = tmp_path / "broken"
    if damage == "weights":
        place.mkdir()
        for file in folder.iterdir():
            (place / file.name).write_bytes(file.read_bytes())
        for name in ("model.safetensors", ONNX_FILE):
            (place / name).write_bytes(b"not what it was")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        CrossEncoderReranker("broken", place, "cpu")
    assert "pincite models get broken" in caught.value.hint
