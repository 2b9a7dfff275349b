"""Tell what of a release is new: digests of its rows, article by article, compared with those of the one before."""

import hashlib
from collections.abc import Mapping

import duckdb
import polars as pl

from pipelines.load.ddl import table_statements
from pipelines.load.tables import ROW_GROUP_SIZE, STORAGE_VERSION
from pipelines.schemas import TABLES
from pipelines.schemas.working import LoadedRows


def layout_digest() -> str:
    """A digest of all that decides how rows lie in the file; with another one no file can be carried on."""
    versions = (STORAGE_VERSION, str(ROW_GROUP_SIZE), duckdb.__version__, pl.__version__)
    statements = [statement for name in TABLES for statement in table_statements(name)]
    return hashlib.blake2b("\n".join([*versions, *statements]).encode(), digest_size=16).hexdigest()


def group_column(table_name: str) -> str:
    """What a table's rows are compared and replaced by: their article, else the first column of their key."""
    schema = TABLES[table_name]
    return "article_id" if "article_id" in schema.column_names() else schema.primary_key()[0]


def fingerprints(frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Digest the rows of each group of each table.

    Returns:
        As the schema ``LoadedRows``; with the same version of polars the same rows have the same digests.
    """
    return pl.concat([LoadedRows.create_empty(), *(_digests(name, frame) for name, frame in frames.items())])


def changed_groups(now: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """The groups whose rows came, went or changed.

    Args:
        now: Fingerprints of the new release.
        before: Fingerprints of the release that it follows.

    Returns:
        ``table_name`` and ``group_key``.
    """
    rows = ["table_name", "group_key", "row_count", "digest"]
    came = now.join(before, on=rows, how="anti")
    went = before.join(now, on=rows, how="anti")
    return pl.concat([came, went]).select("table_name", "group_key").unique()


def _digests(table_name: str, frame: pl.DataFrame) -> pl.DataFrame:
    rows = frame.select(TABLES[table_name].column_names())
    keys = rows[group_column(table_name)].cast(pl.String)
    digests = pl.DataFrame({"group_key": keys, "digest": rows.hash_rows()})
    return (
        digests.group_by("group_key")
        .agg(row_count=pl.len().cast(pl.UInt32), digest=pl.col("digest").sum())
        .select(pl.lit(table_name).alias("table_name"), "group_key", "row_count", "digest")
    )
