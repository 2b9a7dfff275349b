"""Count the words of a quotation that stand inside quotation marks."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.quotes.marks import quoted_regions
from pipelines.transform.annotate.spans import CharSpan


def quoted_word_count(article: ParsedArticle, pieces: list[CharSpan]) -> int:
    """Words of the pieces that stand inside quotation marks, split at white space."""
    paragraphs = [CharSpan(paragraph.char_start, paragraph.char_end) for paragraph in article.paragraphs]
    inside = [span for region in quoted_regions(article.text, paragraphs) for span in region.pieces]
    return sum(
        len(article.text[max(piece.start, span.start) : min(piece.end, span.end)].split())
        for piece in pieces
        for span in inside
        if piece.overlaps(span)
    )
