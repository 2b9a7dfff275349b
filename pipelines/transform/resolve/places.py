"""Decide which place of the gazetteer each mention means."""

from typing import NamedTuple

import polars as pl

from pipelines.schemas.names import PlaceMentions, Places
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.memory import NO_MEMORY, Memory
from pipelines.transform.resolve.overrides import CONFIDENCE, METHOD, NO_PLACE_LINKS
from pipelines.transform.resolve.place_candidates import with_keys
from pipelines.transform.resolve.place_reader import SPAN, PlaceReader, unnested


class ResolvedPlaces(NamedTuple):
    """Places of the whole corpus.

    Attributes:
        places: As the schema ``Places``: those mentioned, those said to hold others, and all that contain them.
        place_mentions: As the schema ``PlaceMentions``.
    """

    places: pl.DataFrame
    place_mentions: pl.DataFrame


def resolve_places(
    place_spans: pl.DataFrame,
    articles: pl.DataFrame,
    gazetteer: Gazetteer,
    links: pl.DataFrame = NO_PLACE_LINKS,
    memory: Memory = NO_MEMORY,
) -> ResolvedPlaces:
    """Tie every mention to the place that its article most likely means, or to none.

    All that articles tell one another is where their publisher is at home. So what an article means is found anew only
    where its own names or that home have changed.

    Args:
        place_spans: As the schema ``PlaceSpans``.
        articles: One row per article; reads ``article_id`` and ``publisher_name``.
        gazetteer: From `load_gazetteer`.
        links: What people have corrected, from `place_links`.
        memory: Remembers what articles mean.

    Returns:
        Places and mentions, sorted by their keys. Every span keeps its mention.
    """
    published = place_spans.join(articles.select("article_id", "publisher_name"), on="article_id", validate="m:1")
    reader = PlaceReader(with_keys(published), gazetteer)
    believed = memory.recall("believed_places", reader.articles, reader.believed)
    homes = reader.homes(believed)
    meant = memory.recall("meant_places", reader.articles_at_home(homes), lambda some: reader.meant(some, homes))
    mentions = (
        place_spans.join(unnested(meant), on=SPAN, how="left", validate="1:1")
        .pipe(_override, links, gazetteer)
        .with_columns(place_type=pl.coalesce("chosen_type", "place_type"))
        .select(PlaceMentions.column_names())
        .sort(PlaceMentions.primary_key())
    )
    return ResolvedPlaces(_describe(mentions, gazetteer), mentions)


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


def _describe(mentions: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Rows of the places mentioned, of those said to hold others, and of all that contain them; counts are direct."""
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
