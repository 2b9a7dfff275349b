"""Parquet: one article a row, in the columns of our names or by a mapping; structs and lists as in JSON."""

from collections.abc import Iterator

import pyarrow.parquet
from pyarrow.lib import ArrowException

from pipelines.extract.fields import SourcePart
from pipelines.extract.inputs import Input
from pipelines.extract.json_values import as_bytes
from pipelines.extract.rejects import RejectedInputError
from pipelines.extract.source_articles import Found
from pipelines.extract.table_rows import RowMaker

BATCH_ROWS = 64
"""Rows at a time, so that a file of any size takes the memory of a few articles."""


def read(source: Input) -> Iterator[Found]:
    """Read the rows, only the columns that are needed.

    Raises:
        RejectedInputError: If the file is damaged, or nothing says which column is the text.
    """
    number = 0
    try:
        with source.open() as file, pyarrow.parquet.ParquetFile(file) as table:
            names = table.schema_arrow.names
            maker = RowMaker.for_columns(names, source, "parquet")
            wanted = {path.partition(".")[0] for path in maker.mapping.columns.values()} | set(
                maker.mapping.columns.values()
            )
            columns = [name for name in names if name in wanted]
            for batch in table.iter_batches(BATCH_ROWS, columns=columns):
                for row in batch.to_pylist():
                    number += 1
                    yield maker.make(row, SourcePart(as_bytes(row), f"#{number}"))
    except (ArrowException, OSError) as error:
        message = f"The Parquet file is damaged ({' '.join(str(error).split())[:200]}): export it anew."
        raise RejectedInputError("malformed", message) from error
