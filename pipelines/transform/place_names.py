"""How names of places are compared: one key for all the ways to print a name."""

import re
import unicodedata
from functools import lru_cache

REMEMBERED = 50_000
"""Keys that are kept: articles name the same places over and over."""

_SHORT_FORMS = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_DROPPED = re.compile(r"[.'’‘`ʻʼ]")
_GAPS = re.compile(r"[\s\-–—/,]+")
_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae"})


@lru_cache(REMEMBERED)
def place_key(name: str) -> str:
    """Fold a name to what all its spellings share.

    Case, accents, full stops, apostrophes and hyphens are dropped, ``Saint``, ``Mount`` and ``Fort`` shortened, and a
    leading article removed: ``The Hague`` and ``Hague`` meet, as do ``St. Cloud`` and ``Saint Cloud``.
    """
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = "".join(char for char in decomposed if not unicodedata.combining(char))
    words = _GAPS.sub(" ", _DROPPED.sub("", name)).strip().casefold().split(" ")
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)
