"""One key for all the names of an organization, also of those that every country has one of."""

import re
from functools import lru_cache
from typing import NamedTuple

from pipelines.transform.country_names import country_of
from pipelines.transform.organization_names import REMEMBERED, known_names, spelling_key, without_article, word_set
from pipelines.transform.organization_types import organization_type

GENERIC_WORDS = word_set(
    "administrative appeal appeals area board borough cabinet central chief city civil commission committee consular "
    "council county court defense department district economic education election electoral embassy executive "
    "federal finance financial fire foreign general government health high house human information interior interim "
    "internal investigation joint judicial justice labor labour law local lower ministry municipal national office "
    "parliament parliamentary party police political press prosecution prosecutor prosecutors public regional "
    "rescue resources rights safety school security select senate service sheriff social special standing state "
    "supreme tax town township trade transport transportation upper university village welfare affairs agency "
    "army navy air force armed forces military assembly bureau club company college hospital association union "
    "commerce chamber representatives constitutional congress external treasury agriculture energy environment "
    "culture tourism bank reserve of for and on the s"
)
UNORDERED = word_set("of for the and affairs s")
"""What comes and goes between ``Foreign Ministry`` and ``Ministry of Foreign Affairs``."""
SAME_WORDS = {"internal": "interior", "external": "foreign", "labour": "labor"}
MOST_WORDS_OF_COUNTRY = 3
_POSSESSED = re.compile(r"(?P<country>[A-Z].*?)['’]s? (?P<body>[A-Z].*)")
_COMPLEMENT = re.compile(r"(?P<body>[A-Z].*) of (?:the )?(?P<country>[A-Z].*)")


class NationalBody(NamedTuple):
    """A body that every country has one of, without the country, and the country's code."""

    body: str
    country_code: str


def is_generic(words: str) -> bool:
    """Whether every town or country has one of a name, given as its spelling key."""
    return all(word in GENERIC_WORDS for word in words.split())


def is_generic_name(name: str) -> bool:
    """Whether a name, as ``City Council``, is of a body of every town or country, and does not say which."""
    key = spelling_key(name)
    return key not in known_names() and is_generic(key)


@lru_cache(REMEMBERED)
def national_body(name: str) -> NationalBody | None:
    """The body and the country of ``Latvian Foreign Ministry``, ``Latvia’s Parliament`` and ``Senate of Chile``.

    None where a name tells no country, or where what is left of it without the country is a name of its own.
    """
    name = without_article(name)
    for match in (_POSSESSED.fullmatch(name), _COMPLEMENT.fullmatch(name)):
        if match and (found := _of_country(match["body"], match["country"])):
            return found
    words = name.split(" ")
    for length in range(min(MOST_WORDS_OF_COUNTRY, len(words) - 1), 0, -1):
        if found := _of_country(" ".join(words[length:]), " ".join(words[:length])):
            return found
    return None


def _of_country(body: str, country: str) -> NationalBody | None:
    code, key = country_of(country), spelling_key(body)
    if code is None or organization_type(body) == "other":
        return None
    known = known_names().get(key)
    is_known = known is not None and known.country_code == code
    return NationalBody(body, code) if is_known or is_generic(key) or "ministry" in key.split() else None


@lru_cache(REMEMBERED)
def name_key(name: str) -> str:
    """One key for all spellings of a name, for all known names of one organization, and for a body of one country."""
    key = spelling_key(name)
    known, of_country = known_names().get(key), None
    if known is None and (of_country := national_body(name)):
        key = spelling_key(of_country.body)
        same_body = known_names().get(key)
        known = same_body if same_body and same_body.country_code == of_country.country_code else None
    if known:
        return spelling_key(known.organization_name)
    if of_country:
        return f"{_unordered(key)} {of_country.country_code.lower()}"
    return _unordered(key) if is_generic(key) else key


def _unordered(key: str) -> str:
    words = {SAME_WORDS.get(word, word) for word in key.split() if word not in UNORDERED}
    return " ".join(sorted(words)) or key
