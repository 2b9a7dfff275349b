"""The names by which places are looked up."""

import re

import polars as pl

from pipelines.transform.place_names import place_key

MIN_POPULATION_OF_ALIASED = 20_000
LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-Þ][a-zA-Zß-öø-ÿÀ-ÖØ-Þ'’. -]{3,}")
US_REGION_WORDS = r" (?:County|Parish|Census Area|Borough)$"
REGION_WORDS = (
    r"(?i)^(?:Provincia|Provinsi|Departamento|Département|Region|Région|Oblast|Wilaya|Governorate|Province|Estado)"
    r"(?: de la| de| du| del| of)? | (?:Oblast|oblast|Province|Governorate|Region|Prefecture|Department|County|District"
    r"|Voivodeship|State|Division|Municipality)$"
)

OWN, MAIN, SHORT, ALTERNATE = 0, 1, 2, 3
"""How usual a name is: of our own list, the place's usual name, that without its generic word, another one."""


def city_names(cities: pl.DataFrame) -> pl.DataFrame:
    """Usual names of all cities, other Latin-script names of the larger ones."""
    larger = cities.filter(pl.col("population") >= MIN_POPULATION_OF_ALIASED)
    others = _latin(larger.select("place_id", name="alternate_names").explode("name"))
    return pl.concat([cities.select("place_id", name="place_name").with_columns(rank=pl.lit(MAIN)), others])


def _latin(names: pl.DataFrame) -> pl.DataFrame:
    """Other names that are written in Latin letters."""
    is_latin = pl.col("name").map_elements(lambda name: bool(LATIN_NAME.fullmatch(name)), pl.Boolean)
    return names.filter(is_latin).with_columns(rank=pl.lit(ALTERNATE))


def name_rows(tables: list[pl.DataFrame], cities: pl.DataFrame) -> pl.DataFrame:
    """One row per name key and place, with the best rank of the names that share the key."""
    listed, *places = tables
    named = [listed.with_columns(rank=pl.lit(OWN)), cities]
    for table in places:
        named.append(table.select("place_id", name="place_name").with_columns(rank=pl.lit(MAIN)))
        short = pl.col("place_name").str.replace(US_REGION_WORDS, "").str.replace_all(REGION_WORDS, "")
        named.append(table.select("place_id", name=short).with_columns(rank=pl.lit(SHORT)))
        if "names" in table.columns:
            named.append(table.select("place_id", name="names").explode("name").with_columns(rank=pl.lit(SHORT)))
        if "other_names" in table.columns:
            named.append(_latin(table.select("place_id", name="other_names").explode("name").drop_nulls()))
    return (
        pl.concat(
            [table.select("name", pl.col("place_id").cast(pl.Int64), pl.col("rank").cast(pl.UInt8)) for table in named]
        )
        .filter(pl.col("name").is_not_null())
        .with_columns(name_key=pl.col("name").map_elements(place_key, pl.String))
        .filter(pl.col("name_key").str.len_chars() > 1)
        .group_by("name_key", "place_id")
        .agg(pl.col("rank").min())
        .pipe(_without_names_of_countries, places[0])
    )


def _without_names_of_countries(names: pl.DataFrame, countries: pl.DataFrame) -> pl.DataFrame:
    """Drop other names of cities that are usual names of countries: nobody means Mexico City by ``Mexico``."""
    keys = [place_key(name) for name in countries["place_name"]]
    return names.filter((pl.col("rank") < ALTERNATE) | ~pl.col("name_key").is_in(keys))
