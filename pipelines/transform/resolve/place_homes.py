"""Learn where each publisher is at home: the regions that the names in its articles speak of."""

import polars as pl

from pipelines.transform.resolve.place_context import SHARES, degree_square, spread_over_neighbours
from pipelines.transform.resolve.place_scores import HOMES

MIN_NAMES = 5
"""Fewer names tell where something happened, not where the publisher is at home."""


def with_homes(weighed: pl.DataFrame, names: pl.DataFrame, articles: pl.DataFrame) -> pl.DataFrame:
    """Say of each candidate which share of its publisher's other names lies in the same region or neighbourhood.

    A name counts once for a publisher, however often it is printed, and never for itself: else a town taken for its
    famous namesake in one article would be so in all.

    Args:
        weighed: From `weigh`.
        names: From `names_in_articles`.
        articles: Reads ``article_id`` and ``publisher_name``.

    Returns:
        The candidates with ``home_admin1`` and ``home_near``, from 0 to 1; 0 where the publisher is unknown or has
        too few names.
    """
    numbers = names.select("article_id", "article_number").unique()
    publishers = articles.join(numbers, on="article_id").select(
        "article_number", publisher=pl.col("publisher_name").rank("dense")
    )
    published = (
        weighed.drop(HOMES)
        .join(publishers, on="article_number", how="left", validate="m:1")
        .with_columns(degree_square())
    )
    local = published.filter(
        pl.col("share") * 2 > SHARES,
        pl.col("publisher").is_not_null(),
        pl.col("place_type").is_in(["city", "admin2", "admin1"]),
    )
    sizes = local.group_by("publisher").agg(size=pl.col("key_number").n_unique())
    neighbours = spread_over_neighbours(local.filter(pl.col("place_type") != "admin1"))
    told = _with_other_names(published, local, ["admin1_id"], "home_admin1")
    told = _with_other_names(told, neighbours, ["square"], "home_near")
    share = [
        pl.when(pl.col("size") >= MIN_NAMES).then(pl.col(name) / pl.col("size")).otherwise(0.0).alias(name)
        for name in HOMES
    ]
    told = told.join(sizes, on="publisher", how="left", validate="m:1").with_columns(share)
    return told.drop("publisher", "size", "square")


def _with_other_names(rows: pl.DataFrame, local: pl.DataFrame, where: list[str], count: str) -> pl.DataFrame:
    """Count the publisher's names, but for the row's own, that lie in the same place."""
    names = local.drop_nulls(where).select("publisher", "key_number", *where).unique()
    everyone = names.group_by("publisher", *where).agg(pl.len().cast(pl.Int64).alias(count))
    own = names.with_columns(own=pl.lit(1, pl.Int64))
    return (
        rows.join(everyone, on=["publisher", *where], how="left", validate="m:1")
        .join(own, on=["publisher", "key_number", *where], how="left", validate="m:1")
        .with_columns((pl.col(count).fill_null(0) - pl.col("own").fill_null(0)).alias(count))
        .drop("own")
    )
