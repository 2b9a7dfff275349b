"""Paragraphs as the rules of reported speech see them."""

from collections.abc import Callable

import pytest

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.quotes.candidates import TokenRange
from pipelines.transform.annotate.quotes.marks import quoted_regions
from pipelines.transform.annotate.quotes.page import Page, open_page
from pipelines.transform.annotate.quotes.read import read_quotes
from pipelines.transform.annotate.spans import CharSpan
from tests.conftest import Parse

OpenPage = Callable[[str], Page]


@pytest.fixture(scope="session")
def page_of(parse: Parse) -> OpenPage:
    """Open a text of one paragraph."""

    def open_text(text: str) -> Page:
        article = parse(text)
        [paragraph] = article.paragraphs
        regions = quoted_regions(text, [CharSpan(paragraph.char_start, paragraph.char_end)])
        return open_page(paragraph, list(enumerate(regions)))

    return open_text


def words(page: Page, content: list[TokenRange]) -> list[str]:
    """What stands in each range."""
    return [page.paragraph.doc[start:end].text for start, end in content]


def said(article: ParsedArticle) -> list[tuple[str | None, list[str]]]:
    """The words that name each speaker, and what is reported of them; fragments are left out."""
    return [
        (
            quote.speaker and article.text[quote.speaker.start : quote.speaker.end],
            [article.text[piece.start : piece.end] for piece in quote.pieces],
        )
        for quote in read_quotes(article)
        if quote.quote_type != "fragment"
    ]
