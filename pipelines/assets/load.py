"""Tables to a new DuckDB file, its audit, and the published warehouse."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import dagster as dg
import polars as pl

from pipelines.assets.published import known_release, last_loaded, note_fingerprint
from pipelines.assets.resources import Warehouse
from pipelines.assets.run import run_info
from pipelines.assets.tables import TOMBSTONES, WRITER_POOL, asset_key, table_asset, table_spec, view_schema
from pipelines.load.audit import AuditFailedError, audit, raise_if_failed
from pipelines.load.build import Loaded, build_release
from pipelines.load.marts import columns_of_views, create_marts, read_marts
from pipelines.load.publish import Release, publish
from pipelines.load.published import published_table
from pipelines.load.renew import copy_release
from pipelines.load.tables import describe_columns
from pipelines.load.withdrawn import remove_releases_with
from pipelines.progress import ReadingProgress
from pipelines.schemas import TABLES
from pipelines.stages import new_release_path
from pipelines.transform.history import finish_run, repeat_run

MADE_BY_LOAD = ("ops.checks", "ops.tables", "ops.columns")
NEW_RELEASE = dg.AssetKey("new_release")
MARTS = read_marts()
STAGED_TABLES = [name for name in TABLES if name not in MADE_BY_LOAD]


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            NEW_RELEASE,
            deps=[asset_key(name) for name in STAGED_TABLES],
            group_name="load",
            kinds={"duckdb"},
            description="The DuckDB file with all tables, built aside: a copy of the published one if little changed.",
        ),
        table_spec("ops.tables", "load", ["duckdb"], deps=[asset_key(name) for name in STAGED_TABLES]),
        table_spec("ops.columns", "load", ["duckdb"], deps=[asset_key(name) for name in STAGED_TABLES]),
    ],
    pool=WRITER_POOL,
)
def new_release(context: dg.AssetExecutionContext, warehouse: Warehouse) -> Iterator[dg.MaterializeResult[None]]:
    """Build the new file."""
    settings = warehouse.settings()
    tables = {name: warehouse.stage(name) for name in STAGED_TABLES}
    runs = finish_run(tables["ops.runs"].frame(), context.run_id, datetime.now(UTC))
    path = new_release_path(settings.warehouse)
    base = known_release(warehouse)
    known = [warehouse.stage(name) for name in Loaded._fields]
    known[-1].remove()  # it vouches for the others: a run may die between the two
    loaded = build_release(path, tables, runs, base)
    for table, frame in zip(known, loaded, strict=True):
        table.write(frame, {})
    yield dg.MaterializeResult(asset_key=NEW_RELEASE, metadata={"path": dg.MetadataValue.path(path)})
    for name, row_count in {"ops.tables": len(TABLES), "ops.columns": describe_columns().height}.items():
        yield dg.MaterializeResult(asset_key=asset_key(name), metadata={"dagster/row_count": row_count})


@dg.multi_asset(
    specs=[
        dg.AssetSpec(
            asset_key(f"marts.{mart.name}"),
            deps=[NEW_RELEASE, *map(asset_key, mart.reads)],
            group_name="marts",
            kinds={"duckdb", "sql"},
            description=mart.comment,
            metadata={"try": dg.MetadataValue.md(f"```sql\n{mart.example}\n```")},
        )
        for mart in MARTS
    ],
    pool=WRITER_POOL,
)
def marts(warehouse: Warehouse) -> Iterator[dg.MaterializeResult[None]]:
    """Add the views for analysts."""
    path = new_release_path(warehouse.settings().warehouse)
    create_marts(path, MARTS)
    columns = columns_of_views(path)
    for mart in MARTS:
        shown = {"dagster/column_schema": view_schema(columns[mart.name])} if mart.name in columns else {}
        yield dg.MaterializeResult(asset_key=asset_key(f"marts.{mart.name}"), metadata=shown)


@table_asset("ops.checks", "audit", "duckdb", deps=[NEW_RELEASE, *(asset_key(f"marts.{mart.name}") for mart in MARTS)])
def checks(warehouse: Warehouse) -> pl.DataFrame:
    """Audit every row of the new file that no audit has seen yet, and how all rows fit together."""
    loaded = last_loaded(warehouse)
    counts = {name: warehouse.stage(name).state.row_count for name in STAGED_TABLES}
    is_whole = loaded.loaded_file["is_whole"].all()
    articles = None if is_whole else loaded.loaded_articles
    return audit(new_release_path(warehouse.settings().warehouse), counts, articles)


@dg.asset(
    group_name="publish",
    kinds={"duckdb"},
    deps=[NEW_RELEASE],
    ins={"results": dg.AssetIn(asset_key("ops.checks")), **TOMBSTONES},
    pool=WRITER_POOL,
)
def published_warehouse(
    warehouse: Warehouse, results: pl.DataFrame, tombstones: pl.DataFrame
) -> dg.MaterializeResult[None]:
    """The file that everybody reads, ``news.duckdb``: replaced in one step, and only if every check passed."""
    settings = warehouse.settings()
    try:
        raise_if_failed(results)
    except AuditFailedError as error:
        raise dg.Failure(str(error), allow_retries=False) from error
    path = new_release_path(settings.warehouse)
    note_fingerprint(warehouse, path)
    release = publish(path, settings.database, settings.kept_releases)
    remove_releases_with(settings.database, tombstones)
    return _published(settings.database, release)


@dg.asset(
    group_name="publish",
    kinds={"duckdb"},
    pool=WRITER_POOL,
    description="Where nothing is new, the release that is published: copied, with the run's row in `ops.runs`.",
)
def renewed_warehouse(
    context: dg.AssetExecutionContext,
    warehouse: Warehouse,
    reading_progress: dg.ResourceParam[ReadingProgress],
    unchanged_inputs: pl.DataFrame,
) -> dg.MaterializeResult[None]:
    """Skip the whole build: the same inputs have been made into the published release."""
    settings = warehouse.settings()
    reading_progress.start(0)
    run = run_info(context, unchanged_inputs)
    row = repeat_run(published_table(settings.database, "ops.runs"), run, datetime.now(UTC))
    path = new_release_path(settings.warehouse)
    is_known = known_release(warehouse) is not None
    copy_release(settings.database, path, row, run.started_at)
    if is_known:
        note_fingerprint(warehouse, path)
    return _published(settings.database, publish(path, settings.database, settings.kept_releases))


def _published(database: Path, release: Release) -> dg.MaterializeResult[None]:
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(database),
            "release": release.release_id,
            "size_in_bytes": release.byte_size,
        }
    )
