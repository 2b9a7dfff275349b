"""What a run starts from, and whether it is what the published release was made from."""

from collections.abc import Iterator
from pathlib import Path

import dagster as dg
import polars as pl
from polars import DataFrame as Frame

from pipelines.assets.resources import Warehouse
from pipelines.assets.tables import TOMBSTONES, WRITER_POOL, table_out
from pipelines.extract.inbox import compare_with_known, listing_digest
from pipelines.extract.remote.mirror import list_all
from pipelines.extract.version import reader_version
from pipelines.inputs import code_version, inputs_digest
from pipelines.load.published import published_table
from pipelines.schemas.working import RunInputs
from pipelines.stages import mirrors_folder
from pipelines.transform.annotate.engines import Engine
from pipelines.transform.annotate.version import extractor_version


@dg.multi_asset(
    outs={
        **{name: table_out(name, "extract", "python", is_required=False) for name in ("inbox_files", "inbox_rejects")},
        "run_inputs": table_out("run_inputs", "extract", "python", is_required=False),
        "unchanged_inputs": table_out("unchanged_inputs", "extract", "python", is_required=False),
    },
    retry_policy=dg.RetryPolicy(max_retries=2, delay=2),  # a network folder may be away for a moment
    ins=TOMBSTONES,
    pool=WRITER_POOL,
)
def inputs(
    context: dg.AssetExecutionContext,
    warehouse: Warehouse,
    reading_engine: dg.ResourceParam[Engine],
    stated_overrides: Frame,
    tombstones: Frame,
) -> Iterator[dg.Output[Frame]]:
    """List the inboxes; if nothing is new since the published release, all but its renewal is skipped."""
    settings = warehouse.settings()
    forgotten = tombstones.filter(pl.col("forgotten_type") == "article")["forgotten_id"]
    listing = list_all(
        settings.inboxes,
        mirrors_folder(settings.warehouse),
        settings.limits,
        settings.fetch_seconds,
        frozenset(forgotten),
    )
    versions = (code_version(), reader_version(settings.limits), extractor_version())
    digest = inputs_digest(listing_digest(listing), (stated_overrides, tombstones), versions)
    frame = pl.DataFrame({"inputs_digest": [digest]}, schema=RunInputs.create_empty().schema)
    known = warehouse.stage("raw_files").frame_if_any()
    left_over = compare_with_known(listing.files, known, reader_version(settings.limits)).to_read
    is_same = digest == _published_digest(settings.database) and left_over.is_empty()
    if is_same and not warehouse.full_refresh:
        context.log.info("nothing is new since the published release")
        yield dg.Output(frame, output_name="unchanged_inputs")
        return
    reading_engine.prepare((listing.files if warehouse.full_refresh else left_over).height)
    if warehouse.full_refresh:
        warehouse.memory().forget()
    yield dg.Output(listing.files, output_name="inbox_files")
    yield dg.Output(listing.rejects, output_name="inbox_rejects")
    yield dg.Output(frame, output_name="run_inputs")


def _published_digest(database: Path) -> str | None:
    """That of the release that is published now, be it the last one or one that was gone back to."""
    runs = published_table(database, "ops.runs").sort("started_at")
    return None if runs.is_empty() else runs["inputs_digest"][-1]
