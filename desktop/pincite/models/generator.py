"""Writes text with a local language model, through llama.cpp. Knows nothing of citations: the grammar is given to it."""

from __future__ import annotations

import contextlib
import queue
import threading
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from pincite.diagnostics import log
from pincite.errors import ModelError
from pincite.models.grammar import WithinGrammar
from pincite.models.kept_prompts import KeptPrompts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTEXT = 4096  # tokens: evidence and answer take about 1,500; a larger window costs memory and gains nothing
BATCH = 256  # tokens decoded at once in prefill; a stop is heard between two batches
HEARTBEAT_SECONDS = 0.1
TIMED_TOKENS = 32  # read or written, from which a speed is measured: fewer say more of the start than of the speed
LLAMA_ERROR = 4  # GGML_LOG_LEVEL_ERROR; the others are reports that no user can act on, and dots of progress


class Generator(Protocol):
    """What answering needs of a language model.

    ``context`` is the number of tokens that prompt and answer may have together; ``reading_speed`` is how many tokens of a
    prompt are read in a second, as last measured, 0 before the first prompt; ``writing_speed`` is that of the reply.
    """

    name: str
    context: int
    reading_speed: float
    writing_speed: float
    device: str
    note: str  # what the user should know of how it runs; mostly empty

    def count(self, text: str) -> int:
        """Number of tokens of a text."""
        ...

    def stream(self, system: str, user: str, grammar: str, max_tokens: int) -> Iterator[str]:
        """Pieces of the reply as they are written, greedily, within a GBNF grammar.

        Empty pieces come while the prompt is read, so that the caller can stop at any time by closing the iterator.
        """
        ...


@cache
def _log_callback() -> Any:
    """Takes llama.cpp's messages to our log; they would go to the terminal. Made once: llama.cpp keeps the reference."""
    import llama_cpp

    def note(level: int, text: bytes, _: object) -> None:
        if level == LLAMA_ERROR:
            log.warning("llama.cpp: %s", text.decode("utf-8", "replace").rstrip())

    return llama_cpp.llama_log_callback(note)


class LlamaGenerator:
    """A GGUF file run by llama.cpp. The prompt follows the chat template in the file.

    What a prompt has in common with the beginning of the last one with the same system text is not read again: ``read`` is
    the number of tokens of the last prompt that were.

    Args:
        name: Name in the catalogue, or of the file.
        file: The GGUF file.
        gpu: Whether to put the layers on a GPU if the build has one; on failure they stay on the CPU.
        threads: Number of CPU threads.

    Raises:
        ModelError: the file cannot be loaded.
    """

    def __init__(self, name: str, file: Path, gpu: bool, threads: int) -> None:
        import llama_cpp

        llama_cpp.llama_log_set(_log_callback(), None)
        self.name = name
        self.note = ""
        self.reading_speed = 0.0
        self.writing_speed = 0.0
        self.read = 0
        self.device = "GPU" if gpu and llama_cpp.llama_supports_gpu_offload() else "CPU"
        try:
            self._model = self._load(file, threads)
        except (ValueError, RuntimeError) as error:
            if self.device == "CPU":
                raise ModelError(
                    f"The language model {name} cannot be loaded: {error}.",
                    f"Run “pincite models get {name}”, or choose a smaller one with “pincite models use”.",
                ) from error
            log.warning("the GPU could not take %s, using the CPU: %s", name, error)
            self.note = f"The GPU could not take {name}; it runs on the CPU."
            self.device = "CPU"
            self._model = self._load(file, threads)
        self.context = int(self._model.n_ctx())
        self._kept = KeptPrompts(self._model)
        self._stop = threading.Event()
        # llama.cpp asks this between its steps; the reference must live as long as the model
        self._abort = llama_cpp.ggml_abort_callback(lambda _: self._stop.is_set())
        llama_cpp.llama_set_abort_callback(self._model.ctx, self._abort, None)

    def _load(self, file: Path, threads: int) -> Any:
        from llama_cpp import Llama

        return Llama(
            str(file),
            n_ctx=CONTEXT,
            n_batch=BATCH,
            n_threads=threads,
            n_threads_batch=threads,
            n_gpu_layers=-1 if self.device == "GPU" else 0,
            verbose=False,
        )

    def count(self, text: str) -> int:
        """See :class:`Generator`."""
        return len(self._model.tokenize(text.encode(), add_bos=False, special=False))

    def stream(self, system: str, user: str, grammar: str, max_tokens: int) -> Iterator[str]:
        """See :class:`Generator`.

        Raises:
            ModelError: llama.cpp failed, most often for want of memory.
        """
        pieces: queue.SimpleQueue[str | Exception | None] = queue.SimpleQueue()
        self._stop.clear()
        worker = threading.Thread(
            target=self._write, args=(pieces, system, user, grammar, max_tokens), name="pincite-llama", daemon=True
        )
        worker.start()
        try:
            while True:
                try:
                    piece = pieces.get(timeout=HEARTBEAT_SECONDS)
                except queue.Empty:
                    yield ""
                    continue
                if piece is None:
                    return
                if isinstance(piece, Exception):
                    raise ModelError(f"The language model {self.name} failed: {piece}.", "Try a smaller model.") from piece
                yield piece
        finally:
            self._stop.set()
            worker.join()

    def _write(self, pieces: queue.SimpleQueue[str | Exception | None], *request: Any) -> None:
        import llama_cpp

        system, user, grammar, max_tokens = request
        llama_cpp.llama_perf_context_reset(self._model.ctx)
        try:
            bound = WithinGrammar(llama_cpp.llama_model_get_vocab(self._model.model), grammar)
        except ValueError as error:
            pieces.put(error)
            pieces.put(None)
            return
        try:
            self._kept.turn_to(system)
            reply = self._model.create_chat_completion(
                [{"role": "system", "content": system}, {"role": "user", "content": user}],
                logits_processor=llama_cpp.LogitsProcessorList([bound]),
                max_tokens=max_tokens,
                temperature=0.0,
                stream=True,
            )
            with contextlib.closing(reply):
                for chunk in reply:
                    if self._stop.is_set():
                        break
                    if piece := chunk["choices"][0]["delta"].get("content"):
                        pieces.put(piece)
            timed = llama_cpp.llama_perf_context(self._model.ctx)
            self.read = timed.n_p_eval
            if timed.n_p_eval >= TIMED_TOKENS and timed.t_p_eval_ms > 0:
                self.reading_speed = 1000 * timed.n_p_eval / timed.t_p_eval_ms
            if timed.n_eval >= TIMED_TOKENS and timed.t_eval_ms > 0:
                self.writing_speed = 1000 * timed.n_eval / timed.t_eval_ms
        except (RuntimeError, ValueError) as error:
            self._model.reset()  # a decode that was broken off leaves the kept beginning of the prompt in doubt
            if not self._stop.is_set():
                pieces.put(error)
        finally:
            bound.close()
            pieces.put(None)
