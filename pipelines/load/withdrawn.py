"""Find what is to be withdrawn, and remove the releases that still hold it."""

from pathlib import Path
from typing import NamedTuple

import duckdb
import polars as pl

from pipelines.load.publish import Release, list_releases

FIND = {
    "article": """
        select distinct article_id, coalesce(headline, source_uri, article_id) from article_revisions
        left join articles using (article_id)
        where article_id = $key or source_uri = $key or url = $key
    """,
    "person": "select person_id, person_name from people where person_id = $key or lower(person_name) = lower($key)",
}
HELD_IN = {"article": ("article_revisions", "article_id"), "person": ("people", "person_id")}
"""Table, and its key, by which a release tells that it holds an article or a person."""


class Subject(NamedTuple):
    """An article or a person: ``kind`` is a word of ``FORGOTTEN_TYPES``, ``name`` is for people to read."""

    kind: str
    key: str
    name: str


def find_subjects(database: Path, key: str) -> list[Subject]:
    """Articles of this id, address or source, and people of this id or name, in the published release."""
    with duckdb.connect(str(database), read_only=True) as con:
        return [
            Subject(kind, *row)
            for kind, query in FIND.items()
            for row in sorted(con.execute(query, {"key": key}).fetchall())
        ]


def remove_releases_with(database: Path, tombstones: pl.DataFrame) -> list[Release]:
    """Remove the earlier releases that hold a row of what was withdrawn.

    Counts of other rows tell of it too, so a release cannot lose it and still be what was published that day.

    Args:
        database: The published file.
        tombstones: As the schema ``Tombstones``.

    Returns:
        The releases that were removed, newest first.
    """
    withdrawn = tombstones.group_by("forgotten_type").agg("forgotten_id").rows()
    removed = [
        release
        for release in list_releases(database)
        if not release.is_current and any(_holds(release, kind, keys) for kind, keys in withdrawn)
    ]
    for release in removed:
        release.path.unlink()
    return removed


def _holds(release: Release, kind: str, keys: list[str]) -> bool:
    table, column = HELD_IN[kind]
    with duckdb.connect(str(release.path), read_only=True) as con:
        return bool(con.execute(f"select 1 from {table} where {column} in $keys limit 1", {"keys": keys}).fetchall())
