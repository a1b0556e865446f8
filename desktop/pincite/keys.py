"""The passwords of encrypted documents, for as long as the program runs. Writes none of them anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pincite.errors import LibraryError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from pincite.domain import Document
    from pincite.index import Index
    from pincite.parser import Parser


class Keys:
    """What opens the documents of a library. After a restart the user is asked again: a password is never stored.

    Args:
        index: Where the documents are.
        parser: Tries the passwords.
        stored: Where the file of a document is.
    """

    def __init__(self, index: Index, parser: Parser, stored: Callable[[Document], Path]) -> None:
        self._index = index
        self._parser = parser
        self._stored = stored
        self._passwords: dict[str, str] = {}

    def of(self, document_id: str) -> str:
        """The password of a document; empty if none is known."""
        return self._passwords.get(document_id, "")

    def keep(self, document_id: str, password: str) -> None:
        """Remembers the password that has opened a document."""
        if password:
            self._passwords[document_id] = password

    def unlock(self, document_id: str, password: str) -> None:
        """Tries a password on a document, and keeps it if it is right.

        Raises:
            PasswordNeeded: it is wrong.
            FileError: the file cannot be opened at all.
            LibraryError: there is no such document.
        """
        document = self._index.document(document_id)
        if document is None:
            raise LibraryError("This document is not in the library any more.")
        self._parser.head(self._stored(document), password)
        self.keep(document_id, password)


def password_for(path: Path, passwords: Mapping[str, str]) -> str:
    """The password that is meant for a file: that of its path, of its name, or the one for all, which has the name ""."""
    return next((passwords[key] for key in (str(path), path.name, "") if key in passwords), "")
