"""A release published once more: the same rows, and one run more."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb

from pipelines.load.renew import copy_release
from pipelines.schemas.ops import Runs
from tests.compare import differences
from tests.unit.conftest import frame

NOW = datetime(2025, 6, 1, 5, tzinfo=UTC)


def test_only_the_run_is_added(warehouse: Path, tmp_path: Path) -> None:
    counts = {name: 1 for name in Runs.column_names() if name.endswith("_count")}
    told = {"run_id": "r2", "started_at": NOW, "code_version": "1", "extractor_version": "x", "inputs_digest": "d"}
    before = row_counts(warehouse)

    copy_release(warehouse, tmp_path / "build" / "news.duckdb", frame("ops.runs", [told | counts]), NOW)

    assert differences(warehouse, tmp_path / "build" / "news.duckdb") == []
    after = row_counts(tmp_path / "build" / "news.duckdb")
    assert after == before | {"ops.runs": before["ops.runs"] + 1}


def row_counts(database: Path) -> dict[str, int]:
    with duckdb.connect(str(database), read_only=True) as con:
        return dict(con.sql("select table_name, row_count from ops.tables").fetchall())
