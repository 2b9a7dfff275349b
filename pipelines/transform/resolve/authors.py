"""Tie the authors in bylines to the people of the corpus."""

import polars as pl

from pipelines.schemas.articles import ArticleAuthors
from pipelines.transform.name_parts import name_parts
from pipelines.transform.person_names import name_form
from pipelines.transform.resolve.memory import NO_MEMORY, Memory


def resolve_authors(
    byline_authors: pl.DataFrame, person_aliases: pl.DataFrame, memory: Memory = NO_MEMORY
) -> pl.DataFrame:
    """Make the rows of ``article_authors``.

    An author is the person who is called by that full name, spellings aside, if there is just one. Surnames alone
    tie nobody.

    Args:
        byline_authors: As the schema ``BylineAuthors``.
        person_aliases: As the schema ``PersonAliases``.
        memory: Remembers how names are taken apart.
    """
    printed = pl.concat([byline_authors["author_name"], person_aliases["alias_name"]]).unique().alias("printed")
    keys = memory.recall("name_keys", printed.to_frame(), _name_keys).drop_nulls("name_key")
    people = (
        keys.join(person_aliases.select("person_id", printed="alias_name"), on="printed")
        .group_by("name_key")
        .agg(pl.col("person_id").unique())
        .filter(pl.col("person_id").list.len() == 1)
        .with_columns(pl.col("person_id").list.first())
    )
    authors = keys.join(people, on="name_key", validate="m:1").select("person_id", author_name="printed")
    return (
        byline_authors.join(authors, on="author_name", how="left", validate="m:1")
        .select(ArticleAuthors.column_names())
        .sort(ArticleAuthors.primary_key())
    )


def _name_keys(names: pl.DataFrame) -> pl.DataFrame:
    """For each full name what its spellings share; null for other names."""
    return names.with_columns(name_key=pl.Series(map(_name_key, names["printed"]), dtype=pl.String))


def _name_key(printed: str) -> str | None:
    parts = name_parts(printed)
    form = name_form(printed, parts.first, parts.last, parts.suffix)
    return " ".join(form.core) if form.is_full else None
