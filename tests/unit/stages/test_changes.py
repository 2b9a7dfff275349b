"""The rows by which two versions of a stage table differ."""

from pathlib import Path

import polars as pl

from pipelines.stages import STAGE_TABLES
from pipelines.stages.changes import rows_changed_since
from pipelines.stages.tables import StageTable


def test_rows_that_two_versions_share_are_not_among_the_changes(tmp_path: Path) -> None:
    paragraphs = StageTable(tmp_path, "paragraphs")
    row = {"article_id": "a" * 16, "char_start": 0, "char_end": 1, "paragraph_type": "body"}
    schema = STAGE_TABLES["paragraphs"].create_empty().schema
    before = pl.DataFrame([row | {"paragraph_index": index, "text": text} for index, text in enumerate("xyz")], schema)
    paragraphs.write(before, {})
    first = paragraphs.state.version
    now = before.with_columns(text=pl.col("text").replace("y", "Y")).filter(pl.col("text") != "z")
    paragraphs.write(now, {})

    change = rows_changed_since(paragraphs, first)
    assert change is not None
    assert (change.gone["text"].to_list(), change.come["text"].to_list()) == (["y", "z"], ["Y"])
    nothing = rows_changed_since(paragraphs, paragraphs.state.version)
    assert nothing is not None
    assert [rows.height for rows in nothing] == [0, 0]
    assert rows_changed_since(paragraphs, "another") is None
