"""Fifty papers print one story: what the views count is what they counted before."""

from pathlib import Path

import duckdb
import polars as pl
from polars.testing import assert_frame_equal

from pipelines.load.marts import read_marts
from pipelines.settings import PROJECT_ROOT
from tests.integration.conftest import SEEDS, Site

STORY = SEEDS / "northern-wire" / "2025-03-11-ferry-aground.txt"
COPIES = 50
WITHOUT_ROWS = {"corrections", "statements"}
"""No sample article was changed yet, and what several of them quote is in copies alone."""

CALLS = {"who_said": "who_said('the')", "about_place": "about_place('United States')"}


def answers(database: Path) -> dict[str, pl.DataFrame]:
    """All rows of every view, macro and query."""
    with duckdb.connect(str(database), read_only=True) as con:
        views = {mart.name: f"from marts.{CALLS.get(mart.name, mart.name)}" for mart in read_marts()}
        questions = {path.stem: path.read_text("utf-8") for path in (PROJECT_ROOT / "sql" / "queries").glob("*.sql")}
        return {name: con.sql(query).pl() for name, query in (views | questions).items()}


def test_copies_leave_the_views_as_they_are(seed_site: Site, tmp_path: Path) -> None:
    site = seed_site.copy_to(tmp_path)
    for number in range(COPIES):
        copy = site.inbox / f"paper-{number:02}" / f"2025-12-{1 + number % 28:02}-ferry.txt"
        copy.parent.mkdir()
        copy.write_text(f"Title: Ferry, {number} days on\n\n{STORY.read_text('utf-8')}", "utf-8")
    site.publish()

    before, after = answers(seed_site.database), answers(site.database)

    with duckdb.connect(str(site.database), read_only=True) as con:
        copied = "select count(*) from articles where publisher_name like 'paper-%' and copy_share > 0.9"
        assert con.sql(copied).fetchall() == [(COPIES,)]
    assert {name for name, rows in before.items() if not rows.height} == WITHOUT_ROWS
    for name, rows in before.items():
        print(name)  # shown if they differ
        assert_frame_equal(after[name], rows, check_row_order=False)
