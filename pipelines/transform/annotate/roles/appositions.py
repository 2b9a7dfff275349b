"""Roles set off from a name by a mark: ``Ada Quill, 54, the mayor of Ostia,``, ``the mayor, Ada Quill,``."""

import re

from spacy.tokens import Doc

from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.annotate.roles.phrases import NamedPhrase, NameStarts, noun_phrase
from pipelines.transform.organization_names import word_set

OPENING = word_set(", — – -- (")
ADVERBS = word_set("then now himself herself formerly currently once also")
ARTICLES = ("DT", "PRP$")
_AGE = re.compile(r"\d{1,3}")


def apposition(named: NamedPhrase, names: NameStarts) -> tuple[int, int] | None:
    """Tokens of a noun phrase set off after a name.

    With an article it may have any head but a measure of time; without one the head must be a noun for people, since
    lists and addresses look alike.
    """
    doc = named.paragraph.doc
    start = _after_age(doc, named.name.end)
    if start is None or start >= len(doc):
        return None
    found = noun_phrase(doc, start, names)
    if found is None:
        return None
    head, end = found
    has_article = doc[start].tag_ in ARTICLES or any(token.tag_ == "POS" for token in doc[start : head.i])
    return (start, end) if has_article or is_role_noun(head) else None


def noun_before(named: NamedPhrase, names: NameStarts) -> tuple[int, int] | None:
    """Tokens of a noun phrase that the name is set off from: ``his spokesman, Bo Lind,``."""
    doc, root = named.paragraph.doc, named.name.root
    comma = named.name.start - 1
    if root.dep_ != "appos" or comma < 1 or doc[comma].text not in OPENING or not is_role_noun(root.head):
        return None
    start = root.head.left_edge.i
    found = noun_phrase(doc, start, names)
    return (start, found[1]) if found and found[1] == comma and root.head.i < comma else None


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
