"""Find names of organizations by their head words: “Ministry of Fisheries”, “Enfield Council”."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.names.name_words import common_words
from pipelines.transform.annotate.places.lexicon import load_lexicon
from pipelines.transform.organization_names import word_set
from pipelines.transform.organization_types import finding_words, head_types
from pipelines.transform.place_names import place_key

NAME_TAGS = frozenset(["NNP", "NNPS", "JJ", "NN", "NNS", "VBG", "VBN", "CD", "FW", "NNPS"])
COMPLEMENT_PREPOSITIONS = frozenset(["of", "for", "on", "against"])
POSSESSORS_IN_NAMES = word_set(
    "women men children people officers workers students farmers citizens sheriff general "
    "prosecutor mayor governor veterans teachers attorney king queen"
)
NEVER_FIRST = word_set(
    "the a an this that these those its his her their our my your former new current local mr mrs ms dr in on at and "
    "but for as with by from when while if after before according meanwhile however also president senator both each "
    "late two three four five six many some most several one any all"
)
INQUIRING = word_set("committee subcommittee commission council panel caucus board")
"""What is called after its subject, a place too: ``Committee on Cyprus``. A laboratory on an island only lies there."""
PARTISAN = word_set("republican democratic gop conservative labour tory liberal")
CHAMBERS = word_set("senate house congress")
NUMBERED = word_set("army battalion brigade corps division fleet infantry regiment squadron")
"""Bodies of troops that bear a number: ``2nd Armored Division``."""
_ORDINAL = re.compile(r"\d{1,4}(?:st|nd|rd|th)")
_CAPITALISED = re.compile("[A-Z][A-Za-z]+")
MAX_WORDS = 9


def find_by_head_words(paragraph: Paragraph) -> list[Span]:
    """Names whose head word is an organization's, with the capitalised words before it and its complement.

    A head word alone (``the Council``) is no name.
    """
    found = []
    last_end = 0
    for head in _head_tokens(paragraph):
        if head.i < last_end:
            continue
        start, end = _first_token(head), _complement_end(head)
        if end - start > 1:
            found.append(head.doc[start:end])
            last_end = end
    return found


def _head_tokens(paragraph: Paragraph) -> Iterator[Token]:
    columns, finding = paragraph.columns, finding_words()
    for number in paragraph.capitalised:
        if columns.lowers[number] in finding and _CAPITALISED.fullmatch(columns.texts[number]):
            head = paragraph.doc[number]
            if not _is_name_word(head, 1):
                yield head


def _is_name_word(token: Token, step: int) -> bool:
    """Whether the next word in a direction carries on the name."""
    index = token.i + step
    return 0 <= index < len(token.doc) and _may_be_in_name(token.doc[index])


def _may_be_in_name(token: Token) -> bool:
    return token.text[0].isupper() and token.tag_ in NAME_TAGS and token.ent_type_ not in ("PERSON", "DATE")


def _first_token(head: Token) -> int:
    """Index of the first word of the name, going left from its head."""
    doc, start = head.doc, head.i
    while start > 0 and head.i - start < MAX_WORDS:
        before = doc[start - 1]
        if before.text == "&" or _joins_two_words(doc, start - 1):
            start -= 1
        elif before.tag_ == "POS" and start > 1 and doc[start - 2].lower_ in POSSESSORS_IN_NAMES:
            start -= 2
        elif _may_be_in_name(before):
            start -= 1
        else:
            break
    while start < head.i and _never_begins(doc[start], doc[start + 1]):
        start += 1
    is_numbered = head.lower_ in NUMBERED and start > 0 and _ORDINAL.fullmatch(doc[start - 1].text)
    return start - 1 if is_numbered else start


def _never_begins(token: Token, after: Token) -> bool:
    """Whether a word before a name is a sentence's first, or tells whose the members of a chamber are."""
    word = token.lower_.rstrip(".")
    opens_sentence = token.is_sent_start and token.tag_ in ("VBG", "IN", "RB", "WRB") and word in common_words()
    return word in NEVER_FIRST or opens_sentence or (word in PARTISAN and after.lower_ in CHAMBERS)


def _joins_two_words(doc: Doc, index: int) -> bool:
    """Whether an ``and`` stands within a name: as the tagger says, or in the subject of a committee or ministry."""
    token = doc[index]
    if token.lower_ != "and" or index < 1 or not _may_be_in_name(doc[index - 1]):
        return False
    before = doc[index - 1]
    if token.ent_type_ == "ORG" and token.ent_iob_ == "I":
        return not any(word.lower_ in head_types() for word in _entity_before(token))
    return before.tag_ in ("NN", "NNP") and not before.ent_type_ and before.lower_ not in finding_words()


def _entity_before(token: Token) -> Span:
    """The words of a token's entity before it."""
    start = token.i
    while start > 0 and token.doc[start].ent_iob_ != "B":
        start -= 1
    return token.doc[start : token.i]


def _complement_end(head: Token) -> int:
    """Index one past the last word of the name: past ``of Fisheries and Food`` where it follows."""
    doc, end = head.doc, head.i + 1
    if end + 1 >= len(doc) or doc[end].lower_ not in COMPLEMENT_PREPOSITIONS:
        return end
    position = end + 1 + (doc[end + 1].lower_ == "the")
    if doc[end].lower_ == "on" and head.lower_ not in INQUIRING and position < len(doc) and _is_place(doc[position]):
        return end
    stop = _end_of_capitalised(doc, position)
    if stop == position:
        return end
    if stop + 1 < len(doc) and doc[stop].lower_ == "and":
        further = _end_of_capitalised(doc, stop + 1)
        added = doc[stop + 1 : further]
        is_one = doc[stop].ent_type_ == "ORG" or _are_subjects(doc[stop - 1], added)
        if is_one and not any(token.lower_ in head_types() for token in added):
            stop = max(stop, further)
    return _end_of_chain(doc, stop)


def _are_subjects(token: Token, added: Span) -> bool:
    """Whether both sides of an ``and`` tell what the body deals with (``Allergy and Infectious Diseases``)."""
    return bool(added) and not _is_place(token) and token.ent_type_ != "PERSON" and _is_word(added[-1])


def _is_place(token: Token) -> bool:
    return token.ent_type_ in ("GPE", "LOC") or place_key(token.text) in load_lexicon().entries


def _is_word(token: Token) -> bool:
    return token.lower_ in common_words() or token.lower_.removesuffix("s") in common_words()


def _end_of_chain(doc: Doc, stop: int) -> int:
    """Index one past further complements: ``for the Third Circuit``, ``of New York`` behind a district."""
    while stop + 1 < len(doc) and doc[stop].lower_ in ("of", "for"):
        end = _end_of_capitalised(doc, stop + 1 + (doc[stop + 1].lower_ == "the"))
        if "district" not in (last := {doc[stop - 1].lower_, doc[end - 1].lower_}) and "circuit" not in last:
            return stop
        stop = end
    return stop


def _end_of_capitalised(doc: Doc, position: int) -> int:
    while position < len(doc) and _may_be_in_name(doc[position]):
        position += 1
    return position
