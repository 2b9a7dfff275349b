"""Column kinds that many tables share: one place for their types and checks."""

from typing import Any

import dataframely as dy
import polars as pl

ID_PATTERN = r"^[0-9a-f]{16,}$"


def key(
    description: str,
    *,
    primary_key: bool = False,
    unique: bool = False,
    nullable: bool = False,
    fk: str | None = None,
) -> dy.String:
    """A content key: lower-case hex, 16 characters or more. ``fk`` names the table that it refers to."""
    return dy.String(
        primary_key=primary_key,
        unique=unique,
        nullable=nullable,
        regex=ID_PATTERN,
        description=description,
        metadata={"fk": fk} if fk else None,
    )


def one_of(values: list[str], description: str, *, nullable: bool = False, primary_key: bool = False) -> dy.String:
    """A word of a short closed list; the list is kept in the metadata for the DDL and the dictionary."""

    def is_listed(column: pl.Expr) -> pl.Expr:
        return column.is_in(values)

    metadata: dict[str, Any] = {"values": values}
    return dy.String(
        nullable=nullable, primary_key=primary_key, check=is_listed, description=description, metadata=metadata
    )


def text(description: str, *, nullable: bool = False) -> dy.String:
    """Human text that is never empty."""
    return dy.String(nullable=nullable, min_length=1, description=description)


def offset(description: str, *, primary_key: bool = False, nullable: bool = False) -> dy.UInt32:
    """A 0-based position in Unicode code points in ``articles.text``."""
    return dy.UInt32(primary_key=primary_key, nullable=nullable, description=description)


def index(description: str, *, primary_key: bool = False, nullable: bool = False) -> dy.UInt32:
    """A 0-based running number within an article."""
    return dy.UInt32(primary_key=primary_key, nullable=nullable, description=description)


def count(description: str, *, nullable: bool = False) -> dy.UInt32:
    """A whole number of things."""
    return dy.UInt32(nullable=nullable, description=description)


def share(description: str, *, nullable: bool = False) -> dy.Float64:
    """A number from 0 to 1."""
    return dy.Float64(nullable=nullable, min=0.0, max=1.0, description=description)


def timestamp(description: str, *, nullable: bool = False) -> dy.Datetime:
    """A UTC timestamp in microseconds."""
    return dy.Datetime(nullable=nullable, time_zone="UTC", time_unit="us", description=description)


def day(description: str, *, nullable: bool = False) -> dy.Date:
    """A calendar day."""
    return dy.Date(nullable=nullable, description=description)
