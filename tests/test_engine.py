"""The engine process: requests and streams, lanes beside each other, stopping, and what is left when it is killed."""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
import pytest

from fakes import (
    LEASE_NOTICE,
    WAIT_SECONDS,
    FakeModels,
    open_endless_library,
    open_faulty_library,
    open_scripted_library,
    open_waiting_library,
    sample_library,
)
from pdfs import write_pdf
from pincite.domain import Scope, SearchResult
from pincite.engine import Engine, Failed, Finished, Happened
from pincite.errors import EngineDied
from pincite.events import AnswerReady, FileFinished, HitsFound, Progress, SentenceReady, Stage, TextDelta
from pincite.library import Library
from tables import snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pincite.engine import Message
    from pincite.events import Event
    from pincite.settings import Settings

QUESTION = "By giving how much written notice may the Tenant end this tenancy?"

pytestmark = pytest.mark.slow  # each test starts a process that loads the database


@contextmanager
def running(settings: Settings, open_library: Callable[[Settings], Library] = open_scripted_library) -> Iterator[Engine]:
    """An engine that is ended with the test."""
    engine = Engine(settings, open_library)
    try:
        yield engine
    finally:
        engine.stop()
        engine.close()


def until_done(engine: Engine, *requests: int) -> dict[int, list[Message]]:
    """All messages by request, until each of these requests is done; the order of their ends is that of the keys."""
    heard: dict[int, list[Message]] = {}
    ended: list[int] = []
    while set(requests) - set(ended):
        message = engine.receive()
        heard.setdefault(message.id, []).append(message)
        if not isinstance(message, Happened):
            ended.append(message.id)
    return {id_: heard[id_] for id_ in ended}


def do(engine: Engine, verb: str, **arguments: Any) -> Any:
    """The value of a request that must succeed, or its events."""
    id_ = engine.send(verb, **arguments)
    messages = until_done(engine, id_)[id_]
    assert isinstance(messages[-1], Finished), messages[-1]
    return [message.event for message in messages[:-1] if isinstance(message, Happened)] or messages[-1].value


@pytest.fixture
def of_samples(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The settings of a library of the samples, to be read only."""
    return replace(settings, library=sample_library(tmp_path_factory.getbasetemp()))


# --- requests --------------------------------------------------------------------------------------------------------


def test_engine_imports_lists_searches_answers_draws_and_removes(settings: Settings, samples: Mapping[str, Path]) -> None:
    with running(settings) as engine:
        assert do(engine, "documents") == []
        events: list[Event] = do(engine, "add", paths=[str(samples["residential-lease"])], collection="Law")
        assert [event.result.status for event in events if isinstance(event, FileFinished)] == ["added"]
        assert any(isinstance(event, Progress) and event.stage is Stage.EMBEDDING for event in events)
        (document,) = do(engine, "documents")
        assert (document.status, document.collections) == ("ready", ("Law",))
        found = do(engine, "search", question=QUESTION, scope=Scope("Law"))
        assert isinstance(found, SearchResult)
        assert found.hits
        events = do(engine, "ask", question=QUESTION)
        kinds = [type(event) for event in events]
        assert kinds.index(HitsFound) < kinds.index(TextDelta) < kinds.index(SentenceReady)
        assert isinstance(events[-1], AnswerReady)
        assert events[-1].answer.text == LEASE_NOTICE
        assert [info.number for info in do(engine, "reading.pages", document_id=document.id)] == list(range(1, 14))
        image = do(engine, "render", document_id=document.id, number=7, scale=0.5)
        assert len(image.samples) == image.width * image.height * 3
        do(engine, "remove", document_id=document.id)
        assert do(engine, "documents") == []
        assert do(engine, "status").documents == 0


def test_what_the_user_got_wrong_comes_without_a_traceback_and_a_bug_with_one(of_samples: Settings) -> None:
    with running(of_samples, open_faulty_library) as engine:
        id_ = engine.send("search", question="  ")
        (failed,) = until_done(engine, id_)[id_]
        assert isinstance(failed, Failed)
        assert (failed.message, failed.details, failed.cancelled) == ("The question is empty.", "", False)
        assert failed.hint
        id_ = engine.send("ask", question=QUESTION)
        failed = until_done(engine, id_)[id_][-1]
        assert isinstance(failed, Failed)
        assert "Traceback" in failed.details
        assert "ZeroDivisionError" in failed.details
        assert not failed.cancelled
        assert len(do(engine, "documents")) == 4  # and it goes on


def test_library_that_cannot_be_opened_is_told_and_ends_the_engine(settings: Settings) -> None:
    settings.library.write_text("not a library", encoding="utf-8")
    with running(settings) as engine:
        failed = engine.receive()
        assert isinstance(failed, Failed)
        assert failed.id == 0
        assert "is a file, not a library" in failed.message
        assert failed.hint
        with pytest.raises(EngineDied, match="ended with status 0"):
            engine.receive()


# --- lanes and stopping ----------------------------------------------------------------------------------------------


def test_question_is_answered_while_files_are_imported(settings: Settings, samples: Mapping[str, Path]) -> None:
    with running(settings, open_waiting_library) as engine:
        importing = engine.send("add", paths=[str(samples["residential-lease"])])
        while not isinstance(message := engine.receive(), Happened) or not _is_embedding(message.event):
            assert message.id == importing
        asking = engine.send("ask", question=QUESTION)
        ended = list(until_done(engine, importing, asking))
        assert set(ended) == {importing, asking}
        assert do(engine, "status").embedded > 0


def _is_embedding(event: Event) -> bool:
    return isinstance(event, Progress) and event.stage is Stage.EMBEDDING


def test_stopping_ends_a_stream_and_what_waits_behind_it(of_samples: Settings) -> None:
    with running(of_samples, open_endless_library) as engine:
        first, second, third = (engine.send("ask", question=QUESTION) for _ in range(3))
        while not isinstance(message := engine.receive(), Happened) or not isinstance(message.event, TextDelta):
            assert message.id == first
        engine.cancel(second)
        engine.cancel(first)
        engine.cancel(999)  # unknown: nothing happens
        heard = until_done(engine, first, second)
        assert list(heard) == [first, second]
        for messages in heard.values():
            assert isinstance(messages[-1], Failed)
            assert messages[-1].cancelled
        assert len(heard[second]) == 1
        while not isinstance(message := engine.receive(), Happened) or not isinstance(message.event, TextDelta):
            assert message.id == third
        assert len(do(engine, "documents")) == 4  # another lane
        engine.cancel(third)
        assert isinstance(until_done(engine, third)[third][-1], Failed)


def test_stopped_import_keeps_nothing_half_and_goes_on_later(settings: Settings, samples: Mapping[str, Path]) -> None:
    with running(settings) as engine:
        id_ = engine.send("add", paths=[str(path) for path in samples.values()])
        while not isinstance(message := engine.receive(), Happened) or message.event != Progress(
            Stage.READING, 3, 12, "hypertension-guideline.pdf"
        ):
            assert not isinstance(message, Finished)
        engine.cancel(id_)
        failed = until_done(engine, id_)[id_][-1]
        assert isinstance(failed, Failed)
        assert failed.cancelled
        do(engine, "resume")
        documents = do(engine, "documents")
        assert [document.status for document in documents] == ["ready"] * len(documents)
        assert len(documents) < len(samples)
        do(engine, "add", paths=[str(path) for path in samples.values()])
        assert [document.status for document in do(engine, "documents")] == ["ready"] * len(samples)


# --- ends ------------------------------------------------------------------------------------------------------------


def test_killed_engine_is_told_where_messages_are_awaited_and_sent(settings: Settings) -> None:
    with running(settings) as engine:
        do(engine, "documents")
        os.kill(engine.pid, signal.SIGKILL)
        with pytest.raises(EngineDied, match="signal 9") as caught:
            engine.receive()
        assert caught.value.hint
        with pytest.raises(EngineDied):
            engine.send("documents")


@pytest.mark.parametrize("moment", [Stage.READING, Stage.EMBEDDING])
def test_killed_import_is_completed_by_a_new_engine(
    settings: Settings, samples: Mapping[str, Path], tmp_path: Path, moment: Stage
) -> None:
    paths = [str(samples[name]) for name in ("hypertension-guideline", "residential-lease")]
    undisturbed = replace(settings, library=tmp_path / "undisturbed")
    with Library(undisturbed, FakeModels()) as library:
        list(library.add(paths, "All"))
    open_library = open_scripted_library if moment is Stage.READING else open_waiting_library
    with running(settings, open_library) as engine:
        engine.send("add", paths=paths, collection="All")
        while True:
            message = engine.receive()
            assert isinstance(message, Happened)
            event = message.event
            if isinstance(event, Progress) and event.stage is moment and (event.done == 5 or moment is Stage.EMBEDDING):
                break
        reader = psutil.Process(engine.pid).children()
        os.kill(engine.pid, signal.SIGKILL)
        with pytest.raises(EngineDied):
            while True:
                engine.receive()
        _, alive = psutil.wait_procs(reader, timeout=WAIT_SECONDS)
        assert alive == []  # no reader of PDFs is left behind
    with running(settings) as engine:
        do(engine, "resume")
        documents = do(engine, "documents")
        assert [document.status for document in documents] == ["ready"] * len(documents)
        do(engine, "add", paths=paths, collection="All")
    assert snapshot(settings.library) == snapshot(undisturbed.library)


def test_killed_answer_harms_nothing(of_samples: Settings) -> None:
    with running(of_samples, open_endless_library) as engine:
        engine.send("ask", question=QUESTION)
        while not isinstance(message := engine.receive(), Happened) or not isinstance(message.event, TextDelta):
            assert isinstance(message, Happened)
        os.kill(engine.pid, signal.SIGKILL)
        with pytest.raises(EngineDied):
            while True:
                engine.receive()
    with running(of_samples) as engine:
        events = do(engine, "ask", question=QUESTION)
        assert events[-1].answer.text == LEASE_NOTICE


def test_engine_ends_when_the_window_goes_away(of_samples: Settings) -> None:
    engine = Engine(of_samples, open_endless_library)
    engine.send("ask", question=QUESTION)
    while not isinstance(message := engine.receive(), Happened) or not isinstance(message.event, TextDelta):
        assert isinstance(message, Happened)
    process = psutil.Process(engine.pid)
    engine.close()  # in the middle of an answer
    process.wait(WAIT_SECONDS)
    engine.stop()


def test_engine_stops_in_good_order(of_samples: Settings) -> None:
    engine = Engine(of_samples, open_scripted_library)
    do(engine, "documents")
    engine.stop()
    with pytest.raises(EngineDied, match="ended with status 0"):
        engine.receive()
    engine.close()


# --- what waits ------------------------------------------------------------------------------------------------------


def test_import_that_had_not_begun_goes_on_in_the_next_engine(settings: Settings, samples: Mapping[str, Path]) -> None:
    names = ["residential-lease", "photosynthesis-chapter"]
    with running(settings, open_waiting_library) as engine:
        first, second = (engine.send("add", paths=[str(samples[name])], collection="Law") for name in names)
        while not (isinstance(message := engine.receive(), Happened) and isinstance(message.event, Progress)):
            pass
        assert [Path(file.path).stem for file in do_beside(engine, first, "imports.waiting")] == names
        os.kill(engine.pid, signal.SIGKILL)
        with pytest.raises(EngineDied):
            while True:
                engine.receive()
    with running(settings) as engine:
        assert do(engine, "status").waiting == len(names)
        do(engine, "resume")
        assert sorted(Path(document.path).stem for document in do(engine, "documents")) == sorted(names)
    assert second > first


def do_beside(engine: Engine, other: int, verb: str) -> Any:
    """The value of a request while another one goes on."""
    id_ = engine.send(verb)
    while (message := engine.receive()).id == other:
        assert isinstance(message, Happened)
    assert message.id == id_
    assert isinstance(message, Finished)
    return message.value


def test_locked_document_says_so_in_a_code(settings: Settings, tmp_path: Path) -> None:
    locked = write_pdf(tmp_path / "locked.pdf", ["The code is 4711."], password="sesame")
    with running(settings) as engine:
        events = do(engine, "add", paths=[str(locked)], passwords={"locked.pdf": "sesame"})
        (document_id,) = [event.result.document_id for event in events if isinstance(event, FileFinished)]
    with running(settings) as engine:
        id_ = engine.send("render", document_id=document_id, number=1, scale=0.2)
        (failed,) = until_done(engine, id_)[id_]
        assert isinstance(failed, Failed)
        assert (failed.code, failed.details) == ("encrypted", "")
        do(engine, "keys.unlock", document_id=document_id, password="sesame")
        assert do(engine, "render", document_id=document_id, number=1, scale=0.2).width > 0
