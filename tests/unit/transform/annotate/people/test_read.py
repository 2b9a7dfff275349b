import pytest

from tests.conftest import Parse
from tests.unit.transform.annotate.people.reading import names_of, reading_of


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param(
            "Ines Halvorsen resigned on Monday. Halvorsen had led the port for years.",
            {"Ines Halvorsen": ["Ines Halvorsen", "Halvorsen"]},
            id="surname tied to the full name",
        ),
        pytest.param(
            "Halvorsen resigns\nThe head of the port, Ines K. Halvorsen, resigned. Ines Halvorsen gave no reason.",
            {"Ines K. Halvorsen": ["Halvorsen", "Ines K. Halvorsen", "Ines Halvorsen"]},
            id="headline before the fullest name",
        ),
        pytest.param(
            "Peter Brandt met Martha Brandt at the court. Mrs. Brandt wept. Mr. Brandt said nothing.",
            {"Peter Brandt": ["Peter Brandt", "Brandt"], "Martha Brandt": ["Martha Brandt", "Brandt"]},
            id="two of one surname told apart by title",
        ),
        pytest.param(
            "Ruth Danvers won the vote. Danvers thanked her staff. Her brother, Mark Danvers, was there. "
            "Danvers promised lower taxes.",
            {"Ruth Danvers": ["Ruth Danvers", "Danvers", "Danvers"], "Mark Danvers": ["Mark Danvers"]},
            id="surname stays with whom it stood for",
        ),
        pytest.param(
            "Mayor Walter Quill said the bridge would open. President Quill, as his friends call him, smiled.",
            {"Walter Quill": ["Walter Quill", "Quill"]},
            id="titles are no part of the name",
        ),
    ],
)  # fmt: skip
def test_who_is_who(parse: Parse, text: str, people: dict[str, list[str]]) -> None:
    assert names_of(text, parse) == people


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        pytest.param("Sen. Margaret Oakes voted against it.", "female", id="given name"),
        pytest.param("The spokeswoman Pat Lowell declined to comment.", "female", id="noun before the name"),
        pytest.param("Mr. Szymborski declined to comment.", "male", id="title"),
        pytest.param("Zabdiel Quorum testified. He wept.", "male", id="pronoun"),
        pytest.param("Chris Lowell testified.", None, id="name of both"),
    ],
)
def test_gender(parse: Parse, text: str, gender: str | None) -> None:
    assert [person.gender for person in reading_of(text, parse).people] == [gender]


def test_every_link_has_method_and_confidence(parse: Parse) -> None:
    text = "Ines Halvorsen, the mayor, said: “I will stay.” She left, and the mayor's aide wept."

    for mention in reading_of(text, parse).mentions:
        assert (mention.local_person is None) == (mention.confidence is None) == (mention.method is None)
