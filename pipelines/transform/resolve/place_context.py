"""Count what the other names of an article say for each place that a name may mean.

What they may mean is counted in whole numbers, so that nothing depends on the order of rows or on how work is split.
"""

import polars as pl

SHARES = 1000
"""Belief is counted in thousandths of a name."""
LEVELS = ["country_id", "admin1_id", "admin2_id"]
SUPPORTS = ["support_country_id", "support_kin", "support_admin1_id", "support_admin2_id", "support_near"]
POINT_LIKE = ["city", "admin2", "facility"]
STEEPNESS = 30
"""How much the first name that speaks for a region counts against the tenth."""
MOST_NAMES = 6
"""Names that speak for a region beyond which more say nothing new: a long article of one country may name others."""
LEAST_MASS = 20
"""Less belief than this, in thousandths, is not spread over the map."""
PLACES, KINDS = 300_000, 8
"""More than the places of the gazetteer, and than the kinds of places."""
SQUARES_ALONG = 400
"""Numbers of degree squares in a row of the map, with room on both sides."""
SQUARES, ARTICLES = 100_000, 100_000_000
"""More than the number of any degree square, and of any article: numbers of both and of a sense make one."""
AROUND = pl.DataFrame(
    {"step": [SQUARES_ALONG * down + along for down in (-1, 0, 1) for along in (-1, 0, 1)]}, schema={"step": pl.Int64}
)
"""Steps from a degree square to itself and to those around it."""


def with_support(weighed: pl.DataFrame) -> pl.DataFrame:
    """Add how much the other names of the article speak of the regions that a candidate lies in, and of its kin.

    Names that most likely mean one place (``Dublin`` and ``Dublin City``) count as one and say nothing for each other.

    Args:
        weighed: Candidates with ``share``, the belief in each, ``attention``, how much its name counts, and the columns
            of `region_keys`.
    """
    senses = with_senses(weighed).with_columns(sense=pl.col("sense").rank("dense").cast(pl.Int64))
    supports = [_others(f"at_{level}").alias(f"support_{level}") for level in LEVELS]
    result = senses.drop(SUPPORTS, strict=False).with_columns(*supports, _others("at_kin").alias("support_kin"))
    result = _with_nearness(result)
    names = (pl.col(SUPPORTS).fill_null(0) / SHARES).clip(upper_bound=MOST_NAMES)
    return result.with_columns((names * STEEPNESS + 1).log()).drop("sense", "mass")


def with_senses(weighed: pl.DataFrame) -> pl.DataFrame:
    """Add ``sense``, the place that each name most likely means, and ``mass``, what a candidate adds to its regions."""
    best = ["share", "prominence", "place_id"]
    senses = (
        weighed.sort(["name_number", *best], descending=[False, True, True, False])
        .unique("name_number", keep="first", maintain_order=True)
        .select("name_number", sense="place_id", namesakes=pl.len().over("article_number", "place_id"))
    )
    return (
        weighed.join(senses, on="name_number", validate="m:1")
        .with_columns(mass=pl.col("share") * pl.col("attention") // pl.col("namesakes"))
        .drop("namesakes")
    )


def _others(key: str) -> pl.Expr:
    """What names of other senses add to a region of an article."""
    own = pl.col("mass").sum().over(pl.col(key) * PLACES + pl.col("sense"))
    return pl.when(pl.col(key).is_not_null()).then(pl.col("mass").sum().over(key) - own).otherwise(0)


def region_keys() -> list[pl.Expr]:
    """One number each for an article with a region, with a kind of place in a country, and with a square of the map.

    Countries are kin of each other. Sums over one number take a third of the time of sums over several columns.
    """
    article = pl.col("article_number").cast(pl.Int64)
    keys = {level: article * PLACES + pl.col(level).rank("dense").cast(pl.Int64) for level in LEVELS}
    kind = pl.col("place_type").to_physical().cast(pl.Int64)
    kin = pl.when(pl.col("place_type") == "country").then(-1 - article).otherwise(keys["country_id"] * KINDS + kind)
    square = pl.when(pl.col("place_type").is_in(POINT_LIKE)).then(article * SQUARES + degree_square())
    return [kin.alias("at_kin"), square.alias("at_square"), *(key.alias(f"at_{level}") for level, key in keys.items())]


def degree_square() -> pl.Expr:
    """Number of the degree square of the map that a place lies in."""
    row = pl.col("latitude").cast(pl.Float64).floor().cast(pl.Int64) + 91
    column = pl.col("longitude").cast(pl.Float64).floor().cast(pl.Int64) + 181
    return (row * SQUARES_ALONG + column).alias("square")


def spread_over_neighbours(points: pl.DataFrame) -> pl.DataFrame:
    """Repeat each point for its degree square and the eight around it."""
    return points.join(AROUND, how="cross").with_columns(square=pl.col("square") + pl.col("step")).drop("step")


def _with_nearness(senses: pl.DataFrame) -> pl.DataFrame:
    """Add how much the other names speak of places in the same degree square or those around it."""
    located = senses.with_columns(square=pl.col("sense") * ARTICLES * SQUARES + pl.col("at_square"))
    believed = located.drop_nulls("square").filter(pl.col("mass") >= LEAST_MASS)
    own = spread_over_neighbours(believed.group_by("square").agg(pl.col("mass").sum()))
    own = own.group_by("square").agg(own=pl.col("mass").sum())
    everyone = own.group_by(at_square=pl.col("square") % (ARTICLES * SQUARES)).agg(everyone=pl.col("own").sum())
    return (
        located.join(everyone, on="at_square", how="left", validate="m:1", maintain_order="left")
        .join(own, on="square", how="left", validate="m:1", maintain_order="left")
        .with_columns(support_near=pl.col("everyone").fill_null(0) - pl.col("own").fill_null(0))
        .drop("everyone", "own", "square")
    )
