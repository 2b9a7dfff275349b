"""Read the layout of many articles, but for those that are as they were."""

from typing import Any, NamedTuple

import polars as pl

from pipelines.schemas.articles import Paragraphs
from pipelines.schemas.structure_keys import StructureKeys
from pipelines.schemas.working import BylineAuthors, StructuredArticles
from pipelines.transform.structure.block import Block
from pipelines.transform.structure.days import Published
from pipelines.transform.structure.frames import articles_frame, authors_frame, paragraphs_frame
from pipelines.transform.structure.layout import Source, read_layout
from pipelines.transform.structure.publishers import name_publishers
from pipelines.transform.structure.version import structure_ids

_Row = dict[str, Any]
_READ = (StructuredArticles, Paragraphs, BylineAuthors)

BATCH = 2_000
"""Articles whose layouts are held as objects at a time: they take several times the memory of their rows."""


class Structured(NamedTuple):
    """Frames of these schemas for the same articles, sorted by their keys.

    Attributes:
        articles: ``StructuredArticles``.
        paragraphs: ``Paragraphs``.
        authors: ``BylineAuthors``.
        keys: ``StructureKeys``.
    """

    articles: pl.DataFrame
    paragraphs: pl.DataFrame
    authors: pl.DataFrame
    keys: pl.DataFrame


NOTHING = Structured(
    StructuredArticles.create_empty(),
    Paragraphs.create_empty(),
    BylineAuthors.create_empty(),
    StructureKeys.create_empty(),
)


class StructuredTexts(NamedTuple):
    """What reading takes: ``article_id``, ``text``, ``published_date`` of each article, and ``Paragraphs``."""

    articles: pl.DataFrame
    paragraphs: pl.DataFrame


def structure_articles(
    raw_articles: pl.DataFrame, raw_paragraphs: pl.DataFrame, before: Structured = NOTHING
) -> Structured:
    """Read the layout of extracted articles.

    Args:
        raw_articles: As the schema ``RawArticles``.
        raw_paragraphs: As the schema ``RawParagraphs``: the blocks of those articles whose source marks them.
        before: What an earlier run made. Articles that are as they were keep its rows; the result is the same without.
    """
    wanted = structure_ids(raw_articles, raw_paragraphs)
    kept = _kept(before, wanted)
    fresh = _read_layouts(raw_articles.join(kept[0], on="article_id", how="anti"), raw_paragraphs)
    articles, paragraphs, authors = (pl.concat(part) for part in zip(kept, fresh, strict=True))
    keys = wanted.join(
        articles.select("article_id", own_publisher_name="publisher_name"), on="article_id", validate="1:1"
    )
    return Structured(
        name_publishers(articles).sort(StructuredArticles.primary_key()),
        paragraphs.sort(Paragraphs.primary_key()),
        authors.sort(BylineAuthors.primary_key()),
        StructureKeys.validate(keys).sort("article_id"),
    )


def rename_publishers(before: pl.DataFrame, fresh: Structured, changed: pl.DataFrame) -> pl.DataFrame:
    """Find whose publisher is named anew when some articles change: those of a folder name one another's.

    Args:
        before: ``article_id``, ``source_uri``, ``publisher_name`` and ``own_publisher_name`` of all articles so far.
        fresh: The structure of the articles that are new or changed.
        changed: ``group_key``, the key of each article that came, went or changed.

    Returns:
        ``article_id`` and ``publisher_name`` of the articles whose name is not the one that they have.
    """
    columns = ["article_id", "source_uri", "publisher_name", "own_publisher_name"]
    others = before.join(changed, left_on="article_id", right_on="group_key", how="anti").select(columns)
    new = fresh.articles.join(fresh.keys, on="article_id", validate="1:1").select(columns)
    known = pl.concat([others, new])
    names = name_publishers(known.select("article_id", "source_uri", publisher_name="own_publisher_name"))
    return (
        known.select("article_id", had="publisher_name")
        .join(names.select("article_id", "publisher_name"), on="article_id", validate="1:1")
        .filter(pl.col("had").ne_missing(pl.col("publisher_name")))
        .drop("had")
    )


def structure_texts(texts: pl.DataFrame) -> StructuredTexts:
    """Read the layout of bare texts, which have no source to tell their day.

    Args:
        texts: ``article_id``, ``text`` and ``published_date``, which may be null.

    Returns:
        The articles in their order, with the day that the text prints where none was given.
    """
    layouts = [
        read_layout(text, Source(Published(published_date) if published_date else None))
        for text, published_date in texts.select("text", "published_date").iter_rows()
    ]
    days = [layout.published.day if layout.published else None for layout in layouts]
    articles = texts.select("article_id", "text", published_date=pl.Series(days, dtype=pl.Date))
    paragraphs = paragraphs_frame(texts["article_id"], layouts)
    return StructuredTexts(articles, Paragraphs.validate(paragraphs).sort(Paragraphs.primary_key()))


def _kept(before: Structured, wanted: pl.DataFrame) -> list[pl.DataFrame]:
    """Articles with their own publisher's name, paragraphs and authors of the articles that are as they were."""
    keys = before.keys.join(wanted, on=["article_id", "structure_id"], how="semi")
    named = keys.select("article_id", publisher_name="own_publisher_name")
    articles = before.articles.drop("publisher_name").join(named, on="article_id", validate="1:1")
    return [
        articles.select(before.articles.columns),
        before.paragraphs.join(keys, on="article_id", how="semi"),
        before.authors.join(keys, on="article_id", how="semi"),
    ]


def _read_layouts(raw_articles: pl.DataFrame, raw_paragraphs: pl.DataFrame) -> list[pl.DataFrame]:
    """As `_kept`, of articles that have to be read."""
    empty = [schema.create_empty() for schema in _READ]
    batches = [empty, *(_read_batch(batch, raw_paragraphs) for batch in raw_articles.iter_slices(BATCH))]
    return [
        schema.validate(pl.concat(frames)) for schema, frames in zip(_READ, zip(*batches, strict=True), strict=True)
    ]


def _read_batch(raw_articles: pl.DataFrame, raw_paragraphs: pl.DataFrame) -> list[pl.DataFrame]:
    own = raw_paragraphs.join(raw_articles, on="source_uri", how="semi")
    marked = own.sort("source_uri", "paragraph_index").rows_by_key("source_uri", named=True)
    rows = raw_articles.iter_rows(named=True)
    layouts = [read_layout(raw["text"], _source(raw, marked[raw["source_uri"]])) for raw in rows]
    article_ids = raw_articles["article_id"]
    return [
        articles_frame(raw_articles, layouts),
        paragraphs_frame(article_ids, layouts),
        authors_frame(article_ids, layouts),
    ]


def _source(raw: _Row, marked: list[_Row]) -> Source:
    stated = {"headline": raw["headline"], "byline": raw["byline"], "publisher": raw["publisher_name"]}
    moment, day = raw["published_at"], raw["published_date"]
    return Source(
        published=Published(day or moment.date(), moment) if day or moment else None,
        source_uri=raw["source_uri"],
        modified_at=raw["modified_at"],
        stated={name: value for name, value in (stated | {"url": raw["url"]}).items() if value},
        blocks=[_block(raw["text"], row) for row in marked],
        has_header=raw["source_format"] == "text",
    )


def _block(text: str, marked: _Row) -> Block:
    start, end = marked["char_start"], marked["char_end"]
    return Block(start, end, text[start:end], marked["paragraph_type"])
