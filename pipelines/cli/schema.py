"""``onrecord schema``: the data dictionary."""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from pipelines.cli.errors import UserError
from pipelines.load.ddl import grain
from pipelines.load.dictionary import dictionary
from pipelines.load.marts import Mart, read_marts
from pipelines.load.tables import describe_columns
from pipelines.schemas import TABLES


def schema(
    table: Annotated[str | None, typer.Argument(help="Table or view; without one, all are listed.")] = None,
    markdown: Annotated[bool, typer.Option("--markdown", help="Print the whole dictionary as Markdown.")] = False,
) -> None:
    """Show the tables, or the columns of one."""
    if markdown:
        print(dictionary(), end="")
        return
    marts = {f"marts.{mart.name}": mart for mart in read_marts()}
    if table is None:
        Console().print(_all_tables(list(marts.values())))
    elif table in TABLES:
        Console().print(_columns(table))
    elif (name := f"marts.{table.removeprefix('marts.')}") in marts:
        _print_mart(marts[name])
    else:
        raise UserError(f"no table {table!r}: there are {', '.join([*TABLES, *marts])}")


def _all_tables(marts: list[Mart]) -> Table:
    listed = Table()
    listed.add_column("table", no_wrap=True)
    listed.add_column("one row per")
    for name in TABLES:
        listed.add_row(name, grain(name).removeprefix("One row per ").rstrip("."))
    listed.add_section()
    for mart in marts:
        listed.add_row(f"marts.{mart.signature or mart.name}", mart.grain.removeprefix("one row per ").rstrip("."))
    return listed


def _columns(table: str) -> Table:
    shown = Table(title=f"{table}: {grain(table)}", title_justify="left")
    for name in ("column", "type", "null", "references", "description"):
        shown.add_column(name, overflow="fold")
    for row in describe_columns().filter(table_name=table).sort("position").iter_rows(named=True):
        null = "yes" if row["is_nullable"] else ""
        shown.add_row(row["column_name"], row["type"], null, row["references"] or "", row["description"])
    return shown


def _print_mart(mart: Mart) -> None:
    console = Console(highlight=False)
    console.print(f"marts.{mart.signature or mart.name}: {mart.comment}", markup=False)
    console.print(f"Reads {', '.join(mart.reads)}. Try:\n    {mart.example}", markup=False)
