"""Put the layouts of many articles into frames, column by column."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import polars as pl

from pipelines.schemas.articles import Paragraphs
from pipelines.schemas.working import BylineAuthors, StructuredArticles
from pipelines.transform.structure.agencies import names_agency
from pipelines.transform.structure.block import Block
from pipelines.transform.structure.language import SAMPLE_CHARS, languages_of
from pipelines.transform.structure.layout import Layout

_ARCHIVE = r"(?i)[^/]*\.(?:zip|t?gz|gzip|zstd?)!"
"""An archive's name in the path of a file inside it, which counts as if it lay in the archive's folder."""

_WORD = r"[^\s\x1c-\x1f]+"
"""What stands between white space, as Python splits it."""

_KEPT = ("article_id", "source_uri", "source_format", "source_encoding", "text", "content_sha256")


def articles_frame(raw_articles: pl.DataFrame, layouts: Sequence[Layout]) -> pl.DataFrame:
    """``StructuredArticles`` of raw articles and their layouts, which are in the same order."""
    texts = zip(raw_articles["text"], layouts, strict=True)
    published = [layout.published for layout in layouts]
    read: dict[str, list[Any]] = {
        "stated_publisher_name": [layout.stated.get("publisher") or None for layout in layouts],
        "url": [layout.stated.get("url") for layout in layouts],
        "headline": [layout.headline for layout in layouts],
        "byline": [layout.byline for layout in layouts],
        "dateline": [layout.dateline for layout in layouts],
        "published_at": [day.moment if day else None for day in published],
        "published_date": [day.day if day else None for day in published],
        "date_source": [layout.date_source for layout in layouts],
        "own_language_code": languages_of([_sample(text, layout.blocks) for text, layout in texts]),
        "prints_agency": [layout.names_agency for layout in layouts],
    }
    types = StructuredArticles.create_empty().schema
    columns = [pl.Series(name, values, dtype=types.get(name)) for name, values in read.items()]
    known = raw_articles.select(*_KEPT, "language_code", folder=_folder()).with_columns(columns)
    agencies = [folder for folder in known["folder"].unique().drop_nulls() if names_agency(_as_name(folder))]
    return known.select(
        *_KEPT,
        *(name for name in read if name in types),
        publisher_name=pl.coalesce("stated_publisher_name", "folder"),
        language_code=pl.coalesce("own_language_code", "language_code"),
        word_count=pl.col("text").str.count_matches(_WORD),
        names_agency=pl.col("prints_agency") | pl.col("folder").is_in(agencies).fill_null(value=False),
    ).select(pl.col(name).cast(dtype) for name, dtype in types.items())


def paragraphs_frame(article_ids: pl.Series, layouts: Sequence[Layout]) -> pl.DataFrame:
    """``Paragraphs`` of articles and their layouts, which are in the same order."""
    counts = [len(layout.blocks) for layout in layouts]
    types = Paragraphs.create_empty().schema
    blocks = [block for layout in layouts for block in layout.blocks]
    starts, ends, texts, kinds = zip(*blocks, strict=True) if blocks else ((), (), (), ())
    heading = pl.when(pl.col("paragraph_type") == "heading").then("text")
    return (
        pl.DataFrame(
            {
                "article_id": article_ids.gather(np.repeat(np.arange(len(counts)), counts)),
                "char_start": pl.Series(starts, dtype=types["char_start"]),
                "char_end": pl.Series(ends, dtype=types["char_end"]),
                "text": pl.Series(texts, dtype=types["text"]),
                "paragraph_type": pl.Series(kinds, dtype=types["paragraph_type"]),
                "paragraph_index": [index for count in counts for index in range(count)],
            }
        )
        .with_columns(
            heading_text=pl.when(pl.col("paragraph_type") != "heading").then(heading.forward_fill().over("article_id"))
        )
        .select(pl.col(name).cast(dtype) for name, dtype in types.items())
    )


def authors_frame(article_ids: pl.Series, layouts: Sequence[Layout]) -> pl.DataFrame:
    """``BylineAuthors`` of articles and their layouts, which are in the same order."""
    rows = [
        (article_id, position, name)
        for article_id, layout in zip(article_ids, layouts, strict=True)
        for position, name in enumerate(layout.authors, start=1)
    ]
    return pl.DataFrame(rows, schema=BylineAuthors.create_empty().schema, orient="row")


def _folder() -> pl.Expr:
    """First folder of the path, null where there is none and for a web address."""
    path = pl.col("source_uri").str.replace_all(_ARCHIVE, "")
    return pl.when(~path.str.contains("://", literal=True)).then(path.str.extract(r"(?s)^([^/]*)/."))


def _as_name(folder: str) -> str:
    return folder.replace("-", " ").title()


def _sample(text: str, blocks: Sequence[Block]) -> str:
    """The beginning of the text proper: keys of a header and credits may be in another language."""
    body = ""
    for block in blocks:
        if block.block_type == "body":
            body = f"{body} {block.text}" if body else block.text
        if len(body) >= SAMPLE_CHARS:
            break
    return body or text
