"""The names that finding knows: keys of the gazetteer with how prominent their best place is, and demonyms."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import polars as pl

from pipelines.transform.gazetteer import GAZETTEER_DIR, read_demonyms

WITH_STATES = ["US", "CA", "AU"]
LAST_USUAL_RANK = 2
"""Names of a higher rank, in other languages for the most part, serve only where the tagger saw a place."""


class Entry(NamedTuple):
    """The most prominent place of a name: its kind, and tenths of the logarithm of its people."""

    place_type: str
    prominence: int


UNKNOWN = Entry("unknown", 0)


@dataclass(frozen=True)
class Lexicon:
    """Names by key.

    Attributes:
        entries: Usual names of places.
        longest: For each first word of a name, the words of the longest name that begins with it.
        demonyms: Keys of demonyms.
        states: Keys of the states and provinces that towns of the same country are also named after.
        abbreviations: Abbreviated first-level regions as printed (``Ill.``, ``Ont.``) and their full names.
        planets: Names of planets that are towns', too: where the tagger sees a place, it is hardly ever the town.
    """

    entries: dict[str, Entry]
    longest: dict[str, int]
    demonyms: frozenset[str]
    states: frozenset[str]
    abbreviations: dict[str, str]
    planets: frozenset[str] = frozenset()


def make_lexicon(
    names: pl.DataFrame, demonyms: list[str], abbreviations: dict[str, str], excluded: Mapping[str, str] | None = None
) -> Lexicon:
    """Index names, each given as ``name_key``, ``rank``, ``place_type``, ``country_code``, ``prominence``.

    ``excluded`` has keys of words that some place is called by, but that hardly ever mean it (``May``, ``Police``),
    and the reason.
    """
    excluded = excluded or {}
    planets = frozenset(name for name, reason in excluded.items() if reason == "planet")
    best = (
        names.filter(pl.col("rank") <= LAST_USUAL_RANK, ~pl.col("name_key").is_in(list(excluded)))
        .sort("name_key", "prominence", "place_type")
        .unique("name_key", keep="last", maintain_order=True)
        .select("name_key", "place_type", "prominence")
    )
    kinds = best.select("place_type", "prominence").unique(maintain_order=True).with_row_index("kind")
    numbers = best.join(kinds, on=["place_type", "prominence"], maintain_order="left")["kind"].to_list()
    shared = [Entry(place_type, prominence) for _, place_type, prominence in kinds.iter_rows()]
    entries = dict(zip(best["name_key"].to_list(), map(shared.__getitem__, numbers), strict=True))
    words = best.select(pl.col("name_key").str.split(" ")).select(
        first=pl.col("name_key").list.first(), count=pl.col("name_key").list.len()
    )
    longest = dict(words.group_by("first").agg(pl.col("count").max()).iter_rows())
    is_state = (pl.col("place_type") == "admin1") & pl.col("country_code").is_in(WITH_STATES) & (pl.col("rank") <= 1)
    states = frozenset(names.filter(is_state)["name_key"])
    return Lexicon(entries, longest, frozenset(demonyms), states, abbreviations, planets)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the gazetteer; a process makes it once, in less than a second."""
    places = pl.read_parquet(
        GAZETTEER_DIR / "places.parquet", columns=["place_id", "place_type", "country_code", "prominence"]
    )
    names = pl.read_parquet(GAZETTEER_DIR / "names.parquet").join(places, on="place_id")
    abbreviations = pl.read_csv(GAZETTEER_DIR / "admin1_abbreviations.csv")
    return make_lexicon(
        names,
        read_demonyms()["name_key"].to_list(),
        dict(abbreviations.select("abbreviation", "admin1_name").iter_rows()),
        dict(pl.read_csv(GAZETTEER_DIR / "not_place_names.csv").select("name", "reason").iter_rows()),
    )
