"""Bring the raw articles up to date: read what is new or changed, keep what is not, let go what has left."""

from typing import NamedTuple

import polars as pl

from pipelines.extract.identity import part_versions
from pipelines.extract.inbox import InboxListing, compare_with_known
from pipelines.extract.limits import Limits
from pipelines.extract.read import read_files
from pipelines.extract.rejects import rejects_frame
from pipelines.extract.version import reader_version
from pipelines.schemas.working import RawParagraphs, SourceArticles


class RawTables(NamedTuple):
    """What extraction hands on: frames of the schemas of these names in ``pipelines.schemas.working``."""

    raw_articles: pl.DataFrame
    superseded_articles: pl.DataFrame
    raw_paragraphs: pl.DataFrame
    raw_files: pl.DataFrame
    input_rejects: pl.DataFrame


def refresh_raw_tables(listing: InboxListing, before: RawTables, limits: Limits, forgotten: pl.DataFrame) -> RawTables:
    """Make the raw articles those of the inboxes.

    Args:
        listing: What the inboxes hold.
        before: What an earlier run handed on; empty to read every file.
        limits: How much an input may hold.
        forgotten: ``article_id`` of articles that were withdrawn and must not come back.

    Returns:
        Frames sorted by key. The same inboxes give the same, whatever ``before`` held.
    """
    changes = compare_with_known(listing.files, before.raw_files, reader_version(limits))
    fresh = read_files(changes.to_read, limits)
    columns = SourceArticles.column_names()
    versions = pl.concat([before.raw_articles.select(columns), before.superseded_articles.select(columns)])
    kept = versions.join(changes.unchanged, on="file_uri", how="semi")
    present = pl.concat([kept, fresh.articles]).join(forgotten, on="article_id", how="anti")
    latest, superseded = part_versions(present)
    marked = pl.concat([before.raw_paragraphs.join(kept, on="source_uri", how="semi"), fresh.paragraphs])
    return RawTables(
        latest,
        superseded,
        marked.join(present, on="source_uri", how="semi").sort(RawParagraphs.primary_key()),
        pl.concat([before.raw_files.join(changes.unchanged, on="file_uri", how="semi"), fresh.files]).sort("file_uri"),
        rejects_frame(
            row
            for frame in (
                listing.rejects,
                before.input_rejects.join(changes.unchanged, on="file_uri", how="semi"),
                fresh.rejects,
            )
            for row in frame.iter_rows(named=True)
        ),
    )
