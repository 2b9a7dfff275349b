"""Learn where each publisher is at home: the regions that the names in its articles speak of."""

import polars as pl

from pipelines.schemas.publisher_homes import BelievedPlaces, PublisherHomes
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.place_candidates import PUBLISHED_NAME, places_by_name
from pipelines.transform.resolve.place_context import SHARES, degree_square, spread_over_neighbours
from pipelines.transform.resolve.place_scores import HOMES

MIN_NAMES = 5
"""Fewer names tell where something happened, not where the publisher is at home."""

STEPS = 4
"""Shares are told in quarters. With more steps new names change more of a publisher's earlier articles a little, and no
more places are right: of those found in local news (LGL) 94.1 % with twentieths, 94.2 % with quarters."""

LOCAL_TYPES = ["city", "admin2", "admin1"]


def believed_places(weighed: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """The towns and regions that names most likely mean, by their article alone.

    Args:
        weighed: From `weigh`.
        names: From `names_in_articles`.

    Returns:
        As the schema ``BelievedPlaces``, of the articles whose publisher is known.
    """
    likely = weighed.filter(pl.col("share") * 2 > SHARES, pl.col("place_type").is_in(LOCAL_TYPES))
    published = names.select("name_number", *PUBLISHED_NAME[:2], "article_id").drop_nulls("publisher_name")
    return (
        likely.join(published, on="name_number", validate="m:1")
        .with_columns(pl.col("place_type").cast(pl.String), degree_square())
        .select(BelievedPlaces.column_names())
        .unique()
    )


def publisher_homes(believed: pl.DataFrame, names: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Say of each place that a name may mean which share of its publisher's other names lies in its region or near it.

    A name counts once for a publisher, however often it is printed, and never for itself: else a town taken for its
    famous namesake in one article would be so in all.

    Args:
        believed: From `believed_places`, of all articles.
        names: Reads ``PUBLISHED_NAME``.
        gazetteer: From `load_gazetteer`.

    Returns:
        As the schema ``PublisherHomes``, where one share is above 0: never where the publisher has too few names.
    """
    sizes = (
        believed.group_by("publisher_name").agg(size=pl.col("name_key").n_unique()).filter(pl.col("size") >= MIN_NAMES)
    )
    pairs = names.select(PUBLISHED_NAME).unique().join(sizes, on="publisher_name", validate="m:1")
    places = places_by_name(pairs.select("name_key", "mention_type").unique(), gazetteer)
    places = places.select("name_key", "mention_type", "place_id", "admin1_id", degree_square())
    told = pairs.join(places, on=["name_key", "mention_type"])
    told = _with_other_names(told, believed, "admin1_id", "home_admin1")
    near = spread_over_neighbours(
        believed.filter(pl.col("place_type") != "admin1").select("publisher_name", "name_key", "square").unique()
    )
    told = _with_other_names(told, near, "square", "home_near")
    share = [((pl.col(name) / pl.col("size") * STEPS).round() / STEPS).alias(name) for name in HOMES]
    return (
        told.with_columns(*share, published_name=published_name())
        .filter(pl.max_horizontal(HOMES) > 0)
        .select(PublisherHomes.column_names())
    )


def published_name() -> pl.Expr:
    """What tells a row of homes: ``PUBLISHED_NAME`` in one."""
    return pl.concat_str(PUBLISHED_NAME, separator="\n")


def _with_other_names(rows: pl.DataFrame, believed: pl.DataFrame, where: str, count: str) -> pl.DataFrame:
    """Count the publisher's names, but for the row's own, that lie in the same place."""
    names = believed.drop_nulls(where).select("publisher_name", "name_key", where).unique()
    everyone = names.group_by("publisher_name", where).agg(pl.len().cast(pl.Int64).alias(count))
    own = names.with_columns(own=pl.lit(1, pl.Int64))
    return (
        rows.join(everyone, on=["publisher_name", where], how="left", validate="m:1")
        .join(own, on=["publisher_name", "name_key", where], how="left", validate="m:1")
        .with_columns((pl.col(count).fill_null(0) - pl.col("own").fill_null(0)).alias(count))
        .drop("own")
    )
