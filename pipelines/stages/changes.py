"""Tell by which rows, not only by which groups of rows, two versions of a stage table differ."""

from typing import NamedTuple

import polars as pl

from pipelines.stages.tables import StageTable


class Change(NamedTuple):
    """The rows by which two versions of a table differ; one that was altered is in both frames.

    Attributes:
        gone: As they were before.
        come: As they are now.
    """

    gone: pl.DataFrame
    come: pl.DataFrame


def rows_changed_since(table: StageTable, version: str | None) -> Change | None:
    """The rows that have changed since a version; None if that cannot be told."""
    groups = table.changes_since(version)
    if groups is None:
        return None
    now = table.rows_of(groups)
    before = table.rows_before() if groups.height else now
    return Change(
        before.join(now, on=now.columns, how="anti", nulls_equal=True),
        now.join(before, on=now.columns, how="anti", nulls_equal=True),
    )
