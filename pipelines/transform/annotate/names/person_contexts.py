"""Tell names that neither title nor given name shows by what their sentence says happens to them."""

from functools import cache

from spacy.tokens import Doc, Span

from pipelines.transform.annotate.names.common import LARGE_PLACE, is_clear_given_name, is_common_word, prominence
from pipelines.transform.annotate.names.name_words import never_in_person_names
from pipelines.transform.annotate.names.person_evidence import SPEECH_VERBS
from pipelines.transform.annotate.people.lexicon import is_surname, is_title
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.organization_names import known_names, word_set

FATES = word_set("murder assassination slaying beheading kidnapping abduction funeral widow widower")
"""Nouns with ``of`` before whom they befell or who is mourned: always somebody."""
CHARACTERS_TITLES = word_set("captain doctor")
"""Titles that make any word after them somebody's name: ``Captain Thunder``."""
MORE_SPEECH_VERBS = SPEECH_VERBS | word_set(
    "admitted admits acknowledged acknowledges conceded concedes confirmed confirms continued continues declared "
    "declares denied denies promised promises vowed vows answered answers responded responds concluded concludes "
    "predicted predicts complained complains suggested suggests boasted boasts quipped quips observed remarked recalls"
)
"""With those of firms and states too: after a surname that the tagger does not know they tell of a person."""
CALLING, GOING = word_set("call calls called calling"), word_set("go goes going went")
NAMES, KINDS_OF_NAMES = word_set("alias guerre pseudonym"), word_set("stage real screen")
_BEFORE_NAMES = word_set("the “ \" ‘ ' of is was ,")
"""What may stand between a noun for a name and the name: ``the stage name of “The Zorvatine”``."""


def shows_person(name: Span) -> bool:
    """Whether what is said of a name on no map is said of people alone: ``the murder of Zorvath``."""
    if not (_is_fated(name) or _is_called(name)):
        return False
    return not (prominence(name.text) or name[-1].tag_ == "NNPS" or is_common_word(name[0]))


def _is_fated(name: Span) -> bool:
    before = name.doc[name.start - 1] if name.start else None
    if before is None or before.lower_ != "of":
        return False
    return before.head.lower_ in FATES and name.root.head == before


def _is_called(name: Span) -> bool:
    """Whether somebody goes by a name, or calls himself so."""
    doc, index = name.doc, name.start - 1
    while index > 0 and doc[index].lower_ in _BEFORE_NAMES:
        index -= 1
    if index < 1:
        return False
    word, before = doc[index].lower_, doc[index - 1].lower_
    if word == "name":
        return before in KINDS_OF_NAMES or (before == "the" and index > 2 and _is_gone_by(doc, index - 2))
    return word in NAMES or (word in ("himself", "herself") and before in CALLING) or _is_gone_by(doc, index)


def _is_gone_by(doc: Doc, index: int) -> bool:
    return doc[index].lower_ == "by" and doc[index - 1].lower_ in GOING


def character(title: Span) -> Span | None:
    """The name of a character that a title and a word of any kind make up: ``Captain Thunder``, ``Doctor Who``.

    A title that begins a sentence, and one in a longer name, tell nothing.
    """
    doc, end = title.doc, title.end
    if len(title) != 1 or title[0].lower_ not in CHARACTERS_TITLES or end >= len(doc):
        return None
    word = doc[end]
    if not word.text[0].isupper() or not word.is_alpha or word.is_upper or is_title(word.text) or is_role_noun(word):
        return None
    is_word = word.lower_ in never_in_person_names() or is_common_word(word)
    return doc[title.start : end + 1] if is_word and not _goes_on(doc[end + 1 : end + 3]) else None


def _goes_on(after: Span) -> bool:
    """Whether a capitalised word of the same name follows; a label with a colon is none."""
    return len(after) > 0 and after[0].text[0].isupper() and after[-1].text != ":"


def speaks_alone(name: Span) -> bool:
    """Whether a surname or given name that the tagger does not know is the subject of a verb of speech.

    Of what it takes for an organization, names of firms are none (``Ford said``), nor what speaks of itself as ``it``.
    """
    word, root = name.text, name.root
    if len(name) != 1 or root.dep_ != "nsubj" or root.head.lower_ not in MORE_SPEECH_VERBS or _is_beside_name(name):
        return False
    if is_title(word) or is_role_noun(name[0]) or is_common_word(word) or prominence(word) >= LARGE_PLACE:
        return False
    if root.ent_type_ in ("GPE", "LOC", "FAC", "NORP"):
        return False
    return is_clear_given_name(word) or (is_surname(word) and not (root.ent_type_ == "ORG" and _is_firm(name)))


def _is_firm(name: Span) -> bool:
    """Whether a surname begins the name of a known organization, or an ``it`` stands for it in what it says."""
    if name.text.lower() in _words_of_firms():
        return True
    told = (child for child in name.root.head.children if child.dep_ == "ccomp")
    return any(word.lower_ == "it" and word.dep_ == "nsubj" for clause in told for word in clause.children)


@cache
def _words_of_firms() -> frozenset[str]:
    """The words that begin the names of known organizations: ``ford``."""
    return frozenset(name.organization_name.lower().split()[0] for name in known_names().values())


def _is_beside_name(name: Span) -> bool:
    """Whether a word that is part of another name, or joins it to one, stands right before or after a name."""
    beside = [each for each in (name.start - 1, name.end) if name.sent.start <= each < name.sent.end]
    return any(name.doc[each].text == "&" or name.doc[each].tag_ in ("NNP", "NNPS", "HYPH") for each in beside)
