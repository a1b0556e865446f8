"""The installer's decisions, on machines that are played, and its hand-over, in a checkout that is made here."""

from __future__ import annotations

import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "installer" / "bootstrap.py"

PYPROJECT = """
[project]
dependencies = ["torch==2.13.0", "llama-cpp-python>=0.3.36,<0.4", "numpy>=2"]
optional-dependencies = { test = ["pytest"] }
scripts = { pincite = "pincite.__main__:main" }
"""


def load() -> Any:
    spec = importlib.util.spec_from_file_location("bootstrap", SOURCE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["bootstrap"] = module  # where dataclasses look up the names in its annotations
    spec.loader.exec_module(module)
    return module


bootstrap = load()


def machine(programs: str = "c++", gpus: int = 0, libraries: bool = True, **facts: Any) -> Any:
    """A Linux machine with these programs, unless told otherwise."""
    facts.setdefault("system", "Linux")
    facts.setdefault("env", {})
    return bootstrap.Machine(
        which=lambda name: f"/usr/bin/{name}" if name in programs.split() else None,
        loads=lambda library: libraries,
        nvidia_gpus=lambda: gpus,
        succeeds=lambda command: command[0] in programs.split(),
        **facts,
    )


# --- how llama.cpp is built ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "flag", "runs_on"),
    [
        (machine(), "", "CPU"),
        (machine("c++ nvcc", gpus=1), "-DGGML_CUDA=ON", "NVIDIA GPU through CUDA"),
        (machine("c++ nvcc", gpus=0), "", "CPU"),  # a toolkit without a driver, as on a build server
        (machine("c++ nvidia-smi", gpus=1), "", "CPU: this machine has an NVIDIA GPU, but no CUDA toolkit"),
        (machine("c++ /opt/cuda/bin/nvcc", gpus=2, env={"CUDA_HOME": "/opt/cuda"}), "-DGGML_CUDA=ON", "NVIDIA GPU"),
        (machine("c++ glslc pkg-config"), "-DGGML_VULKAN=ON", "GPU through Vulkan"),
        (machine("c++ glslc", env={"VULKAN_SDK": "/opt/vulkan"}), "-DGGML_VULKAN=ON", "GPU through Vulkan"),
        (machine("c++ glslc"), "", "CPU"),  # a shader compiler without Vulkan's headers
        (machine(system="Darwin"), "-DGGML_METAL=ON", "GPU through Metal"),
    ],
)
def test_llama_is_built_for_what_the_machine_has(here: Any, flag: str, runs_on: str) -> None:
    flags, words = bootstrap.llama_build(here)
    assert [part for part in shlex.split(flags) if part.startswith("-DGGML_")] == ([flag] if flag else [])
    assert words.startswith(runs_on)


def test_nothing_is_built_that_is_not_used() -> None:
    flags = shlex.split(bootstrap.llama_build(machine())[0])
    for name in ("LLAVA_BUILD", "LLAMA_BUILD_SERVER", "LLAMA_BUILD_TOOLS", "LLAMA_BUILD_TESTS", "LLAMA_BUILD_EXAMPLES"):
        assert f"-D{name}=OFF" in flags
    included = next(part for part in flags if part.startswith("-DCMAKE_PROJECT_llama.cpp_INCLUDE_BEFORE="))
    assert "set(LLAMA_BUILD_COMMON OFF)" in Path(included.partition("=")[2]).read_text(encoding="utf-8")


def test_what_the_user_wants_comes_last_and_so_wins() -> None:
    here = machine("c++ nvcc", gpus=1, env={"CMAKE_ARGS": "-DGGML_CUDA=OFF"})
    assert shlex.split(bootstrap.llama_build(here)[0])[-1] == "-DGGML_CUDA=OFF"


# --- what is missing -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("here", "remedy"),
    [
        (machine("apt-get"), "sudo apt install build-essential"),
        (machine("dnf"), "sudo dnf install gcc gcc-c++ make"),
        (machine("pacman"), "your package manager (build-essential)"),
        (machine("c++", system="Darwin"), "xcode-select --install"),
    ],
)
def test_a_missing_compiler_is_named_with_the_remedy(here: Any, remedy: str) -> None:
    assert here.lacks_compiler()
    assert here.compiler_remedy().endswith(remedy)
    assert "\n" not in here.compiler_remedy()


def test_a_compiler_that_is_there_is_found() -> None:
    assert not machine("clang++").lacks_compiler()
    assert not machine("my-c++", env={"CXX": "my-c++"}).lacks_compiler()
    assert not machine("xcode-select", system="Darwin").lacks_compiler()
    assert "Visual Studio Build Tools" in machine(system="Windows").compiler_remedy()


def test_libraries_that_the_window_lacks_are_named_for_apt() -> None:
    here = bootstrap.Machine(
        system="Linux",
        which=lambda name: name if name == "apt-get" else None,
        loads=lambda library: library not in ("libEGL.so.1", "libxcb-cursor.so.0"),
    )
    with pytest.raises(bootstrap.Stop, match=r"sudo apt install libegl1 libxcb-cursor0$"):
        here.check_libraries(window=True)
    with pytest.raises(bootstrap.Stop, match=r"sudo apt install libegl1$"):  # tests open no window
        here.check_libraries(window=False)
    machine(libraries=False, system="Windows").check_libraries(window=True)


def test_display() -> None:
    assert not machine().has_display()
    assert machine(env={"DISPLAY": ":0"}).has_display()
    assert machine(env={"WAYLAND_DISPLAY": "wayland-0"}).has_display()
    assert machine(system="Darwin").has_display()


@pytest.mark.parametrize(
    ("log", "says"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("c++: fatal error: Killed signal terminated program cc1plus", "CMAKE_BUILD_PARALLEL_LEVEL=1"),
        ("CMake Error: CMAKE_CXX_COMPILER not set, after EnableLanguage", "sudo apt install build-essential"),
        ("  No CMAKE_C_COMPILER could be found.", "sudo apt install build-essential"),
        ("nvcc fatal   : Unsupported gpu architecture", "-DGGML_CUDA=OFF"),
        ("NewConnectionError: Failed to establish a new connection", "cannot be reached"),
        ("ERROR: No matching distribution found for torch==2.13.0", "There is no torch==2.13.0 for Python 3."),
        ("something else", "report it with the log"),
        ("-DCMAKE_CUDA_COMPILER=/usr/bin/nvcc\nsomething else", "report it with the log"),
    ],
)
def test_a_failure_is_put_in_one_line(log: str, says: str) -> None:
    line = bootstrap.diagnose(log, machine("apt-get"))
    assert says in line and "\n" not in line


# --- steps and stamps ------------------------------------------------------------------------------------------------


class Scripted(bootstrap.Installation):  # type: ignore[misc, name-defined]
    """An installation whose steps are written down instead of being carried out; the one that ``fails`` stops."""

    def __init__(self, top: Path, here: Any, fails: str = "") -> None:
        super().__init__(top, here)
        self.fails = fails
        self.steps: list[str] = []
        self.environments: list[dict[str, str]] = []

    def _make(self) -> None:
        self.steps.append("venv")
        shutil.rmtree(self.folder, ignore_errors=True)
        self.script("python").parent.mkdir(parents=True)
        self.script("python").touch()

    def step(self, title: str, command: list[str], environment: dict[str, str]) -> None:
        wanted = " ".join(command[command.index("off") + 1 :])
        if self.fails and self.fails in wanted:
            raise bootstrap.Stop("it failed")
        self.steps.append(wanted.replace(str(self.top), "."))
        self.environments.append(environment)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    return tmp_path


LLAMA = "llama-cpp-python>=0.3.36,<0.4"
ALL = ["venv", "torch==2.13.0", LLAMA, "-e ."]


def install(top: Path, here: Any = None, test: bool = False, fails: str = "") -> list[str]:
    made = Scripted(top, here or machine(), fails)
    if fails:
        with pytest.raises(bootstrap.Stop):
            made.install(test)
    else:
        made.install(test)
    return made.steps


def test_a_second_run_has_nothing_to_do(top: Path) -> None:
    assert install(top) == ALL
    assert install(top) == []


def test_an_interrupted_step_is_done_again_and_those_before_it_are_not(top: Path) -> None:
    assert install(top, fails="llama") == ALL[:2]
    assert install(top) == ALL[2:]


def test_what_tests_need_is_added_to_what_is_there(top: Path) -> None:
    install(top)
    assert install(top, test=True) == ["-e .[test]"]
    assert install(top, test=True) == install(top) == []


def test_other_dependencies_are_installed(top: Path) -> None:
    install(top)
    (top / "pyproject.toml").write_text(PYPROJECT.replace("numpy>=2", "numpy>=3"), encoding="utf-8")
    assert install(top) == ["-e ."]
    (top / "pyproject.toml").write_text(PYPROJECT.replace("torch==2.13.0", "torch==2.14.0"), encoding="utf-8")
    assert install(top) == ["torch==2.14.0", "-e ."]


def test_a_gpu_that_appears_has_llama_built_anew_and_not_from_the_cache(top: Path) -> None:
    install(top)
    steps = install(top, machine("c++ nvcc", gpus=1))
    assert steps == [f"--force-reinstall --no-deps --no-cache-dir {LLAMA}", "-e ."]


def test_only_a_build_for_the_cpu_comes_from_the_cache(top: Path) -> None:
    assert install(top, machine("c++ nvcc", gpus=1))[2] == f"--no-cache-dir {LLAMA}"


def test_the_build_gets_its_flags_and_all_cores(top: Path) -> None:
    made = Scripted(top, machine())
    made.install(test=False)
    flags, jobs = made.environments[1]["CMAKE_ARGS"], made.environments[1]["CMAKE_BUILD_PARALLEL_LEVEL"]
    assert "-DLLAVA_BUILD=OFF" in flags and jobs == str(os.cpu_count())
    assert made.environments[0] == made.environments[2] == {}


def test_without_a_compiler_nothing_is_begun(top: Path) -> None:
    assert install(top, machine("apt-get"), fails="-") == []
    assert not (top / ".venv").exists()


def test_an_environment_whose_python_has_gone_is_made_anew(top: Path) -> None:
    install(top)
    Scripted(top, machine()).script("python").unlink()
    assert install(top) == ALL


def test_debian_without_ensurepip(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootstrap.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(bootstrap.Stop, match="sudo apt install python3-venv"):
        bootstrap.Installation(top, machine("c++ apt-get")).install(test=False)


def test_a_step_that_fails_shows_its_last_lines_and_the_log(top: Path, capfd: pytest.CaptureFixture[str]) -> None:
    here = bootstrap.Installation(top, machine())
    here.folder.mkdir()
    code = "print('WARNING: noise'); print('ERROR: No space left on device'); raise SystemExit(1)"
    with pytest.raises(bootstrap.Stop, match=r"The disk is full.*bootstrap\.log"):
        here.step("A step", [sys.executable, "-c", code], {})
    out, err = capfd.readouterr()
    assert out == ""
    assert "• A step" in err and "ERROR: No space left" in err and "noise" not in err
    assert "noise" in here.log.read_text(encoding="utf-8")


def test_time_is_shown_while_a_step_goes_on(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    bootstrap._show_time(95.5, running=True)
    assert capfd.readouterr() == ("", "  1:35, still at it\n")
    monkeypatch.setattr(bootstrap.sys, "stderr", SimpleNamespace(isatty=lambda: True, write=print, flush=lambda: None))
    bootstrap._show_time(5, running=True)
    assert "\r  0:05" in capfd.readouterr().out


# --- the hand-over ---------------------------------------------------------------------------------------------------

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-in for Python is a shell script")


@pytest.fixture
def checkout(top: Path) -> Path:
    """An installed checkout whose Python says on stdout how it was called, and exits with 7 if asked for "fail"."""
    (top / "installer").mkdir()
    shutil.copy(SOURCE, top / "installer")
    (top / "resources" / "samples").mkdir(parents=True)
    (top / "resources" / "samples" / "lease.pdf").touch()
    (top / "resources" / "models.toml").touch()
    here = Scripted(top, machine())
    here.install(test=True)
    stand_in = '#!/bin/sh\necho "$@"\ncase "$*" in *fail*) exit 7;; esac\n'
    for name in ("python", "lint-imports"):
        here.script(name).write_text(stand_in, encoding="utf-8")
        here.script(name).chmod(0o755)
    return top


def start(checkout: Path, *arguments: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Runs the installer in a process of its own, on the machine of ``machine()``."""
    code = (
        "import sys; sys.path.insert(0, sys.argv.pop(1)); import bootstrap\n"
        "m = bootstrap.Machine(system='Linux', which=lambda n: n, loads=lambda n: True, nvidia_gpus=lambda: 0,\n"
        "                      succeeds=lambda c: False)\n"
        "bootstrap.llama_build = lambda machine: FLAGS\n"
        "sys.exit(bootstrap.main(sys.argv[1:], m))"
    ).replace("FLAGS", repr(bootstrap.llama_build(machine())))
    clean = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-c", code, str(checkout / "installer"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env={**clean, **env}, timeout=60)


@posix
def test_arguments_go_to_the_command_line_and_stdout_is_its_own(checkout: Path, tmp_path: Path) -> None:
    ran = start(checkout, "run", "--", "search", "two words", "--json", cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (0, "-m pincite search two words --json\n")
    assert "models get --defaults" in ran.stderr


@posix
def test_the_models_are_fetched_once(checkout: Path) -> None:
    start(checkout, "run", "--", "list")
    assert start(checkout, "run", "--", "list").stderr == ""


@posix
def test_the_exit_status_is_passed_on(checkout: Path) -> None:
    assert start(checkout, "run", "--", "add", "fail.pdf").returncode == 7


@posix
def test_without_models_the_rest_goes_on(checkout: Path) -> None:
    python = bootstrap.Installation(checkout, machine()).script("python")
    python.write_text('#!/bin/sh\necho "$@"\ncase "$*" in *defaults*) exit 1;; esac\n', encoding="utf-8")
    ran = start(checkout, "run", "--", "list")
    assert ran.returncode == 0 and "Going on without them" in ran.stderr
    assert start(checkout, "test").returncode == 1


@posix
def test_with_a_display_the_window_opens(checkout: Path) -> None:
    assert start(checkout, "run", DISPLAY=":0").stdout == "-m pincite gui\n"


@posix
def test_without_a_display_the_samples_are_tried(checkout: Path) -> None:
    ran = start(checkout, "run")
    add, ask = ran.stdout.splitlines()
    assert add.startswith("-m pincite --library ") and add.endswith("resources/samples/lease.pdf")
    assert ask.endswith("ask How much notice must the tenant give?")
    assert "To open the window" in ran.stderr


@posix
def test_all_checks_run_and_one_that_fails_is_named_at_the_end(checkout: Path) -> None:
    ran = start(checkout, "test", "--", "-k", "fail")
    assert ran.returncode == 1 and ran.stderr.endswith("Failed: pytest.\n")
    calls = ran.stdout.splitlines()
    assert calls == ["-m ruff check", "-m ruff format --check", "-m mypy", "", "-m pytest -k fail"]
    assert "SmolLM2-135M-Instruct" in ran.stderr
    assert start(checkout, "test").returncode == 0


def test_usage() -> None:
    assert bootstrap.main([]) == bootstrap.main(["dance"]) == 2
    assert bootstrap.main(["--help"]) == 0
