"""Build the file of a new release: out of the published one where little has changed, else whole."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from pipelines.load.grow import MAX_REPLACED_SHARE, Base, Grown, grow_database
from pipelines.load.row_hashes import row_hashes
from pipelines.load.tables import build_database, open_release, remove_unpublished
from pipelines.schemas.loaded import LoadedArticles, LoadedFile, LoadedTables
from pipelines.stages.tables import Patch, StageTable


class Loaded(NamedTuple):
    """What is known of a file that was built: frames of the schemas of these names.

    The last one vouches for the others.
    """

    loaded_tables: pl.DataFrame
    loaded_articles: pl.DataFrame
    loaded_file: pl.DataFrame


def published_base(database: Path, run_ids: list[str], loaded: Loaded) -> Base:
    """What is known of the published file.

    Args:
        database: The published file; it may be missing.
        run_ids: The runs that it tells of.
        loaded: The file that was built last, which may be another one; the frames may be empty.
    """
    if loaded.loaded_file.filter(pl.col("run_id").is_in(run_ids)).is_empty():
        return Base(database, {}, {}, 0)
    hashed = loaded.loaded_tables.drop_nulls("row_hash")
    return Base(
        database,
        dict(loaded.loaded_tables.select("table_name", "version").iter_rows()),
        {name: int(row_hash) for name, row_hash in hashed.select("table_name", "row_hash").iter_rows()},
        loaded.loaded_file["replaced_count"].item(),
    )


def build_release(path: Path, tables: Mapping[str, StageTable], runs: pl.DataFrame, base: Base, run_id: str) -> Loaded:
    """Make the file of a new release, with all tables and without views.

    Args:
        path: The file to make; one that is there was never published, and is removed.
        tables: The stage table of each table, but for those that are made here.
        runs: As the schema ``Runs``: what the file tells of runs.
        base: The published release.
        run_id: The run at work.
    """
    remove_unpublished(path)
    row_counts = {name: table.state.row_count for name, table in tables.items()} | {"ops.runs": runs.height}
    patches = _patches(tables, base.versions)
    grown, replaced = None, 0
    if patches is not None:
        replaced = base.replaced_count + sum(patch.rows.height for patch in patches.values())
        if replaced <= MAX_REPLACED_SHARE * sum(row_counts.values()):
            grown = grow_database(path, base, patches | {"ops.runs": Patch(None, runs)}, row_counts)
    if grown is None:
        replaced = 0
        remove_unpublished(path)
        build_database(path, {name: table.frame() for name, table in tables.items()} | {"ops.runs": runs})
    file = {
        "run_id": run_id,
        "is_whole": grown is None,
        "row_count": sum(row_counts.values()),
        "replaced_count": replaced,
    }
    versions = {name: table.state.version for name, table in tables.items()}
    return _loaded(file, versions, grown or _whole(path))


def _whole(path: Path) -> Grown:
    with open_release(path) as con:
        return Grown(LoadedArticles.create_empty(), row_hashes(con))


def _loaded(file: Mapping[str, object], versions: Mapping[str, str], grown: Grown) -> Loaded:
    hashes = {name: str(row_hash) for name, row_hash in grown.row_hashes.items()}
    tables = [
        {"table_name": name, "version": version, "row_hash": hashes.get(name)} for name, version in versions.items()
    ]
    return Loaded(
        pl.DataFrame(tables, schema=LoadedTables.create_empty().schema),
        grown.articles,
        pl.DataFrame([file], schema=LoadedFile.create_empty().schema),
    )


def _patches(tables: Mapping[str, StageTable], versions: Mapping[str, str]) -> dict[str, Patch] | None:
    """What the tables have of other rows than those versions; None where that is not known of each."""
    changes = {name: table.changes_since(versions.get(name)) for name, table in tables.items()}
    known = {name: groups for name, groups in changes.items() if groups is not None}
    if len(known) < len(tables):
        return None
    return {name: Patch(groups, tables[name].rows_of(groups)) for name, groups in known.items() if groups.height}
