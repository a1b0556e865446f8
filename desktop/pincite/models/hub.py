"""Files from a repository on the Hugging Face hub. Keeps nothing but the file it is told to write; uses no account."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from pincite.models.entries import HubSource, ModelFile, SourceFailed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 20.0
BLOCK = 1 << 16

SHA256_DIGITS = 64
READ_AT_MOST = 10 << 20
"""Bytes of a file above which the hub keeps its SHA-256."""


def fetch(source: HubSource, file: ModelFile, part: Path) -> Iterator[int]:
    """Appends to ``part`` what is missing of the file; yields how many bytes it has. Stop iterating to cancel.

    ``huggingface_hub.hf_hub_download`` is not used: from 2.x on it starts each download afresh, and it cannot be
    cancelled. Its parts are: the address, the facts about the file, and the connection with the user's proxies.
    ``HF_ENDPOINT`` names another hub.

    Raises:
        SourceFailed: the hub cannot be reached, does not have the file, or has another one.
    """
    import httpx2
    from huggingface_hub import get_hf_file_metadata, hf_hub_url

    endpoint = os.environ.get("HF_ENDPOINT") or None
    url = hf_hub_url(source.repo, file.path, revision=source.revision, endpoint=endpoint)
    while (have := _size(part)) < file.size:
        try:
            facts = get_hf_file_metadata(url, token=False, timeout=CONNECT_SECONDS, endpoint=endpoint)
        except (httpx2.HTTPError, OSError) as error:
            raise SourceFailed(_reason(error)) from error
        if facts.size not in (None, file.size):
            raise SourceFailed(f"{file.path} has {facts.size} bytes there, not the {file.size} of the catalogue")
        try:
            yield from _stream(facts.location, file, part, have)
        except httpx2.HTTPError as error:
            # A connection that breaks is taken up where it broke, for as long as each try brings something.
            if _size(part) <= have:
                raise SourceFailed(_reason(error)) from error
        if _size(part) <= have:
            raise SourceFailed(f"{file.path} ends after {have} bytes")


def look_up(source: HubSource, path: str) -> ModelFile:
    """Size and SHA-256 of a file as the hub has it at the commit.

    The hub states the SHA-256 of large files. Of the others it states git's own checksum: those are read here, and their
    SHA-256 computed.

    Raises:
        SourceFailed: the hub cannot be reached, does not have the file, or has it at another commit.
    """
    import httpx2
    from huggingface_hub import get_hf_file_metadata, get_session, hf_hub_url

    endpoint = os.environ.get("HF_ENDPOINT") or None
    url = hf_hub_url(source.repo, path, revision=source.revision, endpoint=endpoint)
    try:
        facts = get_hf_file_metadata(url, token=False, timeout=CONNECT_SECONDS, endpoint=endpoint)
        if facts.commit_hash != source.revision or facts.size is None or facts.etag is None:
            raise SourceFailed(f"{path} is not stated there at the commit {source.revision}")
        if len(facts.etag) == SHA256_DIGITS:
            return ModelFile(path, facts.size, facts.etag)
        if facts.size > READ_AT_MOST:
            raise SourceFailed(f"the SHA-256 of {path} is not stated there")
        timeout = httpx2.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS)
        data = get_session().get(facts.location, timeout=timeout).raise_for_status().content
    except (httpx2.HTTPError, OSError) as error:
        raise SourceFailed(_reason(error)) from error
    if hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest() != facts.etag:
        raise SourceFailed(f"{path} was changed on its way")
    return ModelFile(path, len(data), hashlib.sha256(data).hexdigest())


def _stream(url: str, file: ModelFile, part: Path, start: int) -> Iterator[int]:
    import httpx2
    from huggingface_hub import get_session

    # Compressed answers have no ranges and other lengths.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={start}-"} if start else {})
    timeout = httpx2.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS)
    with get_session().stream("GET", url, headers=headers, timeout=timeout) as response:
        response.raise_for_status()
        resumed = response.status_code == httpx2.codes.PARTIAL_CONTENT
        have = start if resumed else 0
        with part.open("ab" if resumed else "wb") as out:
            for block in response.iter_bytes(BLOCK):
                out.write(block)
                have += len(block)
                if have > file.size:  # not our file: its SHA-256 will say so
                    return
                yield have


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _reason(error: Exception) -> str:
    import httpx2
    from huggingface_hub.errors import HfHubHTTPError

    if isinstance(error, httpx2.HTTPStatusError | HfHubHTTPError):
        return f"answers with status {error.response.status_code}"
    if isinstance(error, httpx2.TimeoutException):
        return "does not answer"
    if isinstance(error, httpx2.TransportError):
        return f"cannot be reached ({error})"
    return str(error).strip().partition("\n")[0] or type(error).__name__
