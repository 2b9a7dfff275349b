"""Write a release as Parquet files that any engine reads, with a manifest of them all.

Each export is a folder of its own, built aside; ``latest`` beside it is a link that is swapped in one step, so that a
reader sees one release whole or the other.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb

from pipelines.load.ddl import duckdb_type_of, grain
from pipelines.load.publish import list_releases
from pipelines.schemas import TABLES, foreign_keys

MANIFEST = "manifest.json"
LATEST = "latest"
MONTH = "published_month"
UNKNOWN_MONTH = "unknown"
"""Partition of articles without a day of publication."""

FORMAT = "format parquet, compression zstd"

_Manifest = dict[str, Any]


class ExportRefusedError(Exception):
    """The folder holds something else; the message says how to mend it."""


def export_release(database: Path, folder: Path, kept_exports: int) -> Path:
    """Write the published release under ``folder``, by month of publication where a table tells of articles.

    Args:
        database: The published file.
        folder: Where exports go.
        kept_exports: How many earlier ones stay, for readers that have them open.

    Returns:
        The folder of this export: ``folder/<release>``, where ``folder/latest`` leads.

    Raises:
        ExportRefusedError: If ``folder`` is a file or holds what no export has written.
    """
    _check(folder)
    release_id = next(release.release_id for release in list_releases(database) if release.is_current)
    target, aside = folder / release_id, folder / f".{release_id}.{os.getpid()}"
    if not target.exists():
        with duckdb.connect(str(database), read_only=True) as con:
            con.execute("set threads = 1")  # one file per partition, its rows in the order of the keys
            for name in TABLES:
                _copy(con, name, aside / _folder_of(name))
            manifest = {"release": release_id, "tables": [_describe(con, name, aside) for name in TABLES]}
        (aside / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
        aside.rename(target)
    _point_to(folder, release_id)
    for old in [each for each in _exports(folder) if each != release_id][kept_exports:]:
        shutil.rmtree(folder / old)
    return target


def _check(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ExportRefusedError(f"{folder}: this is a file; name a folder")
    folder.mkdir(parents=True, exist_ok=True)
    others = sorted(each.name for each in folder.iterdir() if not each.name.startswith(".") and each.name != LATEST)
    strange = [name for name in others if name not in _exports(folder)]
    if strange:
        raise ExportRefusedError(f"{folder}: holds {strange[0]}, which no export has written; name an empty folder")


def _exports(folder: Path) -> list[str]:
    """The exports in a folder, newest first."""
    return sorted(each.parent.name for each in folder.glob(f"[!.]*/{MANIFEST}") if each.parent.name != LATEST)[::-1]


def _folder_of(table_name: str) -> str:
    return table_name.replace(".", "/")


def _copy(con: duckdb.DuckDBPyConnection, name: str, folder: Path) -> None:
    key = ", ".join(f"exported.{column}" for column in TABLES[name].primary_key())
    ((is_empty,),) = con.execute(f"select count(*) = 0 from {name}").fetchall()
    if is_empty or not _has_month(name):
        whole = folder / f"{MONTH}={UNKNOWN_MONTH}" if _has_month(name) else folder
        whole.mkdir(parents=True)
        con.execute(f"copy (from {name} as exported order by {key}) to '{whole / 'data_0.parquet'}' ({FORMAT})")
        return
    folder.mkdir(parents=True)
    month = f"coalesce(strftime(articles.published_date, '%Y-%m'), '{UNKNOWN_MONTH}') as {MONTH}"
    con.execute(
        f"""
        copy (
            select exported.*, {month} from {name} as exported
            left join articles on exported.article_id = articles.article_id order by {MONTH}, {key}
        ) to '{folder}' ({FORMAT}, partition_by ({MONTH}))
        """
    )


def _has_month(table_name: str) -> bool:
    return "article_id" in TABLES[table_name].column_names()


def _describe(con: duckdb.DuckDBPyConnection, name: str, export: Path) -> _Manifest:
    schema = TABLES[name]
    references = {key.columns[0]: f"{key.parent_table}.{key.parent_columns[0]}" for key in foreign_keys(name)}
    return {
        "table": name,
        "grain": grain(name),
        "primary_key": schema.primary_key(),
        "partitioned_by": [MONTH] if _has_month(name) else [],
        "columns": [
            {
                "name": column_name,
                "type": duckdb_type_of(column),
                "is_nullable": column.nullable,
                "references": references.get(column_name),
                "description": column.description,
            }
            for column_name, column in schema.columns().items()
        ],
        "files": list(_files(con, export, export / _folder_of(name))),
    }


def _files(con: duckdb.DuckDBPyConnection, export: Path, folder: Path) -> Iterator[_Manifest]:
    for file in sorted(folder.rglob("*.parquet")):
        ((rows,),) = con.execute("select num_rows from parquet_file_metadata(?)", [str(file)]).fetchall()
        yield {
            "path": file.relative_to(export).as_posix(),
            "row_count": rows,
            "byte_size": file.stat().st_size,
            "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
        }


def _point_to(folder: Path, release_id: str) -> None:
    aside = folder / f".{LATEST}.{os.getpid()}"
    aside.unlink(missing_ok=True)
    aside.symlink_to(release_id, target_is_directory=True)
    aside.replace(folder / LATEST)
