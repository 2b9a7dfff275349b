"""Say in which town, region or country a name lies whose own place is open: a street, a site, one of many Springfields.

A name that the gazetteer lacks lies where its article is: among the other names, those near one another tell the town,
and all of them the region and the country. Of a name that several places bear, the country that holds most of them.
"""

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.resolve.place_candidates import NAME
from pipelines.transform.resolve.place_context import (
    POINT_LIKE,
    SHARES,
    degree_square,
    spread_over_neighbours,
    with_senses,
)

DOUBT = 300
"""Belief, in thousandths of a name, that the article is about none of the places it names."""
USAGE = 1000
"""Belief that the usage of a country is worth, in thousandths of a name."""


def locate_unresolved(
    weighed: pl.DataFrame, names: pl.DataFrame, chosen: pl.DataFrame, gazetteer: Gazetteer
) -> pl.DataFrame:
    """Give each name without a place the smallest place that it lies in with enough certainty.

    Args:
        weighed: From `weigh`.
        names: From `names_in_articles`.
        chosen: From `choose`.
        gazetteer: From `load_gazetteer`.

    Returns:
        ``NAME``, ``within_place_id`` and ``within_confidence`` of the names that can be located.
    """
    unresolved = names.filter(pl.col("mention_type") == "name").join(chosen, on=NAME, how="anti", nulls_equal=True)
    beliefs = pl.concat([_of_own_candidates(weighed, unresolved), _of_article(weighed, unresolved, gazetteer)])
    best = (
        beliefs.join(_certainty(), on="level")
        .filter(pl.col("belief") >= pl.col("least_belief"))
        .sort("name_number", "size", "belief", "least_belief", "place_id", descending=[False, False, True, True, False])
        .unique("name_number", keep="first", maintain_order=True)
    )
    return unresolved.join(best, on="name_number", validate="1:1").select(
        *NAME, within_place_id="place_id", within_confidence="confidence"
    )


def _certainty() -> pl.DataFrame:
    """How often a place found so holds the name, by ``level`` and ``least_belief`` from which the row holds.

    ``size`` puts the levels in order, the smallest place first.
    """
    return pl.read_csv(REFERENCE_DIR / "gazetteer" / "within_confidence.csv")


def _of_own_candidates(weighed: pl.DataFrame, unresolved: pl.DataFrame) -> pl.DataFrame:
    """Belief that a name of several places lies in each country."""
    own = weighed.join(unresolved.select("name_number"), on="name_number", how="semi").drop_nulls("country_id")
    return own.group_by("name_number", place_id="country_id").agg(
        belief=pl.col("share").sum() / SHARES, level=pl.lit("namesakes")
    )


def _of_article(weighed: pl.DataFrame, unresolved: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Belief that a name without candidates lies in each place that its article is about."""
    unknown = unresolved.join(weighed, on="name_number", how="anti")
    about = with_senses(weighed.join(unknown, on="article_number", how="semi"))
    places = pl.concat([_towns(about), _regions(about), _countries(about, _usage(unknown, gazetteer))])
    return unknown.join(places, on="article_number").select("name_number", "place_id", "belief", "level")


def _towns(about: pl.DataFrame) -> pl.DataFrame:
    """Share of each article's places that lie around each of its towns."""
    points = (
        about.filter(pl.col("place_type").is_in(POINT_LIKE))
        .group_by("article_number", "place_id", "place_type", degree_square())
        .agg(pl.col("mass").sum())
    )
    here = ["article_number", "square"]
    around = spread_over_neighbours(points).group_by(here).agg(around=pl.col("mass").sum())
    total = pl.col("mass").sum().over("article_number") + DOUBT
    return (
        points.with_columns(total=total)
        .join(around, on=here, validate="m:1")
        .filter(pl.col("place_type") == "city")
        .sort("article_number", "around", "mass", "place_id", descending=[False, True, True, False])
        .unique("article_number", keep="first", maintain_order=True)
        .select("article_number", "place_id", belief=pl.col("around") / pl.col("total"), level=pl.lit("town"))
    )


def _regions(about: pl.DataFrame) -> pl.DataFrame:
    return _shares(about.select("article_number", "mass", place_id="admin1_id"), "admin1")


def _countries(about: pl.DataFrame, usage: pl.DataFrame) -> pl.DataFrame:
    """Share of each article's places that lie in each country; the words of its usage count, too."""
    return _shares(pl.concat([about.select("article_number", "mass", place_id="country_id"), usage]), "country")


def _usage(names: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Belief in each article's country by its usage."""
    countries = gazetteer.places.filter(pl.col("place_type") == "country").select("country_code", "place_id")
    told = names.select("article_number", "usage_country_code").unique()
    return told.join(countries, left_on="usage_country_code", right_on="country_code").select(
        "article_number", pl.lit(USAGE, pl.Int64).alias("mass"), "place_id"
    )


def _shares(masses: pl.DataFrame, level: str) -> pl.DataFrame:
    total = pl.col("mass").sum().over("article_number") + DOUBT
    return (
        masses.drop_nulls("place_id")
        .group_by("article_number", "place_id")
        .agg(pl.col("mass").sum())
        .select("article_number", "place_id", belief=pl.col("mass") / total, level=pl.lit(level))
    )
