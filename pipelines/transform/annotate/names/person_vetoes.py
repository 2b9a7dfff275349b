"""What speaks against a capitalised name being a person's: its words, what stands beside it, a map."""

import re

from spacy.tokens import Span, Token

from pipelines.transform.annotate.names.common import LARGE_PLACE, is_common_word, prominence
from pipelines.transform.annotate.names.name_words import PARTICLES, is_initial, is_name_word, never_in_person_names
from pipelines.transform.annotate.organizations.evidence import (
    ORGANIZATION_NOUNS,
    evidence_in_words,
    label_by_last_word,
)
from pipelines.transform.annotate.people.lexicon import (
    folded,
    gender_of_given_name,
    is_given_name,
    is_surname,
    is_title,
    public_surnames,
)
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.organization_names import is_acronym, word_set
from pipelines.transform.place_names import place_key

LOCATIVES = word_set("in at near across throughout outside inside within around via")
SHIP_PREFIXES = frozenset(["MV", "MS", "MT", "SS", "USS", "U.S.S.", "HMS", "HMAS", "HMCS", "INS", "RMS", "USCGC", "RV"])
BEFORE_PLACES = word_set("county lake mount mt. fort ft. camp cape port point hurricane storm typhoon cyclone route")
PLACE_KINDS = word_set(
    "city town village county state province district region island municipality borough suburb parish port township "
    "block blocks streets capital electorate constituency area areas"
)
"""Nouns with ``of`` before the name of a place: ``the district of Ostrov``, ``the 200 block of Jay Lane``."""
KINDS = ORGANIZATION_NOUNS - word_set("maker owner giant") | word_set(
    "show film movie song album book novel series game programme program restaurant hotel ship vessel yacht boat "
    "planet comet asteroid crater mosque temple church cathedral cave caves ferry trawler tanker freighter frigate "
    "destroyer submarine barge schooner liner sailboat locomotive"
)
"""Nouns for what is no person, right before its name: ``law firm Zorin Quill``, ``the film Zorin Quill``."""
AFTER_PLACES = word_set("county counties province provinces district districts region regions highway streets roads")
AFTER_STREETS = word_set("st st. ave ave. rd rd. blvd blvd. ln ln. hwy pkwy ct ct. road street avenue drive lane")
STREETS = frozenset(
    ["Close", "Crescent", "Drive", "Gardens", "Lane", "Mews", "Road", "Row", "Street", "Terrace", "Way"]
)
COMPASS_POINTS = frozenset(["N", "N.", "S", "S.", "E", "E.", "W", "W."])
AFTER_DATELINES = word_set(", ( - — – --")
HALLS = frozenset(["Arena", "Bridge", "Court", "Hall", "Harbor", "Harbour", "House", "Lodge", "Mill", "Mills"])
"""What is built or laid out, where it is a surname as well."""
AREAS = frozenset(["Bay", "Borough", "City", "County", "Creek", "Lake", "Parish", "Township", "Wilderness"])
DWELLING_PLACE = 20
SHORTEST_AFTER_HYPHEN = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_PARTY_SEAT = re.compile(r"[DRI]-[A-Z]")


def is_named_otherwise(text: str) -> bool:
    """Whether the words of a name say that it is an organization, a place to build or a work."""
    return evidence_in_words(text) is not None or label_by_last_word(text) is not None


def ends_like_no_person(name: Span) -> bool:
    """Whether a name that begins with a given name is another's: known, or ending in a word that is no surname."""
    evidence = evidence_in_words(name.text)
    if evidence is not None and evidence.method == "known name":
        return True
    if name[-1].text in AREAS and prominence(name.text):
        return True
    if is_surname(name[-1].text):
        return False
    return is_named_otherwise(name.text) or is_common_word(name[-1])


def is_dateline(name: Span) -> bool:
    """Whether a place in capitals begins a sentence in small letters: ``DES MOINES — The mayor left``."""
    if not name.text.isupper() or prominence(name.text) < DWELLING_PLACE:
        return False
    after = name.doc[name.end].text if name.end < len(name.doc) else ""
    return (bool(name[0].is_sent_start) or after in AFTER_DATELINES) and any(token.is_lower for token in name.sent)


def is_hall(name: Span) -> bool:
    """Whether a name ends like that of a building and does not begin with a man's or a woman's: ``Symphony Hall``."""
    return len(name) > 1 and name[-1].text in HALLS and gender_of_given_name(name[0].text) is None


def is_common_phrase(name: Span) -> bool:
    """Whether a name holds a word that news prints in lower case, a given name or a surname at its place apart."""
    return any(
        is_common_word(token)
        and not is_initial(token.text)
        and not (token.i == name.start and is_given_name(token.text))
        and not (token.i == name.end - 1 > name.start and is_surname(token.text) and is_given_name(name[0].text))
        for token in name
        if token.text[0].isupper() and token.lower_ not in PARTICLES
    )


def is_coupling(name: Span) -> bool:
    """Whether hyphens join words that are not all given names: two surnames, a party and a state, ``Oscar-winner``."""
    parts = name.text.split("-")
    if len(parts) > 1 and " " not in name.text:
        return not all(is_given_name(part) and not is_surname(part) for part in parts)
    after = name.doc[name.end : name.end + 2]
    if len(name) > 1 or len(after) < 2 or after[0].text != "-":
        return False
    if len(after[1]) < SHORTEST_AFTER_HYPHEN:
        return True
    is_joined = after[1].text.islower() and not name[0].whitespace_
    return is_joined and is_given_name(name.text) and folded(name.text) not in public_surnames()


def is_party_seat(name: Span) -> bool:
    """Whether a name is the seat in a party and a seat: ``R-Texas``."""
    if _PARTY_SEAT.match(name.text):
        return True
    may_be_split = name.start > 1 and name.doc[name.start - 2].text[0] in "DRI"
    return may_be_split and bool(_PARTY_SEAT.match(name.doc[name.start - 2 : name.start].text + "X"))


def is_ship(name: Span, run: Span) -> bool:
    """Whether a ship's prefix stands before a name: ``MV Arctic Tern``."""
    return any(name.doc[index].text in SHIP_PREFIXES for index in range(max(run.start - 1, 0), name.end))


def is_on_map(name: Span) -> bool:
    """Whether a name of several words is a place's, or begins with a place and is no given name's."""
    entry = load_lexicon().entries.get(place_key(name.text))
    if entry is not None and entry.prominence >= DWELLING_PLACE:
        return True
    if is_given_name(name[0].text):
        return False
    if is_acronym(name[0].text) and prominence(name[1:].text) >= DWELLING_PLACE:
        return True
    starts = (name[:length].text for length in (1, 2) if length < len(name))
    return any(prominence(start) >= LARGE_PLACE or place_key(start) in load_lexicon().demonyms for start in starts)


def begins_longer_name(name: Span) -> bool:
    """Whether a capitalised word that no person's name holds follows a name: ``Nobel Peace Prize``, ``Orta & Sons``."""
    after = name.doc[name.end : name.end + 2]
    if not after or after[0].is_sent_start:
        return False
    if after[0].text == "&" or after[0].lower_ in AFTER_PLACES:
        return True
    is_capitalised = after[0].text[0].isupper() and after[0].tag_ in ("NNP", "NNPS") and after[0].ent_type_ != "DATE"
    return is_capitalised and not is_name_word(after[0]) and after[-1].text != ":"


def ends_longer_name(name: Span) -> bool:
    """Whether a capitalised word that no person's name holds, and that is no office, stands before a name."""
    before = None if name[0].is_sent_start else name.doc[name.start - 1]
    if before is None or not before.text[0].isupper() or before.tag_ not in ("NNP", "NNPS"):
        return False
    return before.lower_ in never_in_person_names() and not (is_title(before.text) or is_role_noun(before))


def is_of_other_kind(name: Span) -> bool:
    """Whether a noun right beside a name says that it is no person's: ``law firm Quill Zorin``, ``the Quill area``."""
    before = None if name[0].is_sent_start else name.doc[name.start - 1]
    after = name.doc[name.end] if name.end < len(name.doc) else None
    if (before is not None and before.text in KINDS) or is_example_of_other(name):
        return True
    return after is not None and after.text in PLACE_KINDS | AFTER_PLACES


def is_example_of_other(name: Span) -> bool:
    """Whether a name is an instance of several of another kind: ``chains such as Quill``, ``counties like Zorin``."""
    first = name.root
    while first.dep_ == "conj":
        first = first.head
    is_instance = first.dep_ == "pobj" and first.head.lower_ in ("as", "like", "including")
    kind = first.head.head if is_instance else first.head
    if not is_instance and not (first.dep_ == "appos" and kind.i < first.i):
        return False
    return kind.tag_ == "NNS" and _singular(kind.lower_) in KINDS | PLACE_KINDS


def _singular(noun: str) -> str:
    """A regular plural in the singular."""
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-2] if noun.endswith(("sses", "ches", "shes")) else noun.removesuffix("s")


def is_explained_otherwise(name: Span) -> bool:
    """Whether an apposition says that a name is no person's: ``Quill Zorin, a firm in Ostrov``."""
    if name.end == len(name.doc) or name.doc[name.end].text != ",":
        return False
    return any(child.dep_ == "appos" and child.text in KINDS | PLACE_KINDS for child in name.root.children)


def is_where_or_which_year(name: Span) -> bool:
    """Whether a name is where something happens or a model of a year: ``at Punta Zorin``, ``a 2005 Zorin Quill``."""
    before = None if name[0].is_sent_start else name.doc[name.start - 1]
    if before is None:
        return False
    is_where = before.lower_ in LOCATIVES and name.root.dep_ == "pobj"
    return is_where or bool(_YEAR.fullmatch(before.text))


def is_definite(name: Span) -> bool:
    """Whether an article stands before a name that is no part of another noun's phrase: ``the Holy Lance``."""
    before = name.doc[name.start - 1] if name.start else None
    return before is not None and before.tag_ == "DT" and name.root.dep_ not in ("compound", "nmod", "poss")


def stands_for_place(name: Span) -> bool:
    """Whether a name is where something happens, or is told by the words beside it.

    ``in Tula``, ``Tula, Russia``, ``the district of Ostrov``, ``Lake Orta``, and the home in ``Ada Quill of Ostrov``.
    """
    after = name.doc[name.end : name.end + 2]
    if len(after) == 2 and after[0].text == "," and after[1].ent_type_ == "GPE" and name.root.dep_ == "pobj":
        return True
    before = None if name[0].is_sent_start else name.doc[name.start - 1]
    if before is None:
        return False
    if before.lower_ == "of" and before.i > 1:
        owner = before.nbor(-2) if before.nbor(-1).text == "," else before.nbor(-1)
        return owner.lower_ in PLACE_KINDS or owner.ent_type_ == "PERSON" or _is_age(owner)
    if _is_where(name):
        return True
    return has_place_before(name) or (before.lower_ in LOCATIVES and name.root.dep_ == "pobj")


def _is_where(name: Span) -> bool:
    """Whether a clause with ``where`` tells more of a name."""
    clauses = (child for child in name.root.children if child.dep_ == "relcl")
    return any(word.lower_ == "where" for clause in clauses for word in clause.children)


def _is_age(token: Token) -> bool:
    """Whether a number between commas follows a name: ``Quillow, 24, of Ostrov``."""
    return token.like_num and token.i > 1 and token.nbor(-1).text == "," and token.nbor(-2).text[0].isupper()


def has_place_before(name: Span) -> bool:
    """Whether a word for a place or a storm stands right before a name: ``County Kerry``, ``Hurricane Ada``."""
    before = None if name[0].is_sent_start else name.doc[name.start - 1]
    return before is not None and before.text[0].isupper() and before.lower_ in BEFORE_PLACES


def is_address(name: Span) -> bool:
    """Whether a name of several words is a street, or a town that one is in or from.

    ``W. Quill St.``, ``1420 Jay Lane``, ``the 200 block of Jay Lane``, ``from Milton Head``.
    """
    if len(name) < 2:
        return False
    if name[0].text in COMPASS_POINTS and _is_street_word(name):
        return True
    if name[0].is_sent_start:
        return False
    before = name.doc[max(name.start - 2, name.sent.start) : name.start]
    if before[-1].lower_ in LOCATIVES | {"on", "off", "along"} and name[-1].text in STREETS:
        return True
    if before[-1].lower_ in LOCATIVES | {"from"} and prominence(name.text) >= DWELLING_PLACE:
        return True
    follows_kind = before[-1].lower_ == "of" and before[0].lower_ in PLACE_KINDS
    return label_by_last_word(name.text) == "place" and (before[-1].like_num or follows_kind)


def _is_street_word(name: Span) -> bool:
    """Whether the last word of a name or the one after it is one for streets."""
    return any(token.lower_ in AFTER_STREETS for token in name.doc[name.end - 1 : name.end + 1])


def owns_name(name: Span) -> bool:
    """Whether the possessive of a name begins another name: ``Halvorsen's Automotive``."""
    after: list[Token] = list(name.doc[name.end : name.end + 2])
    if len(after) < 2 or after[0].tag_ != "POS":
        return False
    owned = after[1]
    return owned.text[0].isupper() and owned.tag_ in ("NNP", "NNPS") and not is_title(owned.text)


def is_plural_family(name: Span) -> bool:
    """Whether a name is a family's or a people's: ``the Hallorans``, ``Hallorans have``."""
    if len(name) > 1 or not name.text.endswith("s"):
        return len(name) == 1 and name[0].tag_ == "NNPS"
    before = name.doc[name.start - 1].lower_ if name.start else ""
    return before == "the" or name[0].tag_ == "NNPS" or (name.root.dep_ == "nsubj" and _is_plural(name.root.head))


def _is_plural(verb: Token) -> bool:
    auxiliaries = [child for child in verb.children if child.dep_ == "aux"]
    return any(token.lower_ in ("have", "are", "were") or token.tag_ == "VBP" for token in (verb, *auxiliaries))
