from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.load.published import published_table
from tests.unit.conftest import ARTICLE, QUOTE

RUN = {
    "run_id": "'a'",
    "started_at": "timestamptz '2031-03-04 12:00:00+00'",
    "finished_at": "null",
    "code_version": "'0.1'",
    "extractor_version": "'x'",
    "inputs_digest": "'y'",
}
RUN |= {f"{name}_count": "1" for name in ("article", "new", "changed", "unchanged", "rejected", "removed", "unread")}


def release(path: Path, *without: str) -> Path:
    """A release whose table of runs lacks some columns, as one of an earlier version does."""
    columns = ", ".join(f"{value} as {name}" for name, value in RUN.items() if name not in without)
    with duckdb.connect(str(path)) as con:
        con.execute("create schema ops")
        con.execute(f"create table ops.runs as select {columns}")
    return path


def test_columns_that_a_release_is_too_old_for_are_null(tmp_path: Path) -> None:
    runs = published_table(release(tmp_path / "news.duckdb", "inputs_digest", "unread_count"), "ops.runs")

    assert runs.select("run_id", "inputs_digest", "article_count", "unread_count").rows() == [("a", None, 1, None)]
    assert runs.schema["unread_count"] == pl.UInt32


def test_table_that_a_release_is_too_old_for_is_empty(tmp_path: Path) -> None:
    assert published_table(release(tmp_path / "news.duckdb"), "ops.tombstones").height == 0


def test_column_that_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(duckdb.Error, match="run_id"):
        published_table(release(tmp_path / "news.duckdb", "run_id"), "ops.runs")


def test_columns_and_articles_that_are_wanted(warehouse: Path) -> None:
    """Columns that a release lacks do no harm unless they are asked for."""
    with duckdb.connect(str(warehouse)) as con:
        con.execute("alter table quotes drop column last_sentence_index")
    one = pl.DataFrame({"article_id": [ARTICLE]})

    quotes = published_table(warehouse, "quotes", ["quote_id", "article_id"], one)

    assert quotes.rows() == [(QUOTE, ARTICLE)]
    assert published_table(warehouse, "quotes", ["quote_id"], one.clear()).height == 0
