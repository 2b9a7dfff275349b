"""Outlines of regions as Natural Earth draws them, and which of them hold a point."""

from itertools import pairwise
from typing import Any, NamedTuple

Point = tuple[float, float]
"""Longitude and latitude."""


class Outline(NamedTuple):
    """The outer ring of one part of a region, its country and GeoNames id, and its box (west, south, east, north)."""

    country_code: str
    geonames_id: int | None
    ring: list[Point]
    box: tuple[float, float, float, float]


def read_outlines(collection: dict[str, Any]) -> list[Outline]:
    """The outlines of all regions; holes are left out."""
    return [outline for feature in collection["features"] for outline in _outlines(feature)]


def _outlines(feature: dict[str, Any]) -> list[Outline]:
    geometry, told = feature["geometry"], feature["properties"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    rings = [[(x, y) for x, y, *_ in polygon[0]] for polygon in polygons]
    return [Outline(told["iso_a2"], told.get("gn_id"), ring, _box(ring)) for ring in rings]


def _box(ring: list[Point]) -> tuple[float, float, float, float]:
    longitudes, latitudes = zip(*ring, strict=True)
    return min(longitudes), min(latitudes), max(longitudes), max(latitudes)


def is_inside(point: Point, outline: Outline) -> bool:
    """Whether an outline holds a point: a line from it to the east crosses the outline an odd number of times."""
    x, y = point
    west, south, east, north = outline.box
    if not (west <= x <= east and south <= y <= north):
        return False
    crossed = [
        x < (x1 - x0) * (y - y0) / (y1 - y0) + x0
        for (x0, y0), (x1, y1) in pairwise(outline.ring)
        if (y0 > y) != (y1 > y)
    ]
    return sum(crossed) % 2 == 1
