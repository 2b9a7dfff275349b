"""Which words of a sentence can be part of a person's name, and the runs they form."""

import re
from collections.abc import Iterator
from functools import cache

import polars as pl
from spacy.tokens import Doc, Span, Token

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.people.lexicon import is_given_name, is_title
from pipelines.transform.annotate.tokens import capitalised_tokens
from pipelines.transform.organization_names import word_set

PARTICLES = word_set(
    "van von der den de del della di da dos das do du la le el al ul bin ibn bint ben ter ten zu zur af av e y ould abu"
)
SUFFIXES = word_set("jr jr. sr sr. ii iii iv")
POSTNOMINALS = frozenset(["KC", "QC", "MP", "MEP", "MSP", "OBE", "CBE", "MBE", "PhD", "MD", "Esq"])
"""Letters behind a name that say what someone is: no part of the name."""
ROMAN_NUMERAL = re.compile(r"[IVX]+")
NAMES_OF_HOUSES = frozenset([("White", "House"), ("Wall", "Street"), ("Capitol", "Hill")])
"""Pairs that often follow a surname: ``the Halloran White House``."""
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.?)+(?:['’][^\W\d_]+)*")
_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")


@cache
def common_words() -> frozenset[str]:
    """Words that news prints in lower case: ``seeds/reference/common_words.csv``."""
    return frozenset(pl.read_csv(REFERENCE_DIR / "common_words.csv")["word"])


@cache
def never_in_person_names() -> frozenset[str]:
    """Words that people's names do not hold: ``seeds/reference/not_people.csv``."""
    return frozenset(pl.read_csv(REFERENCE_DIR / "not_people.csv")["word"])


def is_name_word(token: Token) -> bool:
    """Whether a word is capitalised like a name and may stand in a person's name."""
    text = token.text
    if not text[0].isupper() or not _NAME_WORD.fullmatch(text) or token.tag_ == "POS":
        return False
    if token.i + 1 < len(token.doc) and (text, token.nbor().text) in NAMES_OF_HOUSES:
        return False
    if text in ("A", "I"):
        return token.i + 1 < len(token.doc) and is_initial(token.doc[token.i + 1].text)
    return token.lower_ not in never_in_person_names() or is_initial(text)


def is_initial(word: str) -> bool:
    """Whether a word is one to three initials: ``J.``, ``W``, ``H.R.``."""
    return word.isupper() and bool(_INITIALS.fullmatch(word)) and (len(word) <= 2 or "." in word)


def is_acronym_word(word: str) -> bool:
    """Whether a word is printed in capitals only and is no initial."""
    return len(word) > 1 and word.isupper() and not is_initial(word)


def name_runs(paragraph: Paragraph) -> Iterator[Span]:
    """The longest runs of words that may each be a person's name, titles in front included."""
    doc, end = paragraph.doc, 0
    for index in capitalised_tokens(paragraph):
        if index < end or not is_name_word(doc[index]):
            continue
        end = index
        while end < len(doc) and (length := _continues(doc, end)):
            end += length
        yield doc[_first_token(doc, index) : end]


def _first_token(doc: Doc, index: int) -> int:
    """Where a name begins whose first capital is at a word: before the article of ``al-Rashidi``."""
    return index - 2 if index > 1 and doc[index - 1].text == "-" and doc[index - 2].text in ("al", "el") else index


def without_titles(run: Span) -> Span:
    """A run of name words without its titles, what stands before them, and a common word that begins the sentence.

    ``Both President Halloran`` is cut to the surname; ``Stephen King`` is not, since ``Stephen`` is a given name.
    A run that ends in a title or common word stays whole.
    """
    if is_given_name(run[0].text):
        return run
    no_names = [token.i for token in run if is_title(token.text) or (token.is_sent_start and _is_common(token))]
    if not no_names or no_names[-1] == run.end - 1:
        return run
    return run.doc[no_names[-1] + 1 : run.end]


def _is_common(token: Token) -> bool:
    return token.lower_ in common_words()


def _continues(doc: Doc, index: int) -> int:
    """How many tokens from one on carry on a name: its words, particles and hyphens before another, and suffixes."""
    token = doc[index]
    if is_name_word(token):
        return 1
    if token.text == "," and index + 1 < len(doc) and doc[index + 1].lower_ in SUFFIXES:
        return 2
    if is_stop_of_suffix(token):
        return 1
    if token.text in ("-", "'", "’") and not doc[index - 1].whitespace_ and not token.whitespace_:
        return 2 if index + 1 < len(doc) and _joins_on(doc, index + 1) else 0
    if token.lower_ in PARTICLES:
        return next((ahead for ahead in (1, 2) if _leads_on(doc, index + ahead - 1)), 0)
    return 0


def is_stop_of_suffix(token: Token) -> bool:
    """Whether a full stop belongs to the suffix before it, which the tokenizer parts: ``Sr.``."""
    return token.text == "." and token.i > 0 and token.nbor(-1).lower_ in SUFFIXES and not token.nbor(-1).whitespace_


def _joins_on(doc: Doc, index: int) -> bool:
    """Whether the word after a hyphen is capitalised, or the second syllable of a given name: ``Kim Jong-un``."""
    if is_name_word(doc[index]):
        return True
    return index > 2 and doc[index].is_lower and is_name_word(doc[index - 3])


def _leads_on(doc: Doc, index: int) -> bool:
    """Whether a particle is followed by a name word, or by a hyphen and one."""
    following = index + 1
    if following + 1 < len(doc) and doc[following].text == "-":
        following += 1
    return following < len(doc) and (is_name_word(doc[following]) or doc[following].lower_ in PARTICLES)
