import json
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from pipelines.cli.app import app
from pipelines.cli.errors import UserError
from pipelines.load.publish import list_releases, publish
from tests.unit.conftest import PERSON, QUOTE


def run(*arguments: str) -> str:
    """Output of a command that succeeds.

    Raises:
        UserError: As the command does.
    """
    result = CliRunner().invoke(app, list(arguments), catch_exceptions=False, env={"COLUMNS": "200"})
    assert result.exit_code == 0
    return result.stdout


def test_sql_prints_a_table(warehouse: Path) -> None:
    printed = run("sql", "select person_name, quote_count from people", "--warehouse", str(warehouse.parent))

    assert "Mara Lind" in printed
    assert "quote_count" in printed


def test_sql_writes_every_format(warehouse: Path, tmp_path: Path) -> None:
    where = ["--warehouse", str(warehouse.parent)]
    query = tmp_path / "names.sql"
    query.write_text("select person_name from people")

    assert run("sql", str(query), "--format", "csv", *where) == "person_name\nMara Lind\n"
    assert json.loads(run("sql", str(query), "--format", "json", *where)) == [{"person_name": "Mara Lind"}]
    run("sql", str(query), "--format", "parquet", "--output", str(tmp_path / "names.parquet"), *where)
    assert pl.read_parquet(tmp_path / "names.parquet")["person_name"].to_list() == ["Mara Lind"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["sql", "select nothing from quotes"], 'column "nothing" not found', id="no such column"),
        pytest.param(["sql", "delete from quotes"], "read-only", id="writing"),
        pytest.param(["sql", "missing.sql"], r"no such file: missing\.sql", id="no such file"),
        pytest.param(["sql", "from quotes", "--format", "parquet"], "--output", id="parquet on the screen"),
        pytest.param(["trace", "quotes", "0123"], "nearest are", id="unknown id"),
        pytest.param(["trace", "dogs", "0123"], "choose one of", id="unknown table"),
        pytest.param(["rollback", "monday"], "no release 'monday'", id="unknown release"),
    ],
)
def test_a_mistake_is_told_in_one_line(warehouse: Path, arguments: list[str], message: str) -> None:
    with pytest.raises(UserError, match=f"(?i){message}"):
        run(*arguments, "--warehouse", str(warehouse.parent))


def test_without_a_warehouse_the_way_to_one_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no warehouse at .*news\.duckdb: run `onrecord run`"):
        run("sql", "from quotes", "--warehouse", str(tmp_path))


def test_trace_sets_off_the_words_of_a_quotation(warehouse: Path) -> None:
    printed = run("trace", "quotes", QUOTE, "--warehouse", str(warehouse.parent))

    assert "“[The bridge is safe,]” Mara Lind [said] Monday in Paris." in printed
    assert "harbor/bridge.txt" in printed


@pytest.mark.parametrize("key", [PERSON, "mara lind"])
def test_trace_finds_a_person_by_id_or_name(warehouse: Path, key: str) -> None:
    printed = run("trace", "people", key, "--warehouse", str(warehouse.parent))

    assert "named: Mara Lind" in printed
    assert "[Mara Lind] said Monday" in printed


@pytest.mark.parametrize(("table", "key"), [("places", "Kyiv"), ("articles", "a" * 16)])
def test_trace_shows_what_stands_in_the_text(warehouse: Path, table: str, key: str) -> None:
    assert "[" in run("trace", table, key, "--warehouse", str(warehouse.parent))


def test_releases_lists_what_rollback_takes(warehouse: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    publish(warehouse, home / "news.duckdb", 3)
    (release,) = list_releases(home / "news.duckdb")

    assert release.release_id in run("releases", "--warehouse", str(home))
    assert release.release_id in run("rollback", release.release_id, "--warehouse", str(home))


@pytest.mark.parametrize("name", ["quotes", "marts.quotes_by_person", "who_said"])
def test_schema_describes_tables_views_and_macros(name: str) -> None:
    assert "ne row per" in run("schema", name)
