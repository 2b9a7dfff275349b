"""First- and second-level regions as Natural Earth draws them: a point, an area, codes and names."""

import math
from itertools import pairwise
from typing import Any

import polars as pl

KM_PER_DEGREE = 111.2


def read_shapes(collection: dict[str, Any]) -> pl.DataFrame:
    """One row per feature: ids and codes of GeoNames and ISO, label point, centroid and area, and its names."""
    return pl.DataFrame([_shape(feature) for feature in collection["features"]], infer_schema_length=None).filter(
        pl.col("country_code").str.contains(r"^[A-Z]{2}$")
    )


def _shape(feature: dict[str, Any]) -> dict[str, Any]:
    told = feature["properties"]
    area, longitude, latitude = _centroid(feature["geometry"])
    names = [told.get(key) for key in ("name", "name_en", "gn_name")] + (told.get("name_alt") or "").split("|")
    return {
        "country_code": told["iso_a2"],
        "geonames_id": told["gn_id"] if (told.get("gn_id") or -1) > 0 else None,
        "level": told.get("gn_level"),
        "iso_code": told.get("iso_3166_2"),
        "shape_name": told.get("name_en") or told.get("name"),
        "names": [name for name in names if name],
        "area": area,
        "label_latitude": told["latitude"],
        "label_longitude": told["longitude"],
        "centroid_latitude": latitude,
        "centroid_longitude": longitude,
    }


def _centroid(geometry: dict[str, Any]) -> tuple[float, float, float]:
    """Area in km² and centroid (longitude, latitude) of a polygon or several, holes ignored."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    parts = [_ring(polygon[0]) for polygon in polygons]
    area = sum(part[0] for part in parts) or 1e-9
    return area, sum(a * x for a, x, _ in parts) / area, sum(a * y for a, _, y in parts) / area


def _ring(points: list[list[float]]) -> tuple[float, float, float]:
    """Area and centroid of one ring, on a plane whose degrees of longitude shrink with its latitude."""
    shrink = math.cos(math.radians(sum(y for _, y in points) / len(points)))
    twice = cx = cy = 0.0
    for (x0, y0), (x1, y1) in pairwise(points):
        cross = x0 * y1 - x1 * y0
        twice += cross
        cx += (x0 + x1) * cross
        cy += (y0 + y1) * cross
    if abs(twice) < 1e-12:
        return 0.0, points[0][0], points[0][1]
    return abs(twice) / 2 * shrink * KM_PER_DEGREE**2, cx / (3 * twice), cy / (3 * twice)
