"""Make a new release out of the published one: a copy in which only what changed is replaced.

The rows are those of a file that is built whole, and so are the audits; only their order in the file is another.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from pipelines.load.fingerprints import group_column
from pipelines.load.tables import insert, open_release, with_own_tables

RENEWED_TABLES = ("ops.runs", "ops.rejects", "ops.tables", "ops.columns", "ops.checks")
"""Small tables in which a renewal writes too: replaced whole."""

MAX_REPLACED_SHARE = 0.25
"""Share of a file's rows that may be deleted and added before it is built whole again: rows deleted leave holes."""


def grow_database(path: Path, base: Path, frames: Mapping[str, pl.DataFrame], changed: pl.DataFrame) -> None:
    """Copy a release and replace the groups of rows that changed.

    Args:
        path: The file to make.
        base: The release to start from; it has the tables of this version.
        frames: One frame per table, as for `build_database`.
        changed: ``table_name`` and ``group_key``, from `changed_groups`.

    Raises:
        duckdb.ConstraintException: If a row breaks a key or a check.
    """
    shutil.copyfile(base, path)
    all_frames = with_own_tables(frames)
    groups = changed.partition_by("table_name", as_dict=True, include_key=False)
    with open_release(path) as con:
        con.execute("drop schema marts cascade")
        for name in RENEWED_TABLES:
            con.execute(f"delete from {name}")
            insert(con, name, all_frames[name])
        for (name,), keys in groups.items():
            if name not in RENEWED_TABLES:
                _replace(con, str(name), frames[str(name)], keys)


def _replace(con: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame, keys: pl.DataFrame) -> None:
    con.register("replaced", keys.to_arrow())
    con.execute(f"delete from {name} where {group_column(name)}::varchar in (select group_key from replaced)")
    con.unregister("replaced")
    insert(con, name, frame.filter(pl.col(group_column(name)).cast(pl.String).is_in(keys["group_key"].implode())))
