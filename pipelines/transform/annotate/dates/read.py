"""Read the expressions of time of one article."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import DateSpan


def read_dates(article: ParsedArticle) -> list[DateSpan]:
    """List the expressions of time, resolved against the article's day of publication."""
    return []
