"""``onrecord export``: the release as Parquet files, for engines that read no DuckDB file."""

from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.errors import UserError
from pipelines.cli.warehouse import WarehouseOption, database_in
from pipelines.load.export import ExportRefusedError, export_release
from pipelines.settings import load_settings


def export(
    folder: Annotated[Path, typer.Argument(help="Where exports go: a new folder, or one of earlier exports.")],
    warehouse: WarehouseOption = None,
) -> None:
    """Write the release as Parquet files by table and month, with a manifest; `FOLDER/latest` leads to it."""
    database = database_in(warehouse)
    try:
        written = export_release(database, folder.resolve(), load_settings().kept_releases)
    except ExportRefusedError as error:
        raise UserError(str(error)) from error
    print(f"exported: {written} (also as {written.parent / 'latest'})")
