"""Work on many rows a part at a time, for the memory that it takes."""

from collections.abc import Callable

import polars as pl


def in_batches(rows: pl.DataFrame, size: int, work: Callable[[pl.DataFrame], pl.DataFrame]) -> pl.DataFrame:
    """What some work gives for rows, done on so many at once; also for none, so that the columns are known."""
    return pl.concat([work(batch) for batch in rows.iter_slices(size)] or [work(rows)])
