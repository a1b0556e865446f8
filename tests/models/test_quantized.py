"""Encoders in 8 bits against the same encoders as transformers and sentence-transformers run them."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import numpy as np
import pytest

import tiny_encoders
from pincite.models import quantized
from pincite.models.embedder import QuantizedEmbedder, SentenceTransformerEmbedder
from pincite.models.encoder import BATCH_TOKENS, Encoder, batches
from pincite.models.entries import Model
from pincite.models.loader import embedder as load_embedder
from pincite.pdf import PdfFile
from real_models import EMBEDDER, path_of

if TYPE_CHECKING:
    from pathlib import Path


def cosines(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    return (first * second).sum(axis=1) / np.linalg.norm(first, axis=1) / np.linalg.norm(second, axis=1)


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    tiny_encoders.write(tmp_path / "tiny", "BertModel")
    return tmp_path / "tiny"


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real embedder in a folder of its own, since its converted form is written beside it."""
    folder = tmp_path_factory.mktemp("real") / EMBEDDER
    shutil.copytree(path_of(EMBEDDER), folder, ignore=shutil.ignore_patterns("pincite-int8*"))
    return folder


# --- the numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("architecture", sorted(quantized.PREFIXES))
@pytest.mark.parametrize("pooling", ["mean", "cls"])
def test_every_architecture_gives_nearly_what_transformers_gives(tmp_path: Path, architecture: str, pooling: str) -> None:
    import torch

    model = tiny_encoders.write(tmp_path, architecture)
    quantized.export(tmp_path, tmp_path / "made.onnx", pooling)
    encoder = Encoder(tmp_path / "made.onnx", tmp_path, 32, 1)
    texts = [f"{first} {second}" for first in tiny_encoders.TEXTS for second in tiny_encoders.TEXTS]
    expected = []
    for text in texts:
        ids = torch.tensor([encoder._tokenizer.encode(text).ids])
        with torch.no_grad():
            out = model(input_ids=ids, attention_mask=torch.ones_like(ids))
        if architecture.endswith("Model"):
            tokens = out.last_hidden_state[0]
            expected.append((tokens.mean(dim=0) if pooling == "mean" else tokens[0]).numpy())
        else:
            expected.append(out.logits[0].numpy())
    found, wanted = encoder.texts(texts), np.array(expected)
    if architecture.endswith("Model"):
        assert cosines(found, wanted).min() > 0.99
        assert np.linalg.norm(found, axis=1) == pytest.approx(1.0, abs=1e-5)
    else:
        assert np.corrcoef(found[:, 0], wanted[:, 0])[0, 1] > 0.97
        assert np.abs(found - wanted).max() < 0.4 * wanted.std() + 0.1


@pytest.mark.slow
def test_real_text_has_nearly_the_vectors_of_sentence_transformers(real: Path, samples: dict[str, Path]) -> None:
    with PdfFile(samples["residential-lease"]) as file:
        pages = list(file.pages())
    texts = [" ".join(page.text.split())[start : start + 700] for page in pages for start in range(0, len(page.text), 700)]
    texts = [text for text in texts if text][:40]
    assert len(texts) >= 10
    plain = SentenceTransformerEmbedder(EMBEDDER, real, "cpu").passages(texts)
    fast = QuantizedEmbedder(EMBEDDER, real, 2, "mean", 256).passages(texts)
    assert (fast.shape, fast.dtype) == (plain.shape, np.float32)
    assert cosines(fast, plain).mean() > 0.99
    nearest = [np.argsort(-(vectors @ vectors.T), axis=1)[:, 1] for vectors in (plain, fast)]
    assert (nearest[0] == nearest[1]).mean() > 0.85


def test_a_text_has_the_same_vector_whatever_it_is_batched_with(tiny: Path) -> None:
    embedder = QuantizedEmbedder("tiny", tiny, 2, "mean")
    texts = [" ".join(tiny_encoders.WORDS[:count]) for count in (1, 4, 4, 9, 2, 4)]
    together = embedder.passages(texts)
    for text, vector in zip(texts, together, strict=True):
        assert embedder.question(text) == pytest.approx(vector, abs=1e-6)
    assert embedder.passages(texts[::-1])[::-1] == pytest.approx(together, abs=1e-6)


def test_no_texts_make_no_vectors_and_an_empty_text_makes_one(tiny: Path) -> None:
    embedder = QuantizedEmbedder("tiny", tiny, 2, "mean")
    assert embedder.passages([]).shape == (0, 32)
    assert np.linalg.norm(embedder.passages([""])[0]) == pytest.approx(1.0, abs=1e-5)


def test_prefixes_stand_before_questions_and_before_passages(tiny: Path) -> None:
    plain = QuantizedEmbedder("tiny", tiny, 1, "mean")
    prefixed = QuantizedEmbedder("tiny", tiny, 1, "mean", query_prefix="how ", passage_prefix="much ")
    assert prefixed.question("rent") == pytest.approx(plain.question("how rent"))
    assert prefixed.passages(["rent"])[0] == pytest.approx(plain.question("much rent"))


def test_texts_beyond_the_context_are_cut(tiny: Path) -> None:
    embedder = QuantizedEmbedder("tiny", tiny, 1, "mean", context=8)
    assert embedder.question("rent " * 500) == pytest.approx(embedder.question("rent " * 6), abs=1e-6)


@pytest.mark.parametrize(("kind", "room"), [("BertModel", 66), ("XLMRobertaModel", 65)])
def test_no_more_tokens_are_read_than_the_model_has_positions(tmp_path: Path, kind: str, room: int) -> None:
    tiny_encoders.write(tmp_path, kind)
    embedder = QuantizedEmbedder("tiny", tmp_path, 1, "mean", context=512)
    fits = embedder.question("rent " * (room - 2))
    assert embedder.question("rent " * 500) == pytest.approx(fits, abs=1e-6)


def test_batches_are_of_one_length_and_hold_every_text_once() -> None:
    lengths = [5, 9, 5, 200, 200, 200, 9, 1]
    made = batches(lengths)
    assert sorted(place for batch in made for place in batch) == list(range(len(lengths)))
    assert all(len({lengths[place] for place in batch}) == 1 for batch in made)
    assert all(len(batch) == 1 or sum(lengths[place] for place in batch) <= BATCH_TOKENS for batch in made)
    assert [lengths[batch[0]] for batch in made] == [200, 200, 9, 5, 1]


def test_a_pair_that_is_too_long_loses_the_end_of_its_second_text(tmp_path: Path) -> None:
    tiny_encoders.write(tmp_path)
    encoder = Encoder(quantized.beside(tmp_path), tmp_path, 16, 1)
    question = "how much notice"
    assert encoder.pairs(question, ["water " * 500]) == pytest.approx(encoder.pairs(question, ["water " * 10]), abs=1e-6)
    endless = encoder.pairs("rent " * 500, ["water", "oxygen"])
    assert endless == pytest.approx(encoder.pairs("rent " * 8, ["water", "oxygen"]), abs=1e-6)
    assert endless[0] != pytest.approx(endless[1], abs=1e-6)


# --- the file --------------------------------------------------------------------------------------------------------


def test_the_converted_file_is_made_once_and_the_verified_files_stay_as_they_are(tiny: Path) -> None:
    before = {path.name: path.read_bytes() for path in tiny.iterdir()}
    file = quantized.beside(tiny)
    made = file.stat().st_mtime_ns
    assert quantized.beside(tiny) == file and file.stat().st_mtime_ns == made
    after = {path.name: path.read_bytes() for path in tiny.iterdir()}
    assert before.items() <= after.items()
    assert after.keys() - before.keys() == {quantized.FILE, quantized.RECORD}


@pytest.mark.parametrize("fault", ["cut", "gone", "record", "version", "pooling", "weights"])
def test_a_converted_file_that_does_not_fit_is_made_again(tiny: Path, fault: str) -> None:
    file = quantized.beside(tiny)
    good = file.read_bytes()
    record = tiny / quantized.RECORD
    pooling = "mean"
    if fault == "cut":
        file.write_bytes(good[:-100])
    elif fault == "gone":
        file.unlink()
    elif fault == "record":
        record.write_text("not json", encoding="utf-8")
        file.write_bytes(b"")
    elif fault == "version":
        record.write_text(json.dumps(json.loads(record.read_text()) | {"version": "0"}), encoding="utf-8")
        file.write_bytes(b"of an older Pincite")
    elif fault == "pooling":
        pooling = "cls"
    else:
        tiny_encoders.write(tiny, "BertModel", initializer_range=0.2)
    made = quantized.beside(tiny, pooling).read_bytes()
    assert (made == good) is (fault not in ("pooling", "weights"))
    assert len(made) > 1000
    Encoder(file, tiny, 32, 1)


def test_converting_is_quiet(tiny: Path, capfd: pytest.CaptureFixture[str]) -> None:
    QuantizedEmbedder("tiny", tiny, 1, "mean").question("rent")
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("activation", "the activation or the positions"),
        ("architecture", "the architecture 'T5Model' is not known"),
        ("pooling", "the pooling 'max' is not known"),
        ("config", "JSONDecodeError"),
        ("weights", "SafetensorError"),
        ("tokenizer", "Expecting value"),
        ("folder", "Is a directory|PermissionError|FileExistsError"),
    ],
)
def test_what_cannot_be_converted_says_why(tiny: Path, fault: str, reason: str) -> None:
    config = json.loads((tiny / "config.json").read_text())
    if fault == "activation":
        (tiny / "config.json").write_text(json.dumps(config | {"hidden_act": "relu"}), encoding="utf-8")
    elif fault == "architecture":
        (tiny / "config.json").write_text(json.dumps(config | {"architectures": ["T5Model"]}), encoding="utf-8")
    elif fault == "folder":  # as one that cannot be written
        (tiny / quantized.FILE).mkdir()
    elif fault != "pooling":
        (tiny / {"weights": "model.safetensors"}.get(fault, f"{fault}.json")).write_bytes(b"not what it was")
    with pytest.raises(quantized.CannotConvert, match=reason):
        QuantizedEmbedder("tiny", tiny, 1, "max" if fault == "pooling" else "mean")


@pytest.mark.slow
def test_an_embedder_that_cannot_be_converted_runs_as_it_is_and_says_so(real: Path, tmp_path: Path) -> None:
    folder = tmp_path / EMBEDDER
    shutil.copytree(real, folder, ignore=shutil.ignore_patterns("pincite-int8*"))
    model = Model(EMBEDDER, "embedder", "", "", (), pooling="mean", context=256)
    fast = load_embedder(model, folder, "cpu", 1)
    assert isinstance(fast, QuantizedEmbedder) and fast.note == ""
    (folder / quantized.FILE).unlink()
    (folder / quantized.FILE).mkdir()
    plain = load_embedder(model, folder, "cpu", 1)
    assert isinstance(plain, SentenceTransformerEmbedder)
    assert "could not be converted for the CPU" in plain.note
    assert plain.question("rent") @ fast.question("rent") > 0.98
    assert (plain.name, plain.dimension) == (fast.name, fast.dimension)  # the vectors of both are in one library
