"""Open the published warehouse, read-only."""

from pathlib import Path
from typing import Annotated

import duckdb
import typer

from pipelines.cli.errors import UserError
from pipelines.settings import load_settings

WarehouseOption = Annotated[
    Path | None, typer.Option(help="Folder of the warehouse. Default: $ONRECORD_WAREHOUSE, else warehouse/.")
]


def database_in(folder: Path | None) -> Path:
    """The published file of a folder or, without one, of the settings.

    Raises:
        UserError: If nothing has been published there.
    """
    database = (folder.resolve() / "news.duckdb") if folder else load_settings().database
    if not database.exists():
        raise UserError(f"no warehouse at {database}: run `onrecord run` first, or name its folder by --warehouse")
    return database


def open_warehouse(folder: Path | None) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the published file.

    Raises:
        UserError: If nothing has been published there, or the file is no DuckDB file.
    """
    database = database_in(folder)
    try:
        return duckdb.connect(str(database), read_only=True)
    except duckdb.IOException as error:
        raise UserError(f"cannot open {database}: {str(error).splitlines()[0]}") from error
