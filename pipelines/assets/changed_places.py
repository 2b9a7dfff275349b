"""Where publishers are at home, after some articles have changed, and which other articles that concerns."""

from collections.abc import Sequence
from typing import NamedTuple

import polars as pl

from pipelines.stages.tables import NO_GROUPS, Patch, StageTable
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.place_homes import published_name, publisher_homes
from pipelines.transform.resolve.place_reader import PlaceReader

PLACE_TABLES = ("place_names", "believed_places", "publisher_homes", "place_mentions")


class PublishersHomes(NamedTuple):
    """What articles tell of their publishers' homes: the first tables of ``PLACE_TABLES``."""

    place_names: Patch
    believed_places: Patch
    publisher_homes: pl.DataFrame


def place_reader(
    place_spans: StageTable, structured_articles: StageTable, groups: pl.DataFrame | None, gazetteer: Gazetteer
) -> PlaceReader:
    """Take the spans of some articles, of all if ``groups`` is None."""
    articles = structured_articles.rows_of(groups, ["article_id", "publisher_name"])
    return PlaceReader(place_spans.rows_of(groups), articles, gazetteer)


def homes_of_publishers(
    reader: PlaceReader, changed: pl.DataFrame | None, made: Sequence[StageTable], gazetteer: Gazetteer
) -> PublishersHomes:
    """Find the homes of all publishers.

    Args:
        reader: Has read the articles that changed.
        changed: ``group_key`` of these; None for all.
        made: ``PLACE_TABLES`` as they were.
        gazetteer: From `load_gazetteer`.
    """
    names, believed = Patch(changed, reader.names), Patch(changed, reader.believed())
    return PublishersHomes(
        names, believed, publisher_homes(made[1].with_patch(believed), made[0].with_patch(names), gazetteer)
    )


def articles_at_other_homes(homes: PublishersHomes, made: Sequence[StageTable]) -> pl.DataFrame:
    """``group_key`` of the articles with a name of which their publisher's home tells something else than it did."""
    before, now = made[2].frame(), homes.publisher_homes
    differing = pl.concat([now.join(before, on=now.columns, how="anti"), before.join(now, on=now.columns, how="anti")])
    if differing.is_empty():
        return NO_GROUPS
    names = made[0].with_patch(homes.place_names).with_columns(published_name=published_name())
    return names.join(differing, on="published_name", how="semi").select(group_key="article_id").unique()
