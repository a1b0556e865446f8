"""Lets one thread make what another one uses, so that both have a core to work on. Knows nothing of what is made."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

T = TypeVar("T")

_LOOK_SECONDS = 0.1  # between two looks whether what waits for room is still wanted


class ReadAhead(Generic[T]):
    """Runs a generator in a thread of its own, some items ahead of who takes them. Use it as a context manager.

    An exception that the generator raises comes out where its items are taken. At the end of the ``with`` the generator is
    closed, in its own thread, and waited for.

    Args:
        items: What is run.
        limit: The most items that wait to be taken.
    """

    def __init__(self, items: Generator[T, None, Any], limit: int) -> None:
        self._items = items
        self._queue: queue.Queue[tuple[bool, T | BaseException | None]] = queue.Queue(limit)
        self._unwanted = threading.Event()
        self._thread = threading.Thread(target=self._run, name="pincite-ahead", daemon=True)

    def __enter__(self) -> ReadAhead[T]:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        """Begins to run the generator; :meth:`stop` must follow in the end."""
        self._thread.start()

    def stop(self) -> None:
        """Closes the generator, and waits until that is done."""
        self._unwanted.set()
        self._thread.join()

    def __iter__(self) -> Iterator[T]:
        """The items in order."""
        return (item for item in self.take(None) if item is not None)

    def take(self, idle_seconds: float | None) -> Iterator[T | None]:
        """The items in order. None stands for a time in which none came, so that other work need not wait for the next."""
        while True:
            try:
                is_item, value = self._queue.get(timeout=idle_seconds)
            except queue.Empty:
                yield None
                continue
            if is_item:
                yield value  # type: ignore[misc]
            elif isinstance(value, BaseException):
                raise value
            else:
                return

    def _run(self) -> None:
        end: BaseException | None = None
        try:
            for item in self._items:
                if not self._put((True, item)):
                    break
        except BaseException as error:  # whatever it is, it belongs to the thread that takes the items
            end = error
        finally:
            self._items.close()
        self._put((False, end))

    def _put(self, entry: tuple[bool, T | BaseException | None]) -> bool:
        while not self._unwanted.is_set():
            try:
                self._queue.put(entry, timeout=_LOOK_SECONDS)
            except queue.Full:
                continue
            return True
        return False
