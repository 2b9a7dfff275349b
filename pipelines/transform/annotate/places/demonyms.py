"""Find demonyms: adjectives and nouns for the people of a place."""

import re
from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.people.lexicon import is_given_name
from pipelines.transform.annotate.places.evidence import SAYING
from pipelines.transform.annotate.places.known import ArticleNames
from pipelines.transform.annotate.places.lexicon import Lexicon
from pipelines.transform.annotate.places.matches import word_key
from pipelines.transform.annotate.spans import CharSpan, PlaceSpan
from pipelines.transform.organization_names import word_set
from pipelines.transform.place_names import place_key

HYPHENS = frozenset(["-", "–"])

BEFORE_LANGUAGES = (
    "speak", "speaks", "spoke", "speaking", "learn", "learned", "learning", "fluent in", "native", "broken", "grade"
)  # fmt: skip
OF_LANGUAGES = word_set(
    "class classes department dictionary dub fluency grammar immersion language lesson lessons lyrics major poem "
    "proficiency pronunciation subtitles teacher teachers text translation translations translator version word words"
)
"""What is in a language or about it: a demonym before one of them names no country."""
OF_KITCHENS = word_set(
    "blinds braid braids bread cheese chicken cuisine deli dish dishes doors dressing food foods fries grill grocery "
    "horn kiss mustard pastry pizzeria pub recipe recipes restaurant restaurants rice rug rugs salad sausage sausages "
    "toast vanilla"
)
"""What is prepared or made in the manner of a country, wherever it is served or sold."""
OF_KENNELS = word_set(
    "bulldog bulldogs collie hound hounds mastiff pointer retriever setter sheepdog shepherd shepherds spaniel "
    "spaniels terrier terriers wolfhound"
)
"""Breeds, one word or two after the country that they are named after."""
MANNERS = frozenset(["only", "mostly", "some", "good", "perfect", "little", "fluent"])
"""What may stand between speaking and the language: ``spoke only French``."""
PREFIXES = {
    "Anglo": "British",
    "Austro": "Austrian",
    "Franco": "French",
    "Greco": "Greek",
    "Indo": "Indian",
    "Israelo": "Israeli",
    "Italo": "Italian",
    "Luso": "Portuguese",
    "Russo": "Russian",
    "Sino": "Chinese",
    "Turco": "Turkish",
}
"""First part of a pair of demonyms, and the demonym it stands for: ``Sino-Indian``."""
OF_AMERICANS = re.compile(
    r"(?i)\b(?:native|african|asian|italian|irish|mexican|latin)[ -]+americans?|american indians?\b"
)
"""Groups of people of one country, named after where their families came from."""


def find_demonyms(paragraph: Paragraph, known: ArticleNames, lexicon: Lexicon) -> Iterator[PlaceSpan]:
    """Demonyms of the lexicon (``Russian``, ``South Koreans``), but for those inside persons' names."""
    doc, texts = paragraph.doc, paragraph.columns.texts
    free = 0
    for start in paragraph.capitalised:
        if start < free:
            continue
        end = _end_of_demonym(paragraph, start, lexicon)
        if texts[start] in PREFIXES and _is_prefix(doc, doc[start], lexicon):
            span = CharSpan(paragraph.start_of(doc[start]), paragraph.end_of(doc[start]))
            yield PlaceSpan(span, "demonym", PREFIXES[texts[start]])
        words = doc[start:end] if end else None
        if words and not _begins_name(doc, words[0], end, lexicon) and _is_free(paragraph, words, known):
            yield PlaceSpan(CharSpan(paragraph.start_of(words), paragraph.end_of(words)), "demonym", words.text)
        free = end


def _is_prefix(doc: Doc, token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is the first half of a pair such as ``Franco-German``."""
    if token.i + 2 >= len(doc) or doc[token.i + 1].text not in HYPHENS:
        return False
    return word_key(doc[token.i + 2].text) in lexicon.demonyms


def _end_of_demonym(paragraph: Paragraph, start: int, lexicon: Lexicon) -> int:
    """Number one past a demonym of two words or one that begins at a word; 0 if there is none."""
    texts, key = paragraph.columns.texts, word_key(paragraph.columns.texts[start])
    is_first = key.partition(" ")[0] in _first_words(lexicon.demonyms) and texts[start] != "The"
    may_be_pair = is_first and start + 1 < len(texts) and texts[start + 1].isalpha()
    if may_be_pair and place_key(paragraph.text_of(start, start + 2)) in lexicon.demonyms:
        return start + 2
    return start + 1 if key in lexicon.demonyms else 0


@lru_cache(1)
def _first_words(demonyms: frozenset[str]) -> frozenset[str]:
    """What demonyms of several words begin with; an article in capitals may stand before any."""
    return frozenset(["the", *(key.split(" ")[0] for key in demonyms if " " in key)])


def _begins_name(doc: Doc, token: Token, end: int, lexicon: Lexicon) -> bool:
    """Whether a longer name of a place begins here: ``Czech Republic``, ``Soviet Union``."""
    longest = lexicon.longest.get(word_key(token.text), 1)
    return any(place_key(doc[token.i : stop].text) in lexicon.entries for stop in range(end + 1, token.i + longest + 1))


def _is_free(paragraph: Paragraph, words: Span, known: ArticleNames) -> bool:
    """Not in a person's name, no language (``spoke French``), no kitchen, and no part of ``African-American``."""
    doc, start = words.doc, words.start
    if OF_AMERICANS.search(doc[max(start - 2, 0) : start + 3].text) or _is_tribe(words) or _is_language(words):
        return False
    after = [token.lower_ for token in doc[words.end : words.end + 2]]
    if OF_KITCHENS.intersection(after[:1]) or OF_KENNELS.intersection(after) or _is_surname(words):
        return False
    name = known.name_at(paragraph.start_of(words))
    if name is None or name.label != "person" or _follows_prefix(words):
        return True
    is_whole = name.span.end - name.span.start == len(words.text)
    return is_whole and known.surnames.isdisjoint([words.text]) and words[-1].i + 1 < len(doc)


def _is_language(words: Span) -> bool:
    """Whether the language is meant: after ``spoke``, before ``lessons``, or after ``in`` with no noun behind it."""
    doc, at = words.doc, words.start
    while at and doc[at - 1].lower_ in MANNERS:
        at -= 1
    if doc[max(at - 2, 0) : at].text.lower().endswith(BEFORE_LANGUAGES):
        return True
    if words.end < len(doc) and doc[words.end].lower_ in OF_LANGUAGES:
        return True
    if _before_noun(words) or (words.end < len(doc) and doc[words.end].text in HYPHENS):
        return False
    before = f" {doc[max(at - 3, 0) : at].text.lower()}"
    return words.text == "English" or before.endswith((" in", " in english and", " in english or"))


def _is_tribe(words: Span) -> bool:
    """Whether ``Indians`` are a people or team of America: ``the Caddo Indians``."""
    return words.text in ("Indian", "Indians") and words.start > 0 and words.doc[words.start - 1].tag_ == "NNP"


def _is_surname(words: Span) -> bool:
    """Whether a demonym is a person's last name: ``Ada French``; ``French said``, as the nation has an article."""
    doc, start = words.doc, words.start
    if start and is_given_name(doc[start - 1].text) and doc[start - 1].tag_ == "NNP" and not _before_noun(words):
        return True
    is_bare = start == 0 or doc[start - 1].is_punct
    return is_bare and words.end < len(doc) and doc[words.end].lower_ in SAYING and not words.text.endswith("s")


def _follows_prefix(words: Span) -> bool:
    """Whether words are the second half of a pair such as ``Franco-German``."""
    doc, start = words.doc, words.start
    return start > 1 and doc[start - 1].text in HYPHENS and doc[start - 2].text in PREFIXES


def _before_noun(words: Span) -> bool:
    """Whether a noun or adjective follows, as in ``English clubs``; alone, ``English`` is the language."""
    return words.end < len(words.doc) and words.doc[words.end].tag_[:2] in ("NN", "JJ")
