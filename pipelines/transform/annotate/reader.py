"""Read a chunk of articles: frames of text in, frames of annotations out, a pure function of text and model."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import dataframely as dy
import polars as pl
from spacy.language import Language

from pipelines.schemas import ANNOTATION_TABLES
from pipelines.transform.annotate import rows
from pipelines.transform.annotate.article import Paragraph, ParsedArticle, parsed_article
from pipelines.transform.annotate.dates.read import read_dates
from pipelines.transform.annotate.names.find import find_names
from pipelines.transform.annotate.network.analyzer import analyzer_of
from pipelines.transform.annotate.organizations.read import read_organizations
from pipelines.transform.annotate.organizations.taken_up import take_up
from pipelines.transform.annotate.parts import cut_parts
from pipelines.transform.annotate.people.read import read_people
from pipelines.transform.annotate.places.find import find_places
from pipelines.transform.annotate.quotes.read import read_quotes
from pipelines.transform.annotate.said_dates import add_said_dates
from pipelines.transform.annotate.truecase import with_usual_case
from pipelines.transform.structure.header import read_header

Rows = dict[str, list[dict[str, Any]]]


def annotate_chunk(articles: pl.DataFrame, paragraphs: pl.DataFrame, nlp: Language) -> dict[str, pl.DataFrame]:
    """Read a chunk of articles.

    Args:
        articles: One row per article; reads ``article_id``, ``text`` and ``published_date``.
        paragraphs: Their rows of ``paragraphs``.
        nlp: The model from `load_model`.

    Returns:
        One frame per name in ``ANNOTATION_TABLES``, sorted by primary key, not validated: who stores or shows them does
        that, for many chunks at once.
    """
    collected: Rows = defaultdict(list)
    for article in parse_articles(articles, paragraphs, nlp):
        for table, article_rows in annotate_article(article).items():
            collected[table].extend(article_rows)
    return {table: _frame(schema, collected[table]) for table, schema in ANNOTATION_TABLES.items()}


def parse_articles(articles: pl.DataFrame, paragraphs: pl.DataFrame, nlp: Language) -> Iterator[ParsedArticle]:
    """Parse each paragraph on its own, so that no sentence runs over a paragraph's end; endless ones in parts.

    The parse of a paragraph in capitals is that of the same characters in their usual case.
    """
    own = paragraphs.sort("article_id", "paragraph_index").partition_by("article_id", as_dict=True)
    told = list(articles.select("article_id", "text", "published_date").iter_rows())
    parsed = [
        list(_unparsed(text, own[(article_id,)], nlp)) if (article_id,) in own else [] for article_id, text, _ in told
    ]
    analyzer_of(nlp).analyze([part.doc for part in parts] for parts in parsed)
    for (article_id, text, published_date), parts in zip(told, parsed, strict=True):
        yield parsed_article(article_id, text, published_date, parts)


def _unparsed(text: str, blocks: pl.DataFrame, nlp: Language) -> Iterator[Paragraph]:
    columns = ("paragraph_index", "paragraph_type", "char_start", "char_end")
    for index, kind, start, end in blocks.select(columns).iter_rows():
        for part in cut_parts(text[start:end]):
            words = with_usual_case(text[start + part.start : start + part.end])
            yield Paragraph(index, kind, start + part.start, start + part.end, nlp.make_doc(words), words)


def annotate_article(article: ParsedArticle) -> Rows:
    """Apply all rules to one parsed article, but for the lines of its header: those are about it, and no news."""
    article = without_header(article)
    names = find_names(article)
    dates = read_dates(article)
    quotes = add_said_dates(article, read_quotes(article), dates)
    people = read_people(article, names, quotes)
    organizations = take_up(article, quotes, read_organizations(article, names))
    places = find_places(article, names)
    return {
        "sentences": rows.sentence_rows(article),
        **rows.people_rows(article, people, organizations),
        **rows.organization_rows(article, organizations),
        "place_spans": rows.place_rows(article, places),
        **rows.quote_rows(article, quotes, people, organizations, places),
        "date_mentions": rows.date_rows(article, dates),
    }


def without_header(article: ParsedArticle) -> ParsedArticle:
    """The article with the paragraphs after its header, and the headline; its sentences keep their numbers."""
    end = read_header(article.text).end
    told = [part for part in article.paragraphs if part.char_start >= end or part.paragraph_type == "headline"]
    return replace(article, paragraphs=told)


def _frame(schema: type[dy.Schema], table_rows: list[dict[str, Any]]) -> pl.DataFrame:
    return pl.DataFrame(table_rows, schema=schema.create_empty().schema).sort(schema.primary_key())
