"""Which words of a sentence can be part of a person's name, and the runs they form."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import polars as pl
from spacy.tokens import Doc, Span, Token

from pipelines.settings import REFERENCE_DIR
from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.people.lexicon import is_given_name, is_title
from pipelines.transform.organization_names import word_set

PARTICLES = word_set(
    "van von der den de del dela della di da dos das do du la le el al ul bin ibn bint ben ter ten zu zur af av e y "
    "ould abu"
)
SUFFIXES = word_set("jr jr. sr sr. ii iii iv")
LIKENESS = word_set("type style era led backed like inspired esque friendly supporting aligned appointed")
"""What is joined to a whole name by a hyphen and is no syllable of it: ``an Ada Quill-type leader``."""
POSTNOMINALS = frozenset(["KC", "QC", "MP", "MEP", "MSP", "OBE", "CBE", "MBE", "PhD", "MD", "Esq"])
"""Letters behind a name that say what someone is: no part of the name."""
NAMES_OF_HOUSES = frozenset([("White", "House"), ("Wall", "Street"), ("Capitol", "Hill")])
"""Pairs that often follow a surname: ``the Halloran White House``."""
_BEGIN_HOUSES = frozenset(first for first, _ in NAMES_OF_HOUSES)
REMEMBERED = 20_000
"""Spellings that are kept: most words of an article have been seen before."""
_LETTER = "[A-Za-zÀ-ɏḀ-ỿ]"
"""Latin ones: a name in another script beside it is no name of its own."""
_NAME_WORD = re.compile(rf"(?:[dDlL]['’](?=[A-Z]))?(?:{_LETTER}\.?)+(?:['’]{_LETTER}+)*")
_ELIDED = re.compile(r"[dl]['’][A-Z]")
_INNER_CAPITAL = re.compile(r"([A-Z][a-zß-ÿ]+)[A-Z]")
_JOINED = word_set("Abu Al Ben Da Dal De Del Della Des Di Dos Du El Fitz La Las Le Li Lo Los Mac Mc San St Van Von")
"""Beginnings of names with a capital within: ``McCann``, ``DeWitt``. Others are of products and firms."""
OPENING_MARKS, CLOSING_MARKS = word_set("“ \" ‘ ' ("), word_set("” \" ’ ' )")
MARKS_IN_NAMES = OPENING_MARKS | CLOSING_MARKS | frozenset("[]")
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
    if not _is_spelled_like_name(text) or token.tag_ == "POS":
        return False
    if text in ("A", "I"):
        return token.i + 1 < len(token.doc) and is_initial(token.doc[token.i + 1].text)
    if text in _BEGIN_HOUSES and token.i + 1 < len(token.doc) and (text, token.nbor().text) in NAMES_OF_HOUSES:
        return False
    return text.lower() not in never_in_person_names() or is_initial(text)


@lru_cache(REMEMBERED)
def _is_spelled_like_name(text: str) -> bool:
    is_capitalised = text[0].isupper() or _ELIDED.match(text) is not None
    return is_capitalised and _NAME_WORD.fullmatch(text) is not None and not _is_brand_spelling(text)


def _is_brand_spelling(word: str) -> bool:
    """Whether a capital stands within a word where no name has one: ``HarborWatch``, not ``McCann`` or ``JoAnn``."""
    inner = _INNER_CAPITAL.match(word)
    return inner is not None and inner[1] not in _JOINED and not is_given_name(inner[1])


def is_initial(word: str) -> bool:
    """Whether a word is one to three initials: ``J.``, ``W``, ``H.R.``."""
    return word.isupper() and bool(_INITIALS.fullmatch(word)) and (len(word) <= 2 or "." in word)


def is_acronym_word(word: str) -> bool:
    """Whether a word is printed in capitals only and is no initial."""
    return len(word) > 1 and word.isupper() and not is_initial(word)


def name_runs(paragraph: Paragraph) -> Iterator[Span]:
    """The longest runs of words that may each be a person's name, titles in front included."""
    doc, end = paragraph.doc, 0
    for index in paragraph.capitalised:
        if index < end or not is_name_word(doc[index]):
            continue
        end = index
        while end < len(doc) and (length := _continues(doc, end)):
            end += length
        yield Span(doc, _first_token(doc, index), end)


def _first_token(doc: Doc, index: int) -> int:
    """Where a name begins whose first capital is at a word: before the article of ``al-Rashidi``."""
    return index - 2 if index > 1 and doc[index - 1].text == "-" and doc[index - 2].text in ("al", "el") else index


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
    if is_nickname_at(doc, index):
        return 3
    return _length_of_insertion(doc, index) if token.text in ("[", "]") else 0


def _length_of_insertion(doc: Doc, index: int) -> int:
    """How many tokens carry on a name of which an editor has put in a part: ``[Ada] Quill``, ``Ada [Quill]``."""
    if doc[index].text == "]" and 1 < index < len(doc) - 1 and doc[index - 2].text == "[":
        return int(is_given_name(doc[index - 1].text) and is_name_word(doc[index + 1]))
    closes = index + 2 < len(doc) and doc[index].text == "[" and doc[index + 2].text == "]"
    if not closes or not is_name_word(doc[index + 1]):
        return 0
    begins = is_title(doc[index - 1].text) and is_given_name(doc[index + 1].text)
    return 3 if begins or is_given_name(doc[index - 1].text) else 0


def is_nickname_at(doc: Doc, index: int) -> bool:
    """Whether one name in marks stands between two words of a name: ``Ada “Dot” Quill``, in brackets a given name."""
    if index + 3 >= len(doc) or index == 0 or doc[index].text not in OPENING_MARKS:
        return False
    inner, closing, after = doc[index + 1 : index + 4]
    if closing.text not in CLOSING_MARKS or not is_name_word(inner) or not is_name_word(after):
        return False
    return is_name_word(doc[index - 1]) and (doc[index].text != "(" or is_given_name(inner.text))


def is_stop_of_suffix(token: Token) -> bool:
    """Whether a full stop belongs to the suffix before it, which the tokenizer parts: ``Sr.``."""
    return token.text == "." and token.i > 0 and token.nbor(-1).lower_ in SUFFIXES and not token.nbor(-1).whitespace_


def _joins_on(doc: Doc, index: int) -> bool:
    """Whether the word after a hyphen is capitalised, or the second syllable of a given name: ``Kim Jong-un``."""
    if is_name_word(doc[index]):
        return True
    return index > 2 and doc[index].is_lower and doc[index].text not in LIKENESS and is_name_word(doc[index - 3])


def _leads_on(doc: Doc, index: int) -> bool:
    """Whether a particle is followed by a name word, or by a hyphen and one."""
    following = index + 1
    if following + 1 < len(doc) and doc[following].text == "-":
        following += 1
    return following < len(doc) and (is_name_word(doc[following]) or doc[following].lower_ in PARTICLES)
