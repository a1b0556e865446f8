"""A language model that answers yes or no, as a ranker of the rerankers library.

Imports torch and that library at once, so import it when it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from sentence_transformers import CrossEncoder

from pincite.models.scored import ScoringRanker

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

INSTRUCTION = "Given a question, retrieve passages of documents that answer it"
"""What counts as relevant; the model was trained with many such sentences, in English whatever the documents' language."""

TEMPLATE = (
    "<|im_start|>system\n"
    "Judge whether the Document meets the requirements based on the Query and the Instruct provided. "
    'Note that the answer can only be "yes" or "no".<|im_end|>\n'
    "<|im_start|>user\n"
    f"<Instruct>: {INSTRUCTION}\n"
    "<Query>: {{ messages | selectattr('role', 'eq', 'query') | map(attribute='content') | first }}\n"
    "<Document>: {{ messages | selectattr('role', 'eq', 'document') | map(attribute='content') | first }}<|im_end|>\n"
    "<|im_start|>assistant\n"
    "<think>\n\n</think>{{ '\\n\\n' }}"  # as an expression: of a template's own end, Jinja drops a line break
)
"""The prompt of Qwen3-Reranker (its model card; arXiv 2506.05176, section 2), which ends in a thought left empty."""

MARK, BROKEN_MARK = "<|", "< |"
"""How the marks between the turns of a chat begin, and what is read for it in a text, which must not end its own turn."""


class CausalRanker(ScoringRanker):
    """Scores by how much likelier "yes" is than "no" as the next word: the difference of their logits.

    Args:
        folder: Where the model's files are: a causal language model as transformers keeps it, trained as Qwen3-Reranker was.
        device: "cpu", "cuda" or "mps".
        longest: Tokens of a question with a text; of what is longer the end is cut off. Those of the prompt are not counted.

    Raises:
        OSError, ValueError, RuntimeError, SafetensorError: the files do not make such a model, or it does not fit in memory.
    """

    def __init__(self, folder: Path, device: str, longest: int) -> None:
        self._model = CrossEncoder(
            str(folder),
            device=device,
            local_files_only=True,
            # Half precision as on the model's card: the steps of bfloat16 are too coarse to tell good passages apart.
            model_kwargs={"dtype": torch.float32 if device == "cpu" else torch.float16},
            processor_kwargs={"chat_template": TEMPLATE},
            activation_fn=torch.nn.Identity(),
        )
        self._model.max_seq_length = longest + int(self._model.preprocess([("", "")])["input_ids"].shape[1])

    def scores(self, query: str, texts: Sequence[str]) -> list[float]:
        """See :class:`ScoringRanker`."""
        pairs = [(query.replace(MARK, BROKEN_MARK), text.replace(MARK, BROKEN_MARK)) for text in texts]
        return [float(score) for score in self._model.predict(pairs, show_progress_bar=False)]
