"""Files are read before it is their turn, by as many children as there are, and still come in order and each once."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from fakes import DirectParser
from pincite import passages
from pincite.domain import FileHead, Page
from pincite.errors import FileError
from pincite.index import Index
from pincite.upcoming import look_ahead

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT_SECONDS = 30.0


class MeetingParser(DirectParser):
    """Gives one page for each file, and the head only when as many files are being read as it has readers."""

    def __init__(self, readers: int) -> None:
        super().__init__()
        self.readers = readers
        self.read_files: list[str] = []
        self.closed = 0
        self.meeting = threading.Barrier(readers)

    def read(self, path: Path, password: str = "") -> Iterator[FileHead | Page]:
        """The name of the file and the password, as text."""
        self.read_files.append(path.name)
        try:
            self.meeting.wait(WAIT_SECONDS)
            yield FileHead(path.stem, 1)
            yield Page(1, "1", f"{path.name} {password}")
        finally:
            self.closed += 1


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(str(tmp_path / "index"))
    made.create(passages.SPLITTER)
    return made


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.pdf" for name in ("a", "b", "c", "d")]
    for path in paths:
        path.write_text(path.name)
    return paths


def test_files_are_read_at_the_same_time_and_come_in_order(index: Index, files: list[Path]) -> None:
    parser = MeetingParser(2)  # one after the other they would never meet
    told = [list(file.items())[-1] for file in look_ahead(files, index, parser, {"c.pdf": "secret"})]
    assert told == [Page(1, "1", f"{path.name} {'secret' if path.stem == 'c' else ''}") for path in files]
    assert sorted(parser.read_files) == [path.name for path in files]


def test_no_more_files_are_begun_than_can_be_read_at_the_same_time(index: Index, files: list[Path]) -> None:
    parser = MeetingParser(2)
    upcoming = look_ahead(files, index, parser, {})
    list(next(upcoming).items())
    assert set(parser.read_files) <= {"a.pdf", "b.pdf"}
    list(next(upcoming).items())
    assert "d.pdf" not in parser.read_files
    parser.meeting.abort()
    upcoming.close()


def test_same_bytes_are_read_once(index: Index, files: list[Path]) -> None:
    files[1].write_bytes(files[0].read_bytes())
    parser = MeetingParser(1)
    found = list(look_ahead(files[:2], index, parser, {}))
    assert parser.read_files == ["a.pdf"]
    assert found[0].digest == found[1].digest
    assert list(found[1].items()) == []


def test_what_is_missing_or_a_folder_has_its_reason_when_its_turn_comes(
    index: Index, files: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    paths = [tmp_path / "none.pdf", tmp_path / "empty", files[0]]
    failures = [file.failure for file in look_ahead(paths, index, MeetingParser(1), {})]
    assert [str(failure).partition(".")[0] for failure in failures[1:]] == ["The folder empty holds no PDFs", "None"]
    assert isinstance(failures[0], FileError)
    assert "does not exist" in failures[0].message


def test_to_stop_ends_what_was_begun(index: Index, files: list[Path]) -> None:
    parser = MeetingParser(2)
    upcoming = look_ahead(files, index, parser, {})
    list(next(upcoming).items())
    upcoming.close()
    assert parser.closed == len(parser.read_files) == 2
