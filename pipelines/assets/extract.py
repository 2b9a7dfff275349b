"""Files of the inboxes to raw articles, and both to the history of what was ever seen."""

from pathlib import Path

import dagster as dg
import polars as pl
from polars import DataFrame as Frame

from pipelines.assets.resources import Warehouse
from pipelines.assets.run import run_info
from pipelines.assets.tables import TOMBSTONES, WRITER_POOL, table_asset, table_out
from pipelines.extract.inbox import InboxListing
from pipelines.extract.overrides import read_overrides
from pipelines.extract.refresh import RawTables, refresh_raw_tables
from pipelines.load.published import published_table
from pipelines.stages import read_tombstones
from pipelines.transform.annotate.corpus import IS_READ
from pipelines.transform.history import describe_files, latest_revisions, record_rejects, record_revisions, record_run
from pipelines.transform.resolve.forgotten import without_articles, without_earlier_speakers
from pipelines.transform.revision_quotes import QUOTE_COLUMNS, quotes_with_names, record_revision_quotes


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
    raw_articles: Frame,
    superseded_articles: Frame,
    raw_files: Frame,
    input_rejects: Frame,
    structured_articles: Frame,
    run_inputs: Frame,
    tombstones: Frame,
) -> tuple[Frame, Frame, Frame, Frame, Frame]:
    """Compare with the published release: what is new, changed, unchanged, rejected or gone."""
    database = warehouse.settings().database
    run = run_info(context, run_inputs)
    published = published_table(database, "articles", ["article_id", "source_uri", "revision"])
    known_revisions = published_table(database, "article_revisions")
    before = without_articles(known_revisions, tombstones)
    revisions = record_revisions(raw_articles, before, run)
    current = latest_revisions(revisions).join(raw_articles, on="article_id", how="semi")
    return (
        revisions,
        without_earlier_speakers(_earlier_quotes(database, published, current), tombstones),
        record_rejects(input_rejects, published_table(database, "ops.rejects"), run),
        describe_files(raw_files, superseded_articles),
        record_run(
            raw_articles,
            input_rejects,
            published.join(known_revisions, on=["article_id", "revision"], validate="1:1"),
            published_table(database, "ops.runs"),
            run,
            structured_articles.filter(~IS_READ).height,
        ),
    )


def _earlier_quotes(database: Path, articles: Frame, current: Frame) -> Frame:
    """Quotations of revisions that are not the current ones, by the published release."""
    kept = published_table(database, "revision_quotes")
    earlier = articles.join(current, on=["article_id", "revision"], how="anti")
    quotes = published_table(database, "quotes", QUOTE_COLUMNS, earlier)
    names = (published_table(database, name) for name in ("people", "organizations", "places"))
    return record_revision_quotes(quotes_with_names(quotes, earlier, *names), kept, current)
