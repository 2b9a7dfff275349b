"""Attributions without a clause of their own: ``As the mayor noted, it is safe``, ``She put it simply: it is safe``."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import speaker_of
from pipelines.transform.annotate.quotes.gaps import likeliest_first
from pipelines.transform.annotate.quotes.lexicon import verb_lemma
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page
from pipelines.transform.annotate.quotes.ranges import trimmed

FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
CLAUSE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST_AS_CLAUSE = 25
LONGEST_BEFORE_COLON = 8


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


def colon_candidates(page: Page) -> Iterator[Candidate]:
    """The clause without marks that stands behind a colon, with the last verb of the clause before it as cue."""
    for colon, lower in enumerate(page.lowers):
        if lower != ":" or page.piece_at[colon] != NO_PIECE or page.sentence_end[colon] <= colon + 2:
            continue
        first = max(page.sentence_start[colon], colon - LONGEST_BEFORE_COLON)
        cues = likeliest_first(page, range(colon - 1, first - 1, -1), "quoted_colon", ("amod", "acl", "relcl"))
        start, end = trimmed(page, colon + 1, page.sentence_end[colon])
        has_clause = any(tag in CLAUSE_TAGS for tag in page.tags[start:end])
        if cues and has_clause and page.piece_at[start] == NO_PIECE:
            cue = cues[0]
            yield Candidate("clause_colon", cue, verb_lemma(page.lowers[cue]), speaker_of(page, cue), [(start, end)])


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
