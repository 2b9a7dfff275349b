"""A run that finds what the last one did."""

from datetime import UTC, datetime, timedelta

import polars as pl

from pipelines.schemas.ops import Runs
from pipelines.transform.history import RunInfo, repeat_run

NOW = datetime(2025, 6, 1, 5, tzinfo=UTC)


def test_all_articles_of_a_repeated_run_are_unchanged() -> None:
    counts = {"article_count": 7, "new_count": 2, "changed_count": 1, "unchanged_count": 4, "removed_count": 3}
    before = Runs.cast(
        pl.DataFrame(
            [
                {"run_id": run_id, "started_at": NOW - timedelta(days=days), "finished_at": None, "code_version": "0",
                 "extractor_version": "x", "inputs_digest": run_id, "rejected_count": 5, "unread_count": 1, **counts}
                for run_id, days in (("last", 1), ("first", 2))
            ]
        )
    )  # fmt: skip

    (row,) = repeat_run(before, RunInfo("this", NOW, "1", "x", "last"), NOW).iter_rows(named=True)

    assert (row["run_id"], row["started_at"], row["finished_at"], row["inputs_digest"]) == ("this", NOW, NOW, "last")
    assert (row["article_count"], row["unchanged_count"], row["rejected_count"], row["unread_count"]) == (7, 7, 5, 1)
    assert (row["new_count"], row["changed_count"], row["removed_count"]) == (0, 0, 0)
