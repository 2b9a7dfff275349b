"""The larger place named right after a place (``Paris, Texas``), and places in datelines."""

import re
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Span

from pipelines.transform.annotate.places.lexicon import Lexicon
from pipelines.transform.annotate.places.matches import Match
from pipelines.transform.organization_names import word_set
from pipelines.transform.place_names import place_key

CONTAINING = ("country", "admin1", "admin2", "region")
LARGER: dict[str, tuple[str, ...]] = {"country": (), "region": ("country",), "admin1": ("country",)}
"""Kinds of places that may follow one of a kind; of lists of states (``Indiana, Ohio and Iowa``) none is a pair."""
KINDS_OF_PLACES = word_set("capital city town village port suburb province region district governorate township hamlet")
PARTS_OF_AREAS = word_set(
    "the north northern south southern east eastern west western central northeastern northwestern southeastern "
    "southwestern"
)
MOST_WORDS = 7
"""How far from a name the end of what describes it is looked for."""
LONGEST = 3
"""Words of a state's or country's name."""
MIN_CAPITALS = 3
DATELINE = re.compile(r"\s*[A-ZÀ-Þ][^—–]{1,60}?(?:\([^)]{1,40}\)\s*)?(?:—|–|--?)\s")


@dataclass(frozen=True, slots=True)
class Container:
    """A larger place: its words, and the name to look up."""

    words: Span
    name: str


def container_after(words: Span, matches: dict[int, Match], lexicon: Lexicon) -> Container | None:
    """The state, country or county after a comma or in brackets, abbreviated or not, or told in words.

    In words it is told by ``the Latvian town of Kesk``, and by ``Kesk, the capital of Latvia``.
    """
    return _container_beside(words, matches, lexicon) or _people_before(words, lexicon)


def _people_before(words: Span, lexicon: Lexicon) -> Container | None:
    """The people or country before ``the Latvian town of``."""
    doc, at = words.doc, words.start - 1
    if at < 2 or doc[at].lower_ != "of" or doc[at - 1].lower_ not in KINDS_OF_PLACES:
        return None
    for length in (2, 1):
        people = doc[max(at - 1 - length, 0) : at - 1]
        is_told = place_key(people.text) in lexicon.demonyms or _is_large(people.text, lexicon)
        if is_told and people.text[0].isupper():
            return Container(people, people.text)
    return None


def _after_description(words: Span) -> int:
    """Number of the word after ``, the capital of`` or ``, a town in``; that after the comma where there is none."""
    doc, at = words.doc, words.end + 1
    end = next((token.i for token in doc[at : at + MOST_WORDS] if token.lower_ in ("of", "in")), None)
    if end is None or doc[at].lower_ not in ("a", "an", "the") or doc[end - 1].lower_ not in KINDS_OF_PLACES:
        return at
    after = end + 1
    while after < len(doc) - 1 and doc[after].lower_ in PARTS_OF_AREAS:
        after += 1
    return after


def _container_beside(words: Span, matches: dict[int, Match], lexicon: Lexicon) -> Container | None:
    doc, at = words.doc, words.end
    if at + 1 >= len(doc) or doc[at].text not in (",", "("):
        return None
    at = _after_description(words) - 1
    abbreviated = abbreviation_at(doc, at + 1, lexicon)
    if abbreviated:
        return abbreviated
    match = matches.get(at + 1)
    if match and _can_contain(match, matches[words.start], lexicon):
        return Container(match.words, match.words.text)
    return None


def container_name(words: Span, lexicon: Lexicon) -> str | None:
    """Full name of the state or country after a site or county: ``Washington County, Ore.``."""
    doc, at = words.doc, words.end
    if at + 1 >= len(doc) or doc[at].text not in (",", "("):
        return None
    if abbreviated := abbreviation_at(doc, at + 1, lexicon):
        return abbreviated.name
    names = (doc[at + 1 : end].text for end in range(min(at + 1 + LONGEST, len(doc)), at + 1, -1))
    return next((name for name in names if name[0].isupper() and _is_large(name, lexicon)), None)


def _is_large(name: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entries.get(place_key(name))
    return entry is not None and entry.place_type in ("country", "admin1")


def _can_contain(container: Match, match: Match, lexicon: Lexicon) -> bool:
    if match.key in lexicon.states and container.key != match.key:
        return container.entry.place_type == "country"
    if container.key in lexicon.states and match.entry.place_type not in LARGER:
        return True
    return container.entry.place_type in LARGER.get(match.entry.place_type, CONTAINING)


def abbreviation_at(doc: Doc, at: int, lexicon: Lexicon) -> Container | None:
    """The abbreviated region (``Ill.``, ``N.Y.``, ``W. Va.``) that begins at a token."""
    for end in (at + 2, at + 1):
        words = doc[at : min(end, len(doc))]
        full_name = lexicon.abbreviations.get(words.text)
        if full_name:
            return Container(words, full_name)
    return None


KINDS = {"state": "admin1", "province": "admin1", "region": "admin1", "prefecture": "admin1", "oblast": "admin1"}


def kind_beside(words: Span) -> str | None:
    """Kind of place that a noun beside a name tells: ``the state of Washington``, ``Aceh province``."""
    doc = words.doc
    if words.start > 1 and doc[words.start - 1].lower_ == "of" and doc[words.start - 2].lower_ in KINDS:
        return KINDS[doc[words.start - 2].lower_]
    after = doc[words.end].text if words.end < len(doc) else ""
    return KINDS.get(after)


def dateline_end(text: str) -> int:
    """Characters of a paragraph's dateline (``KYIV, Ukraine (AP) —``), 0 where there is none."""
    match = DATELINE.match(text)
    if match is None:
        return 0
    in_capitals = "".join(takewhile(str.isupper, match.group().split()))
    return match.end() if len(in_capitals) >= MIN_CAPITALS else 0
