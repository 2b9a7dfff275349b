"""Tell by an office which of several people a surname means: ``Judge Quill``, where one of two Quills is a judge."""

import re

from pipelines.transform.annotate.people.clusters import Cluster, NameMention
from pipelines.transform.annotate.spans import RoleSpan

OFFICES = {
    "sen.": "senator",
    "rep.": "representative",
    "gov.": "governor",
    "gen.": "general",
    "col.": "colonel",
    "capt.": "captain",
    "sgt.": "sergeant",
    "prof.": "professor",
}
"""Titles that are printed shorter than the office they tell."""
_WORD = re.compile(r"\w+\.?")


def settled_by_titles(clusters: list[Cluster], roles: list[RoleSpan]) -> list[Cluster]:
    """Move surnames with a title to the only bearer of the surname to whom the article gives that office.

    Args:
        clusters: The people of the article, each with names.
        roles: Their roles; ``local_person`` is an index into ``clusters``. Titles of surnames alone do not count.

    Returns:
        The people in the same order.
    """
    titled = [
        (mention, number, bearers)
        for number, cluster in enumerate(clusters)
        for mention in cluster.mentions
        if mention.title is not None and not mention.name.is_full and len(bearers := _bearers(mention, clusters)) > 1
    ]
    if not titled:
        return clusters
    offices = _offices(clusters, roles)
    homes = {
        mention: holders[0]
        for mention, number, bearers in titled
        if len(holders := [each for each in bearers if _office(mention.title or "") in offices.get(each, ())]) == 1
        and holders[0] != number
    }
    return [_rehoused(cluster, number, homes) for number, cluster in enumerate(clusters)] if homes else clusters


def _bearers(mention: NameMention, clusters: list[Cluster]) -> list[int]:
    """The people who bear a surname in full."""
    key = mention.name.family_key
    return [number for number, each in enumerate(clusters) if each.fullest.is_full and each.fullest.family_key == key]


def _offices(clusters: list[Cluster], roles: list[RoleSpan]) -> dict[int, set[str]]:
    """The words of each one's roles, but for titles of surnames alone."""
    lone = {mention.span.start for cluster in clusters for mention in cluster.mentions if not mention.name.is_full}
    offices: dict[int, set[str]] = {}
    for role in roles:
        if role.span.end + 1 not in lone:
            offices.setdefault(role.local_person, set()).update(map(_office, _WORD.findall(role.role_text)))
    return offices


def _rehoused(cluster: Cluster, number: int, homes: dict[NameMention, int]) -> Cluster:
    kept = [mention for mention in cluster.mentions if mention not in homes]
    found = [mention for mention, home in homes.items() if home == number]
    return Cluster.of(sorted([*kept, *found], key=lambda mention: mention.span), cluster.aliases)


def _office(title: str) -> str:
    return OFFICES.get(title.lower(), title.lower().rstrip("."))
