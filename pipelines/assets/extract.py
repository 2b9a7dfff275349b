"""Files of the inboxes to raw articles, and both to the history of what was ever seen."""

from collections.abc import Sequence
from pathlib import Path

import dagster as dg
import polars as pl
from polars import DataFrame as Frame

from pipelines.assets.published import known_release
from pipelines.assets.resources import Warehouse
from pipelines.assets.run import run_info
from pipelines.assets.tables import TOMBSTONES, WRITER_POOL, table_asset, table_out
from pipelines.extract.inbox import InboxListing
from pipelines.extract.overrides import read_overrides
from pipelines.extract.refresh import RawTables, refresh_raw_tables
from pipelines.load.published import published_table
from pipelines.stages import read_tombstones
from pipelines.stages.tables import Patch, StageTable
from pipelines.transform.annotate.corpus import IS_READ
from pipelines.transform.history import describe_files, latest_revisions, record_rejects, record_revisions, record_run
from pipelines.transform.resolve.forgotten import without_articles, without_earlier_speakers
from pipelines.transform.revision_quotes import QUOTE_COLUMNS, quotes_with_names, record_revision_quotes

FROM_PUBLISHED = ("articles", "article_revisions", "revision_quotes")
"""What the history of articles takes over from the published release."""


@dg.multi_asset(
    outs={name: table_out(name, "extract", "python") for name in RawTables._fields},
    retry_policy=dg.RetryPolicy(max_retries=2, delay=2),  # a network folder may be away for a moment
    ins=TOMBSTONES,
    pool=WRITER_POOL,
)
def extracted_articles(
    warehouse: Warehouse, inbox_files: Frame, inbox_rejects: Frame, tombstones: Frame
) -> tuple[Frame, Frame, Frame, Frame, Frame]:
    """Read the files that are new or changed."""
    settings = warehouse.settings()
    before = RawTables(*(warehouse.stage(name).frame_if_any() for name in RawTables._fields))
    if warehouse.full_refresh:
        before = RawTables(*(frame.clear() for frame in before))
    forgotten = tombstones.filter(pl.col("forgotten_type") == "article").select(article_id="forgotten_id")
    return refresh_raw_tables(InboxListing(inbox_files, inbox_rejects), before, settings.limits, forgotten)


@table_asset("ops.tombstones", "extract", "parquet")
def tombstones(warehouse: Warehouse) -> Frame:
    """Tell what was withdrawn."""
    return read_tombstones(warehouse.settings().warehouse)


@table_asset("stated_overrides", "extract", "csv")
def stated_overrides(warehouse: Warehouse) -> Frame:
    """Read what people have corrected."""
    return read_overrides(warehouse.settings().overrides)


@dg.multi_asset(
    outs={
        "article_revisions": table_out("article_revisions", "history", "polars"),
        "revision_quotes": table_out("revision_quotes", "history", "polars"),
        "rejects": table_out("ops.rejects", "history", "polars"),
        "files": table_out("ops.files", "history", "polars"),
        "runs": table_out("ops.runs", "history", "polars"),
    },
    ins=TOMBSTONES,
    pool=WRITER_POOL,
)
def history(
    context: dg.AssetExecutionContext,
    warehouse: Warehouse,
    raw_articles: StageTable,
    superseded_articles: Frame,
    raw_files: Frame,
    input_rejects: Frame,
    structured_articles: StageTable,
    run_inputs: Frame,
    tombstones: Frame,
) -> tuple[Patch, Patch, Frame, Frame, Frame]:
    """Compare with the published release: what is new, changed, unchanged, rejected or gone."""
    database = warehouse.settings().database
    run = run_info(context, run_inputs)
    groups = _changed_since_published(warehouse, raw_articles)
    articles = raw_articles.rows_of(groups)
    published = _published_rows(warehouse, "articles", groups, ["article_id", "source_uri", "revision"])
    known_revisions = _published_rows(warehouse, "article_revisions", groups)
    kept_quotes = _published_rows(warehouse, "revision_quotes", groups)
    revisions = record_revisions(articles, without_articles(known_revisions, tombstones), run)
    current = latest_revisions(revisions).join(articles, on="article_id", how="semi")
    replaced = _replaced_quotes(database, published.join(current, on=["article_id", "revision"], how="anti"))
    quotes = record_revision_quotes(replaced, kept_quotes, current)
    return (
        Patch(groups, revisions),
        Patch(groups, without_earlier_speakers(quotes, tombstones)),
        record_rejects(input_rejects, published_table(database, "ops.rejects"), run),
        describe_files(raw_files, superseded_articles),
        record_run(
            articles,
            input_rejects,
            published.join(known_revisions, on=["article_id", "revision"], validate="1:1"),
            published_table(database, "ops.runs"),
            run,
            raw_articles.state.row_count,
            structured_articles.frame(["language_code"]).filter(~IS_READ).height,
        ),
    )


def _changed_since_published(warehouse: Warehouse, raw_articles: StageTable) -> Frame | None:
    """The articles that are not those of the published release; None if the stage tables are not what it holds."""
    base = known_release(warehouse)
    if base is None or any(warehouse.stage(name).version_if_any() != base.versions[name] for name in FROM_PUBLISHED):
        return None
    changes = warehouse.changes(("article_revisions", "revision_quotes"), (raw_articles,))
    return changes[0] if changes else None


def _published_rows(
    warehouse: Warehouse, table_name: str, groups: Frame | None, columns: Sequence[str] | None = None
) -> Frame:
    """Rows of the published release: of some articles out of the stage table, which then holds the same."""
    if groups is None:
        return published_table(warehouse.settings().database, table_name, columns)
    return warehouse.stage(table_name).rows_of(groups, columns)


def _replaced_quotes(database: Path, articles: Frame) -> Frame:
    """Quotations, by the published release, of articles whose revision there is not the current one any more."""
    quotes = published_table(database, "quotes", QUOTE_COLUMNS, articles)
    names = (published_table(database, name) for name in ("people", "organizations", "places"))
    return quotes_with_names(quotes, articles, *names)
