"""Importing: each bad file by itself, nothing twice, and the same library after a crash as without one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from fakes import DirectParser, FakeModels, HashEmbedder
from pdfs import write_pdf
from pincite import embedding, ingest
from pincite.domain import DocumentStatus
from pincite.errors import FileError, LibraryError
from pincite.events import FileFinished, Progress, Stage
from pincite.index import Index
from pincite.library import Library
from pincite.reports import FileResult, FileStatus
from pincite.settings import Settings
from tables import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pincite.domain import FileHead, Page
    from pincite.events import Event

ROOT = Path(__file__).resolve().parents[1]
STORY = "The {animal} lives in the {place}.\nIt was seen there on {day} May 2024 and was healthy.\n\nIts keeper feeds it daily."


class PowerCut(BaseException):
    """What no code of ours expects or handles, as little as the end of the process."""


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two PDFs of three and two pages."""
    folder = tmp_path_factory.mktemp("stories")
    pages = [STORY.format(animal=animal, place=place, day=day) for day, (animal, place) in enumerate(ANIMALS, 3)]
    return [str(write_pdf(folder / "forest.pdf", pages[:3])), str(write_pdf(folder / "water.pdf", pages[3:]))]


ANIMALS = [("badger", "forest"), ("fox", "thicket"), ("owl", "hollow oak"), ("otter", "river"), ("heron", "pond")]


def library(settings: Settings) -> Library:
    return Library(settings, FakeModels())


def results(events: Iterator[Event]) -> list[FileResult]:
    return [event.result for event in events if isinstance(event, FileFinished)]


def add(settings: Settings, paths: list[str], **options: Any) -> list[FileResult]:
    with library(settings) as opened:
        return results(opened.add(paths, **options))


# --- what is imported ------------------------------------------------------------------------------------------------


def test_document_has_its_pages_passages_and_vectors(settings: Settings, stories: list[str]) -> None:
    added = add(settings, stories)
    assert [(result.status, result.pages) for result in added] == [(FileStatus.ADDED, 3), (FileStatus.ADDED, 2)]
    tables = snapshot(settings.library)
    assert {row["status"] for row in tables["documents"]} == {"ready"}
    assert len(tables["pages"]) == 5
    assert sum(result.passages for result in added) == len(tables["passages"]) == len(tables["vectors"])
    assert {row["id"] for row in tables["passages"]} == {row["passage_id"] for row in tables["vectors"]}
    for result in added:
        assert (settings.library / "files" / f"{result.document_id}.pdf").read_bytes() == Path(result.path).read_bytes()


def test_folder_means_all_pdfs_below_it(settings: Settings, tmp_path: Path) -> None:
    nested = tmp_path / "case" / "exhibits"
    nested.mkdir(parents=True)
    write_pdf(tmp_path / "case" / "B.PDF", ["The second letter."])
    write_pdf(nested / "a.pdf", ["The first exhibit."])
    (tmp_path / "case" / "notes.txt").write_text("not meant", encoding="utf-8")
    added = add(settings, [str(tmp_path / "case")])
    assert [Path(result.path).name for result in added] == ["B.PDF", "a.pdf"]
    assert all(result.status is FileStatus.ADDED for result in added)


def test_each_bad_file_has_a_reason_and_a_hint_and_stops_no_other(
    settings: Settings, stories: list[str], tmp_path: Path
) -> None:
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "letter.pdf").write_text("Dear Madam, this is a letter and no PDF.", encoding="utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    (tmp_path / "no-pages.pdf").write_bytes(NO_PAGES)
    write_pdf(tmp_path / "secret.pdf", ["The code is 4711."], password="sesame")
    reasons = {
        "empty.pdf": "is empty",
        "letter.pdf": "is not a PDF",
        "broken.pdf": "damaged|no pages",
        "no-pages.pdf": "no pages",
        "secret.pdf": "is encrypted",
        "missing.pdf": "does not exist",
    }
    bad = [str(tmp_path / name) for name in reasons]
    found = {Path(result.path).name: result for result in add(settings, [stories[0], *bad, stories[1]])}
    assert list(found) == ["forest.pdf", *reasons, "water.pdf"]
    for name, words in reasons.items():
        result = found[name]
        assert result.status is FileStatus.FAILED, name
        assert any(word in result.reason for word in words.split("|")), result.reason
        assert result.hint
        assert "\n" not in result.reason
        assert name in result.reason
    assert found["forest.pdf"].status is found["water.pdf"].status is FileStatus.ADDED
    assert len(snapshot(settings.library)["documents"]) == 2
    assert len(list((settings.library / "files").iterdir())) == 2


NO_PAGES = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
trailer <</Root 1 0 R/Size 3>>
%%EOF
"""


def test_unreadable_file_is_named(settings: Settings, tmp_path: Path) -> None:
    loop = tmp_path / "loop.pdf"
    loop.symlink_to(loop)  # cannot be read by the superuser either
    (result,) = add(settings, [str(loop)])
    assert result.status is FileStatus.FAILED
    assert "loop.pdf" in result.reason
    assert result.hint


@pytest.mark.parametrize(("passwords", "status"), [({"": "sesame"}, "added"), ({"": "wrong"}, "failed"), ({}, "failed")])
def test_password_opens_an_encrypted_file(settings: Settings, tmp_path: Path, passwords: dict[str, str], status: str) -> None:
    path = write_pdf(tmp_path / "secret.pdf", ["The code is 4711."], password="sesame")
    (result,) = add(settings, [str(path)], passwords=passwords)
    assert result.status == status
    assert ("wrong" in result.reason) is (passwords == {"": "wrong"})


def test_password_of_a_file_goes_before_that_of_all(settings: Settings, tmp_path: Path) -> None:
    first = write_pdf(tmp_path / "first.pdf", ["The code is 4711."], password="sesame")
    second = write_pdf(tmp_path / "second.pdf", ["The code is 4712."], password="opens")
    added = add(settings, [str(first), str(second)], passwords={"second.pdf": "opens", "": "sesame"})
    assert [result.status for result in added] == ["added", "added"]


def test_same_bytes_twice_change_nothing(settings: Settings, stories: list[str], tmp_path: Path) -> None:
    add(settings, stories)
    before = snapshot(settings.library)
    copy = tmp_path / "copy of forest.pdf"
    copy.write_bytes(Path(stories[0]).read_bytes())
    again = add(settings, [*stories, str(copy)])
    assert [result.status for result in again] == ["unchanged"] * 3
    assert again[2].document_id == again[0].document_id
    assert snapshot(settings.library) == before


def test_second_collection_is_added_to_all_rows_of_a_document(settings: Settings, stories: list[str]) -> None:
    add(settings, stories, collection="Zoo")
    (again,) = add(settings, stories[:1], collection=" Matter 7 ")
    assert again.status is FileStatus.UNCHANGED
    tables = snapshot(settings.library)
    for name in ("documents", "passages", "vectors"):
        key = "id" if name == "documents" else "document_id"
        for row in tables[name]:
            assert row["collections"] == (["Zoo", "Matter 7"] if row[key] == again.document_id else ["Zoo"]), name


def test_link_leaves_the_file_where_it_is(settings: Settings, make_pdf: Callable[..., Path]) -> None:
    path = make_pdf(["The badger lives in the forest."])
    add(settings, [str(path)], link=True)
    assert not (settings.library / "files").exists()
    with library(settings) as opened:
        (document,) = opened.documents()
        assert opened.render(document.id, 1, 0.5).width > 0
        assert opened.check() == []
        path.unlink()
        assert ["its file is gone" in finding.message for finding in opened.check()] == [True]


def test_pages_without_text_are_told(settings: Settings) -> None:
    (result,) = add(settings, [str(ROOT / "resources" / "samples" / "residential-lease.pdf")])
    assert result.status is FileStatus.ADDED
    assert result.pages_unreadable == (12, 13)
    assert "scan" in result.reason
    assert result.hint
    with library(settings) as opened:
        assert opened.documents()[0].unread_pages == (12, 13)
        assert opened.status().unread_pages == 2


class LyingParser(DirectParser):
    """Gives a file up after its first page."""

    def read(self, path: Path, password: str = "") -> Iterator[FileHead | Page]:
        """The first page, and then a failure."""
        yield from islice(super().read(path, password), 2)
        raise FileError(f"{path.name} needs more memory than it is allowed to take.")


def test_file_that_fails_in_the_middle_leaves_nothing(
    settings: Settings, stories: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pincite.library.Parser", LyingParser)
    (result,) = add(settings, stories[:1])
    assert (result.status, result.reason) == ("failed", "forest.pdf needs more memory than it is allowed to take.")
    assert snapshot(settings.library) == {"documents": [], "pages": [], "passages": [], "vectors": []}
    assert list((settings.library / "files").iterdir()) == []


@pytest.mark.parametrize("stage", [Stage.READING, Stage.EMBEDDING])
def test_document_removed_while_it_is_imported_stays_removed(
    settings: Settings, stories: list[str], stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "PAGES_AT_ONCE", 1)
    with library(settings) as opened:
        for event in opened.add(stories[:1]):
            if isinstance(event, Progress) and event.stage is stage and event.done == (2 if stage is Stage.READING else 0):
                for document in opened.documents():
                    opened.remove(document.id)
        assert opened.documents() == []
    assert snapshot(settings.library) == {"documents": [], "pages": [], "passages": [], "vectors": []}


# --- crashes ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several commits of pages and of vectors for each document."""
    monkeypatch.setattr(ingest, "PAGES_AT_ONCE", 2)
    monkeypatch.setattr(embedding, "PASSAGES_AT_ONCE", 1)


def cut_power(monkeypatch: pytest.MonkeyPatch, method: str, call: int, after: bool) -> Callable[[], bool]:
    """Lets the n-th call of a method of the index end in a crash, before or after what it does; tells whether it came."""
    real = getattr(Index, method)
    calls = 0

    def fails(self: Index, *arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == call and not after:
            raise PowerCut
        value = real(self, *arguments, **options)
        if calls == call:
            raise PowerCut
        return value

    monkeypatch.setattr(Index, method, fails)
    return lambda: calls >= call


@pytest.fixture(scope="module")
def whole(stories: list[str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The tables of an import that nothing disturbed."""
    folder = tmp_path_factory.mktemp("undisturbed")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pincite.library.Parser", DirectParser)
        add(Settings(library=folder / "library", models=folder / "models"), stories, collection="Zoo")
    return snapshot(folder / "library")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    ("method", "call"),
    [
        ("begin_all", 1),
        ("begin_all", 3),
        ("add_pages_of", 1),
        ("add_pages_of", 2),
        ("publish_all", 1),
        ("publish_all", 2),
        ("add_vectors_of", 1),
        ("add_vectors_of", 2),
        ("update_all", 1),
        ("update_all", 2),
        ("update_all", 3),
    ],
)
def test_crash_at_a_commit_leaves_a_library_that_resumes_to_the_same(
    settings: Settings,
    stories: list[str],
    whole: dict[str, list[dict[str, Any]]],
    small_steps: None,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    call: int,
    after: bool,
) -> None:
    with monkeypatch.context() as patch:
        crashed = cut_power(patch, method, call, after)
        with pytest.raises(PowerCut), library(settings) as opened:
            for _ in opened.add(stories, "Zoo"):
                pass
        assert crashed()
    with library(settings) as opened:
        assert set(visible(opened)) <= {row["id"] for row in whole["passages"]}
        list(opened.resume())
        assert_none_is_half(snapshot(settings.library), whole)
        list(opened.add(stories, "Zoo"))
        assert opened.check() == []
    assert snapshot(settings.library) == whole
    assert not list((settings.library / "files").glob("*.part"))


def visible(opened: Library) -> list[str]:
    """The passages that a search finds."""
    if not any(document.status is not DocumentStatus.IMPORTING for document in opened.documents()):
        return []
    return [hit.passage.id for hit in opened.search("keeper feeds it daily", limit=50).hits]


def assert_none_is_half(tables: dict[str, list[dict[str, Any]]], whole: dict[str, list[dict[str, Any]]]) -> None:
    """Each document of a library is all there, or not at all."""
    known = {row["id"] for row in tables["documents"]}
    assert tables["documents"] == [row for row in whole["documents"] if row["id"] in known]
    for name in ("pages", "passages", "vectors"):
        assert tables[name] == [row for row in whole[name] if row["document_id"] in known], name


CHILD = """
import sys
from pathlib import Path

from fakes import FakeModels
from pincite import embedding, ingest
from pincite.events import FileFinished, Progress
from pincite.library import Library
from pincite.settings import Settings

def main() -> None:
    ingest.PAGES_AT_ONCE = 2
    embedding.PASSAGES_AT_ONCE = 1
    folder, *paths = sys.argv[1:]
    with Library(Settings(library=Path(folder), models=Path(folder) / "none"), FakeModels()) as library:
        for event in library.add(paths, "Zoo"):
            if isinstance(event, FileFinished):
                print("finished", Path(event.result.path).name, flush=True)
            elif isinstance(event, Progress):
                print(event.stage, event.done, event.what, flush=True)
            sys.stdin.readline()  # goes on when it is told to

if __name__ == "__main__":
    main()
"""


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["reading 2 forest.pdf", "reading 1 water.pdf", "embedding 1"])
def test_killed_import_resumes_to_the_same_library(
    settings: Settings, stories: list[str], whole: dict[str, list[dict[str, Any]]], tmp_path: Path, moment: str
) -> None:
    script = tmp_path / "child.py"
    script.write_text(CHILD, encoding="utf-8")
    path = os.pathsep.join(filter(None, sys.path))
    with subprocess.Popen(
        [sys.executable, str(script), str(settings.library), *stories],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": path},
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        said = []
        for line in child.stdout:
            said.append(line.strip())
            if said[-1].startswith(moment):
                break
            child.stdin.write("\n")
            child.stdin.flush()
        child.send_signal(signal.SIGKILL)
    assert said[-1].startswith(moment), said
    with library(settings) as opened:
        list(opened.resume())
        assert_none_is_half(snapshot(settings.library), whole)
        list(opened.add(stories, "Zoo"))
        assert opened.check() == []
    assert snapshot(settings.library) == whole


def test_stopped_import_goes_on_where_it_was(settings: Settings, stories: list[str], small_steps: None) -> None:
    embedder = CountingEmbedder()
    with Library(settings, FakeModels(embedder)) as opened:
        events = opened.add(stories)
        for event in events:
            if isinstance(event, Progress) and event.stage is Stage.EMBEDDING and event.done == 2:
                break
        events.close()  # type: ignore[attr-defined]
        assert opened.status().embedded == 2
        list(opened.resume())
        assert opened.status().embedded == opened.status().passages
        assert opened.check() == []
    assert len(embedder.seen) == len(set(embedder.seen))  # none was made twice


class CountingEmbedder(HashEmbedder):
    """Notes every passage that it makes a vector of."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def passages(self, texts: Any) -> Any:
        """See :class:`HashEmbedder`."""
        self.seen += texts
        return super().passages(texts)


class ForgetfulParser(DirectParser):
    """Cannot open any file."""

    def read(self, path: Path, password: str = "") -> Iterator[FileHead | Page]:
        """A failure."""
        raise FileError(f"{path.name} is gone bad.", "Fetch it again.")


def test_interrupted_file_that_cannot_be_read_any_more_is_named_and_taken_out(
    settings: Settings, stories: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "PAGES_AT_ONCE", 1)
    with library(settings) as opened:
        events = opened.add(stories[:1])
        for event in events:
            if isinstance(event, Progress) and event.done == 2:
                break
        events.close()  # type: ignore[attr-defined]
        assert [document.status for document in opened.documents()] == [DocumentStatus.IMPORTING]
        assert ["interrupted" in finding.message for finding in opened.check()] == [True]
    monkeypatch.setattr("pincite.library.Parser", ForgetfulParser)
    with library(settings) as opened:
        (result,) = results(opened.resume())
        assert (result.status, result.hint) == (FileStatus.FAILED, "Fetch it again.")
        assert opened.documents() == []
    assert list((settings.library / "files").iterdir()) == []


def test_folder_without_pdfs_is_named(settings: Settings, tmp_path: Path) -> None:
    empty = tmp_path / "holiday"
    empty.mkdir()
    (empty / "notes.txt").write_text("no PDF")
    with Library(settings, FakeModels()) as library:
        [result] = [event.result for event in library.add([str(empty)]) if isinstance(event, FileFinished)]
    assert result.status is FileStatus.FAILED
    assert result.reason == "The folder holiday holds no PDFs."


# --- a disk that does not take it ------------------------------------------------------------------------------------

FULL = RuntimeError("lance error: LanceError(IO): No space left on device (os error 28), /home/somebody/src/writer.rs:258:9")
"""As the database says it."""


def fail(monkeypatch: pytest.MonkeyPatch, method: str, error: Exception, calls: int) -> None:
    """Lets a method of the index fail from one call on."""
    real = getattr(Index, method)
    counted = iter(range(1, 1000))

    def fails(self: Index, *arguments: Any) -> Any:
        if next(counted) >= calls:
            raise error
        return real(self, *arguments)

    monkeypatch.setattr(Index, method, fails)


@pytest.mark.parametrize("error", [FULL, OSError(28, "No space left on device")], ids=["database", "system"])
@pytest.mark.parametrize("method", ["begin_all", "add_pages_of", "publish_all"])
def test_full_disk_fails_the_file_with_the_reason_and_loses_nothing(
    settings: Settings,
    stories: list[str],
    whole: dict[str, list[dict[str, Any]]],
    small_steps: None,
    monkeypatch: pytest.MonkeyPatch,
    method: str,
    error: Exception,
) -> None:
    with monkeypatch.context() as patch:
        fail(patch, method, error, 2 if method == "publish_all" else 3)
        first, second = add(settings, stories, collection="Zoo")
    assert (first.status, second.status) == ("added", "failed")
    assert second.reason == "water.pdf could not be stored: No space left on device."
    assert second.hint
    with library(settings) as opened:
        assert opened.search("keeper feeds it daily").hits
    assert [result.status for result in add(settings, stories, collection="Zoo")] == ["unchanged", "added"]
    assert snapshot(settings.library) == whole


def test_full_disk_while_vectors_are_made_is_told_and_made_up_for(
    settings: Settings,
    stories: list[str],
    whole: dict[str, list[dict[str, Any]]],
    small_steps: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        fail(patch, "add_vectors_of", FULL, 2)
        with pytest.raises(LibraryError, match="cannot be written: No space left on device") as told:
            add(settings, stories, collection="Zoo")
    assert told.value.hint
    with library(settings) as opened:
        list(opened.resume())
    assert snapshot(settings.library) == whole


def test_bug_is_not_taken_for_a_full_disk(settings: Settings, stories: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    fail(monkeypatch, "publish_all", RuntimeError("out of cheese"), 1)
    with pytest.raises(RuntimeError, match="cheese"):
        add(settings, stories)


def test_library_that_may_not_be_written_is_told(
    settings: Settings, stories: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(LibraryError, match="cannot be written: Permission denied") as told:
        add(settings, stories)
    assert "permissions" in told.value.hint
