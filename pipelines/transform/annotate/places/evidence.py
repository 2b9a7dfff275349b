"""Tell whether a name of the gazetteer stands for its place: half of such words are a surname, a firm, a common noun.

Each thing that speaks for or against it has a weight in ``place_evidence.csv``; a match whose weights add up to
enough stands for a place.
"""

import csv
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.name_words import common_words
from pipelines.transform.annotate.people.lexicon import is_given_name
from pipelines.transform.annotate.places.matches import Match
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.gazetteer import GAZETTEER_DIR
from pipelines.transform.organization_names import word_set

INTO_PLACES = word_set("in at near from outside around to through toward towards between across inside into")
LOCAL = word_set(
    "police man men woman women resident residents mayor native natives officials area city county council "
    "councils sheriff fire firefighters board public community couple teen teenager family voters region province "
    "neighborhood district superior municipal department chamber farmer farmers detectives officers commissioners "
    "counties streets students councillor councillors lawmakers parents communities volunteer "
)
"""What often follows the name of a place that stands before a noun: ``the Enfield council``, ``an Ashford man``."""
INSTITUTIONS = word_set(
    "university college institute academy hospital school schools high elementary library airport church museum center "
    "centre court state international regional memorial general junior senior"
)
OF_SAINTS = word_set(
    "academy basilica catholic cathedral church college day elementary episcopal high hospital lutheran baptist "
    "methodist middle orthodox parish primary roman school university green square cross gate"
)
"""What bears a saint's name and is no town: ``St. James School``."""
NEWSPAPERS = word_set("times post daily herald journal news tribune press globe star gazette")
DISEASES = word_set("virus ebolavirus disease fever flu strain syndrome hemorrhagic haemorrhagic influenza")
OF_PLACES = word_set("city town village county state province capital region district port island outskirts")
TITLES = word_set("Mr. Mrs. Ms. Miss Dr. Sir Lord Lady Judge Coach coach Sgt. Lt. Capt. Officer Rep. Sen. Gov.")
SAYING = word_set("said says told added asked testified wrote explained argued noted")
DASHES = frozenset(["—", "–", "--", "---", "-", "―"])
POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
PARTIES = frozenset(["D", "R", "I"])
SEAT_PROMINENCE = 70
LARGE_TOWN = 47
"""Tenths of the logarithm of fifty thousand people."""
ENOUGH = -0.4
"""A little less than even odds: of a place missed nothing is left, of a false one the weight against it."""
STRONG, UNLIKELY = 1.5, -2.5
"""Sums of weights at which another mention of the same name tells about this one."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a match.

    Attributes:
        match: The words.
        name: The tagger's name that covers them, if any, with ``is_first`` and ``is_last``: where in it they stand.
        is_tied: Whether they are part of a pair such as ``Paris, Texas``.
        is_surname: Whether the article has a person whose last name this is.
        is_given_name: Whether the article has a person whose first name this is.
        is_hyphenated: Whether a hyphen joins them to a capitalised word that begins no place's name.
    """

    match: Match
    name: NameSpan | None
    is_first: bool
    is_last: bool
    is_tied: bool
    is_surname: bool
    is_given_name: bool
    is_hyphenated: bool = False


@cache
def weights() -> dict[str, float]:
    """Weights by name of the evidence."""
    with (GAZETTEER_DIR / "place_evidence.csv").open(encoding="utf-8", newline="") as file:
        return {row["evidence"]: float(row["weight"]) for row in csv.DictReader(file)}


def places_among(candidates: Sequence[Surroundings]) -> list[bool]:
    """Decide for all matches of an article: each by itself first, then by what its namesakes in the article show."""
    table = weights()
    alone = [sum(table.get(name, 0.0) for name in evidence(here)) for here in candidates]
    elsewhere = _shown_by_others([here.match.key for here in candidates], alone)
    return [
        _is_seat(here) or score + (table[told] if told else 0.0) > ENOUGH
        for here, score, told in zip(candidates, alone, elsewhere, strict=True)
    ]


def _is_seat(here: Surroundings) -> bool:
    """Whether it is the whole name of a well-known site: ``the Kremlin`` speaks as an organization and has a place."""
    whole = here.name is None or (here.is_first and here.is_last)
    is_site = here.match.entry.place_type == "facility" and here.match.entry.prominence >= SEAT_PROMINENCE
    return is_site and whole and (here.name is None or here.name.label != "person")


def _shown_by_others(keys: list[str], scores: list[float]) -> list[str | None]:
    """What a match's namesakes in the article show; None where there are none."""
    by_key: dict[str, list[float]] = defaultdict(list)
    for key, score in zip(keys, scores, strict=True):
        by_key[key].append(score)
    return [_told(by_key[key], score) for key, score in zip(keys, scores, strict=True)]


def _told(all_scores: list[float], own: float) -> str | None:
    if len(all_scores) == 1:
        return None
    sure = sum(score >= STRONG for score in all_scores) - (own >= STRONG)
    against = sum(score < UNLIKELY for score in all_scores) - (own < UNLIKELY)
    if sure > against:
        return "elsewhere often a place" if sure - against > 2 else "elsewhere a place"
    if against > sure:
        return "elsewhere often no place" if against - sure > 2 else "elsewhere no place"
    return "elsewhere in doubt"


def evidence(here: Surroundings) -> Iterator[str]:
    """Names of all that speaks for or against a match, seen by itself."""
    yield "any"
    yield _label(here)
    yield from _of_the_name(here)
    yield from _before(here)
    yield from _after(here)
    if here.is_tied:
        yield "pair"
    if here.is_hyphenated:
        yield "hyphenated name"
    if " " not in here.match.key:
        if here.is_surname:
            yield "surname"
        elif here.is_given_name:
            yield "given name"


def _label(here: Surroundings) -> str:
    if here.name is None:
        return "no label"
    part = {(True, True): "whole", (True, False): "first", (False, True): "last", (False, False): "middle"}
    label = "organization" if here.name.label == "thing" else here.name.label  # its words look alike
    return f"{label} {part[here.is_first, here.is_last]}"


def _of_the_name(here: Surroundings) -> Iterator[str]:
    words, entry = here.match.words, here.match.entry
    yield f"kind {entry.place_type}"
    if entry.prominence:
        yield f"prominence {min(max(entry.prominence // 10, 2), 7)}"
    if words[-1].lower_ in common_words():
        yield "common word" if len(words) == 1 else "ends in common word"
    elif len(words) == 1 and is_given_name(words.text):
        yield "usual given name"
    if " " in here.match.key:
        yield "several words"
    if words[-1].tag_ not in ("NNP", "NNPS"):
        yield "no proper noun"
    is_large = entry.place_type == "city" and entry.prominence >= LARGE_TOWN
    if here.match.key.startswith("st ") and not is_large and _follows(words, OF_SAINTS):
        yield "saint before institution"
    if words.text.isupper() and len(words.text) > 3:
        yield "capitals"


def _follows(words: Span, nouns: frozenset[str]) -> bool:
    """Whether one of some nouns follows, with a possessive between or not."""
    after = [token for token in words.doc[words.end : words.end + 2] if token.text not in POSSESSIVES]
    return bool(after) and after[0].lower_ in nouns


def _before(here: Surroundings) -> Iterator[str]:
    words = here.match.words
    if words[0].is_sent_start:
        yield "begins sentence"
        return
    before: Token = words.doc[words.start - 1]
    if before.lower_ in INTO_PLACES:
        yield "after preposition of place"
    elif before.lower_ == "of":
        place = words.start > 1 and words.doc[words.start - 2].lower_ in OF_PLACES
        yield "after city of" if place else "after of"
    elif before.text in TITLES:
        yield "after title"
    elif before.lower_ == "the":
        yield "after the"
    elif before.lower_ in ("a", "an") and not _goes_on(words):
        yield "after a"
    elif before.text in ("-", "/"):
        is_party = words.start > 1 and words.doc[words.start - 2].text in PARTIES
        yield "after party" if is_party else "after hyphen"


def _goes_on(words: Span) -> bool:
    """Whether a noun or adjective follows, which the words tell more of: ``an Enfield man``, ``a Lima-based firm``."""
    after = words.doc[words.end] if words.end < len(words.doc) else None
    return after is not None and (after.tag_[:2] in ("NN", "JJ", "CD", "VB", "HY") or after.text in DASHES)


def _after(here: Surroundings) -> Iterator[str]:
    words = here.match.words
    if words.end == len(words.doc):
        return
    after: Token = words.doc[words.end]
    if after.text in POSSESSIVES and after.i + 1 < len(words.doc) and words.doc[after.i + 1].lower_ in DISEASES:
        yield "before disease"
        return
    if after.text in DASHES:
        yield "dateline" if words.text.isupper() and len(words.text) > 3 else "before hyphen"
        return
    for told, fits in AFTER:
        if fits(after):
            yield told
            return


AFTER: list[tuple[str, Callable[[Token], bool]]] = [
    ("before local noun", lambda after: after.lower_ in LOCAL),
    ("before institution", lambda after: after.lower_ in INSTITUTIONS),
    ("before newspaper", lambda after: after.lower_ in NEWSPAPERS),
    ("before disease", lambda after: after.lower_ in DISEASES),
    ("before saying", lambda after: after.lower_ in SAYING),
    ("before possessive", lambda after: after.text in POSSESSIVES),
    ("before of", lambda after: after.text in ("&", "of")),
    ("before proper noun", lambda after: after.tag_ in ("NNP", "NNPS")),
    ("before common noun", lambda after: after.tag_ in ("NN", "NNS")),
    ("before verb", lambda after: after.tag_ in ("VBD", "VBZ")),
]
"""What the next word may be: the first that fits counts."""
