import pytest

from pipelines.transform.annotate.people.printed_names import take_apart


@pytest.mark.parametrize(
    ("text", "given", "family", "suffix"),
    [
        pytest.param("Ines Halvorsen", "Ines", "Halvorsen", None, id="two words"),
        pytest.param("Ines K. Halvorsen", "Ines K.", "Halvorsen", None, id="initial"),
        pytest.param("Pieter van der Velde", "Pieter", "van der Velde", None, id="Dutch particles"),
        pytest.param("Omar al-Rashidi", "Omar", "al-Rashidi", None, id="Arabic article"),
        pytest.param("Walter Quill Jr.", "Walter", "Quill", "Jr.", id="suffix"),
        pytest.param("Walter Quill III", "Walter", "Quill", "III", id="numeral"),
        pytest.param("Park Ji-won", "Ji-won", "Park", None, id="Korean order"),
        pytest.param("Tran Van Minh", "Van Minh", "Tran", None, id="Vietnamese order"),
        pytest.param("Xu Lanfen", "Lanfen", "Xu", None, id="Chinese order"),
        pytest.param("Kim Ostrander", "Kim", "Ostrander", None, id="Kim as a given name"),
        pytest.param("Lee Harvey Stroud", "Lee Harvey", "Stroud", None, id="Lee as a given name"),
        pytest.param("Halvorsen", None, "Halvorsen", None, id="surname alone"),
    ],
)  # fmt: skip
def test_parts_of_a_name(text: str, given: str | None, family: str, suffix: str | None) -> None:
    name = take_apart(text)

    assert (name.given, name.family, name.suffix) == (given, family, suffix)


@pytest.mark.parametrize(
    ("text", "given", "family", "suffix"),
    [
        pytest.param("Li Xiaomei", "Xiaomei", "Li", None, id="Chinese, with a surname that is a given name too"),
        pytest.param("Qin Jiahao", "Jiahao", "Qin", None, id="Chinese"),
        pytest.param("Lin Halvorsen", "Lin", "Halvorsen", None, id="no Chinese syllables"),
        pytest.param("Lin Tanner", "Lin", "Tanner", None, id="known surname"),
        pytest.param("Nguyen Thi Minh Lan", "Thi Minh Lan", "Nguyen", None, id="Vietnamese"),
        pytest.param("Leo XIV", None, "Leo", "XIV", id="number of a ruler"),
        pytest.param("[Ada] Quill", "Ada", "Quill", None, id="given name put in"),
    ],
)
def test_parts_of_names_in_other_orders(text: str, given: str | None, family: str, suffix: str | None) -> None:
    name = take_apart(text)

    assert (name.given, name.family, name.suffix) == (given, family, suffix)
