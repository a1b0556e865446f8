"""Encoders of a few thousand weights, drawn at random from a fixed seed, with a vocabulary of a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = ["the tenant gives notice", "oxygen comes from water", "the rent is due in may", "notice of the tenant"]
WORDS = sorted({word for text in TEXTS for word in text.split()} | {"how", "much"})
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS]
LONGEST = 64  # tokens


def write(folder: Path, architecture: str = "BertForSequenceClassification", **changed: Any) -> Any:
    """Writes an encoder with its tokenizer into a folder, and returns it as transformers runs it."""
    import torch
    import transformers

    transformers.utils.logging.disable_progress_bar()
    kind = "XLMRoberta" if architecture.startswith("XLM") else "Bert"
    config = getattr(transformers, f"{kind}Config")(
        **{
            "vocab_size": len(VOCABULARY),
            "hidden_size": 32,
            "num_hidden_layers": 2,
            "num_attention_heads": 4,
            "intermediate_size": 64,
            "max_position_embeddings": LONGEST + 2,
            "num_labels": 1,
            "initializer_range": 0.3,
            "pad_token_id": 0,
        }
        | changed
    )
    torch.manual_seed(7)
    model = getattr(transformers, architecture)(config).eval()
    model.save_pretrained(folder)
    numbers = {word: number for number, word in enumerate(VOCABULARY)}
    transformers.BertTokenizerFast(vocab=numbers, model_max_length=LONGEST).save_pretrained(folder)
    return model
