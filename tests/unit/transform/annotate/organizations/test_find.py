import pytest

from pipelines.transform.annotate.names.find import find_names
from tests.conftest import Parse


def organizations_in(text: str, parse: Parse) -> list[str]:
    names = find_names(parse(text))
    return [text[name.span.start : name.span.end] for name in names if name.label == "organization"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Medics of Doctors Without Borders and Human Rights Watch were there.",
            ["Doctors Without Borders", "Human Rights Watch"],
            id="known names",
        ),
        pytest.param("Lidl and Tesco opened shops.", ["Lidl", "Tesco"], id="known firms"),
        pytest.param(
            "It was advised by Larkhill Partners LLP and Stormont Bank plc.",
            ["Larkhill Partners LLP", "Stormont Bank plc"],
            id="two with legal forms",
        ),
        pytest.param(
            "The University of Ravensmoor and Ravensmoor Community College offered rooms.",
            ["University of Ravensmoor", "Ravensmoor Community College"],
            id="two with head words",
        ),
        pytest.param(
            "The Department of Health and Human Services objected.",
            ["Department of Health and Human Services"],
            id="one with an and",
        ),
        pytest.param("The bid of the Danish firm Fjordlys A/S. failed.", ["Fjordlys A/S"], id="stop of the sentence"),
        pytest.param("RUSI’s Nora Falk was cautious.", ["RUSI"], id="acronym that owns a person"),
        pytest.param("Reporters met at the White House.", ["White House"], id="metonym as a place"),
        pytest.param("Ada Voss, a nurse at Orvane Health Watch, resigned.", ["Orvane Health Watch"], id="staff"),
        pytest.param("She told the state news agency KLN that all was well.", ["KLN"], id="kind with its own kinds"),
        pytest.param("According to the Daily Kestrel, prices rose.", ["Daily Kestrel"], id="newspaper that tells"),
        pytest.param("Gavrin Dynamics, a consulting firm, left.", ["Gavrin Dynamics"], id="apposition"),
        pytest.param(
            "It was led by the National Institute of Allergy and Infectious Diseases.",
            ["National Institute of Allergy and Infectious Diseases"],
            id="two subjects",
        ),
        pytest.param(
            "The District Court for the Western District of Virginia ruled.",
            ["District Court for the Western District of Virginia"],
            id="district of a court",
        ),
        pytest.param("An ABC News-Washington Post poll came out.", ["ABC News", "Washington Post"], id="joint poll"),
        pytest.param("Whitehall said no, and Zhongnanhai kept silent.", ["Whitehall", "Zhongnanhai"], id="metonyms"),
        pytest.param(
            "The Great Hall of the People announced a vote.", ["Great Hall of the People"], id="seat that acts"
        ),
        pytest.param("The EU has banned exports.", ["EU"], id="bloc behind an article"),
        pytest.param("He ate at McDonald’s.", ["McDonald’s"], id="possessive of the name"),
        pytest.param("She led the Republican Senate majority.", ["Senate"], id="members of a chamber"),
        pytest.param(
            "Marlow Rovers beat Eastport United 2-1 on Saturday.", ["Marlow Rovers", "Eastport United"], id="match"
        ),
        pytest.param(
            "Eastport United lost 3-0 to Marlow Rovers on Sunday.", ["Eastport United", "Marlow Rovers"], id="defeat"
        ),
        pytest.param("Marlow Rovers drew 1-1 with Eastport United.", ["Marlow Rovers", "Eastport United"], id="draw"),
        pytest.param(
            "The Tarn Bay Herons edged the Ostler Kings 98-95 at home.",
            ["Tarn Bay Herons", "Ostler Kings"],
            id="close match",
        ),
        pytest.param("Ada was arrested by Huntsville Police Lt. Ada Voss.", ["Huntsville Police"], id="rank behind"),
    ],
)
def test_names_of_organizations(parse: Parse, text: str, expected: list[str]) -> None:
    assert organizations_in(text, parse) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She was born in American Samoa and moved to Surigao del Sur, Philippines.", id="places"),
        pytest.param("Settlers moved into the West Bank.", id="place with a head word"),
        pytest.param("Two American Samoans sued.", id="people of a place"),
        pytest.param("Tropical Storm Odalys weakened.", id="storm"),
        pytest.param("He won the Nemmer Prize in Mathematics.", id="prize"),
        pytest.param("Police looked for a gray Dodge Magnum.", id="car"),
        pytest.param("((KG)) When did you begin?", id="initials in an interview"),
        pytest.param("The game ran on Voxelheim Pro and Quillstack. Voxelheim Pro is small.", id="programs"),
        pytest.param("The fair was held at the Mesquite Convention Center.", id="site"),
        pytest.param("Ada Whitehall left. Whitehall said she was tired.", id="surname like a metonym"),
        pytest.param("They met in the Great Hall of the People.", id="seat as a building"),
        pytest.param("He fished on the Amazon.", id="river"),
        pytest.param("She takes a daily Aspirin.", id="pill"),
        pytest.param("Ada Voss beat Nora Lind 6-4 in Ostend.", id="people who play"),
        pytest.param("New York beat Los Angeles 3-2 on Sunday.", id="towns that play"),
        pytest.param("Eastport Valley voted 3-2 for the Larkin Amendment.", id="vote"),
        pytest.param("It is about FGM [female genital mutilation]. She wrote on FGM and against FGM.", id="no body"),
    ],
)
def test_other_names(parse: Parse, text: str) -> None:
    assert organizations_in(text, parse) == []
