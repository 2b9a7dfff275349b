"""List, for each name in each article, the places of the gazetteer that go by it."""

import polars as pl

from pipelines.schemas.names import PLACE_TYPES
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.place_names import place_key

MAX_CANDIDATES = 40
"""Of a name's places, only the most prominent are weighed: 60 towns are called San Antonio."""

WITH_STATES = ["US", "CA", "AU"]
NAME = ["article_id", "name_key", "mention_type", "place_type", "told_container"]
PUBLISHED_NAME = ["publisher_name", "name_key", "mention_type"]
"""What the places that a name may mean, and what its publisher's home says of them, depend on."""

CONTAINER_TYPES = ["country", "admin1", "admin2", "city", "region"]


def names_in_articles(place_spans: pl.DataFrame) -> pl.DataFrame:
    """One row per name and article: a name means one place in all of an article.

    Only what tells its kind can give it two meanings: ``the state of Washington``, or a list of states that it stands
    in, and ``Washington``; or containers that differ: ``from Paris, Texas, to Paris, France``.

    Args:
        place_spans: As the schema ``PlaceSpans``, with ``publisher_name`` and the columns of `with_keys`.

    Returns:
        ``NAME`` (what makes a name one) and ``name_number``, ``article_number`` and ``key_number``, which stand for
        the row, its article and its key; ``mention_count``, ``is_dateline``, ``publisher_name``; ``container_text`` and
        ``usage_country_code`` where a mention has one.
    """
    return (
        place_spans.sort("article_id", "char_start")
        .group_by(NAME)
        .agg(
            mention_count=pl.len().cast(pl.Int64),
            is_dateline=pl.col("is_dateline").any(),
            container_text=pl.col("container_text").drop_nulls().first(),
            usage_country_code=pl.col("usage_country_code").drop_nulls().first(),
            publisher_name=pl.col("publisher_name").first(),
        )
        .sort(NAME)
        .with_row_index("name_number")
        .with_columns(article_number=pl.col("article_id").rle_id(), key_number=pl.col("name_key").rank("dense"))
    )


def with_keys(place_spans: pl.DataFrame) -> pl.DataFrame:
    """Add the key that each span's name is looked up by, and its container where an article tells the name several.

    ``told_container`` is null for all spans of a name with one container or none; else that printed beside the span,
    or beside the name when it stood before, or stands after.
    """
    keys = {name: place_key(name) for name in place_spans["lookup_name"].unique().to_list()}
    name = ["article_id", "name_key", "mention_type"]
    container = pl.col("container_text")
    nearest = container.forward_fill().over(name, order_by="char_start")
    return (
        place_spans.with_columns(name_key=pl.col("lookup_name").replace_strict(keys, return_dtype=pl.String))
        .with_columns(told_container=pl.when(container.drop_nulls().n_unique().over(name) > 1).then(nearest))
        .with_columns(pl.col("told_container").backward_fill().over(name, order_by="char_start"))
    )


def candidates_of(names: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """One row per name of an article and place that it may mean.

    Returns:
        ``name_number``, ``article_number``, ``key_number``, ``place_id``, ``rank``; of the place its type,
        ``prominence``, ``latitude``, ``longitude``, and the ids of the country and regions it lies in or is; whether
        the name's container and the kind of place that its words tell (``County``) fit; see `_with_own_cities`.
    """
    strongest = places_by_name(names.select("name_key", "mention_type").unique(), gazetteer)
    told = names.drop("mention_count", "is_dateline", "publisher_name").rename({"place_type": "kind"})
    strongest = _with_own_cities(strongest)
    return (
        told.join(strongest, on=["name_key", "mention_type"], how="inner", validate="m:m")
        .join(_containers(names, gazetteer), on="container_text", how="left", validate="m:1")
        .with_columns(
            in_container=pl.any_horizontal(
                pl.col("containers").list.contains(pl.col(level)).fill_null(value=False)
                for level in ("country_id", "admin1_id", "admin2_id")
            )
            & ~pl.col("containers").list.contains(pl.col("place_id")).fill_null(value=False),
            has_kind=(pl.col("kind") == pl.col("place_type")).fill_null(value=False),
            is_usual=(pl.col("usage_country_code") == pl.col("country_code")).fill_null(value=False)
            & (pl.col("place_type") != "country"),
        )
        .filter(~_is_other_kind())
        .with_columns(
            is_outside=pl.col("in_state").fill_null(value=False) & ~pl.col("in_container").any().over("name_number")
        )
        .drop(
            "article_id",
            "name_key",
            "mention_type",
            "told_container",
            "container_text",
            "containers",
            "in_state",
            "kind",
        )
        .drop("usage_country_code", "country_code", "parent_place_id")
        .sort("name_number", "place_id")
    )


def _is_other_kind() -> pl.Expr:
    """Whether words tell a river or street (``Red River``), and the place is a county or town called like it."""
    told = pl.col("kind").is_in(["natural", "facility"]).fill_null(value=False)
    return told & ~pl.col("place_type").is_in(["natural", "facility", "region"])


def places_by_name(distinct: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """The most prominent places of each ``name_key`` and ``mention_type``, with what the gazetteer says of them."""
    entries = pl.concat([_by_name(distinct, gazetteer), _by_demonym(distinct, gazetteer)])
    return (
        _describe(entries, gazetteer)
        .sort("name_key", "mention_type", "prominence", "place_id", descending=[False, False, True, False])
        .group_by("name_key", "mention_type", maintain_order=True)
        .head(MAX_CANDIDATES)
    )


def _with_own_cities(entries: pl.DataFrame) -> pl.DataFrame:
    """Mark regions outside `WITH_STATES` that are called like a city in them: of ``Lagos``, most mean the city."""
    keys = ["name_key", "mention_type"]
    cities = entries.filter(pl.col("place_type") == "city", pl.col("rank") <= 1)
    around = pl.concat([cities.select(*keys, place_id=level) for level in ("admin1_id", "admin2_id")])
    own = around.drop_nulls().unique().with_columns(has_own_city=pl.lit(value=True))
    is_foreign = ~pl.col("country_code").is_in(WITH_STATES).fill_null(value=False)
    return entries.join(own, on=[*keys, "place_id"], how="left", validate="m:1").with_columns(
        has_own_city=pl.col("has_own_city").fill_null(value=False) & is_foreign
    )


def _by_name(distinct: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    wanted = distinct.filter(pl.col("mention_type") == "name")
    return gazetteer.names.join(wanted, on="name_key").select("name_key", "mention_type", "place_id", "rank")


def _by_demonym(distinct: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    wanted = distinct.filter(pl.col("mention_type") == "demonym")
    return gazetteer.demonyms.join(wanted, on="name_key").select(
        "name_key", "mention_type", "place_id", pl.lit(1, pl.UInt8).alias("rank")
    )


def _describe(entries: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Add what the gazetteer says about each place, and the ids of what contains it."""
    columns = ["place_id", "place_type", "country_code", "parent_place_id", "prominence", "latitude", "longitude"]
    described = entries.join(gazetteer.places.select(columns), on="place_id", validate="m:1").with_columns(
        pl.col("place_type").cast(pl.Enum(PLACE_TYPES))
    )
    chain = [described.select("place_id", "place_type", "parent_place_id").unique("place_id")]
    levels = gazetteer.places.select("place_id", pl.col("place_type").cast(pl.Enum(PLACE_TYPES)), "parent_place_id")
    for _ in range(3):
        above = chain[-1].select(pl.col("parent_place_id").alias("place_id")).drop_nulls().unique()
        chain.append(levels.join(above, on="place_id", how="semi"))
    known = pl.concat(chain).unique("place_id")
    return _with_levels(described, known)


def _with_levels(described: pl.DataFrame, known: pl.DataFrame) -> pl.DataFrame:
    """Add ``country_id``, ``admin1_id`` and ``admin2_id``: the place itself or what contains it, at each level."""
    kind: dict[int, str] = dict(known.select("place_id", "place_type").iter_rows())
    parent = dict(known.select("place_id", "parent_place_id").iter_rows())
    ids = described["place_id"].unique().sort().to_list()
    found: dict[str, list[int | None]] = {"country": [], "admin1": [], "admin2": []}
    for place_id in ids:
        levels: dict[str, int] = {}
        at: int | None = place_id
        while at is not None:
            levels[kind[at]] = at
            at = parent[at]
        for level, column in found.items():
            column.append(levels.get(level))
    table = pl.DataFrame(
        {"place_id": ids} | {f"{level}_id": column for level, column in found.items()},
        schema={"place_id": pl.Int64} | {f"{level}_id": pl.Int64 for level in found},
    )
    return described.join(table, on="place_id", validate="m:1")


def _containers(names: pl.DataFrame, gazetteer: Gazetteer) -> pl.DataFrame:
    """Ids of the places that each container's words may name, and whether one of them is a state or province."""
    printed = names.select("container_text").drop_nulls().unique()
    keys = [place_key(text) for text in printed["container_text"]]
    named = (
        printed.with_columns(name_key=pl.Series(keys, dtype=pl.String))
        .join(pl.concat([gazetteer.names.drop("rank"), gazetteer.demonyms]), on="name_key")
        .join(gazetteer.places.select("place_id", "place_type", "country_code"), on="place_id")
        .filter(pl.col("place_type").is_in(CONTAINER_TYPES))
    )
    is_state = (pl.col("place_type") == "admin1") & pl.col("country_code").is_in(WITH_STATES)
    return named.group_by("container_text").agg(containers=pl.col("place_id").unique().sort(), in_state=is_state.any())
