import pytest

from pipelines.transform.annotate.places.usage import usage_country


@pytest.mark.parametrize(
    ("text", "country"),
    [
        pytest.param("The sheriff asked county commissioners for two more deputies.", "US", id="American offices"),
        pytest.param("The councillor said the borough would save £40,000.", "GB", id="British offices and money"),
        pytest.param("Gardaí were called and the Taoiseach was told.", "IE", id="Irish offices"),
        pytest.param("The cost was given as 40 lakh or half a crore rupees.", "IN", id="Indian numbers"),
        pytest.param("It rained all day.", None, id="no telling word"),
        pytest.param("The sheriff rested.", None, id="one word alone tells nothing"),
    ],
)
def test_words_tell_where_an_article_was_written(text: str, country: str | None) -> None:
    assert usage_country(text) == country
