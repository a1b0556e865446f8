"""Work in the background pauses for as long as anything goes first."""

from __future__ import annotations

import threading

import pytest

from pincite.precedence import Precedence

WAIT_SECONDS = 30.0


def test_background_is_free_when_nothing_goes_first() -> None:
    precedence = Precedence()
    assert precedence.is_free(0)
    with precedence.first():
        assert not precedence.is_free(0)
    assert precedence.is_free(0)


def test_background_waits_for_the_last_of_several() -> None:
    precedence = Precedence()
    with precedence.first():
        with precedence.first():
            pass
        assert not precedence.is_free(0)
    assert precedence.is_free(0)


def test_a_failure_lets_the_background_go_on() -> None:
    precedence = Precedence()
    with pytest.raises(ValueError, match="a bug"), precedence.first():
        raise ValueError("a bug")
    assert precedence.is_free(0)


def test_who_waits_goes_on_as_soon_as_nothing_goes_first() -> None:
    precedence = Precedence()
    found: list[bool] = []
    background = threading.Thread(target=lambda: found.append(precedence.is_free(WAIT_SECONDS)))
    with precedence.first():
        background.start()
        assert found == []
    background.join(WAIT_SECONDS)
    assert found == [True]
