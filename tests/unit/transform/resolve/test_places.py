import polars as pl
import pytest

from pipelines.schemas.working import PlaceSpans
from pipelines.transform.gazetteer import Gazetteer
from pipelines.transform.place_names import place_key
from pipelines.transform.resolve.places import ResolvedPlaces, resolve_places

ARTICLE = "0" * 16

# place_id, name, type, country, parent, prominence, latitude, longitude
PLACES = [
    (1, "United States", "country", "US", None, 99, 39.8, -98.5),
    (2, "France", "country", "FR", None, 93, 46.0, 2.0),
    (3, "Georgia", "country", "GE", None, 81, 42.0, 43.5),
    (11, "Texas", "admin1", "US", 1, 74, 31.0, -99.0),
    (12, "Georgia", "admin1", "US", 1, 70, 32.7, -83.4),
    (13, "Île-de-France", "admin1", "FR", 2, 71, 48.7, 2.5),
    (14, "Illinois", "admin1", "US", 1, 71, 40.0, -89.2),
    (15, "Missouri", "admin1", "US", 1, 68, 38.4, -92.5),
    (21, "Lamar County", "admin2", "US", 11, 36, 33.7, -95.6),
    (31, "Paris", "city", "FR", 13, 63, 48.85, 2.35),
    (32, "Paris", "city", "US", 21, 44, 33.66, -95.55),
    (33, "Atlanta", "city", "US", 12, 57, 33.75, -84.39),
    (34, "Tbilisi", "city", "GE", 3, 60, 41.69, 44.83),
    (35, "Springfield", "city", "US", 14, 51, 39.8, -89.64),
    (36, "Springfield", "city", "US", 15, 52, 37.2, -93.3),
    (37, "Dallas", "city", "US", 11, 61, 32.78, -96.8),
    (38, "Fort Worth", "city", "US", 11, 59, 32.73, -97.32),
    (16, "Lyon", "admin1", "FR", 2, 68, 45.7, 4.6),
    (40, "Lyon", "city", "FR", 16, 60, 45.75, 4.85),
    (39, "Waco", "city", "US", 11, 51, 31.55, -97.15),
    (41, "Merlemont", "city", "FR", 13, 34, 48.9, 2.6),
    *((100 + number, "Fairview", "city", "US", 14, 30, 35.0 + number, -80.0) for number in range(12)),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    columns = ["place_id", "place_name", "place_type", "country_code", "parent_place_id", "prominence"]
    places = pl.DataFrame(PLACES, schema=[*columns, "latitude", "longitude"], orient="row").with_columns(
        admin1_code=pl.lit(None, pl.String), feature_code=pl.lit(None, pl.String), population=pl.lit(None, pl.UInt32)
    )
    names = pl.DataFrame(
        {
            "name_key": [place_key(row[1]) for row in PLACES] + ["lamar", "paris city"],
            "place_id": [row[0] for row in PLACES] + [21, 31],
            "rank": pl.Series([1] * len(PLACES) + [2, 2], dtype=pl.UInt8),
        }
    )
    demonyms = pl.DataFrame({"name_key": ["french", "texan"], "place_id": [2, 11]})
    return Gazetteer(places, names, demonyms)


def spans(article_id: str, *mentions: dict[str, object]) -> pl.DataFrame:
    """Mentions of an article, given as changes of a plain name at its place in the list."""
    rows = [
        {
            "article_id": article_id,
            "char_start": 100 * number,
            "char_end": 100 * number + len(str(mention["text"])),
            "sentence_index": number,
            "mention_type": "name",
            "lookup_name": mention["text"],
            "place_type": None,
            "container_text": None,
            "is_dateline": False,
        }
        | mention
        for number, mention in enumerate(mentions)
    ]
    return PlaceSpans.validate(pl.DataFrame(rows, schema=PlaceSpans.create_empty().schema))


def resolve(gazetteer: Gazetteer, *mentions: dict[str, object]) -> ResolvedPlaces:
    """Resolve the mentions of one article of an unknown publisher."""
    articles = pl.DataFrame(
        {"article_id": [ARTICLE], "publisher_name": [None]},
        schema={"article_id": pl.String, "publisher_name": pl.String},
    )
    return resolve_places(spans(ARTICLE, *mentions), articles, gazetteer)


@pytest.mark.parametrize(
    ("mentions", "expected"),
    [
        pytest.param([{"text": "Paris"}], [31], id="alone: the place most people live in"),
        pytest.param([{"text": "Paris", "container_text": "Texas"}], [32], id="the region beside it decides"),
        pytest.param(
            [{"text": "Springfield", "container_text": "Illinois"}], [35], id="the smaller of two towns, by its state"
        ),
        pytest.param(
            [{"text": "Paris", "container_text": "Texas"}, {"text": "Paris", "container_text": "France"}],
            [32, 31],
            id="two containers, two places",
        ),
        pytest.param(
            [
                {"text": "Paris", "container_text": "France"},
                {"text": "Paris"},
                {"text": "Paris", "container_text": "Texas"},
            ],
            [31, 31, 32],
            id="between two containers, that before",
        ),
        pytest.param(
            [{"text": "Waco", "container_text": "Illinois"}], [None], id="no town of the name lies in the state told"
        ),
        pytest.param(
            [
                {"text": "Atlanta"},
                {"text": "Georgia"},
                {"text": "Tbilisi", "container_text": "Georgia"},
                {"text": "Georgia", "char_start": 209, "char_end": 216},
                {"text": "Atlanta"},
                {"text": "Georgia"},
            ],
            [33, 12, 34, 3, 33, 12],
            id="the country of a pair, in an article about a state of its name",
        ),
        pytest.param([{"text": "Paris", "container_text": "Texan"}], [32], id="a people tells the region"),
        pytest.param([{"text": "Paris"}, {"text": "Dallas"}, {"text": "Lamar County"}], [32, 37, 21], id="neighbours"),
        pytest.param(
            [{"text": "Paris City"}, {"text": "Paris"}, {"text": "Lamar County"}],
            [31, 32, 21],
            id="another name of the same place is no neighbour",
        ),
        pytest.param([{"text": "Georgia"}, {"text": "Tbilisi"}], [3, 34], id="Georgia beside Tbilisi is the country"),
        pytest.param([{"text": "Georgia"}, {"text": "Atlanta"}], [12, 33], id="Georgia beside Atlanta is the state"),
        pytest.param([{"text": "Lyon"}], [40], id="the city before the region around it"),
        pytest.param([{"text": "Lyon", "place_type": "admin1"}], [16], id="the region where a noun says so"),
        pytest.param([{"text": "Merlemont"}], [41], id="a small town that alone bears a name"),
        pytest.param(
            [{"text": "Merlemont"}, {"text": "Lyon"}, {"text": "Texas"}], [41, 40, 11], id="its country is named"
        ),
        pytest.param(
            [{"text": "Merlemont"}, {"text": "Dallas"}, {"text": "Texas"}],
            [None, 37, 11],
            id="more likely a place of Texas that the gazetteer lacks",
        ),
        pytest.param([{"text": "Nowhereville"}], [None], id="unknown names stay without a place"),
        pytest.param([{"text": "French", "mention_type": "demonym"}], [2], id="a demonym stands for its country"),
        pytest.param([{"text": "France", "mention_type": "demonym"}], [None], id="a name is no demonym"),
    ],
)
def test_mention_is_tied_to_the_place_its_article_means(
    gazetteer: Gazetteer, mentions: list[dict[str, object]], expected: list[int | None]
) -> None:
    assert resolve(gazetteer, *mentions).place_mentions["place_id"].to_list() == expected


def test_places_include_all_that_contains_them(gazetteer: Gazetteer) -> None:
    places = resolve(gazetteer, {"text": "Paris", "container_text": "Texas"}, {"text": "Dallas"}).places

    assert places["place_id"].to_list() == [1, 11, 21, 32, 37]
    assert places["parent_place_id"].to_list() == [None, 1, 11, 21, 11]
    assert places["mention_count"].to_list() == [0, 0, 0, 1, 1]


def test_every_span_keeps_its_mention(gazetteer: Gazetteer) -> None:
    resolved = resolve(gazetteer, {"text": "Paris"}, {"text": "Elm Street", "place_type": "facility"})

    assert resolved.place_mentions.select("text", "place_id", "place_type").rows() == [
        ("Paris", 31, "city"),
        ("Elm Street", None, "facility"),
    ]


@pytest.mark.parametrize(
    ("mentions", "within"),
    [
        pytest.param([{"text": "Elm Street"}, {"text": "Dallas"}, {"text": "Texas"}], 37, id="a street lies in a town"),
        pytest.param(
            [{"text": "Elm Street"}, {"text": "Waco"}, {"text": "Paris", "container_text": "Texas"}],
            11,
            id="two towns far apart: their region",
        ),
        pytest.param([{"text": "Elm Street"}, {"text": "Waco"}, {"text": "Atlanta"}], 1, id="two regions: country"),
        pytest.param([{"text": "Elm Street"}, {"text": "Lyon"}, {"text": "Atlanta"}], None, id="two countries: open"),
        pytest.param([{"text": "Elm Street", "usage_country_code": "US"}], 1, id="only the words of a country"),
        pytest.param(
            [{"text": "Merlemont"}, {"text": "Dallas"}, {"text": "Texas"}], 37, id="a place the gazetteer lacks"
        ),
        pytest.param([{"text": "Fairview"}], 1, id="one of many towns of a country"),
        pytest.param([{"text": "Elm Street"}], None, id="nothing tells"),
        pytest.param([{"text": "Dallas"}, {"text": "Texas"}], None, id="a name that has its place"),
    ],
)
def test_a_name_without_a_place_lies_where_its_article_tells(
    gazetteer: Gazetteer, mentions: list[dict[str, object]], within: int | None
) -> None:
    resolved = resolve(gazetteer, *mentions)

    assert resolved.place_mentions["within_place_id"][0] == within
    assert (resolved.place_mentions["within_confidence"][0] is None) == (within is None)
    assert within is None or within in resolved.places["place_id"]


def test_publisher_tells_which_town_is_meant_where_the_article_does_not(gazetteer: Gazetteer) -> None:
    home, away = "1" * 16, "2" * 16
    local = ["Dallas", "Lamar County", "Texas", "Fort Worth", "Waco"]
    articles = pl.DataFrame({"article_id": [home, away], "publisher_name": ["Lamar Lantern", "Lamar Lantern"]})
    place_spans = pl.concat([spans(home, *({"text": name} for name in local)), spans(away, {"text": "Paris"})])

    mentions = resolve_places(place_spans, articles, gazetteer).place_mentions

    assert mentions.filter(pl.col("article_id") == away).select("place_id", "method").rows() == [(32, "publisher_home")]


def test_order_of_rows_changes_nothing(gazetteer: Gazetteer) -> None:
    place_spans = spans(ARTICLE, *({"text": name} for name in ["Paris", "Springfield", "Georgia", "Dallas", "Texas"]))
    articles = pl.DataFrame({"article_id": [ARTICLE], "publisher_name": ["Lamar Lantern"]})

    one, other = (resolve_places(rows, articles, gazetteer) for rows in (place_spans, place_spans.reverse()))

    assert one.places.equals(other.places)
    assert one.place_mentions.equals(other.place_mentions)


def test_a_name_that_could_be_any_of_many_towns_is_left_open(gazetteer: Gazetteer) -> None:
    mentions = resolve(gazetteer, {"text": "Fairview"}).place_mentions

    assert mentions.select("place_id", "confidence", "method").rows() == [(None, None, None)]


@pytest.mark.parametrize(
    ("mentions", "method"),
    [
        pytest.param([{"text": "Paris", "container_text": "Texas"}], "container", id="container"),
        pytest.param([{"text": "Dallas"}], "only_candidate", id="only one place of the name"),
        pytest.param([{"text": "Paris"}], "prominence", id="nothing but the name"),
        pytest.param([{"text": "Paris"}, {"text": "Texas"}], "article_context", id="other names"),
        pytest.param([{"text": "French", "mention_type": "demonym"}], "demonym", id="demonym"),
    ],
)
def test_method_names_the_evidence(gazetteer: Gazetteer, mentions: list[dict[str, object]], method: str) -> None:
    resolved = resolve(gazetteer, *mentions).place_mentions

    assert resolved["method"][0] == method
    assert 0.35 <= resolved["confidence"][0] <= 1.0
