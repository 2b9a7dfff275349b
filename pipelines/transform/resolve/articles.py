"""Put together what layout, the rest of the corpus and the runs so far tell of an article."""

import polars as pl

from pipelines.schemas.articles import Articles


def describe_articles(
    structured_articles: pl.DataFrame, article_copies: pl.DataFrame, ingests: pl.DataFrame
) -> pl.DataFrame:
    """Make the rows of ``articles``.

    Args:
        structured_articles: As the schema ``StructuredArticles``.
        article_copies: As the schema ``ArticleCopies``, a row per article.
        ingests: ``article_id``, ``revision``, ``first_ingested_at``, ``ingested_at`` and ``run_id`` of the current
            revision, a row per article.

    Returns:
        One row per article, sorted by key. A story with an agency's name on it, or that several publishers carry, is
        a wire copy.
    """
    return (
        structured_articles.join(article_copies, on="article_id", validate="1:1")
        .join(ingests, on="article_id", validate="1:1")
        .with_columns(is_wire_copy=pl.col("names_agency") | pl.col("is_carried_widely"))
        .select(Articles.column_names())
        .sort(Articles.primary_key())
    )
