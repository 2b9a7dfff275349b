"""Prove that rows which were taken over from a release are those that its audit saw, without looking at each again.

The hashes of a table's rows are summed. The sum over a new file, but for the articles that have changed, and with those
articles as the old file has them, must be the sum over the old file as it was when it was audited.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import duckdb
import polars as pl

from pipelines.schemas import TABLES, group_column

BY_ARTICLE = [name for name, schema in TABLES.items() if group_column(schema) == "article_id"]
"""Tables whose rows are taken over, or replaced, article by article."""


def row_hashes(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """The sum of the hashes of all rows of each table in ``BY_ARTICLE``."""
    return {name: _sums(con, name)[0] for name in BY_ARTICLE}


def hashes_of_articles(con: duckdb.DuckDBPyConnection, articles: pl.DataFrame) -> dict[str, int]:
    """The sum of the hashes of the rows of some articles, of each table in ``BY_ARTICLE``.

    Args:
        con: A release.
        articles: Reads ``article_id``.
    """
    with _some_articles(con, articles):
        return {name: _sums(con, f"{name} semi join some_articles using (article_id)")[0] for name in BY_ARTICLE}


def hashes_after_growth(
    con: duckdb.DuckDBPyConnection, audited: Mapping[str, int], gone: Mapping[str, int], articles: pl.DataFrame
) -> dict[str, int] | None:
    """The sums of a file that was grown, if all that it took over is what was audited.

    Args:
        con: The new file.
        audited: The sums of the release that it was grown from, when it was audited.
        gone: From `hashes_of_articles`, before rows were replaced.
        articles: ``article_id`` of all articles of which rows were replaced.

    Returns:
        The sums of the new file; None if a row that was taken over is not as it was.
    """
    sums = {}
    with _some_articles(con, articles):
        for name in BY_ARTICLE:
            total, come = _sums(con, name, "article_id in (from some_articles)")
            if total - come + gone[name] != audited.get(name):
                return None
            sums[name] = total
    return sums


@contextmanager
def _some_articles(con: duckdb.DuckDBPyConnection, articles: pl.DataFrame) -> Iterator[None]:
    con.register("some_articles", articles.select("article_id").to_arrow())
    yield
    con.unregister("some_articles")


def _sums(con: duckdb.DuckDBPyConnection, rows: str, condition: str = "false") -> tuple[int, int]:
    """The sum of the hashes of some rows, and of those of them that a condition holds for."""
    row_hash = "sum(hash(held))"
    sums = (
        f"select coalesce({row_hash}, 0), coalesce({row_hash} filter (where {condition}), 0) from (from {rows}) as held"
    )
    ((total, some),) = con.execute(sums).fetchall()
    return int(total), int(some)
