"""Make a new release out of the published one: a copy in which only what changed is replaced.

The rows are those of a file that is built whole; only their order in the file is another.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from pipelines.load.row_hashes import BY_ARTICLE, hashes_after_growth, hashes_of_articles
from pipelines.load.tables import insert, open_release, tables_made_here
from pipelines.schemas import TABLES, group_column
from pipelines.stages.tables import NO_GROUPS, Patch

MAX_REPLACED_SHARE = 0.25
"""Share of a file's rows that may be deleted and added before it is built whole again: rows deleted leave holes."""


class Base(NamedTuple):
    """The published release, if it is the file that was built last.

    Attributes:
        path: The published file.
        versions: The version of each stage table that it holds.
        row_hashes: As of `row_hashes`, when it was audited.
        replaced_count: Rows that were deleted and added in it since it was built whole.
    """

    path: Path
    versions: Mapping[str, str]
    row_hashes: Mapping[str, int]
    replaced_count: int


class Grown(NamedTuple):
    """What a file has that its base had not.

    Attributes:
        articles: ``article_id`` of the articles of which it has other rows.
        row_hashes: As of `row_hashes`.
    """

    articles: pl.DataFrame
    row_hashes: Mapping[str, int]


def grow_database(path: Path, base: Base, patches: Mapping[str, Patch], row_counts: Mapping[str, int]) -> Grown | None:
    """Copy a release and replace the groups of rows that changed.

    Args:
        path: The file to make.
        base: The release to start from.
        patches: Of each table that changed, what replaces its rows.
        row_counts: Rows that each table has then, but for those that are made here.

    Returns:
        What is new; None if rows of the base are not those that were audited, and the file is of no use.

    Raises:
        duckdb.ConstraintException: If a row breaks a key or a check.
    """
    shutil.copyfile(base.path, path)
    made_here = {name: Patch(None, frame) for name, frame in tables_made_here(row_counts).items()}
    groups = [patches[name].groups for name in BY_ARTICLE if name in patches]
    changed = pl.concat([NO_GROUPS, *(some for some in groups if some is not None)])
    articles = changed.unique().select(article_id="group_key")
    with open_release(path) as con:
        con.execute("drop schema marts cascade")
        gone = hashes_of_articles(con, articles)
        for name, patch in {**patches, **made_here}.items():
            _replace(con, name, patch)
        hashes = hashes_after_growth(con, base.row_hashes, gone, articles)
    return None if hashes is None else Grown(articles, hashes)


def _replace(con: duckdb.DuckDBPyConnection, name: str, patch: Patch) -> None:
    if patch.groups is None:
        con.execute(f"delete from {name}")
    else:
        con.register("replaced", patch.groups.to_arrow())
        group = group_column(TABLES[name])
        con.execute(f"delete from {name} where {group}::varchar in (select group_key from replaced)")
        con.unregister("replaced")
    insert(con, name, patch.rows)
