import pytest

from pipelines.transform.place_names import place_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("The Hague", "Hague", id="article"),
        pytest.param("St. Cloud", "Saint Cloud", id="saint"),
        pytest.param("Fort Worth", "Ft. Worth", id="fort"),
        pytest.param("Baden-Baden", "baden baden", id="hyphen and case"),
        pytest.param("Côte d’Ivoire", "Cote d'Ivoire", id="accents and apostrophes"),
        pytest.param("Łódź", "Lodz", id="letters that do not decompose"),
        pytest.param("U.S.", "US", id="full stops"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert place_key(one) == place_key(other)


def test_names_that_differ_have_different_keys() -> None:
    assert place_key("New Paris") != place_key("Paris")
