"""Make attributions of the chosen candidates: join pieces, follow speech over paragraphs, keep fragments apart."""

from collections.abc import Iterator
from dataclasses import replace

from pipelines.transform.annotate.quotes.choose import Chosen
from pipelines.transform.annotate.quotes.marks import QuotedRegion
from pipelines.transform.annotate.quotes.noun_phrases import speaker_span
from pipelines.transform.annotate.quotes.page import NO_PIECE, Page, Piece
from pipelines.transform.annotate.spans import Attribution, QuoteType

STATEMENT_WORDS = 4
SENTENCE_END = frozenset(".!?…”\"’':")


def attributions(pages: list[Page], chosen: list[list[Chosen]], regions: list[QuotedRegion]) -> list[Attribution]:
    """The quotations of an article, in order."""
    quotes: list[Attribution] = []
    last: Attribution | None = None
    for page, candidates in zip(pages, chosen, strict=True):
        owners = _owners(page, candidates)
        found = [_attribution(page, one, owners) for one in candidates]
        quotes += found
        loose = [piece for number, piece in enumerate(page.pieces) if number not in owners]
        quotes += _loose_pieces(page, loose, last, regions)
        last = _last_quoted(found) or (last if loose and not found else None)
    return sorted(quotes, key=lambda quote: (quote.pieces[0].start, quote.pieces[-1].end))


def _owners(page: Page, candidates: list[Chosen]) -> dict[int, int]:
    """For each piece the candidate it belongs to: one that holds it, or the one before that it goes on from."""
    owners: dict[int, int] = {}
    previous: int | None = None
    for number, piece in enumerate(page.pieces):
        holding = [k for k, one in enumerate(candidates) if piece.start in one.words]
        if holding:
            owners[number] = previous = min(holding, key=lambda k: len(candidates[k].words))
        elif previous is not None and begins_sentence(page, piece):
            owners[number] = previous
    return owners


def begins_sentence(page: Page, piece: Piece) -> bool:
    """Whether a piece is a sentence of its own: a capital, and nothing unfinished before it."""
    first = page.tokens[piece.start].text
    before = page.paragraph.doc.text[: piece.span.start - page.paragraph.char_start - 1].rstrip()
    return not first[0].islower() and (not before or before[-1] in SENTENCE_END)


def _attribution(page: Page, one: Chosen, owners: dict[int, int]) -> Attribution:
    candidate = one.candidate
    ranges = list(candidate.content)
    for number, owner in owners.items():
        piece = page.pieces[number]
        if owner == one.number and piece.start not in one.words:
            ranges.append((piece.start, piece.end))
    pieces = [page.chars(start, end) for start, end in sorted(ranges)]
    speaker = head = None
    if candidate.source is not None:
        speaker, head = speaker_span(page, candidate.source, one.words | {candidate.cue})
    return Attribution(
        quote_type=_quote_type(page, ranges),
        pieces=pieces,
        method=candidate.construction,
        confidence=one.likelihood,
        cue=page.chars(candidate.cue, candidate.cue + 1),
        cue_lemma=candidate.lemma,
        speaker=speaker,
        speaker_head=head,
    )


def _quote_type(page: Page, ranges: list[tuple[int, int]]) -> QuoteType:
    words = [token for start, end in ranges for token in range(start, end) if page.tokens[token].text[0].isalnum()]
    inside = sum(page.piece_at[token] != NO_PIECE for token in words)
    if not inside:
        return "indirect"
    return "direct" if inside == len(words) else "mixed"


def _loose_pieces(
    page: Page, loose: list[Piece], last: Attribution | None, regions: list[QuotedRegion]
) -> Iterator[Attribution]:
    """Pieces that nothing in their paragraph attributes: speech going on from the paragraph before, or fragments."""
    speech = [piece for piece in loose if begins_sentence(page, piece) and _word_count(page, piece) >= STATEMENT_WORDS]
    if speech and last is not None and not page.paragraph.doc.text[: speech[0].start].strip("“\"'‘` "):
        yield replace(
            last,
            quote_type="direct",
            pieces=[piece.span for piece in speech],
            method="continued",
            cue=None,
            cue_lemma=None,
        )
        loose = [piece for piece in loose if piece not in speech]
    for piece in loose:
        yield Attribution("fragment", [piece.span], "marks")


def _word_count(page: Page, piece: Piece) -> int:
    return sum(page.tokens[token].text[0].isalnum() for token in range(piece.start, piece.end))


def _last_quoted(found: list[Attribution]) -> Attribution | None:
    quoted = [quote for quote in found if quote.quote_type in ("direct", "mixed")]
    return quoted[-1] if quoted else None
