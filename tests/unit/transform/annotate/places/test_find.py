import itertools
from collections.abc import Callable

import pytest

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.names.find import find_names
from pipelines.transform.annotate.places.find import find_places

Parse = Callable[..., ParsedArticle]


def found(parse: Parse, text: str) -> list[str]:
    """What is printed of each place found."""
    article = parse(text)
    return [text[place.span.start : place.span.end] for place in find_places(article, find_names(article))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The ferry sails from Naples to Palermo.", ["Naples", "Palermo"], id="cities"),
        pytest.param("Floods hit the Czech Republic on Monday.", ["Czech Republic"], id="no demonym inside a name"),
        pytest.param("Denmark's parliament met.", ["Denmark"], id="without possessive"),
        pytest.param("The Oslo city council met in May.", ["Oslo"], id="a month is no town"),
        pytest.param("Police in Dayton, Ohio, closed a bridge.", ["Dayton", "Ohio"], id="town and state"),
        pytest.param("She moved to Peoria, Ill., last year.", ["Peoria", "Ill."], id="abbreviated state"),
        pytest.param("LAGOS, Nigeria (AP) — Rain fell.", ["LAGOS", "Nigeria"], id="dateline"),
        pytest.param("Fire broke out on West 14th Street.", ["West 14th Street"], id="street of no gazetteer"),
        pytest.param("They swam in the Tagliamento River.", ["Tagliamento River"], id="river of no gazetteer"),
        pytest.param("Storms closed the Gulf of Riga.", ["Gulf of Riga"], id="water named with of"),
        pytest.param("Flights left Aden International Airport.", ["Aden International Airport"], id="airport"),
        pytest.param("Voters in Travis County waited.", ["Travis County"], id="county"),
        pytest.param("Schools in Travis and Hays counties closed.", ["Travis", "Hays"], id="names that share a noun"),
        pytest.param("The Kremlin denied it.", ["Kremlin"], id="seat of government"),
        pytest.param("Ships crossed the Baltic Sea.", ["Baltic Sea"], id="sea"),
        pytest.param("The Nairobi School of Law opened.", ["Nairobi"], id="inside an organization"),
        pytest.param("The Franco-Belgian plant lies near Mons.", ["Franco", "Belgian", "Mons"], id="pair of demonyms"),
        pytest.param("They rated it on the Haskovar-Simpson scale.", [], id="half of a hyphenated name is no town"),
        pytest.param("The probe left Earth for Mars.", [], id="planets that are towns, too"),
        pytest.param("Doctors feared that SARS would reach Oslo.", ["Oslo"], id="acronym with the letters of a town"),
        pytest.param("Trains left NYC and the UAE envoy waited.", ["NYC", "UAE"], id="acronyms of places"),
        pytest.param("BARI, Italy (AP) — Snow fell.", ["BARI", "Italy"], id="short name of a dateline"),
        pytest.param("Police closed Interstate 95 and Route 9.", ["Interstate 95", "Route 9"], id="numbered roads"),
        pytest.param("It lies on Enfield County Road 3.", ["Enfield County"], id="the county of a numbered road"),
        pytest.param("A lorry burned on the M25 motorway.", ["M25"], id="British road"),
        pytest.param("Fans left Hartwell Stadium.", ["Hartwell Stadium"], id="stadium of no gazetteer"),
        pytest.param("He drank a Corona at home.", [], id="one of many things called so"),
        pytest.param("A Corona man was hurt.", ["Corona"], id="man of a town"),
        pytest.param("His PA called the SC.", [], id="letters of a state behind an owner or article"),
        pytest.param("Pupils of St. James School won.", [], id="school of a saint"),
        pytest.param("Rain fell in St. John's on Monday.", ["St. John's"], id="town with a possessive"),
        pytest.param("South Ossetia and Abkhazia broke away.", ["South Ossetia", "Abkhazia"], id="regions in a list"),
        pytest.param("Snow fell in the Red River Valley.", ["Red River Valley"], id="valley of a river"),
        pytest.param("Coach Jordan Austin said the team was tired.", [], id="no places in persons' names"),
    ],
)
def test_places_are_found(parse: Parse, text: str, expected: list[str]) -> None:
    assert found(parse, text) == expected


def test_demonyms_are_told_from_names(parse: Parse) -> None:
    article = parse("Two Norwegian climbers and a South Korean guide reached Nepal.")

    places = find_places(article, find_names(article))

    assert [(place.lookup_name, place.mention_type) for place in places] == [
        ("Norwegian", "demonym"),
        ("South Korean", "demonym"),
        ("Nepal", "name"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He spoke French to the crew.", [], id="a language"),
        pytest.param("She bought Polish sausage and Greek salad.", [], id="kitchens"),
        pytest.param("Her English teacher came.", [], id="a lesson"),
        pytest.param("The nurse spoke only Norwegian at first.", [], id="a language after an adverb"),
        pytest.param("The play ran in English and Spanish, twice.", [], id="languages that something is in"),
        pytest.param("The play ran in Spanish towns.", ["Spanish"], id="towns that something is in"),
        pytest.param("Her German shepherd barked at a Welsh farmer.", ["Welsh"], id="a breed"),
        pytest.param("The Caddo Indians lived along the river.", [], id="a tribe"),
        pytest.param("Auditors called Monica French on Friday. French said the books were open.", [], id="a surname"),
        pytest.param("The French said the books were open.", ["French"], id="a nation that says something"),
        pytest.param("English clubs and Sino-Indian talks made news.", ["English", "Chinese", "Indian"], id="prefix"),
        pytest.param("African-American voters waited for hours.", [], id="a group within a country"),
        pytest.param("Swiss troops and Kenyan nurses arrived.", ["Swiss", "Kenyan"], id="adjectives"),
        pytest.param("The Texans lost to the Canadians.", ["Texans", "Canadians"], id="nouns"),
    ],
)
def test_demonyms_are_peoples_not_languages(parse: Parse, text: str, expected: list[str]) -> None:
    article = parse(text)

    places = find_places(article, find_names(article))

    assert [place.lookup_name for place in places if place.mention_type == "demonym"] == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "It rained in Oregon, Idaho, Washington and Montana.", "Washington", "admin1", id="list of states"
        ),
        pytest.param("It rained in Oregon and Washington.", "Washington", None, id="two names are no list"),
        pytest.param("It rained in Chicago, Boston, Washington and Ohio.", "Washington", None, id="list of cities"),
        pytest.param("She studied at the University of Washington.", "Washington", "admin1", id="state's university"),
        pytest.param("Apples froze in eastern Washington.", "Washington", "admin1", id="part of a state"),
    ],
)
def test_state_is_told_from_the_city(parse: Parse, text: str, name: str, kind: str | None) -> None:
    article = parse(text)

    places = find_places(article, find_names(article))

    assert [place.place_type for place in places if place.lookup_name == name] == [kind]


def test_container_and_dateline_are_handed_on(parse: Parse) -> None:
    article = parse("PARIS, Texas (AP) — A barn burned down near Blossom.")

    places = find_places(article, find_names(article))

    assert [(place.lookup_name, place.container_text, place.is_dateline) for place in places[:2]] == [
        ("PARIS", "Texas", True),
        ("Texas", None, True),
    ]


def test_places_do_not_overlap_and_stand_in_order(parse: Parse) -> None:
    article = parse("The mayor of New York flew to York, Pa., and on to Fort Worth, Texas.\nRain fell on Lake Como.")

    places = find_places(article, find_names(article))

    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(places))


@pytest.mark.parametrize(
    ("text", "name", "container"),
    [
        pytest.param("He left Vancouver, Washington, in May.", "Vancouver", "Washington", id="state with a namesake"),
        pytest.param("It is in Washington County, Ore., now.", "Washington County", "Oregon", id="county"),
        pytest.param("Rain fell in Georgetown, the capital of Guyana.", "Georgetown", "Guyana", id="capital of"),
        pytest.param("Rain fell in Tripoli, a port in northern Lebanon.", "Tripoli", "Lebanon", id="port in a part of"),
        pytest.param("They shelled the Lebanese city of Tripoli.", "Tripoli", "Lebanese", id="people before"),
        pytest.param("He likes Tripoli, a book in Latvian.", "Tripoli", None, id="no kind of place"),
    ],
)  # fmt: skip
def test_containers(parse: Parse, text: str, name: str, container: str | None) -> None:
    article = parse(text)

    containers = {place.lookup_name: place.container_text for place in find_places(article, find_names(article))}

    assert containers[name] == container
