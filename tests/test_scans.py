"""Pages that are pictures: after all text, resumable, and each that stays unread with its reason."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from fakes import DirectParser, FakeModels, ScriptedOcr
from pdfs import WIDTH, write_pdf
from pincite import scans
from pincite.domain import Page, PageProblem
from pincite.events import FileFinished, FileRecognised, Progress, Stage
from pincite.index import Index
from pincite.library import Library
from pincite.reports import FileResult, FileStatus
from pincite.scans import problems
from tables import snapshot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pincite.domain import PageImage
    from pincite.events import Event
    from pincite.ocr import Reading
    from pincite.settings import Settings

ANIMALS = [("badger", "forest"), ("otter", "river"), ("heron", "pond"), ("fox", "thicket"), ("wolf", "hills"), ("owl", "oak")]
STORIES = [f"The {animal} lives in the {place}.\nOne {animal} was fed in the {place} daily." for animal, place in ANIMALS]


class PowerCut(BaseException):
    """What no code of ours expects or handles, as little as the end of the process."""


@pytest.fixture(autouse=True)
def _no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pincite.library.Parser", DirectParser)
    monkeypatch.setattr(DirectParser, "ocr", None)
    monkeypatch.setattr(scans, "OCR_PAGES_AT_ONCE", 2)


@pytest.fixture
def mixed(tmp_path: Path) -> str:
    """A file of six pages of which the second, third, fourth and sixth are pictures."""
    return str(write_pdf(tmp_path / "mixed.pdf", STORIES, pictures=[2, 3, 4, 6]))


class Reader(ScriptedOcr):
    """Reads the story of each page; lines that were the same on all of them would be running headers."""

    def read(self, image: PageImage) -> Reading:
        """See :class:`pincite.ocr.Ocr`."""
        self._texts = (STORIES[image.number - 1],)
        return super().read(image)


def install(monkeypatch: pytest.MonkeyPatch, ocr: ScriptedOcr | None) -> None:
    monkeypatch.setattr(DirectParser, "ocr", ocr)


def library(settings: Settings) -> Library:
    return Library(settings, FakeModels())


def results(events: Iterator[Event]) -> list[FileResult]:
    """What was told last of each file."""
    told = [event.result for event in events if isinstance(event, FileFinished | FileRecognised)]
    return list({result.path: result for result in told}.values())


def add(settings: Settings, *paths: str, **options: Any) -> list[FileResult]:
    with library(settings) as opened:
        return results(opened.add(paths, **options))


def test_pictures_are_read_found_and_counted(settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Reader())
    (result,) = add(settings, mixed)
    assert (result.status, result.pages, result.pages_ocr, result.pages_unreadable) == (FileStatus.ADDED, 6, 4, ())
    assert (result.reason, result.hint) == ("", "")
    with library(settings) as opened:
        assert opened.status().embedded == opened.status().passages == result.passages
        hit = next(hit for hit in opened.search("heron").hits if hit.passage.page == 3)
        assert hit.passage.text == STORIES[2]
        assert hit.boxes[0] == (72.0, 72.0, 240.0, 84.0)  # of its first line, as the picture was read
        assert opened.check() == []
    assert [(row["number"], row["ocr"]) for row in snapshot(settings.library)["pages"]] == [
        (number, number in (2, 3, 4, 6)) for number in range(1, 7)
    ]


def test_text_of_all_files_is_found_before_any_picture_is_read(
    settings: Settings, mixed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = str(write_pdf(tmp_path / "plain.pdf", ["The mole lives below the lawn.\nIt was seen there on 9 May 2024."]))
    install(monkeypatch, Reader())
    finished: list[tuple[str, tuple[int, ...], int]] = []
    told: list[tuple[int, int, str]] = []
    with library(settings) as opened:
        for event in opened.add([mixed, plain]):
            if isinstance(event, FileFinished | FileRecognised):
                finished.append((Path(event.result.path).name, event.result.pages_waiting, event.result.pages_ocr))
            if isinstance(event, Progress) and event.stage is Stage.RECOGNISING:
                if not told:
                    for animal in ("badger", "mole"):
                        assert any(animal in hit.passage.text for hit in opened.search(animal).hits)
                    assert opened.status().unread_pages == 4
                told.append((event.done, event.total, event.what))
    assert finished == [("mixed.pdf", (2, 3, 4, 6), 0), ("plain.pdf", (), 0), ("mixed.pdf", (), 4)]
    assert told == [(done, 4, "mixed.pdf") for done in range(5)]


def test_without_ocr_pages_stay_unread_with_the_reason_until_the_file_is_added_again(
    settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (result,) = add(settings, mixed)
    assert (result.status, result.pages_unreadable) == (FileStatus.ADDED, (2, 3, 4, 6))
    assert result.reason == PageProblem.SCAN
    assert result.hint == "Text recognition is not installed. Install it. Then add the file again."
    with library(settings) as opened:
        assert results(opened.resume()) == []  # nothing new to tell
    assert [again.status for again in add(settings, mixed)] == [FileStatus.UNCHANGED]
    install(monkeypatch, Reader())
    (again,) = add(settings, mixed)
    assert (again.status, again.pages_ocr, again.pages_unreadable) == (FileStatus.ADDED, 4, ())
    assert [last.status for last in add(settings, mixed)] == [FileStatus.UNCHANGED]


def test_file_whose_pictures_were_read_says_so_when_it_is_added_again(
    settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ScriptedOcr(STORIES[1], "", None, STORIES[5]))
    add(settings, mixed)
    (again,) = add(settings, mixed)
    assert (again.status, again.pages_ocr, again.pages_unreadable) == (FileStatus.UNCHANGED, 3, (3,))


def test_page_read_with_difficulty_is_found_and_named(settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Reader(confidence=0.7))
    (result,) = add(settings, mixed)
    assert (result.pages_ocr, result.pages_unreadable, result.reason) == (4, (), PageProblem.DIFFICULT)
    assert "Compare" in result.hint
    with library(settings) as opened:
        (document,) = opened.documents()
        assert [(problem.reason, problem.pages) for problem in document.problems] == [(PageProblem.DIFFICULT, (2, 3, 4, 6))]
        assert opened.status().unread_pages == 0
        assert 2 in {hit.passage.page for hit in opened.search("otter").hits}


def test_picture_without_words_is_named_and_not_tried_again(
    settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, ScriptedOcr(STORIES[1], "", None, STORIES[5]))
    (result,) = add(settings, mixed)
    assert (result.pages_unreadable, result.reason) == ((3,), PageProblem.PICTURE)
    assert "300 dpi" in result.hint
    ocr = ScriptedOcr("not asked for")
    install(monkeypatch, ocr)
    assert [again.status for again in add(settings, mixed)] == [FileStatus.UNCHANGED]
    assert ocr.read_pages == []


class CrashingParser(DirectParser):
    """Dies over page 3, as the child that reads pictures may."""

    def recognise(self, path: Path, numbers: Sequence[int], password: str = "") -> Iterator[Page]:
        """See :class:`pincite.parser.Parser`."""
        for page in super().recognise(path, numbers, password):
            yield Page(3, "3", "", problem=PageProblem.OCR_CRASHED) if page.number == 3 else page


def test_page_that_crashes_the_ocr_is_named_and_tried_again_when_asked(
    settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, Reader())
    with monkeypatch.context() as patch:
        patch.setattr("pincite.library.Parser", CrashingParser)
        (result,) = add(settings, mixed)
    assert (result.pages_unreadable, result.reason) == ((3,), PageProblem.OCR_CRASHED)
    assert {row["width"] for row in snapshot(settings.library)["pages"]} == {WIDTH}  # what is known of the page is kept
    with library(settings) as opened:
        assert results(opened.resume()) == []  # not at every start
    (again,) = add(settings, mixed)
    assert (again.status, again.pages_ocr, again.pages_unreadable) == (FileStatus.ADDED, 4, ())


def test_language_of_a_scan_is_that_of_its_pictures(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    german = "Der Mieter muss die Wohnung bei Ende der Mietzeit in dem Zustand zurückgeben, in dem er sie bekommen hat."
    install(monkeypatch, ScriptedOcr(german.replace(", ", ",\n") * 5))
    add(settings, str(write_pdf(tmp_path / "scan.pdf", ["x"], pictures=[1])))
    assert [row["language"] for row in snapshot(settings.library)["documents"]] == ["de"]


def test_locked_scan_is_read_with_its_password(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Reader())
    locked = str(write_pdf(tmp_path / "locked.pdf", ["x"], pictures=[1], password="sesame"))
    (result,) = add(settings, locked, passwords={"locked.pdf": "sesame"})
    assert (result.pages_ocr, result.reason) == (1, "")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    ("method", "call"), [("replace_pages", 1), ("replace_pages", 2), ("publish_all", 2), ("update_all", 3)]
)
def test_crash_while_pictures_are_read_resumes_to_the_same_library(
    settings: Settings, mixed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, call: int, after: bool
) -> None:
    install(monkeypatch, Reader())
    whole = settings.library.with_name("undisturbed")
    with Library(type(settings)(library=whole, models=settings.models), FakeModels()) as undisturbed:
        list(undisturbed.add([mixed]))
    real, calls = getattr(Index, method), 0

    def fails(self: Index, *arguments: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == call and not after:
            raise PowerCut
        value = real(self, *arguments)
        if calls == call:
            raise PowerCut
        return value

    with monkeypatch.context() as patch:
        patch.setattr(Index, method, fails)
        with pytest.raises(PowerCut), library(settings) as opened:
            list(opened.add([mixed]))
    ocr = Reader()
    install(monkeypatch, ocr)
    with library(settings) as opened:
        list(opened.resume())
        assert opened.check() == []
    assert snapshot(settings.library) == snapshot(whole)
    kept = {("replace_pages", 1): 2 * after, ("replace_pages", 2): 2 + 2 * after}.get((method, call), 4)
    assert len(ocr.read_pages) == 4 - kept  # what was read is not read again


def test_stopped_reading_goes_on_where_it_was(settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = Reader(), Reader()
    install(monkeypatch, first)
    with library(settings) as opened:
        events = opened.add([mixed])
        for event in events:
            if isinstance(event, Progress) and event.stage is Stage.RECOGNISING and event.done == 2:
                break
        events.close()  # type: ignore[attr-defined]
        assert opened.search("badger").hits
    install(monkeypatch, second)
    (result,) = add(settings, mixed)
    assert (result.status, result.pages_ocr, result.pages_unreadable) == (FileStatus.ADDED, 4, ())
    assert (first.read_pages, second.read_pages) == ([2, 3], [4, 6])


def test_document_removed_while_its_pictures_are_read_stays_removed(
    settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(monkeypatch, Reader())
    with library(settings) as opened:
        for event in opened.add([mixed]):
            if isinstance(event, Progress) and event.stage is Stage.RECOGNISING and event.done == 1:
                opened.remove(opened.documents()[0].id)
    assert snapshot(settings.library) == {"documents": [], "pages": [], "passages": [], "vectors": []}


def test_sizes_of_scanned_lines_fit_the_documents_own(settings: Settings, mixed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, Reader())
    add(settings, mixed)
    sizes = {size for row in snapshot(settings.library)["pages"] for size in row["line_sizes"]}
    assert sizes == {11.0}


def test_problems_name_each_reason_once() -> None:
    pages = [
        Page(1, "1", "", problem=PageProblem.SCAN),
        Page(2, "2", "", problem=PageProblem.SCAN),
        Page(3, "3", "fine", ocr=True, confidence=0.99),
        Page(4, "4", "damp", problem=PageProblem.DAMAGED),
    ]
    assert [(problem.reason, problem.pages) for problem in problems(pages)] == [
        (PageProblem.SCAN, (1, 2)),
        (PageProblem.DAMAGED, (4,)),
    ]
    assert all(problem.hint for problem in problems(pages))


def test_stamps_on_pictures_become_labels(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stamped(ScriptedOcr):
        def read(self, image: PageImage) -> Reading:
            self._texts = (f"{STORIES[image.number - 1]}\nABC-{image.number:07d}",)
            return super().read(image)

    install(monkeypatch, Stamped())
    add(settings, str(write_pdf(tmp_path / "scans.pdf", STORIES[:5], pictures=range(1, 6))))
    with library(settings) as opened:
        (document,) = opened.documents()
        assert [info.label for info in opened.reading.pages(document.id)] == [f"ABC-{number:07d}" for number in range(1, 6)]
        assert opened.search('"ABC-0000003"').hits[0].passage.page == 3
