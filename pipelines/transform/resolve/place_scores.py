"""Weigh the places that a name may mean by what else its article speaks of."""

import polars as pl

from pipelines.transform.resolve.place_candidates import PUBLISHED_NAME
from pipelines.transform.resolve.place_context import SHARES, SUPPORTS, region_keys, with_support

ROUNDS = 3
ROUNDS_AGAIN = 1

WEIGHTS = {
    "prominence": 0.12,
    "is_short": -0.8,
    "is_alternate": -3.0,
    "is_admin2": -0.5,
    "is_region": 2.0,
    "has_own_city": -2.5,
    "in_container": 10.0,
    "has_kind": 4.5,
    "is_usual": 1.5,
    "support_country_id": 0.5,
    "support_kin": 0.12,
    "support_admin1_id": 0.83,
    "support_admin2_id": 0.26,
    "support_near": 0.31,
    "home_admin1": 4.0,
    "home_near": 8.0,
}
"""Log-odds of a place by each thing that speaks for it, fitted as a conditional logit on LGL and GeoVirus."""

HOMES = ["home_admin1", "home_near"]


def weigh(candidates: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Give each candidate its share of belief.

    Args:
        candidates: From `candidates_of`.
        names: From `names_in_articles`.

    Returns:
        The candidates with ``share``, the belief in each, in thousandths of its name.
    """
    attention = names.select("name_number", attention=1 + (pl.col("mention_count") > 1) + pl.col("is_dateline"))
    weighed = candidates.join(attention, on="name_number", validate="m:1")
    weighed = weighed.with_columns(*_features_of_place(), *region_keys())
    weighed = weighed.with_columns(base=_sum_of([name for name in WEIGHTS if name not in SUPPORTS + HOMES]))
    weighed = weighed.with_columns(pl.lit(0.0).alias(name) for name in HOMES).with_columns(share=_share(pl.col("base")))
    return _weigh_context(weighed, ROUNDS)


def weigh_again(weighed: pl.DataFrame, names: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
    """Let the homes of publishers change the beliefs that `weigh` came to, in the articles that they tell something of.

    Args:
        weighed: From `weigh`.
        names: From `names_in_articles`.
        homes: From `publisher_homes`.
    """
    at_home = names.select("name_number", *PUBLISHED_NAME).join(homes, on=PUBLISHED_NAME).drop(PUBLISHED_NAME)
    told = (
        weighed.drop(HOMES)
        .join(at_home, on=["name_number", "place_id"], how="left", validate="1:1", maintain_order="left")
        .with_columns(pl.col(HOMES).fill_null(0.0))
        .select(weighed.columns)
    )
    is_told = (pl.max_horizontal(HOMES) > 0).any().over("article_number")
    again = told.filter(is_told).with_columns(base=pl.col("base") + _sum_of(HOMES))
    return pl.concat([told.filter(~is_told), _weigh_context(again, ROUNDS_AGAIN).select(told.columns)])


def _weigh_context(weighed: pl.DataFrame, rounds: int) -> pl.DataFrame:
    """What the names of an article mean depends on one another: weigh all, then all again by the outcome."""
    for _ in range(rounds):
        weighed = with_support(weighed).with_columns(share=_share(pl.col("base") + _sum_of(SUPPORTS)))
    return weighed


def _features_of_place() -> list[pl.Expr]:
    return [
        (pl.col("rank") == 2).alias("is_short"),
        (pl.col("rank") == 3).alias("is_alternate"),
        (pl.col("place_type") == "admin2").alias("is_admin2"),
        pl.col("place_type").is_in(["region", "natural"]).alias("is_region"),
    ]


def _sum_of(features: list[str]) -> pl.Expr:
    return pl.sum_horizontal(WEIGHTS[name] * pl.col(name).cast(pl.Float64) for name in features)


def _share(score: pl.Expr) -> pl.Expr:
    """Softmax within a name, in thousandths, by whole numbers."""
    odds = ((score - score.max().over("name_number")).exp() * 1e6).round().cast(pl.Int64)
    return odds * SHARES // odds.sum().over("name_number")
