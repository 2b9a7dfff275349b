"""Tell names that are given for relatives of somebody: ``his daughter Nettie Baker``, ``two sons, Leo and Wyatt``."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.people.lexicon import Gender, gender_of_title
from pipelines.transform.organization_names import word_set

RELATIVES = word_set(
    "wife husband spouse widow widower son sons daughter daughters child children stepson stepsons stepdaughter "
    "stepdaughters mother father parents mom mum dad stepmother stepfather brother brothers sister sisters twin twins "
    "sibling siblings half-brother half-sister uncle aunt nephew nephews niece nieces cousin cousins grandfather "
    "grandmother grandson grandsons granddaughter granddaughters grandchild grandchildren fiance fiancé fiancee "
    "fiancée boyfriend girlfriend brother-in-law sister-in-law mother-in-law father-in-law son-in-law daughter-in-law"
)
"""Nouns that say whose relative somebody is."""
EXPLAINING = ("compound", "nmod", "appos")
CLOSING = word_set(", . ; : ) — – --")
OPENING = word_set(", ( — – --")


def is_named_as_relative(name: Span) -> bool:
    """Whether a noun of kinship stands before a name, alone or first in a list, or explains it."""
    return any(_nouns(name))


def is_told_by_a_relative(name: Span) -> bool:
    """Whether a name is given for a relative of somebody told, or to tell one.

    ``His daughter Nettie Baker`` and ``the widow of Charlie Quill`` tell of others than these two.
    """
    root = name.root
    if root.dep_ == "pobj" and root.head.lower_ == "of" and _is_relative(root.head.head):
        return True
    return any(child.dep_ == "poss" for noun in _nouns(name) for child in noun.children)


def gender_of_relative(name: Span) -> Gender | None:
    """The gender that a noun of kinship tells: ``her husband, Odd Quill``."""
    return next((gender for noun in _nouns(name) if (gender := gender_of_title(noun.text))), None)


def _nouns(name: Span) -> Iterator[Token]:
    """The nouns of kinship that a name or the list it stands in begins with, or that explain them."""
    for token in (name.root, *_listed_before(name.root)):
        beside = [child for child in token.children if child.dep_ in EXPLAINING]
        yield from filter(_is_relative, (token, *beside, *([token.head] if token.dep_ == "appos" else [])))
    if before := _noun_set_off_before(name):
        yield before


def _noun_set_off_before(name: Span) -> Token | None:
    """The noun of kinship that a name is set off from, or a list that it begins: not ``with his mother, Ada left``."""
    before = name.doc[max(name.start - 2, name.sent.start) : name.start]
    if len(before) < 2 or before[1].text not in OPENING or not _is_relative(before[0]):
        return None
    after = name.doc[name.end] if name.end < len(name.doc) else None
    return before[0] if after is None or after.tag_ == "CC" or after.text in CLOSING else None


def _listed_before(token: Token) -> Iterator[Token]:
    """The words that a word is joined to, back to the first one."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
        yield token


def _is_relative(token: Token) -> bool:
    return token.lower_ in RELATIVES and token.dep_ != "poss"
