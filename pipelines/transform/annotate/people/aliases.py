"""Join people of whom the article says that they are one: ``Zorin Quillow, known as “Zorvo”``, ``born Bo Lind``."""

import re
from itertools import pairwise

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.clusters import Cluster, NameMention

_STATED = re.compile(
    r"(?:\s*[,(]|\s(?:is|was))[^A-Z.;!?“”\"]{0,40}"
    r"\b(?:known(?: \w+)? as|a\.?k\.?a\.?|alias|born|née|(?<!who )nicknamed|real name(?: is| was)?|"
    r"(?:by|under) the (?:\w+ ){0,3}(?:name|pseudonym)(?: of)?)[\s,:]*(?:the\s)?[“\"‘'(]*"
)
"""What stands between a name and another one of the same person."""


def joined_by_aliases(article: ParsedArticle, clusters: list[Cluster]) -> list[Cluster]:
    """Join people whose other name is stated right behind theirs.

    Args:
        article: The parsed article.
        clusters: Its people, each with names, in the order in which they appear.
    """
    named = sorted(
        ((mention, number) for number, each in enumerate(clusters) for mention in each.mentions),
        key=lambda named: named[0].span,
    )
    joined = list(clusters)
    for (mention, number), (alias, other) in pairwise(named):
        one, two = joined[number], joined[other]
        if one is not two and _is_stated(article, mention, alias):
            both = _joined(one, two)
            joined = [both if each is one or each is two else each for each in joined]
    return list({id(each): each for each in joined}.values())


def _is_stated(article: ParsedArticle, mention: NameMention, alias: NameMention) -> bool:
    """Whether words between two names say that they are one's: not ``the “Zorvo of Oslo”``."""
    is_likened = article.text.startswith(" of ", alias.span.end)
    return not is_likened and _STATED.fullmatch(article.text, mention.span.end, alias.span.start) is not None


def _joined(one: Cluster, other: Cluster) -> Cluster:
    mentions = sorted([*one.mentions, *other.mentions], key=lambda mention: mention.span)
    return Cluster.of(mentions, one.aliases | (other.names.keys() - one.names.keys()))
