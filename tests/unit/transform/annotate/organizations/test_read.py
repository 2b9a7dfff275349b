import pytest

from pipelines.transform.annotate.names.find import find_names
from pipelines.transform.annotate.organizations.read import read_organizations
from tests.conftest import Parse


def organizations_of(text: str, parse: Parse) -> list[tuple[str, str, list[str]]]:
    """Name, type and mentions of each organization of a text."""
    article = parse(text)
    reading = read_organizations(article, find_names(article))
    return [
        (
            organization.organization_name,
            organization.organization_type,
            [
                text[mention.span.start : mention.span.end]
                for mention in reading.mentions
                if mention.local_organization == number
            ],
        )
        for number, organization in enumerate(reading.organizations)
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param("The Ministry of Fisheries refused.", "Ministry of Fisheries", "government", id="ministry"),
        pytest.param("Halvorsen Shipping Ltd. lost it.", "Halvorsen Shipping Ltd.", "company", id="legal form"),
        pytest.param("The University of Kessel closed.", "University of Kessel", "university", id="university"),
        pytest.param("The Liberal Democratic Party won in the north.", "Liberal Democratic Party", "party", id="party"),
        pytest.param("The Kremlin rejected the offer.", "Kremlin", "government", id="metonym"),
        pytest.param("The Danish company Floe Minerals closed.", "Floe Minerals", "company", id="after its kind"),
        pytest.param("The Lisbon-based Waterkring NV paid.", "Waterkring NV", "company", id="foreign legal form"),
        pytest.param("She led Bakers Local 118.", "Bakers Local 118", "other", id="local of a union"),
        pytest.param("Orlov’s Security Council met twice.", "Security Council", "government", id="possessor left out"),
        pytest.param("The Council on Tides met.", "Council on Tides", "other", id="council on a subject"),
        pytest.param("The 2nd Armored Division left.", "2nd Armored Division", "military", id="numbered division"),
        pytest.param("The Division of Forestry sued.", "Division of Forestry", "government", id="division"),
        pytest.param("The European Union agreed to pay.", "European Union", "bloc", id="bloc"),
    ],
)  # fmt: skip
def test_name_and_type(parse: Parse, text: str, name: str, kind: str) -> None:
    assert [(found, of_type) for found, of_type, _ in organizations_of(text, parse)] == [(name, kind)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param(
            "The Harbour Safety Board (HSB) opened an inquiry. The HSB will report in May.",
            ["Harbour Safety Board", "HSB", "HSB"],
            id="acronym explained",
        ),
        pytest.param(
            "Halvorsen Shipping Ltd. lost a ship. Halvorsen Shipping declined to comment.",
            ["Halvorsen Shipping Ltd.", "Halvorsen Shipping"],
            id="short form",
        ),
        pytest.param(
            "The code was written by Lumenhart Systems. Lumenhart has said it will wait.",
            ["Lumenhart Systems", "Lumenhart"],
            id="first word",
        ),
        pytest.param(
            "Reporters Without Borders (RSF) protested. Later RSF wrote to the court.",
            ["Reporters Without Borders", "RSF", "RSF"],
            id="acronym of the name in its own language",
        ),
    ],
)
def test_short_names_are_tied_to_full_ones(parse: Parse, text: str, mentions: list[str]) -> None:
    assert [found for _, _, found in organizations_of(text, parse)] == [mentions]


def test_a_chamber_is_none_of_its_committees(parse: Parse) -> None:
    text = "The House Fisheries Committee met. Then the House voted."

    assert [name for name, _, _ in organizations_of(text, parse)] == ["House Fisheries Committee", "House"]


def test_two_ministries_stay_two(parse: Parse) -> None:
    text = "The Ministry of Health objected. The Ministry of Finance did not."

    assert [name for name, _, _ in organizations_of(text, parse)] == ["Ministry of Health", "Ministry of Finance"]
