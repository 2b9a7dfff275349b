"""Find the few words of a paragraph that a rule looks at without walking over all of them, which is slow in Python."""

from collections.abc import Callable, Collection, Iterator

from spacy.tokens import Span, Token

from pipelines.transform.annotate.article import Paragraph


def tokens_tagged(paragraph: Paragraph, tag: str, may_be: Callable[[str], bool] = bool) -> Iterator[Token]:
    """The words with a Penn tag, of which what they are in lower case tells that they may be meant."""
    for index, (found, word) in enumerate(zip(paragraph.columns.tags, paragraph.columns.lowers, strict=True)):
        if found == tag and may_be(word):
            yield paragraph.doc[index]


def tokens_among(paragraph: Paragraph, column: list[str], wanted: Collection[str]) -> Iterator[Token]:
    """The words whose value in one of the paragraph's columns is among those wanted."""
    for index, value in enumerate(column):
        if value in wanted:
            yield paragraph.doc[index]


def entity_at(token: Token) -> Span | None:
    """The tagger's entity that holds a word."""
    if not token.ent_type:
        return None
    doc, start, end = token.doc, token.i, token.i + 1
    while doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    return Span(doc, start, end)


def subject_of(verb: Token, labels: Collection[str]) -> Token | None:
    """The subject of a verb, by these labels; of a joined one without its own that of the verb it is joined to."""
    while verb.dep_ == "conj" and not any(child.dep_ in labels for child in verb.children):
        verb = verb.head
    return next((child for child in verb.children if child.dep_ in labels), None)


def is_verb(token: Token) -> bool:
    """Whether a word is a verb by its Penn tag; the coarse ``pos_`` is not filled, see `load_model`."""
    return token.tag_.startswith("VB") or token.tag_ == "MD"
