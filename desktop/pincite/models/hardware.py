"""What the machine has to run models with. Loads a model library only where that is the question, and no model."""

from __future__ import annotations

import os
import sys
import warnings

import psutil


def memory_bytes() -> int:
    """Main memory in bytes."""
    return int(psutil.virtual_memory().total)


def physical_cores() -> int:
    """Cores that this process may use, hyper-threads not counted."""
    cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else cores
    return max(1, min(cores, allowed))


def torch_device(gpu: bool) -> str:
    """The device for embedder and reranker: "cuda", "mps" or "cpu". Loads torch unless ``gpu`` is False."""
    if not gpu:
        return "cpu"
    import torch

    with warnings.catch_warnings():
        # A driver that is too old is only warned of; then the processor does it.
        warnings.simplefilter("ignore")
        if torch.cuda.is_available():
            return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def llama_gpu(gpu: bool) -> bool:
    """Whether the generator runs on a GPU: llama.cpp was built for one and finds it. Loads it unless ``gpu`` is False."""
    if not gpu:
        return False
    import llama_cpp

    return bool(llama_cpp.llama_supports_gpu_offload())


def describe(gpu: bool) -> str:
    """What runs the models, in words, as far as is known: a library that is not loaded yet is not asked.

    For example "CPU, 8 cores, 16 GB" or "NVIDIA H100 (CUDA); answers on the CPU, 16 cores, 128 GB".
    """
    cpu = f"CPU, {_count(physical_cores(), 'core')}, {memory_bytes() / (1 << 30):.0f} GB"
    accelerator = _accelerator(gpu) if "torch" in sys.modules else ""
    if "llama_cpp" not in sys.modules:
        return accelerator or cpu
    if llama_gpu(gpu):
        return accelerator or f"GPU for answers; {cpu}"
    return f"{accelerator}; answers on the {cpu}" if accelerator else cpu


def _accelerator(gpu: bool) -> str:
    device = torch_device(gpu)
    if device == "cuda":
        import torch

        return f"{torch.cuda.get_device_name(0)} (CUDA)"
    return "Apple GPU (Metal)" if device == "mps" else ""


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
