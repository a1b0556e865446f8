#!/usr/bin/env python3
"""Installs Pincite from a checkout into ``.venv`` beside it and starts it, or tests it. Needs Python 3.11 and nothing else.

    python3 installer/bootstrap.py run                opens the window (without a display: tries the samples in the terminal)
    python3 installer/bootstrap.py run -- ARGS…       the command line, for example: run -- ask "How much notice …?"
    python3 installer/bootstrap.py test [-- ARGS…]    all checks and tests; ARGS go to pytest

The first time takes 10 to 20 minutes, later starts no time. It can be stopped and run again at any time: what was done is
kept. All that it says goes to stderr; what pip says goes to ``.venv/bootstrap.log``.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whatever Python there is starts this
    sys.exit("Pincite needs Python 3.11 or newer. Install one (python.org, or your package manager) and use it for this.")

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import tempfile
import time
import tomllib
import venv
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

TOP = Path(__file__).resolve().parent.parent
QUESTION = "How much notice must the tenant give?"
HEARTBEAT_SECONDS = 30
SHOWN_LINES = 12

# What Qt needs on Linux and not every system has: library, Debian package, Fedora package.
QT_LIBRARIES = (
    ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ("libGL.so.1", "libgl1", "libglvnd-glx"),
    ("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    ("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    ("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
)
# And for a window, which tests do not open.
X11_LIBRARIES = (
    ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    ("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    ("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)

# The tables of pyproject.toml that decide what an installation is made of.
INSTALLED_BY = ("dependencies", "optional-dependencies", "scripts", "gui-scripts")

# Only the library is used: no image input, command line tools, web server, tests, examples.
LLAMA_FLAGS = ("LLAVA_BUILD", "LLAMA_BUILD_TOOLS", "LLAMA_BUILD_SERVER", "LLAMA_BUILD_TESTS", "LLAMA_BUILD_EXAMPLES")


class Stop(Exception):
    """Installation cannot go on; the message says why and what to do, in one line."""


def say(text: str, end: str = "\n") -> None:
    """Tells the user. Never on stdout, which belongs to the command that is started."""
    print(text, end=end, file=sys.stderr, flush=True)


# --- the machine -----------------------------------------------------------------------------------------------------


def loads(library: str) -> bool:
    """Whether the system finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def succeeds(command: Sequence[str]) -> bool:
    """Whether a command is there and its exit status is 0."""
    return shutil.which(command[0]) is not None and subprocess.run(command, capture_output=True).returncode == 0


def nvidia_gpus() -> int:
    """How many GPUs the NVIDIA driver finds; 0 without a driver. A CUDA toolkit alone says nothing of that."""
    count = ctypes.c_int(0)
    try:
        driver = ctypes.CDLL("nvcuda.dll" if os.name == "nt" else "libcuda.so.1")
        works = driver.cuInit(0) == 0 and driver.cuDeviceGetCount(ctypes.byref(count)) == 0
    except (OSError, AttributeError):
        return 0
    return count.value if works else 0


@dataclass(frozen=True)
class Machine:
    """What is asked of the machine, so that tests can play another one."""

    system: str = field(default_factory=platform.system)
    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    which: Callable[[str], str | None] = shutil.which
    loads: Callable[[str], bool] = loads
    nvidia_gpus: Callable[[], int] = nvidia_gpus
    succeeds: Callable[[Sequence[str]], bool] = succeeds

    def nvcc(self) -> str | None:
        """The CUDA compiler, if there is a toolkit."""
        homes = (self.env.get("CUDA_HOME"), self.env.get("CUDA_PATH"), "/usr/local/cuda")
        names = ["nvcc", *(f"{home}/bin/nvcc" for home in homes if home)]
        return next((path for name in names if (path := self.which(name))), None)

    def install(self, debian: str, fedora: str) -> str:
        """How packages are installed here."""
        if self.which("apt-get"):
            return f"sudo apt install {debian}"
        return f"sudo dnf install {fedora}" if self.which("dnf") else f"your package manager ({debian})"

    def has_display(self) -> bool:
        """Whether a window can be opened."""
        return self.system != "Linux" or bool(self.env.get("DISPLAY") or self.env.get("WAYLAND_DISPLAY"))

    def compiler_remedy(self) -> str:
        """One line for a machine without a C++ compiler."""
        windows = "the “Desktop development with C++” workload of the Visual Studio Build Tools"
        remedies = {"Darwin": "xcode-select --install", "Windows": windows}
        remedy = remedies.get(self.system) or self.install("build-essential", "gcc gcc-c++ make")
        return f"The generator (llama.cpp) is compiled for this machine, which has no C++ compiler. Install one: {remedy}"

    def lacks_compiler(self) -> bool:
        """Whether there is surely no C++ compiler. On Windows the build itself finds out."""
        if self.system == "Darwin":  # has /usr/bin/c++ always, which may be no more than an offer to install one
            return not self.succeeds(["xcode-select", "-p"])
        names = (self.env.get("CXX", "c++"), "c++", "g++", "clang++")
        return self.system == "Linux" and not any(self.which(name) for name in names)

    def check_libraries(self, window: bool) -> None:
        """Raises Stop with the names of the system libraries that Qt needs, for a window or without, and does not find."""
        wanted = QT_LIBRARIES + (X11_LIBRARIES if window else ())
        if lacking := [row for row in wanted if self.system == "Linux" and not self.loads(row[0])]:
            remedy = self.install(" ".join(row[1] for row in lacking), " ".join(row[2] for row in lacking))
            raise Stop(f"The window needs {', '.join(row[0] for row in lacking)}, not on this system. Install: {remedy}")


def llama_build(machine: Machine) -> tuple[str, str]:
    """The CMAKE_ARGS for llama.cpp on this machine, and what it will run on in words. The user's own CMAKE_ARGS come last."""
    flags = [f"-D{name}=OFF" for name in LLAMA_FLAGS]
    flags.append(f"-DCMAKE_PROJECT_llama.cpp_INCLUDE_BEFORE={(TOP / 'installer' / 'llama.cmake').as_posix()}")
    runs_on = "CPU"
    nvcc = machine.nvcc()
    if machine.system == "Darwin":
        runs_on = "GPU through Metal"
        flags.append("-DGGML_METAL=ON")
    elif nvcc and machine.nvidia_gpus():
        runs_on = "NVIDIA GPU through CUDA"
        flags += ["-DGGML_CUDA=ON", f"-DCMAKE_CUDA_COMPILER={Path(nvcc).as_posix()}"]
    elif machine.which("glslc") and (machine.env.get("VULKAN_SDK") or machine.succeeds(["pkg-config", "--exists", "vulkan"])):
        runs_on = "GPU through Vulkan"
        flags.append("-DGGML_VULKAN=ON")
    elif machine.which("nvidia-smi") and not nvcc:
        runs_on = "CPU: this machine has an NVIDIA GPU, but no CUDA toolkit to build for it; install that and run this again"
    flags += shlex.split(machine.env.get("CMAKE_ARGS", ""))
    return shlex.join(flags), runs_on


def diagnose(log: str, machine: Machine) -> str:
    """What the output of a step that failed says of the cause, with the remedy, in one line."""
    if "No space left on device" in log:
        return "The disk is full. Free some space (10 GB are enough for everything) and run this again."
    if re.search(r"fatal error: Killed|Killed signal|out of memory|std::bad_alloc|Cannot allocate memory", log):
        return "The machine ran out of memory. Run this again with CMAKE_BUILD_PARALLEL_LEVEL=1."
    if re.search(r"CMAKE_CUDA_COMPILER.* not|default CUDA architecture|nvcc fatal|unsupported GNU version", log):
        return "The CUDA toolkit does not work with this compiler. Mend it, or build for the CPU: CMAKE_ARGS=-DGGML_CUDA=OFF"
    if re.search(r"CMAKE_CX*_COMPILER (not set|could be found)|could not find any instance of Visual", log):
        return machine.compiler_remedy()
    if re.search(r"NewConnectionError|Failed to establish|name resolution|ConnectTimeout|Read timed out|ProxyError", log):
        return "The Python package index cannot be reached. Check the network (or the proxy) and run this again."
    if absent := re.search(r"No matching distribution found for (\S+)", log):
        return f"There is no {absent[1]} for Python {platform.python_version()} on this {machine.system} machine."
    return "Run this again; if it fails again, report it with the log."


# --- installing ------------------------------------------------------------------------------------------------------


class Installation:
    """The environment in ``.venv``, and what has been done to it, which ``bootstrap.json`` in it remembers."""

    def __init__(self, top: Path, machine: Machine) -> None:
        self.top = top
        self.folder = top / ".venv"
        self.machine = machine
        self.log = self.folder / "bootstrap.log"
        self.pincite = [str(self.script("python")), "-m", "pincite"]
        self._stamps = self.folder / "bootstrap.json"
        self._project = tomllib.loads((top / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    def script(self, name: str) -> Path:
        """A program of the environment."""
        return self.folder / "Scripts" / f"{name}.exe" if os.name == "nt" else self.folder / "bin" / name

    def requirement(self, package: str) -> str:
        """What pyproject.toml asks for of a package, so that it stands in one place."""
        lines: list[str] = self._project["dependencies"]
        return next(line for line in lines if re.match(rf"{package}\b", line, re.IGNORECASE))

    def done(self, step: str, key: object) -> bool:
        """Whether a step was carried out to its end with the same key."""
        return self._read().get(step) == _digest(key)

    def mark(self, step: str, key: object) -> None:
        """Notes that a step was carried out to its end."""
        draft = self._stamps.with_suffix(".new")
        draft.write_text(json.dumps(self._read() | {step: _digest(key)}, indent=1), encoding="utf-8")
        draft.replace(self._stamps)

    def _read(self) -> dict[str, str]:
        try:
            return dict(json.loads(self._stamps.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    def install(self, test: bool) -> None:
        """Carries out the steps that have not been, or not with what they depend on as it is now."""
        python = f"{sys.version_info.major}.{sys.version_info.minor} {sys.base_prefix}"
        flags, runs_on = llama_build(self.machine)
        wanted = {name: self._project.get(name) for name in INSTALLED_BY}
        extra = "test" if test else "project"
        torch, llama = self.requirement("torch"), self.requirement("llama-cpp-python")
        made = self.done("python", python) and self.script("python").exists()
        if made and self.done("torch", torch) and self.done("llama", [llama, flags]) and self.done(extra, wanted):
            return
        if not self.done("llama", [llama, flags]) and self.machine.lacks_compiler():
            raise Stop(self.machine.compiler_remedy())
        say(f"Installing Pincite into {self.folder}. The log is {self.log}.")
        if not made:
            self._make()
            self.mark("python", python)
        if not self.done("torch", torch):
            self._pip("torch, which runs the search models (a few minutes, by the network)", torch)
            self.mark("torch", torch)
        if not self.done("llama", [llama, flags]):
            # pip keeps what it has built by the version of the source, not by how it was built. Only what is built as
            # it comes goes through that cache; and what is here already, built in another way, is replaced.
            arguments = ["--no-cache-dir", llama] if "-DGGML_" in flags else [llama]
            if "llama" in self._read():
                arguments = ["--force-reinstall", "--no-deps", "--no-cache-dir", llama]
            jobs = self.machine.env.get("CMAKE_BUILD_PARALLEL_LEVEL") or str(os.cpu_count() or 1)
            environment = {"CMAKE_ARGS": flags, "CMAKE_BUILD_PARALLEL_LEVEL": jobs}
            title = f"llama.cpp, compiled for this machine ({runs_on}; 5 to 20 minutes)"
            self._pip(title, *arguments, environment=environment)
            self.mark("llama", [llama, flags])
        self._pip("Pincite and the rest (a minute or two)", "-e", f"{self.top}{'[test]' if test else ''}")
        self.mark("project", wanted)
        self.mark(extra, wanted)

    def _make(self) -> None:
        if importlib.util.find_spec("ensurepip") is None:
            remedy = self.machine.install("python3-venv", "python3-pip")
            raise Stop(f"This Python cannot make environments (no ensurepip). Install: {remedy}")
        say("• An environment of its own")
        try:
            venv.EnvBuilder(clear=True, with_pip=True, symlinks=os.name != "nt").create(self.folder)
        except (OSError, subprocess.CalledProcessError) as error:
            raise Stop(f"No environment could be made in {self.folder}: {error}. Check the space and your rights.") from error

    def _pip(self, title: str, *arguments: str, environment: Mapping[str, str] | None = None) -> None:
        command = [str(self.script("python")), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
        self.step(title, [*command, "--progress-bar", "off", *arguments], environment or {})

    def step(self, title: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
        """Runs a command with its output in the log, and shows that time goes by. Raises Stop if it fails."""
        say(f"• {title}")
        start = time.monotonic()
        with self.log.open("ab") as out:
            begin = out.tell()
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, env={**self.machine.env, **environment}
            )
            try:
                while process.poll() is None:
                    with contextlib.suppress(subprocess.TimeoutExpired):
                        process.wait(1 if sys.stderr.isatty() else HEARTBEAT_SECONDS)
                    _show_time(time.monotonic() - start, process.poll() is None)
            finally:  # stopped by the user: the step is not marked, and the next run does it again
                process.kill()
                process.wait()
        if process.returncode != 0:
            with self.log.open("rb") as stream:
                stream.seek(begin)
                said = stream.read().decode("utf-8", errors="replace")
            lines = [line for line in said.splitlines() if line.strip() and not line.startswith("WARNING:")]
            say("\n".join(f"    {line[:200]}" for line in lines[-SHOWN_LINES:]))
            raise Stop(f"{diagnose(said, self.machine)} (log: {self.log})")


def _digest(key: object) -> str:
    return hashlib.sha256(json.dumps(key, sort_keys=True).encode()).hexdigest()


def _show_time(seconds: float, running: bool) -> None:
    clock = f"  {int(seconds) // 60}:{int(seconds) % 60:02}"
    if sys.stderr.isatty():
        say(f"\r{clock}", end="" if running else "\n")
    elif running:
        say(f"{clock}, still at it")


# --- what is done with it --------------------------------------------------------------------------------------------


def get_models(here: Installation, names: Sequence[str] = ()) -> bool:
    """Fetches the default models and those named; True when they are there. Where they come from is the catalogue's matter."""
    catalogue = (here.top / "resources" / "models.toml").read_text(encoding="utf-8")
    key = [catalogue, here.machine.env.get("PINCITE_MODELS"), here.machine.env.get("PINCITE_CONFIG"), list(names)]
    if here.done("models", key):
        return True
    say("• The models (up to 1.3 GB)")
    command = [*here.pincite, "models", "get", "--defaults", *names]
    if subprocess.run(command, stdout=sys.stderr).returncode != 0:
        return False
    here.mark("models", key)
    return True


def run(here: Installation, arguments: Sequence[str]) -> int:
    """Starts Pincite with arguments, or the window, or in want of a display the main job on the samples."""
    window = list(arguments) in ([], ["gui"]) and here.machine.has_display()
    if window:
        here.machine.check_libraries(window=True)
    here.install(test=False)
    if list(arguments[:1]) != ["models"] and not get_models(here):
        say("Going on without them: only what needs no model will work. Try again with: models get --defaults")
    if not arguments and not window:
        return try_samples(here)
    command = [*here.pincite, *(arguments or ["gui"])]
    if os.name != "nt":  # Windows has no exec that the calling terminal would wait for
        os.execv(command[0], command)
    return subprocess.run(command).returncode


def try_samples(here: Installation) -> int:
    """Imports the samples into a library of their own and asks them a question, in the terminal."""
    library = tempfile.mkdtemp(prefix="pincite-samples-")
    samples = sorted(str(path) for path in (here.top / "resources" / "samples").glob("*.pdf"))
    say(f"There is no display. Trying the sample documents here, with the library {library}:")
    for shown, command in (("add resources/samples/*.pdf", ["add", *samples]), (f'ask "{QUESTION}"', ["ask", QUESTION])):
        say(f"\n$ pincite --library {library} {shown}")
        if status := subprocess.run([*here.pincite, "--library", library, *command]).returncode:
            return status
    say("\nTo open the window, run this in a session with a display: python3 installer/bootstrap.py run")
    return 0


def test(here: Installation, arguments: Sequence[str]) -> int:
    """All checks and tests, each whether or not another failed; 0 if all passed."""
    here.machine.check_libraries(window=False)
    here.install(test=True)
    if not get_models(here, ["SmolLM2-135M-Instruct"]):
        raise Stop("The tests need the models. Fetch them as said above, and run this again.")
    python = str(here.script("python"))
    checks = {
        "ruff check": [python, "-m", "ruff", "check"],
        "ruff format": [python, "-m", "ruff", "format", "--check"],
        "mypy": [python, "-m", "mypy"],
        "import-linter": [str(here.script("lint-imports"))],
        "pytest": [python, "-m", "pytest", *arguments],
    }
    environment = {**here.machine.env, "QT_QPA_PLATFORM": "offscreen"}
    failed = []
    for name, command in checks.items():
        say(f"\n=== {name}")
        if subprocess.run(command, cwd=here.top, env=environment).returncode != 0:
            failed.append(name)
    say(f"\nFailed: {', '.join(failed)}." if failed else "\nAll checks and tests passed.")
    return 1 if failed else 0


def main(arguments: Sequence[str], machine: Machine | None = None, top: Path = TOP) -> int:
    """Does what the command line says; returns the exit status."""
    job = {"run": run, "test": test}.get(arguments[0] if arguments else "")
    if job is None:
        say(__doc__ or "")
        return 0 if list(arguments[:1]) in (["-h"], ["--help"]) else 2
    rest = arguments[2:] if list(arguments[1:2]) == ["--"] else arguments[1:]
    try:
        return job(Installation(top, machine or Machine()), rest)
    except Stop as reason:
        say(f"Stopped: {reason}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Run it again to go on from here.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
