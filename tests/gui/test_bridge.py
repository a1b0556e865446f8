"""The bridge alone: what reaches whom, and what happens when an engine dies."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QObject, Signal
from scripted_engine import ScriptedEngine

from pincite.engine import Failed
from pincite.errors import EngineDied
from pincite.events import Progress, Stage
from pincite.gui.bridge import STARTS, STARTS_WITHIN, Bridge, ProcessLink

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from pincite.engine import Message

READING = Progress(Stage.READING, 1, 2, "lease.pdf")


class Clock:
    """Time that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


class Told:
    """What the callbacks of a request were told, in order."""

    def __init__(self) -> None:
        self.events: list[Any] = []
        self.values: list[Any] = []
        self.failures: list[Failed] = []

    def callbacks(self) -> dict[str, Any]:
        return {"on_event": self.events.append, "on_done": self.values.append, "on_failed": self.failures.append}


@pytest.fixture
def engine() -> ScriptedEngine:
    return ScriptedEngine()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def bridge(qapp: object, engine: ScriptedEngine, clock: Clock) -> Bridge:
    made = Bridge(engine, clock)
    made.start()
    return made


def test_each_request_hears_its_own_events_and_end(bridge: Bridge, engine: ScriptedEngine) -> None:
    one, two = Told(), Told()
    bridge.request("add", paths=["a.pdf"], collection=None, **one.callbacks())
    bridge.request("documents", **two.callbacks())
    engine.say(engine.asked[0], READING)
    engine.finish(engine.asked[1], ["a document"])
    engine.finish(engine.asked[0])
    assert (one.events, one.values, one.failures) == ([READING], [None], [])
    assert (two.events, two.values, two.failures) == ([], [["a document"]], [])


def test_a_failure_nobody_waits_for_is_told_by_signal(bridge: Bridge, engine: ScriptedEngine, qtbot: QtBot) -> None:
    bridge.request("remove", document_id="x")
    with qtbot.waitSignal(bridge.failed) as told:
        engine.fail(engine.asked[0], "It is not in the library.", "")
    assert told.args[0].message == "It is not in the library."


def test_cancel_ends_the_request_once_and_silences_its_events(bridge: Bridge, engine: ScriptedEngine, qtbot: QtBot) -> None:
    told = Told()
    handle = bridge.request("add", paths=["a.pdf"], collection=None, **told.callbacks())
    handle.cancel()
    engine.say(engine.asked[0], READING)
    qtbot.waitUntil(lambda: bool(told.failures))
    handle.cancel()
    assert engine.asked[0].cancelled
    assert told.events == []
    assert [failure.cancelled for failure in told.failures] == [True]


def test_after_a_death_imports_are_sent_again_and_questions_are_not(
    bridge: Bridge, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    adding, asking = Told(), Told()
    bridge.request("add", paths=["a.pdf"], collection="Matter", **adding.callbacks())
    bridge.request("ask", question="Why?", scope=None, **asking.callbacks())
    with qtbot.waitSignals([bridge.started, bridge.died]):
        engine.die()
    assert engine.lives == 2
    assert [(request.verb, request.arguments) for request in engine.asked] == [
        ("add", {"paths": ["a.pdf"], "collection": "Matter"})
    ]
    assert "interrupted" in asking.failures[0].message
    assert not asking.failures[0].cancelled
    engine.finish(engine.asked[0])
    assert adding.values == [None]
    assert adding.failures == []


def test_messages_of_a_dead_engine_are_not_taken_for_the_new_ones(bridge: Bridge, engine: ScriptedEngine) -> None:
    told = Told()
    bridge.request("add", paths=["a.pdf"], collection=None, **told.callbacks())
    old_deliver = engine._deliver
    engine.die()
    assert old_deliver is not None
    old_deliver(Failed(1, "An echo.", ""))
    assert told.failures == []


def test_a_cancelled_import_is_not_sent_again(bridge: Bridge, engine: ScriptedEngine) -> None:
    told = Told()
    bridge.request("add", paths=["a.pdf"], collection=None, **told.callbacks()).cancel()
    engine.die()
    assert engine.asked == []
    assert [failure.cancelled for failure in told.failures] == [True]


def test_an_engine_that_keeps_dying_is_given_up_until_the_user_starts_it(
    bridge: Bridge, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    bridge.request("add", paths=["a.pdf"], collection=None)
    for _ in range(STARTS):
        with qtbot.waitSignal(bridge.died):
            engine.die()
    with qtbot.waitSignal(bridge.gave_up) as told:
        engine.die()
    assert "start it again" in told.args[1]
    assert bridge.link is None
    assert engine.lives == 1 + STARTS
    bridge.start()
    assert engine.last("add").arguments["paths"] == ["a.pdf"]


def test_deaths_that_lie_far_apart_are_not_added_up(bridge: Bridge, engine: ScriptedEngine, clock: Clock, qtbot: QtBot) -> None:
    for _ in range(3 * STARTS):
        clock.now += STARTS_WITHIN / 2
        with qtbot.waitSignal(bridge.died):
            engine.die()
    assert bridge.link is not None


def test_a_library_that_cannot_be_opened_is_not_tried_again_by_itself(
    bridge: Bridge, engine: ScriptedEngine, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bridge.library_failed) as told:
        engine.refuse_library("The library is newer than this Pincite.", "Update Pincite.")
    assert told.args == ["The library is newer than this Pincite.", "Update Pincite."]
    assert engine.lives == 1
    assert engine.stopped == 1


def test_a_request_made_while_no_engine_runs_waits_for_one(engine: ScriptedEngine, qapp: object) -> None:
    bridge = Bridge(engine)
    told = Told()
    bridge.request("documents", **told.callbacks())
    assert engine.lives == 0
    bridge.start()
    engine.finish(engine.last("documents"), [])
    assert told.values == [[]]


class PipeEngine:
    """Stands for the engine process: what it receives is put in by the test, then it is dead."""

    pid = 7

    def __init__(self, messages: list[Message]) -> None:
        self._messages = messages
        self.calls: list[str] = []

    def receive(self) -> Message:
        if not self._messages:
            raise EngineDied("The engine was stopped by signal 9.")
        return self._messages.pop(0)

    def send(self, verb: str, **_arguments: Any) -> int:
        self.calls.append(verb)
        return 1

    def stop(self) -> None:
        self.calls.append("stop")

    def close(self) -> None:
        self.calls.append("close")


def test_the_reader_thread_delivers_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    failed = Failed(1, "No.", "")
    delivered: list[Any] = []
    engine = PipeEngine([failed])
    link = ProcessLink(engine, delivered.append)  # type: ignore[arg-type]
    assert delivered == []  # only the event loop delivers
    qtbot.waitUntil(lambda: len(delivered) == 2)
    assert delivered[0] is failed
    assert isinstance(delivered[1], EngineDied)
    link.stop()
    assert engine.calls == ["stop", "close"]


class Emitter(QObject):
    """Something with a signal."""

    told = Signal()


def test_emitting_a_signal_does_not_wear_out_true(qapp: object) -> None:
    # PySide6 6.12.0 takes a reference from True with each emit; on Python 3.11 that ends the process after some hours
    emitter = Emitter()
    before = sys.getrefcount(True)
    for _ in range(200):
        emitter.told.emit()
    assert sys.getrefcount(True) > before - 100
