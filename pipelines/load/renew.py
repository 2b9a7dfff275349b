"""Publish a release once more when nothing is new: its file is copied, and the run at work put down in it."""

import shutil
from datetime import datetime
from pathlib import Path

import polars as pl

from pipelines.load.tables import insert, open_release, remove_unpublished
from pipelines.schemas import TABLES


def copy_release(database: Path, path: Path, run_row: pl.DataFrame, seen_at: datetime) -> None:
    """Copy the published release and add a run to it; all else stays, row for row.

    Args:
        database: The published file.
        path: The file to make.
        run_row: The run's row of ``ops.runs``.
        seen_at: When the rejects were seen last.
    """
    remove_unpublished(path)
    shutil.copyfile(database, path)
    (run_id,) = run_row["run_id"]
    with open_release(path) as con:
        insert(con, "ops.runs", run_row.select(TABLES["ops.runs"].column_names()))
        con.execute("update ops.tables set row_count = row_count + 1 where table_name = 'ops.runs'")
        con.execute("update ops.rejects set last_seen_at = ?, run_id = ?", [seen_at, run_id])
