"""Tie the words that name a speaker to the person, organization or place behind them."""

import re
from typing import NamedTuple

from spacy.tokens import Token

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.issuers import issuer_of
from pipelines.transform.annotate.names.name_words import POSTNOMINALS
from pipelines.transform.annotate.organizations.evidence import ORGANIZATION_NOUNS
from pipelines.transform.annotate.people.antecedents import is_noun_for_person, token_at
from pipelines.transform.annotate.people.quoted import person_behind
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.annotate.spans import (
    Attribution,
    CharSpan,
    OrganizationsReading,
    PeopleReading,
    PlaceSpan,
)
from pipelines.transform.organization_names import word_set


class Speaker(NamedTuple):
    """Who speaks: at most one of person, organization and place is set."""

    speaker_type: str
    local_person: int | None = None
    local_organization: int | None = None
    place_char_start: int | None = None


UNKNOWN = Speaker("unknown")

ANSWER = "A"
"""Label of who is asked in a printed interview."""

_FIRST_QUESTION = re.compile(r"^Q: ", re.MULTILINE)

PRONOUNS_OF_ONE = word_set("he she i me him her himself herself who")
PRONOUNS_OF_SEVERAL = word_set("they we us them you many some others several few most both all those these everyone")
ONE_OF_SEVERAL = word_set("one another either neither")
GROUP_NOUNS = word_set(
    "police people staff family crowd public media press majority opposition team couple pair group jury community "
    "intelligence management crew critics half"
)
INSTITUTIONS = ORGANIZATION_NOUNS | word_set(
    "government administration campaign committee commission council court paper panel board authority office army "
    "military navy force parliament congress senate cabinet kremlin campaign embassy delegation"
)
SEVERAL_INSTITUTIONS = frozenset(re.sub("y$", "ie", word) + "s" for word in INSTITUTIONS)
WRITINGS = word_set(
    "estimates reports polls documents records emails papers studies statistics figures surveys results messages "
    "data letters filings reviews tweets posts images videos"
)


def link_speaker(
    article: ParsedArticle,
    quote: Attribution,
    people: PeopleReading,
    organizations: OrganizationsReading,
    places: list[PlaceSpan],
) -> Speaker:
    """Find who is behind the head word of the words that name a speaker.

    What stands in an apposition or a relative clause beside the head is not the speaker: in ``Ines Halvorsen, who
    advised Kessel, said`` nobody but Ines Halvorsen speaks. A person or organization without a name has no number. For
    a writing such as ``the statement`` speaks who issued it.
    """
    if quote.speaker is None:
        return UNKNOWN
    if article.text[quote.speaker.start : quote.speaker.end] == ANSWER and quote.method == "speaker_label":
        return _interviewed(article, quote.speaker, people)
    paragraph, token = token_at(article, quote.speaker_head or quote.speaker)
    while token.text in POSTNOMINALS and token.i:
        token = token.nbor(-1)
    named = _by_mention(_chars(paragraph, token), people, organizations, places)
    issuer = None if named else issuer_of(article, paragraph, token)
    if issuer is None:
        return named or _by_kind(token)
    return _by_mention(_chars(*issuer), people, organizations, places) or _by_kind(issuer[1])


def _chars(paragraph: Paragraph, token: Token) -> CharSpan:
    return CharSpan(paragraph.start_of(token), paragraph.end_of(token))


def _interviewed(article: ParsedArticle, label: CharSpan, people: PeopleReading) -> Speaker:
    """Who answers in an interview of questions and answers: whom its story names first, before any question."""
    question = _FIRST_QUESTION.search(article.text)
    first = question.start() if question else label.start
    named = [
        mention
        for mention in people.mentions
        if mention.span.start < first and article.paragraph_at(mention.span.start).paragraph_type == "body"
    ]
    interviewed = min(named, key=lambda mention: mention.span, default=None)
    return Speaker("person", local_person=interviewed.local_person if interviewed else None)


def _by_mention(
    head: CharSpan, people: PeopleReading, organizations: OrganizationsReading, places: list[PlaceSpan]
) -> Speaker | None:
    if person := person_behind(head, people.mentions, people.roles):
        return Speaker("person", local_person=person.local_person)
    for organization in organizations.mentions:
        if organization.span.overlaps(head):
            return Speaker("organization", local_organization=organization.local_organization)
    for place in places:
        if place.span.overlaps(head) and place.mention_type == "name":
            return Speaker("place", place_char_start=place.span.start)
    return None


def _by_kind(token: Token) -> Speaker:
    """What a head word tells that is part of no name: someone without a name, several, an institution, or a thing."""
    word = token.lower_
    if part := _kind_of_part(token):
        return part
    if word in PRONOUNS_OF_ONE or (token.tag_ in ("NN", "NNP") and (is_noun_for_person(token) or is_role_noun(token))):
        return Speaker("person")
    if word in PRONOUNS_OF_SEVERAL or word in GROUP_NOUNS or _is_several(token):
        return Speaker("group")
    return Speaker("organization") if word in INSTITUTIONS else UNKNOWN


def _kind_of_part(token: Token) -> Speaker | None:
    """Who ``one of them`` or ``two`` is: a person or a group; ``one of the firms`` is an organization.

    None for words that take no part of others. ``One in ten`` is nobody, but a share.
    """
    word = token.lower_
    if word not in ONE_OF_SEVERAL and word not in PRONOUNS_OF_SEVERAL and not (token.tag_ == "CD" and token.is_alpha):
        return None
    wholes = [(child.lower_, noun) for child in token.rights if child.dep_ == "prep" for noun in child.children]
    whole = next((noun.lower_ for preposition, noun in wholes if preposition == "of"), "")
    if whole in WRITINGS:
        return UNKNOWN
    if word not in ONE_OF_SEVERAL or any(preposition == "in" and noun.like_num for preposition, noun in wholes):
        return Speaker("group")
    return Speaker("organization" if whole in SEVERAL_INSTITUTIONS else "person")


def _is_several(token: Token) -> bool:
    """Whether a noun is a plural of people: any plural but that of a thing that speaks in writing."""
    return token.tag_ in ("NNS", "NNPS") and token.lower_ not in WRITINGS
