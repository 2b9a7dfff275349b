"""Find names of organizations by their head words: “Ministry of Fisheries”, “Enfield Council”."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.organization_names import word_set
from pipelines.transform.organization_types import finding_words, head_types

NAME_TAGS = frozenset(["NNP", "NNPS", "JJ", "NN", "NNS", "VBG", "VBN", "CD", "FW", "NNPS"])
COMPLEMENT_PREPOSITIONS = frozenset(["of", "for", "on", "against"])
POSSESSORS_IN_NAMES = word_set(
    "women men children people sheriff general prosecutor mayor governor veterans teachers attorney king queen"
)
NEVER_FIRST = word_set(
    "the a an this that these those its his her their our my your former new current local mr mrs ms dr in on at and "
    "but for as with by from when while if after before according meanwhile however also president senator both each "
    "late two three four five six many some most several one any all"
)
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
    while start < head.i and doc[start].lower_.rstrip(".") in NEVER_FIRST:
        start += 1
    return start


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
    stop = _end_of_capitalised(doc, position)
    if stop == position:
        return end
    if stop + 1 < len(doc) and doc[stop].lower_ == "and" and doc[stop].ent_type_ == "ORG":
        further = _end_of_capitalised(doc, stop + 1)
        if not any(token.lower_ in head_types() for token in doc[stop + 1 : further]):
            stop = max(stop, further)
    return stop


def _end_of_capitalised(doc: Doc, position: int) -> int:
    while position < len(doc) and _may_be_in_name(doc[position]):
        position += 1
    return position
