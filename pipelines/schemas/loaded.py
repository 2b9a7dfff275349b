"""Working tables that tell what the last file that was built holds."""

import dataframely as dy

from pipelines.schemas import columns as col


class LoadedTables(dy.Schema):
    """One row per table of the last file that was built: what it holds."""

    table_name = dy.String(primary_key=True, min_length=1, description="Table.")
    version = col.text("Version of the stage table.")


class LoadedArticles(dy.Schema):
    """One row per article of which the last file that was built has rows that no audit has seen yet."""

    article_id = dy.String(primary_key=True, description="Article.")


class LoadedFile(dy.Schema):
    """One row: the last file that was built."""

    is_whole = dy.Bool(description="Whether no row was taken over from the release before.")
    row_count = dy.UInt64(description="Rows in it.")
    replaced_count = dy.UInt64(description="Rows deleted and added since it was last built whole.")
    fingerprint = col.text("Of the file as it was published; null if it was not.", nullable=True)
