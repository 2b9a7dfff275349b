"""The readings kept on disk: one folder per chunk, a Parquet file per annotation table and one that lists them.

A reading is a function of what its id hashes, so that keeping one too many or one too few does no harm.
"""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import polars as pl

from pipelines.schemas import ANNOTATION_TABLES
from pipelines.stages import write_folder
from pipelines.transform.annotate.chunks import chunk_id

INDEX = "readings"
"""The file that lists a chunk's articles and their reading ids."""

_INDEX_SCHEMA = {"article_id": pl.String, "reading_id": pl.String, "chunk_id": pl.String}


def write_chunk(folder: Path, readings: pl.DataFrame, annotations: Mapping[str, pl.DataFrame]) -> None:
    """Keep the readings of one chunk, all of them or none."""
    key = chunk_id(readings)
    listed = readings.select("article_id", "reading_id", chunk_id=pl.lit(key))
    write_folder({**annotations, INDEX: listed}, folder / key)


def kept_readings(folder: Path) -> pl.DataFrame:
    """List the readings on disk: ``article_id``, ``reading_id``, ``chunk_id``; of two that are equal, one."""
    files = sorted(folder.glob(f"[!.]*/{INDEX}.parquet"))
    if not files:
        return pl.DataFrame(schema=_INDEX_SCHEMA)
    return pl.read_parquet(files).sort("reading_id", "chunk_id").unique("reading_id", keep="first", maintain_order=True)


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


def forget_articles(folder: Path, article_ids: Sequence[str]) -> None:
    """Remove the chunks that hold an article; the next run reads their other articles anew."""
    kept = kept_readings(folder)
    drop_stale(folder, kept.join(kept.filter(pl.col("article_id").is_in(article_ids)), on="chunk_id", how="anti"))


def drop_stale(folder: Path, readings: pl.DataFrame) -> None:
    """Remove chunks of which no reading is needed, and what killed runs have left."""
    needed = set(readings["chunk_id"])
    for chunk in sorted(folder.glob("*")):
        if chunk.name not in needed:
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
