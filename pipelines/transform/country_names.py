"""Names and adjectives of countries, by which a name says whose body it names."""

from functools import cache

import polars as pl

from pipelines.transform.gazetteer import GAZETTEER_DIR, read_demonyms
from pipelines.transform.place_names import place_key

LAST_USUAL_RANK = 1
AMBIGUOUS = frozenset(["georgia"])
"""Names of countries that are as often those of states; their adjectives are the country's."""
_WITH_ARTICLE = ("United ", "Bahamas", "Gambia", "Maldives", "Netherlands", "Philippines", "Czech Republic")


@cache
def country_codes() -> dict[str, str]:
    """Codes of countries by the keys of their usual names and of the demonyms for them."""
    countries = _countries().select("place_id", "country_code")
    names = (
        pl.read_parquet(GAZETTEER_DIR / "names.parquet")
        .filter(pl.col("rank") <= LAST_USUAL_RANK)
        .join(countries, on="place_id")
        .sort("name_key", "rank", "place_id")
    )
    demonyms = read_demonyms().join(countries, on="place_id")
    both = pl.concat([names.select("name_key", "country_code"), demonyms.select("name_key", "country_code")])
    both = both.filter(~pl.col("name_key").is_in(list(AMBIGUOUS)))
    return dict(both.unique("name_key", keep="first", maintain_order=True).iter_rows())


@cache
def country_of(name: str) -> str | None:
    """Code of the country that a name or demonym is of, whatever its spelling."""
    return country_codes().get(place_key(name))


@cache
def country_names() -> dict[str, str]:
    """Names of countries by their codes, with the article that a sentence gives them (``the Netherlands``)."""
    return {
        code: f"the {name}" if name.startswith(_WITH_ARTICLE) else name
        for code, name in _countries().select("country_code", "place_name").iter_rows()
    }


@cache
def _countries() -> pl.DataFrame:
    columns = ["place_id", "place_name", "place_type", "country_code"]
    places = pl.read_parquet(GAZETTEER_DIR / "places.parquet", columns=columns)
    return places.filter(pl.col("place_type") == "country").drop("place_type")
