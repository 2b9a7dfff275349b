"""Tie the authors in bylines to the people of the corpus."""

import polars as pl
from nameparser import HumanName

from pipelines.schemas.articles import ArticleAuthors
from pipelines.transform.person_names import name_form


def resolve_authors(byline_authors: pl.DataFrame, person_aliases: pl.DataFrame) -> pl.DataFrame:
    """Make the rows of ``article_authors``.

    An author is the person who is called by that full name, spellings aside, if there is just one. Surnames alone
    tie nobody.
    """
    people = (
        _name_keys(person_aliases["alias_name"])
        .join(person_aliases.select("person_id", printed="alias_name"), on="printed")
        .group_by("name_key")
        .agg(pl.col("person_id").unique())
        .filter(pl.col("person_id").list.len() == 1)
        .with_columns(pl.col("person_id").list.first())
    )
    authors = _name_keys(byline_authors["author_name"]).join(people, on="name_key", validate="m:1")
    return (
        byline_authors.join(
            authors.select("person_id", author_name="printed"), on="author_name", how="left", validate="m:1"
        )
        .select(ArticleAuthors.column_names())
        .sort(ArticleAuthors.primary_key())
    )


def _name_keys(names: pl.Series) -> pl.DataFrame:
    """The distinct full names among ``names``, each with what its spellings share."""
    rows = []
    for printed in names.unique().sort():
        parts = HumanName(printed)
        form = name_form(printed, parts.first, parts.last, parts.suffix)
        if form.is_full:
            rows.append((printed, " ".join(form.core)))
    return pl.DataFrame(rows, schema={"printed": pl.String, "name_key": pl.String}, orient="row")
