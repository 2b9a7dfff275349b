"""The inbox as it is decides, whatever an earlier run has read."""

import os
from pathlib import Path

import polars as pl
import pytest

from pipelines.extract.inbox import list_inboxes
from pipelines.extract.limits import Limits
from pipelines.extract.read import read_file
from pipelines.extract.refresh import RawTables, refresh_raw_tables
from pipelines.stages import STAGE_TABLES
from tests.unit.extract.archives import zipped

NOTHING = RawTables(*(STAGE_TABLES[name].create_empty() for name in RawTables._fields))
LIMITS = Limits()
NOBODY = pl.DataFrame(schema={"article_id": pl.String})


def test_result_is_that_of_reading_everything(tmp_path: Path) -> None:
    for name, content in {"a": b"It rains.", "b": b"It snows.", "c": b"", "d": b"It thaws."}.items():
        (tmp_path / f"{name}.txt").write_bytes(content)
    before = refresh_raw_tables(list_inboxes([tmp_path]), NOTHING, LIMITS, NOBODY)
    (tmp_path / "a.txt").write_bytes(b"It rains no more.")
    (tmp_path / "b.txt").unlink()
    (tmp_path / "e.txt").write_bytes(b"It freezes.")

    refreshed = refresh_raw_tables(list_inboxes([tmp_path]), before, LIMITS, NOBODY)

    assert refreshed.raw_articles["source_uri"].to_list() == ["a.txt", "d.txt", "e.txt"]
    for one, other in zip(
        refreshed, refresh_raw_tables(list_inboxes([tmp_path]), NOTHING, LIMITS, NOBODY), strict=True
    ):
        assert one.equals(other)


def test_archive_that_comes_beside_a_file_called_like_its_part(tmp_path: Path) -> None:
    (tmp_path / "a.zip!b.txt").write_bytes(b"It rains.")
    alone = refresh_raw_tables(list_inboxes([tmp_path]), NOTHING, LIMITS, NOBODY)
    (tmp_path / "a.zip").write_bytes(zipped({"b.txt": b"It snows."}))
    both = refresh_raw_tables(list_inboxes([tmp_path]), alone, LIMITS, NOBODY)
    (tmp_path / "a.zip").unlink()
    again = refresh_raw_tables(list_inboxes([tmp_path]), both, LIMITS, NOBODY)

    assert both.raw_articles.select("source_uri", "text").rows() == [("a.zip!b.txt", "It snows.")]
    assert both.input_rejects.select("source_uri", "error_code").rows() == [("a.zip!b.txt", "duplicate_source")]
    for one, other in zip(again, alone, strict=True):
        assert one.equals(other)


def test_unchanged_files_are_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, content in {"a": b"It rains.", "b": b""}.items():
        (tmp_path / f"{name}.txt").write_bytes(content)
    before = refresh_raw_tables(list_inboxes([tmp_path]), NOTHING, LIMITS, NOBODY)
    opened: list[str] = []
    monkeypatch.setattr(
        "pipelines.extract.read.read_file",
        lambda file, limits: opened.append(file["file_uri"]) or read_file(file, limits),
    )
    os.utime(tmp_path / "a.txt", ns=(0, 0))

    refreshed = refresh_raw_tables(list_inboxes([tmp_path]), before, LIMITS, NOBODY)

    assert opened == ["a.txt"]
    assert refreshed.input_rejects["error_code"].to_list() == ["empty"]
