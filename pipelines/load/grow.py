"""Make a new release out of the published one: a copy in which only what changed is replaced.

The rows are those of a file that is built whole, and so are the audits; only their order in the file is another.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path

import duckdb

from pipelines.load.tables import insert, open_release, tables_made_here
from pipelines.schemas import TABLES, group_column
from pipelines.stage_tables import Patch

MAX_REPLACED_SHARE = 0.25
"""Share of a file's rows that may be deleted and added before it is built whole again: rows deleted leave holes."""


def grow_database(path: Path, base: Path, patches: Mapping[str, Patch], row_counts: Mapping[str, int]) -> None:
    """Copy a release and replace the groups of rows that changed.

    Args:
        path: The file to make.
        base: The release to start from; it has the tables of this version.
        patches: Of each table that changed, what replaces its rows.
        row_counts: Rows that each table has then, but for those that are made here.

    Raises:
        duckdb.ConstraintException: If a row breaks a key or a check.
    """
    shutil.copyfile(base, path)
    with open_release(path) as con:
        con.execute("drop schema marts cascade")
        made_here = {name: Patch(None, frame) for name, frame in tables_made_here(row_counts).items()}
        for name, patch in {**patches, **made_here}.items():
            _replace(con, name, patch)


def _replace(con: duckdb.DuckDBPyConnection, name: str, patch: Patch) -> None:
    if patch.groups is None:
        con.execute(f"delete from {name}")
    else:
        con.register("replaced", patch.groups.to_arrow())
        group = group_column(TABLES[name])
        con.execute(f"delete from {name} where {group}::varchar in (select group_key from replaced)")
        con.unregister("replaced")
    insert(con, name, patch.rows)
