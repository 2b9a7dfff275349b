"""Tie nouns such as ``the minister`` and ``the 54-year-old`` to the people whom the article calls so."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Token

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.people.antecedents import gender_of_noun, stands_by_itself
from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.annotate.spans import CharSpan, LocalPerson, PersonMention, RoleSpan
from pipelines.transform.annotate.tokens import tokens_tagged
from pipelines.transform.organization_names import word_set

TELLING_MODIFIERS = word_set("former ex vice deputy prime acting interim lieutenant assistant associate then late")
"""Words that make one office another: who is called ``deputy mayor`` is not ``the mayor``."""
_AGE_AFTER_NAME = re.compile(r",\s+(\d{1,3})\s*(?:[,.)]|$)")
_AGE_IN_ROLE = re.compile(r"\b(\d{1,3})-year-old\b")
_AGE_AS_NOUN = re.compile(r"\b[Tt]he (\d{1,3})-year-old\b(?!-)")


class Description(NamedTuple):
    """A noun that the article says of a person, with the words of the whole role."""

    noun: str
    words: frozenset[str]
    person: int
    char_start: int


def nominal_mentions(
    article: ParsedArticle, people: list[LocalPerson], names: list[PersonMention], roles: list[RoleSpan]
) -> list[PersonMention]:
    """Definite nouns for the only person whom the article has called so up to there."""
    descriptions = [each for role in roles for each in _descriptions(article, role)]
    by_noun = [
        PersonMention(span, "nominal", person, 0.85, "role stated before")
        for span, token in _definite_nouns(article)
        if (person := _described(span, token, descriptions, people)) is not None
    ]
    taken = [role.span for role in roles]
    found = [mention for mention in by_noun if not any(mention.span.overlaps(span) for span in taken)]
    return found + list(_by_age(article, names, roles))


def _descriptions(article: ParsedArticle, role: RoleSpan) -> Iterator[Description]:
    """The head nouns of a role: ``deputy head of the council and a lawyer`` says two."""
    paragraph = article.paragraph_at(role.span.start)
    words = paragraph.doc.char_span(
        role.span.start - paragraph.char_start, role.span.end - paragraph.char_start, alignment_mode="contract"
    )
    if words is None:
        return
    for token in words:
        if is_role_noun(token) and (token == words.root or token.dep_ in ("conj", "compound", "appos", "attr")):
            yield Description(
                token.lower_, frozenset(role.role_text.lower().split()), role.local_person, role.span.start
            )


def _definite_nouns(article: ParsedArticle) -> Iterator[tuple[CharSpan, Token]]:
    for paragraph in article.paragraphs:
        for token in tokens_tagged(paragraph, "NN"):
            if not is_role_noun(token) or not stands_by_itself(token):
                continue
            first = token.doc[token.left_edge.i]
            if first.lower_ == "the" and token.i - first.i < 5 and not any(c.dep_ == "relcl" for c in token.children):
                yield CharSpan(paragraph.start_of(first), paragraph.end_of(token)), token


def _described(span: CharSpan, token: Token, descriptions: list[Description], people: list[LocalPerson]) -> int | None:
    modifiers = frozenset(child.lower_ for child in token.lefts if child.dep_ in ("amod", "compound", "poss", "nmod"))
    names = frozenset(child.lower_ for child in token.subtree if child.i > token.i and child.tag_ in ("NNP", "NNPS"))
    gender = gender_of_noun(token.lower_)
    fitting = {
        each.person
        for each in descriptions
        if each.noun == token.lower_
        and each.char_start < span.start
        and modifiers & TELLING_MODIFIERS == each.words & TELLING_MODIFIERS
        and names <= each.words
        and gender in (None, people[each.person].gender or gender)
    }
    return fitting.pop() if len(fitting) == 1 else None


def _by_age(article: ParsedArticle, names: list[PersonMention], roles: list[RoleSpan]) -> Iterator[PersonMention]:
    """``The 54-year-old`` for the only person printed with that age, else the only one named shortly before."""
    people_of_age = _people_of_age(article, names, roles)
    for match in _AGE_AS_NOUN.finditer(article.text):
        if _describes_next_word(article, match.end()):
            continue
        span = CharSpan(*match.span())
        people = people_of_age.get(match.group(1), set())
        if len(people) == 1:
            yield PersonMention(span, "nominal", next(iter(people)), 0.9, "age")
        elif not people and len(named := _named_shortly_before(article, span, names)) == 1:
            yield PersonMention(span, "nominal", named.pop(), 0.7, "age of the one named before")


def _people_of_age(
    article: ParsedArticle, names: list[PersonMention], roles: list[RoleSpan]
) -> dict[str, set[int | None]]:
    """Whom the article prints with which age: after the name, or in a role before it."""
    people_of_age: dict[str, set[int | None]] = {}
    for name in names:
        if age := _AGE_AFTER_NAME.match(article.text, name.span.end):
            people_of_age.setdefault(age.group(1), set()).add(name.local_person)
    for role in roles:
        if age := _AGE_IN_ROLE.search(role.role_text):
            people_of_age.setdefault(age.group(1), set()).add(role.local_person)
    return people_of_age


def _named_shortly_before(article: ParsedArticle, span: CharSpan, names: list[PersonMention]) -> set[int | None]:
    """The people named in the sentence of a span, up to it, and in the two before."""
    index = article.sentence_at(span.start).index
    start = article.sentences[max(index - 2, 0)].char_start
    return {name.local_person for name in names if start <= name.span.start < span.start}


def _describes_next_word(article: ParsedArticle, char: int) -> bool:
    """Whether the words that end at a character belong to a noun: ``the 54-year-old surgeon``."""
    paragraph = article.paragraph_at(char)
    words = paragraph.doc.char_span(
        char - paragraph.char_start - 1, char - paragraph.char_start, alignment_mode="expand"
    )
    return words is not None and words.end < len(paragraph.doc) and paragraph.doc[words.end].tag_[:2] in ("NN", "JJ")
