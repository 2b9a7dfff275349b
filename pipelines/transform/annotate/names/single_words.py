"""Tell whether names of one word, borne by nobody who is named in full, are people's or places'."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import LARGE_PLACE, PROMINENT, is_common_word, prominence
from pipelines.transform.annotate.names.leading_words import begins_with_title
from pipelines.transform.annotate.names.person_contexts import shows_person, speaks_alone
from pipelines.transform.annotate.names.person_evidence import (
    GOVERNMENTS,
    has_office,
    is_relative,
    is_shown_alone,
    names_government,
)
from pipelines.transform.annotate.names.person_vetoes import is_definite
from pipelines.transform.annotate.people.lexicon import is_given_name, is_surname
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.spans import NameLabel
from pipelines.transform.organization_names import word_set
from pipelines.transform.place_names import place_key

PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
PLACE_NOUNS = word_set(
    "region regions province provinces city cities town village area areas district county oblast island river coast "
    "border peninsula valley airport street road mosque cathedral square neighborhood neighbourhood suburb counties "
    "districts streets roads avenue avenues highway underpass towns villages"
)


@dataclass
class WordEvidence:
    """How often one word is labelled as what, and whether some sentence shows it to be a person's name.

    ``only_begins`` while it has only stood where every word has a capital, ``only_modifies`` while it has only stood
    before a common noun that it tells more of (``a Zorin truck``), ``only_definite`` with an article (``the Sava``).
    ``speaks`` tells whether it is the subject of a verb of speech, ``is_in_organization`` whether a longer name of an
    organization holds it.
    """

    text: str
    person: int = 0
    place: int = 0
    other: int = 0
    is_shown: bool = False
    has_office: bool = False
    only_begins: bool = True
    only_modifies: bool = True
    only_definite: bool = True
    speaks: bool = False
    is_in_organization: bool = False


def gather(docs_persons: list[list[Span]], tokens: list[Token]) -> dict[str, WordEvidence]:
    """Evidence by word, over a whole article.

    Args:
        docs_persons: The supposed names of people, by paragraph.
        tokens: All words of the article that carry a label of the tagger.
    """
    evidence: dict[str, WordEvidence] = {}

    def of(text: str) -> WordEvidence:
        return evidence.setdefault(text, WordEvidence(text))

    for token in tokens:
        if token.ent_type_ in PLACE_LABELS:
            of(token.text).place += 1
        elif token.ent_type_ in ("ORG", "PRODUCT", "NORP"):
            of(token.text).other += 1
            of(token.text).is_in_organization |= _is_in_longer_name(token)
    for persons in docs_persons:
        for person in persons:
            if len(person) == 1:
                word = of(person.text)
                word.person += 1
                word.place += stands_among_places(person)
                word.speaks = word.speaks or speaks_alone(person)
                word.is_shown = word.is_shown or word.speaks or is_shown_alone(person)
                word.has_office = word.has_office or _has_title_or_office(person)
                word.only_begins = word.only_begins and all(each.is_punct for each in _before_in_sentence(person))
                word.only_modifies = word.only_modifies and _modifies(person)
                word.only_definite = word.only_definite and is_definite(person)
    return evidence


def _before_in_sentence(name: Span) -> Span:
    return name.doc[name.sent.start : name.start]


def is_person(word: WordEvidence) -> bool:
    """Whether a word is a person's name: shown by a sentence, or a known name that is never a place's."""
    if word.has_office or word.only_definite:
        return word.has_office
    is_name = is_given_name(word.text) or (is_surname(word.text) and not _may_be_common(word))
    if word.is_shown:
        is_seat = prominence(word.text) >= PROMINENT and not is_name
        is_outvoted = word.person < word.other + (word.is_in_organization or not word.speaks)
        return not is_outvoted and word.person >= word.place and not is_seat
    if word.only_modifies or word.place or is_known_place(word):
        return False
    return is_name and word.person > word.other


def is_looked_for(word: WordEvidence) -> bool:
    """Whether a person's name of one word may stand elsewhere in the article where no sentence shows it."""
    speaks = word.speaks and not (word.is_in_organization or word.place)
    return word.person > 0 and (speaks or is_person(word))


def _is_in_longer_name(token: Token) -> bool:
    """Whether a name that the tagger finds has more words than this."""
    return token.ent_iob_ == "I" or (token.i + 1 < len(token.doc) and token.nbor().ent_iob_ == "I")


def _has_title_or_office(name: Span) -> bool:
    is_titled = not name[0].is_sent_start and begins_with_title(name.doc[name.start - 1 : name.end])
    return is_titled or has_office(name) or is_relative(name) or names_government(name) or shows_person(name)


def _modifies(name: Span) -> bool:
    """Whether a name stands before a common noun as part of its phrase."""
    after = name.doc[name.end] if name.end < len(name.doc) else None
    is_part = name.root.dep_ in ("compound", "nmod", "amod") and name.root.head.i > name.root.i
    if after is None or after.tag_ not in ("NN", "NNS") or after.text in GOVERNMENTS:
        return False
    return is_part and after.text.islower()


def _may_be_common(word: WordEvidence) -> bool:
    """Whether a word has a capital for its place alone, as far as one can see: ``Ferry stays in port``."""
    return word.only_begins and (word.person == 1 or is_common_word(word.text))


def is_known_place(word: WordEvidence) -> bool:
    """Whether a word names a prominent place, or, printed once as no name of people, any place."""
    entry = load_lexicon().entries.get(place_key(word.text))
    if entry is None:
        return False
    is_name = is_given_name(word.text) or is_surname(word.text)
    return entry.prominence >= PROMINENT or (word.person == 1 and not is_name)


def label_of_known_place(name: str) -> NameLabel | None:
    """What a name is that hardly any person bears: a country, a city of several words, a people.

    ``Niger said`` shows no person, though the sentence would suit one. ``Chad`` and ``Jordan`` are given names as well
    and stay open.
    """
    lexicon = load_lexicon()
    key = place_key(name)
    if key in lexicon.demonyms and (" " in name or name.endswith("s")):
        return "demonym"
    entry = lexicon.entries.get(key)
    if entry is None:
        return None
    may_be_person = is_given_name(name.split()[0])
    is_city = " " in name and entry.prominence >= (PROMINENT if may_be_person else LARGE_PLACE)
    is_country = entry.place_type == "country" and not may_be_person
    return "place" if is_city or is_country else None


def stands_among_places(name: Span) -> bool:
    """Whether a name is listed with places, or says which region or city: ``the Tula and Orel regions``."""
    first = name.root
    while first.dep_ == "conj":
        first = first.head
    listed = [first, *_listed_after(first)]
    if any(each.ent_type_ in PLACE_LABELS for each in listed if each != name.root):
        return True
    explained = [child for each in listed for child in each.children if child.dep_ == "appos"]
    heads = [each.head for each in listed if each.dep_ in ("compound", "nmod", "amod", "conj")]
    return any(each.lower_ in PLACE_NOUNS for each in explained + heads)


def _listed_after(token: Token) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ == "conj":
            yield child
            yield from _listed_after(child)
