"""Roles printed before a name: ``Deputy Foreign Minister Ada Quill``, ``Norbank's co-founder Bo Lind``."""

from spacy.tokens import Doc, Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.quotes.lexicon import verb_forms
from pipelines.transform.annotate.roles.nouns import TEMPORARY, is_role_noun, is_time_noun
from pipelines.transform.annotate.roles.phrases import NamedPhrase, NameStarts
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.organization_names import word_set

BEFORE_TAGS = ("NN", "NNP", "NNPS", "NNS", "JJ", "VBN", "HYPH", "POS", "AFX", "PRP$")
FORMS_OF_ADDRESS = word_set("mr mr. mrs mrs. ms ms. miss mx. mme mme. dr dr.")
"""What stands before a name and is no role: ``professor Dr. Ada Quill`` is a professor."""
EDGE_TAGS = (":", "HYPH", "POS", "CC", "IN")


def title(named: NamedPhrase, names: NameStarts, all_names: list[NameSpan]) -> tuple[int, int] | None:
    """Tokens of a title that runs up to the name; its last noun is one for people, or one with ``of`` after it.

    An organization that it begins within is part of it as a whole: ``Institute of Fisheries professor Ada Quill``.

    In a headline it begins behind a name and the verb that follows it: ``Quill Finally Praises Mayor Ada Lind``.
    """
    doc, end = named.paragraph.doc, named.name.start
    first = named.paragraph.sentence_start(end)
    while end > first and doc[end - 1].lower_ in FORMS_OF_ADDRESS:
        end -= 1
    head = _title_head(doc, end, first)
    if head is None:
        return None
    start = head
    behind_verbs = [_behind_verb(doc, stop) for stop in names.ends.values() if first < stop <= end]
    first = max([first, *behind_verbs])
    while start > first and _continues(doc[start - 1], doc[start], named.name.end):
        start -= 1
    start = _without_other_offices(doc, start, head)
    while doc[start].tag_ in EDGE_TAGS:
        start += 1
    return max(first, _start_of_organization(named.paragraph, start, all_names)), end


def _start_of_organization(paragraph: Paragraph, start: int, names: list[NameSpan]) -> int:
    """The first token of the organization whose name holds a token, or ends before it; the token itself otherwise."""
    at = paragraph.start_of(paragraph.doc[start])
    spans = (name.span for name in names if name.label == "organization")
    begun = next((span for span in spans if span.start < at <= span.end + 1), None)
    if begun is None:
        return start
    while start > 0 and paragraph.start_of(paragraph.doc[start]) > begun.start:
        start -= 1
    return start


def _without_other_offices(doc: Doc, start: int, head: int) -> int:
    """Where a title begins behind an office that is another's: ``the researcher and systems engineer Ada Quill``.

    Without an article, and right before the office, both are hers: ``Amateur researcher and systems engineer``.
    """
    joints = [index for index in range(start, head) if doc[index].tag_ == "CC" and is_role_noun(doc[index - 1])]
    if not joints or start == 0 or doc[start - 1].tag_ not in ("DT", "PRP$"):
        return start
    return joints[-1] + 1 if joints[-1] + 1 < head else start


def _behind_verb(doc: Doc, index: int) -> int:
    """One past the capitalised verb that follows a name, adverbs before it passed over; 0 where none does."""
    while index < len(doc) and doc[index].tag_ == "RB":
        index += 1
    is_verb = index < len(doc) and doc[index].text[0].isupper() and doc[index].lower_ in verb_forms()
    return index + 1 if is_verb else 0


def _title_head(doc: Doc, end: int, sentence_start: int) -> int | None:
    """The noun for people right before a name, or before a chain ``of State`` or ``of Justice`` that stands there."""
    index = end - 1
    if index > sentence_start and doc[index].text == "." and doc[index].tag_ == "NNP":
        index -= 1  # the tokenizer cuts some abbreviations
    if index < sentence_start:
        return None
    if is_role_noun(doc[index]) and not (doc[index].text == "Justice" and doc[index - 1].lower_ == "of"):
        return index
    index -= is_role_noun(doc[index])
    while index > sentence_start and doc[index].tag_ in ("NNP", "NNPS") and not is_role_noun(doc[index]):
        index -= 1
    is_chain = index > sentence_start and index < end - 1 and doc[index].lower_ in ("of", "for")
    return index - 1 if is_chain and is_role_noun(doc[index - 1]) else None


def _continues(token: Token, follower: Token, name_end: int) -> bool:
    """Whether a word belongs to the title that the words after it are part of."""
    if token.ent_type_ in ("DATE", "TIME") or is_time_noun(token):
        return False
    if "-" in (token.text, follower.text):
        return not (token.whitespace_ and (follower.whitespace_ or token.text == "-"))
    if token.tag_ == "CC":
        return token.i > 0 and _joins_offices(token.nbor(-1), follower)
    if token.lower_ in TEMPORARY:
        return True
    if token.tag_ not in BEFORE_TAGS or (token.tag_ == "VBN" and token.dep_ != "amod"):
        return False
    if follower.tag_ == "CC" and token.tag_ == "JJ":
        return True
    anchor = token.head if token.tag_ == "POS" or (token.dep_ == "conj" and token.head.i < token.i) else token
    return anchor.i < anchor.head.i < name_end or (is_role_noun(token) and follower.tag_ == "CC")


def _joins_offices(before: Token, after: Token) -> bool:
    """Whether ``and`` joins two offices, or two adjectives of one: ``civil and mechanical engineering professor``."""
    if is_role_noun(before):
        return is_role_noun(after) or after.tag_ in ("NN", "NNS")
    return before.tag_ == after.tag_ == "JJ"
