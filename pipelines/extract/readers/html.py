"""Web pages: one article a file."""

from collections.abc import Iterator

from pipelines.extract.inputs import Input
from pipelines.extract.pages import read_page
from pipelines.extract.source_articles import Found


def read(source: Input) -> Iterator[Found]:
    """Read the page.

    Raises:
        RejectedInputError: If it has no article, or is broken or larger than any page.
    """
    address = source.uri if source.uri.startswith(("http://", "https://")) else None
    yield read_page(source.read(), source.limits, address=address)
