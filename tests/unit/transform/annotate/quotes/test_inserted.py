import pytest

from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param("The bridge is safe, said Ida Holm, the mayor of Lund.", ["The bridge is safe"], id="apposition"),
        pytest.param("It will open, said Ida Holm, who leads the port.", ["It will open"], id="relative"),
        pytest.param(
            "The bridge, said Ida Holm, will be closed.", ["The bridge", "will be closed"], id="the sentence goes on"
        ),
    ],
)
def test_words_about_the_speaker_are_not_reported(parse: Parse, text: str, content: list[str]) -> None:
    assert said(parse(text)) == [("Ida Holm", content)]
