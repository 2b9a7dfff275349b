"""Build the file of a new release: out of the published one where little has changed, else whole."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from pipelines.load.fingerprints import changed_groups, fingerprints, layout_digest
from pipelines.load.grow import MAX_REPLACED_SHARE, grow_database
from pipelines.load.tables import build_database, remove_unpublished
from pipelines.schemas.working import LoadedFile


class Loaded(NamedTuple):
    """What is known of a file that was built.

    Attributes:
        loaded_rows: As the schema ``LoadedRows``.
        loaded_file: As the schema ``LoadedFile``.
    """

    loaded_rows: pl.DataFrame
    loaded_file: pl.DataFrame


class Base(NamedTuple):
    """A published release, and what is known of the file that was built last, which may be another one.

    Attributes:
        path: The published file; it may be missing.
        run_ids: The runs that it tells of.
        loaded_rows: As the schema ``LoadedRows``; may be empty.
        loaded_file: As the schema ``LoadedFile``; may be empty.
    """

    path: Path
    run_ids: list[str]
    loaded_rows: pl.DataFrame
    loaded_file: pl.DataFrame

    @property
    def is_known(self) -> bool:
        """Whether the published file is the one that was built last, or its renewal, and laid out as those now."""
        last = self.loaded_file.filter(pl.col("run_id").is_in(self.run_ids), pl.col("layout_digest") == layout_digest())
        return not last.is_empty()


def build_release(path: Path, frames: Mapping[str, pl.DataFrame], base: Base, run_id: str) -> Loaded:
    """Make the file of a new release, with all tables and without views.

    Args:
        path: The file to make; one that is there was never published, and is removed.
        frames: One frame per table, but for those that are made here.
        base: The published release.
        run_id: The run at work.
    """
    remove_unpublished(path)
    rows = fingerprints(frames)
    row_count = sum(frame.height for frame in frames.values())
    changed = changed_groups(rows, base.loaded_rows)
    added = rows.join(changed, on=changed.columns, how="semi")
    replaced = sum(added["row_count"]) + sum(base.loaded_file["replaced_count"])
    is_withdrawn = "ops.tombstones" in changed["table_name"]  # rows that are deleted can be read in the file's bytes
    if base.is_known and replaced <= MAX_REPLACED_SHARE * row_count and not is_withdrawn:
        grow_database(path, base.path, frames, changed)
    else:
        replaced = 0
        build_database(path, frames)
    file = {
        "run_id": run_id,
        "layout_digest": layout_digest(),
        "row_count": row_count,
        "replaced_count": replaced,
    }
    return Loaded(rows, pl.DataFrame([file], schema=LoadedFile.create_empty().schema))
