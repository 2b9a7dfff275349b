"""``onrecord ui``: Dagster's web interface, with the daemon that runs the schedule and the sensor."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipelines.cli.errors import UserError
from pipelines.dagster_home import prepare_dagster_home
from pipelines.settings import PROJECT_ROOT, load_settings

NO_ADVICE = "ignore:Function `dev_command` is superseded:FutureWarning"
"""Dagster advises ``dg dev``, which is a tool for those who develop a pipeline, and no part of the installation."""


def ui(
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1.")] = 3000,
    warehouse: Annotated[Path | None, typer.Option(help="Folder of the warehouse.", show_default=False)] = None,
) -> None:
    """Show the pipeline, its history and its checks at http://127.0.0.1:3000 until Ctrl-C.

    Runs started here take inbox and warehouse from the settings.
    """
    if warehouse:
        os.environ["ONRECORD_WAREHOUSE"] = str(warehouse.resolve())
    if not 0 < port < 2**16:
        raise UserError(f"--port {port}: give a number from 1 to 65535")
    os.environ["DAGSTER_DISABLE_TELEMETRY"] = "1"
    prepare_dagster_home(load_settings().warehouse)
    os.chdir(PROJECT_ROOT)
    command = ["-m", "dagster", "dev", "-m", "pipelines.definitions", "-h", "127.0.0.1", "-p", str(port)]
    os.execv(sys.executable, [sys.executable, "-W", NO_ADVICE, *command])
