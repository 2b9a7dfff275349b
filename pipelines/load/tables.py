"""Build a new DuckDB file from frames: always whole, always aside, never over the published one."""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import duckdb
import polars as pl

from pipelines.load.ddl import dtypes, duckdb_type, grain, key_statement, table_statements
from pipelines.schemas import TABLES, foreign_keys

STORAGE_VERSION = "v1.5.0"
"""Clients of DuckDB 1.5 can open a file written so; one in 2.0's own format they cannot."""

ROW_GROUP_SIZE = 16_384
"""Rows that are stored together. The last ones are written anew where rows are added: by default the texts of 120,000
articles. Smaller groups also let several threads search the texts of few articles."""


STORED_TOGETHER = ("article_id", "quote_cluster_id", "char_start")
"""Rows are stored by these, then by their key: what is of one article, and of one statement, lies in one place. So
quotations join to articles six times as fast as in the order of their keys, which are hashes, and take less space."""


def build_database(path: Path, frames: Mapping[str, pl.DataFrame]) -> None:
    """Create a DuckDB file with all tables, their rows in the order of their articles.

    Args:
        path: The file to make; it must not exist.
        frames: One frame per table of ``TABLES``; ``ops.tables`` and ``ops.columns`` are made here, and
            ``ops.checks`` is left empty for the audit.

    Raises:
        KeyError: If a table's frame is missing.
        duckdb.ConstraintException: If a row breaks a key or a check.
    """
    row_counts = {name: frame.height for name, frame in frames.items()}
    with open_release(path) as con:
        con.execute("create schema ops")
        for name in TABLES:
            for statement in table_statements(name):
                con.execute(statement)
        _insert_side_by_side(con, {**frames, **tables_made_here(row_counts)})


def tables_made_here(row_counts: Mapping[str, int]) -> dict[str, pl.DataFrame]:
    """The tables that describe a file, by the rows of its others, and ``ops.checks``, empty until the audit."""
    own = {"ops.tables": describe_tables(row_counts), "ops.columns": describe_columns()}
    return {**own, "ops.checks": TABLES["ops.checks"].create_empty()}


def _insert_side_by_side(con: duckdb.DuckDBPyConnection, frames: Mapping[str, pl.DataFrame]) -> None:
    """Fill several tables at once, the largest first: DuckDB uses one core for what it inserts into one table."""

    def fill(name: str) -> None:
        with con.cursor() as own:
            own.execute("use release")
            insert(own, name, frames[name])
            own.execute(key_statement(name))

    largest_first = sorted(TABLES, key=lambda name: -frames[name].estimated_size())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(fill, largest_first))


@contextmanager
def open_release(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a new file, or one that is not published yet, to write into it; opened otherwise, row groups would join."""
    with duckdb.connect() as con:
        con.execute(
            f"attach '{path}' as release (storage_version '{STORAGE_VERSION}', row_group_size {ROW_GROUP_SIZE})"
        )
        con.execute("use release")
        yield con


def remove_unpublished(path: Path) -> None:
    """Make room for a new file: what a run that failed or was killed has left was never published."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.with_name(f"{path.name}.wal").unlink(missing_ok=True)


def insert(con: duckdb.DuckDBPyConnection, table_name: str, frame: pl.DataFrame) -> None:
    """Append a frame's rows to a table, in an order that is a function of the rows."""
    together = [name for name in STORED_TOGETHER if name in frame.columns]
    ordered = frame.sort([*together, *TABLES[table_name].primary_key()])
    con.register("incoming", ordered.select(TABLES[table_name].column_names()).to_arrow())
    con.execute(f"insert into {table_name} by name from incoming")
    con.unregister("incoming")


def describe_tables(row_counts: Mapping[str, int]) -> pl.DataFrame:
    """Rows of ``ops.tables``; the audit, which comes later, puts in how many checks it ran.

    Args:
        row_counts: Rows of each table, but for those that are made here.
    """
    made_here = {"ops.tables": len(TABLES), "ops.columns": describe_columns().height, "ops.checks": 0}
    counts = {**row_counts, **made_here}
    rows = [
        {
            "table_name": name,
            "grain": grain(name),
            "description": " ".join((schema.__doc__ or name).split()),
            "row_count": counts[name],
        }
        for name, schema in TABLES.items()
    ]
    return pl.DataFrame(rows, schema=dtypes("ops.tables"))


def describe_columns() -> pl.DataFrame:
    """Rows of ``ops.columns``: the data dictionary."""
    rows = [
        {
            "table_name": table_name,
            "column_name": name,
            "position": position,
            "type": duckdb_type(table_name, name),
            "is_nullable": column.nullable,
            "references": _reference(table_name, name),
            "description": column.description,
        }
        for table_name, schema in TABLES.items()
        for position, (name, column) in enumerate(schema.columns().items(), start=1)
    ]
    return pl.DataFrame(rows, schema=dtypes("ops.columns"))


def _reference(table_name: str, column_name: str) -> str | None:
    for key in foreign_keys(table_name):
        if key.columns == (column_name,):
            return f"{key.parent_table}.{key.parent_columns[0]}"
    return None
