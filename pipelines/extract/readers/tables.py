"""CSV and TSV: one article a row, in the columns of our names or by a mapping."""

import csv
from collections.abc import Iterator
from io import TextIOWrapper

from pipelines.extract.decode import decode
from pipelines.extract.fields import SourcePart
from pipelines.extract.inputs import Input
from pipelines.extract.json_values import as_bytes
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found, RejectedPart
from pipelines.extract.table_rows import RowMaker

DELIMITERS = ",;\t|"
"""What may part the cells of a row; the one that parts the first row into most."""


def read(source: Input) -> Iterator[Found]:
    """Read the rows one at a time; a row that cannot be read costs its own article.

    Raises:
        RejectedInputError: If there is no row of column names, or nothing says which column is the text.
    """
    encoding = decode(_whole_characters(source.head)).encoding
    csv.field_size_limit(source.limits.article_bytes)
    with source.open() as file:
        text = TextIOWrapper(file, encoding, errors="surrogateescape", newline="")
        lines = _lines(text, source.limits.article_bytes)
        rows = csv.reader(lines, delimiter=_delimiter(source.head.decode(encoding, errors="replace")))
        names = [name.strip() for name in _next_row(rows) or []]
        maker = RowMaker.for_columns(names, source, "csv")
        number = 0
        while (cells := _next_row(rows)) is not None:
            if cells:
                number += 1
                yield _article(cells, names, f"#{number}", encoding, maker)


def _lines(text: TextIOWrapper, limit: int) -> Iterator[str]:
    """The lines of a table; one without end is not taken into memory.

    Raises:
        RejectedInputError: At a line that is longer than an article may be.
    """
    while line := text.readline(limit + 1):
        if len(line) > limit:
            message = f"A line has more than {limit:,} characters: write one article a row."
            raise RejectedInputError("too_large", message)
        yield line


def _article(cells: list[str], names: list[str], locator: str, encoding: str, maker: RowMaker) -> Found:
    if len(cells) != len(names):
        message = f"The row has {len(cells)} cells and the table {len(names)} columns: put cells in quotation marks."
        return RejectedPart(locator, RejectedInputError("malformed", message))
    row = {name: cell or None for name, cell in zip(names, cells, strict=True)}
    return maker.make(row, SourcePart(as_bytes(row), locator, encoding))


def _next_row(rows: Iterator[list[str]]) -> list[str] | None:
    """The next row; None at the end.

    Raises:
        RejectedInputError: If a cell never ends, so that no later row can be told.
    """
    try:
        return next(rows, None)
    except csv.Error as error:
        message = f"The table breaks off ({error}): look for a quotation mark without its other one."
        raise RejectedInputError("malformed", message) from error


def _whole_characters(head: bytes) -> bytes:
    """The first bytes up to the end of a line, so that no character is cut in two."""
    return head[: head.rfind(b"\n") + 1] or head


def _delimiter(text: str) -> str:
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    return max(DELIMITERS, key=lambda mark: len(next(csv.reader([first], delimiter=mark), [])))
