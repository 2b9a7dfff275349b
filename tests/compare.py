"""Compare two warehouses, all rows of all tables: ``python -m tests.compare OLD.duckdb NEW.duckdb``."""

import sys
from pathlib import Path

import duckdb
import polars as pl
from polars.testing import assert_frame_equal

INGEST_COLUMNS = ["run_id", "first_ingested_at", "ingested_at", "first_seen_at", "last_seen_at", "corrected_at"]
INGEST_TABLES = ["ops.runs", "ops.checks", "ops.tables"]
"""These tell of the run: `ops.checks` and `ops.tables` hold counts that include the table of runs."""


def tables(warehouse: Path) -> dict[str, pl.DataFrame]:
    """Read every table and view but those that tell of the run, without the columns that tell of it."""
    with duckdb.connect(str(warehouse), read_only=True) as con:
        names = con.sql(
            "select table_schema || '.' || table_name from information_schema.tables"
            " where table_schema in ('main', 'ops', 'marts') order by all"
        ).fetchall()
        return {
            name: con.sql(f"from {name}").pl().drop(INGEST_COLUMNS, strict=False)
            for (name,) in names
            if name not in INGEST_TABLES
        }


def differences(old: Path, new: Path) -> list[str]:
    """Say of each table that differs how it does, the order of rows apart."""
    before, after = tables(old), tables(new)
    found = [f"{name}: only in one of the two" for name in sorted(before.keys() ^ after.keys())]
    for name in sorted(before.keys() & after.keys()):
        try:
            assert_frame_equal(before[name], after[name], check_row_order=False)
        except AssertionError as error:
            found.append(f"{name}: {error}")
    return found


if __name__ == "__main__":
    found = differences(Path(sys.argv[1]), Path(sys.argv[2]))
    print("\n".join(found) or "the two warehouses hold the same rows")
    sys.exit(bool(found))
