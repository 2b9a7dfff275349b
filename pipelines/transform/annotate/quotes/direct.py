"""Quoted statements and the verb beside them: before the marks, after them, or between two pieces."""

from collections.abc import Iterator

from pipelines.transform.annotate.quotes.candidates import Candidate
from pipelines.transform.annotate.quotes.clauses import speaker_near, trimmed
from pipelines.transform.annotate.quotes.lexicon import may_report, verb_forms, verb_lemma, word_share
from pipelines.transform.annotate.quotes.noun_phrases import first_noun, own_subject
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece

SENTENCE_END = frozenset({".", "!", "?", "..."})
MARKS = frozenset({"“", "”", "„", "‟", '"', "``", "''", "«", "»", "‘", "’", "'", "`"})
DASHES = frozenset({"—", "–", "--"})
OPEN_END = frozenset(",!?—–-…")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
NOUN_TAGS = frozenset({"PRP", "NNP", "NNPS", "NN", "NNS"})
OFTEN = 0.25
LONGEST_GAP = 40
STATEMENT_WORDS = 3
LONGEST_LINK = 3
LONGEST_OPENING = 30


def quoted_candidates(page: Page) -> Iterator[Candidate]:
    """For each piece in marks the attribution beside it; pieces on both sides of one verb are one quotation."""
    by_cue: dict[int, Candidate] = {}
    last: Candidate | None = None
    for number, piece in enumerate(page.pieces):
        found = _after(page, piece, number)
        if found is None or word_share(found.lemma) < OFTEN:
            found = _before(page, piece, number) or found
        if found is None and last is not None:
            _resume(page, last, piece)
        elif found is not None and found.cue in by_cue:
            by_cue[found.cue].content += found.content
        elif found is not None:
            by_cue[found.cue] = last = found
    yield from by_cue.values()


def _after(page: Page, piece: Piece, number: int) -> Candidate | None:
    """``“It is safe,” the minister said``: the words after the mark, up to the end of the sentence."""
    start = past_marks(page, piece.end)
    opening = _opening(page, piece)
    if not _stays_open(page, piece, start) or not _is_statement(page, piece, opening):
        return None
    end = _gap_end(page, start, number)
    for verb in _likeliest_first(page, range(start, end), "quoted_after", ("acl", "amod")):
        if page.deps[verb] == "relcl" and _has_relative_subject(page, verb):
            continue
        source = _subject_between(page, verb, start, end)
        if source is not None:
            kind = "quoted_after" if source < verb else "quoted_inverted"
            return Candidate(kind, verb, verb_lemma(page.lowers[verb]), source, [(opening, piece.end)])
    return None


def _likeliest_first(page: Page, tokens: range, construction: str, left_out: tuple[str, ...]) -> list[int]:
    """Verbs that may report, in the order given: those that mostly do before those that seldom do.

    In ``Holm, who was born in Lund, said`` the verb of speech is the last.
    """
    found = [
        (word_share(verb_lemma(page.lowers[token])) < OFTEN, token)
        for token in tokens
        if _is_verb(page, token) and page.deps[token] not in left_out
        if may_report(verb_lemma(page.lowers[token]), construction)
    ]
    return [token for _, token in sorted(found, key=lambda one: one[0])]


def _is_verb(page: Page, token: int) -> bool:
    """Whether a word is tagged as a verb; one with a capital inside a sentence only if it is a known form.

    Taggers take the town for a verb in ``Lund Mayor Ida Holm said``.
    """
    return page.tags[token][0] == "V" and (page.texts[token][0].islower() or page.lowers[token] in verb_forms())


def _has_relative_subject(page: Page, verb: int) -> bool:
    """Whether the subject of a relative clause is its pronoun, or left out; ``he said`` is sometimes taken for one."""
    subject = own_subject(page, verb)
    return subject is None or page.tags[subject] in ("WP", "WDT")


def past_marks(page: Page, start: int) -> int:
    """The first token from a place on that is no mark, dash or comma."""
    while start < len(page.texts) and (page.lowers[start] in MARKS or page.lowers[start] in DASHES | {","}):
        start += 1
    return start


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
    before = [token for token in range(start, verb) if page.tags[token] in NOUN_TAGS]
    if before:
        return before[-1]
    is_one_word = verb + 2 == end and page.tags[verb + 1] in ("DT", "CD")
    return verb + 1 if is_one_word else first_noun(page, verb + 1, end)


def _before(page: Page, piece: Piece, number: int) -> Candidate | None:
    """``She replied: “It is safe.”``: the last verb that may report before the mark."""
    last = piece.start - 1
    while last >= 0 and page.lowers[last] in MARKS:
        last -= 1
    start = _gap_start(page, last, number)
    if last < start:
        return None
    link = page.lowers[last]
    for verb in _likeliest_first(page, range(last, start - 1, -1), "quoted_before", ("amod",)):
        if link in DASHES | {":", ",", "that"} or verb == last:
            kind = "quoted_colon" if link == ":" else "quoted_before"
            source = speaker_near(page, verb, last + 1)
            return Candidate(kind, verb, verb_lemma(page.lowers[verb]), source, [(piece.start, piece.end)])
    return None


def runs_on(page: Page, piece: Piece) -> bool:
    """Whether the sentence runs on over the closing mark, so that the piece is only part of what is reported."""
    after = piece.end
    while after < len(page.texts) and page.lowers[after] in MARKS:
        after += 1
    if after >= len(page.texts) or page.lowers[piece.end - 1][-1] in ".!?,":
        return False
    return page.texts[after].isalpha() and page.tags[after] != "CC" and page.piece_at[after] == NO_PIECE


def _gap_start(page: Page, last: int, number: int) -> int:
    floor = page.pieces[number - 1].end if number else 0
    for token in range(last, floor - 1, -1):
        if page.lowers[token] in SENTENCE_END:
            return token + 1
    return floor


def _resume(page: Page, last: Candidate, piece: Piece) -> None:
    """``“It is safe,” she said, but “not for long.”``: the sentence goes on after its attribution."""
    gap = range(max(last.cue, last.end), piece.start)
    if last.cue > piece.start or any(page.lowers[token] in SENTENCE_END for token in gap):
        return
    links = [token for token in gap if page.tags[token] == "CC" and page.lowers[token - 1] == ","]
    if links and piece.start - links[-1] <= LONGEST_LINK and last.construction in ("quoted_after", "quoted_inverted"):
        last.content.append((links[-1], piece.end))
    elif page.lowers[piece.start - 2] == "," and last.end <= last.cue:
        last.content.append((piece.start, piece.end))
