"""Put many small chunks of readings together: a table of thousands of files is slow to open.

The new chunk is there, whole, before the ones that it is made of are removed; a run that dies in between leaves both,
and of two equal readings the one in the larger chunk counts.
"""

from pathlib import Path

import polars as pl

from pipelines.transform.annotate.chunks import chunk_id
from pipelines.transform.annotate.object_storage import put_chunk
from pipelines.transform.annotate.readings import load_annotations, write_chunk

MOST_SMALL_CHUNKS = 64
"""More are put together; a daily run adds a few, so that each reading is written again but rarely."""

MERGED_SIZE = 1_000
"""Readings per chunk that is put together, about: few files, and little memory to make one."""

SMALL_SIZE = MERGED_SIZE // 2
"""A chunk of fewer readings is small; one that was put together is not, but for the last."""


def merge_small_chunks(readings: pl.DataFrame, folder: Path, storage: str | None) -> pl.DataFrame:
    """Put small chunks together where there are many.

    Args:
        readings: Rows of `kept_readings`; what else the small chunks hold is left out.
        folder: Where the chunks are.
        storage: URL of object storage of which the folder holds copies, or None.

    Returns:
        The same readings, each with the chunk that it is in now. Chunks that none of them is in can be removed.
    """
    small = readings.group_by("chunk_id").len().filter(pl.col("len") < SMALL_SIZE).sort("chunk_id")
    if small.height <= MOST_SMALL_CHUNKS:
        return readings
    groups = small.select("chunk_id", group=(pl.col("len").cum_sum() - pl.col("len")) // MERGED_SIZE)
    merged = [
        keep_together(group.drop("group"), folder, storage)
        for group in readings.join(groups, on="chunk_id").partition_by("group", maintain_order=True)
    ]
    return pl.concat([readings.join(small, on="chunk_id", how="anti"), *merged])


def keep_together(readings: pl.DataFrame, folder: Path, storage: str | None) -> pl.DataFrame:
    """Keep the given readings in a chunk of their own; those that they are in now stay as they are.

    Returns:
        The readings with their new chunk.
    """
    annotations = load_annotations(folder, readings)
    if storage:
        put_chunk(storage, readings, annotations)
    write_chunk(folder, readings, annotations)
    return readings.with_columns(chunk_id=pl.lit(chunk_id(readings)))
