"""What a pronoun may stand for: the people mentioned in an article, and nouns for people who have no name in it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Token

from pipelines.transform.annotate.article import Paragraph, ParsedArticle
from pipelines.transform.annotate.people.lexicon import Gender, gender_of_title, is_title
from pipelines.transform.annotate.spans import CharSpan, RoleSpan
from pipelines.transform.annotate.tokens import tokens_tagged
from pipelines.transform.organization_names import word_set

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
FEMALE_NOUNS = word_set("woman girl lady mom mum housewife waitress heroine")
MALE_NOUNS = word_set("man boy guy gentleman dad cameraman gunman hitman lad monk")
HUMAN_NOUNS = word_set(
    "person child kid teenager teen baby toddler student teacher worker employee official victim suspect witness "
    "survivor passenger driver pilot soldier officer cop doctor nurse patient lawyer attorney judge prosecutor "
    "defendant shooter attacker killer assailant resident neighbor neighbour friend relative parent cousin fiance "
    "fiancee partner colleague boss owner manager customer voter candidate opponent rival player fan protester "
    "demonstrator prisoner inmate hostage migrant refugee immigrant priest writer artist blogger moderator caller host "
    "anchor interviewer questioner poster user hacker thief robber cyclist pedestrian motorist tourist farmer "
    "veteran bystander passerby citizen american republican democrat conservative liberal predecessor successor "
    "accused deceased interviewee"
)
PAST = word_set("former ex late then")
SETTING_OFF = word_set(", — – --")
DETERMINERS = word_set("a an the this that one another his her their its my our your")
NOT_NOUNS_OF_PEOPLE = word_set("chair chief general cardinal private major premier marshal counsel director manager")
"""Titles that as common nouns or adjectives often mean something else."""


@dataclass(frozen=True)
class Antecedent:
    """A mention that a pronoun may take up.

    ``person`` is None for someone who has no name in the article; ``is_known_office`` says that such a one is called by
    an office as somebody the reader knows, who may well be named: ``the senator``, not ``a senator``.
    """

    span: CharSpan
    person: int | None
    gender: Gender | None
    sentence_index: int
    token: Token
    kind: Literal["name", "pronoun", "noun"]
    is_known_office: bool = False

    @cached_property
    def argument(self) -> Token:
        """The word by which it is part of its clause: for an apposition, the noun that it explains."""
        token = self.token
        while token.dep_ == "appos":
            token = token.head
        return token

    @cached_property
    def is_subject(self) -> bool:
        """Whether it is the subject of a clause, itself or as one of several."""
        token = self.argument
        while token.dep_ == "conj" and token.head.i < token.i:
            token = token.head
        return token.dep_ in SUBJECTS


def token_at(article: ParsedArticle, span: CharSpan) -> tuple[Paragraph, Token]:
    """The head word of a mention, and its paragraph."""
    paragraph = article.paragraph_at(span.start)
    words = paragraph.doc.char_span(
        span.start - paragraph.char_start, span.end - paragraph.char_start, alignment_mode="expand"
    )
    assert words is not None, "a mention lies within its paragraph"
    return paragraph, words.root


def nouns_for_people(article: ParsedArticle, names: list[CharSpan], roles: list[RoleSpan]) -> list[Antecedent]:
    """Nouns in the singular for people, such as ``a woman``: for nobody named, or the subject that a name explains.

    Args:
        article: The parsed article.
        names: Where its people are named, and where nouns are tied to them.
        roles: Where it says what they are.
    """
    ends, starts = {span.end for span in names}, {span.start for span in names}
    holders = {char: role.local_person for role in roles for char in range(*role.span)}
    found = []
    for paragraph in article.paragraphs:
        for token in tokens_tagged(paragraph, "NN", _may_mean_person):
            if not is_noun_for_person(token) or not stands_by_itself(token):
                continue
            span = CharSpan(paragraph.start_of(token), paragraph.end_of(token))
            holder = holders.get(span.start)
            if span.end in ends or (holder is None and _is_set_off_from_name(paragraph, token, starts)):
                continue
            if holder is None or token.dep_ in SUBJECTS:
                sentence = article.sentence_at(span.start).index
                is_known = holder is None and _is_known_office(token)
                found.append(Antecedent(span, holder, gender_of_noun(token.lower_), sentence, token, "noun", is_known))
    return found


def _is_known_office(token: Token) -> bool:
    word = token.lower_
    is_office = is_title(word) and word not in HUMAN_NOUNS | FEMALE_NOUNS | MALE_NOUNS
    words = {child.lower_ for child in token.children}
    return is_office and "the" in words and words.isdisjoint(PAST)


def _is_set_off_from_name(paragraph: Paragraph, token: Token, names: set[int]) -> bool:
    """Whether a name, perhaps with titles, follows a noun and a comma or dash: ``the party's leader, Ada Quill``."""
    doc, index = token.doc, token.i + 1
    if index >= len(doc) or doc[index].text not in SETTING_OFF:
        return False
    index += 1
    while index < len(doc) and paragraph.start_of(doc[index]) not in names and is_title(doc[index].text):
        index += 1
    return index < len(doc) and paragraph.start_of(doc[index]) in names


def is_noun_for_person(token: Token) -> bool:
    """Whether a common noun means a person."""
    word = token.lower_
    if not _may_mean_person(word):
        return False
    return word not in NOT_NOUNS_OF_PEOPLE or any(child.lower_ in DETERMINERS for child in token.children)


def _may_mean_person(word: str) -> bool:
    return word in HUMAN_NOUNS or word in FEMALE_NOUNS or word in MALE_NOUNS or is_title(word)


def gender_of_noun(word: str) -> Gender | None:
    """The gender that a noun for a person tells."""
    if word in FEMALE_NOUNS:
        return "female"
    return "male" if word in MALE_NOUNS else gender_of_title(word)


def stands_by_itself(token: Token) -> bool:
    """Whether a noun is the head of a noun phrase of its own: no title, no apposition, no predicate."""
    if token.dep_ in ("compound", "appos", "attr", "amod", "nmod", "oprd", "acomp", "npadvmod"):
        return False
    if any(child.dep_ == "appos" and child.tag_ in ("NNP", "NNPS") for child in token.children):
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if following is not None and following.tag_ == "NNP":
        return False
    is_determined = any(child.lower_ in DETERMINERS or child.dep_ == "poss" for child in token.children)
    return is_determined and token.head.lower_ not in ("as", "like")
