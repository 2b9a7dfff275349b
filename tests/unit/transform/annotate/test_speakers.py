import pytest

from pipelines.transform.annotate.names.find import find_names
from pipelines.transform.annotate.organizations.read import read_organizations
from pipelines.transform.annotate.people.read import read_people
from pipelines.transform.annotate.spans import Attribution, CharSpan, PlaceSpan
from pipelines.transform.annotate.speakers import UNKNOWN, Speaker, link_speaker
from tests.conftest import Parse


def speaker_of(
    text: str, speaker: str, head: str, parse: Parse, place: str | None = None
) -> tuple[Speaker, str | None]:
    """Who is linked to the words ``speaker`` of a text, and the name of the person."""
    article = parse(text)
    start = text.index(speaker)
    head_start = start + speaker.index(head)
    quote = Attribution(
        "indirect",
        [CharSpan(0, 1)],
        "test",
        speaker=CharSpan(start, start + len(speaker)),
        speaker_head=CharSpan(head_start, head_start + len(head)),
    )
    names = find_names(article)
    people = read_people(article, names, [])
    places = (
        [] if place is None else [PlaceSpan(CharSpan(text.index(place), text.index(place) + len(place)), "name", place)]
    )
    linked = link_speaker(article, quote, people, read_organizations(article, names), places)
    return linked, None if linked.local_person is None else people.people[linked.local_person].person_name


@pytest.mark.parametrize(
    ("text", "speaker", "head", "person"),
    [
        pytest.param("Ines Halvorsen said it was late.", "Ines Halvorsen", "Halvorsen", "Ines Halvorsen", id="name"),
        pytest.param(
            "Ines Halvorsen, who once advised Peter Brandt, said it was late.",
            "Ines Halvorsen, who once advised Peter Brandt", "Halvorsen", "Ines Halvorsen",
            id="relative clause",
        ),
        pytest.param(
            "Ines Halvorsen, a lawyer for Peter Brandt, said it was late.",
            "Ines Halvorsen, a lawyer for Peter Brandt", "lawyer", "Ines Halvorsen",
            id="apposition",
        ),
        pytest.param(
            "Ines Halvorsen KC said it was late.", "Ines Halvorsen KC", "KC", "Ines Halvorsen",
            id="letters behind the name",
        ),
        pytest.param("Ines Halvorsen left. She said it was late.", "She", "She", "Ines Halvorsen", id="pronoun"),
        pytest.param(
            "Mayor Ines Halvorsen left. The mayor said it was late.", "The mayor", "mayor", "Ines Halvorsen",
            id="noun for a role",
        ),
    ],
)  # fmt: skip
def test_person_behind_a_speaker(parse: Parse, text: str, speaker: str, head: str, person: str) -> None:
    assert speaker_of(text, speaker, head, parse)[1] == person


@pytest.mark.parametrize(
    ("text", "speaker", "head", "kind"),
    [
        pytest.param("A spokesman said it was late.", "A spokesman", "spokesman", "person", id="no name"),
        pytest.param("Two officials said it was late.", "Two officials", "officials", "group", id="officials"),
        pytest.param("One of them said it was late.", "One of them", "One", "person", id="one of them"),
        pytest.param("One of two drivers said it was late.", "One of two drivers", "One", "person", id="one of people"),
        pytest.param(
            "One of the firms said it was late.", "One of the firms", "One", "organization", id="one of firms"
        ),
        pytest.param(
            "One of the reports said it was late.", "One of the reports", "One", "unknown", id="one of things"
        ),
        pytest.param("One in ten said it was late.", "One in ten", "One", "group", id="share"),
        pytest.param("Another said it was late.", "Another", "Another", "person", id="another"),
        pytest.param(
            "Some of the voters said it was late.", "Some of the voters", "Some", "group", id="some of people"
        ),
        pytest.param(
            "Some of the reports said it was late.", "Some of the reports", "Some", "unknown", id="some things"
        ),
        pytest.param("Two said it was late.", "Two", "Two", "group", id="number"),
        pytest.param("Police said it was late.", "Police", "Police", "group", id="police"),
        pytest.param("They said it was late.", "They", "They", "group", id="they"),
        pytest.param("The company said it was late.", "The company", "company", "organization", id="institution"),
        pytest.param("The report said it was late.", "The report", "report", "unknown", id="a thing"),
    ],
)
def test_speakers_without_a_name(parse: Parse, text: str, speaker: str, head: str, kind: str) -> None:
    assert speaker_of(text, speaker, head, parse)[0] == Speaker(kind)


def test_organization_speaks(parse: Parse) -> None:
    linked, _ = speaker_of(
        "The Ministry of Fisheries said it was late.", "The Ministry of Fisheries", "Ministry", parse
    )

    assert linked == Speaker("organization", local_organization=0)


def test_place_speaks_for_its_government(parse: Parse) -> None:
    linked, _ = speaker_of("Officials waited, but Norway said it was late.", "Norway", "Norway", parse, place="Norway")

    assert linked == Speaker("place", place_char_start=22)


def test_no_words_no_speaker(parse: Parse) -> None:
    article = parse("It was late.")
    quote = Attribution("direct", [CharSpan(0, 11)], "test")

    people = read_people(article, [], [])

    assert link_speaker(article, quote, people, read_organizations(article, []), []) == UNKNOWN


def test_answers_are_given_by_whom_the_story_names_first(parse: Parse) -> None:
    text = "Ines Halvorsen has kept bees for Walter Quill.\nQ: Do they sting?\nA: In October."
    article = parse(text)
    start = text.index("A: ")
    label = CharSpan(start, start + 1)
    quote = Attribution(
        "indirect", [CharSpan(start + 3, len(text))], "speaker_label", speaker=label, speaker_head=label
    )
    people = read_people(article, find_names(article), [quote])

    linked = link_speaker(article, quote, people, read_organizations(article, []), [])

    assert linked.local_person is not None
    assert people.people[linked.local_person].person_name == "Ines Halvorsen"


@pytest.mark.parametrize(
    ("before", "speaker", "person"),
    [
        pytest.param("Ines Halvorsen said so in a statement.", "The statement", "Ines Halvorsen", id="spoke in it"),
        pytest.param("Ines Halvorsen left and issued a letter.", "The letter", "Ines Halvorsen", id="issued it"),
        pytest.param("A letter was sent by Ines Halvorsen.", "That letter", "Ines Halvorsen", id="was sent by"),
        pytest.param("", "A statement from Ines Halvorsen", "Ines Halvorsen", id="from"),
        pytest.param("", "Ines Halvorsen’s statement", "Ines Halvorsen", id="owner"),
        pytest.param("Ines Halvorsen said so in a statement.", "A statement", None, id="another one"),
        pytest.param("Ines Halvorsen read a statement.", "The statement", None, id="nobody issued it"),
    ],
)
def test_who_issued_a_writing_speaks(parse: Parse, before: str, speaker: str, person: str | None) -> None:
    head = next(word for word in ("statement", "letter") if word in speaker)
    text = f"{before} {speaker} said it was late.".strip()
    assert speaker_of(text, speaker, head, parse)[1] == person
