"""Read a file line by line, however long its lines are."""

from collections.abc import Iterator
from io import BufferedReader
from typing import NamedTuple

from pipelines.extract.inputs import Input
from pipelines.extract.rejects import RejectedInputError

SKIPPED_BYTES = 1_000_000
"""Bytes at a time of a line that is too long."""


class Line(NamedTuple):
    """A line by its number in the file, from 1; without content if it is longer than an article may be."""

    number: int
    content: bytes
    is_too_long: bool = False

    def text(self) -> str:
        """Its characters.

        Raises:
            RejectedInputError: If it is too long or no UTF-8, as JSON is.
        """
        if self.is_too_long:
            raise RejectedInputError("too_large", "The line is longer than an article may be: one article a line.")
        try:
            return self.content.decode("utf-8-sig" if self.number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            message = f"The line is no UTF-8 at byte {error.start}: save the file as UTF-8."
            raise RejectedInputError("undecodable", message) from error


def read_lines(source: Input) -> Iterator[Line]:
    """The lines that are not blank, one at a time, so that a file of any size takes the memory of one article.

    Raises:
        RejectedInputError: If the file has gone or may not be read.
    """
    limit = source.limits.article_bytes
    number = 0
    with source.open() as file:
        while content := file.readline(limit + 1):
            number += 1
            if len(content) > limit and not content.endswith(b"\n"):
                _skip_line(file)
                yield Line(number, b"", is_too_long=True)
            elif content.strip():
                yield Line(number, content)


def _skip_line(file: BufferedReader) -> None:
    while rest := file.readline(SKIPPED_BYTES):
        if rest.endswith(b"\n"):
            return
