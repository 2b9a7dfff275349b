import pytest

from pipelines.transform.organization_types import organization_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("East Bank Middle School", "other", id="school"),
        pytest.param("Hollow Creek Charter School", "other", id="charter school"),
        pytest.param("Ravensmoor School of Law", "university", id="school of a university"),
        pytest.param("Talbruck Business School", "university", id="business school"),
        pytest.param("Hanseatic Economic Union", "bloc", id="union of countries"),
        pytest.param("Ravensmoor Teachers' Union", "other", id="union of teachers"),
        pytest.param("Kolmar Ravens", "sports", id="team"),
        pytest.param("FC Talbruck", "sports", id="club by its first letters"),
        pytest.param("Radio Ravensmoor", "media", id="radio"),
        pytest.param("Kolmar Expeditionary Force", "military", id="force"),
        pytest.param("Kolmar Fire Brigade", "government", id="no brigade of soldiers"),
        pytest.param("Bank of Kolmar", "company", id="bank"),
        pytest.param("House Intelligence Committee", "government", id="committee of the house"),
        pytest.param("Fithorn House", "other", id="house of another kind"),
        pytest.param("Bank of England", "government", id="central bank"),
        pytest.param("Max Planck Institute for Glass", "other", id="institute"),
    ],
)
def test_kind_by_words(name: str, kind: str) -> None:
    assert organization_type(name) == kind
