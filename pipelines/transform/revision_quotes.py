"""Keep the quotations of revisions: those of the current one are in ``quotes``, those of earlier ones are kept here.

A quotation is read once, when its revision is the current one. When another takes its place, or the article leaves the
inbox, the published release is the last that has it, and from there it is taken over.
"""

import polars as pl

from pipelines.schemas.revisions import RevisionQuotes

_KEY = ["article_id", "revision"]

SPEAKER_COLUMNS = ["speaker_text", *(f"speaker_{kind}_id" for kind in ("person", "organization", "place"))]
QUOTE_COLUMNS = ["quote_id", "article_id", "quote_type", "text", "char_start", *SPEAKER_COLUMNS]
"""Columns of ``quotes`` that `quotes_with_names` reads."""


def quotes_with_names(
    quotes: pl.DataFrame,
    articles: pl.DataFrame,
    people: pl.DataFrame,
    organizations: pl.DataFrame,
    places: pl.DataFrame,
) -> pl.DataFrame:
    """Quotations that report speech, as the schema ``RevisionQuotes``.

    Args:
        quotes: As the schema ``Quotes``.
        articles: Reads ``article_id`` and ``revision``; quotations of others are left out.
        people: Reads ``person_id`` and ``person_name``.
        organizations: Reads ``organization_id`` and ``organization_name``.
        places: Reads ``place_id`` and ``place_name``.
    """
    named = (
        quotes.filter(pl.col("quote_type") != "fragment")
        .join(articles.select(_KEY), on="article_id", validate="m:1")
        .sort("article_id", "char_start", "quote_id")
        .with_columns(quote_index=pl.int_range(pl.len(), dtype=pl.UInt32).over("article_id"))
    )
    for kind, names in (("person", people), ("organization", organizations), ("place", places)):
        known = names.select(f"{kind}_id", f"{kind}_name").rename({f"{kind}_id": f"speaker_{kind}_id"})
        named = named.join(known, on=f"speaker_{kind}_id", how="left", validate="m:1")
    speaker = pl.coalesce("person_name", "organization_name", "place_name", "speaker_text")
    return named.with_columns(speaker_name=speaker).select(RevisionQuotes.column_names())


def record_revision_quotes(published: pl.DataFrame, kept: pl.DataFrame, current: pl.DataFrame) -> pl.DataFrame:
    """Add the quotations of revisions that were the current ones and are no longer.

    Args:
        published: Quotations of the release before, as from `quotes_with_names`.
        kept: ``revision_quotes`` of the release before.
        current: ``article_id`` and ``revision`` of this run's articles.

    Returns:
        As the schema ``RevisionQuotes``, sorted by key.
    """
    return (
        pl.concat([kept.join(published, on=_KEY, how="anti"), published])
        .join(current, on=_KEY, how="anti")
        .sort(RevisionQuotes.primary_key())
    )
