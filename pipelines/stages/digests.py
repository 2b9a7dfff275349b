"""Tell which groups of rows have changed, by digests of their rows."""

import polars as pl


def digests_of(rows: pl.DataFrame, group: pl.Expr) -> pl.DataFrame:
    """Digest each group of rows.

    Args:
        rows: The rows.
        group: What group a row is in, a string.

    Returns:
        ``group_key``, ``row_count`` and ``digest``, the sum of the hashes of its rows: with the same version of polars
        the same rows, in any order, have the same digest.
    """
    return (
        rows.select(group_key=group, digest=rows.hash_rows())
        .group_by("group_key")
        .agg(row_count=pl.len().cast(pl.UInt32), digest=pl.col("digest").sum())
    )


def changed_groups(before: pl.DataFrame, now: pl.DataFrame) -> pl.DataFrame:
    """``group_key`` of the groups whose rows came, went or changed, from the digests of all."""
    came = now.join(before, on=now.columns, how="anti")
    went = before.join(now, on=now.columns, how="anti")
    return pl.concat([came, went]).select("group_key").unique()


def groups_of_changed_rows(before: pl.DataFrame, now: pl.DataFrame, group: pl.Expr) -> pl.DataFrame:
    """``group_key`` of the groups whose rows came, went or changed, from the rows themselves.

    Args:
        before: The rows as they were, no two of them the same.
        now: The rows as they are, with the same columns.
        group: What group a row is in, a string.
    """
    hashes = before.hash_rows(), now.hash_rows()
    came = now.filter(~hashes[1].is_in(hashes[0].implode()))
    went = before.filter(~hashes[0].is_in(hashes[1].implode()))
    return pl.concat([came, went]).select(group_key=group).unique()
