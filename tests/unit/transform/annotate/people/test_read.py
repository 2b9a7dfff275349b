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
            "Donald J. Trump spoke. Mr. Trump was late. His son, Donald Trump Jr., left. Trump Jr. was tired.",
            {"Donald J. Trump": ["Donald J. Trump", "Trump"], "Donald Trump Jr.": ["Donald Trump Jr.", "Trump Jr."]},
            id="father and son",
        ),
        pytest.param(
            "President Donald Trump left. His adviser is Ivanka Trump. Trump took to Twitter.",
            {"Donald Trump": ["Donald Trump", "Trump"], "Ivanka Trump": ["Ivanka Trump"]},
            id="surname that all news knows",
        ),
        pytest.param(
            "Mark Danvers spoke. His father, Mark Danvers Sr., wept. Mark Danvers had lost.",
            {"Mark Danvers": ["Mark Danvers", "Mark Danvers"], "Mark Danvers Sr.": ["Mark Danvers Sr."]},
            id="father with a suffix",
        ),
        pytest.param(
            "Mark Danvers, 15, was ill. Mrs. Danvers said that Mark was brave.",
            {"Mark Danvers": ["Mark Danvers", "Mark"], "Danvers": ["Danvers"]},
            id="mother of the only one named in full",
        ),
        pytest.param(
            "The visitor, Volodymyr Zelensky, smiled. Zelensky left. Russian papers print Volodymyr Zelenskiy.",
            {"Volodymyr Zelenskiy": ["Volodymyr Zelensky", "Zelensky", "Volodymyr Zelenskiy"]},
            id="two spellings",
        ),
        pytest.param(
            "Pope Adrian rested. The nurse Adrian Quill said he was well. Adrian smiled.",
            {"Adrian": ["Adrian", "Adrian"], "Adrian Quill": ["Adrian Quill"]},
            id="pope and a namesake",
        ),
        pytest.param(
            "Nora Reilly left the house to Maeve Reilly, a judge, and to Sinead Reilly. Judge Reilly wept.",
            {
                "Nora Reilly": ["Nora Reilly"],
                "Maeve Reilly": ["Maeve Reilly", "Reilly"],
                "Sinead Reilly": ["Sinead Reilly"],
            },
            id="two of one surname told apart by office",
        ),
        pytest.param(
            "Bo Lindgard died at 80. It was confirmed by his daughter Netta Lindgard. Lindgard was a drummer.",
            {"Bo Lindgard": ["Bo Lindgard", "Lindgard"], "Netta Lindgard": ["Netta Lindgard"]},
            id="surname of somebody whose relative is named",
        ),
        pytest.param(
            "Erika Halvorsen, the widow of Karl Halvorsen, spoke. Halvorsen wept.",
            {"Erika Halvorsen": ["Erika Halvorsen", "Halvorsen"], "Karl Halvorsen": ["Karl Halvorsen"]},
            id="surname of a widow",
        ),
        pytest.param(
            "Alma Rivera won. The honourable Alma T. Rivera Saltón left. Rivera Saltón wept. Rivera smiled.",
            {
                "Alma T. Rivera Saltón": ["Alma Rivera", "Alma T. Rivera Saltón", "Rivera Saltón", "Rivera"],
            },
            id="second surname left out",
        ),
        pytest.param(
            "Marcel Brandt, a hacker known as Zorvath Lehl, spoke. Zorvath Lehl wept.",
            {"Marcel Brandt": ["Marcel Brandt", "Zorvath Lehl", "Zorvath Lehl"]},
            id="alias",
        ),
        pytest.param(
            "Ines Brandt was born Ines Maria Halvorsen. Brandt wept.",
            {"Ines Brandt": ["Ines Brandt", "Ines Maria Halvorsen", "Brandt"]},
            id="name at birth",
        ),
        pytest.param(
            "Ines Brandt, nicknamed the “Maria Tanner of Oslo”, wept.",
            {"Ines Brandt": ["Ines Brandt"], "Maria Tanner": ["Maria Tanner"]},
            id="likened to somebody",
        ),
        pytest.param(
            "The author Sally Wasef wrote it. Dr. Wasif smiled.",
            {"Sally Wasef": ["Sally Wasef", "Wasif"]},
            id="another vowel",
        ),
        pytest.param(
            "Omar al-Rashidi came. Rashidi smiled. Al-Rashidi left.",
            {"Omar al-Rashidi": ["Omar al-Rashidi", "Rashidi", "Al-Rashidi"]},
            id="article of a surname left out",
        ),
        pytest.param(
            "Prince Malik bin Talal came. Prince Malik smiled.",
            {"Malik bin Talal": ["Malik bin Talal", "Malik"]},
            id="prince by his full name",
        ),
        pytest.param(
            "A couple, Richard and Lisa Halvorsen, watched. Richard wept. Lisa left.",
            {"Richard Halvorsen": ["Richard", "Richard"], "Lisa Halvorsen": ["Lisa Halvorsen", "Lisa"]},
            id="one surname for two",
        ),
        pytest.param(
            "Prince Richard came. Richard and Lisa Halvorsen left.",
            {"Richard": ["Richard", "Richard"], "Lisa Halvorsen": ["Lisa Halvorsen"]},
            id="somebody known by a given name, beside a full name",
        ),
        pytest.param(
            "Vladimir Putin smiled. President Putin and Lisa Halvorsen left.",
            {"Vladimir Putin": ["Vladimir Putin", "Putin"], "Lisa Halvorsen": ["Lisa Halvorsen"]},
            id="a surname beside a full name",
        ),
        pytest.param(
            "The spokeswoman Lin Xiaomei declined to comment. Lin said no more.",
            {"Lin Xiaomei": ["Lin Xiaomei", "Lin"]},
            id="Chinese",
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
        pytest.param("Her husband, Odd Lowell, testified.", "male", id="relative"),
        pytest.param("To see his mother, Chris Lowell came by train.", "male", id="relative in another clause"),
        pytest.param("Chris Lowell and his mother came.", "male", id="relative beside the name"),
        pytest.param("Chris Lowell testified.", None, id="name of both"),
    ],
)
def test_gender(parse: Parse, text: str, gender: str | None) -> None:
    assert [person.gender for person in reading_of(text, parse).people] == [gender]


def test_every_link_has_method_and_confidence(parse: Parse) -> None:
    text = "Ines Halvorsen, the mayor, said: “I will stay.” She left, and the mayor's aide wept."

    for mention in reading_of(text, parse).mentions:
        assert (mention.local_person is None) == (mention.confidence is None) == (mention.method is None)


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        pytest.param("Her sister Zoe wept.", "Zoe", None, id="given name"),
        pytest.param("Mr. Thomas wept.", None, "Thomas", id="surname after a title"),
        pytest.param("Pope Clement wept.", "Clement", None, id="pope"),
        pytest.param("Putin wept.", None, "Putin", id="surname"),
    ],
)
def test_what_a_name_alone_is(parse: Parse, text: str, given: str | None, family: str | None) -> None:
    (person,) = reading_of(text, parse).people

    assert (person.given_name, person.family_name) == (given, family)


def test_a_name_within_a_name_is_its_persons_but_no_pronoun_is_tied_to_it(parse: Parse) -> None:
    text = (
        "Ines Brandt spoke. She praised the Walter Tanner Foundation. He was a good man, Brandt said of Walter Tanner."
    )
    reading = reading_of(text, parse)
    methods = [mention.method for mention in reading.mentions if mention.mention_type == "name"]
    pronouns = [mention.local_person for mention in reading.mentions if mention.mention_type == "pronoun"]

    assert names_of(text, parse) == {
        "Ines Brandt": ["Ines Brandt", "Brandt"],
        "Walter Tanner": ["Walter Tanner", "Walter Tanner"],
    }
    assert methods == ["full name", "name within a name", "name alone", "full name"]
    assert pronouns[0] == 0
    assert pronouns[1] is None


def test_a_surname_alone_means_no_one_after_whom_something_is_called(parse: Parse) -> None:
    text = "Pupils of the Cora Brandt School sang. Ines Brandt sang too. Brandt wept."

    assert names_of(text, parse) == {"Cora Brandt": ["Cora Brandt"], "Ines Brandt": ["Ines Brandt", "Brandt"]}
