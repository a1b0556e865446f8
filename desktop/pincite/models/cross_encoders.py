"""Whether a folder holds a cross-encoder, and for which role. Reads its description only, loads no model."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pincite.errors import ModelError

if TYPE_CHECKING:
    from pathlib import Path

CONFIG, TOKENIZER = "config.json", "tokenizer.json"
WEIGHTS = ("model.onnx", "model.safetensors")
BESIDE = ("tokenizer_config.json", "special_tokens_map.json", "vocab.txt", "sentencepiece.bpe.model", "README.md")
"""What is taken along if it is there."""

PROVES = "proven"
"""The label of a judge; whatever else a cross-encoder's one label is called, it reranks."""

HINT = "Add a .gguf file, all files of a model on offer, or a cross-encoder with one label."


def files(folder: Path) -> tuple[str, ...]:
    """Names of the files that make up the cross-encoder in a folder.

    Raises:
        ModelError: there is none, or it is of a kind that cannot rerank.
    """
    weights = [name for name in WEIGHTS if (folder / name).is_file()]
    if not (folder / CONFIG).is_file():
        raise ModelError(f"{folder} does not hold all files of a model on offer, and no {CONFIG} of another.", HINT)
    config = _config(folder / CONFIG)
    architecture = _architecture(config)
    if not architecture.endswith("ForSequenceClassification"):
        raise ModelError(f"The model in {folder} is no cross-encoder: its architecture is {architecture}.", HINT)
    labels = int(config.get("num_labels") or len(config.get("id2label") or (0, 1)))  # transformers leaves two unsaid
    if labels != 1:
        raise ModelError(f"The model in {folder} sorts texts into {labels} classes; a reranker or judge has one label.", HINT)
    if not (folder / TOKENIZER).is_file() or not weights:
        missing = TOKENIZER if weights else " or ".join(WEIGHTS)
        raise ModelError(
            f"The cross-encoder in {folder} is not complete: {missing} is missing.", "Add that file to the folder."
        )
    beside = [name for name in BESIDE if (folder / name).is_file()]
    return (CONFIG, TOKENIZER, *beside, *weights)


def role(folder: Path) -> str:
    """What the cross-encoder in a folder is for: "judge" or "reranker". If it is damaged, that is said when it is used."""
    try:
        labels = _config(folder / CONFIG).get("id2label") or {}
    except ModelError:
        labels = {}
    return "judge" if PROVES in labels.values() else "reranker"


def is_language_model(folder: Path) -> bool:
    """Whether the model in a folder predicts the next word. If its description is damaged, that is said when it is loaded."""
    try:
        return _architecture(_config(folder / CONFIG)).endswith("ForCausalLM")
    except ModelError:
        return False


def _architecture(config: dict[str, Any]) -> str:
    return str(next(iter(config.get("architectures") or ()), "none"))


def _config(file: Path) -> dict[str, Any]:
    try:
        config = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{file} cannot be read: {error}.", "Fetch the model again.") from error
    if not isinstance(config, dict):
        raise ModelError(f"{file} does not describe a model.", "Fetch the model again.")
    return config
