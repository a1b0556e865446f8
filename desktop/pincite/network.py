"""What this process connects to beyond the machine: counted as it happens, so that “never used” can be said and is true.

Python tells an audit hook of every connection and every name that is looked up before it happens. What compiled libraries might
do without Python is looked for in the operating system's list of the process's connections, whenever somebody asks.
"""

from __future__ import annotations

import contextlib
import ipaddress
import multiprocessing
import sys
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from pincite.reports import NetworkReport, NetworkUse

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONNECTING = ("socket.connect", "socket.sendto", "socket.sendmsg")
_LOOKING_UP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")


class Network:
    """The uses of the network since the process started. Safe to use from any thread."""

    def __init__(self) -> None:
        self._since = _now()
        self._lock = threading.Lock()
        self._purposes: list[str] = []
        self._uses: dict[tuple[str, bool], NetworkUse] = {}

    def watch(self) -> None:
        """Begins to count in this process. It cannot be ended, so that nobody can end it in secret."""
        sys.addaudithook(self._on_event)

    @contextmanager
    def purpose(self, why: str) -> Iterator[None]:
        """While this lasts, connections are what the user has asked for; ``why`` goes after “The network was used for ”."""
        with self._lock:
            self._purposes.append(why)
        try:
            yield
        finally:
            with self._lock:
                self._purposes.remove(why)

    def note(self, what: str) -> None:
        """Counts a use of the network: the purpose if there is one, else ``what`` was connected to, which nobody asked for."""
        with self._lock:
            wanted = bool(self._purposes)
            key = (self._purposes[-1] if wanted else what, wanted)
            self._uses.setdefault(key, NetworkUse(_now(), *key))

    def told(self) -> NetworkReport:
        """All uses that Python has told of, in order. Takes no time, so that a window can ask."""
        with self._lock:
            return NetworkReport(self._since, tuple(self._uses.values()))

    def report(self) -> NetworkReport:
        """All uses so far; connections that are open now among them, those of the child processes and of the window, too."""
        for address in _open_connections():
            self.note(address)
        return self.told()

    def _on_event(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _CONNECTING:
            address = arguments[1] if len(arguments) > 1 else None
            host = address[0] if isinstance(address, tuple) and address else ""  # other families are of this machine
        elif event in _LOOKING_UP:
            host = arguments[0]
        else:
            return
        host = host.decode("ascii", "replace") if isinstance(host, bytes) else host
        if host and not _is_here(str(host)):
            self.note(str(host))


def _open_connections() -> list[str]:
    import psutil  # the window opens sooner without it

    found = []
    try:
        here, window = psutil.Process(), multiprocessing.parent_process()
        processes = [here, *here.children(recursive=True), *([psutil.Process(window.pid)] if window and window.pid else [])]
    except psutil.Error:
        processes = [psutil.Process()]
    for process in processes:
        # some systems keep the list to themselves, and processes end; the audit hook goes on counting
        with contextlib.suppress(psutil.Error):
            found += [connection.raddr.ip for connection in process.net_connections(kind="inet") if connection.raddr]
    return [address for address in found if not _is_here(address)]


def _is_here(host: str) -> bool:
    """Whether a host is this machine."""
    if host.casefold() in ("localhost", "localhost."):
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:  # a name
        return False
    return address.is_loopback or address.is_unspecified


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
