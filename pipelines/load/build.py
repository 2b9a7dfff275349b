"""Build the file of a new release: out of the published one where little has changed, else whole."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import polars as pl

from pipelines.load.fingerprint import fingerprint
from pipelines.load.grow import MAX_REPLACED_SHARE, Base, grow_database
from pipelines.load.tables import build_database, remove_unpublished
from pipelines.load.unseen import BY_ARTICLE, columns_within_article
from pipelines.schemas.loaded import LoadedArticles, LoadedFile, LoadedTables
from pipelines.stages.changes import Change, rows_changed_since
from pipelines.stages.tables import StageTable


class Loaded(NamedTuple):
    """What is known of a file that was built: frames of the schemas of these names.

    The last one vouches for the others.
    """

    loaded_tables: pl.DataFrame
    loaded_articles: pl.DataFrame
    loaded_file: pl.DataFrame


def published_base(database: Path, loaded: Loaded) -> Base | None:
    """What is known of the published file; None if it is not, block by block, the one that was built and audited last.

    Args:
        database: The published file; it may be missing.
        loaded: The file that was built last; the frames may be empty.
    """
    published = loaded.loaded_file.drop_nulls("fingerprint")
    if published.is_empty() or not database.exists() or fingerprint(database) != published["fingerprint"].item():
        return None
    return Base(
        database,
        published["fingerprint"].item(),
        dict(loaded.loaded_tables.select("table_name", "version").iter_rows()),
        published["replaced_count"].item(),
    )


def build_release(path: Path, tables: Mapping[str, StageTable], runs: pl.DataFrame, base: Base | None) -> Loaded:
    """Make the file of a new release, with all tables and without views.

    Args:
        path: The file to make; one that is there was never published, and is removed.
        tables: The stage table of each table, but for those that are made here.
        runs: As the schema ``Runs``: what the file tells of runs.
        base: The published release; None if it is not known what it holds.
    """
    remove_unpublished(path)
    row_counts = {name: table.state.row_count for name, table in tables.items()} | {"ops.runs": runs.height}
    grown = _grown(path, tables, runs, base, row_counts) if base else None
    if grown is None:
        remove_unpublished(path)
        build_database(path, {name: table.frame() for name, table in tables.items()} | {"ops.runs": runs})
    file = {
        "is_whole": grown is None,
        "row_count": sum(row_counts.values()),
        "replaced_count": grown.replaced_count if grown else 0,
        "fingerprint": None,
    }
    versions = [{"table_name": name, "version": table.state.version} for name, table in tables.items()]
    return Loaded(
        pl.DataFrame(versions, schema=LoadedTables.create_empty().schema),
        _unseen_articles(grown.changes if grown else {}),
        pl.DataFrame([file], schema=LoadedFile.create_empty().schema),
    )


class _Grown(NamedTuple):
    changes: Mapping[str, Change]
    replaced_count: int


def _grown(
    path: Path, tables: Mapping[str, StageTable], runs: pl.DataFrame, base: Base, row_counts: Mapping[str, int]
) -> _Grown | None:
    """Make the file out of the published one; None if that cannot be done or does not pay."""
    changes = {name: rows_changed_since(table, base.versions.get(name)) for name, table in tables.items()}
    known = {name: change for name, change in changes.items() if change is not None and name != "ops.runs"}
    if len(known) < len(tables) - 1:
        return None
    replaced_count = base.replaced_count + sum(max(change.gone.height, change.come.height) for change in known.values())
    if replaced_count > MAX_REPLACED_SHARE * sum(row_counts.values()):
        return None
    is_grown = grow_database(path, base, known, runs, row_counts)
    return _Grown(known, replaced_count) if is_grown else None


def _unseen_articles(changes: Mapping[str, Change]) -> pl.DataFrame:
    """Articles of which a row has changed in what the checks within an article look at."""
    found: list[pl.DataFrame] = [LoadedArticles.create_empty()]
    for name in changes.keys() & BY_ARTICLE:
        columns = columns_within_article(name)
        gone, come = (rows.select(columns) for rows in changes[name])
        found += [
            some.join(others, on=columns, how="anti", nulls_equal=True).select("article_id")
            for some, others in ((gone, come), (come, gone))
        ]
    return pl.concat(found).unique()
