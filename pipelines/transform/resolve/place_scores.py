"""Weigh the places that a name may mean by what else its article speaks of.

All sums are over whole numbers, so that they do not depend on the order of rows or on how work is split.
"""

import polars as pl

LEVELS = ["country_id", "admin1_id", "admin2_id"]
ROUNDS = 3
SHARES = 1000
"""Probabilities are counted in thousandths."""

WEIGHT_OF_PROMINENCE = 0.12
WEIGHT_OF_CONTAINER = 9.0
WEIGHT_OF_KIND = 3.0
WEIGHT_OF_LEVEL = {"country_id": 0.9, "admin1_id": 1.3, "admin2_id": 0.8}
WEIGHT_OF_NEARNESS = 1.2
PENALTY_OF_RANK = {0: 0.0, 1: 0.0, 2: 1.0, 3: 2.5}
CELLS_PER_DEGREE = 1.0
AROUND = pl.DataFrame(
    {"down": [-1, -1, -1, 0, 0, 0, 1, 1, 1], "along": [-1, 0, 1] * 3}, schema={"down": pl.Int32, "along": pl.Int32}
)
"""Steps to a cell of the grid and its neighbours."""


def weigh(candidates: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Give each candidate its share of belief.

    Args:
        candidates: From `candidates_of`.
        names: From `names_in_articles`.

    Returns:
        The candidates with ``base_share`` (by the name alone) and ``share`` (by all evidence), in thousandths of
        their name.
    """
    attention = names.select("name_number", attention=1 + (pl.col("mention_count") > 1) + pl.col("is_dateline"))
    weighed = candidates.join(attention, on="name_number", validate="m:1").with_columns(base=_base_score())
    weighed = weighed.with_columns(base_share=_share(pl.col("base")))
    weighed = weighed.with_columns(share=pl.col("base_share"))
    for _ in range(ROUNDS):
        weighed = _with_support(weighed).with_columns(score=_score()).with_columns(share=_share(pl.col("score")))
    return weighed


def _base_score() -> pl.Expr:
    rank = pl.col("rank").replace_strict(PENALTY_OF_RANK, return_dtype=pl.Float64)
    return (
        WEIGHT_OF_PROMINENCE * pl.col("prominence").cast(pl.Float64)
        - rank
        + WEIGHT_OF_CONTAINER * pl.col("in_container").cast(pl.Float64)
        + WEIGHT_OF_KIND * pl.col("has_kind").cast(pl.Float64)
    )


def _share(score: pl.Expr) -> pl.Expr:
    """Softmax within a name, in thousandths, by whole numbers."""
    odds = ((score - score.max().over("name_number")).exp() * 1e6).round().cast(pl.Int64)
    return odds * SHARES // odds.sum().over("name_number")


def _score() -> pl.Expr:
    levels = sum((weight * _log("support_" + level) for level, weight in WEIGHT_OF_LEVEL.items()), pl.lit(0.0))
    return pl.col("base") + levels + WEIGHT_OF_NEARNESS * _log("support_near")


def _log(column: str) -> pl.Expr:
    return (1 + pl.col(column) / SHARES * 4).log()


def _with_support(weighed: pl.DataFrame) -> pl.DataFrame:
    """Add, for each candidate, how much the article's other names speak of the regions it lies in."""
    mass = pl.col("share") * pl.col("attention")
    result = weighed.drop([f"support_{level}" for level in LEVELS] + ["support_near"], strict=False)
    for level in LEVELS:
        everyone = mass.sum().over("article_id", level)
        own = mass.sum().over("name_number", level)
        support = pl.when(pl.col(level).is_not_null()).then(everyone - own).otherwise(0)
        result = result.with_columns(support.alias(f"support_{level}"))
    return result.join(_nearness(result), on=["name_number", "place_id"], how="left", validate="1:1").with_columns(
        pl.col("support_near").fill_null(0)
    )


def _nearness(weighed: pl.DataFrame) -> pl.DataFrame:
    """How much the other names speak of places in the same cell of the grid or those around it."""
    points = weighed.filter(pl.col("place_type").is_in(["city", "admin2", "facility"])).select(
        "article_id",
        "name_number",
        "place_id",
        mass=pl.col("share") * pl.col("attention"),
        row=(pl.col("latitude").cast(pl.Float64) * CELLS_PER_DEGREE).floor().cast(pl.Int32),
        column=(pl.col("longitude").cast(pl.Float64) * CELLS_PER_DEGREE).floor().cast(pl.Int32),
    )
    filled = (
        points.filter(pl.col("mass") > 0)
        .group_by("article_id", "name_number", "row", "column")
        .agg(pl.col("mass").sum())
    )
    steps = pl.DataFrame(
        {"down": [-1, -1, -1, 0, 0, 0, 1, 1, 1], "along": [-1, 0, 1] * 3}, schema={"down": pl.Int32, "along": pl.Int32}
    )
    spread = filled.join(steps, how="cross").with_columns(
        row=pl.col("row") + pl.col("down"), column=pl.col("column") + pl.col("along")
    )
    here = ["article_id", "row", "column"]
    everyone = spread.group_by(here).agg(everyone=pl.col("mass").sum())
    own = spread.group_by("name_number", *here).agg(own=pl.col("mass").sum())
    return (
        points.join(everyone, on=here, how="left")
        .join(own, on=["name_number", *here], how="left")
        .select("name_number", "place_id", support_near=pl.col("everyone").fill_null(0) - pl.col("own").fill_null(0))
    )
