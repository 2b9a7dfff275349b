"""Recognise bylines and take the authors' names out of them."""

import re
from functools import lru_cache

from pipelines.transform.structure.agencies import AGENCY, names_agency
from pipelines.transform.structure.block import has_more_words

MAX_BYLINE_WORDS = 25

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĆĐ]"
_PARTICLE = r"(?:van|von|der|den|de|del|della|da|di|dos|du|la|le|el|al|bin|ibn|ter|ten|y)"
_NAME_WORD = rf"(?:{_CAPITAL}[\w.'’-]*|{_PARTICLE}|al-{_CAPITAL}\w+)"
_LAST_NAME = rf"(?:(?:al|el|bin|ben)-)?{_CAPITAL}[\w.'’-]+(?:,? (?:Jr|Sr)\.?| I{{2,3}})?"
_NAME = rf"{_CAPITAL}[\w.'’-]*(?: {_NAME_WORD}){{0,3}} {_LAST_NAME}"
_ROLE = (
    r"(?:[\w’'-]+ ){0,4}(?:writer|reporter|correspondent|editor|columnist|staff|journalist|producer|contributor|bureau"
    r"|chief|photographer|fellow|analyst|special to the .{1,40})\b"
)
_BEGINNING = re.compile(
    r"(?:(?:exclusive|story|words|written|reporting|reported|posted|analysis|opinion|report|text)\s+)?by:?\s+",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:the|a|an|his|her|their|its|this|that|far|then|now|comparison|contrast|law|any|all|noon|midnight|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october"
    r"|november|december)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    rf"(?:the )?{AGENCY}|.{{0,40}}\b(?:staff|desk|newsroom|reporters?|correspondents?|bureau)\b.{{0,30}}", re.IGNORECASE
)
_BARE = re.compile(
    rf"{_NAME}(?:(?:, | and | & ){_NAME}){{0,3}}"
    rf"(?:\s+in\s+{_CAPITAL}[\w.'’-]*(?:,? (?:{_CAPITAL}[\w.'’-]*|and|de|la)){{0,4}}"
    rf"|\s*(?:[,|/–—-]|\n)\s*(?:the )?(?:{AGENCY}|(?i:{_ROLE}))(?:,? .{{0,40}})?)",
)
_AFTER_NAMES = re.compile(
    r"\s+(?:in|for|of|at|on|reporting|reports)\s|\s*[|•·–—/(\n]|\s-\s|\s+@|\s*,?\s*(?:updated|published|posted)\b|\d",
    re.IGNORECASE,
)
_BETWEEN_NAMES = re.compile(r"\s*(?:,\s*and\s|,\s*with\s|;|&|\band\b|\bAND\b|\bwith\b|\bWITH\b|,(?!\s*(?:Jr|Sr)\b))\s*")
_ONE_NAME = re.compile(_NAME)
_ONE_ROLE = re.compile(_ROLE, re.IGNORECASE)
_SENTENCE = re.compile(r"[a-z]{2}[.!?]$")
_IN_PLACE = re.compile(rf"\s+in\s+{_CAPITAL}[\w.'’-]*(?:,? {_CAPITAL}[\w.'’-]*)*")
_NEWSROOM = re.compile(r"\b(?:Wire|Press|News|Times|Post|Herald|Courier|Tribune|Gazette|Agency|Service|Bureau)$")


def is_byline(printed: str, *, may_be_bare: bool = True) -> bool:
    """Whether a line says who wrote the story.

    Recognised are “By” with a name or a desk, a name with its place (“Ann Lee in Kyiv”), and a name with an agency
    or a role (“Ann Lee, Staff Writer”); a sentence is none of these.

    Args:
        printed: The line.
        may_be_bare: Whether it may do without “By”; not where a title such as “Oil Prices Fall in London” may stand.
    """
    if has_more_words(printed, MAX_BYLINE_WORDS):
        return False
    beginning = _BEGINNING.match(printed)
    if not beginning:
        return may_be_bare and bool(_BARE.fullmatch(printed))
    named = printed[beginning.end() :]
    return not _SENTENCE.search(printed) and bool(author_names(named) or _STAFF.fullmatch(named.rstrip(".")))


@lru_cache(maxsize=1_000)  # asked of a byline three times: is it one, who stands in it
def author_names(byline: str) -> tuple[str, ...]:
    """The persons that a byline names, as printed and in order, each once.

    Agencies, desks, roles, places and times are no authors.
    """
    named = _IN_PLACE.sub("", _BEGINNING.sub("", byline.strip(), count=1))
    if _NO_NAME.match(named):
        return ()
    parts = (part for stretch in named.split("|") for part in _BETWEEN_NAMES.split(_people_of(stretch)))
    names = (part.strip(" .,") if not part.endswith(("Jr.", "Sr.")) else part.strip(" ,") for part in parts)
    return tuple(dict.fromkeys(name for name in names if _is_person(name)))


def _people_of(stretch: str) -> str:
    cut = _AFTER_NAMES.search(stretch)
    return stretch[: cut.start()] if cut else stretch


def _is_person(name: str) -> bool:
    if names_agency(name) or _NEWSROOM.search(name) or _ONE_ROLE.fullmatch(name):
        return False
    return bool(_ONE_NAME.fullmatch(name))
