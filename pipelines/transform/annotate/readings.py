"""The readings kept on disk: one folder per chunk, a Parquet file per annotation table and one that lists them.

A reading is a function of what its id hashes, so that keeping one too many or one too few does no harm.
"""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from pipelines.ids import ID_LENGTH
from pipelines.schemas import ANNOTATION_TABLES
from pipelines.stages import write_folder
from pipelines.transform.annotate.chunks import chunk_id

INDEX = "readings"
"""The file that lists a chunk's articles and their reading ids."""

CHUNK_FOLDER = f"[0-9a-f]{{{ID_LENGTH}}}"
"""Names of the folders that hold a chunk. The user may have named a folder that holds more."""

_INDEX_SCHEMA = {"article_id": pl.String, "reading_id": pl.String, "chunk_id": pl.String}


def write_chunk(folder: Path, readings: pl.DataFrame, annotations: Mapping[str, pl.DataFrame]) -> None:
    """Keep the readings of one chunk, all of them or none."""
    write_folder(chunk_files(readings, annotations), folder / chunk_id(readings))


def chunk_files(readings: pl.DataFrame, annotations: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """What a chunk is kept as: its annotation tables, and the file that lists its readings."""
    listed = readings.select("article_id", "reading_id", chunk_id=pl.lit(chunk_id(readings)))
    return {**annotations, INDEX: listed}


def kept_readings(folder: Path) -> pl.DataFrame:
    """List the readings on disk: ``article_id``, ``reading_id``, ``chunk_id``; of equal ones that in the largest chunk.

    A run that dies while it puts chunks together leaves readings twice.
    """
    return (
        listed_readings(folder)
        .with_columns(chunk_size=pl.len().over("chunk_id"))
        .sort("reading_id", "chunk_size", "chunk_id", descending=[False, True, False])
        .unique("reading_id", keep="first", maintain_order=True)
        .drop("chunk_size")
    )


def listed_readings(folder: Path) -> pl.DataFrame:
    """List the readings of all chunks on disk, equal ones more than once: columns as of `kept_readings`."""
    files = sorted(folder.glob(f"[!.]*/{INDEX}.parquet"))
    return pl.read_parquet(files) if files else pl.DataFrame(schema=_INDEX_SCHEMA)


def load_annotations(folder: Path, readings: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Put together the annotation tables of the given readings.

    Args:
        folder: Where the chunks are.
        readings: Rows of `kept_readings`.

    Returns:
        One frame per name in ``ANNOTATION_TABLES``, sorted by primary key.
    """
    keys = readings["chunk_id"].unique().sort().to_list()
    frames = {}
    for table, schema in ANNOTATION_TABLES.items():
        files = {str(folder / key / f"{table}.parquet"): key for key in keys}
        frames[table] = _rows_of(files, readings) if files else schema.create_empty()
        frames[table] = frames[table].sort(schema.primary_key())
    return frames


def drop_stale(folder: Path, needed: set[str]) -> None:
    """Remove all chunks but those that are needed, and what killed runs have left."""
    for chunk in sorted(folder.glob("*")):
        if re.fullmatch(rf"{CHUNK_FOLDER}|\.{CHUNK_FOLDER}\..*", chunk.name) and chunk.name not in needed:
            shutil.rmtree(chunk)


def _rows_of(files: Mapping[str, str], readings: pl.DataFrame) -> pl.DataFrame:
    """A chunk may hold another reading of an article too, so rows are chosen by chunk and article."""
    paths = pl.DataFrame({"path": list(files.keys()), "chunk_id": list(files.values())})
    wanted = readings.select("article_id", "chunk_id").join(paths, on="chunk_id", validate="m:1")
    return (
        pl.scan_parquet(list(files), include_file_paths="path", glob=False)
        .join(wanted.lazy(), on=["article_id", "path"], how="semi")
        .drop("path")
        .collect()
    )
