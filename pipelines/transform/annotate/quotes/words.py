"""Count the words of a quotation that stand inside quotation marks."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import CharSpan


def quoted_word_count(article: ParsedArticle, pieces: list[CharSpan]) -> int:
    """Words of the pieces that stand inside quotation marks, split at white space."""
    return 0
