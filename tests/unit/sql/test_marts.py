from pathlib import Path

import duckdb
import pytest
import sqlglot
from sqlglot import exp

from pipelines.load.marts import Mart, read_marts
from tests.unit.conftest import PERSON

MARTS = read_marts()


def ask(warehouse: Path, question: str) -> list[tuple[object, ...]]:
    with duckdb.connect(str(warehouse), read_only=True) as con:
        return con.sql(question).fetchall()


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_header_names_just_what_is_read(mart: Mart) -> None:
    tree = sqlglot.parse_one(mart.body, dialect="duckdb")
    steps = {step.alias for step in tree.find_all(exp.CTE)}
    read = {".".join(filter(None, (table.db, table.name))) for table in tree.find_all(exp.Table)}

    assert set(mart.reads) == read - steps


@pytest.mark.parametrize("mart", MARTS, ids=lambda mart: mart.name)
def test_example_runs(mart: Mart, warehouse: Path) -> None:
    ask(warehouse, mart.example)


def test_each_is_described_in_the_database(warehouse: Path) -> None:
    comments = ask(warehouse, "select comment from duckdb_views() where schema_name = 'marts'") + ask(
        warehouse, "select comment from duckdb_functions() where schema_name = 'marts'"
    )

    assert len(comments) == len(MARTS)
    assert all(comment and "One row per" in str(comment) for (comment,) in comments)


def test_copies_are_not_counted_again(warehouse: Path) -> None:
    assert ask(warehouse, "select quote_count, article_count from marts.quotes_by_person") == [(1, 1)]


def test_what_lies_within_a_country_is_about_it(warehouse: Path) -> None:
    found = ask(warehouse, "select place_name, depth from marts.about_place('ukraine')")

    assert found == [("Kyiv", 1)]


def test_who_said_takes_a_pattern(warehouse: Path) -> None:
    found = ask(warehouse, "select speaker_person_id, text from marts.who_said('BRIDGE|tunnel')")

    assert found == [(PERSON, "The bridge is safe,")]


def test_a_header_without_grain_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bare.sql").write_text("-- What it is.\n-- Reads:  quotes\n-- Try:    from marts.bare;\nselect 1\n")

    with pytest.raises(ValueError, match=r"bare\.sql: the header lacks Grain"):
        read_marts(tmp_path)
