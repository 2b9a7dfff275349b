"""A paragraph as the rules of reported speech see it: tokens, their dependents, and what stands in marks."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from pipelines.transform.annotate.article import Paragraph
from pipelines.transform.annotate.quotes.marks import QuotedRegion
from pipelines.transform.annotate.spans import CharSpan

NO_PIECE = -1


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quoted region that stands in one paragraph, as token numbers without the marks."""

    region: int
    span: CharSpan
    start: int
    end: int
    is_single: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One paragraph with what the rules ask for again and again, computed once."""

    paragraph: Paragraph
    tokens: list[Token]
    lowers: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    children: list[list[int]]
    sentence_start: list[int]
    sentence_end: list[int]
    pieces: list[Piece]
    piece_at: list[int]
    """For each token the number of the piece it stands in, or ``NO_PIECE``."""
    left_edge: list[int] = field(default_factory=list)
    right_edge: list[int] = field(default_factory=list)

    def kids(self, token: int, *labels: str) -> list[int]:
        """Dependents of a token that bear one of these labels."""
        return [child for child in self.children[token] if self.deps[child] in labels]

    def has_kid(self, token: int, *labels: str) -> bool:
        """Whether a token has a dependent with one of these labels."""
        return any(self.deps[child] in labels for child in self.children[token])

    def char_start(self, token: int) -> int:
        """Offset in the article where a token begins."""
        return self.paragraph.char_start + self.tokens[token].idx

    def char_end(self, token: int) -> int:
        """Offset in the article one past a token."""
        return self.char_start(token) + len(self.tokens[token])

    def chars(self, start: int, end: int) -> CharSpan:
        """Offsets in the article of the tokens from start up to, not including, end."""
        return CharSpan(self.char_start(start), self.char_end(end - 1))


def open_page(paragraph: Paragraph, regions: Sequence[tuple[int, QuotedRegion]]) -> Page:
    """Lay out a paragraph; ``regions`` are the quoted regions that touch it, with their numbers."""
    doc = paragraph.doc
    tokens = list(doc)
    heads = [token.head.i for token in tokens]
    children: list[list[int]] = [[] for _ in tokens]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    starts, ends = _sentence_bounds(tokens)
    pieces = _pieces(paragraph, [token.idx for token in tokens], regions)
    piece_at = [NO_PIECE] * len(tokens)
    for number, piece in enumerate(pieces):
        piece_at[piece.start : piece.end] = [number] * (piece.end - piece.start)
    return Page(
        paragraph,
        tokens,
        [token.lower_ for token in tokens],
        [token.tag_ for token in tokens],
        [token.dep_ for token in tokens],
        heads,
        children,
        starts,
        ends,
        pieces,
        piece_at,
        [token.left_edge.i for token in tokens],
        [token.right_edge.i for token in tokens],
    )


def _sentence_bounds(tokens: list[Token]) -> tuple[list[int], list[int]]:
    starts, ends = [], [0] * len(tokens)
    start = 0
    for number, token in enumerate(tokens):
        if token.is_sent_start:
            start = number
        starts.append(start)
    end = len(tokens)
    for number in range(len(tokens) - 1, -1, -1):
        ends[number] = end
        if starts[number] == number:
            end = number
    return starts, ends


def _pieces(paragraph: Paragraph, token_starts: list[int], regions: Sequence[tuple[int, QuotedRegion]]) -> list[Piece]:
    """Token numbers of the pieces; a token that reaches over a mark belongs to the side it begins on."""
    pieces = []
    for number, region in regions:
        for span in region.pieces:
            if paragraph.char_start <= span.start < paragraph.char_end:
                start = bisect_left(token_starts, span.start - paragraph.char_start)
                end = bisect_left(token_starts, span.end - paragraph.char_start)
                if end > start:
                    pieces.append(Piece(number, span, start, end, region.is_single))
    return pieces
