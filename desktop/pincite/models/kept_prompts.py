"""Keeps what a language model has read, so that it need not read it again after another task. Loads no model."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

SEQUENCE = 0  # the one in which llama_cpp.Llama reads and writes

LARGEST = 256 * 2**20
"""Bytes of a state that is worth its memory; that of a model of 8 billion weights after 2,000 tokens."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """Tokens that were read, and the state of llama.cpp after them."""

    tokens: np.ndarray
    state: ctypes.Array[ctypes.c_uint8]


class KeptPrompts:
    """What one model has read for each of its tasks, told apart by the system text of their prompts.

    llama.cpp keeps the beginning that a prompt shares with the one before it. A follow-up question is rewritten between two
    answers, with a system text of its own, and would cost the evidence that the answer to it begins with. So the state is
    copied when the task changes (about 30 kB a token of a model of 1.5 billion weights) and put back when it comes again.

    Args:
        model: A ``llama_cpp.Llama``.
    """

    def __init__(self, model: Any) -> None:
        self._model = model
        self._task = ""
        self._other: tuple[str, _Kept] | None = None

    def turn_to(self, task: str) -> None:
        """Puts back what was read for a task, and keeps what was read for the one before it."""
        if task == self._task:
            return
        wanted = self._other[1] if self._other and self._other[0] == task else None
        kept = self._copied()
        self._other = (self._task, kept) if kept else None
        self._task = task
        if wanted:
            self._put_back(wanted)

    def _copied(self) -> _Kept | None:
        import llama_cpp

        read = self._model.n_tokens
        size = llama_cpp.llama_state_seq_get_size(self._model.ctx, SEQUENCE) if read else 0
        if not 0 < size <= LARGEST:
            return None
        state = (ctypes.c_uint8 * size)()
        if llama_cpp.llama_state_seq_get_data(self._model.ctx, state, size, SEQUENCE) != size:
            return None
        return _Kept(self._model.input_ids[:read].copy(), state)

    def _put_back(self, kept: _Kept) -> None:
        import llama_cpp

        self._model.reset()
        if llama_cpp.llama_state_seq_set_data(self._model.ctx, kept.state, len(kept.state), SEQUENCE):
            # the last token is read again: what it made llama.cpp expect next is not in the state
            self._model.n_tokens = len(kept.tokens) - 1
            self._model.input_ids[: len(kept.tokens)] = kept.tokens
