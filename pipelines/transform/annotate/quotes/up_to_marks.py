"""What is reported begins outside the marks and ends in them: ``said on Monday the bridge was “a disgrace”``.

Where marks stand, parsers often miss the clause; it is read from its verb to the mark by position.
"""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.ahead import HANDS_OVER, gap_start, last_word_before
from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import speaker_of
from pipelines.transform.annotate.quotes.gaps import likeliest_first
from pipelines.transform.annotate.quotes.lexicon import reporting_share, verb_lemma
from pipelines.transform.annotate.quotes.noun_phrases import NOUN_TAGS, own_subject, subject_of
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece
from pipelines.transform.annotate.quotes.ranges import BEGINS_CLAUSE, FINITE_TAGS, trimmed

SETTINGS = frozenset({"prep", "npadvmod", "advmod", "prt", "dative"})
"""Labels of phrases that tell when, where and to whom something was said."""
ADDRESSING = frozenset({"assure", "inform", "remind", "tell", "warn"})
"""Verbs whose object is who is spoken to."""
DETERMINERS = frozenset({"DT", "PRP$"})
IN_ADDRESSEE = DETERMINERS | {"JJ", "POS", "NN", "NNS", "NNP", "NNPS"}
LONGEST = 30
NAMES = 0.6
"""Share of its uses with an object and a predicate in which a verb must report."""


def up_to_marks_candidates(page: Page) -> Iterator[Candidate]:
    """For each piece the words from the likeliest verb before it on, without where and when it was said."""
    for number, piece in enumerate(page.pieces):
        last = last_word_before(page, piece)
        start = max(gap_start(page, last, number), last - LONGEST)
        for verb in likeliest_first(page, range(last, start - 1, -1), "clause_that", ("amod", "acl"))[:1]:
            if last > verb and page.lowers[last] not in HANDS_OVER:
                yield from _from_verb(page, verb, piece)
        yield from _from_naming(page, range(last, start - 1, -1), piece)


def _from_verb(page: Page, verb: int, piece: Piece) -> Iterator[Candidate]:
    start, end = trimmed(page, _behind_settings(page, verb, piece), piece.start)
    if start < end and _is_clause(page, start, piece):
        yield Candidate(
            "clause_to_marks", verb, verb_lemma(page.lowers[verb]), speaker_of(page, verb), [(start, piece.end)]
        )


def _from_naming(page: Page, before: range, piece: Piece) -> Iterator[Candidate]:
    """``called the pier a “ruin”``: from the nearest verb on that names things, where the parse errs.

    What stands between must hold the thing that is named, or it goes before: ``what Holm called a “ruin”``.
    """
    verb = next((token for token in before if page.tags[token][0] == "V"), None)
    if verb is None or page.piece_at[verb] != NO_PIECE or (page.has_kid(verb, "oprd") and _is_read(page, verb, piece)):
        return
    lemma = verb_lemma(page.lowers[verb])
    if reporting_share(lemma, "object_predicate") < NAMES:
        return
    start, end = trimmed(page, _behind_settings(page, verb, piece), piece.start)
    if any(page.tags[token] in NOUN_TAGS for token in range(start, end)):
        yield Candidate("object_to_marks", verb, lemma, subject_of(page, verb), [(start, piece.end)])
        return
    named = [kid for kid in page.kids(verb, "dobj", "oprd") if page.tags[kid] in ("WP", "WDT") and kid < verb]
    subject = own_subject(page, verb)
    if named and subject is not None and named[0] < subject < verb:
        content = [(named[0], named[0] + 1), trimmed(page, verb + 1, piece.end)]
        yield Candidate("relative_predicate", verb, lemma, subject, content)


def _is_read(page: Page, verb: int, piece: Piece) -> bool:
    """Whether the parse has an object and, in the marks, what it is called."""
    return page.has_kid(verb, "dobj") and any(piece.start <= kid < piece.end for kid in page.kids(verb, "oprd"))


def _is_clause(page: Page, start: int, piece: Piece) -> bool:
    """Whether the words begin as a clause does, with a finite verb before the marks or as the first word in them."""
    tags = page.tags[start : piece.start] + [tag for tag in page.tags[piece.start : piece.end] if tag != "RB"][:1]
    begins = page.lowers[start] == "that" or tags[0] in BEGINS_CLAUSE
    return begins and not FINITE_TAGS.isdisjoint(tags[1:])


def _behind_settings(page: Page, verb: int, piece: Piece) -> int:
    """Where the clause begins: with its ``that``, else behind the phrases that hang on the verb."""
    for token in range(verb + 1, piece.start):
        if page.lowers[token] == "that":
            return token
    start = verb + 1
    if verb_lemma(page.lowers[verb]) in ADDRESSING:
        start = _behind_addressee(page, start, piece.start)
    for kid in page.children[verb]:
        if kid > verb and page.deps[kid] in SETTINGS and page.left_edge[kid] == start:
            start = page.right_edge[kid] + 1
    return start if start < piece.start else verb + 1


def _behind_addressee(page: Page, start: int, end: int) -> int:
    """Where a clause begins behind the name or noun of who is told: ``told the Lund Post the bridge was “a ruin”``."""
    token = start + 1 if page.tags[start] == "PRP" else _phrase_end(page, start, end)
    is_named = token > start and page.tags[token - 1] in NOUN_TAGS
    return token if is_named and token < end and page.tags[token] in BEGINS_CLAUSE else start


def _phrase_end(page: Page, start: int, end: int) -> int:
    """One past a noun phrase, told by its tags: behind a noun a determiner opens the next."""
    for token in range(start, end):
        opens_next = page.tags[token] in DETERMINERS and token > start and page.tags[token - 1] in NOUN_TAGS
        if opens_next or page.tags[token] not in IN_ADDRESSEE:
            return token
    return end
