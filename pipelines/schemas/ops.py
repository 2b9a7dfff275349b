"""How the warehouse came to be: runs, rejects, checks, and the dictionary of its tables."""

import dataframely as dy

from pipelines.schemas import columns as col

SEVERITIES = ["error", "warning"]


class Runs(dy.Schema):
    """One row per pipeline run that published."""

    run_id = dy.String(primary_key=True, min_length=1, description="Dagster's run id.")
    started_at = col.timestamp("Start.")
    finished_at = col.timestamp("When the new release was ready to publish; null for a run that failed.", nullable=True)
    code_version = col.text("Version of the package.")
    extractor_version = col.text("Version of the reading: a change reads every article anew.")
    inputs_digest = col.text(
        "Digest of all that the release is made from: a run that finds the same makes no new one. Null for runs of a "
        "version from before the column.",
        nullable=True,
    )
    article_count = col.count("Articles in the release.")
    new_count = col.count("Articles seen for the first time.")
    changed_count = col.count("Articles with a new revision.")
    unchanged_count = col.count("Articles that were not read again.")
    rejected_count = col.count("Inputs that could not be loaded.")
    removed_count = col.count("Articles whose source left the inbox.")
    unread_count = col.count(
        "Articles in other languages than English: stored and searchable, not read. Null for runs of a version from "
        "before the column.",
        nullable=True,
    )


class Files(dy.Schema):
    """One row per file of the inboxes that was opened."""

    file_uri = dy.String(primary_key=True, min_length=1, description="Path relative to the inbox, or URL.")
    content_sha256 = dy.String(
        nullable=True, regex=r"^[0-9a-f]{64}$", description="SHA-256 of its bytes; null if there were too many to read."
    )
    byte_size = dy.UInt64(description="Bytes.")
    article_count = col.count("Articles read from it.")
    superseded_count = col.count("Of these, earlier versions of articles that the inboxes hold a later one of.")
    rejected_count = col.count("Rows of rejects: the file itself, or parts of it.")
    skipped_count = col.count("Parts that are no articles, such as pictures in a web archive.")


class Rejects(dy.Schema):
    """One row per input that could not be loaded."""

    source_uri = dy.String(primary_key=True, min_length=1, description="Path relative to the inbox, or URL.")
    content_sha256 = dy.String(nullable=True, regex=r"^[0-9a-f]{64}$", description="SHA-256 of its bytes, if readable.")
    error_code = col.text("Word of a closed list, see README.")
    error_message = col.text("What is wrong and how to mend it.")
    first_seen_at = col.timestamp("When it was first rejected.")
    last_seen_at = col.timestamp("When it was last rejected.")
    run_id = col.text("Run that last rejected it.")


class Checks(dy.Schema):
    """One row per data check of the last build."""

    check_name = dy.String(primary_key=True, min_length=1, description="Name of the check.")
    table_name = dy.String(primary_key=True, min_length=1, description="Table that it guards.")
    passed = dy.Bool(description="Whether no row failed.")
    failed_count = dy.UInt64(description="Rows that failed.")
    severity = col.one_of(SEVERITIES, "An error stops the publish; a warning does not.")
    description = col.text("What is promised.")


class Tables(dy.Schema):
    """One row per table of the warehouse."""

    table_name = dy.String(primary_key=True, min_length=1, description="Name, with the schema where it is not main.")
    grain = col.text("What one row stands for.")
    description = col.text("What the table is for.")
    row_count = dy.UInt64(description="Rows in this release.")


class Columns(dy.Schema):
    """One row per column of the warehouse."""

    table_name = dy.String(primary_key=True, min_length=1, description="Table.")
    column_name = dy.String(primary_key=True, min_length=1, description="Column.")
    position = dy.UInt32(min=1, description="Place in the table, from 1.")
    type = col.text("DuckDB type.")
    is_nullable = dy.Bool(description="Whether it may be null.")
    references = col.text("Table and column that it refers to.", nullable=True)
    description = col.text("What it means.")
