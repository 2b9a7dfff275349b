"""Decide which place of the gazetteer each mention means."""

from typing import NamedTuple

import polars as pl

from pipelines.schemas.names import PlaceMentions, Places
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.overrides import CONFIDENCE, METHOD, NO_PLACE_LINKS
from pipelines.transform.resolve.place_candidates import NAME, candidates_of, names_in_articles, with_keys
from pipelines.transform.resolve.place_choice import choose, without_strangers
from pipelines.transform.resolve.place_homes import with_homes
from pipelines.transform.resolve.place_scores import weigh, weigh_again
from pipelines.transform.resolve.place_within import locate_unresolved


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
    spans = with_keys(place_spans)
    names = names_in_articles(spans)
    weighed = weigh(candidates_of(names, gazetteer), names)
    if articles["publisher_name"].null_count() < articles.height:
        weighed = weigh_again(with_homes(weighed, names, articles))
    weighed = without_strangers(weighed)
    chosen = choose(weighed, names)
    located = locate_unresolved(weighed, names, chosen, gazetteer)
    mentions = (
        spans.join(chosen, on=NAME, how="left", validate="m:1", nulls_equal=True)
        .join(located, on=NAME, how="left", validate="m:1", nulls_equal=True)
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
    return mentions.join(given, on=["article_id", "char_start", "char_end"], how="left", validate="1:1").with_columns(
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
