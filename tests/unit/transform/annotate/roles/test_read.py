import pytest

from pipelines.transform.annotate.names.find import find_names
from pipelines.transform.annotate.people.read import read_people
from pipelines.transform.annotate.spans import RoleSpan
from tests.conftest import Parse


def roles_in(parse: Parse, text: str) -> list[tuple[str, RoleSpan]]:
    """Roles with the name of the person they are of."""
    article = parse(text)
    names = find_names(article)
    people = read_people(article, names, [])
    return [(people.people[role.local_person].person_name, role) for role in people.roles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Maria Lopez, the mayor of Springfield, said no.", ["the mayor of Springfield"], id="apposition"),
        pytest.param("Maria Lopez, 54, the mayor of Springfield, said no.", ["the mayor of Springfield"], id="age"),
        pytest.param(
            "Maria Lopez, head of research at the bank, left early.", ["head of research at the bank"], id="no article"
        ),
        pytest.param("Maria Lopez — a former judge — stayed.", ["a former judge"], id="dashes"),
        pytest.param(
            "Sergei Belov, a blunt, Oslo-based analyst, disagreed.", ["a blunt, Oslo-based analyst"], id="adjectives"
        ),
        pytest.param(
            "Peter Novak, a retired colonel who serves as deputy head of the council, fired back.",
            ["a retired colonel", "deputy head of the council"],
            id="relative clause in apposition",
        ),
        pytest.param(
            "Maria Lopez is the best player we have seen, he said.", ["the best player"], id="clause without who"
        ),
        pytest.param("Maria Lopez, a candidate in the 2031 vote, left.", ["a candidate"], id="date in what follows"),
        pytest.param(
            "Peter Novak, a Lyon lawyer representing Maria Lopez, left.",
            ["a Lyon lawyer representing Maria Lopez"],
            id="participle before a name",
        ),
        pytest.param(
            "According to Ostia's first selectman, Peter Novak, ten died.",
            ["Ostia's first selectman"],
            id="behind a preposition",
        ),
        pytest.param(
            "The head of the dockers (NUR), Peter Novak, left.",
            ["The head of the dockers"],
            id="brackets before a name",
        ),
        pytest.param(
            "Maria Lopez, a close friend of Mrs. Novak, left.", ["a close friend of Mrs. Novak"], id="form of address"
        ),
        pytest.param(
            "He met with his Polish counterpart, Maria Lopez.", ["his Polish counterpart"], id="whose equal somebody is"
        ),
        pytest.param(
            "Amateur pilot and systems engineer Peter Novak left.",
            ["Amateur pilot and systems engineer"],
            id="two trades",
        ),
        pytest.param(
            "Civil and mechanical engineering professor Peter Novak left.",
            ["Civil and mechanical engineering professor"],
            id="two adjectives",
        ),
        pytest.param(
            "The University of Ostia professor Dr. Peter Novak left.",
            ["University of Ostia professor"],
            id="organization with of before a title",
        ),
        pytest.param("It gave her a lead over Peter Novak, a narrower one in the state would hurt.", [], id="subject"),
        pytest.param("She lost to Peter Novak for the Reform Party nomination.", [], id="organization tells of a noun"),
        pytest.param("They met with Peter Novak, the Reform Party, and others.", [], id="organization in a list"),
        pytest.param("Acting Interior Minister Peter Novak left.", ["Acting Interior Minister"], id="acting office"),
        pytest.param("Peter Novak was named acting mayor in May.", ["acting mayor"], id="named to an acting office"),
        pytest.param(
            "A spokesman for Maria Lopez, Peter Novak, denied it.",
            ["A spokesman for Maria Lopez"],
            id="role that ends in another's name",
        ),
        pytest.param("Deputy Foreign Minister Peter Novak left.", ["Deputy Foreign Minister"], id="title"),
        pytest.param("They met Secretary of State Peter Novak.", ["Secretary of State"], id="title with of"),
        pytest.param("Founder and chairman Peter Novak left.", ["Founder and chairman"], id="two titles"),
        pytest.param("The bank's co-founder Peter Novak left.", ["bank's co-founder"], id="possessive before title"),
        pytest.param("His spokesman, Peter Novak, left.", ["His spokesman"], id="name in apposition"),
        pytest.param("The king appointed Maria Lopez as minister.", ["minister"], id="appointed"),
        pytest.param(
            "In March an actuary in Oslo, Peter Novak, noticed it.", ["an actuary in Oslo"], id="phrase before the name"
        ),
        pytest.param(
            "Its chairman, retired Gen. Peter Novak, left.", ["Its chairman", "retired Gen."], id="two before the name"
        ),
        pytest.param(
            "Peter Novak, a welder in Dayton, Ohio, left.", ["a welder in Dayton, Ohio"], id="comma in a place"
        ),
        pytest.param("Peter Novak left. He is the mayor of Ostia.", ["the mayor of Ostia"], id="pronoun"),
        pytest.param("Peter Novak is the head of the library.", ["the head of the library"], id="copula"),
        pytest.param("Peter Novak became prime minister in 2010.", ["prime minister"], id="became, without the year"),
        pytest.param("Peter Novak was appointed as minister of justice.", ["minister of justice"], id="passive"),
        pytest.param("Peter Novak, who heads the library, left.", ["who heads the library"], id="who heads"),
        pytest.param(
            "Peter Novak, an adviser to Maria Lopez and President Lars Holm, left.",
            ["an adviser to Maria Lopez and President Lars Holm", "President"],
            id="two people within a role",
        ),
        pytest.param("Maria Lopez was a co-inventor of the code.", ["a co-inventor of the code"], id="hyphen"),
        pytest.param("Maria Lopez was a candidate last spring.", ["a candidate"], id="date right behind"),
        pytest.param("Maria Lopez is a candidate to lead the party.", ["a candidate"], id="infinitive behind"),
        pytest.param("Maria Lopez was a victim of fraud shortly before.", ["a victim of fraud"], id="adverb behind"),
        pytest.param("Maria Lopez, the hacker known as Zorvo, left.", ["the hacker"], id="participle behind"),
        pytest.param("They met Secretary of Justice Maria Lopez.", ["Secretary of Justice"], id="title of justice"),
        pytest.param("The one left was an envoy - Senator Maria Lopez.", ["Senator"], id="dash before a title"),
    ],
)
def test_role_is_read(parse: Parse, text: str, expected: list[str]) -> None:
    assert [role.role_text for _, role in roles_in(parse, text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Peter Novak, a day after the vote, left.", id="time"),
        pytest.param("Peter Novak was not the owner.", id="negation"),
        pytest.param("Peter Novak could be the next mayor.", id="possibility"),
        pytest.param("If Peter Novak is the mayor, they lose.", id="condition"),
        pytest.param("Peter Novak joined the Larch Hill Foundation.", id="what somebody did"),
        pytest.param("Peter Novak is a good person.", id="person"),
        pytest.param("They praised Peter Novak, the complexity of the task, and the crew.", id="quality"),
        pytest.param("They praised Peter Novak, the self-proclaimed “king”, and left.", id="participle alone"),
        pytest.param("Peter Novak, Maria Lopez and Lars Holm left.", id="list of names"),
        pytest.param("Peter Novak runs a risk.", id="verb of many meanings"),
        pytest.param("Peter Novak (no relation) left.", id="quantifier"),
        pytest.param("When they met the mayor, Peter Novak left.", id="end of a clause before the name"),
        pytest.param("In memory of Peter Novak, the board voted.", id="subject after the name"),
        pytest.param("Peter Novak, St. Anne's Church", id="address"),
        pytest.param("Mr. Peter Novak left.", id="form of address"),
        pytest.param("On Monday Peter Novak left.", id="day before the name"),
    ],
)
def test_no_role_is_read(parse: Parse, text: str) -> None:
    assert roles_in(parse, text) == []


@pytest.mark.parametrize(
    ("text", "role_text", "organization"),
    [
        pytest.param(
            "“Yes,” said Peter Novak of the Harbour Research Institute in London.",
            "of the Harbour Research Institute",
            "Harbour Research Institute",
            id="affiliation",
        ),
        pytest.param(
            "“Yes,” said Maria Lopez, who leads Friends of the Port.",
            "who leads Friends of the Port",
            "Friends of the Port",
            id="organization in the plural",
        ),
        pytest.param(
            "Maria Lopez, a lawyer at Halvorsen Shipping Ltd., left.",
            "a lawyer at Halvorsen Shipping Ltd.",
            "Halvorsen Shipping Ltd.",
            id="place of work",
        ),
    ],
)
def test_organization_of_role(parse: Parse, text: str, role_text: str, organization: str) -> None:
    ((_, role),) = roles_in(parse, text)

    assert role.role_text == role_text
    assert role.organization is not None
    assert text[role.organization.start : role.organization.end].removeprefix("the ") == organization


def test_title_of_the_next_name_is_not_the_role_of_the_one_before(parse: Parse) -> None:
    found = roles_in(parse, "They met Maria Lopez, President Peter Novak and the press.")

    assert [(name, role.role_text) for name, role in found] == [("Peter Novak", "President")]


def test_a_title_in_a_headline_ends_at_the_verb_before_it(parse: Parse) -> None:
    found = roles_in(parse, "Maria Lopez Praises Harbor Police Chief Peter Novak\nThey met on Friday.")

    assert [(name, role.role_text) for name, role in found] == [("Peter Novak", "Harbor Police Chief")]


def test_a_role_ends_before_another_person(parse: Parse) -> None:
    found = roles_in(parse, "Aides to Peter Novak, chief of staff and Deputy Chief of Staff Maria Lopez left.")

    assert ("Peter Novak", "chief of staff") in [(name, role.role_text) for name, role in found]
