"""Imports as a whole: what waits survives the end of the program, and passwords do not."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from fakes import DirectParser, FakeModels
from pdfs import write_pdf
from pincite import embedding, ingest
from pincite.errors import PasswordNeeded
from pincite.events import FileFinished, Notice, Progress, Stage
from pincite.library import Library
from pincite.reports import FileResult, FileStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.events import Event
    from pincite.settings import Settings

SECRET = "sesame, and nobody knows"


class PowerCut(BaseException):
    """What no code of ours expects or handles, as little as the end of the process."""


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)


@pytest.fixture
def letters(tmp_path: Path) -> list[str]:
    """Four letters, two of them in a folder."""
    folder = tmp_path / "letters"
    folder.mkdir()
    places = [tmp_path / "a.pdf", folder / "b.pdf", folder / "c.pdf", tmp_path / "d.pdf"]
    return [str(write_pdf(place, [f"This is the letter {place.stem}."])) for place in places]


def library(settings: Settings) -> Library:
    return Library(settings, FakeModels())


def finished(events: Iterator[Event]) -> list[FileResult]:
    return [event.result for event in events if isinstance(event, FileFinished)]


def names(results: Sequence[FileResult]) -> list[tuple[str, str]]:
    return [(Path(result.path).name, result.status.value) for result in results]


def import_until(opened: Library, letter: str, paths: Sequence[str], end: type[BaseException] | None) -> None:
    """Imports until a letter is done; then the power fails, or the user stops it."""
    events = opened.add(paths, "Letters")
    try:
        for event in events:
            if isinstance(event, FileFinished) and Path(event.result.path).name == letter:
                if end:
                    events.throw(end)  # type: ignore[attr-defined]
                break
    except PowerCut:
        return
    events.close()  # type: ignore[attr-defined]


# --- what waits ------------------------------------------------------------------------------------------------------


def test_files_that_a_crash_left_waiting_are_imported_at_the_next_start(
    settings: Settings, letters: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ingest, "PAGES_AT_ONCE", 1)  # each letter by itself
    with library(settings) as opened:
        import_until(opened, "b.pdf", [letters[0], str(tmp_path / "letters"), letters[3]], PowerCut)
        assert {Path(file.path).name for file in opened.imports.waiting()} >= {"c.pdf", "d.pdf"}
    with library(settings) as opened:
        assert opened.status().waiting >= 2
        events = list(opened.resume())
        assert ["goes on with" in event.message for event in events if isinstance(event, Notice)] == [True]
        added = [result for result in finished(iter(events)) if result.status is FileStatus.ADDED]
        assert names(added) == [("c.pdf", "added"), ("d.pdf", "added")]
        assert [document.collections for document in opened.documents()] == [("Letters",)] * 4
        assert opened.status().waiting == 0
        assert list(opened.resume()) == []
    assert not (settings.library / "waiting.jsonl").exists()


def test_file_that_was_half_imported_is_told_of_once(
    settings: Settings, letters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: Any) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr("pincite.index.Index.publish_all", fails)
        with pytest.raises(PowerCut), library(settings) as opened:
            list(opened.add(letters[:2]))
    with library(settings) as opened:
        assert names(finished(opened.resume())) == [("a.pdf", "added"), ("b.pdf", "added")]


def test_stopped_import_leaves_nothing_waiting(settings: Settings, letters: list[str]) -> None:
    with library(settings) as opened:
        import_until(opened, "a.pdf", letters, None)
        assert opened.imports.waiting() == []
        assert finished(opened.resume()) == []


def test_import_that_ends_with_the_program_goes_on(settings: Settings, letters: list[str]) -> None:
    with library(settings) as opened:
        opened.imports.announce(letters[2:], "Others")  # asked for while the first ones were imported
        events = opened.add(letters[:2], "Letters")
        next(event for event in events if isinstance(event, FileFinished))
        opened.imports.keep_waiting()
        events.close()  # type: ignore[attr-defined]
    with library(settings) as opened:
        list(opened.resume())
        collections = {Path(document.path).name: document.collections for document in opened.documents()}
    assert collections == {"a.pdf": ("Letters",), "b.pdf": ("Letters",), "c.pdf": ("Others",), "d.pdf": ("Others",)}


def test_what_is_withdrawn_before_its_turn_does_not_wait(settings: Settings, letters: list[str], tmp_path: Path) -> None:
    with library(settings) as opened:
        opened.imports.announce(letters, " Letters ", {"": SECRET})
        assert {file.collection for file in opened.imports.waiting()} == {"Letters"}
        opened.imports.withdraw(letters, "Letters", {"": SECRET})
        assert opened.imports.waiting() == []
    assert not (settings.library / "waiting.jsonl").exists()


def test_file_that_fails_does_not_wait_for_ever(settings: Settings, letters: list[str], tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_text("no PDF")
    with library(settings) as opened:
        failed, added = finished(opened.add([str(tmp_path / "bad.pdf"), letters[0], str(tmp_path / "none")]))[:2]
        assert (failed.status, added.status) == ("failed", "added")
        assert opened.imports.waiting() == []


# --- passwords -------------------------------------------------------------------------------------------------------


@pytest.fixture
def locked(tmp_path: Path) -> str:
    return str(write_pdf(tmp_path / "locked.pdf", ["The code is 4711.", "x"], pictures=[2], password=SECRET))


def test_locked_file_is_told_from_other_failures_and_opens_with_its_password(
    settings: Settings, locked: str, tmp_path: Path
) -> None:
    (tmp_path / "bad.pdf").write_text("no PDF")
    with library(settings) as opened:
        asked, bad = finished(opened.add([locked, str(tmp_path / "bad.pdf")]))
        assert (asked.status, asked.code) == ("failed", "encrypted")
        assert (bad.status, bad.code) == ("failed", "")
        (wrong,) = finished(opened.add([locked], passwords={"locked.pdf": "guess"}))
        assert (wrong.code, "wrong" in wrong.reason) == ("encrypted", True)
        (right,) = finished(opened.add([locked], passwords={"other.pdf": "guess", "locked.pdf": SECRET}))
        assert (right.status, right.code) == ("added", "")


def test_password_of_a_path_goes_before_that_of_a_name(settings: Settings, locked: str) -> None:
    with library(settings) as opened:
        (result,) = finished(opened.add([locked], passwords={"locked.pdf": "guess", locked: SECRET}))
    assert result.status is FileStatus.ADDED


def test_pages_of_a_locked_file_are_shown_when_it_is_unlocked(settings: Settings, locked: str) -> None:
    with library(settings) as opened:
        (result,) = finished(opened.add([locked], passwords={"": SECRET}))
        assert opened.render(result.document_id, 1, 0.2).width > 0
    with library(settings) as opened:  # after a restart nothing knows the password
        with pytest.raises(PasswordNeeded):
            opened.render(result.document_id, 1, 0.2)
        with pytest.raises(PasswordNeeded, match="wrong"):
            opened.keys.unlock(result.document_id, "guess")
        opened.keys.unlock(result.document_id, SECRET)
        assert opened.render(result.document_id, 1, 0.2).width > 0


def test_password_is_written_nowhere(
    settings: Settings, locked: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(ingest, "PAGES_AT_ONCE", 1)
    caplog.set_level(0)
    with library(settings) as opened:
        opened.imports.announce([locked], None, {"locked.pdf": SECRET})
        for event in opened.add([locked], passwords={"locked.pdf": SECRET}):
            assert SECRET not in repr(event)
            if isinstance(event, Progress) and event.stage is Stage.READING:
                assert SECRET not in (settings.library / "waiting.jsonl").read_text("utf-8")
    written = [path for path in settings.library.rglob("*") if path.is_file()]
    assert len(written) > 5
    assert not [path for path in written if SECRET.encode() in path.read_bytes()]
    assert SECRET not in caplog.text


def test_imports_pause_while_a_question_is_answered(
    settings: Settings, letters: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedding, "PAUSE_SECONDS", 0.0)
    with library(settings) as opened:
        list(opened.add(letters[:1]))
        for events in (opened.add(letters[1:]), opened.rebuild_vectors()):
            question = opened.ask("What is this letter?", quotes=True)
            next(question)  # it has begun
            told = list(islice(events, 20))
            assert {type(event) for event in told} == {Progress}
            assert told[-1] == told[-2]  # that it pauses is told again and again, so that it can be stopped
            list(question)
            list(events)
        assert [document.status for document in opened.documents()] == ["ready"] * len(letters)
