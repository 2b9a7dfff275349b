"""Where publishers are at home, after some articles have changed, and which other articles that concerns."""

from collections.abc import Mapping
from typing import NamedTuple

import polars as pl

from pipelines.stages.digests import changed_groups, digests_of
from pipelines.stages.tables import Patch, StageTable
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.place_homes import published_name, publisher_homes
from pipelines.transform.resolve.place_reader import PlaceReader

PLACE_TABLES = ("place_names", "believed_places", "publisher_homes", "place_mentions")


class PublishersHomes(NamedTuple):
    """What articles tell of their publishers' homes, as patches and as all rows that are then."""

    names: Patch
    believed: Patch
    all_names: pl.DataFrame
    homes: pl.DataFrame


def place_reader(
    place_spans: StageTable, structured_articles: StageTable, groups: pl.DataFrame | None, gazetteer: Gazetteer
) -> PlaceReader:
    """Take the spans of some articles, of all if ``groups`` is None."""
    articles = structured_articles.rows_of(groups, ["article_id", "publisher_name"])
    return PlaceReader(place_spans.rows_of(groups), articles, gazetteer)


def homes_of_publishers(
    reader: PlaceReader, changed: pl.DataFrame | None, made: Mapping[str, StageTable], gazetteer: Gazetteer
) -> PublishersHomes:
    """Find the homes of all publishers.

    Args:
        reader: Has read the articles that changed.
        changed: ``group_key`` of these; None for all.
        made: ``PLACE_TABLES`` as they were.
        gazetteer: From `load_gazetteer`.
    """
    names, believed = Patch(changed, reader.names), Patch(changed, reader.believed())
    all_names = made["place_names"].with_patch(names)
    homes = publisher_homes(made["believed_places"].with_patch(believed), all_names, gazetteer)
    return PublishersHomes(names, believed, all_names, homes)


def articles_at_other_homes(found: PublishersHomes, before: pl.DataFrame) -> pl.DataFrame:
    """``group_key`` of the articles with a name of which their publisher's home tells something else than it did.

    Args:
        found: What the articles tell now.
        before: As the schema ``PublisherHomes``, as it was.
    """
    told = [digests_of(homes, pl.col("published_name")) for homes in (before, found.homes)]
    names = found.all_names.with_columns(group_key=published_name())
    return names.join(changed_groups(*told), on="group_key", how="semi").select(group_key="article_id").unique()
