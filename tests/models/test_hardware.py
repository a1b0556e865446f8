"""What is said of the machine; the libraries are scripted, so that any machine can be played."""

from __future__ import annotations

import sys
import warnings
from types import SimpleNamespace

import pytest

from pincite.models import hardware


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with 2 cores and 24 GB, on which no model library has been loaded."""
    monkeypatch.setattr(hardware, "physical_cores", lambda: 2)
    monkeypatch.setattr(hardware, "memory_bytes", lambda: 24 << 30)
    for name in ("torch", "llama_cpp"):
        monkeypatch.delitem(sys.modules, name, raising=False)


def script_torch(monkeypatch: pytest.MonkeyPatch, cuda: bool = False, mps: bool = False) -> None:
    def is_available() -> bool:
        warnings.warn("the driver is too old", UserWarning, stacklevel=1)
        return cuda

    torch = SimpleNamespace(
        cuda=SimpleNamespace(is_available=is_available, get_device_name=lambda index: "NVIDIA H100"),
        backends=SimpleNamespace(mps=SimpleNamespace(is_available=lambda: mps)),
    )
    monkeypatch.setitem(sys.modules, "torch", torch)


def script_llama(monkeypatch: pytest.MonkeyPatch, offload: bool) -> None:
    monkeypatch.setitem(sys.modules, "llama_cpp", SimpleNamespace(llama_supports_gpu_offload=lambda: offload))


@pytest.mark.parametrize(("cuda", "mps", "device"), [(True, False, "cuda"), (False, True, "mps"), (False, False, "cpu")])
def test_torch_uses_what_is_there_and_warns_of_nothing(
    monkeypatch: pytest.MonkeyPatch, cuda: bool, mps: bool, device: str
) -> None:
    script_torch(monkeypatch, cuda, mps)
    assert hardware.torch_device(gpu=True) == device


def test_without_leave_to_use_a_gpu_nothing_is_loaded_to_look_for_one() -> None:
    assert hardware.torch_device(gpu=False) == "cpu"
    assert hardware.llama_gpu(gpu=False) is False
    assert "torch" not in sys.modules and "llama_cpp" not in sys.modules


def test_describe_loads_nothing() -> None:
    assert hardware.describe(gpu=True) == "CPU, 2 cores, 24 GB"
    assert "torch" not in sys.modules and "llama_cpp" not in sys.modules


def test_describe_names_the_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    script_torch(monkeypatch, cuda=True)
    assert hardware.describe(gpu=True) == "NVIDIA H100 (CUDA)"
    script_llama(monkeypatch, offload=True)
    assert hardware.describe(gpu=True) == "NVIDIA H100 (CUDA)"
    assert hardware.describe(gpu=False) == "CPU, 2 cores, 24 GB"


def test_describe_says_when_only_one_of_the_two_uses_the_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    script_torch(monkeypatch, cuda=True)
    script_llama(monkeypatch, offload=False)
    assert hardware.describe(gpu=True) == "NVIDIA H100 (CUDA); answers on the CPU, 2 cores, 24 GB"
    script_torch(monkeypatch, cuda=False)
    script_llama(monkeypatch, offload=True)
    assert hardware.describe(gpu=True) == "GPU for answers; CPU, 2 cores, 24 GB"


def test_one_core_is_one_core(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hardware, "physical_cores", lambda: 1)
    assert hardware.describe(gpu=True) == "CPU, 1 core, 24 GB"


def test_this_machine_has_memory_and_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert hardware.memory_bytes() > 1 << 28
    assert 1 <= hardware.physical_cores() <= 4096


def test_cores_that_the_process_may_not_use_do_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(hardware.psutil, "cpu_count", lambda logical=True: 64)
    monkeypatch.setattr(hardware.os, "sched_getaffinity", lambda pid: {0, 1, 2}, raising=False)
    assert hardware.physical_cores() == 3
    monkeypatch.setattr(hardware.psutil, "cpu_count", lambda logical=True: 16 if logical else None)
    monkeypatch.delattr(hardware.os, "sched_getaffinity")
    assert hardware.physical_cores() == 16
