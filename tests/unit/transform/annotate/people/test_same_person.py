import pytest

from pipelines.transform.annotate.people.printed_names import take_apart
from pipelines.transform.annotate.people.same_person import can_be_same, is_misspelt


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param("Ines Halvorsen", "Halvorsen", True, id="surname"),
        pytest.param("Ines Halvorsen", "Ines", True, id="given name"),
        pytest.param("Ines Halvorsen", "I. Halvorsen", True, id="initial"),
        pytest.param("Ines Halvorsen", "Ines K. Halvorsen", True, id="middle initial"),
        pytest.param("William Okoro", "Bill Okoro", True, id="nickname"),
        pytest.param("Óscar Peñaloza", "Oscar Penaloza", True, id="diacritics"),
        pytest.param("Ines Halvorsen", "Ines Halvorssen", True, id="letter doubled"),
        pytest.param("Ines Halvorsen", "Ines Havlorsen", True, id="letters swapped"),
        pytest.param("Ines Halvorsen", "Peter Halvorsen", False, id="other given name"),
        pytest.param("Walter J. Quill", "Walter P. Quill", False, id="other middle initial"),
        pytest.param("Walter Quill Jr.", "Walter Quill Sr.", False, id="father and son"),
        pytest.param("Walter Quill Jr.", "Walter Quill", True, id="suffix dropped"),
        pytest.param("Walter Quill Jr.", "Walter J. Quill", False, id="middle initial for the suffix"),
        pytest.param("Walter Putin Jr.", "Walter Putin", False, id="suffix, and a surname that everybody knows"),
        pytest.param("Walter R. Biden Jr.", "Biden", True, id="suffix of the one whom everybody knows"),
        pytest.param("Walter Quill Jr.", "Quill Jr.", True, id="surname with suffix"),
        pytest.param("Walter Quill Sr.", "Quill Jr.", False, id="surname with another suffix"),
        pytest.param("Leo XIII", "Leo XIV", False, id="rulers by number"),
        pytest.param("Leo XIV", "Leo", True, id="ruler without the number"),
        pytest.param("Rosa Cruz Condori", "Cruz", True, id="first of two surnames, a given name as well"),
        pytest.param("Tran Van Minh", "Minh", True, id="Vietnamese by the last name"),
        pytest.param("Marta Olsen", "Marta Olson", False, id="another letter"),
        pytest.param("Marta Halvorsen", "Marta Halversen", True, id="another letter in a long name"),
        pytest.param("Marta Halvorsen", "Berta Halversen", False, id="another letter and given name"),
    ],
)  # fmt: skip
def test_whether_two_names_can_be_one_person(one: str, other: str, same: bool) -> None:
    assert can_be_same(take_apart(one), take_apart(other)) is same
    assert can_be_same(take_apart(other), take_apart(one)) is same


@pytest.mark.parametrize(
    ("lone", "full", "misspelt"),
    [
        pytest.param("Buchtmann", "Lydia Buchtenmann", True, id="two letters of a long name"),
        pytest.param("Quilow", "Ada Quillow", True, id="one letter"),
        pytest.param("Quarlow", "Ada Quillow", False, id="two letters of a short name"),
        pytest.param("Johnston", "Ada Johnson", False, id="a surname of others"),
    ],
)
def test_whether_a_name_alone_is_a_misprint_of_a_surname(lone: str, full: str, misspelt: bool) -> None:
    assert is_misspelt(take_apart(lone), take_apart(full)) is misspelt
