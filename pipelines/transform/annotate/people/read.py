"""Read who is who in one article."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.aliases import joined_by_aliases
from pipelines.transform.annotate.people.clusters import Cluster, NameMention, cluster_names
from pipelines.transform.annotate.people.genders import gender_of
from pipelines.transform.annotate.people.name_mentions import eponym_mentions, name_mentions
from pipelines.transform.annotate.people.nominals import nominal_mentions
from pipelines.transform.annotate.people.pronouns import resolve_pronouns
from pipelines.transform.annotate.people.titled import settled_by_titles
from pipelines.transform.annotate.roles.read import read_roles
from pipelines.transform.annotate.spans import (
    Attribution,
    CharSpan,
    LocalPerson,
    NameSpan,
    PeopleReading,
    PersonMention,
)

EPONYM = "name within a name"


def read_people(article: ParsedArticle, names: list[NameSpan], quotes: list[Attribution]) -> PeopleReading:
    """Tie the names, pronouns and nouns that stand for people to the people of the article, and read their roles.

    Neither a role nor a pronoun is tied to a name that stands within that of a foundation or a hall.

    The roles are read between names and the rest, since they tell whom ``the minister`` means, and once more with
    the pronouns (``she is the mayor``).
    """
    clusters = cluster_names([*name_mentions(article, names), *eponym_mentions(article, names)])
    clusters = joined_by_aliases(article, clusters)
    roles = read_roles(article, names, _names(clusters))
    settled = settled_by_titles(clusters, roles)
    if settled is not clusters:
        clusters, roles = settled, read_roles(article, names, _names(settled))
    people = [_person(cluster) for cluster in clusters]
    mentions = _names(clusters)
    eponyms = _names(clusters, are_eponyms=True)
    mentions += nominal_mentions(article, people, mentions, roles)
    reading = PeopleReading(people, mentions, roles)
    reading.mentions += resolve_pronouns(article, reading, quotes)
    reading.roles = read_roles(article, names, reading.mentions, known=roles)
    reading.mentions = sorted([*reading.mentions, *eponyms], key=_span)
    return reading


def _names(clusters: list[Cluster], *, are_eponyms: bool = False) -> list[PersonMention]:
    """The names of people in the order of the text: those that stand within other names, or all others."""
    found = [
        _name(mention, number)
        for number, cluster in enumerate(clusters)
        for mention in cluster.mentions
        if mention.is_eponym == are_eponyms
    ]
    return sorted(found, key=_span)


def _span(mention: PersonMention) -> CharSpan:
    return mention.span


def _person(cluster: Cluster) -> LocalPerson:
    name = cluster.fullest
    given = cluster.given_name
    family = name.family if name.is_full or given is None else None
    return LocalPerson(name.text, given, family, name.suffix, cluster.gender or gender_of(name))


def _name(mention: NameMention, number: int) -> PersonMention:
    is_full = mention.name.is_full and mention.printed is None
    method, confidence = ("full name", 0.96) if is_full else ("name alone", 0.95)
    if mention.is_eponym:
        method, confidence = EPONYM, 0.9
    return PersonMention(mention.span, "name", number, confidence, method, mention.printed or mention.name.text)
