"""Tell whose body a name names: “Latvia’s Foreign Ministry”, or “the Supreme Court” in an article about one country."""

import re
from collections import Counter

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.places.usage import usage_country
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.country_names import country_names, country_of
from pipelines.transform.organization_keys import is_generic, national_body
from pipelines.transform.organization_names import known_names, spelling_key
from pipelines.transform.place_names import place_key

OWNER = re.compile(r"([A-Z][\w.]*(?: [A-Z][\w.]*){0,2})['’]s? $")
LONGEST_OWNER = 40
NATIONAL = frozenset(
    ["supreme court", "constitutional court", "parliament", "senate", "national assembly", "house of representatives",
     "congress", "central bank", "lower house", "upper house"]
)  # fmt: skip
"""What a country has one of; it goes by no other name than this in the country's own news."""
LEAST_SHARE, LEAST_MENTIONS = 0.8, 2
"""How many of an article's words for countries name one, for it to be the one that the article is about."""


def names_with_country(article: ParsedArticle, names: list[NameSpan], named: list[NameSpan]) -> list[str]:
    """The names of organizations as printed; those of national bodies with their country, where the article tells it.

    Args:
        article: The article.
        names: All its names, with their labels.
        named: Those of organizations.

    Returns:
        One name for each of ``named``: ``Latvia’s Foreign Ministry`` where only ``Foreign Ministry`` is the name, and
        ``Supreme Court of India`` for ``Supreme Court`` in an article that speaks of no other country.
    """
    about = _country_of_article(article, names)
    return [_with_country(article, name, about) for name in named]


def _with_country(article: ParsedArticle, name: NameSpan, about: str | None) -> str:
    start, end = name.span
    text = article.text[start:end]
    owner = OWNER.search(article.text, max(start - LONGEST_OWNER, 0), start)
    if owner and (of_country := national_body(owned := article.text[owner.start(1) : end])):
        return text if _is_known_for(text, of_country.country_code) else owned
    return f"{text} of {country_names()[about]}" if about and _is_bare(text, about) else text


def _is_bare(name: str, about: str) -> bool:
    """Whether a name is of a national body, tells no country, and is not known to be that of the country at hand."""
    key = spelling_key(name)
    if _is_known_for(name, about):
        return False
    return key in NATIONAL or (key not in known_names() and is_generic(key) and "ministry" in key.split())


def _is_known_for(name: str, country: str) -> bool:
    known = known_names().get(spelling_key(name))
    return known is not None and known.country_code == country


def _country_of_article(article: ParsedArticle, names: list[NameSpan]) -> str | None:
    """Code of the country that nearly all countries, states and peoples in an article belong to."""
    counts: Counter[str] = Counter()
    for name in names:
        text = article.text[name.span.start : name.span.end]
        if name.label not in ("place", "demonym"):
            continue
        code = country_of(text)
        if code or place_key(text) in load_lexicon().states:
            counts[code or "a state"] += 1
    if not counts:
        return None
    ((country, count),) = counts.most_common(1)
    is_told = count >= LEAST_MENTIONS and count >= LEAST_SHARE * counts.total() and country in country_names()
    return country if is_told and usage_country(article.text) in (None, country) else None
