"""Read back what the published release says of the runs so far: the one state that a run starts from.

A run that dies before its publish has changed nothing here, so the next one counts and stamps as if it had not been.
"""

from collections.abc import Sequence
from pathlib import Path

import duckdb
import polars as pl

from pipelines.schemas import TABLES


def published_table(
    database: Path,
    table_name: str,
    columns: Sequence[str] | None = None,
    articles: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Read a table of the published release; the empty table if there is no release, or one from before the table.

    Columns that may be null are so where the release is from before the column.

    Args:
        database: The published file; it may be missing.
        table_name: Table.
        columns: Those to read; all if None.
        articles: ``article_id`` of the articles whose rows to read; all rows if None.

    Raises:
        duckdb.Error: If the file cannot be read, or lacks a column that must not be null.
    """
    schema = TABLES[table_name]
    wanted = list(columns or schema.column_names())
    nothing = schema.create_empty().select(wanted)
    if not database.exists() or (articles is not None and articles.is_empty()):
        return nothing
    with duckdb.connect(str(database), read_only=True) as con:
        present = _columns(con, table_name)
        if not present:
            return nothing
        listed = ", ".join(
            f'"{name}"' if name in present or not schema.columns()[name].nullable else f'null as "{name}"'
            for name in wanted
        )
        some = ""
        if articles is not None:
            con.register("wanted_articles", articles.select("article_id").to_arrow())
            some = "semi join wanted_articles using (article_id)"
        frame: pl.DataFrame = con.sql(f"select {listed} from {table_name} {some}").pl()
    return frame.cast(nothing.schema)


def _columns(con: duckdb.DuckDBPyConnection, table_name: str) -> set[str]:
    schema, _, name = table_name.rpartition(".")
    found = con.execute(
        "select column_name from duckdb_columns() where schema_name = ? and table_name = ?", [schema or "main", name]
    )
    return {column for (column,) in found.fetchall()}
