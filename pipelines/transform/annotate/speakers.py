"""Tie the words that name a speaker to the person, organization or place behind them."""

from typing import NamedTuple

from pipelines.transform.annotate.spans import (
    Attribution,
    OrganizationsReading,
    PeopleReading,
    PlaceSpan,
)


class Speaker(NamedTuple):
    """Who speaks: at most one of person, organization and place is set."""

    speaker_type: str
    local_person: int | None = None
    local_organization: int | None = None
    place_char_start: int | None = None


UNKNOWN = Speaker("unknown")


def link_speaker(
    quote: Attribution, people: PeopleReading, organizations: OrganizationsReading, places: list[PlaceSpan]
) -> Speaker:
    """Find whose mention the speaker's head word belongs to; a head that is no name's stands for a group."""
    head = quote.speaker_head or quote.speaker
    if head is None:
        return UNKNOWN
    for person in people.mentions:
        if person.span.overlaps(head):
            return Speaker("person", local_person=person.local_person)
    for organization in organizations.mentions:
        if organization.span.overlaps(head):
            return Speaker("organization", local_organization=organization.local_organization)
    for place in places:
        if place.span.overlaps(head) and place.mention_type == "name":
            return Speaker("place", place_char_start=place.span.start)
    return Speaker("group")
