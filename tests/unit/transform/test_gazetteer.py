import polars as pl
import pytest

from pipelines.schemas.names import PLACE_TYPES
from pipelines.transform.gazetteer import Gazetteer, load_gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load_gazetteer()


def test_parents_are_places_and_lead_to_a_country(gazetteer: Gazetteer) -> None:
    parents = dict(gazetteer.places.select("place_id", "parent_place_id").iter_rows())
    kinds = dict(gazetteer.places.select("place_id", "place_type").iter_rows())

    def top(place_id: int) -> int:
        for _ in range(4):
            above = parents[place_id]
            if above is None:
                return place_id
            place_id = above
        raise AssertionError(f"the parents of {place_id} form a circle")

    cities = gazetteer.places.filter(pl.col("place_type") == "city")["place_id"].to_list()
    assert {kinds[top(city)] for city in cities[::50]} == {"country"}


def test_all_second_level_regions_have_ids_of_geonames(gazetteer: Gazetteer) -> None:
    own = gazetteer.places.filter(pl.col("place_id") < 0)["place_type"].value_counts()

    assert dict(own.iter_rows()).get("admin2", 0) < 100


def test_names_and_demonyms_belong_to_places(gazetteer: Gazetteer) -> None:
    for table in (gazetteer.names, gazetteer.demonyms):
        assert table.join(gazetteer.places, on="place_id", how="anti").is_empty()


def test_places_are_of_known_kinds_on_the_globe(gazetteer: Gazetteer) -> None:
    places = gazetteer.places

    assert places["place_id"].is_unique().all()
    assert set(places["place_type"].unique()) <= set(PLACE_TYPES)
    assert places["latitude"].is_between(-90, 90).all()
    assert places["longitude"].is_between(-180, 180).all()


def test_codes_of_regions_are_those_of_their_country(gazetteer: Gazetteer) -> None:
    told = gazetteer.places.drop_nulls("admin1_code").filter(pl.col("country_code").is_not_null())

    assert told["admin1_code"].str.slice(0, 2).equals(told["country_code"])
    assert told.filter(pl.col("admin1_code").str.contains(r"-X\d")).is_empty()


@pytest.mark.parametrize(
    ("place_id", "code"),
    [
        pytest.param(1668341, "TW-TPE", id="Taipei, by its second-level region"),
        pytest.param(792680, "RS-00", id="Belgrade, by its second-level region"),
        pytest.param(524901, "RU-MOW", id="Moscow, and not the region around it"),
        pytest.param(3530597, "MX-CMX", id="Mexico City"),
        pytest.param(3936456, "PE-LMA", id="Lima"),
        pytest.param(756135, "PL-14", id="Warsaw"),
        pytest.param(785842, "MK-85", id="Skopje"),
        pytest.param(792578, "MK-501", id="Bitola"),
        pytest.param(112931, "IR-23", id="Tehran"),
    ],
)
def test_cities_have_the_code_of_their_region(gazetteer: Gazetteer, place_id: int, code: str) -> None:
    assert gazetteer.places.filter(pl.col("place_id") == place_id)["admin1_code"].to_list() == [code]


@pytest.mark.parametrize(
    ("key", "place_type", "latitude", "longitude"),
    [
        pytest.param("kyiv", "city", 50.5, 30.5, id="capital"),
        pytest.param("texas", "admin1", 31.5, -99.3, id="state"),
        pytest.param("oxfordshire", "admin2", 51.8, -1.3, id="county"),
        pytest.param("fiji", "country", -17.8, 178.1, id="country on both sides of the 180th meridian"),
        pytest.param("us", "country", 39.0, -98.0, id="country with far-off parts"),
        pytest.param("red sea", "natural", 20.0, 38.5, id="sea"),
        pytest.param("cornwall", "admin2", 50.4, -4.8, id="county of England"),
        pytest.param("northamptonshire", "admin2", 52.3, -0.9, id="county that is no unit of government today"),
        pytest.param("grand bahama", "region", 26.7, -78.3, id="island"),
        pytest.param("gatwick", "facility", 51.1, -0.2, id="airport by its short name"),
        pytest.param("sheremetyevo international airport", "facility", 56.0, 37.4, id="airport"),
        pytest.param("bradley international airport", "facility", 41.9, -72.7, id="airport of the package"),
        pytest.param("quang nam", "admin1", 15.6, 108.0, id="province that was merged"),
        pytest.param("sahel", "region", 15.0, 5.0, id="region of several countries"),
    ],
)
def test_well_known_places_lie_where_they_should(
    gazetteer: Gazetteer, key: str, place_type: str, latitude: float, longitude: float
) -> None:
    found = (
        gazetteer.names.filter(pl.col("name_key") == key)
        .join(gazetteer.places, on="place_id")
        .filter(pl.col("place_type") == place_type)
        .sort("prominence", descending=True)
        .row(0, named=True)
    )

    assert found["latitude"] == pytest.approx(latitude, abs=2)
    assert found["longitude"] == pytest.approx(longitude, abs=2)
