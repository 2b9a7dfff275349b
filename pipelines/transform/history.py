"""What a run makes of the release before it: revisions, moments of ingest, rejects, and the counts of the run."""

from datetime import datetime
from typing import NamedTuple

import polars as pl

from pipelines.schemas.articles import ArticleRevisions
from pipelines.schemas.ops import Files, Rejects, Runs

_TEXT_HASH = pl.col("text").hash(seed=0).alias("text_hash")


class RunInfo(NamedTuple):
    """The run that is at work."""

    run_id: str
    started_at: datetime
    code_version: str
    extractor_version: str
    inputs_digest: str


def record_revisions(raw_articles: pl.DataFrame, published: pl.DataFrame, run: RunInfo) -> pl.DataFrame:
    """Add a revision for each article that is new or whose text is not that of its latest one.

    Args:
        raw_articles: Articles of this run; reads ``article_id``, ``content_sha256`` and ``text``.
        published: ``article_revisions`` of the release before.
        run: Stamped on what is added.

    Returns:
        All rows of ``published`` and those added, sorted by key.
    """
    latest = latest_revisions(published).select("article_id", "revision", _TEXT_HASH)
    hashed = raw_articles.with_columns(_TEXT_HASH)
    fresh = hashed.join(latest, on=["article_id", "text_hash"], how="anti")
    added = fresh.join(latest.drop("text_hash"), on="article_id", how="left", validate="1:1").with_columns(
        revision=pl.col("revision").fill_null(0) + 1,
        ingested_at=pl.lit(run.started_at),
        run_id=pl.lit(run.run_id),
    )
    columns = ArticleRevisions.column_names()
    return pl.concat([published.select(columns), added.select(columns)], how="vertical_relaxed").sort(
        ArticleRevisions.primary_key()
    )


def latest_revisions(article_revisions: pl.DataFrame) -> pl.DataFrame:
    """The last revision of each article, and in ``first_ingested_at`` when its first one was read."""
    return (
        article_revisions.sort("article_id", "revision")
        .with_columns(first_ingested_at=pl.col("ingested_at").first().over("article_id"))
        .unique("article_id", keep="last", maintain_order=True)
    )


def record_rejects(input_rejects: pl.DataFrame, published: pl.DataFrame, run: RunInfo) -> pl.DataFrame:
    """Make the rows of ``ops.rejects``: what was rejected before for the same reason keeps the day it was first seen.

    Args:
        input_rejects: Rejects of this run.
        published: ``ops.rejects`` of the release before.
        run: Stamped on every row.
    """
    before = published.select("source_uri", "error_code", "first_seen_at")
    return (
        input_rejects.join(before, on=["source_uri", "error_code"], how="left", validate="1:1")
        .with_columns(
            first_seen_at=pl.col("first_seen_at").fill_null(run.started_at),
            last_seen_at=pl.lit(run.started_at),
            run_id=pl.lit(run.run_id),
        )
        .select(Rejects.column_names())
        .sort(Rejects.primary_key())
    )


def describe_files(raw_files: pl.DataFrame, superseded_articles: pl.DataFrame) -> pl.DataFrame:
    """Make the rows of ``ops.files``.

    Args:
        raw_files: As the schema ``RawFiles``.
        superseded_articles: As the schema ``SupersededArticles``.
    """
    superseded = superseded_articles.group_by("file_uri").agg(superseded_count=pl.len())
    return (
        raw_files.join(superseded, on="file_uri", how="left", validate="1:1")
        .with_columns(pl.col("superseded_count").fill_null(0))
        .select(Files.column_names())
        .sort(Files.primary_key())
    )


def record_run(
    raw_articles: pl.DataFrame,
    input_rejects: pl.DataFrame,
    published: pl.DataFrame,
    published_runs: pl.DataFrame,
    run: RunInfo,
    article_count: int,
    unread_count: int,
) -> pl.DataFrame:
    """Add this run's row to ``ops.runs``; when it was finished is known later.

    Args:
        raw_articles: Articles of this run, at least those that are not as they were; reads ``article_id``,
            ``source_uri`` and ``text``.
        input_rejects: Rejects of this run.
        published: ``articles`` of the release before, of the same keys and of those that are gone; reads the same
            columns.
        published_runs: ``ops.runs`` of the release before.
        run: The run.
        article_count: Articles of this run in all.
        unread_count: Articles of this run in languages that are not read.
    """
    before = published.select("article_id", _TEXT_HASH.alias("hash_before"))
    compared = raw_articles.select("article_id", _TEXT_HASH).join(before, on="article_id", how="left", validate="1:1")
    is_new = pl.col("hash_before").is_null()
    is_changed = pl.col("hash_before") != pl.col("text_hash")
    gone = published.join(raw_articles, on="article_id", how="anti").join(input_rejects, on="source_uri", how="anti")
    counts = compared.select(
        article_count=article_count,
        new_count=is_new.sum(),
        changed_count=is_changed.sum(),
        unchanged_count=article_count - (is_new | is_changed.fill_null(value=False)).sum(),
        rejected_count=input_rejects.height,
        removed_count=gone.height,
        unread_count=unread_count,
    )
    row = (
        counts.with_columns(
            run_id=pl.lit(run.run_id),
            started_at=pl.lit(run.started_at),
            finished_at=pl.lit(None, pl.Datetime("us", "UTC")),
            code_version=pl.lit(run.code_version),
            extractor_version=pl.lit(run.extractor_version),
            inputs_digest=pl.lit(run.inputs_digest),
        )
        .select(Runs.column_names())
        .pipe(Runs.cast)
    )
    return pl.concat([published_runs, row]).sort("run_id")


def repeat_run(published_runs: pl.DataFrame, run: RunInfo, finished_at: datetime) -> pl.DataFrame:
    """Make the row of ``ops.runs`` of a run that finds what the last one did: all articles are unchanged."""
    return (
        published_runs.sort("started_at")
        .tail(1)
        .with_columns(
            run_id=pl.lit(run.run_id),
            started_at=pl.lit(run.started_at),
            finished_at=pl.lit(finished_at),
            code_version=pl.lit(run.code_version),
            unchanged_count=pl.col("article_count"),
            **{f"{kind}_count": pl.lit(0, pl.UInt32) for kind in ("new", "changed", "removed")},
        )
        .pipe(Runs.cast)
    )


def finish_run(runs: pl.DataFrame, run_id: str, finished_at: datetime) -> pl.DataFrame:
    """Put into the run's row of ``ops.runs`` when it was finished."""
    is_this = pl.col("run_id") == run_id
    return runs.with_columns(finished_at=pl.when(is_this).then(pl.lit(finished_at)).otherwise("finished_at"))
