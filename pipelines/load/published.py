"""Read back what the published release says of the runs so far: the one state that a run starts from.

A run that dies before its publish has changed nothing here, so the next one counts and stamps as if it had not been.
"""

from pathlib import Path

import duckdb
import polars as pl

from pipelines.schemas import TABLES


def published_table(database: Path, table_name: str) -> pl.DataFrame:
    """Read a table of the published release; the empty table if there is no release, or one from before the table.

    Columns that may be null are so where the release is from before the column.

    Raises:
        duckdb.Error: If the file cannot be read, or lacks a column that must not be null.
    """
    schema = TABLES[table_name]
    if not database.exists():
        return schema.create_empty()
    with duckdb.connect(str(database), read_only=True) as con:
        present = _columns(con, table_name)
        if not present:
            return schema.create_empty()
        columns = ", ".join(
            f'"{name}"' if name in present or not column.nullable else f'null as "{name}"'
            for name, column in schema.columns().items()
        )
        frame: pl.DataFrame = con.sql(f"select {columns} from {table_name}").pl()
    return schema.cast(frame)


def _columns(con: duckdb.DuckDBPyConnection, table_name: str) -> set[str]:
    schema, _, name = table_name.rpartition(".")
    found = con.execute(
        "select column_name from duckdb_columns() where schema_name = ? and table_name = ?", [schema or "main", name]
    )
    return {column for (column,) in found.fetchall()}
