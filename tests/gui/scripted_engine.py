"""An engine without a process: it answers requests with what a test has written down, in the test's own thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from pincite.engine import Failed, Finished, Happened
from pincite.errors import EngineDied, PinciteError

if TYPE_CHECKING:
    from pincite.events import Event
    from pincite.gui.bridge import Deliver

Reply = Callable[[dict[str, Any]], Any]


@dataclass
class Asked:
    """A request that the engine got."""

    id: int
    verb: str
    arguments: dict[str, Any]
    cancelled: bool = False
    ended: bool = False


@dataclass
class ScriptedEngine:
    """Answers the verbs in ``replies`` in the next turn of the event loop, and leaves the others to the test.

    A reply that raises a PinciteError fails the request.

    Use it as the ``start_link`` of a bridge: each call of it is a new life, with the requests of that life in ``asked``.
    """

    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    lives: int = 0
    stopped: int = 0
    _deliver: Deliver | None = None

    def __call__(self, deliver: Deliver) -> ScriptedEngine:
        """Starts a life."""
        self.lives += 1
        self.asked = []
        self._deliver = deliver
        return self

    def send(self, verb: str, **arguments: Any) -> int:
        """Notes a request, and answers it soon if there is a reply for it."""
        request = Asked(len(self.asked) + 1, verb, arguments)
        self.asked.append(request)
        if verb in self.replies:
            life = self.lives
            QTimer.singleShot(0, lambda: self._reply(request) if self.lives == life else None)
        return request.id

    def cancel(self, request_id: int) -> None:
        """Ends a request as the real engine does: later, not from within the call."""
        request = self.asked[request_id - 1]
        request.cancelled = True
        QTimer.singleShot(0, lambda: self.fail(request, "Stopped.", "", cancelled=True))

    def stop(self) -> None:
        """Ends the life."""
        self.stopped += 1
        self._deliver = None

    def last(self, verb: str) -> Asked:
        """The latest request for a verb in this life."""
        return [request for request in self.asked if request.verb == verb][-1]

    def count(self, verb: str) -> int:
        """How often a verb was requested in this life."""
        return sum(request.verb == verb for request in self.asked)

    def say(self, request: Asked, *events: Event) -> None:
        """Tells events of a request."""
        for event in events:
            self._tell(Happened(request.id, event))

    def finish(self, request: Asked, value: Any = None) -> None:
        """Ends a request well."""
        request.ended = True
        self._tell(Finished(request.id, value))

    def fail(self, request: Asked, message: str, hint: str, details: str = "", cancelled: bool = False, code: str = "") -> None:
        """Ends a request badly; one that has ended stays ended."""
        if not request.ended:
            request.ended = True
            self._tell(Failed(request.id, message, hint, details, cancelled, code))

    def refuse_library(self, message: str, hint: str) -> None:
        """The library cannot be opened."""
        self._tell(Failed(0, message, hint))

    def die(self) -> None:
        """Ends the life as a kill does."""
        self._tell(EngineDied("The engine was stopped by signal 9.", ""))

    def _reply(self, request: Asked) -> None:
        if request.cancelled:
            return
        try:
            value = self.replies[request.verb](request.arguments)
        except PinciteError as error:
            self.fail(request, error.message, error.hint, code=error.code)
            return
        if isinstance(value, Iterable) and not isinstance(value, (list, tuple, str)):
            self.say(request, *value)
            value = None
        self.finish(request, value)

    def _tell(self, message: Any) -> None:
        if self._deliver is not None:
            self._deliver(message)
