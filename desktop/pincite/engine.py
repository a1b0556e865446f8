"""The Library in a process of its own: requests in, events out, over a pipe. Knows no Qt.

The window talks to an :class:`Engine`; the process behind it runs :func:`serve`. Each request goes to one of its
lanes, each a thread, so that a question is answered while files are being imported or a model is fetched, and pages turn
while a question is answered or a book is searched. If the process dies, ``receive`` raises; a new Engine can be started, and
``resume`` goes on.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import operator
import queue
import threading
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pincite import diagnostics
from pincite.errors import Cancelled, EngineDied, PinciteError
from pincite.settings import log_folder

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from pincite.events import Event
    from pincite.library import Library
    from pincite.settings import Settings

LANES = {
    "import": ("add", "resume", "imports.reread", "watched.update"),
    "fetch": ("get_model", "storage.use", "storage.clean_up", "storage.back_up", "storage.restore"),
    "ask": ("search", "ask"),
    "view": (
        "documents",
        "collections",
        "status",
        "models",
        "use_model",
        "choices",
        "configure",
        "machine",
        "network.report",
        "remove",
        "render",
        "keys.unlock",
        "imports.waiting",
        "watched.folders",
        "watched.watch",
        "watched.unwatch",
        "reading.pages",
        "reading.words",
        "reading.outline",
        "conversations.listed",
        "conversations.read",
        "conversations.rename",
        "conversations.delete",
        "conversations.restore",
        "conversations.markdown",
        "organising.collections",
        "organising.create",
        "organising.change",
        "organising.delete",
        "organising.bring_back",
        "organising.arrange",
        "organising.retitle",
        "removals.note",
        "removals.keep",
        "removals.finish",
        "marks.of",
        "marks.save",
        "marks.remove",
        "marks.export",
    ),
    "find": ("reading.find",),
}
"""The methods of :class:`pincite.library.Library`, and of its parts, that may be requested, by the lane that they run in."""

ANNOUNCED = {"add": "imports.announce"}
"""What is noted as soon as it is requested, before its turn: the process may end until then."""

WITHDRAWN = {"add": "imports.withdraw"}
"""What takes that note back, if the user stops the request before its turn."""

STOP_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Request:
    """Call the method ``verb`` of the library. A method that returns an iterator streams its events."""

    id: int
    verb: str
    arguments: dict[str, Any] = field(repr=False)  # passwords may be among them


@dataclass(frozen=True, slots=True)
class Cancel:
    """Stop the request with this id at its next event. Unknown and finished ids are ignored."""

    id: int


@dataclass(frozen=True, slots=True)
class Happened:
    """A request in progress said something."""

    id: int
    event: Event


@dataclass(frozen=True, slots=True)
class Finished:
    """A request is done. ``value`` is what the method returned; None after a stream of events."""

    id: int
    value: Any = None


@dataclass(frozen=True, slots=True)
class Failed:
    """A request could not be done. ``details`` is a traceback if the fault is ours, empty if it is the world's.

    ``code`` is that of the :class:`PinciteError`: "encrypted" where a password is missing or wrong.
    """

    id: int
    message: str
    hint: str
    details: str = ""
    cancelled: bool = False
    code: str = ""


Message = Happened | Finished | Failed


class Engine:
    """The handle of an engine process. Send from any thread; receive from one.

    Args:
        settings: Which library to open, and with which models.
        open_library: What opens it, in the new process; it must be picklable. None: ``Library.open``.
    """

    def __init__(self, settings: Settings, open_library: Callable[[Settings], Library] | None = None) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._ids = itertools.count(1)
        self._lock = threading.Lock()
        self._process = context.Process(target=serve, args=(theirs, settings, open_library), name="pincite-engine")
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        """Process id of the engine."""
        return self._process.pid or 0

    def send(self, verb: str, **arguments: Any) -> int:
        """Requests a method of the library; returns the id that its messages will carry.

        Raises:
            EngineDied: the process is gone.
        """
        request = Request(next(self._ids), verb, arguments)
        self._write(request)
        return request.id

    def cancel(self, request_id: int) -> None:
        """Asks for a request to stop; it ends with Failed(cancelled=True), or normally if it was done already."""
        self._write(Cancel(request_id))

    def receive(self) -> Message:
        """Waits for the next message.

        Raises:
            EngineDied: the process ended, killed or crashed; nothing more will come.
        """
        try:
            message: Message = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise self._died() from error
        return message

    def stop(self) -> None:
        """Ends the process: in good order if it can, by force after three seconds."""
        with contextlib.suppress(OSError, EngineDied):
            self._write(None)
        self._process.join(STOP_SECONDS)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def close(self) -> None:
        """Lets go of the pipe; call it when the thread that receives has ended."""
        self._pipe.close()

    def _write(self, message: Request | Cancel | None) -> None:
        try:
            with self._lock:
                self._pipe.send(message)
        except (BrokenPipeError, OSError) as error:
            raise self._died() from error

    def _died(self) -> EngineDied:
        self._process.join(STOP_SECONDS)
        code = self._process.exitcode
        how = f"was stopped by signal {-code}" if code is not None and code < 0 else f"ended with status {code}"
        return EngineDied(f"The engine {how}.", "It is started again, and imports go on where they were. Your library is safe.")


# --- the process ---------------------------------------------------------------------------------------------------


class _Lane:
    """A thread that does requests one after the other."""

    def __init__(self, name: str, do: Callable[[Request, threading.Event], None]) -> None:
        self._requests: queue.SimpleQueue[tuple[Request, threading.Event] | None] = queue.SimpleQueue()
        self._do = do
        self._thread = threading.Thread(target=self._run, name=f"pincite-{name}", daemon=True)
        self._thread.start()

    def put(self, request: Request, cancelled: threading.Event) -> None:
        self._requests.put((request, cancelled))

    def finish(self, timeout: float) -> None:
        self._requests.put(None)
        self._thread.join(timeout)

    def _run(self) -> None:
        while (item := self._requests.get()) is not None:
            self._do(*item)


class _Server:
    def __init__(self, pipe: Connection, library: Library) -> None:
        self._pipe = pipe
        self._library = library
        self._write_lock = threading.Lock()
        self._cancelled: dict[int, threading.Event] = {}
        self._lanes = {name: _Lane(name, self._do) for name in LANES}
        self._lane_of = {verb: self._lanes[name] for name, verbs in LANES.items() for verb in verbs}

    def run(self) -> None:
        """Reads requests until the window says stop or goes away."""
        while True:
            try:
                message = self._pipe.recv()
            except (EOFError, OSError):
                message = None
            if message is None:
                break
            if isinstance(message, Cancel):
                if flag := self._cancelled.get(message.id):
                    flag.set()
                continue
            flag = self._cancelled[message.id] = threading.Event()
            self._tell(ANNOUNCED, message)
            self._lane_of[message.verb].put(message, flag)
        self._library.imports.keep_waiting()
        for flag in list(self._cancelled.values()):
            flag.set()
        for lane in self._lanes.values():
            lane.finish(STOP_SECONDS / 2)

    def _do(self, request: Request, cancelled: threading.Event) -> None:
        try:
            if cancelled.is_set():
                self._tell(WITHDRAWN, request)
                raise Cancelled("Stopped.")
            value = operator.attrgetter(request.verb)(self._library)(**request.arguments)
            if isinstance(value, Iterator):
                with contextlib.closing(value) as events:  # type: ignore[type-var]
                    for event in events:
                        self._write(Happened(request.id, event))
                        if cancelled.is_set():
                            raise Cancelled("Stopped.")
                value = None
            self._write(Finished(request.id, value))
        except PinciteError as error:
            cancelled_by_user = isinstance(error, Cancelled)
            self._write(Failed(request.id, error.message, error.hint, cancelled=cancelled_by_user, code=error.code))
        except Exception as error:  # a bug of ours must reach the window, whatever it is
            diagnostics.log.exception("request %s failed", request.verb)
            self._write(Failed(request.id, f"Something went wrong in Pincite: {error}", "", traceback.format_exc()))
        finally:
            self._cancelled.pop(request.id, None)

    def _tell(self, listeners: Mapping[str, str], request: Request) -> None:
        """Tells the part of the library that wants to know of such a request outside its turn."""
        if listener := listeners.get(request.verb):
            try:
                operator.attrgetter(listener)(self._library)(**request.arguments)
            except PinciteError as error:  # the request itself will fail of the same, and tell the user
                diagnostics.log.warning("request %s is not noted: %s", request.verb, error)

    def _write(self, message: Message) -> None:
        with self._write_lock, contextlib.suppress(OSError):  # the window may have gone away
            self._pipe.send(message)


def serve(pipe: Connection, settings: Settings, open_library: Callable[[Settings], Library] | None = None) -> None:
    """The engine process: opens a library and does what the pipe asks for, until the pipe closes.

    A library that cannot be opened is told as ``Failed`` with the id 0, and ends the process.
    """
    from pincite.library import Library

    diagnostics.start("engine", log_folder())
    try:
        library = (open_library or Library.open)(settings)
    except PinciteError as error:
        pipe.send(Failed(0, error.message, error.hint))
        return
    library.network.watch()
    try:
        _Server(pipe, library).run()
    finally:
        library.close()
