"""Find the few words of a paragraph that a rule looks at without walking over all of them, which is slow in Python."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph


def capitalised_tokens(paragraph: Paragraph) -> list[int]:
    """Indexes of the words that begin with a capital letter."""
    text = paragraph.text
    starts = paragraph.doc.to_array("IDX").tolist()
    return [index for index, start in enumerate(starts) if text[start].isupper()]


def tokens_tagged(paragraph: Paragraph, tag: str) -> Iterator[Token]:
    """The words with a Penn tag."""
    wanted = paragraph.doc.vocab.strings[tag]
    for index, found in enumerate(paragraph.doc.to_array("TAG").tolist()):
        if found == wanted:
            yield paragraph.doc[index]


def tokens_matching(paragraph: Paragraph, pattern: re.Pattern[str]) -> Iterator[Token]:
    """The words that a pattern matches whole."""
    for match in pattern.finditer(paragraph.text):
        span = paragraph.doc.char_span(*match.span())
        if span is not None and len(span) == 1:
            yield span[0]


def entity_at(token: Token) -> Span | None:
    """The tagger's entity that holds a word."""
    if not token.ent_type:
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return doc[start:end]


def is_verb(token: Token) -> bool:
    """Whether a word is a verb by its Penn tag; the coarse ``pos_`` is not filled, see `load_model`."""
    return token.tag_.startswith("VB") or token.tag_ == "MD"
