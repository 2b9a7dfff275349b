"""An attribution behind a piece in marks: ``“It is safe,” the minister said``."""

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.gaps import (
    DASHES,
    MARKS,
    SENTENCE_END,
    SURELY_SAID,
    likeliest_first,
    past_marks,
)
from pipelines.transform.annotate.quotes.lexicon import may_report, verb_forms, verb_lemma, word_share
from pipelines.transform.annotate.quotes.noun_phrases import first_noun, own_subject
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece
from pipelines.transform.annotate.quotes.ranges import trimmed

OPEN_END = frozenset(",!?—–-…")
OPEN_SIGNS = frozenset({",", "?", "!"})
UNSIGNED = 0.4
"""Share enough for a verb behind marks that no comma shows to go on: ``“It is safe” Holm responded.``."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUN_TAGS = frozenset({"PRP", "NNP", "NNPS", "NN", "NNS"})
SETTINGS = frozenset({"after", "when", "while", "before", "because", "since", "although", "though", "until"})
BEHIND_TAIL = frozenset({"IN", "TO", "RB", "NNP", "DT", ".", "_SP"})
LONGEST_GAP = 40
LONGEST_TAIL = 8
STATEMENT_WORDS = 3
LONGEST_OPENING = 30


def attribution_behind(page: Page, piece: Piece, number: int) -> Candidate | None:
    """The words after the mark, up to the end of the sentence."""
    start = past_marks(page, piece.end)
    opening = _opening(page, piece)
    if not _is_statement(page, piece, opening):
        return None
    if not _stays_open(page, piece, start):
        return _tail(page, piece, start, opening)
    end = _gap_end(page, start, number)
    for verb in likeliest_first(page, range(start, end), "quoted_after", ("acl", "amod")):
        if _is_subordinate(page, verb):
            continue
        source = _subject_between(page, verb, start, end)
        if source is not None:
            kind = "quoted_after" if source < verb else "quoted_inverted"
            return Candidate(kind, verb, verb_lemma(page.lowers[verb]), source, [(opening, piece.end)])
    return _tail(page, piece, start, opening)


def _tail(page: Page, piece: Piece, start: int, opening: int) -> Candidate | None:
    """Nothing but a speaker and a verb of speech, which the sign before them or the tag of the verb would not show.

    ``“It is safe.” Holm said on Friday``, ``“It is safe,” Holm answers``, ``the 43-year-old asked``.
    """
    if start >= len(page.texts) or page.piece_at[start] != NO_PIECE or page.paragraph.text[start - 1 : start] == "\n":
        return None
    for verb in range(start + 1, min(start + LONGEST_TAIL, len(page.texts))):
        lemma = verb_forms().get(page.lowers[verb])
        if lemma is None or word_share(lemma) < SURELY_SAID or not page.texts[verb].islower():
            continue
        if page.lowers[piece.end - 1] not in OPEN_SIGNS and (page.tags[verb][0] != "V" or word_share(lemma) < UNSIGNED):
            continue
        before = range(start, verb)
        phrase = range(start, next((token for token in before if page.tags[token] == "IN"), verb))
        nouns = [token for token in phrase if page.tags[token] in NOUN_TAGS or page.tags[token] in ("JJ", "CD")]
        is_open = page.lowers[piece.end - 1] not in SENTENCE_END
        if nouns and all(_may_name(page, token, is_open) for token in before) and _ends_tail(page, verb, is_open):
            return Candidate("quoted_tail", verb, lemma, nouns[-1], [(opening, piece.end)])
    return None


def _may_name(page: Page, token: int, is_open: bool) -> bool:
    return (
        page.tags[token][0] in "NJDCP"
        or page.tags[token] in ("HYPH", "IN", "RP")
        or (is_open and page.tags[token] == ",")
    )


def _ends_tail(page: Page, verb: int, is_open: bool) -> bool:
    """Whether nothing follows that the verb may report instead: no clause, object or other piece in marks.

    Behind a piece that a full stop closes, neither may a sentence go on in which ``Holm said`` is only set.
    """
    end = page.sentence_end[verb]
    following = verb + 1
    if following >= end or page.tags[following] == ".":
        return True
    comma = next((token for token in range(following, end) if page.lowers[token] == ","), end)
    rest = range(following, comma if is_open else end)
    is_phrase = page.tags[following] in BEHIND_TAIL or page.lowers[following] == ","
    return (
        is_phrase
        and page.lowers[following] != "that"
        and all(page.piece_at[token] == NO_PIECE and page.tags[token] not in FINITE for token in rest)
        and not page.has_kid(verb, "dobj", "ccomp", "xcomp")
    )


def _is_subordinate(page: Page, verb: int) -> bool:
    """Whether a verb tells of the speaker or of the setting, and so attributes nothing.

    That is one in a relative clause, by its pronoun or as it has no subject (``he said`` is sometimes taken for one),
    one behind a conjunction of time (``after Holm said so``), and a bare participle (``referring to the pier``).
    """
    subject = own_subject(page, verb)
    if page.deps[verb] == "relcl":
        return subject is None or page.tags[subject] in ("WP", "WDT")
    if page.deps[verb] != "advcl":
        return False
    if subject is None:
        return page.tags[verb] == "VBG"
    return any(page.lowers[kid] in SETTINGS for kid in page.kids(verb, "mark", "advmod") if kid < subject)


def _stays_open(page: Page, piece: Piece, after: int) -> bool:
    """Whether the sentence goes on after the piece: a comma in or after the marks, or a question or shout."""
    if after >= len(page.texts) or page.piece_at[after] != NO_PIECE:
        return False
    last = piece.end - 1
    while last > piece.start and page.lowers[last] in MARKS:
        last -= 1
    between = {page.lowers[token] for token in range(piece.end, after)}
    return not OPEN_END.isdisjoint(page.lowers[last].rstrip("’”'\"")[-1:]) or not between.isdisjoint(DASHES | {","})


def _opening(page: Page, piece: Piece) -> int:
    """Where the content begins: with the piece, or with the sentence if its first words stand outside the marks."""
    start = piece.start
    while start > 0 and (page.piece_at[start - 1] != NO_PIECE or page.lowers[start - 1] not in SENTENCE_END):
        inner = page.piece_at[start - 1]
        if inner != NO_PIECE and page.lowers[page.pieces[inner].end - 1] in SENTENCE_END | {","}:
            break
        if (
            page.lowers[start - 1] == ":"
            or page.sentence_start[start] == start
            or piece.start - start > LONGEST_OPENING
        ):
            break
        start -= 1
    start, _ = trimmed(page, start, piece.start)
    reports = any(
        page.tags[token][0] == "V" and may_report(verb_lemma(page.lowers[token]), "quoted_after")
        for token in range(start, piece.start)
    )
    return piece.start if reports or piece.start - start < 2 else start


def _is_statement(page: Page, piece: Piece, opening: int) -> bool:
    """Whether a piece says something: it opens its sentence, or has a verb. ``On “The Early Show,”`` does not."""
    before = opening - 1
    while before >= 0 and (page.lowers[before] in MARKS or page.texts[before].isspace()):
        before -= 1
    opens = opening == piece.start and (before < 0 or page.lowers[before] in SENTENCE_END | {",", ":"} | DASHES)
    return opens or any(tag in FINITE for tag in page.tags[opening : piece.end])


def _gap_end(page: Page, start: int, number: int) -> int:
    limit = min(len(page.texts), start + LONGEST_GAP)
    for later in page.pieces[number + 1 :]:
        if later.end - later.start >= STATEMENT_WORDS:  # a nickname in marks is part of the attribution
            limit = min(limit, later.start)
            break
    for token in range(start, limit):
        if page.lowers[token] in SENTENCE_END:
            return token
    return limit


def _subject_between(page: Page, verb: int, start: int, end: int) -> int | None:
    """The subject among the words beside the piece; by position where the parse gives none."""
    subject = own_subject(page, verb)
    if subject is not None and start <= subject < end:
        return subject
    before = [token for token in range(start, verb) if page.tags[token] in NOUN_TAGS or _is_name(page, token, verb)]
    if before:
        return before[-1]
    is_one_word = verb + 2 == end and page.tags[verb + 1] in ("DT", "CD")
    return verb + 1 if is_one_word else first_noun(page, verb + 1, end)


def _is_name(page: Page, token: int, verb: int) -> bool:
    """Whether what is tagged as an auxiliary is a name, for none has a capital before a past: ``Will wrote``."""
    return page.tags[token] == "MD" and page.texts[token].istitle() and verb == token + 1 and page.lowers[verb] != "be"
