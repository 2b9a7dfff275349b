"""The memory of a warehouse lasts from run to run of one version of the code."""

from pathlib import Path

import polars as pl

from pipelines.kept_memory import MAX_FILES, KeptMemory
from pipelines.transform.resolve.memory import Find


def kept_frames(folder: Path) -> list[pl.DataFrame]:
    return [pl.read_parquet(file) for file in folder.rglob("*.parquet")]


def always(answer: int) -> Find:
    return lambda wanted: wanted.with_columns(answer=pl.lit(answer))


def test_the_next_run_remembers(tmp_path: Path) -> None:
    values = pl.DataFrame({"value": ["a"]})
    KeptMemory(tmp_path).recall("answers", values, always(1))

    assert KeptMemory(tmp_path).recall("answers", values, always(2))["answer"].to_list() == [1]


def test_a_run_adds_what_it_finds(tmp_path: Path) -> None:
    many = [str(number) for number in range(10)]
    for values, answer in ((many, 1), ([*many, "new"], 2)):
        found = KeptMemory(tmp_path).recall("answers", pl.DataFrame({"value": values}), always(answer))

    assert found.sort("value")["answer"].to_list() == [1] * 10 + [2]
    assert sorted(kept.height for kept in kept_frames(tmp_path)) == [1, 10]


def test_files_do_not_become_many(tmp_path: Path) -> None:
    for count in range(1, 2 * MAX_FILES):
        values = pl.DataFrame({"value": list(range(count))})
        found = KeptMemory(tmp_path).recall("answers", values, lambda wanted: wanted.with_columns(answer=pl.lit(1)))

    assert found.height == 2 * MAX_FILES - 1
    assert len(kept_frames(tmp_path)) <= MAX_FILES


def test_values_are_dropped_when_many_are_not_wanted_any_more(tmp_path: Path) -> None:
    KeptMemory(tmp_path).recall("answers", pl.DataFrame({"value": ["a", "b"]}), always(1))
    KeptMemory(tmp_path).recall("answers", pl.DataFrame({"value": ["b"]}), always(2))

    (kept,) = kept_frames(tmp_path)
    assert kept.rows() == [("b", 1)]


def test_values_are_dropped_at_once_after_a_withdrawal(tmp_path: Path) -> None:
    many = [str(number) for number in range(10)]
    KeptMemory(tmp_path, "nothing").recall("answers", pl.DataFrame({"value": [*many, "withdrawn"]}), always(1))
    KeptMemory(tmp_path, "something").recall("answers", pl.DataFrame({"value": many}), always(2))

    (kept,) = kept_frames(tmp_path)
    assert sorted(kept.rows()) == [(value, 1) for value in many]


def test_nothing_is_left_of_other_versions_or_after_forgetting(tmp_path: Path) -> None:
    old = tmp_path / "memory" / "another version" / "answers.parquet"
    old.parent.mkdir(parents=True)
    pl.DataFrame({"value": ["a"], "answer": [1]}).write_parquet(old)

    memory = KeptMemory(tmp_path)
    found = memory.recall("answers", pl.DataFrame({"value": ["a"]}), always(2))
    memory.forget()

    assert found["answer"].to_list() == [2]
    assert list(tmp_path.rglob("*.parquet")) == []
