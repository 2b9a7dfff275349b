"""An export holds every row of the release, in files that need nothing but a reader of Parquet."""

import hashlib
import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from pipelines.load.export import ExportRefusedError, export_release
from pipelines.load.publish import publish
from pipelines.schemas import TABLES


@pytest.fixture
def database(warehouse: Path, tmp_path: Path) -> Path:
    """A published warehouse, one of its two articles with a day of publication."""
    with duckdb.connect(str(warehouse)) as con:
        con.execute("update articles set published_date = '2025-03-04' where duplicate_of_article_id is null")
    folder = tmp_path / "published"
    folder.mkdir()
    publish(warehouse, folder / "news.duckdb", 3)
    return folder / "news.duckdb"


def test_every_table_is_exported_whole(database: Path, tmp_path: Path) -> None:
    written = export_release(database, tmp_path / "out", 1)

    with duckdb.connect(str(database), read_only=True) as con:
        for table in TABLES:
            files = f"{written / table.replace('.', '/')}/**/*.parquet"
            columns = ", ".join(f'"{name}"' for name in con.sql(f"from {table}").columns)
            exported = f"select {columns} from read_parquet('{files}')"
            missing = con.sql(f"from {table} except all ({exported})").fetchall()
            more = con.sql(f"({exported}) except all from {table}").fetchall()
            assert (table, missing, more) == (table, [], [])


def test_tables_of_articles_are_parted_by_month(database: Path, tmp_path: Path) -> None:
    written = export_release(database, tmp_path / "out", 1)

    parts = sorted(file.parent.name for file in written.glob("quotes/*/*.parquet"))
    assert parts == ["published_month=2025-03", "published_month=unknown"]
    assert [file.name for file in written.glob("people/*")] == ["data_0.parquet"]


def test_the_manifest_tells_of_every_file(database: Path, tmp_path: Path) -> None:
    written = export_release(database, tmp_path / "out", 1)

    manifest = json.loads((written / "manifest.json").read_text(encoding="utf-8"))
    files = {file["path"]: file for table in manifest["tables"] for file in table["files"]}

    assert [table["table"] for table in manifest["tables"]] == list(TABLES)
    assert set(files) == {file.relative_to(written).as_posix() for file in written.rglob("*.parquet")}
    for path, file in files.items():
        content = (written / path).read_bytes()
        assert (file["byte_size"], file["sha256"]) == (len(content), hashlib.sha256(content).hexdigest())
        assert file["row_count"] == pl.read_parquet(written / path).height


def test_the_same_release_is_exported_once_and_old_ones_go(database: Path, warehouse: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = export_release(database, out, 0)
    made = (first / "manifest.json").stat().st_mtime_ns
    assert export_release(database, out, 0) == first
    assert (first / "manifest.json").stat().st_mtime_ns == made

    again = tmp_path / "again.duckdb"
    again.write_bytes(database.read_bytes())
    publish(again, database, 3)
    second = export_release(database, out, 0)

    assert sorted(each.name for each in out.iterdir()) == sorted([second.name, "latest"])
    assert (out / "latest").resolve() == second


def test_a_folder_of_something_else_is_left_alone(database: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letters.txt").write_text("private")

    with pytest.raises(ExportRefusedError, match=r"holds letters\.txt, which no export has written"):
        export_release(database, tmp_path / "out", 1)
