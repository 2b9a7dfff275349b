import pytest

from pipelines.transform.annotate.names.find import find_names
from tests.conftest import Parse


def people_of(text: str, parse: Parse) -> list[str]:
    return [text[name.span.start : name.span.end] for name in find_names(parse(text)) if name.label == "person"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("Sen. Zorvath voted no.", ["Zorvath"], id="title"),
        pytest.param("Both President Halvorsen and the queen left.", ["Halvorsen"], id="words before a title"),
        pytest.param("Ines Halvorsen’s plan failed.", ["Ines Halvorsen"], id="possessive"),
        pytest.param("Pieter van der Velde won.", ["Pieter van der Velde"], id="particles"),
        pytest.param("Jean-Claude Moreau-Petit won.", ["Jean-Claude Moreau-Petit"], id="hyphens"),
        pytest.param("Walter Quill, Jr., won.", ["Walter Quill, Jr."], id="suffix"),
        pytest.param("Walter Quill Sr., his father, kept it.", ["Walter Quill Sr."], id="suffix parted from its stop"),
        pytest.param("Walter Quill KC, her lawyer, won.", ["Walter Quill"], id="letters behind the name"),
        pytest.param("Park Ji-won told reporters that it was late.", ["Park Ji-won"], id="Korean"),
        pytest.param("J.R. Stroud wrote the song.", ["J.R. Stroud"], id="initials"),
        pytest.param("Sheriff Walter “Bud” Quillow said so.", ["Walter “Bud” Quillow"], id="nickname in marks"),
        pytest.param("Henri Marchand d'Estrel won.", ["Henri Marchand d'Estrel"], id="elided particle"),
        pytest.param("Coroner Sarah Halvorsen said so.", ["Sarah Halvorsen"], id="office"),
        pytest.param("The senator of Vermont Sarah Halvorsen said so.", ["Sarah Halvorsen"], id="place of an office"),
    ],
)  # fmt: skip
def test_names_are_cut_to_the_name(parse: Parse, text: str, people: list[str]) -> None:
    assert people_of(text, parse) == people


def test_a_surname_is_found_again(parse: Parse) -> None:
    text = (
        "Ines Zorvath Resigns After Vote\nIns Zorvath, the mayor, resigned. Ines Zorvath had lost a vote. Zorvath wept."
    )

    assert people_of(text, parse).count("Zorvath") >= 1


@pytest.mark.parametrize(
    ("text", "surname"),
    [
        pytest.param("Ines Zorvath-Reed won. Later Zorvath-Reed wept.", "Zorvath-Reed", id="hyphenated"),
        pytest.param("Pieter van der Velde won. Later van der Velde wept.", "van der Velde", id="particles"),
        pytest.param("Pieter van der Velde won. Van der Velde wept.", "Van der Velde", id="particles at the beginning"),
        pytest.param("Alma Riquelme Soto won. Riquelme wept.", "Riquelme", id="first of two"),
    ],
)
def test_surnames_of_several_words_are_found_again(parse: Parse, text: str, surname: str) -> None:
    assert surname in people_of(text, parse)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The MV Arctic Halvorsen ran aground.", id="ship"),
        pytest.param("He deleted his account on Twitter.", id="product"),
        pytest.param("The Halvorsens sold the house.", id="family"),
        pytest.param("The plant stands in the Gorlitz and Bautzen districts.", id="districts"),
        pytest.param("The fire began in Orel.", id="place after in"),
        pytest.param("He bought it from HarborWatch last year.", id="capital within a word"),
        pytest.param("They live in the 2400 block of Jay Lane.", id="street"),
        pytest.param("Hurricane Lorenzo weakened. Lorenzo moved north.", id="storm"),
        pytest.param("The Harlow Gala Prize went to nobody.", id="prize"),
        pytest.param("Ferry stays in port, and nobody knows why.", id="capital for its place alone"),
        pytest.param("Niger said it would send soldiers.", id="country that speaks"),
        pytest.param("Abu Dhabi said it had sent no bill.", id="city of two words that speaks"),
    ],
)
def test_other_names_are_no_people(parse: Parse, text: str) -> None:
    assert people_of(text, parse) == []
