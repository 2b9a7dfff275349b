"""Every sample question and every example of a view has an answer in the sample articles."""

from pathlib import Path

import duckdb
import pytest

from pipelines.load.marts import read_marts
from pipelines.settings import PROJECT_ROOT

QUESTIONS = {path.stem: path.read_text(encoding="utf-8") for path in (PROJECT_ROOT / "sql" / "queries").glob("*.sql")}
EXAMPLES = {mart.name: mart.example for mart in read_marts()}
ABOUT_WHAT_COMES_LATER = {"corrections", "statements"}
"""No sample article is corrected in one run, and no two of them print the same words but for copies."""


@pytest.mark.parametrize("name", sorted((QUESTIONS | EXAMPLES).keys() - ABOUT_WHAT_COMES_LATER))
def test_question_has_an_answer(name: str, warehouse: Path) -> None:
    with duckdb.connect(str(warehouse), read_only=True) as con:
        answer = con.execute((QUESTIONS | EXAMPLES)[name]).fetchall()

    assert answer
    assert any(value is not None for row in answer for value in row)
