"""Names of organizations as strings: which of them are one name spelled in several ways, and which are acronyms."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

import polars as pl

from pipelines.settings import REFERENCE_DIR


def word_set(words: str) -> frozenset[str]:
    """The words of a string, as a set."""
    return frozenset(words.split())


REMEMBERED = 50_000
"""Keys that are kept: articles name the same organizations over and over."""
LEGAL_FORMS = word_set(
    "inc incorporated corp corporation co company ltd limited plc llc llp lp gmbh ag sa nv bv ab asa oyj spa srl kk "
    "pty pte"
)
SPELLINGS = {
    "centre": "center",
    "defence": "defense",
    "organisation": "organization",
    "programme": "program",
    "dept": "department",
    "assn": "association",
    "univ": "university",
}
NOT_INITIAL = word_set("a an and at de for in of on the to with")
ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][A-Z0-9&.-]*[A-Z0-9]\.?")
MAX_ACRONYM_LENGTH = 8
_POSSESSIVE = re.compile(r"['’]s?$")
_NOT_WORD = re.compile(r"[^a-z0-9 ]+")


class KnownName(NamedTuple):
    """A name that readers know without explanation: its usual full form, its kind, the country that it speaks for."""

    organization_name: str
    organization_type: str
    country_code: str | None


def without_article(name: str) -> str:
    """A printed name without ``the`` before it and without the possessive after it."""
    name = _POSSESSIVE.sub("", name) if name.endswith(("'s", "’s", "s'", "s’")) else name
    head, _, rest = name.partition(" ")
    return rest.strip() if head.lower() == "the" and rest else name


def is_acronym(name: str) -> bool:
    """Whether a name is made of capitals, as NATO, U.N. and FBI are."""
    return bool(ACRONYM.fullmatch(name)) and len(name.replace(".", "")) <= MAX_ACRONYM_LENGTH


def initials(name: str) -> str:
    """First letters of the words of a name, without small words: ``RUSI`` for Royal United Services Institute."""
    words = re.split(r"[\s-]+", without_article(name))
    return "".join(word[0] for word in words if word and word.lower() not in NOT_INITIAL).upper()


@lru_cache(REMEMBERED)
def spelling_key(name: str) -> str:
    """What is left of a name without case, accents, punctuation, article, legal form and British spelling."""
    plain = unicodedata.normalize("NFKD", without_article(name).casefold())
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    plain = plain.replace("&", " and ").replace("-", " ").replace(".", "").replace("'", "").replace("’", "")
    words = [SPELLINGS.get(word, word) for word in _NOT_WORD.sub(" ", plain).split()]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words.pop()
    return " ".join(words)


@cache
def possessive_names() -> frozenset[str]:
    """Known names that end in a possessive of their own: ``McDonald's``."""
    table = pl.read_csv(REFERENCE_DIR / "organizations.csv")
    return frozenset(name for name in table["organization_name"] if name.endswith("'s"))


@cache
def known_names() -> dict[str, KnownName]:
    """The names of ``seeds/reference/organizations.csv`` by their spelling key."""
    table = pl.read_csv(REFERENCE_DIR / "organizations.csv").select(
        "organization_name", "organization_type", "country_code", "other_names"
    )
    known = {}
    for name, kind, country, other_names in table.iter_rows():
        for form in [name, *(other_names or "").split(";")]:
            if form:
                known[spelling_key(form)] = KnownName(name, kind, country)
    return known
