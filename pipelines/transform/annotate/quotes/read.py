"""Read the reported speech of one article."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import Attribution


def read_quotes(article: ParsedArticle) -> list[Attribution]:
    """List the quotations of an article, each with its cue and the words that name its speaker."""
    return []
