"""A stage table written in parts reads as one that is written whole, and tells what has changed in it."""

from pathlib import Path

import dataframely as dy
import polars as pl
import pytest

from pipelines.stages import STAGE_TABLES
from pipelines.stages.tables import Patch, StageTable

CODE = "this code"
NAME = "article_copies"
MORE = "def012345678"


def copies(**shares: float | None) -> pl.DataFrame:
    """An article per letter, which copies another one by its share."""
    return pl.DataFrame(
        {
            "article_id": [letter * 16 for letter in shares],
            "duplicate_of_article_id": [None if share is None else "0" * 16 for share in shares.values()],
            "copy_share": list(shares.values()),
            "is_carried_widely": [False] * len(shares),
        },
        schema=STAGE_TABLES[NAME].create_empty().schema,
    )


def many(**shares: float | None) -> pl.DataFrame:
    """Those, and twelve more that never change."""
    return pl.concat([copies(**shares), copies(**dict.fromkeys(MORE))])


def keys(*letters: str) -> pl.DataFrame:
    return pl.DataFrame({"group_key": [letter * 16 for letter in letters]})


def changed(table: StageTable, version: str) -> list[str] | None:
    groups = table.changes_since(version)
    return None if groups is None else sorted(key[0] for key in groups["group_key"])


@pytest.fixture
def table(tmp_path: Path) -> StageTable:
    table = StageTable(tmp_path, NAME, CODE)
    table.write(many(a=None, b=0.6), {})
    return table


def test_only_what_changed_is_written(table: StageTable) -> None:
    first = table.state.version
    table.write(many(a=0.7, c=None).sort("article_id"), {})

    assert table.frame().equals(many(a=0.7, c=None).sort("article_id"))
    assert changed(table, first) == ["a", "b", "c"]
    assert [part.row_count for part in table.state.parts] == [14, 2]
    assert table.state.row_count == 14
    assert table.rows_of(keys("a", "b", "d")).equals(pl.concat([copies(a=0.7), copies(d=None)]))


def test_a_patch_replaces_groups(table: StageTable) -> None:
    first = table.state.version
    table.patch(Patch(keys("a", "b", "c", "d"), pl.concat([copies(a=0.9, c=None), copies(d=None)])), {"other": "1"})

    assert table.frame().equals(many(a=0.9, c=None).sort("article_id"))
    assert changed(table, first) == ["a", "b", "c"], "d was made anew, but is as it was"
    assert table.state.row_count == 14
    assert table.state.made_from == {"other": "1"}


def test_later_parts_win(table: StageTable) -> None:
    for share in (0.7, 0.8, 0.9):
        before = table.state.version
        table.patch(Patch(keys("a"), copies(a=share)), {})

    assert table.rows_of(keys("a"))["copy_share"].to_list() == [0.9]
    assert table.frame(["copy_share"])["copy_share"].drop_nulls().to_list() == [0.9, 0.6]
    assert changed(table, before) == ["a"]


def test_rows_that_are_the_same_make_no_version(table: StageTable) -> None:
    before = table.state
    table.write(many(a=None, b=0.6), {"other": "2"})

    assert table.state.version == before.version
    assert table.state.made_from == {"other": "2"}
    assert changed(table, before.version) == []


def test_of_older_versions_nothing_is_known(table: StageTable) -> None:
    first = table.state.version
    for share in (0.7, 0.8):
        table.patch(Patch(keys("a"), copies(a=share)), {})

    assert changed(table, first) is None


def test_other_code_takes_nothing_over(tmp_path: Path, table: StageTable) -> None:
    first = table.state.version
    other = StageTable(tmp_path, NAME, "other code")

    assert other.changes_since(first) is None
    other.write(many(a=0.7, b=0.6), {})
    assert other.changes_since(first) is None
    assert len(other.state.parts) == 1


def test_parts_are_put_together(table: StageTable) -> None:
    for share in range(20):
        before = table.state.version
        table.patch(Patch(keys("a"), copies(a=share / 20)), {})
        assert changed(table, before) == ["a"]
        assert sum(part.row_count for part in table.state.parts[1:]) <= 0.25 * 14

    versions = {part.part_id for part in table.state.parts}
    assert {file.name.partition(".")[0] for file in table.folder.glob("*.parquet")} == versions
    assert table.frame().equals(many(a=0.95, b=0.6).sort("article_id"))


def test_the_whole_is_compared_with_what_patches_have_left(table: StageTable) -> None:
    table.patch(Patch(keys("a"), copies(a=0.7)), {})
    before = table.state.version
    table.write(many(a=0.7, b=0.8).sort("article_id"), {})

    assert changed(table, before) == ["b"]
    assert table.frame().equals(many(a=0.7, b=0.8).sort("article_id"))


def test_bytes_of_what_was_replaced_go_where_all_rows_are_made_anew(table: StageTable) -> None:
    table.patch(Patch(None, many(b=0.6)), {})

    assert len(list(table.folder.glob("*.rows.parquet"))) == 1
    assert table.frame().equals(many(b=0.6).sort("article_id"))


def test_rows_that_break_the_schema_leave_all_as_it_was(table: StageTable) -> None:
    before = table.state
    twice = pl.concat([copies(a=0.7), copies(a=0.7)])

    with pytest.raises(dy.exc.ValidationError):
        table.patch(Patch(keys("a"), twice), {})

    assert table.state == before
    assert table.frame().equals(many(a=None, b=0.6).sort("article_id"))


def test_a_table_that_no_run_has_written(tmp_path: Path) -> None:
    table = StageTable(tmp_path, NAME, CODE)

    assert not table.exists()
    assert table.changes_since("any") is None
    with pytest.raises(FileNotFoundError, match=NAME):
        table.frame()
