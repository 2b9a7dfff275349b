"""Weigh the places that a name may mean by what else its article speaks of.

What the other names of an article may mean is counted in whole numbers, so that nothing depends on the order of rows
or on how work is split.
"""

import polars as pl

ROUNDS = 3
ROUNDS_AGAIN = 1
SHARES = 1000
"""Belief is counted in thousandths of a name."""

WEIGHTS = {
    "prominence": 0.12,
    "is_short": -0.8,
    "is_alternate": -3.0,
    "is_admin2": -0.5,
    "is_region": 2.0,
    "has_own_city": -2.5,
    "in_container": 6.0,
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

LEVELS = ["country_id", "admin1_id", "admin2_id"]
HOMES = ["home_admin1", "home_near"]
SUPPORTS = [name for name in WEIGHTS if name.startswith("support_")]
POINT_LIKE = ["city", "admin2", "facility"]
STEEPNESS = 30
"""How much the first name that speaks for a region counts against the tenth."""
MOST_NAMES = 6
"""Names that speak for a region beyond which more say nothing new: a long article of one country may name others."""
LEAST_MASS = 5
"""Less belief than this, in thousandths, is not spread over the map."""
AROUND = pl.DataFrame(
    {"down": [-1, -1, -1, 0, 0, 0, 1, 1, 1], "along": [-1, 0, 1] * 3},
    schema={"down": pl.Int32, "along": pl.Int32},
)
"""Steps from a degree square of the map to those around it."""


def weigh(candidates: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Give each candidate its share of belief.

    Args:
        candidates: From `candidates_of`.
        names: From `names_in_articles`.

    Returns:
        The candidates with ``share``, the belief in each, in thousandths of its name.
    """
    attention = names.select("name_number", attention=1 + (pl.col("mention_count") > 1) + pl.col("is_dateline"))
    weighed = candidates.join(attention, on="name_number", validate="m:1").with_columns(*_features_of_place())
    weighed = weighed.with_columns(base=_sum_of([name for name in WEIGHTS if name not in SUPPORTS + HOMES]))
    weighed = weighed.with_columns(pl.lit(0.0).alias(name) for name in HOMES).with_columns(share=_share(pl.col("base")))
    return _weigh_context(weighed, ROUNDS)


def weigh_again(weighed: pl.DataFrame) -> pl.DataFrame:
    """Let the homes of publishers change the beliefs that `weigh` came to."""
    return _weigh_context(weighed.with_columns(base=pl.col("base") + _sum_of(HOMES)), ROUNDS_AGAIN)


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


def with_support(weighed: pl.DataFrame) -> pl.DataFrame:
    """Add how much the other names of the article speak of the regions that a candidate lies in, and of its kin."""
    mass = _mass()
    kin = ["country_id", "place_type"]

    def others(by: list[str]) -> pl.Expr:
        return mass.sum().over("article_number", *by) - mass.sum().over("name_number", *by)

    supports = [
        pl.when(pl.col(level).is_not_null()).then(others([level])).otherwise(0).alias(f"support_{level}")
        for level in LEVELS
    ]
    is_country = pl.col("place_type") == "country"
    kinship = pl.when(is_country).then(others(["place_type"])).otherwise(others(kin)).alias("support_kin")
    result = weighed.drop(SUPPORTS, strict=False).with_columns(*supports, kinship)
    result = result.join(_nearness(result), on=["name_number", "place_id"], how="left", validate="1:1")
    names = (pl.col(SUPPORTS).fill_null(0) / SHARES).clip(upper_bound=MOST_NAMES)
    return result.with_columns((names * STEEPNESS + 1).log())


def _mass() -> pl.Expr:
    """What a candidate adds to its region."""
    return pl.col("share") * pl.col("attention")


def degree_square() -> list[pl.Expr]:
    """Row and column of the degree square of the map that a place lies in."""
    return [
        pl.col("latitude").cast(pl.Float64).floor().cast(pl.Int32).alias("row"),
        pl.col("longitude").cast(pl.Float64).floor().cast(pl.Int32).alias("column"),
    ]


def spread_over_neighbours(points: pl.DataFrame) -> pl.DataFrame:
    """Repeat each point for its degree square and the eight around it."""
    return points.join(AROUND, how="cross").with_columns(
        row=pl.col("row") + pl.col("down"), column=pl.col("column") + pl.col("along")
    )


def _nearness(weighed: pl.DataFrame) -> pl.DataFrame:
    """How much the other names speak of places in the same degree square or those around it."""
    points = weighed.filter(pl.col("place_type").is_in(POINT_LIKE)).select(
        "article_number",
        "name_number",
        "place_id",
        _mass().alias("mass"),
        *degree_square(),
    )
    spread = spread_over_neighbours(points.filter(pl.col("mass") >= LEAST_MASS))
    here = ["article_number", "row", "column"]
    everyone = spread.group_by(here).agg(everyone=pl.col("mass").sum())
    own = spread.group_by("name_number", *here).agg(own=pl.col("mass").sum())
    return (
        points.join(everyone, on=here, how="left")
        .join(own, on=["name_number", *here], how="left")
        .select("name_number", "place_id", support_near=pl.col("everyone").fill_null(0) - pl.col("own").fill_null(0))
    )
