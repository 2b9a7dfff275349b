"""Decide which place of the gazetteer each mention means."""

from typing import NamedTuple

import polars as pl

from pipelines.schemas.names import PlaceMentions, Places
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.overrides import CONFIDENCE, METHOD, NO_PLACE_LINKS
from pipelines.transform.resolve.place_homes import publisher_homes
from pipelines.transform.resolve.place_reader import SPAN, PlaceReader


class ResolvedPlaces(NamedTuple):
    """Places of the whole corpus.

    Attributes:
        places: As the schema ``Places``: those mentioned, those said to hold others, and all that contain them.
        place_mentions: As the schema ``PlaceMentions``.
    """

    places: pl.DataFrame
    place_mentions: pl.DataFrame


def resolve_places(
    place_spans: pl.DataFrame, articles: pl.DataFrame, gazetteer: Gazetteer, links: pl.DataFrame = NO_PLACE_LINKS
) -> ResolvedPlaces:
    """Tie every mention to the place that its article most likely means, or to none.

    Args:
        place_spans: As the schema ``PlaceSpans``.
        articles: One row per article; reads ``article_id`` and ``publisher_name``.
        gazetteer: From `load_gazetteer`.
        links: What people have corrected, from `place_links`.

    Returns:
        Places and mentions, sorted by their keys. Every span keeps its mention.
    """
    reader = PlaceReader(place_spans, articles, gazetteer)
    homes = publisher_homes(reader.believed(), reader.names, gazetteer)
    mentions = mention_places(place_spans, reader.meanings(homes), gazetteer, links)
    return ResolvedPlaces(describe_places(mentions, gazetteer), mentions)


def mention_places(
    place_spans: pl.DataFrame, meanings: pl.DataFrame, gazetteer: Gazetteer, links: pl.DataFrame = NO_PLACE_LINKS
) -> pl.DataFrame:
    """Say of each span which place it means.

    Args:
        place_spans: As the schema ``PlaceSpans``.
        meanings: From `PlaceReader.meanings`, of the same spans.
        gazetteer: From `load_gazetteer`.
        links: What people have corrected, from `place_links`.

    Returns:
        As the schema ``PlaceMentions``, a row per span, sorted by key.
    """
    return (
        place_spans.join(meanings, on=SPAN, how="left", validate="1:1")
        .pipe(_override, links, gazetteer)
        .with_columns(place_type=pl.coalesce("chosen_type", "place_type"))
        .select(PlaceMentions.column_names())
        .sort(PlaceMentions.primary_key())
    )


def _override(mentions: pl.DataFrame, links: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Follow corrections: the place that they give, or none."""
    types = gazetteer.places.select(override_place_id="place_id", override_type=pl.col("place_type").cast(pl.String))
    given = links.join(types, on="override_place_id", how="left", validate="m:1")
    decided = pl.col("override_id").is_not_null()
    has_place = pl.col("override_place_id").is_not_null()
    return mentions.join(given, on=SPAN, how="left", validate="1:1").with_columns(
        place_id=pl.when(decided).then("override_place_id").otherwise("place_id"),
        chosen_type=pl.when(decided).then("override_type").otherwise("chosen_type"),
        confidence=pl.when(decided & has_place).then(CONFIDENCE).when(~decided).then("confidence"),
        method=pl.when(decided).then(pl.lit(METHOD)).otherwise("method"),
        within_place_id=pl.when(~decided).then("within_place_id"),
        within_confidence=pl.when(~decided).then("within_confidence"),
    )


def describe_places(mentions: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Describe the places mentioned, those said to hold others, and all that contain them.

    Args:
        mentions: Reads ``article_id``, ``place_id`` and ``within_place_id``.
        gazetteer: From `load_gazetteer`.

    Returns:
        As the schema ``Places``, sorted by key; counts are of what names the place itself.
    """
    counted = (
        mentions.drop_nulls("place_id")
        .group_by("place_id")
        .agg(article_count=pl.col("article_id").n_unique(), mention_count=pl.len())
    )
    holding = mentions.select(place_id="within_place_id").drop_nulls().unique()
    wanted = pl.concat([counted.select("place_id"), holding]).unique()
    found = gazetteer.places.join(wanted, on="place_id", how="semi")
    while True:
        above = found.select(place_id="parent_place_id").drop_nulls().unique()
        missing = above.join(found, on="place_id", how="anti")
        if missing.is_empty():
            break
        found = pl.concat([found, gazetteer.places.join(missing, on="place_id", how="semi")])
    return (
        found.join(counted, on="place_id", how="left", validate="1:1")
        .with_columns(
            pl.col("latitude", "longitude").cast(pl.Float64).round(4),
            pl.col("population").cast(pl.Int64),
            pl.col("article_count", "mention_count").fill_null(0).cast(pl.UInt32),
        )
        .select(Places.column_names())
        .sort("place_id")
    )
