"""Read back what the published release says of the runs so far: the one state that a run starts from.

A run that dies before its publish has changed nothing here, so the next one counts and stamps as if it had not been.
"""

from pathlib import Path

import duckdb
import polars as pl

from pipelines.schemas import TABLES


def published_table(database: Path, table_name: str) -> pl.DataFrame:
    """Read a table of the published release; the empty table if there is no release, or one from before the table.

    Raises:
        duckdb.Error: If the file cannot be read, or is of a version that lacks one of the table's columns.
    """
    schema = TABLES[table_name]
    if not database.exists():
        return schema.create_empty()
    columns = ", ".join(f'"{name}"' for name in schema.column_names())
    with duckdb.connect(str(database), read_only=True) as con:
        if not _has_table(con, table_name):
            return schema.create_empty()
        frame: pl.DataFrame = con.sql(f"select {columns} from {table_name}").pl()
    return schema.cast(frame)


def _has_table(con: duckdb.DuckDBPyConnection, table_name: str) -> bool:
    names = con.execute("select schema_name || '.' || table_name from duckdb_tables()").fetchall()
    return (table_name if "." in table_name else f"main.{table_name}",) in names
