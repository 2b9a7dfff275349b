"""The larger place named right after a place (``Paris, Texas``), and places in datelines."""

import re
from dataclasses import dataclass
from itertools import takewhile

from spacy.tokens import Doc, Span

from pipelines.transform.annotate.places.lexicon import Lexicon
from pipelines.transform.annotate.places.matches import Match

CONTAINING = ("country", "admin1", "admin2", "region")
LARGER: dict[str, tuple[str, ...]] = {"country": (), "region": ("country",), "admin1": ("country",)}
"""Kinds of places that may follow one of a kind; of lists of states (``Indiana, Ohio and Iowa``) none is a pair."""
MIN_CAPITALS = 3
DATELINE = re.compile(r"\s*[A-ZÀ-Þ][^—–]{1,60}?(?:\([^)]{1,40}\)\s*)?(?:—|–|--?)\s")


@dataclass(frozen=True, slots=True)
class Container:
    """A larger place: its words, and the name to look up."""

    words: Span
    name: str


def container_after(words: Span, matches: dict[int, Match], lexicon: Lexicon) -> Container | None:
    """The state, country or county after a comma or in brackets, abbreviated or not."""
    doc, at = words.doc, words.end
    if at + 1 >= len(doc) or doc[at].text not in (",", "("):
        return None
    abbreviated = abbreviation_at(doc, at + 1, lexicon)
    if abbreviated:
        return abbreviated
    match = matches.get(at + 1)
    if match and _can_contain(match, matches[words.start], lexicon):
        return Container(match.words, match.words.text)
    return None


def _can_contain(container: Match, match: Match, lexicon: Lexicon) -> bool:
    if match.key in lexicon.states and container.key != match.key:
        return container.entry.place_type == "country"
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
