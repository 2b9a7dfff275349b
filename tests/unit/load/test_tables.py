from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.load.tables import build_database
from pipelines.schemas import TABLES
from tests.unit.conftest import SEEN_AT


def test_rows_come_back_as_they_went_in(tmp_path: Path, frames: dict[str, pl.DataFrame]) -> None:
    build_database(tmp_path / "new.duckdb", frames)

    with duckdb.connect(str(tmp_path / "new.duckdb"), read_only=True) as con:
        (text, seen_at) = con.sql("select text, first_ingested_at from articles").fetchall()[0]
        assert text == frames["articles"]["text"][0]
        assert seen_at == SEEN_AT
        assert con.sql("select row_count from ops.tables where table_name = 'quotes'").fetchall() == [(1,)]


def test_every_table_and_column_is_commented_on(tmp_path: Path, frames: dict[str, pl.DataFrame]) -> None:
    build_database(tmp_path / "new.duckdb", frames)

    with duckdb.connect(str(tmp_path / "new.duckdb"), read_only=True) as con:
        tables = con.sql("select count(*) from duckdb_tables() where comment is not null").fetchall()
        bare = con.sql("select table_name, column_name from duckdb_columns() where comment is null and not internal")
        assert tables == [(len(TABLES),)]
        assert bare.fetchall() == []


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        pytest.param("quotes", "quote_type", "shouted", id="word not in the list"),
        pytest.param("quotes", "confidence", 1.5, id="number out of range"),
        pytest.param("quotes", "method", None, id="null where none may be"),
    ],
)
def test_the_file_itself_refuses_a_wrong_row(
    tmp_path: Path, frames: dict[str, pl.DataFrame], table: str, column: str, value: object
) -> None:
    broken = frames[table].with_columns(pl.lit(value, dtype=frames[table].schema[column]).alias(column))

    with pytest.raises(duckdb.ConstraintException):
        build_database(tmp_path / "new.duckdb", {**frames, table: broken})
