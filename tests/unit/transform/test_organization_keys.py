import pytest

from pipelines.transform.organization_keys import is_generic_name, name_key, national_body


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("Latvian Foreign Ministry", "Latvia’s Foreign Ministry", id="adjective and possessive"),
        pytest.param("Latvian Foreign Ministry", "Ministry of Foreign Affairs of Latvia", id="complement"),
        pytest.param("Indian Ministry of External Affairs", "India's Foreign Ministry", id="external"),
        pytest.param(
            "Russian Defense Ministry", "Ministry of Defence of the Russian Federation", id="British spelling"
        ),
        pytest.param("the Supreme Court", "U.S. Supreme Court", id="known by its country"),
        pytest.param("British House of Commons", "House of Commons", id="adjective of the country it is known for"),
        pytest.param("Foreign Ministry", "Ministry of Foreign Affairs", id="order of the words"),
        pytest.param("Royal United Services Institute", "RUSI", id="known acronym"),
    ],
)
def test_names_of_one_body(name: str, other: str) -> None:
    assert name_key(name) == name_key(other)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        pytest.param("Latvian Foreign Ministry", "Estonian Foreign Ministry", id="two countries"),
        pytest.param("Supreme Court", "Supreme Court of India", id="another country’s"),
        pytest.param("Georgia Supreme Court", "Georgian Supreme Court", id="state and country"),
        pytest.param("Latvian Health Ministry", "Latvian Justice Ministry", id="two ministries"),
        pytest.param("Labor Party", "Labour Party", id="parties of two countries"),
    ],
)
def test_names_of_two_bodies(name: str, other: str) -> None:
    assert name_key(name) != name_key(other)


@pytest.mark.parametrize("name", ["Latvian Glass Works", "Foreign Ministry", "India's Supreme", "Bank of Kolmar"])
def test_no_body_of_a_country(name: str) -> None:
    assert national_body(name) is None


def test_a_body_that_tells_its_country_is_no_generic_name() -> None:
    assert is_generic_name("Foreign Ministry")
    assert not is_generic_name("Latvian Foreign Ministry")
