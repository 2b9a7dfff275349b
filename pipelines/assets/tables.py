"""How a table becomes an asset: its name, its description and its columns, all from its schema class."""

from collections.abc import Callable, Mapping, Sequence

import dagster as dg
import dataframely as dy
from polars import DataFrame

from pipelines.load.ddl import duckdb_type_of
from pipelines.schemas import TABLES
from pipelines.stages import STAGE_TABLES
from pipelines.stages.tables import Patch

WRITER_POOL = "warehouse_writer"
"""Runs that write the warehouse share this pool of one."""


def asset_key(table_name: str) -> dg.AssetKey:
    """``ops.runs`` is the asset ``ops/runs``."""
    return dg.AssetKey(table_name.split("."))


def table_name(key: dg.AssetKey) -> str:
    """The table of an asset."""
    return ".".join(key.path)


TOMBSTONES = {"tombstones": dg.AssetIn(asset_key("ops.tombstones"))}
"""Input of the functions that must leave out what was withdrawn."""


def table_out(table_name: str, group: str, *kinds: str, is_required: bool = True) -> dg.AssetOut:
    """A table that a function with several outputs makes, stored as a stage file.

    Where one is not required and not made, the steps that take it are skipped.
    """
    spec = table_spec(table_name, group, [*kinds, "parquet"])
    return dg.AssetOut.from_spec(spec, dagster_type=dg.Any, is_required=is_required)  # a frame or a patch


def table_spec(table_name: str, group: str, kinds: Sequence[str], deps: Sequence[dg.AssetKey] = ()) -> dg.AssetSpec:
    """A table as a node of the graph."""
    schema = TABLES.get(table_name) or STAGE_TABLES[table_name]
    return dg.AssetSpec(
        asset_key(table_name),
        group_name=group,
        kinds=set(kinds),
        deps=deps,
        description=schema.__doc__,
        metadata={"dagster/column_schema": column_schema(schema)},
    )


def table_asset(
    table_name: str,
    group: str,
    *kinds: str,
    deps: Sequence[dg.AssetKey] = (),
    ins: Mapping[str, dg.AssetIn] | None = None,
) -> Callable[[Callable[..., DataFrame | Patch]], dg.AssetsDefinition]:
    """Decorate a function that makes one table, stored as a stage file."""
    spec = table_spec(table_name, group, [*kinds, "parquet"])
    return dg.asset(
        key=spec.key,
        group_name=group,
        kinds=spec.kinds,
        description=spec.description,
        metadata=spec.metadata,
        deps=deps,
        ins=ins,
        pool=WRITER_POOL,
    )


def column_schema(schema: type[dy.Schema]) -> dg.TableSchema:
    """Columns as the web interface shows them."""
    key = schema.primary_key()
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name,
                type=duckdb_type_of(column),
                description=column.description,
                constraints=dg.TableColumnConstraints(
                    nullable=column.nullable, unique=column.unique or key == [name], other=_constraints(column, key)
                ),
            )
            for name, column in schema.columns().items()
        ]
    )


def view_schema(columns: Sequence[tuple[str, str]]) -> dg.TableSchema:
    """Columns of a view, each a name and a type."""
    return dg.TableSchema(columns=[dg.TableColumn(name, type=data_type) for name, data_type in columns])


def _constraints(column: dy.Column, key: list[str]) -> list[str]:
    metadata = column.metadata or {}
    stated = ["primary key"] if column.name in key else []
    stated += [f"references {metadata['fk']}"] if metadata.get("fk") else []
    stated += [f"one of: {', '.join(metadata['values'])}"] if metadata.get("values") else []
    return stated
