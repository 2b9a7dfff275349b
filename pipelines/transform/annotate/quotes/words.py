"""Count the words of a quotation that stand inside quotation marks."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import CharSpan, overlapping


def spans_in_marks(article: ParsedArticle) -> list[CharSpan]:
    """What stands inside quotation marks, in order, each piece within one paragraph."""
    return [span for region in article.quoted_regions for span in region.pieces]


def quoted_word_count(text: str, pieces: list[CharSpan], in_marks: list[CharSpan]) -> int:
    """Words of the pieces that stand inside quotation marks, split at white space."""
    return sum(
        len(text[max(piece.start, span.start) : min(piece.end, span.end)].split())
        for piece in pieces
        for span in overlapping(piece, in_marks)
    )
