"""An encoder so tiny that it learns in seconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import torch
from transformers import BertConfig, BertModel, BertTokenizerFast

from training import NOUNS

if TYPE_CHECKING:
    from pathlib import Path

WORDS = "in what is the of a agreement notice period days months fee amount for section pays report on".split()


@pytest.fixture(scope="session")
def tiny_encoder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an untrained BERT of two layers that knows the words of ``NOUNS`` and ``WORDS``."""
    folder = tmp_path_factory.mktemp("tiny-encoder")
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *NOUNS, *WORDS, *".?,:()0123456789"]
    vocab = folder / "vocab.txt"
    vocab.write_text("\n".join(vocabulary), encoding="utf-8")
    BertTokenizerFast(vocab=str(vocab)).save_pretrained(folder)
    torch.manual_seed(7)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=64,
        hidden_dropout_prob=0.0,
        attention_probs_dropout_prob=0.0,
    )
    BertModel(config).save_pretrained(folder)
    return folder
