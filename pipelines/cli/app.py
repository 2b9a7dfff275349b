"""The commands, gathered."""

import typer

from pipelines.cli import annotate, releases, run, schema, sql, trace, ui

app = typer.Typer(
    name="onrecord",
    help="Raw news articles in, a SQL-ready warehouse of who said what about whom, where and when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
COMMANDS = (
    run.run,
    ui.ui,
    sql.sql,
    trace.trace,
    annotate.annotate,
    schema.schema,
    releases.releases,
    releases.rollback,
)
for command in COMMANDS:
    app.command()(command)
