"""The real embedder: what its vectors promise to those who compare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from pincite.errors import ModelError
from pincite.models.embedder import BATCH, SentenceTransformerEmbedder
from real_models import EMBEDDER, path_of

if TYPE_CHECKING:
    from pathlib import Path

NOTICE = "The Tenant may end this tenancy by giving at least sixty days’ written notice."
OXYGEN = "The oxygen that we breathe comes from water."


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(EMBEDDER, path_of(EMBEDDER), "cpu")


@pytest.mark.slow
def test_vectors_have_the_stated_shape_and_length_one(embedder: SentenceTransformerEmbedder) -> None:
    assert (embedder.name, embedder.dimension, embedder.device) == (EMBEDDER, 384, "cpu")
    vectors = embedder.passages([NOTICE, OXYGEN, "", "word " * 2000])
    assert vectors.shape == (4, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    question = embedder.question("How much notice must the tenant give?")
    assert question.shape == (384,)
    assert question.dtype == np.float32
    assert np.linalg.norm(question) == pytest.approx(1.0, abs=1e-5)


def test_no_texts_make_no_vectors(embedder: SentenceTransformerEmbedder) -> None:
    assert len(embedder.passages([])) == 0


def test_text_has_the_same_vector_alone_and_in_a_batch(embedder: SentenceTransformerEmbedder) -> None:
    others = [f"{OXYGEN} " * (1 + number % 7) for number in range(BATCH + 3)]
    together = embedder.passages([*others[:5], NOTICE, *others[5:]])
    assert together[5] == pytest.approx(embedder.passages([NOTICE])[0], abs=1e-5)
    assert embedder.question(NOTICE) == pytest.approx(together[5], abs=1e-5)


def test_what_answers_is_nearer_than_what_does_not(embedder: SentenceTransformerEmbedder) -> None:
    notice, oxygen = embedder.passages([NOTICE, OXYGEN])
    question = embedder.question("How long before leaving must a renter tell the owner?")
    assert question @ notice > question @ oxygen + 0.1


def test_prefix_stands_before_questions_alone(embedder: SentenceTransformerEmbedder) -> None:
    prefixed = SentenceTransformerEmbedder(EMBEDDER, path_of(EMBEDDER), "cpu", "query: ")
    assert prefixed.question(NOTICE) == pytest.approx(embedder.passages([f"query: {NOTICE}"])[0], abs=1e-5)
    assert prefixed.passages([NOTICE])[0] == pytest.approx(embedder.passages([NOTICE])[0], abs=1e-5)


@pytest.mark.parametrize("damage", ["missing", "weights", "config"])
def test_damaged_model_is_told(tmp_path: Path, damage: str) -> None:
    folder = tmp_path / "model"
    if damage != "missing":
        (folder / "1_Pooling").mkdir(parents=True)
        for file in path_of(EMBEDDER).rglob("*"):
            if file.is_file():
                (folder / file.relative_to(path_of(EMBEDDER))).write_bytes(file.read_bytes())
        (folder / ("model.safetensors" if damage == "weights" else "config.json")).write_bytes(b"not what it was")
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        SentenceTransformerEmbedder("broken", folder, "cpu")
    assert "pincite models get broken" in caught.value.hint


@pytest.mark.slow
def test_gpu_that_cannot_be_used_is_given_up_and_told(embedder: SentenceTransformerEmbedder) -> None:
    import torch

    lacking = next(device for device in ("mps", "cuda") if not getattr(torch.backends, device).is_built())
    fallen = SentenceTransformerEmbedder(EMBEDDER, path_of(EMBEDDER), lacking)
    assert fallen.device == "cpu"
    assert "runs on the CPU" in fallen.note
    assert fallen.question(NOTICE) == pytest.approx(embedder.question(NOTICE), abs=1e-5)
    assert embedder.note == ""


@pytest.mark.slow
def test_gpu_that_fails_while_it_works_is_given_up_and_told(
    embedder: SentenceTransformerEmbedder, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing = SentenceTransformerEmbedder(EMBEDDER, path_of(EMBEDDER), "cpu")
    failing.device = "cuda"  # as if: the tests have none

    class Full:
        def encode(self, *_: object, **__: object) -> None:
            raise RuntimeError("CUDA out of memory")

    monkeypatch.setattr(failing, "_model", Full())
    assert failing.question(NOTICE) == pytest.approx(embedder.question(NOTICE), abs=1e-5)
    assert failing.device == "cpu"
    assert "runs on the CPU" in failing.note
