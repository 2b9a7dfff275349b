"""What the words of a name are beside names: words of the language, given names of their own, places."""

from functools import cache

from spacy.tokens import Token

from pipelines.transform.annotate.names.name_words import common_words
from pipelines.transform.annotate.people.lexicon import is_given_name
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.quotes.lexicon import verb_forms
from pipelines.transform.place_names import place_key

PROMINENT = 60
"""Tenths of the logarithm of a million people."""
LARGE_PLACE = 50
"""The same of a hundred thousand."""


def is_common_word(token: Token | str) -> bool:
    """Whether a word is one of the language that news prints in lower case: also a plural, or a form of a verb."""
    return _is_common(token if isinstance(token, str) else token.text)


@cache
def _is_common(text: str) -> bool:
    word = text.lower()
    return word in common_words() or word in verb_forms() or (word.endswith("s") and word[:-1] in common_words())


@cache
def is_clear_given_name(word: str) -> bool:
    """Whether a word is a given name and nothing else that news prints: not ``Hope``, not ``Paris``."""
    return is_given_name(word) and word.lower() not in common_words() and prominence(word) < PROMINENT


def prominence(name: str) -> int:
    """How prominent the best-known place of a name is, in tenths of the logarithm of its people; 0 for none."""
    entry = load_lexicon().entries.get(place_key(name))
    return 0 if entry is None else entry.prominence
