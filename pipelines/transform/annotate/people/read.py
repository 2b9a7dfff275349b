"""Read who is who in one article."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import Attribution, NameSpan, PeopleReading


def read_people(article: ParsedArticle, names: list[NameSpan], quotes: list[Attribution]) -> PeopleReading:
    """Tie the names, pronouns and nouns that stand for people to the people of the article."""
    return PeopleReading()
