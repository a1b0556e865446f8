"""Writes a BERT or XLM-RoBERTa encoder as an ONNX file with 8-bit weights, for the CPU. Runs no model; needs no torch.

The graph is written by hand instead of traced: that takes a second, asks for no exporter, and lets the numbers be chosen.

- Weights are symmetric int8 with a scale for each output column. They keep to ±63: without VNNI a processor adds two
  products of an unsigned and a signed byte in 16 bits, and 2 · 255 · 63 is the most that fits.
- Activations are quantized at run time with a scale for each token (LLM.int8(), Dettmers et al., NeurIPS 2022, section 3.1,
  "vector-wise"). A scale for the whole batch, which ONNX Runtime's own quantizer uses, loses more, and a text's vector
  would depend on which other texts it was batched with.
- Word embeddings are int8 with a scale for each word. Everything else stays float32.
- There is no padding and so no mask: texts are batched with those of the same length, which costs less than masking does.
- Where only the first token is looked at, the last layer computes no other.
- GELU is the approximation by tanh, which is nearer to the exact one than the quantized numbers are.
"""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from pincite.models import verified

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION = "2"
"""Changes with the bytes that are written for the same model, so that files of an older Pincite are made anew."""

FILE, RECORD = "pincite-int8.onnx", "pincite-int8.json"

WEIGHT_LIMIT = 63
TABLE_LIMIT = 127
ZERO = 128  # the zero point of activations: unsigned bytes are what the fast kernels take
SMALLEST_SCALE = 1e-12  # a token whose activations are all zero must not divide by zero
GELU_DEPTH = 0.1701  # GELU gives nothing below -0.1701: the least need not be looked for where most numbers are

EMBEDDING = "sentence_embedding"
LOGITS = "logits"

OPSET, IR_VERSION = 21, 10  # what any onnxruntime since 1.20 reads
FLOAT, INT64 = 1, 7  # onnx.TensorProto.DataType

PREFIXES = {
    "BertModel": "",
    "BertForSequenceClassification": "bert.",
    "XLMRobertaModel": "",
    "XLMRobertaForSequenceClassification": "roberta.",
}
"""The architectures that can be converted, and what the names of their encoder's weights begin with."""


class CannotConvert(Exception):
    """The folder does not hold an encoder of a kind that is known; the message says what is in the way."""


def beside(folder: Path, pooling: str = "mean") -> Path:
    """The ONNX file of the encoder in a folder, kept there; made if it is missing, damaged, or of other weights or version.

    Raises:
        CannotConvert: see :func:`export`; or it cannot be written.
    """
    file, record = folder / FILE, folder / RECORD
    try:
        weights = (folder / "model.safetensors").stat()
        made_of = {"version": VERSION, "pooling": pooling, "size": weights.st_size, "mtime_ns": weights.st_mtime_ns}
        if _recorded(record) != made_of | {"sha256": verified.digest(file) if file.is_file() else ""}:
            export(folder, file, pooling)
            _replace(record, json.dumps(made_of | {"sha256": verified.digest(file)}).encode())
    except OSError as error:
        raise CannotConvert(f"{type(error).__name__}: {error}") from error
    return file


def _recorded(record: Path) -> object:
    """What was noted of the file when it was made; a record that is missing or damaged counts as none."""
    try:
        return json.loads(record.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _replace(file: Path, data: bytes) -> None:
    """Writes a file in one step, so that two processes can do the same at once and none reads a half."""
    handle, draft = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
        Path(draft).replace(file)
    finally:
        Path(draft).unlink(missing_ok=True)


def export(folder: Path, file: Path, pooling: str = "mean") -> None:
    """Writes the encoder in a folder (config.json, model.safetensors) to an ONNX file, replaced in one step.

    Inputs are ``input_ids`` and ``token_type_ids``, int64 of shape (texts, tokens), for texts of the same number of tokens. A
    sequence classifier gives ``logits`` of shape (texts, labels); an encoder without a head gives ``sentence_embedding``
    of shape (texts, hidden): unit vectors of the ``pooling`` "mean" or "cls".

    Raises:
        CannotConvert: it is no encoder of a known architecture, or its files are missing or damaged.
        OSError: the file cannot be written.
    """
    try:
        from safetensors import SafetensorError
        from safetensors.numpy import load_file

        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        architecture = _architecture(config, pooling)
        weights = load_file(folder / "model.safetensors")
        data = _Writer(config, weights, PREFIXES[architecture]).model(architecture, pooling)
    except (OSError, ValueError, KeyError, TypeError, ImportError, SafetensorError) as error:
        raise CannotConvert(f"{type(error).__name__}: {error}") from error
    _replace(file, data)


def _architecture(config: Mapping[str, Any], pooling: str) -> str:
    """The architecture that a configuration names, if its encoder is of the usual build."""
    name = next(iter(config.get("architectures") or ()), "")
    if name not in PREFIXES:
        raise CannotConvert(f"the architecture {name!r} is not known")
    if config.get("hidden_act") != "gelu" or config.get("position_embedding_type", "absolute") != "absolute":
        raise CannotConvert("the activation or the positions are of an unusual kind")
    if pooling not in ("mean", "cls"):
        raise CannotConvert(f"the pooling {pooling!r} is not known")
    return name


class _Writer:
    """Collects the nodes and constants of one graph. Names of nodes' outputs are what connects them."""

    def __init__(self, config: Mapping[str, Any], weights: Mapping[str, np.ndarray], prefix: str) -> None:
        self._config = config
        self._weights = weights
        self._prefix = prefix
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self._last_axis = self._constant([1])
        self._smallest = self._constant(SMALLEST_SCALE)
        self._shape = self._op("Concat", self._op("Shape", "input_ids"), self._constant([-1]), axis=0)

    # --- pieces ----------------------------------------------------------------------------------------------------

    def _op(self, kind: str, *inputs: str, domain: str = "", output: str = "", **facts: Any) -> str:
        from onnx import helper

        name = output or f"{kind}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [name], domain=domain, **facts))
        return name

    def _constant(self, value: np.ndarray | np.generic | list[int] | float) -> str:
        from onnx import numpy_helper

        array = np.array(value, np.float32 if isinstance(value, float) else None, order="C")
        name = f"constant_{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(array, name))
        return name

    def _weight(self, name: str) -> np.ndarray:
        found = self._weights.get(self._prefix + name)
        return (found if found is not None else self._weights[name]).astype(np.float32)

    # --- layers ----------------------------------------------------------------------------------------------------

    def _quantized(self, rows: str, zeros: str, grown: bool = False) -> tuple[str, str]:
        """Rows of floats as unsigned bytes around 128, and the scale of each row, of shape (rows, 1).

        ``grown`` says that the rows come out of GELU.
        """
        highest = self._op("ReduceMax", rows, self._last_axis)
        if grown:
            farthest = self._op("Max", highest, self._constant(GELU_DEPTH))
        else:
            lowest = self._op("ReduceMin", rows, self._last_axis)
            farthest = self._op("Max", highest, self._op("Neg", lowest), self._smallest)
        scale = self._op("Mul", farthest, self._constant(1 / 127))
        flat = self._op("Squeeze", scale, self._last_axis)
        return self._op("QuantizeLinear", rows, flat, zeros, axis=0), scale

    def _zeros(self, rows: str) -> str:
        """The zero points of all rows."""
        from onnx import numpy_helper

        count = self._op("Shape", rows, start=0, end=1)
        return self._op("ConstantOfShape", count, value=numpy_helper.from_array(np.array([ZERO], np.uint8)))

    def _product(self, quantized: str, row_scale: str, name: str) -> str:
        """Quantized rows times the weights of a linear layer, in float32 and without its bias."""
        weight = self._weight(f"{name}.weight").T  # (in, out)
        scale = np.maximum(np.abs(weight).max(axis=0) / WEIGHT_LIMIT, SMALLEST_SCALE).astype(np.float32)
        product = self._op(
            "MatMulIntegerToFloat",
            quantized,
            self._constant(np.rint(weight / scale).astype(np.int8)),
            self._constant(1.0),
            self._constant(scale),
            self._constant(np.uint8(ZERO)),
            self._constant(np.zeros(len(scale), np.int8)),
            domain="com.microsoft",
        )
        return self._op("Mul", product, row_scale)

    def _linear(self, rows: str, zeros: str, name: str, grown: bool = False) -> str:
        return self._product(*self._quantized(rows, zeros, grown), name)

    def _bias(self, name: str) -> str:
        return self._constant(self._weight(f"{name}.bias"))

    def _normalized(self, rows: str, norm: str) -> str:
        return self._op(
            "LayerNormalization",
            rows,
            self._constant(self._weight(f"{norm}.weight")),
            self._constant(self._weight(f"{norm}.bias")),
            epsilon=float(self._config["layer_norm_eps"]),
        )

    def _added(self, rows: str, zeros: str, dense: str, skipped: str, grown: bool = False) -> str:
        """A linear layer, added to what came before it."""
        return self._op("Add", self._op("Add", self._linear(rows, zeros, dense, grown), self._bias(dense)), skipped)

    def _embeddings(self) -> str:
        """The input of the first layer, of shape (texts · tokens, hidden)."""
        words = self._weight("embeddings.word_embeddings.weight")
        scale = np.maximum(np.abs(words).max(axis=1, keepdims=True) / TABLE_LIMIT, SMALLEST_SCALE).astype(np.float32)
        table = self._constant(np.rint(words / scale).astype(np.int8))
        bytes_ = self._op("Cast", self._op("Gather", table, "input_ids"), to=FLOAT)
        word = self._op("Mul", bytes_, self._op("Gather", self._constant(scale), "input_ids"))
        positions = self._weight("embeddings.position_embeddings.weight")
        if self._config["model_type"] == "xlm-roberta":  # counts from the number after that of the padding
            positions = positions[int(self._config["pad_token_id"]) + 1 :]
        length = self._op("Shape", "input_ids", start=1, end=2)
        place = self._op("Slice", self._constant(positions), self._constant([0]), length)
        kind = self._op("Gather", self._constant(self._weight("embeddings.token_type_embeddings.weight")), "token_type_ids")
        total = self._op("Add", self._op("Add", word, kind), place)
        normalized = self._normalized(total, "embeddings.LayerNorm")
        return self._op("Reshape", normalized, self._constant([-1, int(self._config["hidden_size"])]))

    def _first_tokens(self, rows: str) -> str:
        """Of rows of shape (texts · tokens, hidden) those of the first tokens."""
        return self._op("Gather", self._op("Reshape", rows, self._shape), self._constant(np.int64(0)), axis=1)

    def _layer(self, rows: str, zeros: str, number: int, first_only: bool) -> str:
        hidden, heads = int(self._config["hidden_size"]), int(self._config["num_attention_heads"])
        name = f"encoder.layer.{number}"
        parts = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
        quantized = self._quantized(rows, zeros)
        projected = [self._op("Reshape", self._product(*quantized, part), self._shape) for part in parts]
        bias = self._constant(np.concatenate([self._weight(f"{part}.bias") for part in parts]))
        attended = self._op("MultiHeadAttention", *projected, bias, domain="com.microsoft", num_heads=heads)
        attended = self._op("Reshape", attended, self._constant([-1, hidden]))
        if first_only:
            rows, attended = self._first_tokens(rows), self._first_tokens(attended)
            zeros = self._zeros(rows)
        rows = self._added(attended, zeros, f"{name}.attention.output.dense", rows)
        rows = self._normalized(rows, f"{name}.attention.output.LayerNorm")
        wide = f"{name}.intermediate.dense"
        grown = self._op("FastGelu", self._linear(rows, zeros, wide), self._bias(wide), domain="com.microsoft")
        rows = self._added(grown, zeros, f"{name}.output.dense", rows, grown=True)
        return self._normalized(rows, f"{name}.output.LayerNorm")

    # --- what comes out ----------------------------------------------------------------------------------------------

    def _head(self, first: str, architecture: str) -> int:
        """The classifier on the first token, in float32: it is small, and the score is read off it. Returns the labels."""
        inner, outer = "pooler.dense", "classifier"
        if architecture == "XLMRobertaForSequenceClassification":
            inner, outer = "classifier.dense", "classifier.out_proj"
        weight = self._constant(self._weight(f"{inner}.weight"))
        pooled = self._op("Tanh", self._op("Gemm", first, weight, self._bias(inner), transB=1))
        scores = self._weight(f"{outer}.weight")
        self._op("Gemm", pooled, self._constant(scores), self._bias(outer), transB=1, output=LOGITS)
        return len(scores)

    def _vector(self, rows: str, first_only: bool) -> int:
        """The unit vector of each text. Returns its dimension."""
        if not first_only:  # the length is made 1 next, so that the sum of the tokens does for their mean
            rows = self._op("ReduceSum", self._op("Reshape", rows, self._shape), self._constant([1]), keepdims=0)
        self._op("LpNormalization", rows, output=EMBEDDING, axis=1, p=2)
        return int(self._config["hidden_size"])

    def model(self, architecture: str, pooling: str) -> bytes:
        """The whole graph, serialized; the same bytes each time."""
        from onnx import helper

        classifies = architecture.endswith("ForSequenceClassification")
        first_only = classifies or pooling == "cls"
        layers = int(self._config["num_hidden_layers"])
        rows = self._embeddings()
        zeros = self._zeros(rows)
        for number in range(layers):
            rows = self._layer(rows, zeros, number, first_only and number == layers - 1)
        inputs = [helper.make_tensor_value_info(name, INT64, ["texts", "tokens"]) for name in ("input_ids", "token_type_ids")]
        if classifies:
            output = helper.make_tensor_value_info(LOGITS, FLOAT, ["texts", self._head(rows, architecture)])
        else:
            output = helper.make_tensor_value_info(EMBEDDING, FLOAT, ["texts", self._vector(rows, first_only)])
        graph = helper.make_graph(self._nodes, "encoder", inputs, [output], self._constants)
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid("com.microsoft", 1)]
        made = helper.make_model(graph, opset_imports=opsets, ir_version=IR_VERSION, producer_name="pincite")
        data: bytes = made.SerializeToString(deterministic=True)
        return data
