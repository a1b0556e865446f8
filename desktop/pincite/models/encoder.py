"""Runs an encoder in an ONNX file on the CPU: texts, or pairs of texts, in; a row of numbers for each out. Writes no file."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, cast

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

BATCH_TOKENS = 512
"""Tokens of a batch of several texts: measured; with more the numbers of a layer leave the processor's cache."""

LONGEST_USUAL = 512
"""Positions of an encoder that does not say how many it has."""

ERRORS_ONLY = 3

UNFUSED = ["SkipLayerNormFusion", "BiasSkipLayerNormFusion"]
"""Optimizations of ONNX Runtime that are left out: on the CPU the fused kernel takes four times as long as its parts."""


class Encoder:
    """An ONNX encoder with its tokenizer. Texts of the same length are computed together, so that nothing is padded.

    Args:
        file: The ONNX file. Its inputs are some of ``input_ids``, ``attention_mask`` and ``token_type_ids``, its first
            output has a row for each text.
        folder: Where ``tokenizer.json`` and ``config.json`` are.
        longest: Tokens of a text or pair, special ones included; of what is longer the end is cut off. A model that has fewer
            positions reads as many as it can.
        threads: How many batches are computed at the same time.

    ``numbers`` is the length of a row.

    Raises:
        ValueError: a file is missing, damaged, or not what it must be.
    """

    def __init__(self, file: Path, folder: Path, longest: int, threads: int) -> None:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as failures
        from tokenizers import Tokenizer

        onnxruntime.disable_telemetry_events()  # the builds for Windows would send some
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # a batch on each core beats all cores on one batch, which wait for each other
        options.log_severity_level = ERRORS_ONLY
        broken = (failures.Fail, failures.InvalidArgument, failures.InvalidProtobuf, failures.InvalidGraph, failures.NoSuchFile)
        try:
            self._session = onnxruntime.InferenceSession(
                str(file), options, providers=["CPUExecutionProvider"], disabled_optimizers=UNFUSED
            )
            described = (folder / "tokenizer.json").read_text(encoding="utf-8")
            config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        except (*broken, OSError) as error:
            raise ValueError(str(error)) from error
        if "model" not in json.loads(described):
            raise ValueError("tokenizer.json describes no tokenizer")
        self._tokenizer = Tokenizer.from_str(described)
        self._inputs = {item.name for item in self._session.get_inputs()}
        self.numbers = int(self._session.get_outputs()[0].shape[-1])
        self._longest = min(longest, positions(config))
        self._threads = threads
        self._tokenizer.no_padding()
        self._cutting = threading.Lock()  # how texts are cut is a state of the tokenizer

    def texts(self, texts: Sequence[str]) -> np.ndarray:
        """float32 of shape (len(texts), numbers), in the order of the texts, of which there is at least one."""
        with self._cutting:
            self._tokenizer.enable_truncation(self._longest)
            encoded = self._tokenizer.encode_batch(list(texts))
        return self._rows(encoded)

    def pairs(self, first: str, seconds: Sequence[str]) -> np.ndarray:
        """float32 of shape (len(seconds), numbers) for one text paired with each of some others, at least one.

        Where a pair is too long the second text is cut, and the first only if it takes more than half of the room.
        """
        with self._cutting:
            self._tokenizer.no_truncation()
            alone = self._tokenizer.encode(first, add_special_tokens=False)
            if len(alone.ids) > self._longest // 2:
                first = first[: alone.offsets[self._longest // 2 - 1][1]]
            self._tokenizer.enable_truncation(self._longest, strategy="only_second")
            encoded = self._tokenizer.encode_batch([(first, second) for second in seconds])
        return self._rows(encoded)

    def _rows(self, encoded: Sequence[Any]) -> np.ndarray:
        groups = batches([len(item.ids) for item in encoded])
        with ThreadPoolExecutor(self._threads) as pool:
            computed = list(pool.map(lambda group: self._compute([encoded[place] for place in group]), groups))
        order = np.argsort(np.concatenate([np.array(group) for group in groups]))
        return np.concatenate(computed)[order]

    def _compute(self, encoded: Sequence[Any]) -> np.ndarray:
        feed = {
            "input_ids": np.array([item.ids for item in encoded], np.int64),
            "attention_mask": np.array([item.attention_mask for item in encoded], np.int64),
            "token_type_ids": np.array([item.type_ids for item in encoded], np.int64),
        }
        return cast("np.ndarray", self._session.run(None, {name: feed[name] for name in self._inputs})[0])


def positions(config: Mapping[str, Any]) -> int:
    """How many tokens a model has room for by its ``config.json``; RoBERTa leaves those up to the padding's number unused."""
    unused = int(config.get("pad_token_id") or 0) + 1 if "roberta" in str(config.get("model_type")) else 0
    return int(config.get("max_position_embeddings", LONGEST_USUAL)) - unused


def batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indexes of the texts that are computed together: of one length each, the longest first, so that no core waits."""
    made: list[list[int]] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        length = lengths[place]
        if not made or lengths[made[-1][0]] != length or (len(made[-1]) + 1) * length > BATCH_TOKENS:
            made.append([])
        made[-1].append(place)
    return made
