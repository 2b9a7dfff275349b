"""Tell what a name is that the tagger took for an organization's, and that its words show to be something else."""

import re

from spacy.tokens import Span

from pipelines.transform.annotate.organizations.evidence import label_by_last_word, label_of_known_name
from pipelines.transform.annotate.people.lexicon import is_title
from pipelines.transform.annotate.places.evidence import INTO_PLACES
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.spans import NameLabel
from pipelines.transform.country_names import country_of
from pipelines.transform.organization_names import word_set
from pipelines.transform.organization_types import organization_type
from pipelines.transform.place_names import place_key

FIRST_WORDS = word_set(
    "Article Chapter Cyclone Flight HMS Highway Hurricane Interstate Operation Proposition Route Section Storm Super "
    "Tropical Typhoon USS"
)
"""What names of laws, storms, ships, roads and raids begin with."""
COLOURS = word_set("black blue brown dark gold gray green grey light maroon orange red silver tan white yellow")
OFFICE_HOLDERS = word_set("representatives senators lawmakers delegates candidates voters")
LARGE_AREAS = frozenset(["country", "admin1", "region"])
WILD_AREAS = frozenset(["natural", "region"])
SMALL_TOWN = 40
"""Tenths of the logarithm of ten thousand people: a word that is a larger town's name is hardly a firm's."""
_LISTED = re.compile(r"(?!and )[A-Z].*?(?=, and | and |, |$)")
_COMPLEMENT = re.compile(r" (?:in|of|for|on) ")


def label_of_other(name: Span) -> NameLabel | None:
    """What a name is, if no organization; None where its words leave that open."""
    text = name.text
    return label_of_known_name(text) or _label_of_place_or_people(name) or _label_by_words(name)


def _label_of_place_or_people(name: Span) -> NameLabel | None:
    """A country, state, region or town by its whole name, any place that its neighbours show, a people."""
    key, lexicon = place_key(name.text), load_lexicon()
    if key in lexicon.demonyms or place_key(name[-1].text) in lexicon.demonyms:
        return "demonym" if key in lexicon.demonyms else "other"
    entry = lexicon.entries.get(key)
    if entry is None:
        return "place" if _follows_preposition(name) and _is_before_container(name) else None
    is_town = " " not in key and entry.prominence >= SMALL_TOWN
    if entry.place_type in LARGE_AREAS or _is_located(name):
        return "place"
    return "other" if is_town else None


def joined_areas(text: str) -> list[tuple[int, int]]:
    """Start and end of each country or region in a list of them; empty where words are anything else."""
    parts = [match.span() for match in _LISTED.finditer(text)]
    entries = [load_lexicon().entries.get(place_key(text[start:end])) for start, end in parts]
    are_areas = all(entry is not None and entry.place_type in LARGE_AREAS for entry in entries)
    return parts if len(parts) > 1 and are_areas else []


def is_area(text: str) -> bool:
    """Whether words are the name of a country, state or region, and not of its people."""
    key, lexicon = place_key(text), load_lexicon()
    return key in lexicon.entries and lexicon.entries[key].place_type in LARGE_AREAS and key not in lexicon.demonyms


def is_placed_bank(name: Span) -> bool:
    """Whether a region or town is called like an organization, and stands as a place: ``in the West Bank``."""
    entry = load_lexicon().entries.get(place_key(name.text))
    return entry is not None and (entry.place_type in LARGE_AREAS or _is_located(name))


def is_river(name: Span) -> bool:
    """Whether a word that a firm is called by stands behind an article, as rivers and forests do, alone."""
    doc, entry = name.doc, load_lexicon().entries.get(place_key(name.text))
    is_firm = organization_type(name.text) == "company"
    if not is_firm or len(name) > 1 or entry is None or entry.place_type not in WILD_AREAS or name.start == 0:
        return False
    goes_on = name.end < len(doc) and doc[name.end].tag_.startswith(("NN", "POS"))
    return doc[name.start - 1].lower_ == "the" and not goes_on


def _is_located(name: Span) -> bool:
    """Whether a name stands after a preposition of place or before the state or country that it lies in."""
    return _follows_preposition(name) or _is_before_container(name)


def _follows_preposition(name: Span) -> bool:
    return name.start > 0 and name.doc[name.start - 1].lower_ in INTO_PLACES


def _is_before_container(name: Span) -> bool:
    doc = name.doc
    if name.end + 1 >= len(doc) or doc[name.end].text != ",":
        return False
    container = doc[name.end + 1].text
    return bool(country_of(container)) or place_key(container) in load_lexicon().states


def _label_by_words(name: Span) -> NameLabel | None:
    if name[0].text in FIRST_WORDS or (name[-1].is_lower and name[-1].is_alpha):
        return "other"
    if name[-1].lower_ in OFFICE_HOLDERS or (len(name) == 2 and is_title(name[0].text)):
        return "other"
    head = _COMPLEMENT.split(name.text)[0]
    if head != name.text and (label := label_by_last_word(head)):
        return label
    return "other" if _is_one_of_many(name) else None


def _is_one_of_many(name: Span) -> bool:
    """Whether a thing bears the name: ``an Almera``, with no phrase that goes on behind it; ``her white Almera``."""
    doc = name.doc
    if name.start > 0 and doc[name.start - 1].lower_ in COLOURS:
        return True
    is_indefinite = name.start > 0 and doc[name.start - 1].lower_ in ("a", "an")
    goes_on = name.end < len(doc) and doc[name.end].tag_[:2] in ("NN", "JJ", "HY", "PO", "VB")
    return is_indefinite and not goes_on
