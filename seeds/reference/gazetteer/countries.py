"""Countries, their points and their names."""

from typing import Any

import polars as pl


def country_rows(countries: dict[str, Any], shapes: pl.DataFrame, cities: pl.DataFrame) -> pl.DataFrame:
    """One row per country; its point is the mean of its regions by area, the far-off ones left out.

    Where none is drawn, or the country lies on both sides of the 180th meridian, its cities stand in.
    """
    rows = pl.DataFrame(
        {
            "place_id": [row["geonameid"] for row in countries.values()],
            "place_name": [row["name"] for row in countries.values()],
            "country_code": list(countries),
            "population": [row["population"] for row in countries.values()],
            "neighbours": [row["neighbours"] for row in countries.values()],
        }
    )
    middle = cities.group_by("country_code").agg(pl.col("latitude", "longitude").median().name.suffix("_of_cities"))
    drawn = rows.join(_points(shapes), on="country_code", how="left").join(middle, on="country_code", how="left")
    return drawn.with_columns(
        latitude=pl.coalesce("latitude", "latitude_of_cities"),
        longitude=pl.coalesce("longitude", "longitude_of_cities"),
        place_type=pl.lit("country"),
        feature_code=pl.lit("PCLI"),
        admin1_code=pl.lit(None, pl.String),
        parent_place_id=pl.lit(None, pl.Int64),
        people="population",
        weight=pl.lit(None, pl.Float64),
    ).filter(pl.col("latitude").is_not_null())


def _points(shapes: pl.DataFrame) -> pl.DataFrame:
    """Mean point of each country's regions, three times: each time without those far from the mean before.

    So the United States lie in Kansas and France in France, whatever Alaska and Guiana weigh.
    """
    near = shapes
    for _ in range(3):
        points = near.group_by("country_code").agg(
            latitude=_weighted("centroid_latitude"),
            longitude=_weighted("centroid_longitude"),
            extent=pl.col("area").sum(),
        )
        distance = (
            (pl.col("centroid_latitude") - pl.col("latitude")) ** 2
            + ((pl.col("centroid_longitude") - pl.col("longitude")) * (pl.col("latitude") * 0.01745).cos()) ** 2
        ).sqrt() * 111.2
        near = (
            shapes.join(points, on="country_code")
            .filter(distance < pl.col("extent").sqrt() + 100)
            .select(shapes.columns)
        )
    return points.select("country_code", "latitude", "longitude")


def _weighted(column: str) -> pl.Expr:
    return (pl.col(column) * pl.col("area")).sum() / pl.col("area").sum()
