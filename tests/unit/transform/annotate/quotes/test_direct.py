import pytest

from tests.conftest import Parse
from tests.unit.transform.annotate.quotes.conftest import said


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param(
            "“This harbour is no place for boats,” Ines Dahl, a diver featured in the film, told The Lund Herald.",
            "Ines Dahl",
            "This harbour is no place for boats,",
            id="behind_a_participle_of_the_apposition",
        ),
        pytest.param(
            "Ida Holm said on Monday, in a letter to a man born in Lund, “The harbour will be busy again.”",
            "Ida Holm",
            "The harbour will be busy again.",
            id="before_a_participle_of_the_setting",
        ),
        pytest.param(
            "Holm blushed.  “With an eye to the winter,” she said.",
            "she",
            "With an eye to the winter,",
            id="behind_two_spaces",
        ),
        pytest.param(
            "“The old lock is a disgrace to the town,” tweeted another.",
            "another",
            "The old lock is a disgrace to the town,",
            id="speaker_is_a_determiner",
        ),
        pytest.param(
            "“We will find out who broke it,” Tulsa police Chief Ida Holm said.",
            "Tulsa police Chief Ida Holm",
            "We will find out who broke it,",
            id="place_taken_for_a_verb",
        ),
    ],
)
def test_verb_of_speech_among_others(parse: Parse, text: str, speaker: str, content: str) -> None:
    assert said(parse(text)) == [(speaker, [content])]


def test_command_that_the_parse_took_for_a_purpose(parse: Parse) -> None:
    article = parse("Holm tells her neighbours at a town meeting to “go to the harbour and count the boats.”")
    assert said(article) == [("Holm", ["to “go to the harbour and count the boats.”"])]
