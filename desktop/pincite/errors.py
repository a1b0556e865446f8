"""The failures that a user can understand and mend. Anything else that is raised is a bug of ours."""


class PinciteError(Exception):
    """Something in the user's world is not as it must be; shown plainly, never as a traceback.

    Args:
        message: One sentence that says what happened, in the user's words.
        hint: One sentence that says what to do about it; empty where nothing can be done.

    Attributes:
        code: What a program can tell this failure from others by; empty where none needs to.
    """

    code = ""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class FileError(PinciteError):
    """One file cannot be read; the others are not concerned."""


class PasswordNeeded(FileError):
    """The file is encrypted and no password, or a wrong one, was given."""

    code = "encrypted"


class ParserCrashed(FileError):
    """The process that reads PDFs died or hung on a file."""


class LibraryError(PinciteError):
    """The library cannot be opened, or does not hold what was asked for."""


class ModelError(PinciteError):
    """A model is missing, damaged, unknown, or cannot run on this machine."""


class EngineDied(PinciteError):
    """The engine process ended without being asked to."""


class Cancelled(PinciteError):
    """The user stopped the work; not a failure."""
