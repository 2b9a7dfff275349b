"""Working tables that tell where publishers are at home."""

import dataframely as dy

from pipelines.schemas import columns as col
from pipelines.schemas.names import PLACE_TYPES


class PlaceNames(dy.Schema):
    """One row per name of a place in an article whose publisher is known."""

    article_id = col.key("Article.", primary_key=True)
    publisher_name = dy.String(min_length=1, description="Publisher of the article.")
    name_key = dy.String(primary_key=True, description="The name as the gazetteer is asked for it.")
    mention_type = dy.String(primary_key=True, description="Whether a name or a demonym.")


class BelievedPlaces(dy.Schema):
    """One row per town or region that a name most likely means by its article alone: what tells a publisher's home."""

    article_id = col.key("Article.", primary_key=True)
    publisher_name = dy.String(min_length=1, description="Publisher of the article.")
    name_key = dy.String(primary_key=True, description="The name as the gazetteer is asked for it.")
    place_id = dy.Int64(primary_key=True, description="GeoNames id.")
    place_type = col.one_of(PLACE_TYPES, "Kind of place.")
    admin1_id = dy.Int64(nullable=True, description="GeoNames id of its region.")
    square = dy.Int64(description="Number of its degree square of the map.")


class PublisherHomes(dy.Schema):
    """One row per name in a publisher's articles and place of that name in the parts that the publisher writes of."""

    published_name = dy.String(primary_key=True, description="Publisher, name and kind of mention, a line each.")
    publisher_name = dy.String(min_length=1, description="Publisher.")
    name_key = dy.String(description="The name as the gazetteer is asked for it.")
    mention_type = dy.String(description="Whether a name or a demonym.")
    place_id = dy.Int64(primary_key=True, description="GeoNames id.")
    home_admin1 = dy.Float64(min=0, max=1, description="Share of the publisher's other names in the place's region.")
    home_near = dy.Float64(min=0, max=1, description="Share of them within a degree or so.")
