"""What the tables of given names and titles tell about a word."""

import unicodedata
from functools import cache
from typing import Literal

import polars as pl

from pipelines.settings import REFERENCE_DIR

Gender = Literal["female", "male"]

_LETTERS_WITHOUT_DECOMPOSITION = str.maketrans("łøıđðþæœ", "loiddtao")


@cache
def folded(word: str) -> str:
    """A word in lower case without diacritics, so that spellings of one name compare equal."""
    lower = word.replace("’", "'").lower().translate(_LETTERS_WITHOUT_DECOMPOSITION)
    return "".join(char for char in unicodedata.normalize("NFD", lower) if not unicodedata.combining(char))


@cache
def _given_names() -> dict[str, str]:
    return dict(pl.read_csv(REFERENCE_DIR / "given_names.csv").iter_rows())


@cache
def _titles() -> dict[str, Gender | None]:
    return dict(pl.read_csv(REFERENCE_DIR / "person_titles.csv").iter_rows())


def is_given_name(word: str) -> bool:
    """Whether a word is a given name somewhere."""
    return folded(word) in _given_names() or _first_part(word) in _given_names()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(pl.read_csv(REFERENCE_DIR / "surnames.csv")["surname"])


def is_surname(word: str) -> bool:
    """Whether a word is a frequent surname, or one that news prints alone: ``seeds/reference/surnames.csv``."""
    return folded(word) in _surnames()


@cache
def public_surnames() -> frozenset[str]:
    """Surnames that in news mean one well-known person, folded: ``seeds/reference/public_surnames.csv``."""
    return frozenset(pl.read_csv(REFERENCE_DIR / "public_surnames.csv")["surname"])


def gender_of_given_name(word: str) -> Gender | None:
    """Who usually bears a given name; None for names of both and for unknown ones."""
    gender = _given_names().get(folded(word)) or _given_names().get(_first_part(word))
    return "female" if gender == "female" else "male" if gender == "male" else None


def is_title(word: str) -> bool:
    """Whether a word may stand before a name to say what its bearer is: ``Sen.``, ``President``, ``Mrs``."""
    return word.lower() in _titles()


def gender_of_title(word: str) -> Gender | None:
    """The gender that a title or a noun of kinship tells, if any."""
    return _titles().get(word.lower())


def _first_part(word: str) -> str:
    return folded(word).split("-")[0]
