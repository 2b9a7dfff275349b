import pytest

from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import said


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        pytest.param(
            "“The old lock is a disgrace to the town,” he said. But “the new bridge makes up for it all.”",
            ["The old lock is a disgrace to the town,", "the new bridge makes up for it all."],
            id="conjunction",
        ),
        pytest.param(
            "“The old lock is a disgrace,” he wrote on Monday. Indeed, “it should have been closed years ago.”",
            ["The old lock is a disgrace,", "it should have been closed years ago."],
            id="adverb",
        ),
    ],
)
def test_speech_goes_on_behind_a_link(parse: Parse, text: str, pieces: list[str]) -> None:
    assert said(parse(text)) == [("he", pieces)]


def test_reported_sentence_goes_on_up_to_its_marks(parse: Parse) -> None:
    article = parse("Holm said that the pier was old, but that nobody “has ever been hurt on it in any way.”")
    assert said(article) == [
        ("Holm", ["that the pier was old, but that nobody “has ever been hurt on it in any way.”"])
    ]


def test_title_beside_the_attribution_is_not_said(parse: Parse) -> None:
    article = parse("“The pier will be mended by the spring,” Holm said on Channel Nine's “Good Morning to the Coast.”")
    assert said(article) == [("Holm", ["The pier will be mended by the spring,"])]


def test_main_clause_behind_a_reporting_one_is_not_said(parse: Parse) -> None:
    article = parse("After he had said that it was safe, Holm was “carried out of the hall by two guards.”")
    assert [content for _, content in said(article)] == [["that it was safe"]]
