"""Roles set off from a name by a mark: ``Ada Quill, 54, the mayor of Ostia,``, ``the mayor, Ada Quill,``."""

import re

from spacy.tokens import Doc, Token

from pipelines.transform.annotate.roles.nouns import is_abstract_noun, is_role_noun
from pipelines.transform.annotate.roles.phrases import (
    CLOSING,
    FINITE_TAGS,
    RELATIVES,
    NamedPhrase,
    NameStarts,
    noun_phrase,
)
from pipelines.transform.annotate.roles.titles import title
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.organization_names import word_set

OPENING = word_set(", — – -- (")
ADVERBS = word_set("then now until recently long himself herself formerly currently once also")
ARTICLES = ("DT", "PRP$")
PREPOSITIONS = word_set("to from with by")
"""What a noun phrase may stand behind; ``of`` and ``for`` rather stand within one."""
_AGE = re.compile(r"\d{1,3}")


def apposition(named: NamedPhrase, names: NameStarts) -> tuple[int, int] | None:
    """Tokens of a noun phrase set off after a name.

    With an article and a mark behind it, it may have any common noun for its head but a measure of time or a quality;
    otherwise the head must be a noun for people, since lists, addresses and subjects look alike.
    """
    doc = named.paragraph.doc
    start = _after_age(doc, named.name.end)
    if start is None or start >= len(doc):
        return None
    found = noun_phrase(doc, start, names)
    if found is None:
        return None
    head, end = found
    if end < len(doc) and doc[end].tag_ in FINITE_TAGS:
        return None  # it is the subject of what follows: "In memory of Ada Quill, the council voted"
    return (start, end) if is_role_noun(head) or _may_explain(doc, start, head, end) else None


def _may_explain(doc: Doc, start: int, head: Token, end: int) -> bool:
    """Whether a noun phrase that no noun for people heads may still say who somebody is: ``the heart of the club``."""
    is_common = doc[start].lower_ in ("a", "an") or (doc[start].tag_ in ARTICLES and head.tag_ == "NN")
    is_closed = end == len(doc) or doc[end].text in CLOSING or doc[end].lower_ in RELATIVES
    return is_common and is_closed and not is_abstract_noun(head) and not head.text.endswith(".")


def noun_before(named: NamedPhrase, names: NameStarts, all_names: list[NameSpan]) -> tuple[int, int] | None:
    """Tokens of a noun phrase that the name is set off from: ``his spokesman, Capt. Bo Lind,``.

    Either the parse says so, or a mark closes the name: ``when he met the mayor, Bo Lind left`` is no apposition.
    """
    doc = named.paragraph.doc
    before = title(named, names, all_names)
    comma = (before[0] if before else named.name.start) - 1
    first = named.paragraph.sentence_start(named.name.start)
    if comma <= first or doc[comma].text not in OPENING:
        return None
    comma = _before_brackets(doc, comma, first)
    is_closed = named.name.end == len(doc) or doc[named.name.end].text in CLOSING
    after = doc[named.name.end : named.name.end + 2]
    is_explained = len(after) == 2 and after[0].text in OPENING and after[1].tag_ in FINITE_TAGS
    start = _noun_phrase_start(doc, comma, first, names, is_explained=is_explained)
    return (start, comma) if start is not None and (is_closed or named.name.root.dep_ == "appos") else None


def _before_brackets(doc: Doc, comma: int, sentence_start: int) -> int:
    """Where a comma would stand without the brackets before it: ``the head of the union (NUR), Bo Lind,``."""
    if doc[comma - 1].text != ")":
        return comma
    return next((index for index in range(comma - 1, sentence_start, -1) if doc[index].text == "("), comma)


def _noun_phrase_start(doc: Doc, end: int, sentence_start: int, names: NameStarts, *, is_explained: bool) -> int | None:
    """Where the shortest noun phrase begins that ends at ``end``: with an article, or right after a mark or a verb.

    It ends in another's name only where a comma and a verb follow its own: ``A spokesman for Lind, Ada Quill, said``.
    """
    for start in range(end - 1, sentence_start - 1, -1):
        is_joint = doc[start].tag_ == "CC" and doc[start - 1].text == ","
        is_boundary = is_joint or doc[start].text in CLOSING or doc[start].tag_ in FINITE_TAGS
        is_behind = is_boundary or doc[start].lower_ in PREPOSITIONS
        if doc[start].tag_ in ARTICLES or is_behind or start == sentence_start:
            first = start + is_behind
            found = noun_phrase(doc, first, names)
            if (
                found
                and found[1] == end
                and is_role_noun(found[0])
                and (is_explained or end not in names.ends.values())
            ):
                return first
        if is_boundary:
            return None
    return None


def _after_age(doc: Doc, index: int) -> int | None:
    """The token after the comma or dash that follows a name, an age and an adverb passed over."""
    if index >= len(doc) or doc[index].text not in OPENING:
        return None
    index += 1
    if index + 1 < len(doc) and doc[index].lower_ == "aged":
        index += 1
    if index + 1 < len(doc) and _AGE.fullmatch(doc[index].text) and doc[index + 1].text in OPENING:
        index += 2
    while index < len(doc) and doc[index].lower_ in ADVERBS:
        index += 1
    return index
