"""Prove that rows which were taken over from a release are those that its audit saw, without looking at each again.

The hashes of a table's rows are summed. The sum over a new file, but for the articles that have changed, and with those
articles as the old file has them, must be the sum over the old file as it was when it was audited.
"""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from pipelines.schemas import TABLES, group_column

BY_ARTICLE = [name for name, schema in TABLES.items() if group_column(schema) == "article_id"]
"""Tables whose rows are taken over, or replaced, article by article."""


def row_hashes(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The sum of the hashes of all rows of each table in ``BY_ARTICLE``."""
    return {name: _sum(con, f"{name} as held") for name in BY_ARTICLE}


def hashes_after_growth(
    con: duckdb.DuckDBPyConnection, base: Path, audited: Mapping[str, int], articles: pl.DataFrame
) -> dict[str, int] | None:
    """The sums of a file that was grown, if all that it took over is what was audited.

    Args:
        con: The new file.
        base: The release that it was grown from.
        audited: The sums of that release when it was audited.
        articles: ``article_id`` of all articles of which rows were replaced.

    Returns:
        The sums of the new file; None if a row that was taken over is not as it was.
    """
    con.register("replaced_articles", articles.to_arrow())
    con.execute(f"attach '{base}' as base (read_only)")
    sums = {}
    for name, total in row_hashes(con).items():
        come = _sum(con, f"{name} as held semi join replaced_articles using (article_id)")
        gone = _sum(con, f"base.main.{name} as held semi join replaced_articles using (article_id)")
        if total - come + gone != audited.get(name):
            return None
        sums[name] = total
    con.execute("detach base")
    con.unregister("replaced_articles")
    return sums


def _sum(con: duckdb.DuckDBPyConnection, held: str) -> int:
    ((total,),) = con.execute(f"select coalesce(sum(hash(held)), 0) from {held}").fetchall()
    return int(total)
