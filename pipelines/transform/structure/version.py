"""Tell which articles have the layout that was read before."""

from functools import cache
from pathlib import Path

import polars as pl
from polars import selectors as cs

from pipelines.ids import content_id, version_digest
from pipelines.schemas.articles import Paragraphs
from pipelines.schemas.working import BylineAuthors, RawArticles, StructuredArticles

_LIBRARIES = ("polars", "py3langid")


@cache
def structure_version() -> str:
    """A digest of the rules of layout, the libraries that they use, and the columns that they fill."""
    columns = [repr(schema.create_empty().schema) for schema in (StructuredArticles, Paragraphs, BylineAuthors)]
    return version_digest(_LIBRARIES, sorted(Path(__file__).parent.rglob("*.py")), *columns)


def structure_ids(raw_articles: pl.DataFrame, raw_paragraphs: pl.DataFrame) -> pl.DataFrame:
    """Hash all that the layout of an article depends on: its row, the blocks of its source, and the rules.

    Args:
        raw_articles: As the schema ``RawArticles``.
        raw_paragraphs: As the schema ``RawParagraphs``, those of other articles among them.

    Returns:
        ``article_id`` and ``structure_id``, one row per article in their order.
    """
    blocks = (
        raw_paragraphs.sort("source_uri", "paragraph_index")
        .select("source_uri", block=pl.concat_str(pl.exclude("source_uri"), separator=" "))
        .group_by("source_uri")
        .agg(blocks=pl.col("block").str.join("\n"))
    )
    inputs = (
        raw_articles.select(RawArticles.column_names())
        .with_columns(cs.temporal().to_physical())
        .join(blocks, on="source_uri", how="left", maintain_order="left", validate="1:1")
    )
    ids = [content_id("structure", structure_version(), *row) for row in inputs.iter_rows()]
    return raw_articles.select("article_id", structure_id=pl.Series(ids, dtype=pl.String))
