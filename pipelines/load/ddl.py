"""Data definition of the warehouse, made from the schema classes: tables, keys, checks and comments."""

from collections.abc import Iterator
from functools import cache

import dataframely as dy
import polars as pl

from pipelines.schemas import TABLES

DUCKDB_TYPES: dict[type[pl.DataType], str] = {
    pl.String: "varchar",
    pl.Boolean: "boolean",
    pl.UInt32: "uinteger",
    pl.UInt64: "ubigint",
    pl.Int64: "bigint",
    pl.Float64: "double",
    pl.Date: "date",
    pl.Datetime: "timestamp with time zone",
}


def table_statements(table_name: str) -> Iterator[str]:
    """Yield the statements that create a table with its constraints, but for the key, and describe it and its columns.

    References are not among the constraints, but audited: a file in which rows are replaced cannot hold to them on
    the way, and with them loading takes half as long again.
    """
    schema = TABLES[table_name]
    body = ",\n    ".join(_column(name, column) for name, column in schema.columns().items())
    yield f"create table {table_name} (\n    {body}\n)"
    yield f"comment on table {table_name} is {literal(grain(table_name))}"
    for name, column in schema.columns().items():
        yield f'comment on column {table_name}."{name}" is {literal(column.description or name)}'


def key_statement(table_name: str) -> str:
    """The statement that declares a table's primary key.

    It comes after the rows: to index all keys at once takes half of the time of indexing them row by row.
    """
    return f"alter table {table_name} add primary key ({', '.join(TABLES[table_name].primary_key())})"


def grain(table_name: str) -> str:
    """What one row of a table stands for: the first line of its class's docstring."""
    return (TABLES[table_name].__doc__ or table_name).splitlines()[0]


def literal(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"


@cache
def dtypes(table_name: str) -> dict[str, pl.DataType]:
    """Polars type of each column."""
    return dict(TABLES[table_name].create_empty().schema)


def duckdb_type(table_name: str, column_name: str) -> str:
    """DuckDB type of a column."""
    return duckdb_type_of(TABLES[table_name].columns()[column_name])


def duckdb_type_of(column: dy.Column) -> str:
    """DuckDB type that a column of a schema is stored as."""
    if isinstance(column, dy.List):
        return f"{duckdb_type_of(column.inner)}[]"
    return DUCKDB_TYPES[column.dtype.base_type()]


def allowed_values(column: dy.Column) -> list[str] | None:
    """The closed list that a column's words come from, if it has one."""
    return (column.metadata or {}).get("values")


def bounds(column: dy.Column) -> list[tuple[str, float]]:
    """Comparison operators and limits that a number keeps to."""
    limits = ((">=", getattr(column, "min", None)), ("<=", getattr(column, "max", None)))
    return [(operator, limit) for operator, limit in limits if limit is not None]


def _column(name: str, column: dy.Column) -> str:
    parts = [
        f'"{name}" {duckdb_type_of(column)}',
        "" if column.nullable else " not null",
        " unique" if column.unique else "",
    ]
    values = allowed_values(column)
    if values:
        parts.append(f' check ("{name}" in ({", ".join(map(literal, values))}))')
    parts += [f' check ("{name}" {operator} {limit})' for operator, limit in bounds(column)]
    return "".join(parts)
