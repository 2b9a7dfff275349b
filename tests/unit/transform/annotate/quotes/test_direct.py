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


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        pytest.param(
            "“I can name two piers that were mended,” Holm answers.",
            "Holm",
            "I can name two piers that were mended,",
            id="verb_that_the_tagger_took_for_a_noun",
        ),
        pytest.param(
            "“What if the mayor had sung?” the 43-year-old asked in the report.",
            "the 43-year-old",
            "What if the mayor had sung?",
            id="verb_that_the_parse_took_for_a_participle",
        ),
        pytest.param("“It must go.” Holm said on Friday.", "Holm", "It must go.", id="full_stop_for_a_comma"),
        pytest.param("“The docks are busy” Arne Vold responded.", "Arne Vold", "The docks are busy", id="no_sign"),
        pytest.param("“The lock is old,”said Ida Holm.", "Ida Holm", "The lock is old,", id="no_space_behind"),
        pytest.param("Holm said,“Look, it must go.”", "Holm", "Look, it must go.", id="no_space_before"),
        pytest.param("Replied Holm: “It will go.”", "Holm", "It will go.", id="verb_that_opens_the_sentence"),
        pytest.param("“The wall is safe,” Will wrote.", "Will", "The wall is safe,", id="name_taken_for_an_auxiliary"),
        pytest.param("“We will go,” al-Khatib said.", "al-Khatib", "We will go,", id="name_with_a_hyphen"),
    ],
)
def test_verb_that_only_its_place_shows(parse: Parse, text: str, speaker: str, content: str) -> None:
    assert said(parse(text)) == [(speaker, [content])]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "When Moss praised the mayor, Renn fired back: “She can have him,” referring to the vacant post.",
            "Renn",
            id="participle_behind",
        ),
        pytest.param("After Moss mocked the docks, Renn shot back, “She can have him.”", "Renn", id="particle"),
        pytest.param(
            "“In other news,” Renn wrote, “she can have him,” after Moss told of her support.", "Renn", id="setting"
        ),
    ],
)
def test_verb_beside_the_mark_before_others(parse: Parse, text: str, speaker: str) -> None:
    assert [found for found, content in said(parse(text)) if "can have him" in content[-1]] == [speaker]


def test_title_behind_a_noun_is_no_speech(parse: Parse) -> None:
    assert said(parse("The levy was the subject of a book, “Paying for the Wind.”")) == []


def test_noun_behind_marks_is_no_verb(parse: Parse) -> None:
    assert said(parse("“Raising incomes for the poor” and other pocketbook issues.")) == []


def test_attribution_set_into_the_next_sentence_is_its_own(parse: Parse) -> None:
    article = parse("“We let the bully learn.” The harbour, he said, was closed.")
    assert said(article) == [("he", ["The harbour", "was closed"])]


def test_command_that_the_parse_took_for_a_purpose(parse: Parse) -> None:
    article = parse("Holm tells her neighbours at a town meeting to “go to the harbour and count the boats.”")
    assert said(article) == [("Holm", ["to “go to the harbour and count the boats.”"])]
