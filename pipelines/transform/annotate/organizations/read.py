"""Read which organizations one article names."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.spans import NameSpan, OrganizationsReading


def read_organizations(article: ParsedArticle, names: list[NameSpan]) -> OrganizationsReading:
    """Tie the names of organizations, full and short, to the organizations of the article."""
    return OrganizationsReading()
