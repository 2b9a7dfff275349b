"""Decide which place of the gazetteer each mention means."""

from typing import NamedTuple

import polars as pl

from pipelines.schemas.names import PlaceMentions, Places
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.place_names import place_key
from pipelines.transform.resolve.place_candidates import candidates_of, names_in_articles
from pipelines.transform.resolve.place_choice import choose
from pipelines.transform.resolve.place_homes import with_homes
from pipelines.transform.resolve.place_scores import HOMES, weigh


class ResolvedPlaces(NamedTuple):
    """Places of the whole corpus.

    Attributes:
        places: As the schema ``Places``: those mentioned, and all that contain them.
        place_mentions: As the schema ``PlaceMentions``.
    """

    places: pl.DataFrame
    place_mentions: pl.DataFrame


def resolve_places(place_spans: pl.DataFrame, articles: pl.DataFrame, gazetteer: Gazetteer) -> ResolvedPlaces:
    """Tie every mention to the place that its article most likely means, or to none.

    Args:
        place_spans: As the schema ``PlaceSpans``.
        articles: One row per article; reads ``article_id`` and ``publisher_name``.
        gazetteer: From `load_gazetteer`.

    Returns:
        Places and mentions, sorted by their keys. Every span keeps its mention.
    """
    names = names_in_articles(place_spans)
    candidates = candidates_of(names, gazetteer)
    weighed = weigh(candidates, names)
    if articles["publisher_name"].null_count() < articles.height:
        weighed = weigh(with_homes(weighed, articles).select(*candidates.columns, *HOMES), names)
    chosen = choose(weighed)
    keys = {name: place_key(name) for name in place_spans["lookup_name"].unique().to_list()}
    mentions = (
        place_spans.with_columns(name_key=pl.col("lookup_name").replace_strict(keys, return_dtype=pl.String))
        .join(chosen, on=["article_id", "name_key", "mention_type"], how="left", validate="m:1")
        .with_columns(place_type=pl.coalesce("chosen_type", "place_type"))
        .select(PlaceMentions.column_names())
        .sort(PlaceMentions.primary_key())
    )
    return ResolvedPlaces(_describe(mentions, gazetteer), mentions)


def _describe(mentions: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Rows of the places mentioned and of all that contain them, with counts of direct mentions."""
    counted = (
        mentions.drop_nulls("place_id")
        .group_by("place_id")
        .agg(article_count=pl.col("article_id").n_unique(), mention_count=pl.len())
    )
    wanted = counted.select("place_id")
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
