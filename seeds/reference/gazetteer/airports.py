"""Airports, and the ways in which newspapers shorten their names."""

import polars as pl
from regions import own_id

from pipelines.transform.place_names import place_key

KNOWN_AS = 3.0
"""Tenfold logarithm of the fame of an airport: less than that of any town of the same name."""


def airport_rows(
    airports: pl.DataFrame, admin1: pl.DataFrame, countries: pl.DataFrame, own: pl.DataFrame
) -> pl.DataFrame:
    """One row per airport that airlines fly to, but for those of our own list.

    Args:
        airports: From `read_airports`.
        admin1: First-level regions; an airport lies in the one whose name is its ``subd``.
        countries: With ``country_code`` and ``place_id``.
        own: From `own_regions`; reads ``place_name`` and ``names``.
    """
    regions = (
        admin1.with_columns(key=_keys("place_name"))
        .unique(["country_code", "key"], keep="first", maintain_order=True)
        .select("country_code", "key", "admin1_code", admin1_id="place_id")
    )
    listed = pl.concat([own["place_name"], own["names"].explode()]).drop_nulls().to_list()
    return (
        airports.rename({"country": "country_code", "name": "place_name"})
        .filter(
            pl.col("place_name").str.ends_with(" Airport"),
            ~pl.col("place_name").is_in(listed),
        )
        .with_columns(
            key=_keys("subd"), names=pl.struct("place_name", "city").map_elements(_short_names, pl.List(pl.String))
        )
        .join(regions, on=["country_code", "key"], how="left")
        .join(countries.select("country_code", country_id="place_id"), on="country_code")
        .with_columns(
            place_id=pl.col("iata").map_elements(lambda code: own_id("airport", code), pl.Int64),
            place_type=pl.lit("facility"),
            feature_code=pl.lit("AIRP"),
            latitude=pl.col("lat").cast(pl.Float64),
            longitude=pl.col("lon").cast(pl.Float64),
            population=pl.lit(None, pl.UInt32),
            people=pl.lit(None, pl.UInt32),
            weight=pl.lit(KNOWN_AS),
            parent_place_id=pl.coalesce("admin1_id", "country_id"),
        )
    )


def _keys(column: str) -> pl.Expr:
    return pl.col(column).map_elements(place_key, pl.String)


def _short_names(row: dict[str, str]) -> list[str]:
    """Names without ``International``, and without the city that they serve (``Luton Airport``)."""
    name = row["place_name"].replace("/", " ")
    city = row["city"].split(",")[0]
    bare = name.removeprefix(f"{city} ")
    names = {name, bare} if bare not in ("Airport", "International Airport") else {name}
    return sorted(names | {each.replace(" International", "") for each in names} - {"Airport", "International Airport"})
