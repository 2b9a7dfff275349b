"""Attributions in a clause with ``as``: ``As the mayor noted, the bridge is safe``."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import speaker_of, trimmed
from pipelines.transform.annotate.quotes.lexicon import verb_lemma
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
LONGEST_AS_CLAUSE = 25


def as_candidates(page: Page) -> Iterator[Candidate]:
    """The sentence around a clause that ``as`` opens and whose verb has no clause of its own."""
    for token, lower in enumerate(page.lowers):
        if lower != "as" or page.piece_at[token] != NO_PIECE or not _opens_clause(page, token):
            continue
        verb = page.heads[token]
        if verb <= token or page.tags[verb] not in FINITE or page.left_edge[verb] > token:
            continue
        content = _around(page, token, _clause_end(page, verb))
        if content:
            yield Candidate("clause_as", verb, verb_lemma(page.lowers[verb]), speaker_of(page, verb), content)


def _opens_clause(page: Page, token: int) -> bool:
    """Whether ``as`` begins the sentence or follows a comma, a dash, a bracket or a conjunction."""
    return token == page.sentence_start[token] or page.tags[token - 1] in (",", ":", "CC", "-LRB-", "``")


def _clause_end(page: Page, verb: int) -> int:
    """One past the clause: the next comma or colon after the verb, or the end of the sentence."""
    last = page.sentence_end[verb]
    for token in range(verb + 1, min(last, verb + LONGEST_AS_CLAUSE)):
        if page.tags[token] in (",", ":", "."):
            return token
    return last


def _around(page: Page, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence without the clause; a conjunction before it is no part of what is reported."""
    first, last = page.sentence_start[start], page.sentence_end[start]
    parts = (trimmed(page, first, start), trimmed(page, end, last))
    return [part for part in parts if part[1] - part[0] > 1]
