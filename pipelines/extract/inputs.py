"""One input's bytes on disk, as the readers of all formats get them."""

import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from io import BufferedReader
from pathlib import Path

from pipelines.extract.allowance import Allowance
from pipelines.extract.limits import Limits
from pipelines.extract.rejects import RejectedInputError

HEAD_BYTES = 65_536
"""Bytes from the beginning of a file that tell its format."""

LATEST_NANOSECONDS = 2**63 - 1
"""In the year 2262."""


@dataclass(frozen=True)
class Input:
    """A file to read.

    Attributes:
        uri: Its path relative to the inbox, with slashes; of a file inside an archive ``archive.zip!path/inside``.
        path: Where the bytes are now.
        limits: How much it may hold.
        mapping: The file that says which of its fields are which columns, if one lies beside it.
        nesting: How many archives it lies in.
        allowance: What may still come out of the file of the inbox that it lies in; None for that file itself.
    """

    uri: str
    path: Path
    limits: Limits
    mapping: Path | None = None
    nesting: int = 0
    allowance: Allowance | None = None

    @property
    def name(self) -> str:
        """File name in lower case; its ending is only a hint of the format."""
        return self.uri.replace("!", "/").rpartition("/")[2].lower()

    @cached_property
    def head(self) -> bytes:
        """The first bytes.

        Raises:
            RejectedInputError: If the file has gone or may not be read.
        """
        with self.open() as file:
            return file.read(HEAD_BYTES)

    @contextmanager
    def open(self) -> Iterator[BufferedReader]:
        """The file, opened to read its bytes.

        Raises:
            RejectedInputError: If it has gone or may not be read.
        """
        with _as_rejects(), self.path.open("rb") as file:
            yield file

    def read(self) -> bytes:
        """All bytes of a file that holds one article, or several in a form that is read whole.

        Raises:
            RejectedInputError: If there are more than an article may have, or the file has gone or may not be read.
        """
        limit = self.limits.article_bytes
        with self.open() as file:
            content = file.read(limit + 1)
        if len(content) > limit:
            message = f"The file has more than {limit:,} bytes: split it into one file per article."
            raise RejectedInputError("too_large", message)
        return content

    def check_size(self) -> None:
        """Make sure that the file is not larger than any file may be.

        Raises:
            RejectedInputError: If it is.
        """
        with _as_rejects():
            size = self.path.stat().st_size
        if size > self.limits.file_bytes:
            message = f"The file has more than {self.limits.file_bytes:,} bytes: split it."
            raise RejectedInputError("too_large", message)

    def check_unchanged(self, byte_size: int, modified_at: int) -> None:
        """Make sure that the file is still the one that was listed; ``modified_at`` is in nanoseconds.

        Raises:
            RejectedInputError: If it was written to while it was read.
        """
        with _as_rejects():
            status = self.path.stat()
        if (status.st_size, written_at(status)) != (byte_size, modified_at):
            message = "The file was written to while it was read: wait until it is complete and run again."
            raise RejectedInputError("changed_while_read", message)

    def sha256(self) -> str:
        """Hash of all bytes, in hex.

        Raises:
            RejectedInputError: If the file has gone or may not be read.
        """
        with self.open() as file:
            return hashlib.file_digest(file, "sha256").hexdigest()


def written_at(status: os.stat_result) -> int:
    """When a file was last written to, in nanoseconds; clocks gone wild stop at what such a moment can tell."""
    return max(min(status.st_mtime_ns, LATEST_NANOSECONDS), -LATEST_NANOSECONDS)


@contextmanager
def _as_rejects() -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        message = "The file may not be read: give this user the right to read it."
        raise RejectedInputError("no_permission", message) from error
    except OSError as error:
        message = f"The file was listed but could not be read ({error.strerror}): put it back or run again."
        raise RejectedInputError("vanished", message) from error
