"""Tie the container of a pair to what holds its town: in “Tbilisi, Georgia” it is the country, in any article.

A name means one place in all of an article, so an article of Atlanta would have Tbilisi in the American state.
"""

import polars as pl

from pipelines.transform.resolve.place_candidates import NAME

CONTAINER = "container"
"""Method of a town that its container decided, and of the container that its town decides."""
CONFIDENCE = 0.96
"""As of a name that one place alone bears."""
FARTHEST = 3
"""Characters between a town and its container: a comma and spaces, or a bracket."""
LEVELS = ["country_id", "admin1_id", "admin2_id"]
SPAN = ["article_id", "char_start", "char_end"]


def with_containers_of_pairs(
    meanings: pl.DataFrame, spans: pl.DataFrame, names: pl.DataFrame, weighed: pl.DataFrame
) -> pl.DataFrame:
    """Give containers that stand behind their town the place that the town lies in.

    Args:
        meanings: One row per span, with ``place_id``, ``chosen_type``, ``confidence`` and ``method``.
        spans: The same spans, with ``NAME``, ``lookup_name`` and ``container_text``.
        names: From `names_in_articles`.
        weighed: From `weigh`.

    Returns:
        ``meanings``, with its rows and columns as they were.
    """
    holding = _holding(spans.join(meanings.select(*SPAN, "place_id", "method"), on=SPAN), names, weighed)
    if holding.is_empty():
        return meanings
    decided = pl.col("held_place_id").is_not_null()
    return (
        meanings.join(holding, on=SPAN, how="left", validate="1:1")
        .with_columns(
            place_id=pl.coalesce("held_place_id", "place_id"),
            chosen_type=pl.coalesce("held_type", "chosen_type"),
            confidence=pl.when(decided).then(CONFIDENCE).otherwise("confidence"),
            method=pl.when(decided).then(pl.lit(CONTAINER)).otherwise("method"),
            within_place_id=pl.when(~decided).then("within_place_id"),
            within_confidence=pl.when(~decided).then("within_confidence"),
        )
        .select(meanings.columns)
    )


def _holding(read: pl.DataFrame, names: pl.DataFrame, weighed: pl.DataFrame) -> pl.DataFrame:
    """``SPAN``, ``held_place_id`` and ``held_type`` of the containers whose place does not hold the town before."""
    towns = (
        read.filter(pl.col("method") == CONTAINER)
        .join(weighed.select("place_id", *LEVELS).unique("place_id"), on="place_id", validate="m:1")
        .select("article_id", "container_text", *LEVELS, town_end="char_end")
    )
    containers = read.select(*SPAN, *NAME[1:], container_text="lookup_name", other_id="place_id")
    candidates = weighed.select("name_number", held_place_id="place_id", held_type=pl.col("place_type").cast(pl.String))
    levels = pl.concat_list(LEVELS).list
    return (
        towns.join(containers, on=["article_id", "container_text"])
        .filter((pl.col("char_start") - pl.col("town_end").cast(pl.Int64)).is_between(1, FARTHEST))
        .filter(~levels.contains(pl.col("other_id")).fill_null(value=False))
        .join(names.select("name_number", *NAME), on=NAME, nulls_equal=True)
        .join(candidates, on="name_number")
        .filter(levels.contains(pl.col("held_place_id")))
        .unique(SPAN, keep="none")
        .select(*SPAN, "held_place_id", "held_type")
    )
