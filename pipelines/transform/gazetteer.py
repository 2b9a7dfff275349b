"""The gazetteer: places of the world, the names they go by, and the words for their people."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.place_names import place_key

GAZETTEER_DIR = REFERENCE_DIR / "gazetteer"


@dataclass(frozen=True)
class Gazetteer:
    """Places and the keys (see `place_key`) that they are looked up by.

    Attributes:
        places: One row per place: the columns of ``places`` that say what and where it is, and ``prominence``, tenths
            of the decimal logarithm of its people, raised for countries and lowered for districts.
        names: One row per ``name_key`` and ``place_id``; ``rank`` is 0 for names of our own list, 1 for usual names,
            2 for usual names without their generic word (``Clark`` for ``Clark County``), 3 for others.
        demonyms: One row per ``name_key`` of a people or adjective, with the ``place_id`` it belongs to.
    """

    places: pl.DataFrame
    names: pl.DataFrame
    demonyms: pl.DataFrame


@cache
def load_gazetteer(folder: Path = GAZETTEER_DIR) -> Gazetteer:
    """Read the gazetteer that ``build.py`` in the same folder made; a process reads it once."""
    return Gazetteer(
        places=pl.read_parquet(folder / "places.parquet"),
        names=pl.read_parquet(folder / "names.parquet"),
        demonyms=read_demonyms(folder),
    )


def read_demonyms(folder: Path = GAZETTEER_DIR) -> pl.DataFrame:
    """Demonyms by key."""
    demonyms = pl.read_csv(folder / "demonyms.csv").select("demonym", "place_id")
    keys = [place_key(name) for name in demonyms["demonym"]]
    return demonyms.select(pl.Series("name_key", keys), "place_id").unique(
        "name_key", keep="first", maintain_order=True
    )
