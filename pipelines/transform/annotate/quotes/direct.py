"""Quoted statements and the verb beside them: before the marks, after them, or between two pieces."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import speaker_of
from pipelines.transform.annotate.quotes.lexicon import may_report, verb_lemma
from pipelines.transform.annotate.quotes.noun_phrases import first_noun, own_subject
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece

SENTENCE_END = frozenset({".", "!", "?", "..."})
MARKS = frozenset({"“", "”", "„", "‟", '"', "``", "''", "«", "»", "‘", "’", "'", "`"})
OPEN_END = frozenset(",!?—–-…")
LONGEST_GAP = 40


def quoted_candidates(page: Page) -> Iterator[Candidate]:
    """For each piece in marks the attribution beside it; pieces on both sides of one verb are one quotation."""
    by_cue: dict[int, Candidate] = {}
    for number, piece in enumerate(page.pieces):
        found = _after(page, piece, number) or _before(page, piece, number)
        if found is None:
            continue
        if found.cue in by_cue:
            by_cue[found.cue].content += found.content
        else:
            by_cue[found.cue] = found
    yield from by_cue.values()


def _after(page: Page, piece: Piece, number: int) -> Candidate | None:
    """``“It is safe,” the minister said``: the words after the mark, up to the end of the sentence."""
    start = _past_marks(page, piece.end)
    if not _stays_open(page, piece, start):
        return None
    end = _gap_end(page, start, number)
    for verb in range(start, end):
        if page.tags[verb][0] != "V" or page.deps[verb] in ("relcl", "acl", "amod"):
            continue
        lemma = verb_lemma(page.lowers[verb])
        if not may_report(lemma, "quoted_after"):
            continue
        source = _subject_between(page, verb, start, end)
        if source is not None:
            kind = "quoted_after" if source < verb else "quoted_inverted"
            return Candidate(kind, verb, lemma, source, [(piece.start, piece.end)])
    return None


def _past_marks(page: Page, start: int) -> int:
    while start < len(page.tokens) and (page.lowers[start] in MARKS or page.lowers[start] in (",", "—", "–", "--")):
        start += 1
    return start


def _stays_open(page: Page, piece: Piece, after: int) -> bool:
    """Whether the sentence goes on after the piece: a comma in or after the marks, or a question or shout."""
    if after >= len(page.tokens) or page.piece_at[after] != NO_PIECE:
        return False
    last = page.lowers[piece.end - 1]
    between = {page.lowers[token] for token in range(piece.end, after)}
    return last[-1] in OPEN_END or bool(between & {",", "—", "–", "--"})


def _gap_end(page: Page, start: int, number: int) -> int:
    limit = min(len(page.tokens), start + LONGEST_GAP)
    if number + 1 < len(page.pieces):
        limit = min(limit, page.pieces[number + 1].start)
    for token in range(start, limit):
        if page.lowers[token] in SENTENCE_END:
            return token
    return limit


def _subject_between(page: Page, verb: int, start: int, end: int) -> int | None:
    """The subject among the words beside the piece; by position where the parse gives none."""
    subject = own_subject(page, verb)
    if subject is not None and start <= subject < end:
        return subject
    before = [token for token in range(start, verb) if page.tags[token] in ("PRP", "NNP", "NNPS", "NN", "NNS")]
    if before:
        return before[-1]
    return first_noun(page, verb + 1, end)


def _before(page: Page, piece: Piece, number: int) -> Candidate | None:
    """``She replied: “It is safe.”``: the last verb that may report before the mark."""
    last = piece.start - 1
    while last >= 0 and page.lowers[last] in MARKS:
        last -= 1
    start = _gap_start(page, last, number)
    if last < start:
        return None
    link = page.lowers[last]
    for verb in range(last, start - 1, -1):
        if page.tags[verb][0] != "V":
            continue
        lemma = verb_lemma(page.lowers[verb])
        if may_report(lemma, "quoted_before") and (link in (":", ",", "that", "—", "–", "--") or verb == last):
            kind = "quoted_colon" if link == ":" else "quoted_before"
            return Candidate(kind, verb, lemma, speaker_of(page, verb), [(piece.start, piece.end)])
    return None


def _gap_start(page: Page, last: int, number: int) -> int:
    floor = page.pieces[number - 1].end if number else 0
    for token in range(last, floor - 1, -1):
        if page.lowers[token] in SENTENCE_END:
            return token + 1
    return floor
