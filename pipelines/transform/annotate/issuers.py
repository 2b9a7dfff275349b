"""Whose words a writing gives: in ``the statement said`` whoever issued it speaks, where the article tells who did."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.tokens import subject_of
from pipelines.transform.organization_names import word_set

WRITINGS = word_set(
    "statement letter email e-mail memo message note tweet post announcement release lawsuit complaint petition report"
)
"""Nouns for what somebody writes, in the singular."""
ISSUING = word_set(
    "issued issues issuing released releases releasing published publishes publishing sent sends sending wrote writes "
    "writing posted posts posting filed files filing signed signs signing delivered delivers submitted submits"
)
"""Forms of verbs whose subject is who wrote their object."""
SUBJECTS = frozenset({"nsubj"})
TAKEN_UP = frozenset({"the", "that", "this"})
"""Articles of a noun for something told of before."""
FROM = frozenset({"by", "from"})


def issuer_of(article: ParsedArticle, paragraph: Paragraph, writing: Token) -> tuple[Paragraph, Token] | None:
    """The head word of who issued a writing, with its paragraph; None where the article does not tell.

    The noun phrase itself may tell it, ``the ministry’s statement``, else the last place before it that tells of a
    writing of that name: ``Holm said in a statement``, ``the ministry issued a statement``.
    """
    if writing.lower_ not in WRITINGS:
        return None
    own = _owner(writing)
    if own is not None:
        return paragraph, own
    if not any(kid.lower_ in TAKEN_UP for kid in writing.lefts):
        return None
    place = paragraph.start_of(writing)
    for before, token in _backwards(article, place):
        if token.lower_ == writing.lower_ and (issuer := _owner(token) or _writer(token)) is not None:
            return before, issuer
    return None


def _backwards(article: ParsedArticle, place: int) -> Iterator[tuple[Paragraph, Token]]:
    """The words before a place, the nearest first."""
    for paragraph in reversed(article.paragraphs):
        if paragraph.char_start < place:
            for token in reversed(paragraph.doc):
                if paragraph.start_of(token) < place:
                    yield paragraph, token


def _owner(writing: Token) -> Token | None:
    """``Holm’s statement``, ``a statement from the ministry``; a possessive pronoun stands for somebody too."""
    for kid in writing.lefts:
        if kid.dep_ == "poss":
            return kid
    return _governed(kid for kid in writing.rights if kid.lower_ in FROM)


def _writer(writing: Token) -> Token | None:
    """Who is told to write it, or to speak in it."""
    head = writing.head
    if writing.dep_ == "dobj" and head.lower_ in ISSUING:
        return subject_of(head, SUBJECTS)
    if writing.dep_ == "pobj" and head.lower_ == "in":
        return subject_of(head.head, SUBJECTS)
    if writing.dep_ == "nsubjpass" and head.lower_ in ISSUING:
        return _governed(kid for kid in head.rights if kid.dep_ == "agent")
    return None


def _governed(prepositions: Iterable[Token]) -> Token | None:
    return next((noun for each in prepositions for noun in each.rights if noun.dep_ == "pobj"), None)
