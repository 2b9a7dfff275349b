"""Put the layout of many articles into frames."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import polars as pl

from pipelines.schemas.articles import Paragraphs
from pipelines.schemas.structure_keys import StructureKeys
from pipelines.schemas.working import BylineAuthors, StructuredArticles
from pipelines.transform.structure.agencies import names_agency
from pipelines.transform.structure.block import Block
from pipelines.transform.structure.days import Published
from pipelines.transform.structure.language import language_of
from pipelines.transform.structure.layout import Layout, Source, read_layout
from pipelines.transform.structure.publishers import name_publishers
from pipelines.transform.structure.version import structure_ids

_Row = dict[str, Any]
_ARCHIVE = re.compile(r"[^/]*\.(?:zip|t?gz|gzip|zstd?)!", re.IGNORECASE)
"""An archive's name in the path of a file inside it, which counts as if it lay in the archive's folder."""


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
    paragraphs: list[_Row] = []
    days = []
    for article_id, text, published_date in texts.select("article_id", "text", "published_date").iter_rows():
        layout = read_layout(text, Source(Published(published_date) if published_date else None))
        paragraphs += _paragraph_rows(article_id, layout.blocks)
        days.append(layout.published.day if layout.published else None)
    articles = texts.select("article_id", "text", published_date=pl.Series(days, dtype=pl.Date))
    return StructuredTexts(articles, _frame(Paragraphs, paragraphs))


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
    articles: list[_Row] = []
    paragraphs: list[_Row] = []
    authors: list[_Row] = []
    own = raw_paragraphs.join(raw_articles, on="source_uri", how="semi")
    marked = own.sort("source_uri", "paragraph_index").rows_by_key("source_uri", named=True)
    for raw in raw_articles.iter_rows(named=True):
        layout = read_layout(raw["text"], _source(raw, marked[raw["source_uri"]]))
        articles.append(_article_row(raw, layout))
        paragraphs += _paragraph_rows(raw["article_id"], layout.blocks)
        authors += _author_rows(raw["article_id"], layout.authors)
    return [_frame(StructuredArticles, articles), _frame(Paragraphs, paragraphs), _frame(BylineAuthors, authors)]


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


def _article_row(raw: _Row, layout: Layout) -> _Row:
    kept = ("article_id", "source_uri", "source_format", "source_encoding", "text", "content_sha256")
    path = _ARCHIVE.sub("", raw["source_uri"])
    folder, _, rest = path.partition("/") if "://" not in path else ("", "", "")
    return {name: raw[name] for name in kept} | {
        "publisher_name": layout.stated.get("publisher") or (folder if rest else None),
        "url": layout.stated.get("url"),
        "headline": layout.headline,
        "byline": layout.byline,
        "dateline": layout.dateline,
        "published_at": layout.published.moment if layout.published else None,
        "published_date": layout.published.day if layout.published else None,
        "date_source": layout.date_source,
        "language_code": _language(raw["text"], layout.blocks) or raw["language_code"],
        "word_count": len(raw["text"].split()),
        "names_agency": layout.names_agency or names_agency(folder.replace("-", " ").title() if rest else None),
    }


def _language(text: str, blocks: list[Block]) -> str | None:
    """That of the text proper: keys of a header and credits may be in another."""
    return language_of(" ".join(block.text for block in blocks if block.block_type == "body") or text)


def _paragraph_rows(article_id: str, blocks: list[Block]) -> Iterator[_Row]:
    heading = None
    for index, block in enumerate(blocks):
        is_heading = block.block_type == "heading"
        yield {
            "article_id": article_id,
            "paragraph_index": index,
            "paragraph_type": block.block_type,
            "heading_text": None if is_heading else heading,
            "char_start": block.start,
            "char_end": block.end,
            "text": block.text,
        }
        heading = block.text if is_heading else heading


def _author_rows(article_id: str, names: list[str]) -> Iterator[_Row]:
    for position, name in enumerate(names, start=1):
        yield {"article_id": article_id, "position": position, "author_name": name}


def _frame(schema: type[StructuredArticles | Paragraphs | BylineAuthors], rows: list[_Row]) -> pl.DataFrame:
    frame = pl.DataFrame(rows, schema=schema.create_empty().schema)
    return schema.validate(frame).sort(schema.primary_key())
