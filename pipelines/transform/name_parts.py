"""Split a printed name into given names, surname and suffix, by the library nameparser."""

import re
from typing import NamedTuple

from nameparser import HumanName
from nameparser.config import CONSTANTS

_PLAIN_WORD = re.compile("[A-Z][a-z]{2,}")
_NO_PLAIN_WORDS = (
    CONSTANTS.titles,
    CONSTANTS.suffix_acronyms,
    CONSTANTS.suffix_not_acronyms,
    CONSTANTS.non_first_name_prefixes,
)


class NameParts(NamedTuple):
    """Parts of a name whose given names stand first; each is empty where it is not printed."""

    first: str
    middle: str
    last: str
    suffix: str


def name_parts(text: str) -> NameParts:
    """Split a name.

    The library is spared the usual name, a given name and a surname, whose parts it would find as they stand.
    """
    words = text.split()
    if len(words) == 2 and all(map(_is_plain, words)):
        return NameParts(words[0], "", words[1], "")
    name = HumanName(text)
    return NameParts(name.first, name.middle, name.last, name.suffix)


def _is_plain(word: str) -> bool:
    """Whether a word is neither a title, a suffix nor a particle to the library."""
    lower = word.lower()
    return _PLAIN_WORD.fullmatch(word) is not None and not any(lower in words for words in _NO_PLAIN_WORDS)
