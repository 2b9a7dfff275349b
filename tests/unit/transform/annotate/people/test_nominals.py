import pytest

from tests.conftest import Parse
from tests.unit.transform.annotate.people.reading import others_of


@pytest.mark.parametrize(
    ("text", "nominals"),
    [
        pytest.param(
            "Mayor Ines Halvorsen opened the bridge. The mayor cut a ribbon.",
            [("The mayor", "Ines Halvorsen")],
            id="title before the name",
        ),
        pytest.param(
            "Ines Halvorsen, a surgeon from Bergen, testified. The surgeon spoke for an hour.",
            [("The surgeon", "Ines Halvorsen")],
            id="apposition",
        ),
        pytest.param(
            "Ines Halvorsen, 54, was arrested. The 54-year-old denies the charge.",
            [("The 54-year-old", "Ines Halvorsen")],
            id="age",
        ),
        pytest.param(
            "Ines Halvorsen was arrested. The 54-year-old denies the charge.",
            [("The 54-year-old", "Ines Halvorsen")],
            id="age of the only one named before",
        ),
        pytest.param(
            "Ines Halvorsen met Walter Quill. The 54-year-old was late.",
            [],
            id="age of one of two named before",
        ),
        pytest.param(
            "Sen. Margaret Oakes met Sen. Walter Quill. The senator from the north was late.",
            [],
            id="two of one role",
        ),
        pytest.param(
            "Deputy mayor Ines Halvorsen spoke. The mayor was abroad.",
            [],
            id="another office",
        ),
    ],
)  # fmt: skip
def test_whom_a_noun_means(parse: Parse, text: str, nominals: list[tuple[str, str]]) -> None:
    assert others_of(text, parse) == nominals
