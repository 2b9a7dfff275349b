from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import polars as pl
import pytest

from pipelines.schemas import ANNOTATION_TABLES
from pipelines.transform.annotate.chunks import chunk_id
from pipelines.transform.annotate.corpus import forget_articles
from pipelines.transform.annotate.object_storage import copy_chunks, is_url, put_chunk, remove_chunks
from pipelines.transform.annotate.readings import INDEX, drop_stale, kept_readings, write_chunk

URL = "memory://bucket/readings"
NOTHING_FOUND = {name: schema.create_empty() for name, schema in ANNOTATION_TABLES.items()}


def readings(*names: str) -> pl.DataFrame:
    return pl.DataFrame({"article_id": [f"article {name}" for name in names], "reading_id": list(names)})


@pytest.fixture
def storage() -> Iterator[Any]:
    memory = fsspec.filesystem("memory")
    yield memory
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]


def test_only_a_url_is_object_storage() -> None:
    assert is_url("s3://bucket/readings")
    assert not is_url("/srv/readings")


def test_copied_chunks_are_the_same_as_those_written_to_a_folder(storage: Any, tmp_path: Path) -> None:
    for names in (["a", "b"], ["c"]):
        put_chunk(URL, readings(*names), NOTHING_FOUND)
        write_chunk(tmp_path / "folder", readings(*names), NOTHING_FOUND)
    copy_chunks(URL, tmp_path / "copy")

    assert kept_readings(tmp_path / "copy").equals(kept_readings(tmp_path / "folder"))
    assert sorted(file.name for file in (tmp_path / "copy").rglob("*")) == sorted(
        file.name for file in (tmp_path / "folder").rglob("*")
    )


def test_a_chunk_is_not_there_before_its_last_file_is(storage: Any, tmp_path: Path) -> None:
    put_chunk(URL, readings("a"), NOTHING_FOUND)
    storage.rm(f"/bucket/readings/{chunk_id(readings('a'))}/{INDEX}.parquet")
    copy_chunks(URL, tmp_path)

    assert kept_readings(tmp_path).is_empty()


def test_what_is_copied_already_is_not_copied_again(storage: Any, tmp_path: Path) -> None:
    put_chunk(URL, readings("a"), NOTHING_FOUND)
    copy_chunks(URL, tmp_path)
    copied = {file: file.stat().st_mtime_ns for file in tmp_path.rglob("*.parquet")}
    put_chunk(URL, readings("b"), NOTHING_FOUND)
    copy_chunks(URL, tmp_path)

    assert {file: file.stat().st_mtime_ns for file in copied} == copied
    assert kept_readings(tmp_path)["reading_id"].to_list() == ["a", "b"]


def test_stale_and_unfinished_chunks_are_removed_and_nothing_else(storage: Any) -> None:
    for name in ("needed", "stale", "unfinished"):
        put_chunk(URL, readings(name), NOTHING_FOUND)
    storage.rm(f"/bucket/readings/{chunk_id(readings('unfinished'))}/{INDEX}.parquet")
    storage.pipe_file("/bucket/readings/notes/readings.parquet", b"not ours")
    storage.pipe_file("/bucket/elsewhere.txt", b"not ours")
    remove_chunks(URL, {chunk_id(readings("needed"))})

    left = {path.split("/")[-2] for path in storage.find("/bucket")}
    assert left == {chunk_id(readings("needed")), "notes", "bucket"}


def test_a_folder_that_holds_more_than_readings_keeps_it(tmp_path: Path) -> None:
    for name in ("needed", "stale"):
        write_chunk(tmp_path, readings(name), NOTHING_FOUND)
    (tmp_path / f".{chunk_id(readings('killed'))}.0a1b").mkdir()
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes.txt").write_text("not ours")
    drop_stale(tmp_path, {chunk_id(readings("needed"))})

    assert {path.name for path in tmp_path.iterdir()} == {chunk_id(readings("needed")), "notes", "notes.txt"}


def test_forgotten_articles_are_in_no_chunk_of_the_storage(storage: Any, tmp_path: Path) -> None:
    for names in (["a", "forgotten"], ["b"]):
        put_chunk(URL, readings(*names), NOTHING_FOUND)
    forget_articles(tmp_path / "folder", URL, ["article forgotten"])
    copy_chunks(URL, tmp_path / "fresh")

    for folder in (tmp_path / "folder", tmp_path / "fresh"):
        assert kept_readings(folder)["reading_id"].to_list() == ["a", "b"]
        assert [key.name for key in folder.iterdir()].count(chunk_id(readings("a", "forgotten"))) == 0
