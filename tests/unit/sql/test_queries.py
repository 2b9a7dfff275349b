from pathlib import Path

import duckdb
import pytest

from pipelines.settings import PROJECT_ROOT

QUERIES = sorted((PROJECT_ROOT / "sql" / "queries").glob("*.sql"))


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_query_runs_and_asks_a_question(path: Path, warehouse: Path) -> None:
    text = path.read_text(encoding="utf-8")

    with duckdb.connect(str(warehouse), read_only=True) as con:
        con.sql(text).fetchall()

    assert text.startswith("-- ")
    assert text.splitlines()[0].endswith("?")
