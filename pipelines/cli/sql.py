"""``onrecord sql``: a query, read-only."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import duckdb
import polars as pl
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipelines.cli.errors import UserError
from pipelines.cli.visible import visible
from pipelines.cli.warehouse import WarehouseOption, open_warehouse

SHOWN_ROWS = 40
SUFFIX = ".sql"


class Format(StrEnum):
    """How rows are written."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


def sql(
    query: Annotated[str, typer.Argument(help="A query, or a file that ends in .sql.")],
    format: Annotated[Format, typer.Option(help="How to write the rows.")] = Format.table,  # noqa: A002 - its name on the command line
    output: Annotated[Path | None, typer.Option(help="File to write to, instead of the screen.")] = None,
    warehouse: WarehouseOption = None,
) -> None:
    """Ask the warehouse a question. The file is opened read-only."""
    rows = ask(open_warehouse(warehouse), _read(query))
    if format is Format.table:
        _print_table(rows, output)
    elif format is Format.parquet and output is None:
        raise UserError("parquet is no text: say where to write it by --output FILE")
    else:
        _write(rows, format, output)


def ask(con: duckdb.DuckDBPyConnection, query: str) -> pl.DataFrame:
    """The rows of a query.

    Raises:
        UserError: If it is no query, or reads what is not there.
    """
    try:
        relation: duckdb.DuckDBPyRelation | None = con.sql(query)
        if relation is None:
            raise UserError(
                "the query returns no rows: the warehouse is read-only, only select, from, describe and show work"
            )
        rows: pl.DataFrame = relation.pl()
    except duckdb.Error as error:
        raise UserError(f"the query failed: {error}") from error
    return rows


def _read(query: str) -> str:
    path = Path(query)
    if not query.endswith(SUFFIX):
        return query
    if not path.is_file():
        raise UserError(f"no such file: {path}: give the path of a .sql file, or the query itself in quotation marks")
    return path.read_text(encoding="utf-8")


def _print_table(rows: pl.DataFrame, output: Path | None) -> None:
    if output is None:
        Console().print(as_table(rows))
        return
    with output.open("w", encoding="utf-8") as file:
        Console(file=file, width=_width(rows)).print(as_table(rows))


def as_table(rows: pl.DataFrame) -> Table:
    """The first rows, whole texts wrapped into their column; the caption counts what is left out."""
    left_out = rows.height - SHOWN_ROWS
    caption = f"{left_out:,} more rows: --format csv shows all" if left_out > 0 else None
    table = Table(caption=caption, show_lines=False)
    for name, dtype in rows.schema.items():
        table.add_column(Text(visible(name)), justify="right" if dtype.is_numeric() else "left", overflow="fold")
    for row in rows.head(SHOWN_ROWS).iter_rows():
        table.add_row(*(Text("" if value is None else visible(str(value))) for value in row))
    return table


def _width(rows: pl.DataFrame) -> int:
    return 40 * max(rows.width, 2)


def _write(rows: pl.DataFrame, format_: Format, output: Path | None) -> None:
    writers: dict[Format, Callable[[], str]] = {Format.csv: rows.write_csv, Format.json: rows.write_json}
    if format_ is Format.parquet:
        rows.write_parquet(str(output))
    elif output is None:
        print(writers[format_]().rstrip("\n"))
    else:
        output.write_text(writers[format_](), encoding="utf-8")
