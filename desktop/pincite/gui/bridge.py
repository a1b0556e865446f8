"""Between the window and the engine: requests with callbacks in the window's thread, and a new engine when one dies.

Knows no widget and none of what the library does.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from pincite.diagnostics import log
from pincite.engine import Engine, Failed, Finished, Happened
from pincite.errors import EngineDied
from pincite.gui.translation import translate

if TYPE_CHECKING:
    from pincite.engine import Message
    from pincite.events import Event
    from pincite.settings import Settings

STARTS = 3
"""Restarts within ``STARTS_WITHIN`` seconds after which an engine that keeps dying is left alone."""
STARTS_WITHIN = 60.0

NOT_REPEATED = ("ask", "search", "remove", "use_model", "organising.create", "organising.change", "organising.delete")
"""What a new engine is not asked again: the user did it once, and it may be what the old engine died of."""

Deliver = Callable[["Message | EngineDied"], None]


class Link(Protocol):
    """A running engine, as the bridge needs it. Its messages go to the ``deliver`` that it was started with."""

    def send(self, verb: str, **arguments: Any) -> int:
        """Requests a method of the library; returns the id of the request."""

    def cancel(self, request_id: int) -> None:
        """Asks for a request to stop."""

    def stop(self) -> None:
        """Ends the engine; it delivers nothing more."""


class ProcessLink(QObject):
    """An engine process, and the thread that reads from it. Delivers in the thread that made it."""

    _arrived = Signal(object)

    def __init__(self, engine: Engine, deliver: Deliver) -> None:
        super().__init__()
        self._engine = engine
        self._deliver = deliver
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._reader = threading.Thread(target=self._read, name="pincite-reader", daemon=True)
        self._reader.start()

    @property
    def pid(self) -> int:
        """Process id of the engine."""
        return self._engine.pid

    def send(self, verb: str, **arguments: Any) -> int:
        """See :class:`Link`."""
        return self._engine.send(verb, **arguments)

    def cancel(self, request_id: int) -> None:
        """See :class:`Link`."""
        self._engine.cancel(request_id)

    def stop(self) -> None:
        """See :class:`Link`. Takes up to three seconds if the engine does not listen."""
        self._deliver = _to_nobody
        self._engine.stop()
        self._reader.join()
        self._engine.close()

    def _read(self) -> None:
        while True:
            try:
                message = self._engine.receive()
            except EngineDied as error:
                self._arrived.emit(error)
                return
            self._arrived.emit(message)

    def _pass_on(self, message: Message | EngineDied) -> None:
        self._deliver(message)


class Handle:
    """A request on its way. Ends with exactly one call of ``on_done`` or ``on_failed``."""

    def __init__(
        self,
        bridge: Bridge,
        verb: str,
        arguments: dict[str, Any],
        on_event: Callable[[Event], None],
        on_done: Callable[[Any], None],
        on_failed: Callable[[Failed], None],
    ) -> None:
        self._bridge = bridge
        self.verb = verb
        self.arguments = arguments
        self.on_event = on_event
        self.on_done = on_done
        self.on_failed = on_failed
        self.id: int | None = None  # None: no engine has it yet
        self.cancelled = False

    def cancel(self) -> None:
        """Asks for it to stop; ``on_failed`` then comes with ``cancelled``, or ``on_done`` if it was done already."""
        self._bridge.cancel(self)


class Bridge(QObject):
    """Speaks to one engine at a time, and starts another when it dies.

    Args:
        start_link: Starts an engine whose messages go to the function that is passed to it.
        clock: Seconds that only go forward.

    Signals:
        started: an engine is running, the first or another.
        died(message, hint): the engine ended by itself and another was started.
        gave_up(message, hint): it ended too often; ``start`` tries again.
        library_failed(message, hint): the library cannot be opened; ``start`` tries again.
        failed(Failed): a request failed for which nobody had asked to be told.
    """

    started = Signal()
    died = Signal(str, str)
    gave_up = Signal(str, str)
    library_failed = Signal(str, str)
    failed = Signal(object)

    def __init__(
        self,
        start_link: Callable[[Deliver], Link],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._start_link = start_link
        self._clock = clock
        self._link: Link | None = None
        self._generation = 0
        self._requests: list[Handle] = []
        self._deaths: deque[float] = deque(maxlen=STARTS + 1)

    @classmethod
    def to_process(cls, settings: Settings, parent: QObject | None = None) -> Bridge:
        """A bridge to the real engine, which opens the library of the settings."""
        return cls(cls.process_of(settings), parent=parent)

    @staticmethod
    def process_of(settings: Settings) -> Callable[[Deliver], Link]:
        """What starts the real engine on the library of the settings."""
        return lambda deliver: ProcessLink(Engine(settings), deliver)

    @property
    def link(self) -> Link | None:
        """The running engine; None before the start, after ``stop`` and when given up."""
        return self._link

    def start(self) -> None:
        """Starts an engine if none runs, and sends what has been waiting for one."""
        if self._link is not None:
            return
        self._generation += 1
        self._link = self._start_link(partial(self._deliver, self._generation))
        for handle in list(self._requests):
            self._send(handle)
        self.started.emit()

    def switch(self, start_link: Callable[[Deliver], Link]) -> None:
        """Ends the engine and starts another one, as for another library. What was asked of the old one counts as stopped."""
        dropped, self._requests = self._requests, []
        self._end_link()
        for handle in dropped:
            handle.on_failed(_stopped())
        self._start_link = start_link
        self.start()

    def stop(self) -> None:
        """Ends the engine for good. Requests on their way are dropped without a word."""
        self._requests.clear()
        self._end_link()

    def request(
        self,
        verb: str,
        *,
        on_event: Callable[[Event], None] | None = None,
        on_done: Callable[[Any], None] | None = None,
        on_failed: Callable[[Failed], None] | None = None,
        **arguments: Any,
    ) -> Handle:
        """Calls a method of the library. Callbacks come later, in this thread, never from within this call.

        Without ``on_failed``, a failure is told by the signal ``failed``.
        """
        handle = Handle(self, verb, arguments, on_event or _to_nobody, on_done or _to_nobody, on_failed or self._failed_untold)
        self._requests.append(handle)
        if self._link is not None:
            self._send(handle)
        return handle

    def cancel(self, handle: Handle) -> None:
        """Asks for a request to stop; see :meth:`Handle.cancel`."""
        if handle not in self._requests:
            return
        handle.cancelled = True
        if self._link is None or handle.id is None:
            self._end(handle)
            handle.on_failed(_stopped())
            return
        with contextlib.suppress(EngineDied):  # its death is told by the reader
            self._link.cancel(handle.id)

    def _send(self, handle: Handle) -> None:
        if self._link is None:
            return
        with contextlib.suppress(EngineDied):  # its death is told by the reader, and the request sent to the next
            handle.id = self._link.send(handle.verb, **handle.arguments)

    def _deliver(self, generation: int, message: Message | EngineDied) -> None:
        if generation != self._generation or self._link is None:
            return
        if isinstance(message, EngineDied):
            self._on_death(message)
            return
        if isinstance(message, Failed) and message.id == 0:
            self._end_link()
            self.library_failed.emit(message.message, message.hint)
            return
        handle = next((request for request in self._requests if request.id == message.id), None)
        if handle is None:
            return
        if isinstance(message, Happened):
            if not handle.cancelled:
                handle.on_event(message.event)
        elif isinstance(message, Finished):
            self._end(handle)
            handle.on_done(message.value)
        else:
            self._end(handle)
            handle.on_failed(message)

    def _on_death(self, error: EngineDied) -> None:
        log.warning("the engine died: %s", error)
        self._end_link()
        lost = [handle for handle in self._requests if handle.cancelled or handle.verb in NOT_REPEATED]
        self._requests = [handle for handle in self._requests if handle not in lost]
        for handle in self._requests:
            handle.id = None
        self._deaths.append(self._clock())
        recent = [moment for moment in self._deaths if self._clock() - moment < STARTS_WITHIN]
        for handle in lost:
            handle.on_failed(_stopped() if handle.cancelled else _lost(handle.verb))
        if len(recent) > STARTS:
            self._deaths.clear()
            self.gave_up.emit(
                self.tr("The part of Pincite that reads and answers keeps stopping, so it was not started again."),
                self.tr("Close other programs to free memory, then start it again. Your library is safe."),
            )
            return
        self.start()
        again = self.tr("It was started again and imports continue. Your library is safe. ({reason})")
        self.died.emit(
            self.tr("The part of Pincite that reads and answers stopped unexpectedly."), again.format(reason=error.message)
        )

    def _end_link(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.stop()

    def _end(self, handle: Handle) -> None:
        self._requests.remove(handle)

    def _failed_untold(self, failure: Failed) -> None:
        if not failure.cancelled:
            self.failed.emit(failure)


def _to_nobody(_message: object) -> None:
    """Takes what nobody waits for."""


def _stopped() -> Failed:
    return Failed(0, translate("bridge", "Stopped."), "", cancelled=True)


def _lost(verb: str) -> Failed:
    if verb in ("ask", "search"):
        return Failed(
            0,
            translate("bridge", "The answer was interrupted."),
            translate("bridge", "The part of Pincite that answers stopped unexpectedly. Ask again."),
        )
    return Failed(
        0,
        translate("bridge", "This was not done: the part of Pincite that does it ended."),
        translate("bridge", "Try again."),
    )
