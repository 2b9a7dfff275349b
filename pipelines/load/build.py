"""Build the file of a new release: out of the published one where little has changed, else whole."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from pipelines.load.grow import MAX_REPLACED_SHARE, grow_database
from pipelines.load.tables import build_database, remove_unpublished
from pipelines.schemas.working import LoadedFile, LoadedTables
from pipelines.stage_tables import Patch, StageTable


class Loaded(NamedTuple):
    """What is known of a file that was built.

    Attributes:
        loaded_tables: As the schema ``LoadedTables``.
        loaded_file: As the schema ``LoadedFile``.
    """

    loaded_tables: pl.DataFrame
    loaded_file: pl.DataFrame


class Base(NamedTuple):
    """A published release, and what is known of the file that was built last, which may be another one.

    Attributes:
        path: The published file; it may be missing.
        run_ids: The runs that it tells of.
        loaded: The file that was built last; its frames may be empty.
    """

    path: Path
    run_ids: list[str]
    loaded: Loaded

    @property
    def versions(self) -> dict[str, str]:
        """The versions of the stage tables that the published file holds; empty if they are not known."""
        if self.loaded.loaded_file.filter(pl.col("run_id").is_in(self.run_ids)).is_empty():
            return {}
        return dict(self.loaded.loaded_tables.select("table_name", "version").iter_rows())


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
    replaced = sum(base.loaded.loaded_file["replaced_count"])
    if patches is not None:
        replaced += sum(patch.rows.height for patch in patches.values())
    if patches is not None and replaced <= MAX_REPLACED_SHARE * sum(row_counts.values()):
        grow_database(path, base.path, patches | {"ops.runs": Patch(None, runs)}, row_counts)
    else:
        replaced = 0
        build_database(path, {name: table.frame() for name, table in tables.items()} | {"ops.runs": runs})
    return Loaded(
        pl.DataFrame(
            [{"table_name": name, "version": table.state.version} for name, table in tables.items()],
            schema=LoadedTables.create_empty().schema,
        ),
        pl.DataFrame(
            [{"run_id": run_id, "row_count": sum(row_counts.values()), "replaced_count": replaced}],
            schema=LoadedFile.create_empty().schema,
        ),
    )


def _patches(tables: Mapping[str, StageTable], versions: Mapping[str, str]) -> dict[str, Patch] | None:
    """What the tables have of other rows than those versions; None where that is not known of each."""
    changes = {name: table.changes_since(versions.get(name)) for name, table in tables.items()}
    known = {name: groups for name, groups in changes.items() if groups is not None}
    if len(known) < len(tables):
        return None
    return {name: Patch(groups, tables[name].rows_of(groups)) for name, groups in known.items() if groups.height}
