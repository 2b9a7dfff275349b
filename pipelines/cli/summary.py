"""What a run did, in a few lines."""

from pathlib import Path

import polars as pl
from rich.console import Console
from rich.table import Table

from pipelines.cli.visible import visible
from pipelines.load.published import published_table

FIRST_QUERY = "select person_name, quote_count, main_role from people order by quote_count desc, person_name limit 5"


def print_summary(database: Path, run_id: str, seconds: dict[str, float]) -> None:
    """Say what the run read, what the release holds, how long it took, where it is, and how to begin."""
    console = Console(highlight=False, soft_wrap=True)
    (run,) = published_table(database, "ops.runs").filter(pl.col("run_id") == run_id).iter_rows(named=True)
    kinds = ("new", "changed", "unchanged", "rejected", "removed")
    counted = ", ".join(f"{run[f'{kind}_count']:,} {kind}" for kind in kinds)
    console.print(f"{run['article_count']:,} articles: {counted}")
    if run["unread_count"]:
        console.print(f"{run['unread_count']:,} in other languages, stored and not read")
    if not seconds["load"]:
        console.print("nothing is new: the release before was published again, with this run put down in it")
    for override in (
        published_table(database, "ops.overrides").filter(pl.col("matched_count") == 0).iter_rows(named=True)
    ):
        where = f"{override['file_name']}, line {override['line_number']}"
        console.print(visible(f"override that matches nothing: {where}: {override['text']}"), markup=False)
    console.print(_row_table(published_table(database, "ops.tables")))
    timed = ", ".join(f"{stage} {spent:.1f}" for stage, spent in seconds.items())
    console.print(f"seconds: {timed}; in all {sum(seconds.values()):.1f}")
    console.print(f"published: {database} ({database.stat().st_size / 1e6:.1f} MB)")
    console.print(f'try: onrecord sql "{FIRST_QUERY}"')


def _row_table(tables: pl.DataFrame) -> Table:
    shown = Table("table", "rows", "one row per", box=None, header_style="bold")
    shown.columns[1].justify = "right"
    for row in tables.iter_rows(named=True):
        grain = row["grain"].removeprefix("One row per ").rstrip(".")
        shown.add_row(row["table_name"], f"{row['row_count']:,}", grain)
    return shown
