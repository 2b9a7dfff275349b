"""The commands, gathered; each is loaded when it is called: a query need not wait for the tools of the reading."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

COMMANDS = {
    "run": "run",
    "ui": "ui",
    "sql": "sql",
    "trace": "trace",
    "annotate": "annotate",
    "schema": "schema",
    "releases": "releases",
    "rollback": "releases",
    "forget": "forget",
    "export": "export",
}
"""Each command, which is a function of that name, and the file of this package that it is in."""


class CommandsOnCall(TyperGroup):
    """Imports a command's file when the command is called or its help is shown."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, or none of that name."""
        if cmd_name not in COMMANDS:
            return None
        single = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        single.command(cmd_name)(getattr(import_module(f"pipelines.cli.{COMMANDS[cmd_name]}"), cmd_name))
        return typer.main.get_command(single)


app = typer.Typer(cls=CommandsOnCall, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def onrecord() -> None:
    """Raw news articles in, a SQL-ready warehouse of who said what about whom, where and when."""
