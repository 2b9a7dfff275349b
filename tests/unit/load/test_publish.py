from pathlib import Path

import duckdb
import pytest

from pipelines.load.publish import PublishRefusedError, list_releases, publish, rollback


def new_file(folder: Path, content: int) -> Path:
    """A closed DuckDB file that holds one number."""
    path = folder / "new.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("create table numbers as select ?::integer as number", [content])
    return path


def read(path: Path) -> int:
    with duckdb.connect(str(path), read_only=True) as con:
        return int(con.sql("select number from numbers").fetchall()[0][0])


def test_the_new_file_takes_the_name_and_cannot_be_written(tmp_path: Path) -> None:
    database = tmp_path / "news.duckdb"

    publish(new_file(tmp_path, 1), database, 3)

    assert read(database) == 1
    assert database.stat().st_mode & 0o222 == 0


def test_an_open_reader_keeps_its_release(tmp_path: Path) -> None:
    database = tmp_path / "news.duckdb"
    publish(new_file(tmp_path, 1), database, 3)
    with duckdb.connect(str(database), read_only=True) as reader:
        publish(new_file(tmp_path, 2), database, 3)

        assert reader.sql("select number from numbers").fetchall() == [(1,)]
    assert read(database) == 2


def test_the_last_releases_are_kept_and_can_come_back(tmp_path: Path) -> None:
    database = tmp_path / "news.duckdb"
    for number in range(5):
        publish(new_file(tmp_path, number), database, 2)

    releases = list_releases(database)
    rollback(database, releases[1].release_id)

    assert [read(release.path) for release in releases] == [4, 3, 2]
    assert read(database) == 3
    assert [release.is_current for release in list_releases(database)] == [False, True, False]


def test_the_release_that_is_published_outlives_newer_ones(tmp_path: Path) -> None:
    database = tmp_path / "news.duckdb"
    first = publish(new_file(tmp_path, 0), database, 1)
    publish(new_file(tmp_path, 1), database, 1)
    rollback(database, first.release_id)

    publish(new_file(tmp_path, 2), database, 1)

    assert [read(release.path) for release in list_releases(database)] == [2, 1]


@pytest.mark.parametrize("beside", ["news.duckdb", "new.duckdb"])
def test_a_write_ahead_log_stops_the_publish(tmp_path: Path, beside: str) -> None:
    database = tmp_path / "news.duckdb"
    publish(new_file(tmp_path, 1), database, 3)
    later = new_file(tmp_path, 2)
    (tmp_path / f"{beside}.wal").write_bytes(b"left behind")

    with pytest.raises(PublishRefusedError, match=r"\.wal"):
        publish(later, database, 3)

    (tmp_path / f"{beside}.wal").unlink()
    assert read(database) == 1
    assert [read(release.path) for release in list_releases(database)] == [1]
