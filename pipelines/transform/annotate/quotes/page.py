"""A paragraph as the rules of reported speech see it: tokens, their dependents, and what stands in marks."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

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


@dataclass(slots=True)
class Page:
    """One paragraph with what the rules ask for again and again, computed once."""

    paragraph: Paragraph
    texts: list[str]
    lowers: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    labels: list[str]
    children: list[list[int]]
    sentence_start: list[int]
    sentence_end: list[int]
    pieces: list[Piece]
    piece_at: list[int]
    """For each token the number of the piece it stands in, or ``NO_PIECE``."""
    left_edge: "LeftEdges"
    right_edge: "RightEdges"
    is_transcript: bool = False
    """Whether the label it begins with, as in ``HOLM:``, is that of other paragraphs too."""

    def kids(self, token: int, *labels: str) -> list[int]:
        """Dependents of a token that bear one of these labels."""
        return [child for child in self.children[token] if self.deps[child] in labels]

    def has_kid(self, token: int, *labels: str) -> bool:
        """Whether a token has a dependent with one of these labels."""
        return any(self.deps[child] in labels for child in self.children[token])

    def char_start(self, token: int) -> int:
        """Offset in the article where a token begins."""
        return self.paragraph.char_start + self.paragraph.columns.starts[token]

    def char_end(self, token: int) -> int:
        """Offset in the article one past a token."""
        return self.char_start(token) + len(self.texts[token])

    def chars(self, start: int, end: int) -> CharSpan:
        """Offsets in the article of the tokens from start up to, not including, end."""
        return CharSpan(self.char_start(start), self.char_end(end - 1))


class LeftEdges:
    """For each token the first one of its subtree, looked up when it is asked for."""

    __slots__ = ("_doc",)

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def __getitem__(self, token: int) -> int:
        edge: int = self._doc[token].left_edge.i
        return edge


class RightEdges:
    """For each token the last one of its subtree, looked up when it is asked for."""

    __slots__ = ("_doc",)

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def __getitem__(self, token: int) -> int:
        edge: int = self._doc[token].right_edge.i
        return edge


def open_page(paragraph: Paragraph, regions: Sequence[tuple[int, QuotedRegion]]) -> Page:
    """Lay out a paragraph; ``regions`` are the quoted regions that touch it, with their numbers."""
    columns = paragraph.columns
    children: list[list[int]] = [[] for _ in columns.heads]
    for number, head in enumerate(columns.heads):
        if head != number:
            children[head].append(number)
    starts, ends = _sentence_bounds(paragraph)
    pieces = _pieces(paragraph, columns.starts, regions)
    piece_at = [NO_PIECE] * len(columns.heads)
    for number, piece in enumerate(pieces):
        piece_at[piece.start : piece.end] = [number] * (piece.end - piece.start)
    return Page(
        paragraph,
        columns.texts,
        columns.lowers,
        columns.tags,
        columns.deps,
        columns.heads,
        columns.labels,
        children,
        starts,
        ends,
        pieces,
        piece_at,
        LeftEdges(paragraph.doc),
        RightEdges(paragraph.doc),
    )


def _sentence_bounds(paragraph: Paragraph) -> tuple[list[int], list[int]]:
    """For each token where its sentence begins, and one past its end."""
    begins = paragraph.sentence_starts
    starts, ends = [], []
    for start, end in zip(begins, [*begins[1:], len(paragraph.columns.texts)], strict=True):
        starts += [start] * (end - start)
        ends += [end] * (end - start)
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
