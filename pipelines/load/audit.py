"""Audit a new release before anyone can see it."""

from collections.abc import Mapping
from pathlib import Path

import duckdb
import polars as pl

from pipelines.load.checks import Check, all_checks, family
from pipelines.load.ddl import dtypes
from pipelines.load.tables import insert, open_release
from pipelines.load.unseen import BY_ARTICLE, UNSEEN, columns_within_article

SHOWN_ROWS = 3
SHOWN_CHARACTERS = 60


class AuditFailedError(Exception):
    """A promise is broken: the release must not be published."""


def audit(path: Path, expected_counts: Mapping[str, int], articles: pl.DataFrame | None = None) -> pl.DataFrame:
    """Run every check on a new file and write the results into its ``ops.checks``.

    Args:
        path: The new file, not yet published.
        expected_counts: Rows that each table named must have.
        articles: ``article_id`` of those whose rows are compared with the text; all if None. What would be compared of
            others was taken over from a release that was audited.

    Returns:
        The rows of ``ops.checks``, and in ``first_rows`` the first rows that fail, as text.
    """
    with open_release(path) as con:
        if articles is not None:
            _gather_unseen(con, articles)
        results = pl.DataFrame(
            [_run(con, check) for check in all_checks(expected_counts, of_unseen=articles is not None)],
            schema={**dtypes("ops.checks"), "first_rows": pl.String},
        )
        insert(con, "ops.checks", results.drop("first_rows"))
        con.execute("update ops.tables set row_count = ? where table_name = 'ops.checks'", [results.height])
    return results


def raise_if_failed(results: pl.DataFrame) -> None:
    """Stop the publish if a check of severity error failed.

    Raises:
        AuditFailedError: Names each failed check, its table and the first offending rows.
    """
    failed = results.filter(~pl.col("passed") & (pl.col("severity") == "error"))
    if failed.height:
        raise AuditFailedError(
            "\n".join(
                f"audit: {row['table_name']}.{row['check_name']} failed for {row['failed_count']:,} rows: "
                f"{row['description']} First: {row['first_rows']}"
                for row in failed.iter_rows(named=True)
            )
        )


def summarize(results: pl.DataFrame) -> pl.DataFrame:
    """Gather the results of `audit` by table and kind of check.

    Returns:
        ``table_name``, ``family``, ``passed``, ``is_error``, ``failed_count``, ``check_names`` and ``failures`` (the
        first rows that fail, as text).
    """
    failure = pl.concat_str("check_name", pl.lit(": "), pl.col("first_rows")).drop_nulls()
    return (
        results.with_columns(family=pl.col("check_name").map_elements(family, return_dtype=pl.String))
        .group_by("table_name", "family", maintain_order=True)
        .agg(
            passed=pl.col("passed").all(),
            is_error=(pl.col("severity") == "error").any(),
            failed_count=pl.col("failed_count").sum().cast(pl.Int64),
            check_names=pl.col("check_name").str.join(", "),
            failures=failure.str.join("; "),
        )
    )


def _gather_unseen(con: duckdb.DuckDBPyConnection, articles: pl.DataFrame) -> None:
    con.register("unseen_articles", articles.to_arrow())
    con.execute(f"create schema {UNSEEN}")
    for table in BY_ARTICLE:
        # of texts only those wanted are unpacked, where their rows are known before
        found = f"select found.rowid from {table} as found semi join unseen_articles using (article_id)"
        rows = f"select {', '.join(columns_within_article(table))} from {table} where rowid in ({found})"
        con.execute(f"create table {UNSEEN}.{table} as {rows}")


def _run(con: duckdb.DuckDBPyConnection, check: Check) -> dict[str, object]:
    ((count,),) = con.execute(f"select count(*) from ({check.failing})").fetchall()
    return {
        "check_name": check.check_name,
        "table_name": check.table_name,
        "passed": count == 0,
        "failed_count": count,
        "severity": check.severity,
        "description": check.description,
        "first_rows": _first_rows(con, check) if count else None,
    }


def _first_rows(con: duckdb.DuckDBPyConnection, check: Check) -> str:
    rows = con.execute(f"from ({check.failing}) limit {SHOWN_ROWS}")
    names = [column[0] for column in rows.description or []]
    return "; ".join(
        ", ".join(f"{name}={str(value)[:SHOWN_CHARACTERS]}" for name, value in zip(names, row, strict=True))
        for row in rows.fetchall()
    )
