"""Tell whom ``he`` and ``she`` mean."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.lexicon import Gender
from pipelines.transform.annotate.spans import Attribution, CharSpan, LocalPerson, PersonMention

GENDERS: dict[str, Gender] = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip


def resolve_pronouns(
    article: ParsedArticle, people: list[LocalPerson], names: list[PersonMention], quotes: list[Attribution]
) -> list[PersonMention]:
    """The third-person pronouns of the singular, each tied to the person named last who can be meant."""
    found = []
    for paragraph in article.paragraphs:
        for token in paragraph.doc:
            if gender := GENDERS.get(token.lower_):
                span = CharSpan(paragraph.start_of(token), paragraph.end_of(token))
                person = _named_last(span, gender, people, names)
                found.append(PersonMention(span, "pronoun", person, 0.7 if person is not None else None, "named last"))
    return found


def _named_last(span: CharSpan, gender: Gender, people: list[LocalPerson], names: list[PersonMention]) -> int | None:
    for name in reversed(names):
        if name.local_person is None or name.span.end > span.start:
            continue
        if people[name.local_person].gender in (gender, None):
            return name.local_person
    return None
