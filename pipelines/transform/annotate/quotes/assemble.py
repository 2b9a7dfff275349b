"""Make attributions of the chosen candidates: join pieces that one attribution covers, and say of what type each is."""

from dataclasses import dataclass, field

from pipelines.transform.annotate.quotes.candidates import TokenRange, disjoint
from pipelines.transform.annotate.quotes.choose import Chosen
from pipelines.transform.annotate.quotes.noun_phrases import speaker_span
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece
from pipelines.transform.annotate.spans import Attribution, CharSpan, QuoteType

SENTENCE_END = frozenset(".!?…”\"’':")

PHRASES = ("gerund", "infinitive", "noun_", "object", "passive_", "relative_", "seeming", "verb_")
"""Constructions whose words are part of the reporter's clause, and no statement even when all are in marks."""


@dataclass(slots=True)
class PageReading:
    """The attributions of one paragraph, and the quoted pieces that none of them covers."""

    page: Page
    attributions: list[Attribution] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)


def assemble(page: Page, chosen: list[Chosen]) -> PageReading:
    """Turn what was chosen in a paragraph into attributions."""
    owners = _owners(page, chosen)
    extra: dict[int, list[TokenRange]] = {}
    for number, owner in owners.items():
        piece = page.pieces[number]
        if piece.start not in chosen[owner].words:
            extra.setdefault(owner, []).append((piece.start, piece.end))
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
        elif previous is not None and begins_sentence(page, piece):
            owners[number] = previous
    return owners


def begins_sentence(page: Page, piece: Piece) -> bool:
    """Whether a piece is a sentence of its own: a capital, and nothing unfinished before it."""
    first = page.texts[piece.start]
    before = page.paragraph.text[: piece.span.start - page.paragraph.char_start - 1].rstrip()
    return not first[0].islower() and (not before or before[-1] in SENTENCE_END)


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
