"""What speaks for a capitalised name being a person's: titles before it, its given name, what it does."""

from spacy.tokens import Span

from pipelines.transform.annotate.names.name_words import PARTICLES, SUFFIXES, common_words, is_initial
from pipelines.transform.annotate.organizations.evidence import evidence_in_words, label_by_last_word
from pipelines.transform.annotate.people.lexicon import is_given_name, is_title
from pipelines.transform.organization_names import word_set

HONORIFICS = word_set(
    "mr mr. mrs mrs. ms ms. miss mme mme. dr dr. prof prof. sir dame baroness sen sen. rep rep. gov gov. gen gen. lt "
    "lt. col col. sgt sgt. capt capt. maj maj. cmdr cmdr. adm adm. rev rev. supt. insp. det. monsignor hon. "
    "congressman congresswoman senator councilman councilwoman alderman councillor"
)
"""Titles that only a person's name follows; others (``President``, ``General``) begin names of other things too."""
SPEECH_VERBS = word_set(
    "said says told tells added adds wrote writes tweeted tweets asked asks argued argues claimed claims explained "
    "explains noted notes warned warns replied insisted insists stated states recalled thinks thought believes believed"
)
LOCATIVES = word_set("in at near across throughout outside inside within around via")
SHIP_PREFIXES = frozenset(["MV", "MS", "MT", "SS", "USS", "HMS", "HMAS", "HMCS", "INS", "RMS", "USCGC", "RV"])
MOST_WORDS = 5


def has_title(name: Span, run: Span) -> bool:
    """Whether a title that only people bear stands before a name, in its run of capitalised words."""
    return any(token.lower_ in HONORIFICS for token in name.doc[run.start : name.start])


def begins_like_full_name(name: Span) -> bool:
    """Whether a name is a given name or initials and one to four words more, none of them a title."""
    words = [token.text for token in name if token.text not in ("-", ",")]
    if not 2 <= len(words) <= MOST_WORDS or any(is_title(word) for word in words[1:]):
        return False
    last = words[-1]
    if is_initial(last) or last.lower() in PARTICLES:
        return False
    return is_given_name(_first_word(name)) or is_initial(words[0])


def looks_like_full_name(name: Span) -> bool:
    """Whether a name begins like a person's and does not end like that of an organization, a place or a work."""
    return begins_like_full_name(name) and (name[-1].lower_ in SUFFIXES or not is_named_otherwise(name.text))


def is_named_otherwise(text: str) -> bool:
    """Whether the words of a name say that it is an organization, a place to build or a work."""
    return evidence_in_words(text) is not None or label_by_last_word(text) is not None


def acts_as_person(name: Span) -> bool:
    """Whether a name is the subject of a verb of speech, or is explained by a noun for a person."""
    root = name.root
    if root.dep_ in ("nsubj", "nsubjpass") and root.head.lower_ in SPEECH_VERBS:
        return True
    return any(child.dep_ == "appos" and is_title(child.text) for child in root.children)


def is_common_phrase(name: Span) -> bool:
    """Whether a name ends in a word that news prints in lower case, and does not begin with a given name."""
    return name[-1].lower_ in common_words() and not (len(name) > 1 and is_given_name(_first_word(name)))


def is_coupling(name: Span) -> bool:
    """Whether hyphens join words of which none is a given name: two surnames, or a party and a state, ``R-Iowa``."""
    parts = name.text.split("-")
    return len(parts) > 1 and " " not in name.text and not is_given_name(parts[0])


def is_ship(name: Span, run: Span) -> bool:
    """Whether a ship's prefix stands before a name: ``MV Arctic Tern``."""
    before = run.doc[max(run.start - 1, 0) : name.end]
    return any(token.text in SHIP_PREFIXES for token in before)


def is_shown_alone(name: Span) -> bool:
    """Whether a name of one word is shown by its sentence to be a person's: it speaks, or a title stands before it."""
    before = name.doc[name.start - 1] if name.start > name.sent.start else None
    return acts_as_person(name) or (before is not None and is_title(before.text))


def stands_for_place(name: Span) -> bool:
    """Whether a name is where something happens, or is told by the region after it: ``in Tula``, ``Tula, Russia``."""
    after = name.doc[name.end : name.end + 2]
    if len(after) == 2 and after[0].text == "," and after[1].ent_type_ == "GPE" and name.root.dep_ == "pobj":
        return True
    before = name.doc[name.start - 1] if name.start > name.sent.start else None
    return before is not None and before.lower_ in LOCATIVES and name.root.dep_ == "pobj"


def _first_word(name: Span) -> str:
    """The first word with all its hyphenated parts: ``Jean-Claude``."""
    end = name.start + 1
    while end < name.end and (name.doc[end].text == "-" or name.doc[end - 1].text == "-"):
        end += 1
    return name.doc[name.start : end].text


def is_plural_family(name: Span) -> bool:
    """Whether a name is a family's, ``the Hallorans``."""
    before = name.doc[name.start - 1].lower_ if name.start else ""
    return len(name) == 1 and (name[0].tag_ == "NNPS" or (before == "the" and name.text.endswith("s")))
