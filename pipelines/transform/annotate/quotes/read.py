"""Read the reported speech of one article."""

from pipelines.transform.annotate.article import ParsedArticle
from pipelines.transform.annotate.quotes.assemble import assemble
from pipelines.transform.annotate.quotes.choose import choose
from pipelines.transform.annotate.quotes.continued import follow
from pipelines.transform.annotate.quotes.layout import label_of, transcript_labels
from pipelines.transform.annotate.quotes.marks import QuotedRegion
from pipelines.transform.annotate.quotes.page import Page, open_page
from pipelines.transform.annotate.quotes.propose import propose
from pipelines.transform.annotate.spans import Attribution


def read_quotes(article: ParsedArticle) -> list[Attribution]:
    """List the quotations of an article in order, each with its cue and the words that name its speaker."""
    readings = [assemble(page, choose(page, propose(page))) for page in _pages(article, article.quoted_regions)]
    return follow(readings, article.quoted_regions)


def _pages(article: ParsedArticle, regions: list[QuotedRegion]) -> list[Page]:
    by_paragraph: dict[int, list[tuple[int, QuotedRegion]]] = {}
    for number, region in enumerate(regions):
        for index in {article.paragraph_at(piece.start).index: None for piece in region.pieces}:
            by_paragraph.setdefault(index, []).append((number, region))
    pages = [open_page(paragraph, by_paragraph.get(paragraph.index, ())) for paragraph in article.paragraphs]
    labels = [label_of(page) for page in pages]
    known = transcript_labels(labels)
    for page, label in zip(pages, labels, strict=True):
        page.is_transcript = label in known
    return pages
