"""The memory of a warehouse lasts from run to run of one version of the code."""

from pathlib import Path

import polars as pl

from pipelines.kept_memory import KeptMemory
from pipelines.transform.resolve.memory import Find


def always(answer: int) -> Find:
    return lambda wanted: wanted.with_columns(answer=pl.lit(answer))


def test_the_next_run_remembers(tmp_path: Path) -> None:
    values = pl.DataFrame({"value": ["a"]})
    KeptMemory(tmp_path).recall("answers", values, always(1))

    assert KeptMemory(tmp_path).recall("answers", values, always(2))["answer"].to_list() == [1]


def test_what_is_not_wanted_any_more_is_not_kept(tmp_path: Path) -> None:
    KeptMemory(tmp_path).recall("answers", pl.DataFrame({"value": ["a", "b"]}), always(1))
    KeptMemory(tmp_path).recall("answers", pl.DataFrame({"value": ["b"]}), always(2))

    (file,) = tmp_path.rglob("*.parquet")
    assert pl.read_parquet(file).rows() == [("b", 1)]


def test_nothing_is_left_of_other_versions_or_after_forgetting(tmp_path: Path) -> None:
    old = tmp_path / "memory" / "another version" / "answers.parquet"
    old.parent.mkdir(parents=True)
    pl.DataFrame({"value": ["a"], "answer": [1]}).write_parquet(old)

    memory = KeptMemory(tmp_path)
    found = memory.recall("answers", pl.DataFrame({"value": ["a"]}), always(2))
    memory.forget()

    assert found["answer"].to_list() == [2]
    assert list(tmp_path.rglob("*.parquet")) == []
