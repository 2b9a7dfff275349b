"""Small chunks that are put together give the same annotations, whenever a run dies on the way."""

from pathlib import Path

import fsspec
import polars as pl
import pytest

from pipelines.schemas import ANNOTATION_TABLES
from pipelines.transform.annotate import compaction
from pipelines.transform.annotate.compaction import merge_small_chunks
from pipelines.transform.annotate.corpus import forget_articles
from pipelines.transform.annotate.object_storage import copy_chunks, put_chunk
from pipelines.transform.annotate.readings import drop_stale, kept_readings, load_annotations, write_chunk

URL = "memory://compaction/readings"


def sentences(article_ids: list[str], words: str) -> pl.DataFrame:
    schema = ANNOTATION_TABLES["local_organizations"].create_empty().schema
    rows = [
        {
            "article_id": article_id,
            "local_organization": 0,
            "organization_name": f"{words} {article_id}",
            "organization_type": "company",
        }
        for article_id in article_ids
    ]
    return pl.DataFrame(rows, schema=schema)


def chunk(*numbers: int, words: str = "Mill") -> tuple[pl.DataFrame, dict[str, pl.DataFrame]]:
    """Readings of these articles, and what was found in them."""
    ids = [f"{number:016x}" for number in numbers]
    empty = {name: schema.create_empty() for name, schema in ANNOTATION_TABLES.items()}
    listed = pl.DataFrame({"article_id": ids, "reading_id": [f"{words} {article_id}" for article_id in ids]})
    return listed, empty | {"local_organizations": sentences(ids, words)}


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A handful of chunks is many here."""
    for name, value in {"MOST_SMALL_CHUNKS": 4, "MERGED_SIZE": 6, "SMALL_SIZE": 3}.items():
        monkeypatch.setattr(compaction, name, value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Ten small chunks and a large one."""
    for number in range(10):
        write_chunk(tmp_path, *chunk(number))
    write_chunk(tmp_path, *chunk(20, 21, 22, 23))
    return tmp_path


def assert_same(folder: Path, before: pl.DataFrame, tables: dict[str, pl.DataFrame]) -> None:
    after = kept_readings(folder)
    assert after.drop("chunk_id").equals(before.drop("chunk_id"))
    assert {name: frame.equals(tables[name]) for name, frame in load_annotations(folder, after).items()} == (
        dict.fromkeys(tables, True)
    )


def test_few_chunks_stay_as_they_are(tmp_path: Path) -> None:
    for number in range(4):
        write_chunk(tmp_path, *chunk(number))
    kept = kept_readings(tmp_path)

    assert merge_small_chunks(kept, tmp_path, None).equals(kept)
    assert len(list(tmp_path.iterdir())) == 4


def test_same_readings_and_rows_in_fewer_chunks(folder: Path) -> None:
    before = kept_readings(folder)
    tables = load_annotations(folder, before)
    large = before.filter(pl.col("article_id") == f"{20:016x}")["chunk_id"][0]
    merged = merge_small_chunks(before, folder, None)
    drop_stale(folder, set(merged["chunk_id"]))

    assert tables["local_organizations"].height == 14
    assert len(list(folder.iterdir())) == 3
    assert (folder / large).is_dir()
    assert_same(folder, before, tables)


def test_run_that_dies_before_the_old_chunks_are_removed(folder: Path) -> None:
    before = kept_readings(folder)
    tables = load_annotations(folder, before)
    merged = merge_small_chunks(before, folder, None)

    assert_same(folder, before, tables)
    assert set(kept_readings(folder)["chunk_id"]) == set(merged["chunk_id"])


def test_run_that_dies_between_two_chunks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept_readings(folder)
    tables = load_annotations(folder, before)
    with monkeypatch.context() as patched:
        written: list[Path] = []

        def dies_at_the_second(target: Path, *arguments: object) -> None:
            if written:
                raise KeyboardInterrupt
            written.append(target)
            write_chunk(target, *arguments)  # type: ignore[arg-type]

        patched.setattr(compaction, "write_chunk", dies_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            merge_small_chunks(before, folder, None)
    assert_same(folder, before, tables)

    again = merge_small_chunks(kept_readings(folder), folder, None)
    drop_stale(folder, set(again["chunk_id"]))
    assert_same(folder, before, tables)
    assert len(list(folder.iterdir())) <= 6


def test_readings_that_nobody_wants_any_more_are_left_out(folder: Path) -> None:
    before = kept_readings(folder)
    wanted = before.filter(pl.col("article_id") != f"{3:016x}")
    merged = merge_small_chunks(wanted, folder, None)
    drop_stale(folder, set(merged["chunk_id"]))

    assert kept_readings(folder)["article_id"].sort().to_list() == wanted["article_id"].sort().to_list()


def test_object_storage_holds_the_chunks_that_were_put_together(tmp_path: Path) -> None:
    for number in range(10):
        put_chunk(URL, *chunk(number))
    copy_chunks(URL, tmp_path / "copy")
    before = kept_readings(tmp_path / "copy")
    tables = load_annotations(tmp_path / "copy", before)
    merge_small_chunks(before, tmp_path / "copy", URL)
    copy_chunks(URL, tmp_path / "fresh")

    assert kept_readings(tmp_path / "fresh").equals(kept_readings(tmp_path / "copy"))
    assert_same(tmp_path / "fresh", before, tables)
    fsspec.filesystem("memory").rm("/compaction", recursive=True)


def test_forgotten_article_is_in_no_chunk_and_the_others_need_no_reading(folder: Path) -> None:
    before = kept_readings(folder)
    merge_small_chunks(before, folder, None)
    gone = f"{3:016x}"
    forget_articles(folder, None, [gone])
    left = pl.concat(pl.read_parquet(file) for file in folder.glob("*/local_organizations.parquet"))

    assert gone not in left["article_id"].to_list()
    assert kept_readings(folder)["article_id"].n_unique() == before.height - 1
