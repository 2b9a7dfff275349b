"""What kind of organization a name names, told from its words."""

import re
from functools import cache

import polars as pl

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.organization_names import LEGAL_FORMS, known_names, spelling_key, without_article, word_set

GOVERNMENT_WORDS = word_set("senate congressional parliamentary federal government investigative judiciary")
TYPES_OF_FIRST_WORDS = {
    "radio": "media", "tele": "media", "banco": "company", "banca": "company", "banque": "company",
    "fc": "sports", "afc": "sports", "ac": "sports", "universidad": "university", "universidade": "university",
    "université": "university", "universität": "university", "università": "university", "uc": "university",
    "suny": "university", "cuny": "university", "institut": "other", "instituto": "other", "istituto": "other",
    "fundación": "other", "fundação": "other", "fondation": "other", "fondazione": "other", "stiftung": "other",
}  # fmt: skip
LONGEST_HEAD = 4
SPOKEN_OF_LOWER = frozenset(["government", "party", "military", "bloc"])
"""Kinds whose head word is printed without a capital, too: ``Democratic party``."""
_COUNCIL_ON = re.compile(r"\bCouncil (?:on|for) ")
"""A council with a subject is mostly no authority, unlike one of a town or of a state."""
_NUMBERED_DIVISION = re.compile(r"(?:\d(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth) (?:\w+ )?Division$")
_COMPLEMENT = re.compile(r" (?:of|for|on|against|in|at|to|and) ", re.IGNORECASE)
PEOPLE = frozenset(["Associates", "Partners", "Brothers", "Sons", "Advisers", "Advisors", "Conservatives", "Democrats"])
"""Words that end names of organizations, and before ``of`` are only people: ``Associates of Renholm``."""
_BEFORE_COMPLEMENTS = (" of ", " for ", " on ", " to ", " against ")


@cache
def head_types() -> dict[str, str]:
    """Kind of organization by head words, from ``seeds/reference/organization_heads.csv``."""
    table = pl.read_csv(REFERENCE_DIR / "organization_heads.csv")
    return dict(table.select("head_words", "organization_type").iter_rows())


@cache
def finding_words() -> frozenset[str]:
    """Last words of those head words by which a capitalised phrase is surely an organization."""
    table = pl.read_csv(REFERENCE_DIR / "organization_heads.csv").filter("is_sure")
    return frozenset(head.split()[-1] for head in table["head_words"])


def head_type(words: str) -> str | None:
    """Kind of the longest head words that a phrase ends with; None where it ends with none.

    Of two words with a hyphen only a newspaper's count: ``Star-Tribune``.
    """
    parts = words.lower().replace("’", "'").split()
    for length in range(min(LONGEST_HEAD, len(parts)), 0, -1):
        kind = head_types().get(" ".join(parts[-length:]))
        if kind:
            return kind
    of_pair = head_types().get(parts[-1].rpartition("-")[2]) if parts and "-" in parts[-1] else None
    return of_pair if of_pair == "media" else None


def has_head_word(name: str) -> bool:
    """Whether head words end a name or stand before its complement, or an organization's word begins it."""
    heads = [part for preposition in _BEFORE_COMPLEMENTS if (part := name.split(preposition)[0]) not in PEOPLE]
    if any(_ends_in_head_word(words) for words in (name, *heads)):
        return True
    first, _, rest = name.partition(" ")
    return first.lower() in TYPES_OF_FIRST_WORDS and rest[:1].isupper()


def _ends_in_head_word(words: str) -> bool:
    kind = head_type(words)
    return kind is not None and (kind in SPOKEN_OF_LOWER or not words.split()[-1][0].islower())


def _type_with_complement(name: str) -> str | None:
    """Kind by head words that hold their own complement: ``School of Law`` is no school."""
    words = name.lower().split()
    endings = (" ".join(words[-length:]) for length in range(LONGEST_HEAD, 2, -1))
    return next((head_types()[ending] for ending in endings if " of " in ending and ending in head_types()), None)


def organization_type(name: str) -> str:
    """Kind of organization; ``other`` where no word tells.

    A name known by itself comes first, then the head words: those with their complement (``School of Law``), those
    before one (``University`` in “University of Ghent”) or, without one, the last.
    """
    name = without_article(name)
    known = known_names().get(spelling_key(name))
    if known:
        return known.organization_type
    if _COUNCIL_ON.search(name):
        return "other"
    if _NUMBERED_DIVISION.search(name):
        return "military"
    if name.lower().rstrip(".").split()[-1] in LEGAL_FORMS:
        return "company"
    kind = _type_with_complement(name) or head_type(_COMPLEMENT.split(name)[0]) or head_type(name)
    kind = kind or TYPES_OF_FIRST_WORDS.get(name.lower().split()[0], "other")
    words = name.lower().split()
    is_of_state = words[0] == "house" or not GOVERNMENT_WORDS.isdisjoint(words)
    return "government" if kind == "other" and is_of_state else kind
