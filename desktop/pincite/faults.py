"""Tells a disk that does not take what is written from a bug of ours. Knows how the database words it, and no database."""

from __future__ import annotations

import re

_OF_DATABASE = re.compile(r"LanceError\(IO\): (.*?)(?: \(os error \d+\))?(?:, /|$)", re.DOTALL)


def of_storage(error: Exception) -> str:
    """Why something could not be written, as the system says it; empty if the error is of another kind.

    The database raises RuntimeError for a full disk, as many a bug does, and puts the system's words into its own.
    """
    if isinstance(error, OSError):
        found = _OF_DATABASE.search(str(error))
        return found[1] if found else error.strerror or str(error)
    if isinstance(error, RuntimeError) and (found := _OF_DATABASE.search(str(error))):
        return found[1]
    return ""
