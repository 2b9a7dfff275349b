import pytest

from pipelines.transform.annotate.names.eponyms import find_eponyms
from pipelines.transform.annotate.names.find import find_names
from tests.conftest import Parse


@pytest.mark.parametrize(
    ("text", "people"),
    [
        pytest.param("She works at the Ada Halvorsen Foundation.", ["Ada Halvorsen"], id="foundation"),
        pytest.param("It is kept in the Walter J. Quill Presidential Library.", ["Walter J. Quill"], id="initial"),
        pytest.param("They landed at José Brandt International Airport.", ["José Brandt"], id="airport"),
        pytest.param("Crowds came to the Chang Min Ho Memorial.", ["Chang Min Ho"], id="Asian order"),
        pytest.param("The office closes on Walter Tanner Jr. Day.", ["Walter Tanner Jr."], id="suffix"),
        pytest.param("The Bo and Melinda Tanner Foundation paid.", ["Melinda Tanner"], id="couple"),
        pytest.param("They met at Halvorsen Hall.", [], id="surname alone"),
        pytest.param("He won the Nobel Peace Prize.", [], id="prize for peace"),
        pytest.param("They moved to Ann Arbor University.", [], id="town"),
        pytest.param("She studies at Santa Rosa College.", [], id="saint"),
        pytest.param("The USS Walter Tanner left port.", [], id="ship"),
        pytest.param("They voted for the Walter Tanner Act.", [], id="law"),
    ],
)
def test_people_after_whom_something_is_called(parse: Parse, text: str, people: list[str]) -> None:
    article = parse(text)
    names = find_names(article)
    found = [name.span for name in names if name.label == "person"] + find_eponyms(article, names)

    assert [text[span.start : span.end] for span in found] == people
