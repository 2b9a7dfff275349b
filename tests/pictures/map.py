"""Draw every place of a published warehouse on a map of the world's cities: each should lie where a reader expects it.

Run ``python -m tests.pictures.map [WAREHOUSE] [PICTURE.png]``.
"""

import sys
from pathlib import Path

import duckdb
import matplotlib as mpl
import polars as pl

mpl.use("Agg")

from matplotlib import pyplot as plt
from matplotlib.axes import Axes

from pipelines.settings import PROJECT_ROOT
from pipelines.transform.gazetteer import load_gazetteer

COLORS = {
    "country": "#b04a3a",
    "admin1": "#d08a3c",
    "admin2": "#d9b25f",
    "city": "#2b6c8f",
    "region": "#6b5b95",
    "natural": "#3c8d5a",
    "facility": "#333333",
}
LABELLED = 45
QUERY = "select place_name, place_type, latitude, longitude, mention_count from places where mention_count > 0"


def main(database: Path, picture: Path) -> None:
    """Read the places that were mentioned, draw them, and save the picture."""
    with duckdb.connect(str(database), read_only=True) as connection:
        places = connection.sql(QUERY).pl()
    figure = draw(places)
    figure.savefig(picture, dpi=110, bbox_inches="tight")
    plt.close(figure)


def draw(places: pl.DataFrame) -> plt.Figure:
    """All cities of the gazetteer as a grey ground, the places as dots, the most mentioned with their names."""
    figure, axes = plt.subplots(figsize=(14, 7))
    _draw_ground(axes)
    for place_type, color in COLORS.items():
        some = places.filter(pl.col("place_type") == place_type)
        axes.scatter(some["longitude"], some["latitude"], s=14, color=color, label=f"{place_type} ({some.height})")
    for row in (
        places.sort("mention_count", "place_name", descending=[True, False]).head(LABELLED).iter_rows(named=True)
    ):
        axes.annotate(
            row["place_name"],
            (row["longitude"], row["latitude"]),
            fontsize=6,
            xytext=(2, 2),
            textcoords="offset points",
        )
    axes.set(xlim=(-180, 180), ylim=(-60, 80), title=f"{places.height} places mentioned in the articles")
    axes.legend(loc="lower left", fontsize=8, frameon=False)
    axes.set_axis_off()
    return figure


def _draw_ground(axes: Axes) -> None:
    """So many towns that the continents show."""
    towns = load_gazetteer().places.filter(pl.col("place_type") == "city")
    axes.scatter(towns["longitude"], towns["latitude"], s=0.05, color="#cccccc")


if __name__ == "__main__":
    arguments = [Path(argument) for argument in sys.argv[1:]]
    defaults = [PROJECT_ROOT / "warehouse" / "news.duckdb", PROJECT_ROOT / "warehouse" / "map.png"]
    main(*(arguments + defaults[len(arguments) :]))
