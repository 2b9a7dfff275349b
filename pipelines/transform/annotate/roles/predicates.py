"""Roles that a verb states of a name: ``is the mayor``, ``who leads Norbank``, ``was appointed minister``."""

from collections.abc import Iterator

from spacy.tokens import Token

from pipelines.transform.annotate.roles.nouns import is_role_noun
from pipelines.transform.annotate.roles.phrases import NamedPhrase, NameStarts, noun_phrase, organization_of
from pipelines.transform.annotate.spans import NameSpan
from pipelines.transform.organization_names import word_set
from pipelines.transform.role_verbs import HEADING, LEADING

BEING = word_set("is was 's ’s be been became becomes become remains remained")
SERVING = word_set(
    "serves served serving works worked working acts acted acting appointed named elected chosen nominated "
    "reelected re-elected hired installed confirmed sworn"
)
IDIOMS = word_set("way charge race field pack poll polls risk life risks team")
SUBJECTS = ("nsubj", "nsubjpass")
CONDITIONS = word_set("if unless whether")


def predicates(named: NamedPhrase, names: NameStarts, all_names: list[NameSpan]) -> Iterator[tuple[int, int]]:
    """Tokens of the roles that verbs with this name, or its ``who``, as their subject state of it."""
    for verb in _verbs(named):
        if _is_unreal(verb):
            continue
        if verb.lower_ in BEING | SERVING:
            yield from _stated(verb, names)
        elif verb.lower_ in HEADING | LEADING:
            yield from _led(verb, named, all_names, names)


def _is_unreal(verb: Token) -> bool:
    """Whether a clause is denied, conditional or only possible: ``could be the next mayor``, ``if he is elected``."""
    return any(
        child.dep_ == "neg" or child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ in CONDITIONS)
        for child in (*verb.children, *(verb.head.children if verb.dep_ == "xcomp" else ()))
    )


def _verbs(named: NamedPhrase) -> Iterator[Token]:
    """Verbs that may say what the named one is.

    Those of which the name is the subject, those of relative clauses on it or on an apposition to it, and those that
    appoint it.
    """
    root = named.name.root
    if root.dep_ == "dobj" and root.head.lower_ in SERVING:
        yield root.head
    if root.dep_ in SUBJECTS:
        yield root.head
        yield from (child for child in root.head.children if child.dep_ == "conj" and not _own_subject(child))
    for noun in [root, *(child for child in root.children if child.dep_ == "appos")]:
        yield from (clause for clause in noun.children if clause.dep_ == "relcl" and _who(clause))


def _who(clause: Token) -> Token | None:
    """The ``who`` that is the subject of a relative clause."""
    return next((child for child in clause.children if child.lower_ == "who"), None)


def _own_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _stated(verb: Token, names: NameStarts) -> Iterator[tuple[int, int]]:
    """The noun phrase that a copula or a verb of appointment gives, with or without ``as``."""
    direct = [child for child in verb.rights if child.dep_ in ("attr", "oprd")]
    by_as = [noun for child in verb.rights if child.lower_ == "as" for noun in child.children if noun.dep_ == "pobj"]
    end = verb.i + 1
    for noun in [*direct, *by_as]:
        start = noun.left_edge.i
        found = noun_phrase(verb.doc, start, names) if start >= end else None  # not again within ``a co-inventor``
        if found and is_role_noun(found[0]):
            yield start, (end := found[1])


def _led(verb: Token, named: NamedPhrase, all_names: list[NameSpan], names: NameStarts) -> Iterator[tuple[int, int]]:
    """The verb with its object and the ``who`` before it; most verbs need either that or a name (``runs a risk``)."""
    who = _who(verb)
    for noun in (child for child in verb.rights if child.dep_ == "dobj"):
        end = _end_of_object(noun, named, all_names, names)
        if end is None:
            continue
        is_named = noun.tag_ == "NNP" or organization_of(named.paragraph, verb.i, end, all_names)
        if verb.lower_ in HEADING or is_named or (who and noun.lower_ not in IDIOMS):
            yield (who or verb).i, end


def _end_of_object(noun: Token, named: NamedPhrase, all_names: list[NameSpan], names: NameStarts) -> int | None:
    """One past the last word of a noun phrase, or of an organization named in the plural: ``Friends of the Port``."""
    start = noun.left_edge.i
    if found := noun_phrase(noun.doc, start, names):
        return found[1]
    organization = organization_of(named.paragraph, start, noun.i + 1, all_names)
    if organization is None:
        return None
    offset = named.paragraph.char_start
    words = noun.doc.char_span(organization.start - offset, organization.end - offset, alignment_mode="expand")
    return words.end if words is not None else None
