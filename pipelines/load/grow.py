"""Make a new release out of the published one: a copy in which only what changed is replaced.

The rows are those of a file that is built whole; only their order in the file is another.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from pipelines.load.fingerprint import fingerprint
from pipelines.load.tables import insert, open_release, tables_made_here
from pipelines.schemas import TABLES
from pipelines.stages.changes import Change

MAX_REPLACED_SHARE = 0.25
"""Share of a file's rows that may be deleted and added before it is built whole again: rows deleted leave holes."""


class Base(NamedTuple):
    """The published release, if it is the file that was built last.

    Attributes:
        path: The published file.
        fingerprint: Of the file, when it was audited.
        versions: The version of each stage table that it holds.
        replaced_count: Rows that were added to it since it was built whole.
    """

    path: Path
    fingerprint: str
    versions: Mapping[str, str]
    replaced_count: int


def grow_database(
    path: Path, base: Base, changes: Mapping[str, Change], runs: pl.DataFrame, row_counts: Mapping[str, int]
) -> bool:
    """Copy a release and replace the rows that changed.

    Args:
        path: The file to make.
        base: The release to start from.
        changes: Of each table that changed, the rows that go and come.
        runs: The new rows of ``ops.runs``.
        row_counts: Rows that each table has then, but for those that are made here.

    Returns:
        Whether the copy is the base, and that had all rows that go; if not, the new file is of no use.

    Raises:
        duckdb.ConstraintException: If a row breaks a key or a check.
    """
    shutil.copyfile(base.path, path)
    if fingerprint(path) != base.fingerprint:
        return False
    with open_release(path) as con:
        con.execute("drop schema marts cascade")
        for name, rows in {"ops.runs": runs, **tables_made_here(row_counts)}.items():
            con.execute(f"delete from {name}")
            insert(con, name, rows)
        return all(_replace(con, name, change) for name, change in changes.items())


def _replace(con: duckdb.DuckDBPyConnection, name: str, change: Change) -> bool:
    """Delete and add rows; tell whether all that should go were there."""
    key = TABLES[name].primary_key()
    con.register("gone", change.gone.select(key).to_arrow())
    same_key = " and ".join(f'{name}."{column}" = gone."{column}"' for column in key)
    ((deleted_count,),) = con.execute(f"delete from {name} using gone where {same_key}").fetchall()
    con.unregister("gone")
    insert(con, name, change.come)
    return bool(deleted_count == change.gone.height)
