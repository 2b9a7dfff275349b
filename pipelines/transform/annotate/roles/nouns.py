"""Nouns that say what somebody is."""

from functools import cache

import polars as pl
from spacy.tokens import Token

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.organization_names import word_set

PERSON_SUFFIXES = ("man", "woman", "person", "ist", "ologist", "ian", "eer", "maker", "holder", "keeper", "worker")
ABSTRACT_SUFFIXES = ("ity", "tion", "sion", "ness", "ment", "ism", "ship", "ance", "ence", "hood")
TIME_NOUNS = word_set(
    "day days week weeks month months year years hour hours minute minutes decade decades moment time night morning "
    "afternoon evening weekend spring summer autumn fall winter"
)


TEMPORARY = word_set("acting interim incoming outgoing departing sitting reigning")
"""Words before an office, some of them participles: ``acting mayor``."""


@cache
def _role_nouns() -> frozenset[str]:
    return frozenset(pl.read_csv(REFERENCE_DIR / "role_nouns.csv")["noun"])


def is_role_noun(token: Token) -> bool:
    """Whether a word names people by office, trade, kinship or affiliation: ``mayor``, ``Sen.``, ``co-founder``."""
    word = token.lower_
    if word.startswith(("co-", "ex-")) and token.i > 0 and token.nbor(-1).text == "-":
        word = word.removeprefix("co-").removeprefix("ex-")
    is_made = token.tag_ == "NN" and len(word) > 5 and word.endswith(PERSON_SUFFIXES) and word not in PERSON_SUFFIXES
    return is_made or word in _role_nouns()


def is_abstract_noun(token: Token) -> bool:
    """Whether a word is made like those for what is no person: ``convention``, ``complexity``."""
    return token.lower_.endswith(ABSTRACT_SUFFIXES) and not is_role_noun(token)


def is_time_noun(token: Token) -> bool:
    """Whether a word measures time, so that what it heads is no role: ``a day after the vote``."""
    return token.lower_ in TIME_NOUNS
