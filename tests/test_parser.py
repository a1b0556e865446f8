"""The process that reads PDFs: a crash, a hang or a bomb costs one page, and nothing waits for ever."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import time
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psutil
import pymupdf
import pytest

from fakes import load_dying_ocr, load_fatal_ocr, load_no_ocr, load_scripted_ocr
from pincite import parser as parser_module
from pincite.domain import FileHead, Page, PageProblem
from pincite.errors import FileError, ModelError, ParserCrashed, PasswordNeeded
from pincite.parser import Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import MakePdf
    from fakes import ScriptedOcr

LONG_PAGE = "\n".join("a few of the many words on this page, " * 3 for _ in range(45))
"""Text of a page that fills much of a pipe: the child cannot send nine of them before the first is read."""

PATIENCE = 4.0  # seconds for one page: enough to start a child on a busy machine


@pytest.fixture
def parser() -> Iterator[Parser]:
    started = Parser()
    yield started
    started.close()


def kill(parser: Parser) -> None:
    """Kills the child and waits until it is gone; does nothing if it is gone already."""
    for child in multiprocessing.active_children():
        if child.pid in parser.pids:
            child.kill()
            child.join()


def test_head_pages_and_picture_come_from_a_child(parser: Parser, make_pdf: MakePdf) -> None:
    path = make_pdf(["One.", "Two."], title="A title")
    at_first = parser.pids
    assert at_first == []  # nothing is started before it is needed
    assert parser.head(path).title == "A title"
    child = parser.pids
    assert len(child) == 1
    assert child != [os.getpid()]
    assert [(page.number, page.text) for page in parser.pages(path, 2)] == [(1, "One."), (2, "Two.")]
    assert parser.render(path, 2, 0.1).number == 2
    assert parser.pids == child


def test_file_is_opened_once_for_its_head_and_its_pages(parser: Parser, make_pdf: MakePdf) -> None:
    head, *pages = parser.read(make_pdf(["One.", "Two."], title="A title"))
    assert isinstance(head, FileHead)
    assert (head.title, head.page_count) == ("A title", 2)
    assert [(page.number, page.text) for page in pages if isinstance(page, Page)] == [(1, "One."), (2, "Two.")]


def test_refusals_arrive_with_their_type_and_hint(parser: Parser, make_pdf: MakePdf, tmp_path: Path) -> None:
    locked = make_pdf(["Secret."], password="sesame")
    with pytest.raises(PasswordNeeded, match="is encrypted") as asked:
        parser.head(locked)
    assert asked.value.hint
    child = parser.pids
    assert parser.head(locked, "sesame").page_count == 1
    assert [page.text for page in parser.pages(locked, 1, "sesame")] == ["Secret."]
    with pytest.raises(FileError, match="does not exist"):
        parser.head(tmp_path / "none.pdf")
    with pytest.raises(FileError, match="Page 9"):
        parser.render(locked, 9, 1.0, "sesame")
    assert parser.pids == child  # a refusal is no crash


def test_page_at_which_the_child_dies_has_a_problem_and_the_others_come(parser: Parser, make_pdf: MakePdf) -> None:
    path = make_pdf([LONG_PAGE] * 9)
    pages = parser.pages(path, 9)
    read = [next(pages)]
    kill(parser)
    read += pages
    assert [page.number for page in read] == list(range(1, 10))
    [lost] = [page for page in read if page.problem]
    assert lost.problem == PageProblem.CRASHED
    assert lost.text == ""
    assert {page.text for page in read if page is not lost} == {read[0].text}


def test_file_that_crashes_again_and_again_is_given_up(
    parser: Parser, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parser_module, "CRASHES_PER_FILE", 2)
    read = []
    for page in parser.pages(make_pdf([LONG_PAGE] * 9), 9):
        read.append(page)
        if page.text:
            kill(parser)
    assert [page.number for page in read] == list(range(1, 10))
    assert read[0].text
    assert sum(1 for page in read if page.problem) > 2  # not only the two at which it crashed
    assert read[-1].problem == PageProblem.CRASHED


def test_file_that_takes_far_too_long_is_read_no_further(
    parser: Parser, make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_pdf([LONG_PAGE] * 9)
    parser.head(path)  # the child runs: to start it takes longer than to read
    monkeypatch.setattr(parser_module, "FILE_SECONDS", 0.0)
    monkeypatch.setattr(parser_module, "FILE_SECONDS_A_PAGE", 0.0)
    read = list(parser.pages(path, 9))
    assert [page.number for page in read] == list(range(1, 10))
    assert [page.problem for page in read] == ["", *[PageProblem.TOO_LONG] * 8]
    monkeypatch.undo()
    assert not any(page.problem for page in parser.pages(path, 9))


def test_child_that_dies_while_idle_is_started_again(parser: Parser, make_pdf: MakePdf) -> None:
    path = make_pdf(["Here."])
    parser.head(path)
    before = parser.pids
    kill(parser)
    assert parser.head(path).page_count == 1
    assert parser.pids != before


@pytest.mark.slow
def test_page_that_never_ends_is_left_out_and_the_others_come(tmp_path: Path) -> None:
    path = bomb(tmp_path / "bomb.pdf")
    parser = Parser(page_seconds=PATIENCE)
    read = list(parser.pages(path, 3))
    parser.close()
    assert [(page.number, page.text) for page in read] == [(1, "Before."), (2, ""), (3, "After.")]
    assert [page.problem for page in read] == ["", PageProblem.CRASHED, ""]


@pytest.mark.slow
def test_page_that_takes_too_much_memory_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = bomb(tmp_path / "bomb.pdf")
    parser = Parser()
    parser.head(path)
    monkeypatch.setattr(parser_module, "MEMORY_BYTES", 1 << 20)  # here, and not in the child, which on Linux ends by itself
    started = time.monotonic()
    read = list(parser.pages(path, 3))
    parser.close()
    assert [page.problem for page in read] == ["", PageProblem.CRASHED, ""]
    assert time.monotonic() - started < parser_module.PAGE_SECONDS


def bomb(path: Path) -> Path:
    """A file of 3 pages whose second draws a form that draws ten forms that draw ten forms, 30 deep."""
    with pymupdf.open() as file:
        for text in ("Before.", "", "After."):
            file.new_page().insert_text((72, 72), text or "x")
        inner = 0
        for _ in range(30):
            form = file.get_new_xref()
            content = b"/F Do " * 10 if inner else b"BT /H 9 Tf (x) Tj ET"
            resources = f"/Resources <</XObject <</F {inner} 0 R>>>>" if inner else ""
            file.update_object(form, f"<</Type /XObject /Subtype /Form /BBox [0 0 9 9] {resources}>>")
            file.update_stream(form, content)
            inner = form
        page = file[1]
        file.xref_set_key(page.xref, "Resources", f"<</XObject <</F {inner} 0 R>>>>")
        file.update_stream(page.get_contents()[0], b"/F Do")
        file.save(path)
    return path


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a file whose opening never ends")
def test_file_that_never_opens_is_refused(tmp_path: Path, make_pdf: MakePdf) -> None:
    path = tmp_path / "pipe.pdf"
    os.mkfifo(path)
    parser = Parser(page_seconds=PATIENCE)
    with pytest.raises(ParserCrashed, match=r"pipe\.pdf crashed or hung the PDF reader") as hung:
        parser.head(path)
    assert hung.value.hint
    assert parser.pids == []  # the child that hangs is gone
    assert parser.head(make_pdf(["Fine."])).page_count == 1
    parser.close()


def test_pages_that_a_file_promises_and_lacks_are_named(parser: Parser, make_pdf: MakePdf) -> None:
    read = list(parser.pages(make_pdf(["Only."]), 3))
    assert [(page.number, bool(page.problem)) for page in read] == [(1, False), (2, True), (3, True)]
    assert read[2].problem == PageProblem.PROMISED


def test_reading_can_be_stopped_in_the_middle(parser: Parser, make_pdf: MakePdf) -> None:
    path = make_pdf([LONG_PAGE, "Two.", "Three."])
    pages = parser.pages(path, 3)
    assert isinstance(pages, Generator)
    assert next(pages).number == 1
    pages.close()
    assert [page.number for page in parser.pages(path, 3)] == [1, 2, 3]  # nothing is left over in the pipe


def test_threads_take_turns(parser: Parser, make_pdf: MakePdf) -> None:
    paths = [make_pdf([f"File {name}, page {number}." for number in (1, 2, 3)], name=f"{name}.pdf") for name in "abcd"]
    with ThreadPoolExecutor(4) as threads:
        texts = list(threads.map(lambda path: [page.text for page in parser.pages(path, 3)], paths))
    assert texts == [[f"File {name}, page {number}." for number in (1, 2, 3)] for name in "abcd"]


# --- the child that reads pictures -----------------------------------------------------------------------------------


@pytest.fixture
def scan(make_pdf: MakePdf) -> Path:
    return make_pdf(["One.", "Two.", "Three."], pictures=[1, 2, 3])


def test_pictures_are_read_in_a_child_of_lower_priority(scan: Path) -> None:
    parser = Parser(load_ocr=load_scripted_ocr)
    pages = parser.recognise(scan, [3, 1])
    first = next(pages)
    threads = max(1, (os.cpu_count() or 1) // 2)  # the other half is for questions
    assert (first.number, first.text, first.ocr) == (3, f"Read with {threads}.", True)
    child = psutil.Process(parser.ocr_pid)
    if hasattr(os, "nice"):
        assert child.nice() > psutil.Process().nice()
    assert parser.head(scan).page_count == 3  # files are read meanwhile, by another child
    assert parser.ocr_pid not in parser.pids
    assert [page.number for page in pages] == [1]
    parser.end_recognition()
    assert parser.ocr_pid is None
    assert not child.is_running()
    parser.close()


def test_picture_at_which_the_child_dies_costs_one_page(scan: Path) -> None:
    parser = Parser(load_ocr=load_dying_ocr)
    read = list(parser.recognise(scan, [1, 2, 3]))
    parser.close()
    assert [(page.number, page.text, page.problem) for page in read] == [
        (1, "Read.", ""),
        (2, "", PageProblem.OCR_CRASHED),
        (3, "Read.", ""),
    ]


@pytest.mark.parametrize(("load", "words"), [(load_no_ocr, "not installed"), (load_fatal_ocr, "crashed or hung")])
def test_ocr_that_cannot_be_started_is_told(scan: Path, load: Callable[[int], ScriptedOcr], words: str) -> None:
    parser = Parser(load_ocr=load)
    with pytest.raises(ModelError, match=words) as failed:
        list(parser.recognise(scan, [1]))
    assert failed.value.hint
    assert parser.ocr_pid is None
    parser.close()


def test_locked_file_is_not_recognised_without_its_password(make_pdf: MakePdf) -> None:
    locked = make_pdf(["Secret."], pictures=[1], password="sesame")
    parser = Parser(load_ocr=load_scripted_ocr)
    with pytest.raises(PasswordNeeded):
        list(parser.recognise(locked, [1]))
    assert [page.ocr for page in parser.recognise(locked, [1], "sesame")] == [True]
    parser.close()


def test_two_files_are_read_at_the_same_time_by_two_children(make_pdf: MakePdf) -> None:
    parser = Parser(readers=2)
    one, other = (parser.read(make_pdf([f"{name}."] * 2, name=f"{name}.pdf")) for name in ("One", "Other"))
    assert [item.title for item in (next(one), next(other)) if isinstance(item, FileHead)] == ["One", "Other"]
    assert len(set(parser.pids)) == 2
    assert [page.text for page in other if isinstance(page, Page)] == ["Other.", "Other."]
    assert [page.text for page in one if isinstance(page, Page)] == ["One.", "One."]
    parser.close()
    assert parser.pids == []


def test_children_can_be_started_before_they_are_needed(make_pdf: MakePdf) -> None:
    parser = Parser(readers=2)
    try:
        parser.start()
        children = parser.pids
        assert len(children) == 2
        with contextlib.closing(parser.read(make_pdf(["One.", LONG_PAGE]))) as items:
            next(items)
            parser.start()  # one of them is at work
            assert [item.number for item in items if isinstance(item, Page)] == [1, 2]
        assert parser.pids == children
    finally:
        parser.close()


def test_close_ends_the_child_and_may_be_repeated(make_pdf: MakePdf) -> None:
    parser = Parser()
    parser.head(make_pdf(["Text."]))
    (child,) = parser.pids
    parser.close()
    assert not psutil.pid_exists(child)
    parser.close()
    assert parser.pids == []
