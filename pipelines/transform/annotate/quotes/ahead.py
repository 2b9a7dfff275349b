"""An attribution before a piece in marks: ``She replied: “It is safe.”``."""

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import speaker_near
from pipelines.transform.annotate.quotes.gaps import DASHES, MARKS, OFTEN, SENTENCE_END, is_verb, likeliest_first
from pipelines.transform.annotate.quotes.lexicon import may_report, verb_lemma, word_share
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece

HANDS_OVER = frozenset({":", ","})
BACK = frozenset({"back", "off", "out"})
"""Particles with which a verb of motion reports: ``she shot back``."""


def attribution_ahead(page: Page, piece: Piece, number: int) -> Candidate | None:
    """The verb beside the mark, else the last one before it that may report."""
    last = last_word_before(page, piece)
    start = gap_start(page, last, number)
    if last < start:
        return None
    link = page.lowers[last]
    beside = _verb_beside(page, last, start)
    others = likeliest_first(page, range(last, start - 1, -1), "quoted_before", ("amod",))
    for verb in [*([] if beside is None else [beside]), *others]:
        is_said = verb_lemma(page.lowers[verb]) != "be" or link != ","  # ``was a book, “The Last Day”``
        if (link in DASHES | {":", ",", "that"} and is_said) or verb == last:
            kind = "quoted_colon" if link == ":" else "quoted_before"
            source = speaker_near(page, verb, last + 1)
            return Candidate(kind, verb, verb_lemma(page.lowers[verb]), source, [(piece.start, piece.end)])
    return None


def hands_over(page: Page, piece: Piece, candidate: Candidate) -> bool:
    """Whether a verb of speech and a colon or comma stand right before a piece that begins as a sentence does."""
    last = last_word_before(page, piece)
    is_close = page.lowers[last] in HANDS_OVER and last - candidate.cue <= 1 + (page.lowers[last - 1] in BACK)
    return is_close and page.texts[piece.start][0].isupper()


def last_word_before(page: Page, piece: Piece) -> int:
    """The last token before a piece and its marks."""
    last = piece.start - 1
    while last >= 0 and page.lowers[last] in MARKS:
        last -= 1
    return last


def _verb_beside(page: Page, last: int, start: int) -> int | None:
    """A verb that only a particle parts from the sign: ``When he mocked her, she shot back, “…”``."""
    if page.lowers[last] not in HANDS_OVER:
        return None
    has_particle = page.lowers[last - 1] in BACK
    verb = last - 1 - has_particle
    if verb < start or not is_verb(page, verb) or page.deps[verb] == "amod":
        return None
    lemma = verb_lemma(page.lowers[verb])
    return verb if has_particle or (word_share(lemma) >= OFTEN and may_report(lemma, "quoted_before")) else None


def gap_start(page: Page, last: int, number: int) -> int:
    """Where the words before a piece begin: with their sentence, or behind the piece before."""
    floor = page.pieces[number - 1].end if number else 0
    for token in range(last, floor - 1, -1):
        if page.lowers[token] in SENTENCE_END:
            return token + 1
    return floor


def runs_on(page: Page, piece: Piece) -> bool:
    """Whether the sentence runs on over the closing mark, so that the piece is only part of what is reported."""
    after = piece.end
    while after < len(page.texts) and page.lowers[after] in MARKS:
        after += 1
    if after >= len(page.texts) or page.lowers[piece.end - 1][-1] in ".!?,":
        return False
    return page.texts[after].isalpha() and page.tags[after] != "CC" and page.piece_at[after] == NO_PIECE
