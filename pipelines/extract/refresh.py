"""Bring the raw articles up to date: read what is new or changed, keep what is not, let go what has left."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from pipelines.extract.inbox import compare_with_known, list_inboxes
from pipelines.extract.rejects import rejects_frame
from pipelines.extract.text import Extraction, read_files
from pipelines.schemas.working import KnownFiles


def refresh_raw_articles(inboxes: Sequence[Path], before: pl.DataFrame) -> Extraction:
    """Make the raw articles those of the inboxes.

    Args:
        inboxes: Folders of raw articles.
        before: ``RawArticles`` of an earlier run; empty to read every file. Files that were rejected are not among
            them, so each run tries them again.

    Returns:
        Articles sorted by key, rejects by source. The same inboxes give the same, whatever ``before`` held.
    """
    listing = list_inboxes(inboxes)
    changes = compare_with_known(listing.files, before.select(KnownFiles.column_names()))
    fresh = read_files(changes.to_read)
    kept = before.join(changes.unchanged, on="source_uri", how="semi")
    return Extraction(
        raw_articles=pl.concat([kept, fresh.raw_articles]).sort("article_id"),
        rejects=rejects_frame([*listing.rejects.iter_rows(named=True), *fresh.rejects.iter_rows(named=True)]),
    )
