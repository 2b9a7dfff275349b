"""Make attributions of the chosen candidates: join pieces that one attribution covers, and say of what type each is."""

from dataclasses import dataclass, field

from pipelines.transform.annotate.quotes.candidates import Candidate, TokenRange, disjoint
from pipelines.transform.annotate.quotes.figures import LAYOUT
from pipelines.transform.annotate.quotes.noun_phrases import speaker_span
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece
from pipelines.transform.annotate.quotes.readings import Chosen
from pipelines.transform.annotate.spans import Attribution, CharSpan, QuoteType

SENTENCE_END = frozenset(".!?…”\"’':")
DOUBLED_MARKS = ("``", "''")
STATEMENT_WORDS = 4
LONGEST_LINK = 2
LINKS = frozenset({"CC", "RB", ","})

PHRASES = ("gerund", "infinitive", "noun_", "object", "participle_", "passive_", "relative_", "seeming", "verb_")
"""Constructions whose words are part of the reporter's clause, and no statement even when all are in marks."""


@dataclass(slots=True)
class PageReading:
    """The attributions of one paragraph, and the quoted pieces that none of them covers."""

    page: Page
    attributions: list[Attribution] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)


def assemble(page: Page, chosen: list[Chosen]) -> PageReading:
    """Turn what was chosen in a paragraph into attributions; behind a label all of it is said by one."""
    if any(one.candidate.construction == "speaker_label" for one in chosen):
        return PageReading(page, [attribution(page, one, []) for one in chosen])
    owners = _owners(page, chosen)
    extra: dict[int, list[TokenRange]] = {}
    for number, owner in owners.items():
        piece = page.pieces[number]
        if piece.start not in chosen[owner].words:
            extra.setdefault(owner, []).append((_start_of_more(page, chosen[owner], piece), piece.end))
    attributions = [attribution(page, one, extra.get(one.number, [])) for one in chosen]
    return PageReading(page, attributions, [p for number, p in enumerate(page.pieces) if number not in owners])


def _owners(page: Page, chosen: list[Chosen]) -> dict[int, int]:
    """For each piece the candidate it belongs to: the closest that holds it, or the one that it goes on from."""
    owners: dict[int, int] = {}
    previous: int | None = None
    for number, piece in enumerate(page.pieces):
        holding = [k for k, one in enumerate(chosen) if piece.start in one.words]
        if holding:
            owners[number] = previous = min(holding, key=lambda k: len(chosen[k].words))
        elif previous is not None and (begins_sentence(page, piece) or _is_linked(page, piece)):
            owners[number] = previous
        elif (unfinished := _unfinished(page, piece, chosen)) is not None:
            owners[number] = previous = unfinished
    return owners


def _is_linked(page: Page, piece: Piece) -> bool:
    """Whether only a word or two join a longer piece to the sentence before: ``But “we must wait for it.”``."""
    link = range(page.sentence_start[piece.start], piece.start - 1)
    is_link = 0 < len(link) <= LONGEST_LINK and all(page.tags[token] in LINKS for token in link)
    return is_link and piece.end - piece.start >= STATEMENT_WORDS


def _unfinished(page: Page, piece: Piece, chosen: list[Chosen]) -> int | None:
    """The candidate whose sentence goes on to a longer piece: ``said that it was safe, but would “soon rot away”``."""
    if piece.end - piece.start < STATEMENT_WORDS:
        return None
    before = [k for k, one in enumerate(chosen) if one.candidate.end <= piece.start]
    if not before:
        return None
    last = max(before, key=lambda k: (chosen[k].candidate.end, -len(chosen[k].words)))
    return last if _goes_on(page, chosen[last].candidate, piece) else None


def _goes_on(page: Page, candidate: Candidate, piece: Piece) -> bool:
    """Whether a later piece of the sentence is still reported, and stands in no other clause or phrase of the reporter.

    In ``After saying it was safe, she was “taken away”`` the piece hangs on the verb that the cue hangs on, and
    in ``“It is safe,” she said on “Morning at Nine”`` on the cue itself.
    """
    if candidate.end <= page.sentence_start[piece.start] or candidate.construction in LAYOUT:
        return False
    behind = max(candidate.end, candidate.cue)
    above = candidate.cue
    while page.heads[above] != above:
        above = page.heads[above]
        if behind <= above < piece.end:
            return False
    return candidate.end > candidate.cue or any(tag in (",", "CC") for tag in page.tags[behind : piece.start])


def _start_of_more(page: Page, one: Chosen, piece: Piece) -> int:
    """Where a later piece begins: with the words that join it to content of the same sentence."""
    end = one.candidate.end
    is_joined = one.candidate.cue < end and end > page.sentence_start[piece.start]
    return end if is_joined and (one.candidate.source or 0) < end <= piece.start else piece.start


def begins_sentence(page: Page, piece: Piece) -> bool:
    """Whether a piece is a sentence of its own: a capital, and nothing unfinished before it."""
    first = page.texts[piece.start]
    before = before_mark(page, piece).rstrip()
    return not first[0].islower() and (not before or before[-1] in SENTENCE_END)


def before_mark(page: Page, piece: Piece) -> str:
    """The text of the paragraph up to the mark that opens a piece; some printers set it as two characters."""
    before = page.paragraph.text[: piece.span.start - page.paragraph.char_start]
    return before[:-2] if before.endswith(DOUBLED_MARKS) else before[:-1]


def attribution(page: Page, one: Chosen, extra: list[TokenRange]) -> Attribution:
    """The attribution of a candidate, with the pieces in which its speaker goes on."""
    candidate = one.candidate
    ranges = disjoint([*candidate.content, *extra])
    speaker = head = None
    if candidate.source is not None:
        speaker, head = speaker_span(page, candidate.source, one.words | {candidate.cue})
    return Attribution(
        quote_type=_quote_type(page, ranges, is_phrase=candidate.construction.startswith(PHRASES)),
        pieces=[_piece_span(page, start, end) for start, end in ranges],
        method=candidate.construction,
        confidence=one.likelihood,
        cue=page.chars(candidate.cue, candidate.cue + 1),
        cue_lemma=candidate.lemma,
        speaker=speaker,
        speaker_head=head,
    )


def _piece_span(page: Page, start: int, end: int) -> CharSpan:
    """Characters of a range; a mark at its end is kept if the mark it closes stands in the range too."""
    chars = page.chars(start, end)
    last = page.piece_at[end - 1]
    if last != NO_PIECE and start < page.pieces[last].start and end == page.pieces[last].end < len(page.texts):
        return CharSpan(chars.start, page.char_end(end))
    return chars


def _quote_type(page: Page, ranges: list[TokenRange], *, is_phrase: bool) -> QuoteType:
    """Direct is a whole statement in marks; words of the reporter's own clause are mixed at most."""
    words = [token for start, end in ranges for token in range(start, end) if page.texts[token][0].isalnum()]
    inside = sum(page.piece_at[token] != NO_PIECE for token in words)
    if not inside:
        return "indirect"
    return "direct" if inside == len(words) and not is_phrase else "mixed"
