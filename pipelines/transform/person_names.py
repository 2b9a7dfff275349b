"""Names of people as strings: what is left of a name when spelling, script and length do not count."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

import polars as pl

from pipelines.settings import REFERENCE_DIR

NOT_LATIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
"""Letters that Unicode does not take apart into a base letter and a mark."""

SONS = ("bin", "ibn", "bint")
"""Words before a father's name, which stands between given name and surname."""

ARTICLES_OF_SURNAMES = ("al", "el", "ul")
GIVEN_NAME_SPELLINGS = [
    (re.compile(pattern), sound) for pattern, sound in (("c(?![hei])", "k"), ("ph", "f"), ("w", "v"))
]
"""More of them, which in surnames would join English names that have nothing in common."""

TRANSLITERATIONS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"x", "ks"),
        (r"tsch|tch|tsj", "ch"),
        (r"sch", "sh"),
        (r"q", "k"),
        (r"kh", "h"),
        (r"ou|oo", "u"),
        (r"y", "i"),
        (r"ij", "i"),
        (r"(.)\1+", r"\1"),
        (r"^ie", "e"),
    )
]
"""Ways in which one foreign name is printed in English, in the order they are undone."""

OTHER_ALPHABETS = [
    (re.compile(pattern), sound)
    for pattern, sound in ((r"ts|tz|s", "z"), (r"w", "v"), (r"ch", "h"), (r"j|y", "i"), (r"ii+", "i"), (r"^ie", "e"))
]
"""What German and French make of Cyrillic beside English: ``Selenskyj``, ``Jelzin``, ``Lawrow``, ``Chodorkowski``."""

SLAVIC_ENDING = re.compile(r"(?:[oei][vw]a?|ina?|sk[aij]*|ko|i[ct]s?c?h)$")

SHORTEST_TRANSLITERATED = 5

_NOT_LETTER = re.compile(r"[^a-z]+")
_VOWELS = re.compile(r"[aeiou]+")


class NameForm(NamedTuple):
    """A name by which a person is called, without what spellings of it differ in.

    Attributes:
        given: First name, or its initial; empty where only one name is printed.
        middle: The other names before the surname.
        family: Surname, or the only name.
        suffix: Such as ``jr``; empty for none.
    """

    given: str
    middle: tuple[str, ...]
    family: str
    suffix: str

    @property
    def is_full(self) -> bool:
        """Whether it has a given name beside the surname."""
        return bool(self.given)

    @property
    def core(self) -> tuple[str, str, str]:
        """What nearly all names of one person agree in."""
        return self.given, self.family, self.suffix


def name_form(person_name: str, given_name: str | None, family_name: str | None, suffix: str | None) -> NameForm:
    """Bring a name into a form that spellings, accents and transliterations of it share."""
    if not given_name or not family_name:
        return NameForm("", (), _surname(family_name or given_name or person_name), "")
    given, *middle = _words(_spaced_initials(given_name, family_name)) or [""]
    return NameForm(given, tuple(middle), _surname(family_name), "".join(_letters(suffix or "").split()))


def given_key(name: str) -> str:
    """The ``given`` of the forms of all names that begin with this given name."""
    return next(iter(_words(name)), "")


def is_initial(name: str) -> bool:
    """Whether a name of a form is only a first letter."""
    return len(name) == 1


def same_letters(first: str, second: str) -> bool:
    """Whether two given or middle names are one, or one is the initial of the other."""
    return first == second or (min(len(first), len(second)) == 1 and first[:1] == second[:1])


def same_but_for_a_vowel(first: str, second: str) -> bool:
    """Whether two given names are long enough, end alike, and differ in one vowel: ``Faris``, ``Fares``."""
    if len(first) != len(second) or len(first) < SHORTEST_TRANSLITERATED or first[-1] != second[-1]:
        return False
    different = [pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]]
    return len(different) == 1 and set(different[0]) <= set("aeiou")


def consonants(family: str) -> str:
    """A surname of a form without its vowels, in which transliterations differ most."""
    return family[:1] + _VOWELS.sub("", family[1:])


@cache
def across_languages(name: str) -> str:
    """A part of a form without what the languages differ in that transliterate Cyrillic."""
    return _sound(name, OTHER_ALPHABETS)


def is_slavic(family: str) -> bool:
    """Whether a surname of a form ends like those that are printed in other letters at home."""
    return SLAVIC_ENDING.search(family) is not None


@cache
def full_names() -> dict[str, frozenset[str]]:
    """The names of ``seeds/reference/nicknames.csv`` that each short or foreign form stands for."""
    found: dict[str, set[str]] = {}
    for names in pl.read_csv(REFERENCE_DIR / "nicknames.csv")["names"]:
        full, *others = (_given_sound(name) for name in names.split())
        for other in others:
            found.setdefault(other, set()).add(full)
    return {other: frozenset(names) for other, names in found.items()}


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().translate(NOT_LATIN))
    plain = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’ʼ`")
    return _NOT_LETTER.sub(" ", plain).strip()


def _spaced_initials(given_name: str, family_name: str) -> str:
    """``JD`` as ``J D``, unless the whole name is printed in capitals."""
    are_initials = len(given_name) == 2 and given_name.isupper() and not family_name.isupper()
    return " ".join(given_name) if are_initials else given_name


def _words(given_name: str) -> list[str]:
    """Words of a given name; ``J.D.`` is two initials, ``Jean-Luc`` one name."""
    joined = re.sub(r"(?<=\w\w)-(?=\w)", "", given_name)
    return [_given_sound(word) for word in _letters(joined).split()]


def _surname(family_name: str) -> str:
    words = _letters(family_name).split()
    if len(words) > 2 and words[0] in SONS:
        words = words[2:]
    if len(words) > 1 and words[0] in ARTICLES_OF_SURNAMES:
        words = words[1:]
    return _sound("".join(words)) or family_name.casefold()


def _given_sound(letters: str) -> str:
    """The sound of a given name, its first letter as printed, so that it can be compared with an initial."""
    return letters[0] + _sound(letters, [*GIVEN_NAME_SPELLINGS, *TRANSLITERATIONS])[1:]


def _sound(letters: str, spellings: list[tuple[re.Pattern[str], str]] = TRANSLITERATIONS) -> str:
    for pattern, sound in spellings:
        letters = pattern.sub(sound, letters)
    return letters
