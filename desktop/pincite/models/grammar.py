"""Holds a language model to a grammar, token by token. Loads no model; knows nothing of what the grammar is for."""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

TRIED = (1, 64, 2048)
"""How many of the likeliest tokens are tried, step by step, before all of them are."""


class WithinGrammar:
    """Chooses the likeliest token that a GBNF grammar allows; a logits processor for ``llama_cpp``.

    llama.cpp's own sampler in ``llama_cpp`` tries all 150,000 tokens of a vocabulary at every step. Here the likeliest is
    tried first and is mostly allowed, as in the sampler of llama.cpp's programs (``common_sampler_sample``). The choice is
    the same; for one reply only.

    Args:
        vocab: The vocabulary of the model, as llama.cpp's pointer.
        grammar: GBNF whose first rule is ``root``.

    Raises:
        ValueError: the grammar cannot be read.
    """

    def __init__(self, vocab: Any, grammar: str) -> None:
        import llama_cpp

        self._llama = llama_cpp
        self._sampler = llama_cpp.llama_sampler_init_grammar(vocab, grammar.encode(), b"root")
        if not self._sampler:
            raise ValueError("the grammar of the answer cannot be read")
        self._written = False

    def close(self) -> None:
        """Frees what llama.cpp made of the grammar."""
        self._llama.llama_sampler_free(self._sampler)

    def __call__(self, tokens: np.ndarray, logits: np.ndarray) -> np.ndarray:
        """Logits in which only one token is possible. ``tokens`` are those of prompt and reply so far."""
        if self._written:
            self._llama.llama_sampler_accept(self._sampler, int(tokens[-1]))
        self._written = True
        chosen = np.full(len(logits), -np.inf, dtype=np.float32)
        chosen[self._likeliest(np.ascontiguousarray(logits))] = 0.0
        return chosen

    def _likeliest(self, logits: np.ndarray) -> int:
        for size in TRIED:
            if size >= len(logits):
                break
            best = np.argpartition(logits, -size)[-size:] if size > 1 else np.array([logits.argmax()])
            allowed = self._allowed(best, logits[best])
            if np.isfinite(allowed).any():
                return int(best[allowed.argmax()])
        return int(self._allowed(range(len(logits)), logits).argmax())

    def _allowed(self, tokens: Iterable[int], logits: np.ndarray) -> np.ndarray:
        """The logits of some tokens, minus infinity for those that the grammar does not allow next."""
        data = (self._llama.llama_token_data * len(logits))()
        view = np.frombuffer(data, dtype=[("id", np.int32), ("logit", np.float32), ("p", np.float32)])
        view["id"] = tokens
        view["logit"] = logits
        array = self._llama.llama_token_data_array(data, len(logits), -1, False)
        self._llama.llama_sampler_apply(self._sampler, ctypes.byref(array))
        return view["logit"]
