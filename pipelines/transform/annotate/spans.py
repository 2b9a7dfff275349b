"""What the rules of one article hand to each other. All offsets are code points of the article's text."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, NamedTuple

NameLabel = Literal["person", "organization", "place", "demonym", "thing", "other"]
"""A thing is what the tagger takes for an organization: a site, a program, an event. Other names are none at all."""
QuoteType = Literal["direct", "mixed", "indirect", "fragment"]


class CharSpan(NamedTuple):
    """Half-open interval of characters."""

    start: int
    end: int

    def overlaps(self, other: "CharSpan") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def overlapping(span: CharSpan, ordered: list[CharSpan]) -> Iterator[CharSpan]:
    """Those of some spans in order, none of which overlaps another, that share a character with one."""
    for number in range(bisect_right(ordered, span.start, key=_end), len(ordered)):
        if ordered[number].start >= span.end:
            return
        yield ordered[number]


def _end(span: CharSpan) -> int:
    return span.end


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A proper name and what it names. Two of one article never overlap."""

    span: CharSpan
    label: NameLabel


@dataclass(frozen=True, slots=True)
class Attribution:
    """A quotation as syntax and layout show it, before its speaker is tied to anyone.

    ``speaker`` is the whole noun phrase, ``speaker_head`` its head word (for a name, its last word).
    """

    quote_type: QuoteType
    pieces: list[CharSpan]
    method: str
    confidence: float | None = None
    cue: CharSpan | None = None
    cue_lemma: str | None = None
    speaker: CharSpan | None = None
    speaker_head: CharSpan | None = None
    said_date: date | None = None


@dataclass(slots=True)
class PersonMention:
    """A mention of a person. ``local_person`` is None where it could not be told who is meant."""

    span: CharSpan
    mention_type: Literal["name", "pronoun", "nominal"]
    local_person: int | None
    confidence: float | None = None
    method: str | None = None
    alias_name: str | None = None


@dataclass(slots=True)
class LocalPerson:
    """A person of one article."""

    person_name: str
    given_name: str | None = None
    family_name: str | None = None
    name_suffix: str | None = None
    gender: Literal["female", "male"] | None = None


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A role or affiliation of a person, and the name of the organization in it, if any."""

    span: CharSpan
    local_person: int
    role_text: str
    organization: CharSpan | None = None


@dataclass(slots=True)
class PeopleReading:
    """The people of one article; a mention's and a role's ``local_person`` is an index into ``people``."""

    people: list[LocalPerson] = field(default_factory=list)
    mentions: list[PersonMention] = field(default_factory=list)
    roles: list[RoleSpan] = field(default_factory=list)


@dataclass(slots=True)
class OrganizationMention:
    """A mention of an organization; ``local_organization`` is None where it could not be told which."""

    span: CharSpan
    mention_type: Literal["name", "pronoun", "nominal"]
    local_organization: int | None
    confidence: float | None = None
    method: str | None = None


@dataclass(slots=True)
class LocalOrganization:
    """An organization of one article."""

    organization_name: str
    organization_type: str
    acronym: str | None = None


@dataclass(slots=True)
class OrganizationsReading:
    """The organizations of one article; ``local_organization`` is an index into ``organizations``."""

    organizations: list[LocalOrganization] = field(default_factory=list)
    mentions: list[OrganizationMention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A name or demonym that may stand for a place, with what its words and neighbours tell."""

    span: CharSpan
    mention_type: Literal["name", "demonym"]
    lookup_name: str
    place_type: str | None = None
    container_text: str | None = None
    is_dateline: bool = False
    usage_country_code: str | None = None


@dataclass(frozen=True, slots=True)
class DateSpan:
    """An expression of time and the days it names, both ends included."""

    span: CharSpan
    date_start: date | None
    date_end: date | None
    granularity: str | None
