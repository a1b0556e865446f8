"""A full disk is told from a bug, by what the database says of it."""

from __future__ import annotations

import pytest

from pincite.faults import of_storage

PLACE = "/home/somebody/src/writer.rs:258:9"


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (
            RuntimeError(f"lance error: LanceError(IO): No space left on device (os error 28), {PLACE}"),
            "No space left on device",
        ),
        (OSError(f"LanceError(IO): Read-only file system (os error 30), {PLACE}"), "Read-only file system"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (OSError("odd"), "odd"),
        (RuntimeError("CUDA out of memory"), ""),
        (ValueError("LanceError(IO): nothing"), ""),
    ],
)
def test_reason_is_that_of_the_system(error: Exception, why: str) -> None:
    assert of_storage(error) == why
