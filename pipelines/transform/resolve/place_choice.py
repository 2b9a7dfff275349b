"""Choose one place for each name, say which evidence decided, and how sure that is."""

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.resolve.place_candidates import NAME
from pipelines.transform.resolve.place_context import SHARES
from pipelines.transform.resolve.place_scores import HOMES

LEAST_CONFIDENCE = 0.35
"""Below it a name is left without a place: a wrong town on the map is worse than none."""

KNOWN = 50
"""Prominence (see `Gazetteer`) from which a town may be named in an article about anywhere."""
OTHER_NAMES = 2
"""Names of an article beside a stranger's that must tell where it is."""

METHOD = (
    pl.when(pl.col("mention_type") == "demonym")
    .then(pl.lit("demonym"))
    .when("in_container")
    .then(pl.lit("container"))
    .when(pl.col("candidate_count") == 1)
    .then(pl.lit("only_candidate"))
    .when(pl.max_horizontal("support_admin1_id", "support_admin2_id", "support_near") > 1)
    .then(pl.lit("article_context"))
    .when(pl.max_horizontal("home_admin1", "home_near") > 0)
    .then(pl.lit("publisher_home"))
    .otherwise(pl.lit("prominence"))
)
"""The strongest kind of evidence that speaks for the choice."""


def without_strangers(weighed: pl.DataFrame) -> pl.DataFrame:
    """Drop small towns that alone bear a name, in a country that nothing else in an article of several names speaks of.

    More likely than one of them an article means a place that the gazetteer lacks. So it does where it tells the state,
    and no place of that name lies in it.
    """
    mass = pl.col("share") * pl.col("attention")
    others = mass.sum().over("article_number") - mass.sum().over("name_number")
    is_small = (pl.col("place_type") == "city") & (pl.col("prominence") < KNOWN)
    is_told = pl.any_horizontal("in_container", "has_kind", "is_usual") | (pl.max_horizontal(HOMES) > 0)
    is_stranger = (pl.col("support_country_id") < 1) & (others >= OTHER_NAMES * SHARES)
    is_alone = pl.len().over("name_number") == 1
    is_elsewhere = pl.col("is_outside") & pl.col("place_type").is_in(["city", "admin2"])
    return weighed.filter(~(is_alone & is_small & is_stranger & ~is_told) & ~is_elsewhere)


def choose(weighed: pl.DataFrame, names: pl.DataFrame) -> pl.DataFrame:
    """Take the candidate with the largest share of each name; of equals, the more prominent, then the lower id.

    Returns:
        ``NAME``, ``place_id``, ``chosen_type``, ``confidence`` and ``method`` of the names that are sure enough.
    """
    best = (
        weighed.with_columns(candidate_count=pl.len().over("name_number"))
        .sort(["name_number", "share", "prominence", "place_id"], descending=[False, True, True, False])
        .unique("name_number", keep="first", maintain_order=True)
        .with_columns(chosen_type=pl.col("place_type").cast(pl.String))
        .drop("place_type")
        .join(names.select("name_number", *NAME), on="name_number", validate="1:1")
        .with_columns(method=METHOD, share=pl.col("share").clip(0, SHARES) / SHARES)
    )
    chosen = best.sort("share", "name_number").join_asof(
        calibration().sort("least_share"), left_on="share", right_on="least_share", by="method", check_sortedness=False
    )
    return chosen.filter(pl.col("confidence") >= LEAST_CONFIDENCE).select(
        *NAME, "place_id", "chosen_type", "confidence", "method"
    )


def calibration() -> pl.DataFrame:
    """How often a choice was right, by ``method`` and ``least_share`` of belief from which the row holds."""
    return pl.read_csv(REFERENCE_DIR / "gazetteer" / "place_confidence.csv").select(
        "method", pl.col("least_share").cast(pl.Float64), pl.col("confidence").cast(pl.Float64)
    )
