"""A generator in a thread of its own: in order, bounded, with its exceptions, and ended when nobody wants more."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from pincite.readahead import ReadAhead

if TYPE_CHECKING:
    from collections.abc import Generator

WAIT_SECONDS = 30.0


def test_items_come_in_order_from_another_thread() -> None:
    threads = set()

    def items() -> Generator[int, None, None]:
        for number in range(100):
            threads.add(threading.current_thread())
            yield number

    with ReadAhead(items(), 3) as ahead:
        assert [item for item in ahead.take(WAIT_SECONDS) if item is not None] == list(range(100))
    assert threads.isdisjoint({threading.current_thread()})


def test_no_more_is_made_than_there_is_room_for() -> None:
    made: list[int] = []
    full = threading.Event()

    def items() -> Generator[int, None, None]:
        for number in range(100):
            made.append(number)
            if number == 4:
                full.set()
            yield number

    with ReadAhead(items(), 3) as ahead:
        taken = ahead.take(WAIT_SECONDS)
        assert next(taken) == 0
        assert full.wait(WAIT_SECONDS)
        assert made == [0, 1, 2, 3, 4]  # one taken, three that wait, and one that waits for room


def test_exception_comes_out_where_items_are_taken() -> None:
    def items() -> Generator[int, None, None]:
        yield 1
        raise ValueError("in the middle")

    with ReadAhead(items(), 3) as ahead:
        taken = ahead.take(WAIT_SECONDS)
        assert next(taken) == 1
        with pytest.raises(ValueError, match="in the middle"):
            next(taken)


def test_generator_is_closed_when_no_more_is_wanted() -> None:
    closed = threading.Event()

    def items() -> Generator[int, None, None]:
        try:
            yield from range(1000)
        finally:
            closed.set()

    with ReadAhead(items(), 3) as ahead:
        assert next(ahead.take(WAIT_SECONDS)) == 0
    assert closed.is_set()


def test_who_waits_is_told_that_nothing_comes() -> None:
    go_on = threading.Event()

    def items() -> Generator[str, None, None]:
        assert go_on.wait(WAIT_SECONDS)
        yield "late"

    with ReadAhead(items(), 1) as ahead:
        taken = ahead.take(0.01)
        assert next(taken) is None
        go_on.set()
        assert next(item for item in taken if item is not None) == "late"
