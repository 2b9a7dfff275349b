"""Tell in which role each speaker spoke: a person's roles change, and each is dated by the articles that state it."""

from typing import Literal

import polars as pl

from pipelines.schemas.quotes import Quotes


def with_speaker_roles(
    quotes: pl.DataFrame, person_roles: pl.DataFrame, articles: pl.DataFrame, article_copies: pl.DataFrame
) -> pl.DataFrame:
    """Add ``speaker_role`` to quotations, from `speaker_roles`.

    Args:
        quotes: As the schema ``Quotes``, without the column.
        person_roles: As the schema ``PersonRoles``: all roles of those who speak.
        articles: Reads ``article_id`` and ``published_date``.
        article_copies: As the schema ``ArticleCopies``.
    """
    told = speaker_roles(quotes, person_roles, articles, article_copies)
    return quotes.join(told, on="quote_id", how="left", validate="1:1", maintain_order="left").select(
        Quotes.column_names()
    )


def speaker_roles(
    quotes: pl.DataFrame, person_roles: pl.DataFrame, articles: pl.DataFrame, article_copies: pl.DataFrame
) -> pl.DataFrame:
    """Find the role that the quotation's article states, else the last one stated by its day.

    Where none has been stated by that day it is the first one stated after it. Of several the first in the text counts.

    Args:
        quotes: Reads ``quote_id``, ``article_id`` and ``speaker_person_id``.
        person_roles: As the schema ``PersonRoles``: all roles of those who speak.
        articles: Reads ``article_id`` and ``published_date``.
        article_copies: As the schema ``ArticleCopies``: roles that copies state are those of another day.

    Returns:
        ``quote_id`` and ``speaker_role`` of the quotations that a person speaks.
    """
    copies = article_copies.filter(pl.col("duplicate_of_article_id").is_not_null())
    stated = person_roles.sort("char_start", "role_text").select(
        "article_id", "stated_date", speaker_person_id="person_id", role="role_text"
    )
    own = stated.unique(["article_id", "speaker_person_id"], keep="first", maintain_order=True).drop("stated_date")
    by_day = (
        stated.join(copies, on="article_id", how="anti", maintain_order="left")
        .drop_nulls("stated_date")
        .unique(["speaker_person_id", "stated_date"], keep="first", maintain_order=True)
        .drop("article_id")
        .sort("stated_date")
    )
    spoken = (
        quotes.select("quote_id", "article_id", "speaker_person_id")
        .drop_nulls("speaker_person_id")
        .join(articles.select("article_id", "published_date"), on="article_id", validate="m:1")
        .join(own, on=["article_id", "speaker_person_id"], how="left", validate="m:1")
    )
    dated = spoken.drop_nulls("published_date").sort("published_date")
    return (
        spoken.join(_nearest(dated, by_day, "backward"), on="quote_id", how="left", validate="1:1")
        .join(_nearest(dated, by_day, "forward"), on="quote_id", how="left", validate="1:1")
        .select("quote_id", speaker_role=pl.coalesce("role", "backward", "forward"))
    )


def _nearest(dated: pl.DataFrame, by_day: pl.DataFrame, strategy: Literal["backward", "forward"]) -> pl.DataFrame:
    """The role stated last up to the day of each quotation, or first from it on."""
    found = dated.drop("role").join_asof(
        by_day,
        left_on="published_date",
        right_on="stated_date",
        by="speaker_person_id",
        strategy=strategy,
        check_sortedness=False,
    )
    return found.select("quote_id", pl.col("role").alias(strategy))
