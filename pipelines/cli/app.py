"""The commands, gathered."""

import typer

from pipelines.cli import releases, run, schema, sql, trace

app = typer.Typer(
    name="onrecord",
    help="Raw news articles in, a SQL-ready warehouse of who said what about whom, where and when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (run.run, sql.sql, trace.trace, schema.schema, releases.releases, releases.rollback):
    app.command()(command)
