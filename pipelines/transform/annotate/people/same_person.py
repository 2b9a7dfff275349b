"""Whether two names of one article can be one person's."""

from functools import cache, lru_cache

import polars as pl
from rapidfuzz.distance import OSA

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.people.lexicon import folded, is_given_name, is_surname, public_surnames
from pipelines.transform.annotate.people.printed_names import PrintedName
from pipelines.transform.person_names import same_but_for_a_vowel

SHORTEST_MISSPELLED = 6
REMEMBERED = 20_000
"""Pairs of names that are kept: an article compares the same ones again and again."""
LONGER_NAME = 8
"""From so many letters on, two of them may be wrong."""


@cache
def _nicknames() -> list[frozenset[str]]:
    """Given names with their short forms: ``seeds/reference/nicknames.csv``."""
    return [frozenset(names.split()) for names in pl.read_csv(REFERENCE_DIR / "nicknames.csv")["names"]]


@lru_cache(REMEMBERED)
def can_be_same(one: PrintedName, other: PrintedName) -> bool:
    """Whether two names of one article can be one person's.

    A name of one word can be the surname or the given name of a fuller one. Of two full names the surnames must agree
    and the given names be the same, a short form of each other, or an initial and a name that begins with it.
    """
    if one.is_full and other.is_full:
        if _is_double_surname(one, other) or _is_double_surname(other, one):
            return True
        if any(_shares_first_surname(*pair) for pair in ((one, other), (other, one))):
            return True
        agree = _families_agree(one, other) and _givens_agree(one, other)
        return (agree or _is_misspelt_surname_of_namesake(one, other)) and _suffixes_agree(one, other)
    if not one.is_full and not other.is_full:
        return folded(one.family) == folded(other.family) and _suffixes_agree(one, other)
    full, short = (one, other) if one.is_full else (other, one)
    return folded(short.family) in _short_forms(full) and _suffixes_agree(one, other)


def is_misspelt(lone: PrintedName, full: PrintedName) -> bool:
    """Whether a name of one word that nobody bears is the surname of a full name but for a letter or two."""
    mine, yours = folded(lone.family), folded(full.family)
    if mine[0] != yours[0] or is_surname(mine):
        return False
    return _is_nearly(mine, yours) or same_but_for_a_vowel(mine, yours)


def _is_misspelt_surname_of_namesake(one: PrintedName, other: PrintedName) -> bool:
    """Whether people of one given name have nearly one surname, as one article will hardly name two."""
    is_namesake = one.given_key == other.given_key and len(one.given_key or "") > 1 and _middles_agree(one, other)
    return is_namesake and _is_nearly(folded(one.family), folded(other.family))


def _is_nearly(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    if shortest < SHORTEST_MISSPELLED:
        return one == other
    return OSA.distance(one, other) <= (2 if shortest >= LONGER_NAME else 1)


def _is_double_surname(short: PrintedName, full: PrintedName) -> bool:
    """Whether one name is the end of the other: ``Lindqvist Moore`` of ``Sara Lindqvist Moore``."""
    mine, yours = folded(short.text).split(), folded(full.text).split()
    return len(mine) < len(yours) and yours[-len(mine) :] == mine


def _shares_first_surname(short: PrintedName, full: PrintedName) -> bool:
    """Whether a name lacks the second of two surnames: ``Alma Riquelme`` is ``Alma R. Riquelme Soto``.

    The other may lack the given name: ``Riquelme Soto``.
    """
    family = folded(short.family)
    if family == full.first_surname_key and short.given_key == full.given_key:
        return True
    return family == folded(full.given or "") and not is_given_name(family)


def _short_forms(name: PrintedName) -> set[str]:
    return {folded(name.family), *(form for form in name.short_forms if form)}


def _suffixes_agree(one: PrintedName, other: PrintedName) -> bool:
    """Whether two names have one suffix, or one of them dropped it, as names that are printed again do.

    It is not dropped where a middle name is added instead (``Ada J. Quill``, ``Ada Quill Jr.``), nor beside a short
    name whose surname by itself means somebody whom all news knows: that is the parent.
    """
    if one.suffix == other.suffix:
        return True
    if one.suffix and other.suffix:
        return False
    bare, suffixed = (other, one) if one.suffix else (one, other)
    mine, yours = (len((name.given or "").split()) for name in (bare, suffixed))
    is_parent = yours < 2 and bare.family_key in public_surnames()
    return not is_parent and mine <= max(yours, 1)


def _families_agree(one: PrintedName, other: PrintedName) -> bool:
    mine, yours = folded(one.family), folded(other.family)
    return mine == yours or mine.split()[-1] == yours.split()[-1] or _is_misspelling(mine, yours)


def _givens_agree(one: PrintedName, other: PrintedName) -> bool:
    mine, yours = one.given_key or "", other.given_key or ""
    if yours in _nickname(one) or mine in _nickname(other):
        return True
    if mine == yours or any(mine in names and yours in names for names in _nicknames()):
        return _middles_agree(one, other)
    short, long = sorted((mine, yours), key=len)
    return (len(short) == 1 and long.startswith(short)) or _is_misspelling(mine, yours)


def _nickname(name: PrintedName) -> tuple[str, ...]:
    return (folded(name.nickname),) if name.nickname else ()


def _middles_agree(one: PrintedName, other: PrintedName) -> bool:
    """Whether the middle names, as far as both print any, do not contradict each other."""
    mine, yours = ([folded(word).rstrip(".") for word in (name.given or "").split()[1:]] for name in (one, other))
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(mine, yours, strict=False))


def _is_misspelling(one: str, other: str) -> bool:
    """Whether long words differ by one letter more or by two swapped; another letter is another name (Olsen, Olson)."""
    if min(len(one), len(other)) < SHORTEST_MISSPELLED:
        return one == other
    return OSA.distance(one, other) <= 1 and (len(one) != len(other) or sorted(one) == sorted(other))
