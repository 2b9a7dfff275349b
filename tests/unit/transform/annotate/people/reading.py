"""Short ways to what was read of people in a text."""

from pipelines.transform.annotate.names.find import find_names
from pipelines.transform.annotate.people.read import read_people
from pipelines.transform.annotate.quotes.read import read_quotes
from pipelines.transform.annotate.spans import PeopleReading, PersonMention
from tests.conftest import Parse


def reading_of(text: str, parse: Parse) -> PeopleReading:
    """Read a text whose lines are paragraphs."""
    article = parse(text)
    return read_people(article, find_names(article), read_quotes(article))


def names_of(text: str, parse: Parse) -> dict[str, list[str]]:
    """The people of a text, with their names as printed."""
    reading = reading_of(text, parse)
    return {
        person.person_name: [
            text[mention.span.start : mention.span.end]
            for mention in reading.mentions
            if mention.local_person == number and mention.mention_type == "name"
        ]
        for number, person in enumerate(reading.people)
    }


def others_of(text: str, parse: Parse) -> list[tuple[str, str | None]]:
    """Pronouns and nouns for people, in order, with the name of who is meant."""
    reading = reading_of(text, parse)
    return [
        (text[mention.span.start : mention.span.end], _name(mention, reading))
        for mention in reading.mentions
        if mention.mention_type != "name"
    ]


def _name(mention: PersonMention, reading: PeopleReading) -> str | None:
    return None if mention.local_person is None else reading.people[mention.local_person].person_name
